#include "app/calibration.h"

#include "app/report_making.h"
#include "app/review_desk.h"
#include "app/trend_data.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace app {

namespace {

const codes::Measure* measure_of(const codes::Codebook& codebook, const std::string& key) {
    const auto found = std::find_if(codebook.measures.begin(), codebook.measures.end(),
                                    [&](const codes::Measure& each) { return each.key == key; });
    return found == codebook.measures.end() ? nullptr : &*found;
}

// What was measured in one conversation, by the coach's coding.
struct Measured {
    std::string coder;
    std::map<std::string, analysis::MeasureValue> values;
};

Measured measured(library::Library& library, const library::Conversation& conversation) {
    const std::vector<library::CodingSummary> codings = library.codings(conversation.id);
    const library::CodingSummary* coach = coach_coding(codings, conversation.trainee);
    const std::optional<codes::Coding> coding = coach ? library.coding(coach->id) : std::nullopt;
    const auto codebook = coding ? library.codebook(coding->codebook_key, coding->codebook_version) : std::nullopt;
    if (!codebook) return {};
    const report::Sources sources = report_sources(conversation, *coding, *codebook, library.turns(conversation.id));
    return {coding->coder,
            analysis::measures(*codebook, analysis::inputs_for(*codebook, *coding, sources.turns, sources.duration))};
}

std::string day_of(const library::Conversation& conversation, const codes::Review& review) {
    const std::string day = conversation.date.substr(0, 10);
    return day.empty() && review.unlocked ? base::to_iso8601(*review.unlocked).substr(0, 10) : day;
}

using Key = std::pair<std::string, std::string>;  // person, estimate

void add_points(library::Library& library, const codes::Review& review, std::vector<Calibration>& all,
                std::map<Key, std::size_t>& places) {
    const auto conversation = library.conversation(review.conversation);
    const auto codebook = library.codebook(review.codebook_key, review.codebook_version);
    if (!conversation || !codebook) return;
    const Measured counted = measured(library, *conversation);
    for (const codes::SelfEstimate& estimate : codebook->self_estimates) {
        const auto given = review.estimates.find(estimate.key);
        const codes::Measure* measure = measure_of(*codebook, estimate.measure);
        if (given == review.estimates.end() || measure == nullptr) continue;
        const auto [place, is_new] = places.try_emplace({review.trainee, estimate.key}, all.size());
        if (is_new) all.push_back({review.trainee, estimate, *measure, {}});
        EstimatePoint point{
            conversation->id, day_of(*conversation, review), conversation->title, counted.coder, given->second, {}};
        if (const auto value = counted.values.find(estimate.measure); value != counted.values.end())
            point.measured = value->second;
        all[place->second].points.push_back(std::move(point));
    }
}

}  // namespace

std::string distance_text(const codes::Measure& measure, double distance) {
    if (measure.format != codes::MeasureFormat::Percentage) return value_text(measure, distance);
    return fmt::format(fmt::runtime(_("{} percentage points")), base::number(base::language(), distance * 100, 0));
}

std::optional<double> Calibration::mean_distance() const {
    double sum = 0;
    int count = 0;
    for (const EstimatePoint& point : points) {
        if (!point.measured.value) continue;
        sum += std::abs(point.estimate - *point.measured.value);
        ++count;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

std::vector<Calibration> calibrations(library::Library& library, const std::string& person, const std::string& who) {
    std::vector<Calibration> all;
    std::map<Key, std::size_t> places;
    for (const codes::Review& review : library.reviews().all())
        if (review.unlocked && may_see_own_view(review, who) && (person.empty() || same_person(person, review.trainee)))
            add_points(library, review, all, places);
    for (Calibration& one : all)
        std::stable_sort(one.points.begin(), one.points.end(),
                         [](const EstimatePoint& a, const EstimatePoint& b) { return a.day < b.day; });
    std::stable_sort(all.begin(), all.end(),
                     [](const Calibration& a, const Calibration& b) { return a.person < b.person; });
    return all;
}

// One conversation after the other at equal distances: two of one day stand beside each other.
report::TrendChart calibration_chart(const Calibration& calibration) {
    report::TrendChart chart;
    chart.highest = calibration.estimate.maximum;
    for (const EstimatePoint& point : calibration.points)
        chart.highest = std::max({chart.highest, point.estimate, point.measured.value.value_or(0)});
    for (const double part : {0.0, 0.5, 1.0})
        chart.labels.push_back(value_text(calibration.measure, part * chart.highest));
    if (calibration.points.empty()) return chart;
    chart.first_day = calibration.points.front().day;
    if (calibration.points.size() > 1) chart.last_day = calibration.points.back().day;
    const double last = std::max<double>(1, static_cast<double>(calibration.points.size()) - 1);
    for (std::size_t i = 0; i < calibration.points.size(); ++i) {
        const EstimatePoint& point = calibration.points[i];
        const double x = static_cast<double>(i) / last;
        chart.estimates.push_back({x, point.estimate, {}, {}});
        if (point.measured.value)
            chart.marks.push_back({x, *point.measured.value, point.measured.low, point.measured.high,
                                   point.measured.band == analysis::Band::TooFew});
    }
    return chart;
}

}  // namespace app
