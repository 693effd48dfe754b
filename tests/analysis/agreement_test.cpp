// Agreement statistics against published figures and other programs' answers.
#include "analysis/icc.h"
#include "analysis/kappa.h"
#include "analysis/krippendorff.h"
#include "analysis/oracles.h"
#include "analysis/published_data.h"

#include <algorithm>
#include <random>

namespace analysis {
namespace {

using published::Data, published::kAnxiety, published::kDiagnoses, published::krippendorffs_data, published::table_of;

constexpr double kPrinted4 = 5e-5;  // four digits were printed
constexpr double kPrinted6 = 5e-7;

TEST(CohensKappa, IsThatOfSas) {
    const auto oracle = oracles::read();
    if (oracle.is_null()) GTEST_SKIP() << "no published figures here";
    const auto& sas = oracle.at("cohen_sas");
    const Matrix counts = sas.at("table").get<Matrix>();
    const auto kappa = cohen_kappa(counts);
    ASSERT_TRUE(kappa);
    EXPECT_NEAR(kappa->value, sas.at("kappa"), kPrinted4);
    EXPECT_NEAR(kappa->standard_error, sas.at("ase"), kPrinted4);
    EXPECT_NEAR(kappa->low, sas.at("ci").at(0), kPrinted4);
    EXPECT_NEAR(kappa->high, sas.at("ci").at(1), kPrinted4);
    EXPECT_NEAR(kappa->z, sas.at("z"), kPrinted4);
    const auto weighted = cohen_kappa(counts, Weighting::Linear);
    EXPECT_NEAR(weighted->value, sas.at("weighted_linear"), kPrinted4);
    EXPECT_NEAR(weighted->standard_error, sas.at("w_ase"), kPrinted4);
    EXPECT_NEAR(weighted->low, sas.at("w_ci").at(0), kPrinted4);
    EXPECT_NEAR(weighted->high, sas.at("w_ci").at(1), kPrinted4);
    EXPECT_NEAR(weighted->z, 3.2971, kPrinted4);
    EXPECT_NEAR(adjusted_kappa(counts)->pabak, 0.526316, kPrinted6);
}

TEST(CohensKappa, IsThatOfIrrWithAndWithoutWeights) {
    const std::vector<int> without_five = {1, 2, 3, 4, 6};  // irr leaves out a category that nobody used
    const Matrix counts = table_of(kAnxiety[1], kAnxiety[2], without_five);
    EXPECT_NEAR(cohen_kappa(counts)->value, -.006289308, 5e-10);
    EXPECT_NEAR(cohen_kappa(counts)->z, -.0604067, 5e-8);
    EXPECT_NEAR(cohen_kappa(counts, Weighting::Linear)->value, .1459075, 5e-8);
    EXPECT_NEAR(cohen_kappa(counts, Weighting::Quadratic)->value, .2520325, 5e-8);
    const Matrix others = table_of(kAnxiety[0], kAnxiety[1], {1, 2, 3, 4, 5, 6});
    EXPECT_NEAR(cohen_kappa(others)->value, .11949686, 5e-9);
    EXPECT_NEAR(cohen_kappa(others, Weighting::Linear)->value, .18918919, 5e-9);
    EXPECT_NEAR(cohen_kappa(others, Weighting::Quadratic)->value, .29676512, 5e-9);
}

TEST(CohensKappa, OfTheTwoParadoxTables) {
    const Matrix balanced = {{47, 5}, {5, 43}};
    const Matrix lopsided = {{85, 5}, {5, 5}};
    EXPECT_NEAR(cohen_kappa(balanced)->value, .799679, kPrinted6);
    EXPECT_NEAR(cohen_kappa(lopsided)->value, .444444, kPrinted6);
    EXPECT_NEAR(adjusted_kappa(balanced)->pabak, .8, 1e-12);
    EXPECT_NEAR(adjusted_kappa(lopsided)->pabak, .8, 1e-12);
    EXPECT_NEAR(*adjusted_kappa(lopsided)->prevalence_index, .8, 1e-12);
    EXPECT_NEAR(*adjusted_kappa(lopsided)->bias_index, 0, 1e-12);
}

TEST(CohensKappa, OfTwoAnnotatorsOfAnnoMi) {
    const auto oracle = oracles::read();
    if (oracle.is_null()) GTEST_SKIP() << "no published figures here";
    for (const auto& [name, figures] : oracle.at("cohen_annotator0_vs_1").items()) {
        const auto kappa = cohen_kappa(figures.at("matrix").get<Matrix>());
        EXPECT_NEAR(kappa->value, figures.at("kappa"), kPrinted6) << name;
        EXPECT_NEAR(kappa->observed, figures.at("po"), kPrinted6) << name;
    }
}

TEST(CohensKappa, IsUndefinedWhereChanceAgreesAlwaysOrNothingWasCounted) {
    EXPECT_FALSE(cohen_kappa({{12, 0}, {0, 0}}));
    EXPECT_FALSE(cohen_kappa({{0, 0}, {0, 0}}));
    EXPECT_FALSE(cohen_kappa({}));
    EXPECT_FALSE(adjusted_kappa({}));
}

TEST(FleissKappa, IsTheOneOfWikipedia) {
    const auto oracle = oracles::read();
    if (oracle.is_null()) GTEST_SKIP() << "no published figures here";
    const auto& figures = oracle.at("fleiss_wikipedia");
    EXPECT_NEAR(fleiss_kappa(figures.at("table").get<Matrix>())->value, figures.at("kappa"), 5e-4);
}

TEST(FleissKappa, IsThatOfHisPatients) {
    const auto kappa = fleiss_kappa(kDiagnoses);
    ASSERT_TRUE(kappa);
    EXPECT_NEAR(kappa->value, .43024452, 5e-9);
    EXPECT_NEAR(kappa->z, 17.651831, 5e-6);
    const std::vector<double> values = {.245, .245, .520, .471, .566};
    const std::vector<double> zs = {5.192, 5.192, 11.031, 9.994, 12.009};
    for (std::size_t j = 0; j < values.size(); ++j) {
        EXPECT_NEAR(*kappa->by_category[j].value, values[j], 5e-4);
        EXPECT_NEAR(*kappa->by_category[j].z, zs[j], 5e-4);
    }
}

TEST(FleissKappa, IsUndefinedForUnequalOrSingleCoders) {
    EXPECT_FALSE(fleiss_kappa({{2, 1}, {2, 2}}));
    EXPECT_FALSE(fleiss_kappa({{1, 0}, {0, 1}}));
    EXPECT_FALSE(fleiss_kappa({{4, 0}, {4, 0}}));
    EXPECT_FALSE(fleiss_kappa({}));
}

TEST(KrippendorffsAlpha, IsHisAtEveryLevel) {
    const auto oracle = oracles::read();
    if (oracle.is_null()) GTEST_SKIP() << "no published figures here";
    const auto& figures = oracle.at("krippendorff_C_4x12");
    EXPECT_NEAR(*krippendorff_alpha(krippendorffs_data(), Level::Nominal), figures.at("nominal"), 5e-9);
    EXPECT_NEAR(*krippendorff_alpha(krippendorffs_data(), Level::Ordinal), figures.at("ordinal"), 5e-9);
    EXPECT_NEAR(*krippendorff_alpha(krippendorffs_data(), Level::Interval), figures.at("interval"), 5e-9);
    EXPECT_NEAR(*krippendorff_alpha(krippendorffs_data(), Level::Ratio), figures.at("ratio"), 5e-9);
}

TEST(KrippendorffsAlpha, DoesNotDependOnWhoIsWhoNorOnTheNamesOfCodes) {
    std::mt19937 random(20261122);
    for (int round = 0; round < 50; ++round) {
        Data data(4, std::vector<std::optional<double>>(15));
        for (auto& coder : data)
            for (auto& value : coder)
                if (random() % 5 != 0) value = static_cast<double>(random() % 4);
        const auto alpha = krippendorff_alpha(data, Level::Nominal);
        Data shuffled = data;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        for (auto& coder : shuffled)
            for (auto& value : coder)
                if (value) value = 3 - *value;
        EXPECT_NEAR(alpha.value(), krippendorff_alpha(shuffled, Level::Nominal).value(), 1e-12);
        const auto twins = krippendorff_alpha({data[0], data[0]}, Level::Interval);
        EXPECT_NEAR(twins.value(), 1, 1e-12) << "one coder twice";
    }
}

TEST(KrippendorffsAlpha, IsUndefinedWithoutPairsOrWithoutDifferences) {
    EXPECT_FALSE(krippendorff_alpha({}, Level::Nominal));
    EXPECT_FALSE(krippendorff_alpha({{1, 2, 3}}, Level::Nominal));
    EXPECT_FALSE(krippendorff_alpha({{1, 1}, {1, 1}}, Level::Interval));
}

TEST(Icc, IsThatOfShroutAndFleiss) {
    const auto oracle = oracles::read();
    if (oracle.is_null()) GTEST_SKIP() << "no published figures here";
    const auto& figures = oracle.at("shrout_fleiss_1979");
    const auto icc = intraclass_correlations(figures.at("data").get<Matrix>());
    ASSERT_TRUE(icc);
    EXPECT_NEAR(icc->between_targets, figures.at("BMS"), 5e-8);
    EXPECT_NEAR(icc->between_coders, figures.at("JMS"), 5e-8);
    EXPECT_NEAR(icc->rest, figures.at("EMS"), 5e-8);
    EXPECT_NEAR(icc->within_targets, 6.263889, kPrinted6);
    EXPECT_NEAR(icc->one_single.value, figures.at("ICC1"), kPrinted6);
    EXPECT_NEAR(icc->two_single.value, figures.at("ICC2"), kPrinted6);
    EXPECT_NEAR(icc->three_single.value, figures.at("ICC3"), kPrinted6);
    EXPECT_NEAR(icc->one_average.value, figures.at("ICC1k"), kPrinted6);
    EXPECT_NEAR(icc->two_average.value, figures.at("ICC2k"), kPrinted6);
    EXPECT_NEAR(icc->three_average.value, figures.at("ICC3k"), kPrinted6);
}

TEST(Icc, AndItsIntervalAreThoseOfIrr) {
    Matrix numbers(kAnxiety[0].size(), std::vector<double>(3));
    for (std::size_t i = 0; i < numbers.size(); ++i)
        for (std::size_t j = 0; j < 3; ++j) numbers[i][j] = kAnxiety[j][i];
    const auto icc = intraclass_correlations(numbers);
    EXPECT_NEAR(icc->one_single.value, .17502238, 5e-9);
    EXPECT_NEAR(icc->two_single.value, .19799826, 5e-9);
    EXPECT_NEAR(icc->two_single.low, -.0389, kPrinted4);
    EXPECT_NEAR(icc->two_single.high, .4936, kPrinted4);
    EXPECT_NEAR(icc->three_single.value, .21604938, 5e-9);
    EXPECT_NEAR(icc->two_average.value, .42549875, 5e-9);
}

TEST(Icc, IsOneForIdenticalCodersAndUndefinedForTooFew) {
    const auto same = intraclass_correlations({{1, 1}, {2, 2}, {5, 5}});
    ASSERT_TRUE(same);
    EXPECT_NEAR(same->two_single.value, 1, 1e-12);
    EXPECT_NEAR(same->one_single.low, 1, 1e-12);
    EXPECT_FALSE(intraclass_correlations({{1, 2}}));
    EXPECT_FALSE(intraclass_correlations({{1}, {2}}));
    EXPECT_FALSE(intraclass_correlations({{3, 3}, {3, 3}}));
}

TEST(Icc, OfNearlyEqualOrVeryFewNumbersIsANumberToo) {
    std::mt19937 random(20261122);
    for (int round = 0; round < 3000; ++round) {
        Matrix numbers(2 + random() % 5, std::vector<double>(2 + random() % 3));
        for (auto& row : numbers)
            for (double& value : row) value = static_cast<double>(random() % 3) / 3;
        const auto icc = intraclass_correlations(numbers);
        if (!icc) continue;
        for (const Correlation& each : {icc->one_single, icc->two_single, icc->three_single}) {
            EXPECT_TRUE(std::isfinite(each.value) && std::isfinite(each.low) && std::isfinite(each.high)) << round;
            EXPECT_LE(each.value, 1 + 1e-9);
        }
    }
}

}  // namespace
}  // namespace analysis
