// What came next: how often one code was followed by another, against what chance would do. Pure functions.
// Bakeman & Gottman 1997, Observing Interaction; Bakeman & Quera 2011, Sequential Analysis and Observational Methods.
#pragma once

#include "analysis/kappa.h"
#include "base/time.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace analysis {

// One event of a sequence: the row it stands for when it comes first, the column when it comes second; -1: neither.
struct Step {
    int row = -1;
    int column = -1;
    base::Time at;
};
using Sequence = std::vector<Step>;  // by time

// The moments behind a count: places in the sequence.
struct Pair {
    std::size_t first = 0;
    std::size_t second = 0;

    bool operator==(const Pair&) const = default;
};

// Event i and event i + lag, for every i; lag >= 1.
std::vector<Pair> pairs_at_lag(const Sequence& sequence, std::size_t lag);
// Every first with the next event that has a column, within `window` of it.
std::vector<Pair> pairs_within(const Sequence& sequence, base::Time window);
// Adds the pairs that have a row and a column to `counts`. Pooled tables are sums: never across conversations.
void add_pairs(Matrix& counts, const Sequence& sequence, const std::vector<Pair>& pairs);

// Which cells cannot happen, e.g. a code after itself where codes cannot repeat.
using Cells = std::vector<std::vector<bool>>;

template <class Value>
using Table = std::vector<std::vector<std::optional<Value>>>;

struct Transitions {
    double total = 0;
    Table<double> probability;  // of the column, given the row; nothing for a row that never came
    Table<double> expected;     // f_r+ f_+c / N; with impossible cells by iterative proportional fitting
    // (f - e) / sqrt(e (1 - f_r+/N)(1 - f_+c/N)) (Haberman 1973, Biometrics 29:205-220); about N(0, 1) by chance. With
    // impossible cells the same with the cell's leverage in the fitted model (Christensen 1990, Log-Linear Models).
    Table<double> adjusted_residual;
    Table<double> odds_ratio;     // of the cell's 2 x 2 table: ad / bc; nothing where that is undefined
    Table<double> yules_q;        // (ad - bc) / (ad + bc)
    double likelihood_ratio = 0;  // LRX2 = 2 sum f ln(f / e)
    int degrees_of_freedom = 0;
    double chance = 1;          // of an LRX2 as high as this, by the chi-squared distribution, if nothing depended
    bool few_expected = false;  // some cell expects fewer than 5: residuals are then rough
};

// `impossible` is empty or of the same shape as `counts`.
Transitions transitions(const Matrix& counts, const Cells& impossible = {});

}  // namespace analysis
