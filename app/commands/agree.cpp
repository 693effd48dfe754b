// terugblik agree (CODING CODING... | --where TAG=VALUE): how far coders agree.
#include "analysis/comparison.h"
#include "analysis/icc.h"
#include "analysis/krippendorff.h"
#include "app/commands/chosen_codings.h"
#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace commands {

namespace {

constexpr base::Time kUnit = base::seconds(1);  // of the kappa by time

struct Arguments {
    std::vector<std::string> codings, where;
    std::string by = "code", side = "all";
    std::optional<base::Time> tolerance;
};

// What the codings are compared by: their code, or one attribute, "n/a" where the event does not have it.
analysis::LabelOf label_by(const codes::Codebook& codebook, const Arguments& arguments) {
    constexpr std::string_view kAttribute = "attribute:";
    std::string attribute;
    if (arguments.by.starts_with(kAttribute)) {
        attribute = arguments.by.substr(kAttribute.size());
        const bool is_there = std::any_of(codebook.attributes.begin(), codebook.attributes.end(),
                                          [&](const codes::Attribute& each) { return each.key == attribute; });
        if (!is_there)
            throw base::Error(
                fmt::format(fmt::runtime(_("“{}”: the codebook {} has no such attribute.")), attribute, codebook.key));
    } else if (arguments.by != "code") {
        throw UsageError(_("--by: say code, or attribute:NAME"));
    }
    return [&codebook, attribute, side = arguments.side](const codes::Event& event) -> std::optional<std::string> {
        const codes::Code* code = codebook.find(event.code);
        if (code == nullptr) return {};
        if (side != "all" && (side == "client") != (code->side == codes::Side::Client)) return {};
        if (attribute.empty()) return event.code;
        const auto said = event.attributes.find(attribute);
        return said == event.attributes.end() ? "n/a" : said->second;
    };
}

Json or_null(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

struct Kappas {
    std::vector<double> of_pairs;
    std::optional<double> mean;  // of all pairs of coders (Light 1971)
    std::optional<double> lowest, highest;
};

// A table with "nothing" in it has a cell that cannot be counted; its chance is fitted around that.
std::optional<double> kappa_of(const analysis::Comparison& comparison, const analysis::Matrix& table) {
    if (table.size() > comparison.labels.size()) return analysis::alignment_kappa(table);
    const auto kappa = analysis::cohen_kappa(table);
    return kappa ? std::optional(kappa->value) : std::nullopt;
}

Kappas kappas_of(const analysis::Comparison& comparison, std::size_t coders) {
    Kappas kappas;
    for (std::size_t a = 0; a < coders; ++a)
        for (std::size_t b = a + 1; b < coders; ++b)
            if (const auto kappa = kappa_of(comparison, analysis::pair_table(comparison, a, b)))
                kappas.of_pairs.push_back(*kappa);
    if (kappas.of_pairs.empty()) return kappas;
    double sum = 0;
    for (const double kappa : kappas.of_pairs) sum += kappa;
    kappas.mean = sum / static_cast<double>(kappas.of_pairs.size());
    kappas.lowest = *std::min_element(kappas.of_pairs.begin(), kappas.of_pairs.end());
    kappas.highest = *std::max_element(kappas.of_pairs.begin(), kappas.of_pairs.end());
    return kappas;
}

Json correlation_json(const analysis::Correlation& correlation) {
    return {{"value", correlation.value}, {"low", correlation.low}, {"high", correlation.high}};
}

Json correlations_json(const std::optional<analysis::Correlations>& icc) {
    if (!icc) return nullptr;
    return {{"1,1", correlation_json(icc->one_single)},   {"2,1", correlation_json(icc->two_single)},
            {"3,1", correlation_json(icc->three_single)}, {"1,k", correlation_json(icc->one_average)},
            {"2,k", correlation_json(icc->two_average)},  {"3,k", correlation_json(icc->three_average)}};
}

// Counts of one label by conversation and coder.
analysis::Matrix counts_of(const std::vector<analysis::Comparison>& conversations, const std::string& label,
                           std::size_t coders) {
    analysis::Matrix counts;
    for (const analysis::Comparison& comparison : conversations) {
        const auto found = std::find(comparison.labels.begin(), comparison.labels.end(), label);
        std::vector<double> row(coders);
        for (const analysis::Moment& moment : comparison.moments)
            for (std::size_t coder = 0; coder < coders; ++coder)
                if (moment.said[coder] == static_cast<std::size_t>(found - comparison.labels.begin())) ++row[coder];
        counts.push_back(std::move(row));
    }
    return counts;
}

// The label against all others, "nothing" among them.
analysis::Matrix two_of(const analysis::Matrix& items, std::size_t label) {
    analysis::Matrix two;
    for (const auto& item : items) {
        double others = 0;
        for (std::size_t each = 0; each < item.size(); ++each) others += each == label ? 0 : item[each];
        two.push_back({item[label], others});
    }
    return two;
}

// Two coders only: seconds by code, from all conversations.
std::optional<double> kappa_by_time(const std::vector<std::vector<const codes::Coding*>>& conversations,
                                    const analysis::LabelOf& label_of, const std::vector<std::string>& labels,
                                    base::Time tolerance) {
    analysis::Matrix table(labels.size() + 1, std::vector<double>(labels.size() + 1));
    for (const auto& codings : conversations) {
        std::vector<analysis::CodedMoments> coders;
        base::Time end;
        for (const codes::Coding* coding : codings) {
            analysis::CodedMoments moments;
            for (const codes::Event& event : coding->events) {
                const auto label = label_of(event);
                if (!label) continue;
                const auto place = std::lower_bound(labels.begin(), labels.end(), *label) - labels.begin();
                moments.push_back({event.at, event.end, static_cast<std::size_t>(place)});
                end = std::max(end, event.end.value_or(event.at) + kUnit);
            }
            coders.push_back(std::move(moments));
        }
        const analysis::Matrix seconds =
            analysis::time_table(coders[0], coders[1], labels.size(), end, kUnit, tolerance);
        for (std::size_t i = 0; i < table.size(); ++i)
            for (std::size_t j = 0; j < table.size(); ++j) table[i][j] += seconds[i][j];
    }
    const auto kappa = analysis::cohen_kappa(table);
    return kappa ? std::optional(kappa->value) : std::nullopt;
}

Json tolerance_curve(const std::vector<std::vector<const codes::Coding*>>& conversations,
                     const analysis::LabelOf& label_of) {
    Json curve = Json::array();
    for (const int seconds : {0, 1, 2, 3, 5, 10}) {
        std::vector<analysis::Comparison> comparisons;
        for (const auto& codings : conversations)
            comparisons.push_back(analysis::compare(codings, label_of, base::seconds(seconds)));
        const analysis::Comparison all = analysis::pooled(comparisons);
        curve.push_back({{"tolerance_us", base::seconds(seconds).microseconds},
                         {"kappa", or_null(kappa_of(all, analysis::pair_table(all, 0, 1)))}});
    }
    return curve;
}

std::vector<std::vector<const codes::Coding*>> coded_by_all(const std::vector<codes::Coding>& codings) {
    auto conversations = by_conversation(codings);
    // Conversations with one coding have nobody to agree with; the rest must have as many coders each.
    std::erase_if(conversations, [](const auto& each) { return each.size() < 2; });
    if (conversations.empty())
        throw base::Error(_("These codings are of different conversations. Agreement needs two of the same one."));
    const std::size_t coders = conversations.front().size();
    if (std::any_of(conversations.begin(), conversations.end(),
                    [&](const auto& each) { return each.size() != coders; }))
        throw base::Error(_("Some of these conversations have more coders than others. Choose those with as many."));
    return conversations;
}

// What the statistics are made from.
struct Coders {
    std::vector<std::vector<const codes::Coding*>> conversations;
    std::vector<analysis::Comparison> comparisons;  // one for each
    analysis::Comparison all;                       // pooled
    std::size_t count = 0;
};

Coders coders_of(const ChosenCodings& chosen, const analysis::LabelOf& label_of, base::Time tolerance) {
    Coders coders;
    coders.conversations = coded_by_all(chosen.codings);
    coders.count = coders.conversations.front().size();
    for (const auto& codings : coders.conversations)
        coders.comparisons.push_back(analysis::compare(codings, label_of, tolerance));
    coders.all = analysis::pooled(coders.comparisons);
    return coders;
}

// How many moments the first two coders have together, and alone.
struct Matched {
    int both = 0, only_first = 0, only_second = 0;
};

Matched matched(const analysis::Comparison& all) {
    Matched matched;
    for (const analysis::Moment& moment : all.moments) {
        matched.both += moment.said[0] && moment.said[1] ? 1 : 0;
        matched.only_first += moment.said[0] && !moment.said[1] ? 1 : 0;
        matched.only_second += !moment.said[0] && moment.said[1] ? 1 : 0;
    }
    return matched;
}

Json icc_json(const Coders& coders, std::size_t label) {
    return correlations_json(
        analysis::intraclass_correlations(counts_of(coders.comparisons, coders.all.labels[label], coders.count)));
}

Json label_json(const Coders& coders, std::size_t label) {
    const auto fleiss = analysis::fleiss_kappa(two_of(analysis::item_table(coders.all), label));
    Json json = {{"fleiss_kappa", fleiss ? Json(fleiss->value) : Json(nullptr)}};
    if (coders.count != 2) return json;
    const analysis::Matrix two = analysis::one_against_rest(analysis::pair_table(coders.all, 0, 1), label);
    const auto kappa = analysis::cohen_kappa(two);
    const auto adjusted = analysis::adjusted_kappa(two);
    json["cohen_kappa"] = kappa ? Json(kappa->value) : Json(nullptr);
    json["pabak"] = adjusted ? Json(adjusted->pabak) : Json(nullptr);
    json["prevalence_index"] = or_null(adjusted ? adjusted->prevalence_index : std::nullopt);
    json["bias_index"] = or_null(adjusted ? adjusted->bias_index : std::nullopt);
    return json;
}

Json by_label(const Coders& coders, Json (*answer)(const Coders&, std::size_t)) {
    Json labels = Json::object();
    for (std::size_t label = 0; label < coders.all.labels.size(); ++label)
        labels[coders.all.labels[label]] = answer(coders, label);
    return labels;
}

Json names_of(const Coders& coders) {
    Json names = Json::array();
    for (const codes::Coding* coding : coders.conversations.front()) names.push_back(coding->coder);
    return names;
}

std::string lines_of(const Json& json) {
    std::string text =
        fmt::format(fmt::runtime(_("  {} moments, {} matched, {} only by the first, {} only by the second")),
                    json["moments"].get<int>(), json["matched"].get<int>(), json["only_first"].get<int>(),
                    json["only_second"].get<int>()) +
        "\n";
    const auto line = [&](const std::string& name, const Json& value) {
        text += fmt::format("  {:<28}{:>8}\n", name,
                            value.is_null() ? _("n/a") : base::number(base::language(), value.get<double>(), 3));
    };
    line("Cohen's kappa", json["cohen_kappa"]);
    line("Fleiss' kappa", json["fleiss_kappa"]);
    line("Krippendorff's alpha", json["krippendorff_alpha"]);
    for (const auto& [label, values] : json["per_code"].items()) line("  " + label, values["fleiss_kappa"]);
    return text;
}

Answer agree(const Common& common, const Arguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    const ChosenCodings chosen = choose_codings(library, arguments.codings, arguments.where);
    const base::Time tolerance = arguments.tolerance.value_or(base::seconds(2));
    const analysis::LabelOf label_of = label_by(chosen.codebook, arguments);
    const Coders coders = coders_of(chosen, label_of, tolerance);
    const Kappas kappas = kappas_of(coders.all, coders.count);
    const auto fleiss = analysis::fleiss_kappa(analysis::item_table(coders.all));
    const Matched moments = matched(coders.all);
    Json json = {{"conversations", coders.conversations.size()},
                 {"coders", names_of(coders)},
                 {"codebook", chosen.codebook.key},
                 {"by", arguments.by},
                 {"side", arguments.side},
                 {"tolerance_us", tolerance.microseconds},
                 {"same_utterances", coders.all.same_utterances},
                 {"moments", coders.all.moments.size()},
                 {"matched", moments.both},
                 {"only_first", moments.only_first},
                 {"only_second", moments.only_second},
                 {"cohen_kappa", or_null(kappas.mean)},
                 {"cohen_kappa_lowest", or_null(kappas.lowest)},
                 {"cohen_kappa_highest", or_null(kappas.highest)},
                 {"fleiss_kappa", fleiss ? Json(fleiss->value) : Json(nullptr)},
                 {"krippendorff_alpha",
                  or_null(analysis::krippendorff_alpha(analysis::coder_rows(coders.all), analysis::Level::Nominal))},
                 {"icc", by_label(coders, icc_json)},
                 {"per_code", by_label(coders, label_json)}};
    if (coders.count == 2) {
        json["kappa_by_time"] = or_null(kappa_by_time(coders.conversations, label_of, coders.all.labels, tolerance));
        json["kappa_by_tolerance"] = tolerance_curve(coders.conversations, label_of);
    }
    const std::string text = lines_of(json);
    return {.json = std::move(json), .text = text, .failure = {}};
}

}  // namespace

void add_agree(Menu& menu) {
    const auto arguments = std::make_shared<Arguments>();
    menu.add("agree", _("How far coders of the same conversations agree, beyond chance"),
             [arguments](const Common& common) { return agree(common, *arguments); })
        .arguments("CODING", arguments->codings, _("two or more codings of one conversation"), Need::Optional)
        .option("--where", arguments->where, _("instead: all codings of conversations with this TAG=VALUE"))
        .option("--tolerance", arguments->tolerance, _("how far apart two codes may be the same moment (2 seconds)"))
        .option("--by", arguments->by, _("what is compared: code, or attribute:NAME"))
        .choice("--side", arguments->side, {"all", "professional", "client"}, _("whose codes are compared"));
}

}  // namespace commands
