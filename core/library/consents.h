// The consent of the people who were recorded: per conversation one record of who gave it, when, for what, until when,
// and to which words, with the signed form. Reached by Library::consents(); UI thread only.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>

namespace library {

// What the recording may be used for. Coaching: feedback to the professional who is seen in it.
enum class ConsentPurpose { Coaching, Training, Research };

const char* name_of(ConsentPurpose purpose);  // "coaching", "training", "research"
std::optional<ConsentPurpose> consent_purpose_named(const std::string& name);

struct Consent {
    base::Id id;
    base::Id conversation;
    std::string who;    // need not be a name: "cliënt, via de casemanager"
    std::string given;  // a day, "2026-11-22"
    std::string until;  // the last day on which it holds
    std::set<ConsentPurpose> purposes;
    std::string text_version;  // of the words that were agreed to
    std::string form_name;     // of the attached form's file; empty: none
    base::Timestamp recorded;
    int revision = 0;  // counts up with each record of this conversation

    bool operator==(const Consent&) const = default;
};

inline constexpr int kLongestConsentYears = 5;
inline constexpr std::size_t kLargestForm = 10'000'000;  // bytes

class Consents {
public:
    virtual ~Consents() = default;

    virtual std::optional<Consent> of(const base::Id& conversation) = 0;
    virtual std::string form(const base::Id& conversation) = 0;  // its bytes; empty: none
    // In place of the record there was. Gives id, moment and revision; refuses what is incomplete, ends before it
    // begins, or holds longer than kLongestConsentYears. Throws base::Error.
    virtual Consent record(const Consent& consent, const std::string& form) = 0;
    virtual void remove(const base::Id& conversation) = 0;  // of a record that was a mistake
};

// For both libraries.
void check(const Consent& consent, const std::string& form);
Consent as_recorded(Consent consent, const std::optional<Consent>& before);

}  // namespace library
