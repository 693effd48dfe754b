// Agreement between coders on categories, beyond chance. Pure functions over tables; nothing where a value is
// undefined.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace analysis {

using Matrix = std::vector<std::vector<double>>;  // rows of equal length

// How far apart two ordered categories are; None for categories without an order.
enum class Weighting { None, Linear, Quadratic };

struct Kappa {
    double value = 0;
    double observed = 0;        // share of agreement
    double expected = 0;        // by chance
    double standard_error = 0;  // asymptotic (Fleiss, Cohen & Everitt 1969, Psychol. Bull. 72:323-327)
    double low = 0;             // 95 %, value -+ 1.96 standard errors
    double high = 0;
    double z = 0;  // against a kappa of 0, with that hypothesis' own standard error
};

// Cohen 1960 (Educ. Psychol. Meas. 20:37-46), weighted: Cohen 1968. counts[i][j]: how often the first coder said i and
// the second j; square. Nothing without counts, or when chance alone would agree always.
std::optional<Kappa> cohen_kappa(const Matrix& counts, Weighting weighting = Weighting::None);

// Prevalence- and bias-adjusted kappa, (k po - 1) / (k - 1) (Byrt, Bishop & Carlin 1993, J. Clin. Epidemiol.
// 46:423-429), and, for two categories, their indices (a - d) / n and (b - c) / n.
struct Adjusted {
    double pabak = 0;
    std::optional<double> prevalence_index;
    std::optional<double> bias_index;
};
std::optional<Adjusted> adjusted_kappa(const Matrix& counts);

// Fleiss 1971 (Psychol. Bull. 76:378-382). ratings[i][j]: how many coders put item i in category j; each item by the
// same number of coders, at least two. Standard errors: Fleiss, Nee & Landis 1979 (Psychol. Bull. 86:974-977).
struct FleissKappa {
    double value = 0;
    double z = 0;
    struct Category {
        std::optional<double> value;  // this category against all others; nothing where it is never or always used
        std::optional<double> z;
    };
    std::vector<Category> by_category;
};
std::optional<FleissKappa> fleiss_kappa(const Matrix& ratings);

// Words for a kappa by Landis & Koch 1977 (Biometrics 33:159-174): a habit, not a norm. No one value is universally
// acceptable (Bakeman et al. 1997, Psychol. Methods 2:357-370).
enum class KappaBand { Poor, Slight, Fair, Moderate, Substantial, AlmostPerfect };
KappaBand kappa_band(double kappa);

}  // namespace analysis
