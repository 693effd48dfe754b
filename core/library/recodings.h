// Conversations that a coder codes again after a while, without seeing the earlier codes: whether they still code as
// before. While such a re-coding is under way the earlier codings of its conversation stay unseen; once it is done it
// stays as it was. Reached by Library::recodings(); UI thread only.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "codes/coding.h"

#include <optional>
#include <vector>

namespace library {

struct CodingSummary;

enum class RecodingState { UnderWay, Done, GivenUp };

struct Recoding {
    base::Id coding;   // the new one
    base::Id earlier;  // by the same coder; what it is compared with
    base::Id conversation;
    RecodingState state = RecodingState::UnderWay;
    std::optional<base::Timestamp> ended;

    bool operator==(const Recoding&) const = default;
};

class Recodings {
public:
    virtual ~Recodings() = default;

    virtual std::vector<Recoding> all() = 0;  // without those of removed conversations; the one begun first comes first
    // Adds an empty coding, like `earlier` in coder, conversation and codebook, and returns it. Refused while one of
    // that conversation is under way.
    virtual codes::Coding begin(const base::Id& earlier) = 0;
    // Done or given up; a way back is refused, since by then the earlier codes were seen.
    virtual void end(const base::Id& coding, RecodingState how) = 0;
};

// The codes of it may not be seen for now.
bool is_unseen(const std::vector<Recoding>& recodings, const base::Id& conversation, const base::Id& coding);
const Recoding* recoding_of(const std::vector<Recoding>& recodings, const base::Id& coding);  // null: it is none
// The one that is under way of this conversation, or null.
const Recoding* under_way(const std::vector<Recoding>& recodings, const base::Id& conversation);
std::vector<CodingSummary> seen(std::vector<CodingSummary> codings, const std::vector<Recoding>& recodings);
// Those, without what was coded again: that says something of a coder, and nothing of a conversation.
std::vector<CodingSummary> counting(std::vector<CodingSummary> codings, const std::vector<Recoding>& recodings);
bool counts(const std::vector<Recoding>& recodings, const base::Id& conversation, const base::Id& coding);

// For both libraries.
codes::Coding begun_like(const codes::Coding& earlier);
[[noreturn]] void refuse_second_recoding();
[[noreturn]] void refuse_ended_recoding();
[[noreturn]] void refuse_change_of_recoding();

}  // namespace library
