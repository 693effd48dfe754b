// Tallies and measures of one coding: counts in, numbers with their numerator, denominator and uncertainty out. Pure
// functions. Which measures there are, their formulas and thresholds stand in the codebook; how they are worked out:
//   tally        every event counts once for its code and once for each group of that code whose conditions it meets;
//                an event with a code that the codebook does not have counts nowhere
//   value        numerator / denominator, as MITI 4.2.1 §H defines its summary scores; nothing when the denominator is
//                0 or unknown (the manual is silent there)
//   low, high    Wilson's 95 % score interval (1927), for a percentage of counted events that are themselves among the
//                events of the denominator; as odds for a ratio of counts that share no event (proportion.h). Not for
//                talk time, which is measured and not drawn, nor for ratings
//   band         the value against the codebook's thresholds (for MITI: §I, expert opinion, not norms), on the side
//   that
//                the codebook calls better; a value on the line has reached it
//   TooFew       the denominator is below the codebook's `few_below`: the value is there, but says too little
#pragma once

#include "analysis/formulas.h"
#include "codes/coding.h"
#include "talk/talk_measures.h"
#include "talk/turn.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace analysis {

struct Counts {
    std::map<std::string, int> by_code;  // every code of the codebook, 0 included
    std::map<std::string, int> by_group;
    std::map<std::string, double> seconds;  // "time.KEY" of every code and group: how long its spans lasted
};
Counts tally(const codes::Codebook& codebook, const std::vector<codes::Event>& events);
// Adds one event to counts that tally() made; the time of spans stays as it was.
void count(const codes::Codebook& codebook, const codes::Event& event, Counts& counts);

enum class IntervalMethod { None, Wilson, WilsonOdds };
enum class Band { None, BelowFair, Fair, Good, TooFew };

struct MeasureValue {
    std::optional<double> value;  // nothing when the denominator is 0 or unknown: "n/a", never 0
    std::optional<double> numerator;
    std::optional<double> denominator;
    std::optional<double> low;  // 95 % interval where one is meaningful
    std::optional<double> high;
    IntervalMethod method = IntervalMethod::None;
    Band band = Band::None;

    bool operator==(const MeasureValue&) const = default;
};

// What a formula can refer to.
struct Inputs {
    Counts counts;
    std::map<std::string, int> ratings;
    std::optional<talk::TalkTime> talk_time;  // nothing when no turns are known
    base::Time duration;                      // of the segment, where only that is coded
    std::optional<talk::TalkMeasures> talk;   // talk.NAME, see talk_names.h; nothing when no turns are known
};

// One measure of a codebook, ready to be worked out for any number of codings.
class MeasureFormula {
public:
    MeasureFormula(const codes::Codebook& codebook, const codes::Measure& measure);  // throws FormulaMistake
    MeasureValue evaluate(const std::function<std::optional<double>(const std::string&)>& value_of) const;
    std::vector<std::string> names() const;  // every name it refers to

private:
    codes::Measure measure_;
    Formula numerator_;
    std::optional<Formula> denominator_;
    IntervalMethod method_ = IntervalMethod::None;
};

// Throws base::Error when the codebook's formula is wrong, with the place of the mistake.
std::map<std::string, MeasureValue> measures(const codes::Codebook& codebook, const Inputs& inputs);

// What one formula comes to; the same names, the same errors.
std::optional<double> value_of(const codes::Codebook& codebook, const Inputs& inputs, const std::string& formula);

// What the measures of a coding are made from: what lies in its segment, or everything. Talk time is known when at
// least one turn has a role.
Inputs inputs_for(const codes::Codebook& codebook, const codes::Coding& coding, const std::vector<talk::Turn>& turns,
                  base::Time duration);

}  // namespace analysis
