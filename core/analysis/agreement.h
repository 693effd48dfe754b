// How far coders agree, as one value that the command line and the window show: by moments, by time, by code. What each
// number is stands with the function that makes it: kappa.h, krippendorff.h, alignment.h.
#pragma once

#include "analysis/comparison.h"
#include "analysis/icc.h"
#include "analysis/proportion.h"

#include <string>
#include <vector>

namespace analysis {

// Under this many moments at which either of two coders has a label, its kappa says too little.
inline constexpr int kFewMoments = 5;

// Conversations, each with as many codings: one by each coder, in the same order.
using CodedTogether = std::vector<std::vector<const codes::Coding*>>;

struct LabelAgreement {
    std::string label;
    std::vector<int> counts;  // by coder
    std::optional<double> fleiss_kappa;
    // Of two coders only: the label against everything else.
    int both = 0, only_first = 0, only_second = 0;
    std::optional<double> cohen_kappa;
    std::optional<Interval> cohen_interval;  // 95 %, by Kappa::standard_error, which takes moments as independent
    std::optional<Adjusted> adjusted;
    std::optional<Correlations> icc;  // of its counts, over conversations
};

struct Agreement {
    std::size_t coders = 0;
    std::size_t conversations = 0;
    bool same_utterances = false;
    int moments = 0;
    // Of the first two coders.
    int matched = 0, same_code = 0, only_first = 0, only_second = 0;
    // Cohen's, of events; of more than two coders the mean of all pairs (Light 1971, Psychol. Bull. 76:365-377).
    std::optional<double> cohen_kappa;
    std::optional<double> cohen_kappa_lowest, cohen_kappa_highest;
    std::optional<double> kappa_by_time;  // of two coders, by seconds
    std::optional<double> fleiss_kappa;
    std::optional<double> krippendorff_alpha;  // nominal
    std::vector<LabelAgreement> labels;        // in order of the alphabet
};

Agreement agreement_of(const CodedTogether& conversations, const LabelOf& label_of, base::Time tolerance);

// Cohen's kappa of the first two coders for each tolerance: how much of the agreement hangs on it.
struct KappaAtTolerance {
    base::Time tolerance;
    std::optional<double> kappa;
};
std::vector<KappaAtTolerance> kappa_by_tolerance(const CodedTogether& conversations, const LabelOf& label_of,
                                                 const std::vector<base::Time>& tolerances);

// Of one global rating: what each coder gave in each conversation that all of them rated.
std::optional<Correlations> agreement_on_rating(const CodedTogether& conversations, const std::string& rating);

}  // namespace analysis
