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

constexpr int kFormat = 1;

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

Json write_rating(const RatingRow& row) {
    return {{"label", row.label},
            {"value", row.value},
            {"minimum", row.minimum},
            {"maximum", row.maximum},
            {"scale", row.scale}};
}
RatingRow read_rating(const Json& json) {
    return {json.at("label"), json.at("value"), json.at("minimum"), json.at("maximum"), json.at("scale")};
}

Json write_noted(const MomentRow& row) {
    return {
        {"at_us", row.at.microseconds}, {"code", row.code}, {"colour", colour_text(row.colour)}, {"note", row.note}};
}
MomentRow read_noted(const Json& json) {
    return {base::microseconds(json.at("at_us")), json.at("code"), colour_from(json.at("colour")), json.at("note")};
}

Report read_report(const Json& json) {
    if (json.at("format").get<int>() > kFormat)
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
    json["moments"] = list(report.moments, write_noted);
    json["marks"] = list(report.marks, write_mark);
    json["method"] = report.method;
    json["footer"] = report.footer;
    for (const auto& [key, text] : kWords) json["wording"][key] = report.wording.*text;
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
