// The report as it is frozen in the library. Keys are stable: reports issued by older versions must open for ever.
#include "base/error.h"
#include "report/report.h"

#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <utility>

namespace report {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormat = 2;  // 2: ratings with evidence, and the sections about what was said

std::string colour_text(codes::Colour colour) {
    return fmt::format("#{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
}

codes::Colour colour_from(const std::string& text) {
    if (text.size() != 7 || text[0] != '#') throw base::Error(fmt::format("not a colour: {}", text));
    const auto part = [&](std::size_t at) {
        return static_cast<unsigned char>(std::stoi(text.substr(at, 2), nullptr, 16));
    };
    return {part(1), part(3), part(5)};
}

const char* side_text(codes::Side side) {
    return side == codes::Side::Client ? "client" : "professional";
}
codes::Side side_from(const Json& json) {
    return json.get<std::string>() == "client" ? codes::Side::Client : codes::Side::Professional;
}

// Every text of a report by its key, so that writing and reading cannot differ.
constexpr std::array kTexts = std::to_array<std::pair<const char*, std::string Report::*>>({
    {"title", &Report::title},
    {"trainee", &Report::trainee},
    {"conversation", &Report::conversation},
    {"date", &Report::date},
    {"coder", &Report::coder},
    {"codebook", &Report::codebook},
    {"segment", &Report::segment},
    {"length", &Report::length},
    {"subtitle", &Report::subtitle},
    {"coded_by", &Report::coded_by},
});
constexpr std::array kWords = std::to_array<std::pair<const char*, std::string Wording::*>>({
    {"strengths", &Wording::strengths},
    {"focus", &Wording::focus},
    {"next_step", &Wording::next_step},
    {"timeline", &Wording::timeline},
    {"measures", &Wording::measures},
    {"counts", &Wording::counts},
    {"ratings", &Wording::ratings},
    {"moments", &Wording::moments},
    {"method", &Wording::method},
    {"professional", &Wording::professional},
    {"client", &Wording::client},
    {"time", &Wording::time},
    {"code", &Wording::code},
    {"note", &Wording::note},
    {"measure", &Wording::measure},
    {"counted", &Wording::counted},
    {"value", &Wording::value},
    {"remark", &Wording::remark},
    {"count", &Wording::count},
    {"per_hour", &Wording::per_hour},
    {"rating", &Wording::rating},
    {"try_instead", &Wording::try_instead},
    {"draft", &Wording::draft},
    {"no_strengths", &Wording::no_strengths},
    {"no_focus", &Wording::no_focus},
    {"no_next_step", &Wording::no_next_step},
    {"timeline_text", &Wording::timeline_text},
});
// Those that came with format 2.
constexpr std::array kLaterWords = std::to_array<std::pair<const char*, std::string Wording::*>>({
    {"talk", &Wording::talk},
    {"thirds", &Wording::thirds},
    {"self_view", &Wording::self_view},
    {"quotes", &Wording::quotes},
    {"first_third", &Wording::first_third},
    {"middle_third", &Wording::middle_third},
    {"last_third", &Wording::last_third},
});

template <class Row, class Write>
Json list(const std::vector<Row>& rows, Write write) {
    Json result = Json::array();
    for (const Row& row : rows) result.push_back(write(row));
    return result;
}

template <class Row, class Read>
std::vector<Row> rows_from(const Json& json, Read read) {
    std::vector<Row> rows;
    for (const Json& row : json) rows.push_back(read(row));
    return rows;
}

Json write_moment(const codes::Moment& moment) {
    return {{"at_us", moment.at.microseconds},
            {"quote", moment.quote},
            {"comment", moment.comment},
            {"alternative", moment.alternative}};
}
codes::Moment read_moment(const Json& json) {
    return {base::microseconds(json.at("at_us")), json.at("quote"), json.at("comment"), json.at("alternative")};
}

Json write_mark(const Mark& mark) {
    Json json = {{"at_us", mark.at.microseconds}, {"side", side_text(mark.side)}, {"colour", colour_text(mark.colour)}};
    if (mark.end) json["end_us"] = mark.end->microseconds;
    return json;
}
Mark read_mark(const Json& json) {
    Mark mark{base::microseconds(json.at("at_us")), {}, side_from(json.at("side")), colour_from(json.at("colour"))};
    if (json.contains("end_us")) mark.end = base::microseconds(json.at("end_us"));
    return mark;
}

Json write_count(const CountRow& row) {
    return {{"label", row.label}, {"colour", colour_text(row.colour)}, {"side", side_text(row.side)},
            {"count", row.count}, {"per_hour", row.per_hour},          {"rate", row.rate}};
}
CountRow read_count(const Json& json) {
    return {json.at("label"),           colour_from(json.at("colour")),
            side_from(json.at("side")), json.at("count"),
            json.at("per_hour"),        json.at("rate")};
}

Json write_measure(const MeasureRow& row) {
    return {{"label", row.label}, {"counted", row.counted}, {"value", row.value}, {"remark", row.remark}};
}
MeasureRow read_measure(const Json& json) {
    return {json.at("label"), json.at("counted"), json.at("value"), json.at("remark")};
}

Json write_noted(const MomentRow& row) {
    return {
        {"at_us", row.at.microseconds}, {"code", row.code}, {"colour", colour_text(row.colour)}, {"note", row.note}};
}
MomentRow read_noted(const Json& json) {
    return {base::microseconds(json.at("at_us")), json.at("code"), colour_from(json.at("colour")), json.at("note")};
}

Json write_rating(const RatingRow& row) {
    return {{"label", row.label},     {"value", row.value},
            {"minimum", row.minimum}, {"maximum", row.maximum},
            {"scale", row.scale},     {"anchor", row.anchor},
            {"remark", row.remark},   {"evidence", list(row.evidence, write_noted)}};
}
RatingRow read_rating(const Json& json) {
    RatingRow row{
        json.at("label"), json.at("value"), json.at("minimum"), json.at("maximum"), json.at("scale"), {}, {}, {}};
    if (!json.contains("evidence")) return row;
    row.anchor = json.at("anchor").get<std::string>();
    row.remark = json.at("remark").get<std::string>();
    row.evidence = rows_from<MomentRow>(json.at("evidence"), read_noted);
    return row;
}

Json write_heard(const HeardRow& row) {
    Json json = {{"label", row.label}, {"when", row.when}};
    if (row.first) json["first_us"] = row.first->microseconds;
    return json;
}
HeardRow read_heard(const Json& json) {
    HeardRow row{json.at("label"), {}, json.at("when")};
    if (json.contains("first_us")) row.first = base::microseconds(json.at("first_us"));
    return row;
}

Json write_coverage(const Coverage& coverage) {
    return {{"label", coverage.label}, {"summary", coverage.summary}, {"rows", list(coverage.rows, write_heard)}};
}
Coverage read_coverage(const Json& json) {
    return {json.at("label"), json.at("summary"), rows_from<HeardRow>(json.at("rows"), read_heard)};
}

Json write_curve(const Curve& curve) {
    const auto point = [](const CurvePoint& each) -> Json {
        return {{"at_us", each.at.microseconds}, {"level", each.level}};
    };
    return {{"label", curve.label}, {"text", curve.text}, {"points", list(curve.points, point)}};
}
Curve read_curve(const Json& json) {
    const auto point = [](const Json& each) {
        return CurvePoint{base::microseconds(each.at("at_us")), each.at("level").get<int>()};
    };
    return {json.at("label"), json.at("text"), rows_from<CurvePoint>(json.at("points"), point)};
}

Json write_thirds(const ThirdsRow& row) {
    return {{"label", row.label}, {"values", row.values}, {"counted", row.counted}};
}
ThirdsRow read_thirds(const Json& json) {
    return {json.at("label"), json.at("values").get<std::array<std::string, 3>>(),
            json.at("counted").get<std::array<std::string, 3>>()};
}

Json write_talk(const TalkRow& row) {
    return {{"label", row.label}, {"professional", row.professional}, {"client", row.client}, {"remark", row.remark}};
}
TalkRow read_talk(const Json& json) {
    return {json.at("label"), json.at("professional"), json.at("client"), json.at("remark")};
}

Json write_self(const SelfRow& row) {
    return {{"question", row.question}, {"answer", row.answer}, {"measured", row.measured}};
}
SelfRow read_self(const Json& json) {
    return {json.at("question"), json.at("answer"), json.at("measured")};
}

// What reports of format 1 do not have.
void read_what_was_said(const Json& json, Report& report) {
    report.coverages = rows_from<Coverage>(json.at("coverages"), read_coverage);
    report.curves = rows_from<Curve>(json.at("curves"), read_curve);
    report.thirds = rows_from<ThirdsRow>(json.at("thirds"), read_thirds);
    report.talk = rows_from<TalkRow>(json.at("talk"), read_talk);
    report.self_view = rows_from<SelfRow>(json.at("self_view"), read_self);
    report.quotes = rows_from<MomentRow>(json.at("quotes"), read_noted);
    for (const auto& [key, text] : kLaterWords) report.wording.*text = json.at("wording").at(key).get<std::string>();
}

Report read_report(const Json& json) {
    const int format = json.at("format");
    if (format > kFormat)
        throw base::Error(_("This report was made by a newer Terugblik. Update the program to open it."));
    Report report;
    report.language = json.at("language") == "nl" ? base::Language::Dutch : base::Language::English;
    for (const auto& [key, text] : kTexts) report.*text = json.at(key).get<std::string>();
    report.duration = base::microseconds(json.at("duration_us"));
    report.version = json.at("version");
    report.issued = {json.at("issued_ms").get<std::int64_t>()};
    report.feedback.strengths = rows_from<codes::Moment>(json.at("strengths"), read_moment);
    report.feedback.focus = rows_from<codes::Moment>(json.at("focus"), read_moment);
    report.feedback.next_step = json.at("next_step").get<std::string>();
    report.measures = rows_from<MeasureRow>(json.at("measures"), read_measure);
    report.counts = rows_from<CountRow>(json.at("counts"), read_count);
    report.totals = rows_from<CountRow>(json.at("totals"), read_count);
    report.ratings = rows_from<RatingRow>(json.at("ratings"), read_rating);
    report.moments = rows_from<MomentRow>(json.at("moments"), read_noted);
    report.marks = rows_from<Mark>(json.at("marks"), read_mark);
    report.method = json.at("method").get<std::vector<std::string>>();
    report.footer = json.at("footer").get<std::vector<std::string>>();
    for (const auto& [key, text] : kWords) report.wording.*text = json.at("wording").at(key).get<std::string>();
    if (format > 1) read_what_was_said(json, report);
    return report;
}

}  // namespace

std::string to_json(const Report& report) {
    Json json = {{"format", kFormat}, {"language", base::code(report.language)}};
    for (const auto& [key, text] : kTexts) json[key] = report.*text;
    json["duration_us"] = report.duration.microseconds;
    json["version"] = report.version;
    json["issued_ms"] = report.issued.milliseconds;
    json["strengths"] = list(report.feedback.strengths, write_moment);
    json["focus"] = list(report.feedback.focus, write_moment);
    json["next_step"] = report.feedback.next_step;
    json["measures"] = list(report.measures, write_measure);
    json["counts"] = list(report.counts, write_count);
    json["totals"] = list(report.totals, write_count);
    json["ratings"] = list(report.ratings, write_rating);
    json["coverages"] = list(report.coverages, write_coverage);
    json["curves"] = list(report.curves, write_curve);
    json["thirds"] = list(report.thirds, write_thirds);
    json["talk"] = list(report.talk, write_talk);
    json["self_view"] = list(report.self_view, write_self);
    json["quotes"] = list(report.quotes, write_noted);
    json["moments"] = list(report.moments, write_noted);
    json["marks"] = list(report.marks, write_mark);
    json["method"] = report.method;
    json["footer"] = report.footer;
    for (const auto& [key, text] : kWords) json["wording"][key] = report.wording.*text;
    for (const auto& [key, text] : kLaterWords) json["wording"][key] = report.wording.*text;
    return json.dump(1);
}

Report report_from_json(const std::string& text) {
    try {
        return read_report(Json::parse(text));
    } catch (const base::Error&) {
        throw;
    } catch (const std::exception& error) {
        throw base::Error(fmt::format(fmt::runtime(_("The saved report cannot be read: {}.")), error.what()));
    }
}

}  // namespace report
