#include "analysis/comparison.h"

#include <algorithm>
#include <set>

namespace analysis {

namespace {

struct Coder {
    std::vector<std::size_t> events;  // those that count, in Coding::events
    CodedMoments moments;             // the same, with the place of their label
};

std::vector<std::string> labels_of(const std::vector<const codes::Coding*>& codings, const LabelOf& label_of) {
    std::set<std::string> labels;
    for (const codes::Coding* coding : codings)
        for (const codes::Event& event : coding->events)
            if (const auto label = label_of(event)) labels.insert(*label);
    return {labels.begin(), labels.end()};
}

std::size_t place_of(const std::vector<std::string>& labels, const std::string& label) {
    return static_cast<std::size_t>(std::lower_bound(labels.begin(), labels.end(), label) - labels.begin());
}

Coder coder_of(const codes::Coding& coding, const LabelOf& label_of, const std::vector<std::string>& labels) {
    Coder coder;
    for (std::size_t i = 0; i < coding.events.size(); ++i) {
        const codes::Event& event = coding.events[i];
        const auto label = label_of(event);
        if (!label) continue;
        coder.events.push_back(i);
        coder.moments.push_back({event.at, event.end, place_of(labels, *label)});
    }
    return coder;
}

bool at_the_same_times(const std::vector<Coder>& coders) {
    return std::all_of(coders.begin(), coders.end(), [&](const Coder& coder) {
        return std::equal(coder.moments.begin(), coder.moments.end(), coders.front().moments.begin(),
                          coders.front().moments.end(),
                          [](const CodedMoment& a, const CodedMoment& b) { return a.at == b.at; });
    });
}

Moment moment_of(std::size_t coders) {
    return {std::vector<std::optional<std::size_t>>(coders), std::vector<std::optional<std::size_t>>(coders)};
}

void set(Moment& moment, std::size_t coder, const Coder& from, std::size_t which) {
    moment.said[coder] = from.moments[which].code;
    moment.events[coder] = from.events[which];
}

std::vector<Moment> one_by_one(const std::vector<Coder>& coders) {
    std::vector<Moment> moments(coders.front().moments.size(), moment_of(coders.size()));
    for (std::size_t coder = 0; coder < coders.size(); ++coder)
        for (std::size_t i = 0; i < moments.size(); ++i) set(moments[i], coder, coders[coder], i);
    return moments;
}

std::vector<Moment> aligned(const std::vector<Coder>& coders, base::Time tolerance) {
    std::vector<Moment> moments;
    CodedMoments so_far;  // each moment as the first coder who has it sees it
    for (std::size_t coder = 0; coder < coders.size(); ++coder) {
        std::vector<Moment> merged;
        CodedMoments merged_so_far;
        for (const Match& match : align(so_far, coders[coder].moments, tolerance)) {
            Moment moment = match.first ? moments[*match.first] : moment_of(coders.size());
            if (match.second) set(moment, coder, coders[coder], *match.second);
            merged.push_back(std::move(moment));
            merged_so_far.push_back(match.first ? so_far[*match.first] : coders[coder].moments[*match.second]);
        }
        // What only one of them has comes out in order of neither: by time again, for the next coder.
        std::vector<std::size_t> order(merged.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return merged_so_far[a].at < merged_so_far[b].at; });
        moments.clear();
        so_far.clear();
        for (const std::size_t i : order) {
            moments.push_back(std::move(merged[i]));
            so_far.push_back(merged_so_far[i]);
        }
    }
    return moments;
}

bool somebody_has_nothing(const Comparison& comparison) {
    return std::any_of(comparison.moments.begin(), comparison.moments.end(), [](const Moment& moment) {
        return std::any_of(moment.said.begin(), moment.said.end(), [](const auto& said) { return !said; });
    });
}

std::size_t categories_of(const Comparison& comparison) {
    return comparison.labels.size() + (somebody_has_nothing(comparison) ? 1 : 0);
}

}  // namespace

LabelOf by_code() {
    return [](const codes::Event& event) { return std::optional(event.code); };
}

Comparison compare(const std::vector<const codes::Coding*>& codings, const LabelOf& label_of, base::Time tolerance) {
    Comparison comparison;
    if (codings.empty()) return comparison;
    comparison.labels = labels_of(codings, label_of);
    std::vector<Coder> coders;
    for (const codes::Coding* coding : codings) coders.push_back(coder_of(*coding, label_of, comparison.labels));
    comparison.same_utterances = at_the_same_times(coders);
    comparison.moments = comparison.same_utterances ? one_by_one(coders) : aligned(coders, tolerance);
    return comparison;
}

Matrix pair_table(const Comparison& comparison, std::size_t first, std::size_t second) {
    const std::size_t nothing = comparison.labels.size();
    const std::size_t categories = categories_of(comparison);
    Matrix table(categories, std::vector<double>(categories));
    for (const Moment& moment : comparison.moments)
        if (moment.said[first] || moment.said[second])
            ++table[moment.said[first].value_or(nothing)][moment.said[second].value_or(nothing)];
    return table;
}

Matrix item_table(const Comparison& comparison) {
    const std::size_t nothing = comparison.labels.size();
    Matrix table;
    for (const Moment& moment : comparison.moments) {
        std::vector<double> item(categories_of(comparison));
        for (const auto& said : moment.said) ++item[said.value_or(nothing)];
        table.push_back(std::move(item));
    }
    return table;
}

std::vector<std::vector<std::optional<double>>> coder_rows(const Comparison& comparison) {
    const auto nothing = static_cast<double>(comparison.labels.size());
    std::vector<std::vector<std::optional<double>>> rows;
    if (!comparison.moments.empty()) rows.resize(comparison.moments.front().said.size());
    for (const Moment& moment : comparison.moments)
        for (std::size_t coder = 0; coder < rows.size(); ++coder)
            rows[coder].push_back(moment.said[coder] ? static_cast<double>(*moment.said[coder]) : nothing);
    return rows;
}

Comparison pooled(const std::vector<Comparison>& comparisons) {
    Comparison all;
    std::set<std::string> labels;
    for (const Comparison& comparison : comparisons) labels.insert(comparison.labels.begin(), comparison.labels.end());
    all.labels.assign(labels.begin(), labels.end());
    all.same_utterances = std::all_of(comparisons.begin(), comparisons.end(),
                                      [](const Comparison& comparison) { return comparison.same_utterances; });
    for (const Comparison& comparison : comparisons) {
        for (Moment moment : comparison.moments) {
            for (auto& said : moment.said)
                if (said) said = place_of(all.labels, comparison.labels[*said]);
            all.moments.push_back(std::move(moment));
        }
    }
    return all;
}

}  // namespace analysis
