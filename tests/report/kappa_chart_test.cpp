#include "report/kappa_chart.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace report {
namespace {

KappaCurve curve(std::vector<std::pair<double, std::optional<double>>> points, double chosen) {
    KappaCurve made{.points = {}, .chosen = base::seconds(chosen), .language = base::Language::Dutch};
    for (const auto& [seconds, kappa] : points) made.points.emplace_back(base::seconds(seconds), kappa);
    return made;
}

TEST(KappaChart, RisesWithKappaAndMarksTheToleranceInUse) {
    const KappaChart chart = kappa_chart(curve({{0, 0.0}, {1, 0.5}, {5, 1.0}}, 1), 300, 150);
    ASSERT_EQ(chart.lines.size(), 1u);
    EXPECT_DOUBLE_EQ(chart.lines[0].front().second, chart.bottom);
    EXPECT_DOUBLE_EQ(chart.lines[0].back().second, chart.top);
    EXPECT_DOUBLE_EQ(chart.lines[0].back().first, chart.right);
    ASSERT_TRUE(chart.chosen);
    EXPECT_DOUBLE_EQ(chart.chosen->second, (chart.top + chart.bottom) / 2);
    EXPECT_EQ(chart.chosen_text, "0,50") << "as the reader's language writes it";
    EXPECT_EQ(chart.levels.size(), 6u);
    EXPECT_EQ(chart.seconds.size(), 6u);
}

TEST(KappaChart, HasRoomBelowZeroWhereItIsNeeded) {
    const KappaChart chart = kappa_chart(curve({{0, -0.3}, {2, 0.2}}, 2), 300, 150);
    EXPECT_EQ(chart.levels.front().text, "-0,4");
    for (const auto& [x, y] : chart.lines[0]) {
        EXPECT_GE(y, chart.top);
        EXPECT_LE(y, chart.bottom);
    }
}

TEST(KappaChart, IsBrokenWhereKappaIsUndefined) {
    const KappaChart chart = kappa_chart(curve({{0, {}}, {1, 0.5}, {2, {}}, {3, 0.6}, {4, 0.7}}, 2), 300, 150);
    EXPECT_EQ(chart.lines.size(), 2u);
    EXPECT_FALSE(chart.chosen);
    EXPECT_TRUE(kappa_chart(curve({}, 1), 300, 150).lines.empty());
}

TEST(KappaChart, DrawsItsLineWithinTheField) {
    constexpr double kScale = 2;
    constexpr int kWidth = 600, kHeight = 300;
    const KappaCurve shown = curve({{0, 0.0}, {2, 0.8}, {5, 0.8}}, 2);
    const KappaChart chart = kappa_chart(shown, kWidth / kScale, kHeight / kScale);
    const PageImage image = picture_of(shown, kWidth, kHeight, kScale);
    const auto below_the_field = static_cast<std::ptrdiff_t>((chart.bottom + 3) * kScale) * kWidth * 4;
    int green = 0;
    for (auto pixel = image.bgra.begin() + below_the_field; pixel != image.bgra.end(); pixel += 4)
        green += pixel[1] > pixel[2] + 40 ? 1 : 0;
    EXPECT_EQ(green, 0) << "the words under it are no part of the line";
}

TEST(KappaChart, IsAPictureWithSomethingOnIt) {
    const PageImage image = picture_of(curve({{0, 0.1}, {1, 0.5}, {5, 0.8}}, 1), 400, 200, 1.35);
    EXPECT_EQ(image.width, 400);
    EXPECT_EQ(image.height, 200);
    ASSERT_EQ(image.bgra.size(), 400u * 200u * 4u);
    EXPECT_GT(std::count_if(image.bgra.begin(), image.bgra.end(), [](std::uint8_t byte) { return byte < 0x80; }), 400);
    EXPECT_EQ(picture_of(curve({}, 1), 0, 0, 1).width, 1) << "a window without room";
}

}  // namespace
}  // namespace report
