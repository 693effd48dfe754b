#include "analysis/permission.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

codes::Codebook codebook() {
    return codes::parse_codebook(R"({
  "key": "p", "version": "1", "title": "P",
  "codes": [
    {"key": "ask", "side": "professional", "label": "Ask", "colour": "#000000"},
    {"key": "tell", "side": "professional", "label": "Tell", "colour": "#000000"},
    {"key": "push", "side": "professional", "label": "Push", "colour": "#000000"},
    {"key": "talk", "side": "client", "label": "Talk", "colour": "#000000"}],
  "permission": {"opened_by": ["ask"], "closed_by": ["push"], "at_most_s": 60}
})",
                                 "p.json");
}

std::vector<codes::Event> events(const std::vector<std::pair<double, const char*>>& all) {
    std::vector<codes::Event> made;
    for (const auto& [at, code] : all) {
        codes::Event& event = made.emplace_back();
        event.id = {std::string(code) + std::to_string(at)};
        event.at = base::seconds(at);
        event.code = code;
    }
    return made;
}

base::Span span(double from, double to) {
    return {base::seconds(from), base::seconds(to)};
}

TEST(Permission, StandsUntilItIsClosedOrTooLongAgo) {
    const auto stretches =
        permission_stretches(codebook(), events({{10, "ask"}, {30, "push"}, {40, "push"}, {100, "ask"}}));
    ASSERT_EQ(stretches.size(), 2u);
    EXPECT_EQ(stretches[0], span(10, 30));
    EXPECT_EQ(stretches[1], span(100, 160));
}

TEST(Permission, AskedAgainItStandsLonger) {
    const auto stretches = permission_stretches(codebook(), events({{10, "ask"}, {50, "ask"}, {110, "ask"}}));
    ASSERT_EQ(stretches.size(), 2u);
    EXPECT_EQ(stretches[0], span(10, 110));
    EXPECT_EQ(stretches[1], span(110, 170)) << "at its very end it is over";
}

TEST(Permission, WhatEndsItWhileItStandsIsDoubtedAndNothingIsChanged) {
    const auto all = events({{5, "push"}, {10, "ask"}, {20, "tell"}, {30, "push"}, {31, "push"}});
    const auto doubts = permission_doubts(codebook(), all);
    ASSERT_EQ(doubts.size(), 1u) << "before it was asked and after it ended there is nothing to doubt";
    EXPECT_EQ(doubts[0], (PermissionDoubt{all[3].id, base::seconds(10)}));
    EXPECT_EQ(all[3].code, "push");
}

TEST(Permission, ACodebookWithoutItHasNoStretches) {
    codes::Codebook without = codebook();
    without.permission.reset();
    EXPECT_TRUE(permission_stretches(without, events({{10, "ask"}})).empty());
    EXPECT_TRUE(permission_doubts(without, events({{10, "ask"}, {11, "push"}})).empty());
}

}  // namespace
}  // namespace analysis
