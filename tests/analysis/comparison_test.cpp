#include "analysis/comparison.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace analysis {
namespace {

codes::Coding coding(std::initializer_list<std::pair<double, const char*>> events) {
    codes::Coding made;
    for (const auto& [at, code] : events) {
        codes::Event event;
        event.at = base::seconds(at);
        event.code = code;
        made.events.push_back(event);
    }
    return made;
}

const LabelOf kByCode = [](const codes::Event& event) -> std::optional<std::string> {
    return event.code == "ignored" ? std::nullopt : std::optional(event.code);
};

TEST(Comparison, OfTheSameUtterancesIsOneByOne) {
    // Two utterances in one second: an alignment by code would swap them.
    const codes::Coding a = coding({{1, "q"}, {1, "r"}, {4, "q"}});
    const codes::Coding b = coding({{1, "r"}, {1, "q"}, {2, "ignored"}, {4, "q"}});
    const Comparison comparison = compare({&a, &b}, kByCode, base::seconds(2));
    EXPECT_TRUE(comparison.same_utterances);
    EXPECT_EQ(pair_table(comparison, 0, 1), (Matrix{{1, 1}, {1, 0}}));
    EXPECT_EQ(comparison.moments[2].events[1], 3u) << "the place in the coding, not among those compared";
}

TEST(Comparison, OfFreelyDroppedCodesAlignsThem) {
    const codes::Coding a = coding({{1, "q"}, {10, "r"}, {20, "q"}});
    const codes::Coding b = coding({{2, "q"}, {11, "q"}, {15, "r"}});
    const codes::Coding c = coding({{1.5, "q"}, {20.5, "q"}, {15.5, "q"}});
    const Comparison two = compare({&a, &b}, kByCode, base::seconds(2));
    EXPECT_FALSE(two.same_utterances);
    EXPECT_EQ(pair_table(two, 0, 1), (Matrix{{1, 0, 1}, {1, 0, 0}, {0, 1, 0}})) << "q, r, nothing";
    codes::Coding sorted = c;
    std::sort(sorted.events.begin(), sorted.events.end(), [](const auto& x, const auto& y) { return x.at < y.at; });
    const Comparison three = compare({&a, &b, &sorted}, kByCode, base::seconds(2));
    ASSERT_EQ(three.moments.size(), 4u);
    EXPECT_EQ(item_table(three), (Matrix{{3, 0, 0}, {1, 1, 1}, {1, 1, 1}, {2, 0, 1}}));
}

TEST(Comparison, PoolsConversationsThatKnowDifferentCodes) {
    const codes::Coding a = coding({{1, "b"}});
    const codes::Coding b = coding({{1, "a"}});
    const codes::Coding c = coding({{1, "c"}});
    const Comparison all =
        pooled({compare({&a, &a}, kByCode, {}), compare({&b, &c}, kByCode, {}), compare({&c, &c}, kByCode, {})});
    EXPECT_EQ(all.labels, (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(pair_table(all, 0, 1), (Matrix{{0, 0, 1}, {0, 1, 0}, {0, 0, 1}}));
    EXPECT_EQ(coder_rows(all)[1], (std::vector<std::optional<double>>{1, 2, 2}));
}

TEST(Comparison, OfNothingIsNothing) {
    EXPECT_TRUE(compare({}, kByCode, {}).moments.empty());
    const codes::Coding empty;
    const Comparison comparison = compare({&empty, &empty}, kByCode, {});
    EXPECT_TRUE(pair_table(comparison, 0, 1).empty());
    EXPECT_TRUE(coder_rows(comparison).empty());
}

}  // namespace
}  // namespace analysis
