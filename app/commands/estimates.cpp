// terugblik estimates: what trainees estimated before they saw a number, beside what was measured.
#include "app/calibration.h"
#include "app/commands/find.h"
#include "app/commands/followed.h"
#include "app/trend_data.h"

#include <fmt/format.h>

namespace commands {

namespace {

void add_point(Answer& answer, const app::Calibration& one, const app::EstimatePoint& point) {
    answer.json["points"].push_back({{"person", one.person},
                                     {"estimate", one.estimate.key},
                                     {"measure", one.measure.key},
                                     {"day", point.day},
                                     {"conversation", point.conversation.text},
                                     {"title", point.title},
                                     {"coder", point.coder},
                                     {"estimated", point.estimate},
                                     {"measured", or_null(point.measured.value)},
                                     {"low", or_null(point.measured.low)},
                                     {"high", or_null(point.measured.high)},
                                     {"too_few", point.measured.band == analysis::Band::TooFew}});
    answer.text += fmt::format(
        "  {}  {:>8}  {:>8}  {}{}\n", point.day, app::value_text(one.measure, point.estimate),
        app::value_text(one.measure, point.measured.value), point.title,
        point.measured.band == analysis::Band::TooFew ? std::string("  (") + _("too few to say") + ")" : std::string());
}

Answer estimates(const Common& common, const std::string& person) {
    library::SqliteLibrary library = existing_library(common);
    const std::vector<app::Calibration> all = app::calibrations(library, person);
    if (all.empty()) throw base::Error(_("No own view with an estimate is complete yet."));
    Answer answer;
    answer.json = {{"points", Json::array()}, {"mean_distance", Json::array()}};
    for (const app::Calibration& one : all) {
        answer.text += fmt::format("{}  {}\n  {:<10}  {:>8}  {:>8}\n", one.person, one.estimate.key, _("day"),
                                   _("estimate"), _("measured"));
        for (const app::EstimatePoint& point : one.points) add_point(answer, one, point);
        const auto distance = one.mean_distance();
        answer.json["mean_distance"].push_back(
            {{"person", one.person}, {"estimate", one.estimate.key}, {"value", or_null(distance)}});
        if (distance)
            answer.text += fmt::format("  {}: {}\n", _("off on average"), app::distance_text(one.measure, *distance));
    }
    return answer;
}

}  // namespace

void add_estimates(Menu& menu) {
    const auto person = std::make_shared<std::string>();
    menu.add("estimates", _("What trainees estimated before they saw a number, beside what was measured"),
             [person](const Common& common) { return estimates(common, *person); })
        .option("--person", *person, _("only this trainee"));
}

}  // namespace commands
