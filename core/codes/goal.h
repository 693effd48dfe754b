// What a trainee works on in the next conversations: words of their own, and where it can be counted a formula with a
// direction, so that the next codings say by themselves whether it was kept (analysis/goal_check.h). A plain value; the
// library keeps it, packages carry it. It was set in one conversation; only its author changes it.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "codes/codebook.h"

#include <string>

namespace codes {

enum class GoalDirection { AtLeast, AtMost };

struct Goal {
    base::Id id;
    base::Id conversation;  // in which it was set
    std::string person;     // the trainee
    std::string text;       // "Ask permission before advice"

    // Over the names of this codebook, whatever its version. Empty: words alone, which only people can check.
    std::string codebook_key;
    std::string numerator, denominator;  // as in codes::Measure
    MeasureFormat format = MeasureFormat::Percentage;
    GoalDirection direction = GoalDirection::AtLeast;
    double target = 0;      // a percentage as a fraction
    int conversations = 2;  // in how many of the next it is to be kept

    std::string set_on;  // ISO 8601, a day: later conversations count
    std::string until;   // a day, or empty
    std::string author;
    base::Timestamp changed;
    int revision = 0;  // 1 once it is in a library, one more with every change
    bool removed = false;

    bool checks_itself() const { return !numerator.empty(); }
    Measure measure() const;  // what it follows, with the goal's words as its label
    bool operator==(const Goal&) const = default;
};

inline constexpr int kMostGoalConversations = 20;

// Throws base::Error when no library can hold this: without words, with a day that is none, a target that no number is.
void check(const Goal& goal);
// Which of two versions stands when copies come together; the same on every side.
bool is_later(const Goal& a, const Goal& b);

std::string to_json(const Goal& goal);
Goal goal_from_json(const std::string& json);  // throws base::Error

}  // namespace codes
