// What trainees estimated before any number was shown, beside what was measured afterwards, over their conversations:
// for the Review screen and the command estimates. Only of own views that are complete: an estimate after the number
// was seen is none.
#pragma once

#include "analysis/measures.h"
#include "codes/codebook.h"
#include "library/library.h"
#include "report/trend_chart.h"

#include <string>
#include <vector>

namespace app {

struct EstimatePoint {
    base::Id conversation;
    std::string day;  // "2026-11-30"
    std::string title;
    std::string coder;
    double estimate = 0;
    analysis::MeasureValue measured;  // by the coach's coding; no value: not coded, or nothing to divide by
};
// One estimate of one person, over time. Estimates of other versions of the codebook are the same as long as their key
// and measure are.
struct Calibration {
    std::string person;
    codes::SelfEstimate estimate;
    codes::Measure measure;
    std::vector<EstimatePoint> points;  // by day

    // How far the estimates were off, on average, as a distance; nothing where nothing was measured.
    std::optional<double> mean_distance() const;
};

// "12 percentage points", "0.4".
std::string distance_text(const codes::Measure& measure, double distance);
// Of everyone, or of one person; by person and then in the order of the codebook.
// As far as `who` may see them; empty: all of them.
std::vector<Calibration> calibrations(library::Library& library, const std::string& person,
                                      const std::string& who = {});
report::TrendChart calibration_chart(const Calibration& calibration);

}  // namespace app
