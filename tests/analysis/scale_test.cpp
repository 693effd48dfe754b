// Agreement on ordered scales: weighted kappa and alpha, of ratings and of numbers that are said of moments.
#include "analysis/scale.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

codes::Coding with_rating(std::optional<int> empathy) {
    codes::Coding coding;
    if (empathy) coding.ratings["empathy"] = *empathy;
    return coding;
}

TEST(Scale, WeighsHowFarApartTwoRatingsAre) {
    // By hand: |i - j| is 0, 1, 1, 0 against chance by the margins.
    const ScaleRows rows = {{1.0, 2.0, 3.0, 3.0}, {1.0, 3.0, 2.0, 3.0}};
    const ScaleAgreement found = agreement_on_scale(rows, {1, 2, 3});
    EXPECT_EQ(found.units, 4);
    // Observed 2/4 = 0.5; expected: rows 1:1 2:1 3:2, columns alike: (1*1*1 + 1*2*2 + 1*1*1 + 1*2*1 + 2*1*2 +
    // 2*1*1)/16.
    EXPECT_NEAR(found.kappa_linear.value(), 1 - 0.5 / (14.0 / 16), 1e-12);
    // Squares: (1 + 2*4 + 1 + 2*1 + 2*4 + 2*1)/16 = 22/16.
    EXPECT_NEAR(found.kappa_quadratic.value(), 1 - 0.5 / (22.0 / 16), 1e-12);
    EXPECT_TRUE(found.alpha_ordinal && found.alpha_interval && found.alpha_ratio);
}

TEST(Scale, FarApartIsWorseThanNear) {
    const ScaleRows near = {{1.0, 2.0, 4.0, 5.0}, {2.0, 2.0, 4.0, 4.0}},
                    far = {{1.0, 2.0, 4.0, 5.0}, {5.0, 2.0, 4.0, 1.0}};
    const std::vector<double> steps = {1, 2, 3, 4, 5};
    EXPECT_GT(agreement_on_scale(near, steps).kappa_quadratic, agreement_on_scale(far, steps).kappa_quadratic);
    EXPECT_GT(agreement_on_scale(near, steps).alpha_interval, agreement_on_scale(far, steps).alpha_interval);
}

TEST(Scale, AGapIsNoDisagreement) {
    const codes::Coding a = with_rating(4), b = with_rating(4), c = with_rating(2), none = with_rating({});
    const CodedTogether together = {{&a, &b}, {&c, &c}, {&a, &none}, {&none, &none}};
    const ScaleRows rows = ratings_given(together, "empathy");
    ASSERT_EQ(rows[0].size(), 4u);
    const ScaleAgreement found = agreement_on_scale(rows, {1, 2, 3, 4, 5});
    EXPECT_EQ(found.units, 2);
    EXPECT_EQ(found.kappa_quadratic, 1.0);
    EXPECT_EQ(found.alpha_ordinal, 1.0);
}

TEST(Scale, WhatIsNoStepOfItCountsNowhere) {
    EXPECT_EQ(agreement_on_scale({{7.0, 1.0}, {7.0, 1.0}}, {1, 2}).units, 1);
    EXPECT_EQ(agreement_on_scale({}, {1, 2}).units, 0);
    EXPECT_FALSE(agreement_on_scale({{-1.0, 1.0}, {-1.0, 1.0}}, {-1, 1}).alpha_ratio) << "there is no zero to begin at";
}

TEST(Scale, ComparesWhatWasSaidOfTheSameMoment) {
    const auto coded = [](const std::vector<std::pair<double, std::string>>& strengths) {
        codes::Coding coding;
        for (const auto& [seconds, strength] : strengths) {
            codes::Event event;
            event.id = base::make_id();
            event.at = base::seconds(seconds);
            event.code = "change";
            event.attributes["strength"] = strength;
            coding.events.push_back(event);
        }
        return coding;
    };
    const codes::Coding first = coded({{1, "-2"}, {10, "3"}, {20, "1"}}),
                        second = coded({{1.5, "-1"}, {10, "3"}, {40, "x"}});
    const ScaleRows rows = numbers_said({{&first, &second}}, "strength", base::seconds(2));
    ASSERT_EQ(rows[0].size(), 4u);
    const ScaleAgreement found = agreement_on_scale(rows, {-3, -2, -1, 0, 1, 2, 3});
    EXPECT_EQ(found.units, 2);
    EXPECT_GT(found.kappa_linear.value(), 0);
}

}  // namespace
}  // namespace analysis
