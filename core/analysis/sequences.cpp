#include "analysis/sequences.h"

#include <algorithm>
#include <cmath>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_matrix.h>
#include <memory>

namespace analysis {

namespace {

constexpr double kFewExpected = 5;

struct Margins {
    std::vector<double> rows, columns;
    double total = 0;
};

Margins margins_of(const Matrix& counts) {
    Margins margins{std::vector<double>(counts.size()), std::vector<double>(counts.empty() ? 0 : counts.front().size()),
                    0};
    for (std::size_t r = 0; r < counts.size(); ++r) {
        for (std::size_t c = 0; c < counts[r].size(); ++c) {
            margins.rows[r] += counts[r][c];
            margins.columns[c] += counts[r][c];
            margins.total += counts[r][c];
        }
    }
    return margins;
}

bool is_impossible(const Cells& impossible, std::size_t r, std::size_t c) {
    return !impossible.empty() && impossible[r][c];
}

// Rows and columns are scaled in turn until both have the margins that were counted (Deming & Stephan 1940).
Matrix fitted(const Margins& margins, const Cells& impossible) {
    constexpr int kMostRounds = 10'000;
    constexpr double kClose = 1e-12;
    const std::size_t rows = margins.rows.size();
    const std::size_t columns = margins.columns.size();
    Matrix e(rows, std::vector<double>(columns));
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c) e[r][c] = is_impossible(impossible, r, c) ? 0 : 1;
    for (int round = 0; round < kMostRounds; ++round) {
        double change = 0;
        for (std::size_t r = 0; r < rows; ++r) {
            double sum = 0;
            for (const double cell : e[r]) sum += cell;
            const double factor = sum > 0 ? margins.rows[r] / sum : 0;
            for (double& cell : e[r]) cell *= factor;
            change = std::max(change, std::abs(factor - 1));
        }
        for (std::size_t c = 0; c < columns; ++c) {
            double sum = 0;
            for (std::size_t r = 0; r < rows; ++r) sum += e[r][c];
            const double factor = sum > 0 ? margins.columns[c] / sum : 0;
            for (std::size_t r = 0; r < rows; ++r) e[r][c] *= factor;
            change = std::max(change, std::abs(factor - 1));
        }
        if (change < kClose) break;
    }
    return e;
}

struct Release {
    void operator()(gsl_matrix* matrix) const noexcept { gsl_matrix_free(matrix); }
    void operator()(gsl_vector* vector) const noexcept { gsl_vector_free(vector); }
};
using GslMatrix = std::unique_ptr<gsl_matrix, Release>;
using GslVector = std::unique_ptr<gsl_vector, Release>;

// How much each cell of the model "row + column" draws its own fit to itself: e x' (X' W X)^- x, x being 1 at the
// cell's row and column. The inverse is a general one: one of the margins is always the sum of the others.
Matrix leverages(const Matrix& e) {
    const std::size_t rows = e.size();
    const std::size_t columns = e.front().size();
    const std::size_t size = rows + columns;
    const GslMatrix information(gsl_matrix_calloc(size, size));
    const auto add = [&](std::size_t i, std::size_t j, double value) {
        gsl_matrix_set(information.get(), i, j, gsl_matrix_get(information.get(), i, j) + value);
    };
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            add(r, r, e[r][c]);
            add(rows + c, rows + c, e[r][c]);
            add(r, rows + c, e[r][c]);
            add(rows + c, r, e[r][c]);
        }
    }
    const GslMatrix v(gsl_matrix_alloc(size, size));
    const GslVector singular(gsl_vector_alloc(size));
    gsl_linalg_SV_decomp_jacobi(information.get(), v.get(), singular.get());
    const double least = gsl_vector_get(singular.get(), 0) * 1e-10;
    const auto inverse = [&](std::size_t i, std::size_t j) {
        double sum = 0;
        for (std::size_t s = 0; s < size; ++s) {
            const double value = gsl_vector_get(singular.get(), s);
            if (value > least) sum += gsl_matrix_get(v.get(), i, s) * gsl_matrix_get(information.get(), j, s) / value;
        }
        return sum;
    };
    Matrix result(rows, std::vector<double>(columns));
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c)
            result[r][c] =
                e[r][c] * (inverse(r, r) + inverse(rows + c, rows + c) + inverse(r, rows + c) + inverse(rows + c, r));
    return result;
}

// 1 less the leverage; without impossible cells that is (1 - f_r+/N)(1 - f_+c/N).
Matrix room_of(const Matrix& e, const Margins& margins, const Cells& impossible) {
    Matrix room(e.size(), std::vector<double>(margins.columns.size()));
    const Matrix leverage = impossible.empty() ? Matrix{} : leverages(e);
    for (std::size_t r = 0; r < e.size(); ++r)
        for (std::size_t c = 0; c < e[r].size(); ++c)
            room[r][c] = impossible.empty()
                             ? (1 - margins.rows[r] / margins.total) * (1 - margins.columns[c] / margins.total)
                             : 1 - leverage[r][c];
    return room;
}

// Degrees of freedom: possible cells, less what the margins that occur fix.
int degrees_of_freedom(const Margins& margins, const Cells& impossible) {
    const auto used = [](const std::vector<double>& sums) {
        return static_cast<int>(std::count_if(sums.begin(), sums.end(), [](double sum) { return sum > 0; }));
    };
    int closed = 0;
    for (std::size_t r = 0; r < impossible.size(); ++r)
        for (std::size_t c = 0; c < impossible[r].size(); ++c)
            if (impossible[r][c] && margins.rows[r] > 0 && margins.columns[c] > 0) ++closed;
    return std::max(0, (used(margins.rows) - 1) * (used(margins.columns) - 1) - closed);
}

template <class Value>
Table<Value> empty_table(const Matrix& counts) {
    return Table<Value>(counts.size(), std::vector<std::optional<Value>>(counts.empty() ? 0 : counts.front().size()));
}

}  // namespace

std::vector<Pair> pairs_at_lag(const Sequence& sequence, std::size_t lag) {
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i + lag < sequence.size(); ++i)
        if (sequence[i].row >= 0 && sequence[i + lag].column >= 0) pairs.push_back({i, i + lag});
    return pairs;
}

std::vector<Pair> pairs_within(const Sequence& sequence, base::Time window) {
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        if (sequence[i].row < 0) continue;
        for (std::size_t j = i + 1; j < sequence.size() && sequence[j].at - sequence[i].at <= window; ++j) {
            if (sequence[j].column < 0) continue;
            pairs.push_back({i, j});
            break;
        }
    }
    return pairs;
}

void add_pairs(Matrix& counts, const Sequence& sequence, const std::vector<Pair>& pairs) {
    for (const Pair& pair : pairs) {
        const int row = sequence[pair.first].row;
        const int column = sequence[pair.second].column;
        if (row >= 0 && column >= 0) ++counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    }
}

Transitions transitions(const Matrix& counts, const Cells& impossible) {
    Transitions result;
    result.probability = result.expected = result.adjusted_residual = empty_table<double>(counts);
    result.odds_ratio = result.yules_q = empty_table<double>(counts);
    const Margins margins = margins_of(counts);
    result.total = margins.total;
    if (margins.total <= 0) return result;
    const Matrix e = fitted(margins, impossible);
    const Matrix room = room_of(e, margins, impossible);
    constexpr double kNoRoom = 1e-12;
    for (std::size_t r = 0; r < counts.size(); ++r) {
        for (std::size_t c = 0; c < counts[r].size(); ++c) {
            const double f = counts[r][c];
            if (margins.rows[r] > 0) result.probability[r][c] = f / margins.rows[r];
            if (is_impossible(impossible, r, c)) continue;
            result.expected[r][c] = e[r][c];
            result.few_expected = result.few_expected || e[r][c] < kFewExpected;
            if (e[r][c] * room[r][c] > kNoRoom)
                result.adjusted_residual[r][c] = (f - e[r][c]) / std::sqrt(e[r][c] * room[r][c]);
            if (f > 0 && e[r][c] > 0) result.likelihood_ratio += 2 * f * std::log(f / e[r][c]);
            const double only_row = margins.rows[r] - f;
            const double only_column = margins.columns[c] - f;
            const double neither = margins.total - margins.rows[r] - margins.columns[c] + f;
            const double with = f * neither;
            const double against = only_row * only_column;
            if (against > 0) result.odds_ratio[r][c] = with / against;
            if (with + against > 0) result.yules_q[r][c] = (with - against) / (with + against);
        }
    }
    result.degrees_of_freedom = degrees_of_freedom(margins, impossible);
    if (result.degrees_of_freedom > 0)
        result.chance = gsl_cdf_chisq_Q(std::max(0.0, result.likelihood_ratio), result.degrees_of_freedom);
    return result;
}

}  // namespace analysis
