#include "analysis/formula_check.h"

#include "analysis/measures.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace analysis {

namespace {

// Asks the counting itself, so that a name is known here exactly when it can be counted.
class KnownNames {
public:
    explicit KnownNames(const codes::Codebook& codebook) : codebook_(codebook) { inputs_.counts = tally(codebook, {}); }

    bool contains(const std::string& name) const {
        try {
            value_of(codebook_, inputs_, name);
            return true;
        } catch (const base::Error&) {
            return false;
        }
    }

private:
    const codes::Codebook& codebook_;
    Inputs inputs_;
};

// 1-based. A well-formed formula has only ASCII, so bytes are characters.
std::size_t position_of(const std::string& name, const std::string& formula) {
    std::size_t at = formula.find(name);
    const auto is_part_of_another = [&](std::size_t found) {
        const std::size_t end = found + name.size();
        return (found > 0 && continues_name(formula[found - 1])) ||
               (end < formula.size() && continues_name(formula[end]));
    };
    while (at != std::string::npos && is_part_of_another(at)) at = formula.find(name, at + 1);
    return at == std::string::npos ? 1 : at + 1;
}

std::optional<FormulaMistake> mistake_in(const KnownNames& known, const std::string& formula) {
    try {
        const Formula read(formula);
        for (const std::string& name : read.names()) {
            if (known.contains(name)) continue;
            return FormulaMistake(
                formula, position_of(name, formula),
                fmt::format(fmt::runtime(_("the codebook has no code, group or rating named “{}”")), name),
                name.size());
        }
        return {};
    } catch (const FormulaMistake& mistake) {
        return mistake;
    }
}

}  // namespace

std::optional<FormulaMistake> mistake_in(const codes::Codebook& codebook, const std::string& formula) {
    const KnownNames known(codebook);
    return mistake_in(known, formula);
}

std::optional<MeasureMistake> mistake_in_measures(const codes::Codebook& codebook) {
    const KnownNames known(codebook);
    for (std::size_t i = 0; i < codebook.measures.size(); ++i) {
        const codes::Measure& measure = codebook.measures[i];
        if (const auto mistake = mistake_in(known, measure.numerator)) return MeasureMistake{i, "numerator", *mistake};
        if (measure.denominator.empty()) continue;
        if (const auto mistake = mistake_in(known, measure.denominator))
            return MeasureMistake{i, "denominator", *mistake};
    }
    return {};
}

}  // namespace analysis
