#include "analysis/counted.h"
#include "analysis/curves.h"
#include "analysis/hints.h"
#include "analysis/over_time.h"
#include "analysis/segment.h"
#include "base/put_in.h"
#include "base/text.h"
#include "report/rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>

namespace report {

namespace {

using base::Language;
using base::put_in;

constexpr std::size_t kMostQuotes = 5;

// Of a code or a group.
std::string label_of(const codes::Codebook& codebook, const std::string& key, Language language) {
    if (const codes::Code* code = codebook.find(key)) return base::to_valid_utf8(code->label.in(language));
    const codes::Group* group = codebook.find_group(key);
    return group != nullptr ? base::to_valid_utf8(group->label.in(language)) : key;
}

// How far the attribute is from nothing, for or against.
int strength_of(const codes::Event& event, const std::string& attribute) {
    const auto said = event.attributes.find(attribute);
    if (said == event.attributes.end()) return 0;
    const std::string_view text =
        said->second.starts_with('+') ? std::string_view(said->second).substr(1) : said->second;
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::abs(value);
}

std::string with_sign(int level) {
    return level == 0 ? "0" : fmt::format("{}{}", level > 0 ? "+" : "−", std::abs(level));
}

std::string curve_text(const Curve& curve, Language language) {
    if (curve.points.empty()) return base::translate(language, "Nothing was coded that moves this line.");
    int highest = 0;
    int lowest = 0;
    for (const CurvePoint& point : curve.points) {
        highest = std::max(highest, point.level);
        lowest = std::min(lowest, point.level);
    }
    return put_in(base::translate(language, "Ends at {}; highest {}, lowest {}."), with_sign(curve.points.back().level),
                  with_sign(highest), with_sign(lowest));
}

const char* who(codes::Most most, Language language) {
    switch (most) {
        case codes::Most::Professional:
            return base::translate(language, "I did");
        case codes::Most::Client:
            return base::translate(language, "the client");
        case codes::Most::Same:
            break;
    }
    return base::translate(language, "the same");
}

// Within this share of each other two sides are the same.
constexpr double kSame = 0.1;

std::string measured(const codes::SelfQuestion& question, const codes::Codebook& codebook,
                     const analysis::Inputs& inputs, Language language) {
    if (question.professional.empty() || question.client.empty()) return "";
    const auto professional = analysis::value_of(codebook, inputs, question.professional);
    const auto client = analysis::value_of(codebook, inputs, question.client);
    if (!professional || !client || *professional + *client <= 0) return base::translate(language, "not measured");
    const double share = *professional / (*professional + *client);
    const std::string percent = base::number(language, share * 100, 0) + " %";
    if (std::abs(share - 0.5) <= kSame / 2)
        return put_in(base::translate(language, "measured: about the same, you {}"), percent);
    if (share > 0.5) return put_in(base::translate(language, "measured: you, {}"), percent);
    return put_in(base::translate(language, "measured: the client; you {}"), percent);
}

}  // namespace

std::vector<Coverage> coverage_rows(const Sources& sources, Language language) {
    const auto heard = analysis::coverages(sources.codebook, sources.coding);
    std::vector<Coverage> rows;
    for (const codes::Coverage& coverage : sources.codebook.coverages) {
        Coverage row{.label = base::to_valid_utf8(coverage.label.in(language)), .summary = {}, .rows = {}};
        std::vector<std::string> present;
        std::vector<std::string> absent;
        for (const analysis::HeardPart& part : heard.at(coverage.key)) {
            const std::string label = label_of(sources.codebook, part.part, language);
            (part.first ? present : absent).push_back(label);
            row.rows.push_back({.label = label,
                                .first = part.first,
                                .when = part.first ? put_in(base::translate(language, "{} ×, first at {}"), part.times,
                                                            base::to_short_text(*part.first))
                                                   : base::translate(language, "not heard")});
        }
        if (!present.empty()) row.summary = put_in(base::translate(language, "Heard: {}."), fmt::join(present, ", "));
        if (!absent.empty())
            row.summary += (row.summary.empty() ? "" : " ") +
                           put_in(base::translate(language, "Not yet: {}."), fmt::join(absent, ", "));
        // Where nothing of it was heard and nothing coded there is nothing to say.
        if (!sources.coding.events.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ThirdsRow> thirds_rows(const Sources& sources, Language language) {
    std::vector<ThirdsRow> rows;
    const bool any = std::any_of(sources.codebook.measures.begin(), sources.codebook.measures.end(),
                                 [](const codes::Measure& measure) { return measure.by_thirds; });
    if (!any || sources.coding.events.empty()) return rows;
    const auto parts = analysis::measures_by_part(sources.codebook, sources.coding, sources.turns, sources.duration, 3);
    for (const codes::Measure& measure : sources.codebook.measures) {
        if (!measure.by_thirds) continue;
        ThirdsRow row{.label = base::to_valid_utf8(measure.label.in(language)), .values = {}, .counted = {}};
        for (std::size_t third = 0; third < row.values.size() && third < parts.size(); ++third) {
            const MeasureRow numbers = measure_row(measure, parts[third].measures.at(measure.key), language);
            row.values[third] = numbers.value;
            row.counted[third] = numbers.counted;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Curve> curve_rows(const Sources& sources, Language language) {
    std::vector<Curve> rows;
    for (const codes::Curve& curve : sources.codebook.curves) {
        Curve row{.label = base::to_valid_utf8(curve.label.in(language)), .text = {}, .points = {}};
        for (const auto& point :
             analysis::curve_points(sources.codebook, curve, analysis::coded_events(sources.coding)))
            row.points.push_back({point.at, point.level});
        row.text = curve_text(row, language);
        if (!row.points.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<MomentRow> quote_rows(const Sources& sources, Language language) {
    struct Quote {
        int strength;
        MomentRow row;
    };
    std::vector<Quote> quotes;
    for (const codes::Event& event : sources.coding.events) {
        if (!analysis::counts_for_any(sources.codebook, event, sources.codebook.quotes)) continue;
        codes::Event without_note = event;
        without_note.note.clear();
        MomentRow row = moment_row(sources, without_note, language);
        const bool is_there =
            std::any_of(quotes.begin(), quotes.end(), [&](const Quote& quote) { return quote.row.note == row.note; });
        if (!row.note.empty() && !is_there)
            quotes.push_back({strength_of(event, sources.codebook.quotes_by), std::move(row)});
    }
    // The strongest; among equals, who said more.
    std::stable_sort(quotes.begin(), quotes.end(), [](const Quote& a, const Quote& b) {
        return a.strength != b.strength ? a.strength > b.strength : a.row.note.size() > b.row.note.size();
    });
    if (quotes.size() > kMostQuotes) quotes.resize(kMostQuotes);
    std::stable_sort(quotes.begin(), quotes.end(), [](const Quote& a, const Quote& b) { return a.row.at < b.row.at; });
    std::vector<MomentRow> rows;
    for (Quote& quote : quotes) rows.push_back(std::move(quote.row));
    return rows;
}

std::vector<TalkRow> talk_rows(const analysis::Inputs& inputs, Language language) {
    if (!inputs.talk) return {};
    const talk::SideMeasures& professional = inputs.talk->professional;
    const talk::SideMeasures& client = inputs.talk->client;
    const auto seconds = [&](const std::optional<base::Time>& time) {
        return time ? put_in(base::translate(language, "{} s"), base::number(language, time->seconds(), 1))
                    : std::string(base::translate(language, "n/a"));
    };
    const auto clock = [](base::Time time) { return base::to_short_text(time); };
    const auto count = [](int value) { return std::to_string(value); };
    return {
        {base::translate(language, "Speech"), clock(professional.speech), clock(client.speech),
         base::translate(language, "silence left out")},
        {base::translate(language, "Turns"), count(professional.turns), count(client.turns),
         base::translate(language, "“hm” and “ja” meanwhile end no turn")},
        {base::translate(language, "Median turn"), seconds(professional.median_turn), seconds(client.median_turn), ""},
        {base::translate(language, "Longest turn"), seconds(professional.longest_turn), seconds(client.longest_turn),
         ""},
        {base::translate(language, "Response time"), seconds(professional.latency), seconds(client.latency),
         base::translate(language, "median, from the end of the other's turn")},
        {base::translate(language, "Silences ended"), count(professional.silences_ended), count(client.silences_ended),
         put_in(base::translate(language, "of the {} of 3 s or more"), inputs.talk->long_silences)},
        {base::translate(language, "Interruptions"), count(professional.interruptions), count(client.interruptions),
         base::translate(language, "began more than 0.25 s before the other's end, who then stopped")},
    };
}

std::vector<SelfRow> self_rows(const Sources& sources, const analysis::Inputs& inputs, Language language) {
    const auto& answers = sources.coding.feedback.self_view;
    std::vector<SelfRow> rows;
    bool any = false;
    for (const codes::SelfQuestion& question : sources.codebook.self_questions) {
        const auto answer = answers.find(question.key);
        any = any || answer != answers.end();
        rows.push_back({.question = base::to_valid_utf8(question.label.in(language)),
                        .answer = answer != answers.end() ? who(answer->second, language) : "–",
                        .measured = measured(question, sources.codebook, inputs, language)});
    }
    return any ? rows : std::vector<SelfRow>{};
}

}  // namespace report
