#include "app/what_came_next.h"

#include "analysis/following.h"
#include "app/moment_spans.h"
#include "app/next_words.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

using analysis::Followed;

struct Question {
    const codes::Codebook& codebook;
    const codes::Pair& pair;
    const std::vector<AskedCoding>& asked;

    std::vector<const codes::Coding*> codings() const {
        std::vector<const codes::Coding*> all;
        for (const AskedCoding& one : asked) all.push_back(one.coding);
        return all;
    }
    const AskedCoding& of(const codes::Coding* coding) const {
        return *std::find_if(asked.begin(), asked.end(), [&](const AskedCoding& one) { return one.coding == coding; });
    }
    std::string label(const std::string& code) const { return label_of_key(codebook, code); }
};

Moment moment_of(const Question& question, const codes::Coding* coding, const codes::Event& first,
                 const codes::Event* second, std::string text) {
    const AskedCoding& asked = question.of(coding);
    if (!asked.conversation.empty()) text += " · " + asked.conversation;
    Moment moment{span_to_hear(first, second ? *second : first, asked.turns), std::move(text)};
    if (const codes::Code* code = question.codebook.find(first.code)) moment.colour = code->colour;
    moment.coding = coding->id;
    return moment;
}

// "The table as a whole: LRX² 34.2 at 12 degrees of freedom. Chance alone ...". Nothing for a single row or column.
std::string whole_table_text(const analysis::Transitions& figures) {
    constexpr double kHardlyChance = 0.05;
    if (figures.degrees_of_freedom < 1 || figures.total <= 0) return {};
    std::string text =
        fmt::format(fmt::runtime(_("The table as a whole: LRX² {} at {} degrees of freedom, p {}.")),
                    base::number(base::language(), figures.likelihood_ratio, 1), figures.degrees_of_freedom,
                    figures.chance < 0.001 ? "< " + base::number(base::language(), 0.001, 3)
                                           : base::number(base::language(), figures.chance, 3));
    text += " ";
    if (figures.few_expected) return text + _("Some cells expect fewer than 5, so take it as a rough guide.");
    return text + (figures.chance < kHardlyChance ? _("What came next depended on what came first.")
                                                  : _("Chance alone could bring this about."));
}

// Rows and columns that nothing stands in are left out; what was asked stays.
void keep_what_occurs(const Question& question, const analysis::Axis& rows, const analysis::Axis& columns,
                      const analysis::Matrix& counts, WhatCameNext& answer) {
    const auto sum_of_row = [&](std::size_t r) {
        double sum = 0;
        for (const double count : counts[r]) sum += count;
        return sum;
    };
    const auto sum_of_column = [&](std::size_t c) {
        double sum = 0;
        for (const auto& row : counts) sum += row[c];
        return sum;
    };
    const auto label = [&](const std::string& key, const std::vector<std::string>& asked) {
        if (key != analysis::kAsked) return question.label(key);
        return asked.size() == 1 ? question.label(asked.front()) : names_of(question.codebook, asked);
    };
    const auto short_label = [&](const std::string& key) {
        const std::vector<std::string>& asked = question.pair.then;
        if (key == analysis::kAsked && asked.size() != 1) return label(key, asked);
        return short_label_of_key(question.codebook, key == analysis::kAsked ? asked.front() : key);
    };
    std::vector<std::size_t> kept;
    for (std::size_t c = 0; c < columns.keys.size(); ++c)
        if ((c == 0 && answer.has_asked_column) || sum_of_column(c) > 0) kept.push_back(c);
    for (const std::size_t c : kept) {
        answer.columns.push_back(label(columns.keys[c], question.pair.then));
        answer.short_columns.push_back(short_label(columns.keys[c]));
    }
    for (std::size_t r = 0; r < rows.keys.size(); ++r) {
        if (r > 0 && sum_of_row(r) == 0) continue;
        answer.rows.push_back(label(rows.keys[r], question.pair.given));
        answer.counts.emplace_back();
        for (const std::size_t c : kept) answer.counts.back().push_back(counts[r][c]);
    }
    answer.figures = analysis::transitions(answer.counts);
    answer.whole = whole_table_text(answer.figures);
}

WhatCameNext next_answer(const Question& question) {
    const codes::Pair& pair = question.pair;
    WhatCameNext answer;
    answer.has_asked_row = true;
    answer.has_asked_column = !pair.then.empty();
    const auto given_side = analysis::side_of(question.codebook, pair.given);
    const auto other = given_side == codes::Side::Client ? codes::Side::Professional : codes::Side::Client;
    const auto then_side = answer.has_asked_column ? analysis::side_of(question.codebook, pair.then) : other;
    const analysis::Axis rows =
        analysis::axis_of_asked(question.codebook, {pair.given, pair.after}, analysis::Rest::Each);
    const analysis::Axis columns = answer.has_asked_column
                                       ? analysis::axis_of_asked(question.codebook, {pair.then}, analysis::Rest::Each)
                                       : analysis::axis_of_side(question.codebook, other);
    const auto pairs = analysis::followed(question.codebook, question.codings(), rows, columns,
                                          {static_cast<std::size_t>(pair.lag), pair.within});
    keep_what_occurs(question, rows, columns, analysis::counts_of(pairs, rows, columns), answer);
    for (const Followed& one : pairs)
        if (one.row == 0 && (one.column == 0 || !answer.has_asked_column))
            answer.moments.push_back(
                moment_of(question, one.coding, *one.first, one.second,
                          question.label(one.first->code) + " → " + question.label(one.second->code)));
    PairCounts counts{.pair = pair,
                      .given_side = given_side.value_or(codes::Side::Professional),
                      .then_side = then_side.value_or(other)};
    counts.times = analysis::times_asked(question.codebook, question.codings(), rows, columns);
    for (const Followed& one : pairs) {
        const bool is_given = one.row == 0;
        const bool is_then = one.column == 0 && answer.has_asked_column;
        counts.given += is_given ? 1 : 0;
        counts.then += is_then ? 1 : 0;
        counts.both += is_given && is_then ? 1 : 0;
        ++counts.all;
    }
    if (!answer.has_asked_column && !answer.counts.empty())
        for (std::size_t c = 0; c < answer.columns.size(); ++c)
            counts.distribution.emplace_back(answer.columns[c], static_cast<int>(answer.counts[0][c]));
    answer.sentence = sentence_of(question.codebook, counts);
    answer.certainty = certainty_of(counts);
    return answer;
}

WhatCameNext before_answer(const Question& question) {
    const codes::Pair& pair = question.pair;
    WhatCameNext answer;
    const auto all = analysis::came_before(question.codebook, question.codings(), pair.given, pair.then);
    answer.columns = answer.short_columns = {_("not yet heard"), _("heard before")};
    OrderCounts counts{pair, static_cast<int>(all.size()), 0};
    for (const std::string& need : pair.then) {
        const auto missing = std::count_if(all.begin(), all.end(), [&](const analysis::CameBefore& one) {
            return std::find(one.missing.begin(), one.missing.end(), need) != one.missing.end();
        });
        answer.rows.push_back(question.label(need));
        answer.counts.push_back({static_cast<double>(missing), static_cast<double>(counts.times - missing)});
    }
    for (const analysis::CameBefore& one : all) {
        if (one.missing.empty()) continue;
        ++counts.early;
        const std::string text = fmt::format(fmt::runtime(_("{}; not yet heard: {}")), question.label(one.event->code),
                                             labels_of(question.codebook, one.missing));
        answer.moments.push_back(moment_of(question, one.coding, *one.event, nullptr, text));
    }
    answer.sentence = sentence_of(question.codebook, counts);
    answer.certainty = certainty_of(counts);
    return answer;
}

}  // namespace

WhatCameNext what_came_next(const codes::Codebook& codebook, const codes::Pair& pair,
                            const std::vector<AskedCoding>& asked) {
    const Question question{codebook, pair, asked};
    return pair.kind == codes::PairKind::Before ? before_answer(question) : next_answer(question);
}

}  // namespace app
