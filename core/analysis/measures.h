// Tallies and measures of one coding: counts in, numbers with their numerator, denominator and uncertainty out.
#pragma once

#include "codes/coding.h"
#include "talk/turn.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace analysis {

struct Counts {
    std::map<std::string, int> by_code;  // every code of the codebook, 0 included
    std::map<std::string, int> by_group;
};
Counts tally(const codes::Codebook& codebook, const std::vector<codes::Event>& events);

enum class Band { None, BelowFair, Fair, Good, TooFew };

struct MeasureValue {
    std::optional<double> value;  // nothing when the denominator is 0 or unknown: "n/a", never 0
    std::optional<double> numerator;
    std::optional<double> denominator;
    std::optional<double> low;  // 95 % interval where one is meaningful (proportions of counts: Wilson 1927)
    std::optional<double> high;
    Band band = Band::None;

    bool operator==(const MeasureValue&) const = default;
};

// What a formula can refer to.
struct Inputs {
    Counts counts;
    std::map<std::string, int> ratings;
    std::optional<talk::TalkTime> talk_time;  // nothing when no turns are known
    base::Time duration;
};

// Throws base::Error when the codebook's formula is wrong, with the place of the mistake.
std::map<std::string, MeasureValue> measures(const codes::Codebook& codebook, const Inputs& inputs);

}  // namespace analysis
