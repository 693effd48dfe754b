// The trainee's own look at a conversation, before the coach's is seen: answers, two moments, estimates, and later what
// they choose to work on. A plain value; the library keeps it, only its trainee writes it.
#pragma once

#include "codes/codebook.h"
#include "codes/coding.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace codes {

struct Review {
    base::Id id;
    base::Id conversation;
    std::string trainee;
    std::string codebook_key;  // whose questions these are
    std::string codebook_version;
    std::map<std::string, Most> answers;      // by the key of the codebook's question
    std::optional<base::Time> content_with;   // a moment that went well ...
    std::optional<base::Time> would_change;   // ... and one that the trainee would do otherwise
    std::map<std::string, double> estimates;  // by the key of the codebook's estimate; percentages as a fraction
    base::Id own_coding;                      // of Purpose::Self; none: not begun
    std::optional<base::Timestamp> unlocked;  // since then the coach's view is seen
    bool is_shared = false;                   // the trainee lets others see this
    std::string focus;                        // what the trainee chose to work on
    std::vector<std::string> agenda;          // what to talk about with the coach, in this order
    base::Timestamp changed;
    int revision = 0;  // each time it is kept one higher, so that of two copies the later is known

    bool operator==(const Review&) const = default;
};

// What is to be done before the coach's view is shown. What the codebook does not ask is not missing.
struct Missing {
    int questions = 0;
    int moments = 0;
    int estimates = 0;
    bool own_codes = false;

    bool nothing() const { return questions == 0 && moments == 0 && estimates == 0 && !own_codes; }
};
Missing missing_in(const Review& review, const Codebook& codebook, int own_codes);

std::string to_json(const Review& review);
Review review_from_json(const std::string& json);  // throws base::Error

}  // namespace codes
