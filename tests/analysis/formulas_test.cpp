#include "analysis/formulas.h"

#include "base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using analysis::Formula;
using testing::DoubleEq;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Optional;

std::optional<double> evaluate(const std::string& text, const std::map<std::string, double>& values = {}) {
    return Formula(text).evaluate([&](const std::string& name) -> std::optional<double> {
        const auto value = values.find(name);
        return value == values.end() ? std::nullopt : std::optional(value->second);
    });
}

std::string mistake_in(const std::string& text) {
    try {
        const Formula formula(text);
    } catch (const base::Error& error) {
        return error.what();
    }
    return "";
}

TEST(Formula, MultipliesBeforeItAdds) {
    EXPECT_THAT(evaluate("2 + 3 * 4"), Optional(DoubleEq(14)));
    EXPECT_THAT(evaluate("(2 + 3) * 4"), Optional(DoubleEq(20)));
}

TEST(Formula, WorksFromLeftToRight) {
    EXPECT_THAT(evaluate("10 - 4 - 3"), Optional(DoubleEq(3)));
    EXPECT_THAT(evaluate("24 / 4 / 3"), Optional(DoubleEq(2)));
}

TEST(Formula, KnowsDecimalsAndMinusSigns) {
    EXPECT_THAT(evaluate("-2.5 - -1"), Optional(DoubleEq(-1.5)));
    EXPECT_THAT(evaluate(".5*2"), Optional(DoubleEq(1)));
}

TEST(Formula, AsksForEachName) {
    EXPECT_THAT(evaluate("(sr + cr) / talk.client", {{"sr", 3}, {"cr", 4}, {"talk.client", 2}}),
                Optional(DoubleEq(3.5)));
    EXPECT_THAT(Formula("b + a * b - talk.client").names(), ElementsAre("b", "a", "talk.client"));
}

TEST(Formula, HasNoValueWithoutAName) {
    EXPECT_EQ(evaluate("a + 1"), std::nullopt);
    EXPECT_EQ(evaluate("0 * a"), std::nullopt);
}

TEST(Formula, HasNoValueWhenDividedByZero) {
    EXPECT_EQ(evaluate("a / b", {{"a", 3}, {"b", 0}}), std::nullopt);
    EXPECT_EQ(evaluate("1 + 2 / (3 - 3)"), std::nullopt);
    EXPECT_EQ(evaluate("0 / 0"), std::nullopt);
}

TEST(Formula, NamesThePositionOfAMistake) {
    EXPECT_THAT(mistake_in("a + "), HasSubstr("position 5"));
    EXPECT_THAT(mistake_in("a b"), HasSubstr("position 3"));
    EXPECT_THAT(mistake_in("(a + b"), HasSubstr("position 7"));
    EXPECT_THAT(mistake_in("a + b)"), HasSubstr("position 6"));
    EXPECT_THAT(mistake_in("a ** b"), HasSubstr("position 4"));
    EXPECT_THAT(mistake_in(""), HasSubstr("position 1"));
    EXPECT_THAT(mistake_in("."), HasSubstr("position 1"));
    EXPECT_THAT(mistake_in("2 + \xC3\xA9"), HasSubstr("position 5"));
}

TEST(Formula, CountsPositionsInCharactersNotBytes) {
    EXPECT_THAT(mistake_in("a + \xC3\xA9 + b"), HasSubstr("position 5"));
    EXPECT_THAT(mistake_in("a\xC3\xA9"), HasSubstr("position 2"));
}

TEST(Formula, RefusesEndlessNestingWithoutACrash) {
    EXPECT_THAT(mistake_in(std::string(10'000, '(')), HasSubstr("nested too deeply"));
    EXPECT_THAT(mistake_in(std::string(10'000, '-')), HasSubstr("nested too deeply"));
    EXPECT_THAT(mistake_in(std::string(1'000'000, '(')), HasSubstr("longer than"));
}

TEST(Formula, TakesAVeryLongSum) {
    std::string text = "a";
    for (int i = 1; i < 5'000; ++i) text += " + a";
    EXPECT_THAT(evaluate(text, {{"a", 1}}), Optional(DoubleEq(5'000)));
}

TEST(Formula, KnowsWhetherItOnlyAddsUp) {
    EXPECT_THAT(Formula("a + (b + a)").as_sum(), Optional(std::map<std::string, int>{{"a", 2}, {"b", 1}}));
    EXPECT_EQ(Formula("a - b").as_sum(), std::nullopt);
    EXPECT_EQ(Formula("a + 1").as_sum(), std::nullopt);
    EXPECT_EQ(Formula("a / b").as_sum(), std::nullopt);
}

}  // namespace
