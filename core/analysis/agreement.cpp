#include "analysis/agreement.h"

#include "analysis/krippendorff.h"

#include <algorithm>

namespace analysis {

namespace {

constexpr base::Time kUnit = base::seconds(1);  // of the kappa by time

// What the statistics are made from.
struct Compared {
    std::vector<Comparison> conversations;
    Comparison all;
    std::size_t coders = 0;
};

Compared compared(const CodedTogether& conversations, const LabelOf& label_of, base::Time tolerance) {
    Compared made;
    for (const auto& codings : conversations) made.conversations.push_back(compare(codings, label_of, tolerance));
    made.all = pooled(made.conversations);
    made.coders = conversations.empty() ? 0 : conversations.front().size();
    return made;
}

// A table with "nothing" in it has a cell that cannot be counted; its chance is fitted around that.
std::optional<double> kappa_of(const Comparison& comparison, const Matrix& table) {
    if (table.size() > comparison.labels.size()) return alignment_kappa(table);
    const auto kappa = cohen_kappa(table);
    return kappa ? std::optional(kappa->value) : std::nullopt;
}

void add_kappas(Agreement& agreement, const Compared& compared) {
    std::vector<double> kappas;
    for (std::size_t a = 0; a < compared.coders; ++a)
        for (std::size_t b = a + 1; b < compared.coders; ++b)
            if (const auto kappa = kappa_of(compared.all, pair_table(compared.all, a, b))) kappas.push_back(*kappa);
    if (kappas.empty()) return;
    double sum = 0;
    for (const double kappa : kappas) sum += kappa;
    agreement.cohen_kappa = sum / static_cast<double>(kappas.size());
    agreement.cohen_kappa_lowest = *std::min_element(kappas.begin(), kappas.end());
    agreement.cohen_kappa_highest = *std::max_element(kappas.begin(), kappas.end());
}

void count_matches(Agreement& agreement, const Comparison& all) {
    for (const Moment& moment : all.moments) {
        agreement.matched += moment.said[0] && moment.said[1] ? 1 : 0;
        agreement.same_code += moment.said[0] && moment.said[0] == moment.said[1] ? 1 : 0;
        agreement.only_first += moment.said[0] && !moment.said[1] ? 1 : 0;
        agreement.only_second += !moment.said[0] && moment.said[1] ? 1 : 0;
    }
}

// Counts of one label by conversation and coder.
Matrix counts_of(const Compared& compared, const std::string& label) {
    Matrix counts;
    for (const Comparison& comparison : compared.conversations) {
        const auto found = std::find(comparison.labels.begin(), comparison.labels.end(), label);
        const auto place = static_cast<std::size_t>(found - comparison.labels.begin());
        std::vector<double> row(compared.coders);
        for (const Moment& moment : comparison.moments)
            for (std::size_t coder = 0; coder < compared.coders; ++coder)
                if (moment.said[coder] == place) ++row[coder];
        counts.push_back(std::move(row));
    }
    return counts;
}

// The label against all others, "nothing" among them.
Matrix two_of(const Matrix& items, std::size_t label) {
    Matrix two;
    for (const auto& item : items) {
        double others = 0;
        for (std::size_t each = 0; each < item.size(); ++each) others += each == label ? 0 : item[each];
        two.push_back({item[label], others});
    }
    return two;
}

void add_pair(LabelAgreement& agreement, const Matrix& table, std::size_t label) {
    const Matrix two = one_against_rest(table, label);
    agreement.both = static_cast<int>(two[0][0]);
    agreement.only_first = static_cast<int>(two[0][1]);
    agreement.only_second = static_cast<int>(two[1][0]);
    if (const auto kappa = cohen_kappa(two)) {
        agreement.cohen_kappa = kappa->value;
        agreement.cohen_interval = Interval{std::max(-1.0, kappa->low), std::min(1.0, kappa->high)};
    }
    agreement.adjusted = adjusted_kappa(two);
}

LabelAgreement of_label(const Compared& compared, std::size_t label) {
    LabelAgreement agreement;
    agreement.label = compared.all.labels[label];
    const Matrix counts = counts_of(compared, agreement.label);
    agreement.counts.resize(compared.coders);
    for (const auto& row : counts)
        for (std::size_t coder = 0; coder < compared.coders; ++coder)
            agreement.counts[coder] += static_cast<int>(row[coder]);
    if (const auto fleiss = fleiss_kappa(two_of(item_table(compared.all), label)))
        agreement.fleiss_kappa = fleiss->value;
    if (compared.coders == 2) add_pair(agreement, pair_table(compared.all, 0, 1), label);
    agreement.icc = intraclass_correlations(counts);
    return agreement;
}

CodedMoments moments_of(const codes::Coding& coding, const LabelOf& label_of, const std::vector<std::string>& labels) {
    CodedMoments moments;
    for (const codes::Event& event : coding.events) {
        const auto label = label_of(event);
        if (!label) continue;
        const auto place = std::lower_bound(labels.begin(), labels.end(), *label) - labels.begin();
        moments.push_back({event.at, event.end, static_cast<std::size_t>(place)});
    }
    return moments;
}

base::Time end_of(const CodedMoments& moments) {
    base::Time end;
    for (const CodedMoment& moment : moments) end = std::max(end, moment.end.value_or(moment.at) + kUnit);
    return end;
}

std::optional<double> by_time(const CodedTogether& conversations, const LabelOf& label_of,
                              const std::vector<std::string>& labels, base::Time tolerance) {
    Matrix table(labels.size() + 1, std::vector<double>(labels.size() + 1));
    for (const auto& codings : conversations) {
        const CodedMoments first = moments_of(*codings[0], label_of, labels);
        const CodedMoments second = moments_of(*codings[1], label_of, labels);
        const base::Time end = std::max(end_of(first), end_of(second));
        const Matrix seconds = time_table(first, second, labels.size(), end, kUnit, tolerance);
        for (std::size_t i = 0; i < table.size(); ++i)
            for (std::size_t j = 0; j < table.size(); ++j) table[i][j] += seconds[i][j];
    }
    const auto kappa = cohen_kappa(table);
    return kappa ? std::optional(kappa->value) : std::nullopt;
}

}  // namespace

Agreement agreement_of(const CodedTogether& conversations, const LabelOf& label_of, base::Time tolerance) {
    const Compared made = compared(conversations, label_of, tolerance);
    Agreement agreement;
    agreement.coders = made.coders;
    agreement.conversations = conversations.size();
    agreement.same_utterances = made.all.same_utterances;
    agreement.moments = static_cast<int>(made.all.moments.size());
    if (made.coders < 2) return agreement;
    count_matches(agreement, made.all);
    add_kappas(agreement, made);
    if (made.coders == 2) agreement.kappa_by_time = by_time(conversations, label_of, made.all.labels, tolerance);
    if (const auto fleiss = fleiss_kappa(item_table(made.all))) agreement.fleiss_kappa = fleiss->value;
    agreement.krippendorff_alpha = krippendorff_alpha(coder_rows(made.all), Level::Nominal);
    for (std::size_t label = 0; label < made.all.labels.size(); ++label)
        agreement.labels.push_back(of_label(made, label));
    return agreement;
}

std::vector<KappaAtTolerance> kappa_by_tolerance(const CodedTogether& conversations, const LabelOf& label_of,
                                                 const std::vector<base::Time>& tolerances) {
    std::vector<KappaAtTolerance> curve;
    for (const base::Time tolerance : tolerances) {
        const Compared made = compared(conversations, label_of, tolerance);
        const bool are_two = made.coders >= 2;
        curve.push_back({tolerance, are_two ? kappa_of(made.all, pair_table(made.all, 0, 1)) : std::nullopt});
    }
    return curve;
}

std::optional<Correlations> agreement_on_rating(const CodedTogether& conversations, const std::string& rating) {
    Matrix numbers;
    for (const auto& codings : conversations) {
        std::vector<double> row;
        for (const codes::Coding* coding : codings)
            if (const auto given = coding->ratings.find(rating); given != coding->ratings.end())
                row.push_back(given->second);
        if (row.size() == codings.size()) numbers.push_back(std::move(row));
    }
    return intraclass_correlations(numbers);
}

}  // namespace analysis
