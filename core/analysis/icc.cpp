#include "analysis/icc.h"

#include <algorithm>
#include <cmath>
#include <gsl/gsl_cdf.h>

namespace analysis {

namespace {

// GSL ends the program over degrees of freedom that are none; so nearly equal numbers could.
double f_975(double numerator_df, double denominator_df) {
    constexpr double kFewest = 1;
    constexpr double kMost = 1e8;
    return gsl_cdf_fdist_Pinv(0.975, std::clamp(numerator_df, kFewest, kMost),
                              std::clamp(denominator_df, kFewest, kMost));
}

// What rounding leaves of a mean square of 0.
double without_rounding(double square, double all) {
    constexpr double kRounding = 1e-12;
    return square <= all * kRounding ? 0 : square;
}

struct Squares {
    double targets = 0;  // n
    double coders = 0;   // k
    Correlations correlations;
};

std::optional<Squares> squares_of(const Matrix& numbers) {
    const std::size_t n = numbers.size();
    const std::size_t k = n == 0 ? 0 : numbers.front().size();
    if (n < 2 || k < 2) return {};
    std::vector<double> target_mean(n);
    std::vector<double> coder_mean(k);
    double mean = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (numbers[i].size() != k) return {};
        for (std::size_t j = 0; j < k; ++j) {
            target_mean[i] += numbers[i][j] / static_cast<double>(k);
            coder_mean[j] += numbers[i][j] / static_cast<double>(n);
            mean += numbers[i][j] / static_cast<double>(n * k);
        }
    }
    Squares squares{static_cast<double>(n), static_cast<double>(k), {}};
    double within = 0;
    double rest = 0;
    double between_targets = 0;
    double between_coders = 0;
    for (std::size_t i = 0; i < n; ++i) {
        between_targets += squares.coders * (target_mean[i] - mean) * (target_mean[i] - mean);
        for (std::size_t j = 0; j < k; ++j) {
            const double apart = numbers[i][j] - target_mean[i];
            const double left = numbers[i][j] - target_mean[i] - coder_mean[j] + mean;
            within += apart * apart;
            rest += left * left;
        }
    }
    for (std::size_t j = 0; j < k; ++j)
        between_coders += squares.targets * (coder_mean[j] - mean) * (coder_mean[j] - mean);
    const double all = between_targets + within;
    squares.correlations.between_targets = without_rounding(between_targets, all) / (squares.targets - 1);
    squares.correlations.between_coders = without_rounding(between_coders, all) / (squares.coders - 1);
    squares.correlations.rest = without_rounding(rest, all) / ((squares.targets - 1) * (squares.coders - 1));
    squares.correlations.within_targets = without_rounding(within, all) / (squares.targets * (squares.coders - 1));
    return squares;
}

// One and three differ in what the spread between targets is held against, and its degrees of freedom.
void against(double between, double error, double error_df, double n, double k, Correlation& single,
             Correlation& average) {
    single.value = (between - error) / (between + (k - 1) * error);
    average.value = between > 0 ? (between - error) / between : 0;
    if (error <= 0) {  // no error: certain
        single = average = {1, 1, 1};
        return;
    }
    const double ratio = between / error;
    const double low = ratio / f_975(n - 1, error_df);
    const double high = ratio * f_975(error_df, n - 1);
    single.low = (low - 1) / (low + k - 1);
    single.high = (high - 1) / (high + k - 1);
    average.low = low > 0 ? 1 - 1 / low : -1;
    average.high = high > 0 ? 1 - 1 / high : -1;
}

double of_average(double single, double k) {
    return single * k / (1 + single * (k - 1));
}

void absolute(const Squares& squares, Correlation& single, Correlation& average) {
    const double n = squares.targets;
    const double k = squares.coders;
    const double bms = squares.correlations.between_targets;
    const double jms = squares.correlations.between_coders;
    const double ems = squares.correlations.rest;
    const double below = bms + (k - 1) * ems + k * (jms - ems) / n;
    single.value = below > 0 ? (bms - ems) / below : 0;
    const double below_average = bms + (jms - ems) / n;
    average.value = below_average > 0 ? (bms - ems) / below_average : 0;
    if (ems <= 0 && jms <= 0) {
        single = average = {1, 1, 1};
        return;
    }
    // Satterthwaite's degrees of freedom of a * JMS + b * EMS.
    const double r = single.value;
    const double a = k * r / (n * (1 - r));
    const double b = 1 + k * r * (n - 1) / (n * (1 - r));
    const double sum = a * jms + b * ems;
    const double parts = a * jms * a * jms / (k - 1) + b * ems * b * ems / ((n - 1) * (k - 1));
    if (!(parts > 0)) {  // nothing to tell the width by
        single.low = average.low = -1;
        single.high = average.high = 1;
        return;
    }
    const double df = sum * sum / parts;
    const double upper = f_975(n - 1, df);
    const double lower = f_975(df, n - 1);
    const double spread = k * jms + (k * n - k - n) * ems;
    single.low = n * (bms - upper * ems) / (upper * spread + n * bms);
    single.high = n * (lower * bms - ems) / (spread + n * lower * bms);
    average.low = of_average(single.low, k);
    average.high = of_average(single.high, k);
}

// Where nothing divides by nothing: no correlation, and anything is possible.
void settle(Correlation& correlation) {
    if (!std::isfinite(correlation.value)) correlation.value = 0;
    if (!std::isfinite(correlation.low)) correlation.low = -1;
    if (!std::isfinite(correlation.high)) correlation.high = 1;
}

}  // namespace

std::optional<Correlations> intraclass_correlations(const Matrix& numbers) {
    const auto squares = squares_of(numbers);
    if (!squares) return {};
    Correlations result = squares->correlations;
    if (result.between_targets <= 0 && result.within_targets <= 0) return {};
    const double n = squares->targets;
    const double k = squares->coders;
    against(result.between_targets, result.within_targets, n * (k - 1), n, k, result.one_single, result.one_average);
    against(result.between_targets, result.rest, (n - 1) * (k - 1), n, k, result.three_single, result.three_average);
    absolute(*squares, result.two_single, result.two_average);
    for (Correlation* each : {&result.one_single, &result.two_single, &result.three_single, &result.one_average,
                              &result.two_average, &result.three_average})
        settle(*each);
    return result;
}

}  // namespace analysis
