// What came next in codings: which events came first and which after them, by code or group, within one side or
// across. Never across codings. Pure functions; sequences.h has the figures.
//   steps   the events of a sequence. What ends no volley ("hm", a posture) is none, unless it was asked about: it does
//           not come between a question and its answer
#pragma once

#include "analysis/sequences.h"
#include "codes/coding.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace analysis {

inline constexpr const char* kAsked = "asked";  // stands for all that was asked about, together

// What stands beside a table of transitions, or above it.
struct Axis {
    std::vector<std::string> keys;  // of codes, or words of the caller's
    // Of an event, and the step before it where there is one; -1: not on this axis.
    std::function<int(const codes::Event& event, const codes::Event* before)> place;
    std::vector<std::string> asked = {};  // codes and groups that were named
};

Axis axis_of_side(const codes::Codebook& codebook, std::optional<codes::Side> side);  // each code; none: of both

// These codes and groups, each in its place; an event that counts for several stands with the first of them.
Axis axis_of_keys(const codes::Codebook& codebook, const std::vector<std::string>& keys);

// `keys`, codes and groups, come first together; then what else there is on their side: each code, or all in one place.
// With `after`, an event is one of them only where the step before it is one of those.
struct Asked {
    std::vector<std::string> keys;
    std::vector<std::string> after = {};
};
enum class Rest { Each, Together };
Axis axis_of_asked(const codes::Codebook& codebook, const Asked& asked, Rest rest);

// The side of the first code that counts for one of them; nothing where no code does.
std::optional<codes::Side> side_of(const codes::Codebook& codebook, const std::vector<std::string>& keys);

struct Distance {
    std::size_t lag = 1;                    // steps later ...
    std::optional<base::Time> within = {};  // ... or instead the first that comes within this time
};

// Points into the codings.
struct Followed {
    const codes::Coding* coding = nullptr;
    const codes::Event* first = nullptr;
    const codes::Event* second = nullptr;
    std::size_t row = 0;
    std::size_t column = 0;
};
std::vector<Followed> followed(const codes::Codebook& codebook, const std::vector<const codes::Coding*>& codings,
                               const Axis& rows, const Axis& columns, const Distance& distance);
// How often the rows' asked stood there at all, whatever came after it.
int times_asked(const codes::Codebook& codebook, const std::vector<const codes::Coding*>& codings, const Axis& rows,
                const Axis& columns);
Matrix counts_of(const std::vector<Followed>& pairs, const Axis& rows, const Axis& columns);

// What came before something was heard at all: each event of `given`, with those of `needs` that nothing earlier in its
// coding counted for. What stands at the same moment was heard.
struct CameBefore {
    const codes::Coding* coding = nullptr;
    const codes::Event* event = nullptr;
    std::vector<std::string> missing;  // none: it came when all had been heard
};
std::vector<CameBefore> came_before(const codes::Codebook& codebook, const std::vector<const codes::Coding*>& codings,
                                    const std::vector<std::string>& given, const std::vector<std::string>& needs);

}  // namespace analysis
