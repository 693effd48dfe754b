#include "app/agreement_words.h"

#include "base/i18n.h"
#include "report/kappa_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {

namespace {

template <class... Parts>
std::string filled(const char* pattern, const Parts&... parts) {
    return fmt::format(fmt::runtime(pattern), parts...);
}

std::string number(const std::optional<double>& value, int decimals = 2) {
    return value ? base::number(base::language(), *value, decimals) : _("n/a");
}

std::string label_name(const AgreementDesk& desk, const std::string& key) {
    const codes::Code* code = desk.codebook.find(key);
    return code != nullptr ? code->label.in(base::language()) : key;
}

const analysis::LabelAgreement* shared_label(const AgreementDesk& desk, const std::string& key) {
    const auto found = std::find_if(desk.shared.counts.begin(), desk.shared.counts.end(),
                                    [&](const analysis::LabelAgreement& label) { return label.label == key; });
    return found == desk.shared.counts.end() ? nullptr : &*found;
}

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

void add_pair_figures(std::vector<AgreementFigure>& figures, const AgreementDesk& desk) {
    const analysis::Agreement& numbers = desk.numbers;
    const std::string apart = tolerance_text(desk.tolerance);
    figures.push_back(
        {_("Kappa by events"), kappa_text(numbers.cohen_kappa),
         numbers.cohen_kappa ? report::band_text(base::language(), *numbers.cohen_kappa) : "",
         filled(_("How far you agree on which code a moment gets, beyond chance: 1 is always, 0 is what chance alone "
                  "would give. Two codes can be one moment when they begin at most {} apart."),
                apart)});
    figures.push_back(
        {_("Kappa by time"), kappa_text(numbers.kappa_by_time),
         numbers.kappa_by_time ? report::band_text(base::language(), *numbers.kappa_by_time) : "",
         filled(_("The same, asked second by second, with {} leeway: seconds that both of you left uncoded count as "
                  "agreement, so with codes of a moment this says more about where you coded than about which code."),
                apart)});
    figures.push_back({_("The same code"), std::to_string(numbers.same_code), "",
                       _("Moments that both of you coded, with the same code.")});
    figures.push_back({_("Another code"), std::to_string(numbers.matched - numbers.same_code), "",
                       _("Moments that both of you coded, with different codes.")});
    figures.push_back({filled(_("Only {}"), first_name(desk)), std::to_string(numbers.only_first), "",
                       filled(_("Moments that only {} coded."), first_name(desk))});
    figures.push_back({filled(_("Only {}"), second_name(desk)), std::to_string(numbers.only_second), "",
                       filled(_("Moments that only {} coded."), second_name(desk))});
}

void add_figures_of_all(std::vector<AgreementFigure>& figures, const AgreementDesk& desk) {
    if (!desk.all) return;
    const analysis::Agreement& all = *desk.all;
    const std::string who = joined(desk.all_coders);
    figures.push_back({filled(_("Fleiss' kappa of {} coders"), all.coders), kappa_text(all.fleiss_kappa),
                       all.fleiss_kappa ? report::band_text(base::language(), *all.fleiss_kappa) : "",
                       filled(_("One kappa for all of you together ({}): a moment that somebody left uncoded counts as "
                                "another answer."),
                              who)});
    figures.push_back({filled(_("Krippendorff's alpha of {} coders"), all.coders), kappa_text(all.krippendorff_alpha),
                       "",
                       filled(_("As Fleiss' kappa, built on disagreement instead: 1 is none, 0 is what chance would "
                                "give ({})."),
                              who)});
}

std::string correlation_text(const analysis::Correlation& icc) {
    return filled(_("{} ({} to {}, 95 %)"), number(icc.value), number(icc.low), number(icc.high));
}

// An ordered scale has a kappa too, in which a step apart weighs less than three.
std::string scale_text(const analysis::ScaleAgreement& scale) {
    if (scale.units == 0) return {};
    return "\n" + filled(_("As steps of a scale: weighted kappa {} (quadratic) or {} (linear), Krippendorff's alpha {} "
                           "(ordinal) or {} (interval)."),
                         number(scale.kappa_quadratic), number(scale.kappa_linear), number(scale.alpha_ordinal),
                         number(scale.alpha_interval));
}

void add_ratings(std::vector<AgreementFigure>& figures, const AgreementDesk& desk) {
    for (const RatingAgreement& shared : desk.shared.ratings) {
        if (!shared.icc) continue;
        const auto rating = std::find_if(desk.codebook.ratings.begin(), desk.codebook.ratings.end(),
                                         [&](const codes::Rating& one) { return one.key == shared.rating; });
        const std::string name =
            rating != desk.codebook.ratings.end() ? rating->label.in(base::language()) : shared.rating;
        const analysis::Correlation& icc = shared.icc->two_single;
        figures.push_back(
            {filled(_("ICC of {}"), name), number(icc.value),
             filled(_("{} to {} (95 %)"), number(icc.low), number(icc.high)),
             _("How far one coder's rating stands for any other's, over the conversations that both of you "
               "rated: 1 is the same rating each time.") +
                 std::string("\n") + icc_text(shared.icc) + scale_text(shared.scale)});
    }
}

}  // namespace

std::string first_name(const AgreementDesk& desk) {
    return desk.first.coder == desk.second.coder ? desk.first.coder + " (1)" : desk.first.coder;
}

std::string second_name(const AgreementDesk& desk) {
    return desk.first.coder == desk.second.coder ? desk.second.coder + " (2)" : desk.second.coder;
}

std::string kappa_text(const std::optional<double>& kappa) {
    return number(kappa);
}

std::string tolerance_text(base::Time tolerance) {
    const bool is_whole = tolerance.microseconds % base::seconds(1).microseconds == 0;
    return filled(_("{} s"), base::number(base::language(), tolerance.seconds(), is_whole ? 0 : 1));
}

std::string agreement_sentence(const AgreementDesk& desk) {
    const analysis::Agreement& numbers = desk.numbers;
    const int all = numbers.matched + numbers.only_first + numbers.only_second;
    if (all == 0) return _("Neither of you has coded anything yet, so there is nothing to compare.");
    const std::string text = filled(
        _("Of the {} moments that {} or {} coded, both gave the same code to {}, and different codes to {}; {} has "
          "{} alone, {} has {} alone."),
        all, first_name(desk), second_name(desk), numbers.same_code, numbers.matched - numbers.same_code,
        first_name(desk), numbers.only_first, second_name(desk), numbers.only_second);
    if (!numbers.cohen_kappa) return text;
    if (*numbers.cohen_kappa <= 0)
        return text + " " +
               filled(_("That is no more than chance alone would give: a kappa of {}."), number(numbers.cohen_kappa));
    return text + " " +
           filled(_("That is more than chance alone by a kappa of {}, often called {}."), number(numbers.cohen_kappa),
                  report::band_text(base::language(), *numbers.cohen_kappa));
}

std::vector<AgreementFigure> agreement_figures(const AgreementDesk& desk) {
    std::vector<AgreementFigure> figures;
    add_pair_figures(figures, desk);
    add_figures_of_all(figures, desk);
    add_ratings(figures, desk);
    return figures;
}

std::vector<AgreementColumn> label_columns(const AgreementDesk& desk) {
    return {
        {_("Code"), _("The code that is looked at, against everything else.")},
        {first_name(desk), filled(_("How often {} gave it."), first_name(desk))},
        {second_name(desk), filled(_("How often {} gave it."), second_name(desk))},
        {_("Both"), _("How often both of you gave it to the same moment.")},
        {_("Kappa"),
         _("Agreement on this code against everything else, beyond chance. With a rare code it jumps at one "
           "moment more or less.")},
        {_("PABAK"), _("Kappa as it would be if the code were as common as its absence: high here and low in kappa "
                       "means a rare code, not careless coders (Byrt and others 1993).")},
        {_("Prevalence"), _("From -1 to 1: how much rarer (below 0) or commoner (above 0) the code is than all others; "
                            "far from 0 kappa is low whatever you do.")},
        {_("Bias"), _("From -1 to 1: above 0 the first of you gives the code more often, below 0 the second.")},
        {_("ICC"), icc_ground(desk)}};
}

std::vector<std::string> label_cells(const AgreementDesk& desk, const analysis::LabelAgreement& label) {
    const analysis::LabelAgreement* shared = shared_label(desk, label.label);
    const bool has_icc = shared != nullptr && shared->icc.has_value();
    const auto of_adjusted = [&](auto pick) -> std::string {
        return label.adjusted ? number(pick(*label.adjusted)) : number(std::nullopt);
    };
    return {label_name(desk, label.label),
            std::to_string(label.counts.at(0)),
            std::to_string(label.counts.at(1)),
            std::to_string(label.both),
            number(label.cohen_kappa),
            of_adjusted([](const analysis::Adjusted& adjusted) { return std::optional(adjusted.pabak); }),
            of_adjusted([](const analysis::Adjusted& adjusted) { return adjusted.prevalence_index; }),
            of_adjusted([](const analysis::Adjusted& adjusted) { return adjusted.bias_index; }),
            has_icc ? number(shared->icc->two_single.value) : "–"};
}

std::string icc_text(const std::optional<analysis::Correlations>& icc) {
    if (!icc) return {};
    std::string text = filled(_("ICC(2,1), any coder, exact agreement: {}"), correlation_text(icc->two_single));
    text += "\n" + filled(_("ICC(3,1), these coders, the same order: {}"), correlation_text(icc->three_single));
    text += "\n" + filled(_("ICC(1,1), other coders each time: {}"), correlation_text(icc->one_single));
    text += "\n" + filled(_("of your mean: ICC(2,k) {}, ICC(3,k) {}, ICC(1,k) {}"), number(icc->two_average.value),
                          number(icc->three_average.value), number(icc->one_average.value));
    return text;
}

std::string icc_ground(const AgreementDesk& desk) {
    if (desk.shared.count >= 2)
        return filled(
            _("ICC(2,1) of the counts over the {} conversations that both of you coded by this codebook: how far "
              "one coder's count stands for any other's. Point at a number for all forms and intervals."),
            desk.shared.count);
    return _(
        "An ICC says whether counts differ more between conversations than between coders, so it needs at least two "
        "conversations that both of you coded by this codebook. There is one.");
}

std::string progress_text(const AgreementDesk& desk, std::size_t decided) {
    return filled(_("{} of {} decided"), decided, desk.disagreements.size());
}

std::string before_and_after(const AgreementDesk& desk) {
    return filled(_("Before, your kappa with each other was {}. With what you agreed on, {} has {} and {} has {}."),
                  number(desk.numbers.cohen_kappa), first_name(desk), number(desk.first_with_consensus),
                  second_name(desk), number(desk.second_with_consensus));
}

}  // namespace app
