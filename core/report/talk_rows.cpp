#include "analysis/counted.h"
#include "analysis/curves.h"
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

constexpr std::size_t kMostQuotes = 5;

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
    return fmt::format(fmt::runtime(base::translate(language, "Ends at {}; highest {}, lowest {}.")),
                       with_sign(curve.points.back().level), with_sign(highest), with_sign(lowest));
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
        return fmt::format(fmt::runtime(base::translate(language, "measured: about the same, you {}")), percent);
    if (share > 0.5) return fmt::format(fmt::runtime(base::translate(language, "measured: you, {}")), percent);
    return fmt::format(fmt::runtime(base::translate(language, "measured: the client; you {}")), percent);
}

}  // namespace

std::vector<Curve> curve_rows(const Sources& sources, Language language) {
    std::vector<Curve> rows;
    for (const codes::Curve& curve : sources.codebook.curves) {
        Curve row{.label = base::to_valid_utf8(curve.label.in(language)), .text = {}, .points = {}};
        for (const auto& point : analysis::curve_points(sources.codebook, curve, sources.coding.events))
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
