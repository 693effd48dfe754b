// A measure over a person's conversations, and its difference between two periods or groups. Pure functions over the
// totals of codings (codes/totals.h), which the library keeps; nothing here reads an event.
//   value      the codebook's formula, by the version that the coding was made with; every event counts as it was coded
//   period     the conversations of a period weigh by what was counted in them: sum of numerators / sum of
//              denominators; a measure without denominator is the mean of its codings
//   interval   of one coding: as in measures.h; of periods and of their difference: see bootstrap.h
//   day        of the conversation; where it has none, the day on which the coding was begun
//   left out   what the trainee coded of themselves: that is their own view
#pragma once

#include "analysis/measures.h"
#include "codes/totals.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace analysis {

// Under this, a period says too little about a person or a group: with five conversations the interval would hold the
// true value in 92 % of cases only, with six in 95 % (bootstrap_test.cpp).
inline constexpr int kFewConversations = 6;

struct TrendPoint {
    std::size_t place = 0;  // in CountedCodings::codings
    std::string day;        // "2026-11-30"
    MeasureValue value;
};

// Where who coded, or by what, is not as at the point before: what changed may then be the coder.
struct TrendBreak {
    std::size_t point = 0;  // the first that is different
    bool coder = false;
    bool codebook = false;
};

struct PersonTrend {
    std::string person;
    std::vector<TrendPoint> points;  // by day
    std::vector<TrendBreak> breaks;
};

using CodebookByVersion = std::function<const codes::Codebook*(const std::string& version)>;
using IsWanted = std::function<bool(const codes::CountedCoding&)>;

// By person, in order of the alphabet. A version that is not known, or has no such measure, gives points without value.
std::vector<PersonTrend> trend(const codes::CountedCodings& counted, const CodebookByVersion& codebook,
                               const std::string& measure, const IsWanted& is_wanted);

// Whether totals hold all that the measure needs; the time of spans and how turns went are not among them.
bool can_be_followed(const codes::Codebook& codebook, const codes::Measure& measure);

struct Period {
    int conversations = 0;  // with a value
    std::optional<double> value, numerator, denominator, low, high;
    std::vector<std::string> coders, versions;  // each once, in order of the alphabet
};

struct Difference {
    Period first, second;
    std::optional<double> value, low, high;  // second - first
    bool few = false;                        // too few conversations in one of them to say anything

    bool intervals_overlap() const;
    bool includes_zero() const;  // of the interval; true without one
    bool other_coders() const { return first.coders != second.coders; }
    bool other_versions() const { return first.versions != second.versions; }
};

using Points = std::vector<const TrendPoint*>;
Difference difference(const codes::CountedCodings& counted, const Points& first, const Points& second);

// The points before a day, and those from that day on. Both point into `people`.
std::pair<Points, Points> around(std::span<const PersonTrend> people, const std::string& day);
Points all_points(std::span<const PersonTrend> people);

}  // namespace analysis
