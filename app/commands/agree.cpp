// terugblik agree (CODING CODING... | --where TAG=VALUE): how far coders agree.
#include "analysis/number_said.h"
#include "analysis/over_time.h"
#include "analysis/scale.h"
#include "app/commands/chosen_codings.h"
#include "app/gold_test.h"
#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace commands {

namespace {

struct AgreeArguments {
    std::vector<std::string> codings, where;
    std::string by = "code", side = "all";
    std::optional<base::Time> tolerance;
    std::string certificate, language;
};

// Each conversation's gold coding beside the one of whoever is tested.
std::vector<app::GoldPair> gold_pairs(const analysis::CodedTogether& conversations) {
    std::vector<app::GoldPair> pairs;
    for (const auto& codings : conversations) {
        const auto is_gold = [](const codes::Coding* coding) { return coding->purpose == codes::Purpose::Gold; };
        if (codings.size() != 2 || is_gold(codings[0]) == is_gold(codings[1]))
            throw base::Error(
                _("--certificate: of each conversation exactly two codings are needed, one of them marked as gold."));
        const bool is_first_gold = is_gold(codings[0]);
        pairs.push_back({*codings[is_first_gold ? 0 : 1], *codings[is_first_gold ? 1 : 0]});
        if (pairs.back().coder.coder != pairs.front().coder.coder)
            throw base::Error(fmt::format(
                fmt::runtime(_("--certificate: these are codings of {} and of {}. A certificate is about one coder.")),
                pairs.front().coder.coder, pairs.back().coder.coder));
    }
    return pairs;
}

void write_certificate(library::Library& library, const codes::Codebook& codebook,
                       const analysis::CodedTogether& conversations, base::Time tolerance,
                       const AgreeArguments& arguments) {
    const base::Language language = arguments.language.empty()   ? base::language()
                                    : arguments.language == "nl" ? base::Language::Dutch
                                                                 : base::Language::English;
    app::write_certificate(library, app::gold_test(gold_pairs(conversations), codebook, tolerance), language,
                           arguments.certificate);
}

// What the codings are compared by: their code, or one attribute, "n/a" where the event does not have it.
analysis::LabelOf label_by(const codes::Codebook& codebook, const AgreeArguments& arguments) {
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

Json correlation_json(const analysis::Correlation& correlation) {
    return {{"value", correlation.value}, {"low", correlation.low}, {"high", correlation.high}};
}

Json correlations_json(const std::optional<analysis::Correlations>& icc) {
    if (!icc) return nullptr;
    return {{"1,1", correlation_json(icc->one_single)},   {"2,1", correlation_json(icc->two_single)},
            {"3,1", correlation_json(icc->three_single)}, {"1,k", correlation_json(icc->one_average)},
            {"2,k", correlation_json(icc->two_average)},  {"3,k", correlation_json(icc->three_average)}};
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

Json label_json(const analysis::LabelAgreement& label, bool are_two) {
    Json json = {{"fleiss_kappa", or_null(label.fleiss_kappa)}};
    if (!are_two) return json;
    json["cohen_kappa"] = or_null(label.cohen_kappa);
    json["cohen_kappa_low"] = label.cohen_interval ? Json(label.cohen_interval->low) : Json(nullptr);
    json["cohen_kappa_high"] = label.cohen_interval ? Json(label.cohen_interval->high) : Json(nullptr);
    json["pabak"] = label.adjusted ? Json(label.adjusted->pabak) : Json(nullptr);
    json["prevalence_index"] = or_null(label.adjusted ? label.adjusted->prevalence_index : std::nullopt);
    json["bias_index"] = or_null(label.adjusted ? label.adjusted->bias_index : std::nullopt);
    return json;
}

Json names_of(const std::vector<const codes::Coding*>& codings) {
    Json names = Json::array();
    for (const codes::Coding* coding : codings) names.push_back(coding->coder);
    return names;
}

Json tolerance_curve(const analysis::CodedTogether& conversations, const analysis::LabelOf& label_of) {
    std::vector<base::Time> tolerances;
    for (const int seconds : {0, 1, 2, 3, 5, 10}) tolerances.push_back(base::seconds(seconds));
    Json curve = Json::array();
    for (const auto& [tolerance, kappa] : analysis::kappa_by_tolerance(conversations, label_of, tolerances))
        curve.push_back({{"tolerance_us", tolerance.microseconds}, {"kappa", or_null(kappa)}});
    return curve;
}

Json scale_json(const analysis::ScaleAgreement& scale) {
    return {{"units", scale.units},
            {"kappa_linear", or_null(scale.kappa_linear)},
            {"kappa_quadratic", or_null(scale.kappa_quadratic)},
            {"alpha_ordinal", or_null(scale.alpha_ordinal)},
            {"alpha_interval", or_null(scale.alpha_interval)},
            {"alpha_ratio", or_null(scale.alpha_ratio)}};
}

Json ratings_json(const analysis::CodedTogether& conversations, const codes::Codebook& codebook) {
    Json json = Json::object();
    for (const codes::Rating& rating : codebook.ratings) {
        std::vector<double> steps;
        for (int step = rating.minimum; step <= rating.maximum; ++step) steps.push_back(step);
        json[rating.key] =
            scale_json(analysis::agreement_on_scale(analysis::ratings_given(conversations, rating.key), steps));
        json[rating.key]["icc"] = correlations_json(analysis::agreement_on_rating(conversations, rating.key));
    }
    return json;
}

// Of an attribute whose values are numbers; nothing for any other.
Json attribute_scale_json(const analysis::CodedTogether& conversations, const codes::Codebook& codebook,
                          const AgreeArguments& arguments, base::Time tolerance) {
    for (const codes::Attribute& attribute : codebook.attributes) {
        if (arguments.by != "attribute:" + attribute.key || !analysis::is_scale(attribute)) continue;
        std::vector<double> steps;
        for (const std::string& value : attribute.values) steps.push_back(analysis::number_said(value).value_or(0));
        return scale_json(
            analysis::agreement_on_scale(analysis::numbers_said(conversations, attribute.key, tolerance), steps));
    }
    return nullptr;
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

Answer agree(const Common& common, const AgreeArguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    const ChosenCodings chosen = choose_codings(library, arguments.codings, arguments.where);
    const base::Time tolerance = arguments.tolerance.value_or(base::seconds(2));
    const analysis::LabelOf label_of = label_by(chosen.codebook, arguments);
    const analysis::CodedTogether conversations = coded_by_all(chosen.codings);
    if (!arguments.certificate.empty())
        write_certificate(library, chosen.codebook, conversations, tolerance, arguments);
    const analysis::Agreement agreement = analysis::agreement_of(conversations, label_of, tolerance);
    const bool are_two = agreement.coders == 2;
    Json icc = Json::object(), per_code = Json::object();
    for (const analysis::LabelAgreement& label : agreement.labels) {
        icc[label.label] = correlations_json(label.icc);
        per_code[label.label] = label_json(label, are_two);
    }
    Json json = {{"conversations", agreement.conversations},
                 {"coders", names_of(conversations.front())},
                 {"codebook", chosen.codebook.key},
                 {"by", arguments.by},
                 {"side", arguments.side},
                 {"tolerance_us", tolerance.microseconds},
                 {"same_utterances", agreement.same_utterances},
                 {"moments", agreement.moments},
                 {"matched", agreement.matched},
                 {"same_code", agreement.same_code},
                 {"only_first", agreement.only_first},
                 {"only_second", agreement.only_second},
                 {"cohen_kappa", or_null(agreement.cohen_kappa)},
                 {"cohen_kappa_lowest", or_null(agreement.cohen_kappa_lowest)},
                 {"cohen_kappa_highest", or_null(agreement.cohen_kappa_highest)},
                 {"fleiss_kappa", or_null(agreement.fleiss_kappa)},
                 {"krippendorff_alpha", or_null(agreement.krippendorff_alpha)},
                 {"icc", std::move(icc)},
                 {"per_code", std::move(per_code)},
                 {"ratings", ratings_json(conversations, chosen.codebook)},
                 {"scale", attribute_scale_json(conversations, chosen.codebook, arguments, tolerance)}};
    if (are_two) {
        json["kappa_by_time"] = or_null(agreement.kappa_by_time);
        json["kappa_by_tolerance"] = tolerance_curve(conversations, label_of);
    }
    std::string text = lines_of(json);
    if (!arguments.certificate.empty()) {
        json["certificate"] = arguments.certificate;
        text += arguments.certificate + "\n";
    }
    return {.json = std::move(json), .text = text, .failure = {}};
}

}  // namespace

void add_agree(Menu& menu) {
    const auto arguments = std::make_shared<AgreeArguments>();
    menu.add("agree", _("How far coders of the same conversations agree, beyond chance"),
             [arguments](const Common& common) { return agree(common, *arguments); })
        .arguments("CODING", arguments->codings, _("two or more codings of one conversation"), Need::Optional)
        .option("--where", arguments->where, _("instead: all codings of conversations with this TAG=VALUE"))
        .option("--tolerance", arguments->tolerance, _("how far apart two codes may be the same moment (2 seconds)"))
        .option("--by", arguments->by, _("what is compared: code, or attribute:NAME"))
        .option("--certificate", arguments->certificate,
                _("the PDF file to write: the test of one coder against the codings marked as gold"))
        .choice("--language", arguments->language, {"en", "nl"}, _("of the certificate"))
        .choice("--side", arguments->side, {"all", "professional", "client"}, _("whose codes are compared"));
}

}  // namespace commands
