// How two coders came to one coding: which codings it settles, and what was decided where they differed.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <string>
#include <vector>

namespace codes {

// Events that begin at most `tolerance` apart may be the same moment.
struct Sources {
    base::Id first;
    base::Id second;
    base::Time tolerance;

    bool operator==(const Sources&) const = default;
};

enum class Choice { First, Second, Both, Neither, Other };

// About one moment, known by the two events; one of the coders may have none there. The codes are those of the moment
// of deciding, so that the note still says what it is about when a coding changes.
struct Decision {
    base::Id first;
    base::Id second;
    std::string first_code;
    std::string second_code;
    Choice choice = Choice::First;
    std::string code;  // for Other: what it is instead
    std::string note;  // why; from then on it stands beside what the codes mean

    bool operator==(const Decision&) const = default;
};

// The notes that are about a code, oldest first, each once.
std::vector<std::string> agreed_about(const std::vector<Decision>& decisions, const std::string& code);

// As it is written in files: first, second, both, neither, other.
const char* name_of(Choice choice);
Choice choice_named(const std::string& name);  // throws base::Error for any other name

}  // namespace codes
