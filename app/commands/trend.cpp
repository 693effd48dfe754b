// terugblik trend: a measure over each person's conversations.
#include "app/commands/find.h"
#include "app/commands/followed.h"

#include <fmt/format.h>

namespace commands {

namespace {

struct TrendArguments {
    std::string person, measure, codebook, group;
};

const char* name_of(library::MilestoneKind kind) {
    return kind == library::MilestoneKind::Coaching ? "coaching" : "training";
}

Json method_key(analysis::IntervalMethod method) {
    if (method == analysis::IntervalMethod::None) return nullptr;
    return method == analysis::IntervalMethod::Wilson ? "wilson_95" : "wilson_odds_95";
}

Json point_json(const Followed& followed, const analysis::PersonTrend& trend, const analysis::TrendPoint& point) {
    const codes::CountedCoding& coding = followed.data.counted.codings[point.place];
    return {{"person", trend.person},
            {"day", point.day},
            {"conversation", coding.conversation.text},
            {"coding", coding.coding.text},
            {"title", coding.title},
            {"coder", coding.coder},
            {"codebook_version", coding.codebook_version},
            {"value", or_null(point.value.value)},
            {"numerator", or_null(point.value.numerator)},
            {"denominator", or_null(point.value.denominator)},
            {"low", or_null(point.value.low)},
            {"high", or_null(point.value.high)},
            {"interval", method_key(point.value.method)},
            {"too_few", point.value.band == analysis::Band::TooFew}};
}

std::string point_text(const Followed& followed, const analysis::TrendPoint& point) {
    const codes::CountedCoding& coding = followed.data.counted.codings[point.place];
    std::string text = fmt::format("  {}  {:>8}", point.day, app::value_text(followed.measure, point.value.value));
    if (point.value.denominator)
        text += fmt::format("  {} / {}", point.value.numerator.value_or(0), *point.value.denominator);
    if (point.value.low)
        text += fmt::format("  [{} \xe2\x80\x93 {}]", app::value_text(followed.measure, point.value.low),
                            app::value_text(followed.measure, point.value.high));
    if (point.value.band == analysis::Band::TooFew) text += std::string("  ") + _("too few to say");
    return text + fmt::format("  {}  {}  {}\n", coding.coder, coding.codebook_version, coding.title);
}

void add_person(Answer& answer, const Followed& followed, const analysis::PersonTrend& trend) {
    answer.text += (trend.person.empty() ? _("no trainee yet") : trend.person) + "\n";
    auto next = trend.breaks.begin();
    for (std::size_t at = 0; at < trend.points.size(); ++at) {
        if (next != trend.breaks.end() && next->point == at) {
            const std::string text = app::break_text(followed.data, trend, *next);
            answer.text += "  ! " + text + "\n";
            answer.json["breaks"].push_back({{"person", trend.person},
                                             {"day", trend.points[at].day},
                                             {"coder", next->coder},
                                             {"codebook_version", next->codebook},
                                             {"text", text}});
            ++next;
        }
        answer.json["points"].push_back(point_json(followed, trend, trend.points[at]));
        answer.text += point_text(followed, trend.points[at]);
    }
}

Answer trend(const Common& common, const TrendArguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    const Followed found = followed(library, arguments.codebook, arguments.measure);
    const auto people = found.data.trend(found.measure.key, wanted(library, arguments.person, arguments.group));
    if (people.empty()) throw base::Error(_("No coding is of this person, group and codebook."));
    Answer answer;
    answer.json = heading(found);
    answer.json.update({{"points", Json::array()},
                        {"breaks", Json::array()},
                        {"milestones", Json::array()},
                        {"warnings", found.warnings}});
    answer.text = found.data.codebook.key + "  " + found.measure.key + "\n";
    for (const std::string& warning : found.warnings) answer.text += "! " + warning + "\n";
    for (const library::Milestone& milestone : library.milestones()) {
        answer.json["milestones"].push_back({{"day", milestone.date},
                                             {"kind", name_of(milestone.kind)},
                                             {"person", milestone.person},
                                             {"text", milestone.text}});
        answer.text +=
            fmt::format("{}  {}  {} {}\n", milestone.date, name_of(milestone.kind), milestone.person, milestone.text);
    }
    for (const analysis::PersonTrend& person : people) add_person(answer, found, person);
    return answer;
}

}  // namespace

void add_trend(Menu& menu) {
    const auto arguments = std::make_shared<TrendArguments>();
    menu.add("trend", _("A measure over each person's conversations, with who coded them and by which version"),
             [arguments](const Common& common) { return trend(common, *arguments); })
        .option("--person", arguments->person, _("only this trainee"))
        .option("--measure", arguments->measure, _("the measure's key; the codebook's first, unless you say so"))
        .option("--codebook", arguments->codebook, _("the codebook's key"))
        .option("--group", arguments->group, _("only conversations with this TAG=VALUE"));
}

}  // namespace commands
