// The codings by one codebook as what they add up to, ready to be followed over time: for the Team screen and for the
// commands trend and compare.
#pragma once

#include "analysis/trend.h"
#include "library/library.h"

#include <map>
#include <string>
#include <vector>

namespace app {

struct TrendData {
    codes::Codebook codebook;  // its newest version: which measures there are
    codes::CountedCodings counted;
    std::map<std::string, codes::Codebook> versions;  // those that were coded with

    const codes::Measure* measure(const std::string& key) const;
    std::vector<analysis::PersonTrend> trend(const std::string& measure, const analysis::IsWanted& is_wanted) const;
};

TrendData trend_data(library::Library& library, const codes::Codebook& newest);

// What people read of a measure's value: "38 %", "1.25", "n/a"; of a difference: "+12 percentage points".
std::string value_text(const codes::Measure& measure, const std::optional<double>& value);
std::string difference_text(const codes::Measure& measure, double difference);
// "38 % (6 of 16; 95 % interval 18 – 61 %)".
std::string value_with_interval(const codes::Measure& measure, const analysis::Period& period);
// "Before: … After: … The difference is …, and its interval includes 0: chance alone could do this." A sentence each.
std::vector<std::string> difference_sentences(const codes::Measure& measure, const analysis::Difference& difference,
                                              const std::string& first, const std::string& second);
// What changed at a point: "From 2026-03-01 another coder: Ben, before that Marit." Nothing is claimed of its effect.
std::string break_text(const TrendData& data, const analysis::PersonTrend& trend, const analysis::TrendBreak& at);

}  // namespace app
