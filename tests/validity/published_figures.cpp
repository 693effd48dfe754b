// Works out the figures that others published over their own data, and writes them beside theirs (scripts/validity).
//   published_figures ORACLES          JSON: [{source, figure, published, ours}]
#include "analysis/icc.h"
#include "analysis/kappa.h"
#include "analysis/krippendorff.h"
#include "analysis/proportion.h"
#include "analysis/published_data.h"
#include "analysis/sequences.h"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

namespace {

using namespace analysis;
using nlohmann::json;

class Rows {
public:
    void from(const char* source) { source_ = source; }
    void add(const std::string& figure, double published, double ours) {
        all_.push_back({{"source", source_}, {"figure", figure}, {"published", published}, {"ours", ours}});
    }
    const json& all() const { return all_; }

private:
    std::string source_;
    json all_ = json::array();
};

void cohens_kappa(const json& oracle, Rows& rows) {
    rows.from("SAS, PROC FREQ (Cohen's kappa)");
    const json& sas = oracle.at("cohen_sas");
    const auto counts = sas.at("table").get<Matrix>();
    const Kappa plain = cohen_kappa(counts).value();
    rows.add("kappa", sas.at("kappa"), plain.value);
    rows.add("standard error", sas.at("ase"), plain.standard_error);
    rows.add("95 % interval, low", sas.at("ci").at(0), plain.low);
    rows.add("95 % interval, high", sas.at("ci").at(1), plain.high);
    rows.add("z", sas.at("z"), plain.z);
    const Kappa weighted = cohen_kappa(counts, Weighting::Linear).value();
    rows.add("linear weights", sas.at("weighted_linear"), weighted.value);
    rows.add("linear weights, standard error", sas.at("w_ase"), weighted.standard_error);
    rows.add("linear weights, low", sas.at("w_ci").at(0), weighted.low);
    rows.add("linear weights, high", sas.at("w_ci").at(1), weighted.high);
}

void fleiss_kappa_figures(const json& oracle, Rows& rows) {
    rows.from("Fleiss 1971, 30 patients and 6 psychiatrists");
    const FleissKappa own = fleiss_kappa(published::kDiagnoses).value();
    rows.add("kappa", oracle.at("fleiss_1971").at("kappa"), own.value);
    rows.add("z", oracle.at("fleiss_1971").at("z"), own.z);
    rows.from("Wikipedia, Fleiss' kappa, 10 subjects and 14 raters");
    const json& example = oracle.at("fleiss_wikipedia");
    rows.add("kappa", example.at("kappa"), fleiss_kappa(example.at("table").get<Matrix>()).value().value);
}

void alphas(const json& oracle, Rows& rows) {
    rows.from("Krippendorff, data C, 4 observers with gaps");
    const json& figures = oracle.at("krippendorff_C_4x12");
    const auto data = published::krippendorffs_data();
    for (const auto& [name, level] : {std::pair("nominal", Level::Nominal), std::pair("ordinal", Level::Ordinal),
                                      std::pair("interval", Level::Interval), std::pair("ratio", Level::Ratio)})
        rows.add(fmt::format("alpha, {}", name), figures.at(name), krippendorff_alpha(data, level).value());
}

void iccs(const json& oracle, Rows& rows) {
    rows.from("Shrout & Fleiss 1979");
    const json& figures = oracle.at("shrout_fleiss_1979");
    const auto icc = intraclass_correlations(figures.at("data").get<Matrix>()).value();
    rows.add("ICC(1,1)", figures.at("ICC1"), icc.one_single.value);
    rows.add("ICC(2,1)", figures.at("ICC2"), icc.two_single.value);
    rows.add("ICC(3,1)", figures.at("ICC3"), icc.three_single.value);
    rows.add("ICC(1,k)", figures.at("ICC1k"), icc.one_average.value);
    rows.add("ICC(2,k)", figures.at("ICC2k"), icc.two_average.value);
    rows.add("ICC(3,k)", figures.at("ICC3k"), icc.three_average.value);
}

void griffin_and_gottman(const json& oracle, Rows& rows) {
    rows.from("Griffin & Gottman 1990, a couple's talk");
    const json& figures = oracle.at("griffin_gottman_1990");
    const Transitions result = transitions(figures.at("freq").get<Matrix>());
    rows.add("LRX2", figures.at("LRX2"), result.likelihood_ratio);
    rows.add("degrees of freedom", figures.at("df"), result.degrees_of_freedom);
    const json &labels = figures.at("labels"), &residuals = figures.at("adj_residual_2dp");
    for (std::size_t r = 0; r < labels.size(); ++r)
        for (std::size_t c = 0; c < labels.size(); ++c)
            rows.add(
                fmt::format("adjusted residual {} to {}", labels[r].get<std::string>(), labels[c].get<std::string>()),
                residuals[r][c], result.adjusted_residual[r][c].value());
}

void wilsons_intervals(Rows& rows) {
    rows.from("Newcombe 1998, score interval (Wilson)");
    const struct {
        int successes, trials;
        double low, high;
    } printed[] = {{81, 263, .2553, .3662}, {15, 148, .0624, .1605}, {0, 20, .0, .1611}, {1, 29, .0061, .1718}};
    for (const auto& each : printed) {
        const Interval ours = wilson_interval(each.successes, each.trials);
        rows.add(fmt::format("{} of {}, low", each.successes, each.trials), each.low, ours.low);
        rows.add(fmt::format("{} of {}, high", each.successes, each.trials), each.high, ours.high);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: published_figures ORACLES\n", stderr);
        return 2;
    }
    try {
        std::ifstream file(argv[1]);
        const json oracle = json::parse(file);
        Rows rows;
        cohens_kappa(oracle, rows);
        fleiss_kappa_figures(oracle, rows);
        alphas(oracle, rows);
        iccs(oracle, rows);
        griffin_and_gottman(oracle, rows);
        wilsons_intervals(rows);
        fmt::print("{}\n", rows.all().dump());
    } catch (const std::exception& error) {
        fmt::print(stderr, "published_figures: {}\n", error.what());
        return 1;
    }
    return 0;
}
