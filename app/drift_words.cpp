#include "app/drift_words.h"

#include "app/agreement_words.h"
#include "base/i18n.h"
#include "report/kappa_words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {

namespace {

std::string remark(const analysis::QuarterAgreement& quarter) {
    if (quarter.few) return _("too few to say");
    const auto& kappa = quarter.agreement.cohen_kappa;
    return kappa ? report::band_text(base::language(), *kappa) : "";
}

int moments_in(const analysis::Agreement& agreement) {
    return agreement.matched + agreement.only_first + agreement.only_second;
}

}  // namespace

std::string quarter_text(const analysis::Quarter& quarter) {
    return fmt::format(fmt::runtime(_("{}, quarter {}")), quarter.year, quarter.number);
}

std::string drift_sentence(const DriftDesk& desk) {
    const analysis::QuarterAgreement& last = desk.quarters.back();
    const analysis::Agreement& numbers = last.agreement;
    const char* pattern = base::translate(
        base::language(),
        "In {}, {} coded {} conversation again. Of {} moments, {} have the same code as then, {} another; {} were "
        "coded "
        "only then and {} only now.",
        "In {}, {} coded {} conversations again. Of {} moments, {} have the same code as then, {} another; {} were "
        "coded only then and {} only now.",
        static_cast<unsigned long>(numbers.conversations));
    const std::string text = fmt::format(fmt::runtime(pattern), quarter_text(last.quarter), desk.coder,
                                         numbers.conversations, moments_in(numbers), numbers.same_code,
                                         numbers.matched - numbers.same_code, numbers.only_first, numbers.only_second);
    if (!numbers.cohen_kappa) return text;
    return text + " " + fmt::format(fmt::runtime(_("Kappa is {}: {}.")), kappa_text(numbers.cohen_kappa), remark(last));
}

std::vector<std::string> drift_columns() {
    return {_("Quarter"), _("Conversations"), _("Moments"), _("The same code"), _("Kappa"), _("Often called")};
}

std::vector<std::string> drift_cells(const analysis::QuarterAgreement& quarter) {
    const analysis::Agreement& numbers = quarter.agreement;
    return {quarter_text(quarter.quarter),       std::to_string(numbers.conversations),
            std::to_string(moments_in(numbers)), std::to_string(numbers.same_code),
            kappa_text(numbers.cohen_kappa),     remark(quarter)};
}

report::TrendChart drift_chart(const DriftDesk& desk) {
    constexpr double kStep = 0.5;
    const auto place = [](const analysis::Quarter& quarter) { return quarter.year * 4 + quarter.number; };
    report::TrendChart chart;
    for (const analysis::QuarterAgreement& quarter : desk.quarters)
        chart.lowest = std::min(chart.lowest, quarter.agreement.cohen_kappa.value_or(0));
    chart.lowest = std::floor(chart.lowest / kStep) * kStep;
    for (double level = chart.lowest; level <= 1; level += kStep)
        chart.labels.push_back(base::number(base::language(), level, 1));
    chart.first_day = quarter_text(desk.quarters.front().quarter);
    if (desk.quarters.size() > 1) chart.last_day = quarter_text(desk.quarters.back().quarter);
    const int first = place(desk.quarters.front().quarter);
    const int length = std::max(1, place(desk.quarters.back().quarter) - first);
    for (const analysis::QuarterAgreement& quarter : desk.quarters) {
        if (!quarter.agreement.cohen_kappa) continue;
        chart.marks.push_back({.x = static_cast<double>(place(quarter.quarter) - first) / length,
                               .value = *quarter.agreement.cohen_kappa,
                               .low = {},
                               .high = {},
                               .few = quarter.few});
    }
    return chart;
}

}  // namespace app
