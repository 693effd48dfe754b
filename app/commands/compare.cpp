// terugblik compare: a measure before and from a day, or in two groups, and how far chance could make the difference.
#include "analysis/bootstrap.h"
#include "app/commands/find.h"
#include "app/commands/followed.h"

#include <fmt/format.h>

namespace commands {

namespace {

struct CompareArguments {
    std::string person, measure, codebook, date;
    std::vector<std::string> groups;
};

struct Sides {
    std::string first_label, second_label;
    std::vector<analysis::PersonTrend> people, others;  // the points below lie in these
    analysis::Points first, second;
};

Sides sides_of(library::Library& library, const Followed& found, const CompareArguments& arguments) {
    Sides sides;
    const std::string& key = found.measure.key;
    if (!arguments.date.empty()) {
        if (arguments.date.size() != 10 || !base::parse_iso8601(arguments.date))
            throw UsageError(
                fmt::format(fmt::runtime(_("“{}” is not a day. Write it as 2026-11-30.")), arguments.date));
        sides.people = found.data.trend(key, wanted(library, arguments.person, {}));
        std::tie(sides.first, sides.second) = analysis::around(sides.people, arguments.date);
        sides.first_label = fmt::format(fmt::runtime(_("Before {}")), arguments.date);
        sides.second_label = fmt::format(fmt::runtime(_("From {}")), arguments.date);
        return sides;
    }
    sides.people = found.data.trend(key, wanted(library, arguments.person, arguments.groups[0]));
    sides.others = found.data.trend(key, wanted(library, arguments.person, arguments.groups[1]));
    sides.first = analysis::all_points(sides.people);
    sides.second = analysis::all_points(sides.others);
    sides.first_label = arguments.groups[0];
    sides.second_label = arguments.groups[1];
    return sides;
}

Json period_json(const std::string& label, const analysis::Period& period) {
    return {{"label", label},
            {"conversations", period.conversations},
            {"value", or_null(period.value)},
            {"numerator", or_null(period.numerator)},
            {"denominator", or_null(period.denominator)},
            {"low", or_null(period.low)},
            {"high", or_null(period.high)},
            {"coders", period.coders},
            {"codebook_versions", period.versions}};
}

Answer compare(const Common& common, const CompareArguments& arguments) {
    if (arguments.date.empty() == arguments.groups.empty())
        throw UsageError(_("Compare two periods with --date, or two groups with --group twice."));
    if (!arguments.groups.empty() && arguments.groups.size() != 2)
        throw UsageError(_("--group is needed twice: two groups are compared"));
    library::SqliteLibrary library = existing_library(common);
    const Followed found = followed(library, arguments.codebook, arguments.measure);
    const Sides sides = sides_of(library, found, arguments);
    const analysis::Difference difference = analysis::difference(found.data.counted, sides.first, sides.second);
    const auto said = app::difference_sentences(found.measure, difference, sides.first_label, sides.second_label);
    Answer answer;
    answer.json = heading(found);
    answer.json.update({{"method", "bootstrap_expanded_percentile_95"},
                        {"resamples", analysis::kResamples},
                        {"seed", analysis::kBootstrapSeed},
                        {"first", period_json(sides.first_label, difference.first)},
                        {"second", period_json(sides.second_label, difference.second)},
                        {"difference", or_null(difference.value)},
                        {"low", or_null(difference.low)},
                        {"high", or_null(difference.high)},
                        {"includes_zero", difference.low ? Json(difference.includes_zero()) : Json(nullptr)},
                        {"intervals_overlap", difference.low ? Json(difference.intervals_overlap()) : Json(nullptr)},
                        {"too_few", difference.few},
                        {"sentences", said},
                        {"warnings", found.warnings}});
    answer.text = found.data.codebook.key + "  " + found.measure.key + "\n";
    for (const std::string& warning : found.warnings) answer.text += "! " + warning + "\n";
    for (const std::string& sentence : said) answer.text += "  " + sentence + "\n";
    answer.text += fmt::format(fmt::runtime(_("  Bootstrap over conversations, {} draws, seed {}.")),
                               analysis::kResamples, analysis::kBootstrapSeed) +
                   "\n";
    return answer;
}

}  // namespace

void add_compare(Menu& menu) {
    const auto arguments = std::make_shared<CompareArguments>();
    menu.add("compare", _("A measure before and from a day, or in two groups"),
             [arguments](const Common& common) { return compare(common, *arguments); })
        .option("--person", arguments->person, _("only this trainee"))
        .option("--measure", arguments->measure, _("the measure's key; the codebook's first, unless you say so"))
        .option("--codebook", arguments->codebook, _("the codebook's key"))
        .option("--date", arguments->date, _("the day of a training or coaching: before it, and from then on"))
        .option("--group", arguments->groups, _("TAG=VALUE of conversations; twice"));
}

}  // namespace commands
