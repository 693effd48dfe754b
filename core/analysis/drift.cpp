#include "analysis/drift.h"

#include "analysis/segment.h"

#include <map>

namespace analysis {

Quarter quarter_of(base::Timestamp when) {
    const std::string day = base::to_iso8601(when);  // "2026-11-22T..."
    const int month = std::stoi(day.substr(5, 2));
    return {std::stoi(day.substr(0, 4)), (month - 1) / 3 + 1};
}

std::vector<QuarterAgreement> agreement_by_quarter(const std::vector<CodedAgain>& again, base::Time tolerance) {
    std::map<Quarter, std::vector<std::vector<codes::Coding>>> quarters;
    for (const CodedAgain& pair : again)
        quarters[quarter_of(pair.done)].push_back(in_common({pair.earlier, pair.later}));
    std::vector<QuarterAgreement> found;
    for (const auto& [quarter, pairs] : quarters) {
        CodedTogether together;
        for (const auto& pair : pairs) together.push_back({&pair[0], &pair[1]});
        const auto by_code = [](const codes::Event& event) { return std::optional(event.code); };
        QuarterAgreement one{quarter, agreement_of(together, by_code, tolerance), false};
        one.few = one.agreement.moments < kFewMomentsOfQuarter;
        found.push_back(std::move(one));
    }
    return found;
}

}  // namespace analysis
