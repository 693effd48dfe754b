#include "base/id.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <regex>
#include <thread>
#include <unordered_set>
#include <vector>

using base::Id;
using base::make_id;

TEST(Id, HasTheFormOfUuidVersion7) {
    const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    for (int i = 0; i < 1'000; ++i) EXPECT_TRUE(std::regex_match(make_id().text, form));
}

TEST(Id, StartsWithTheMillisecondsSince1970) {
    const Id id = make_id();
    const long long ms = std::stoll(id.text.substr(0, 8) + id.text.substr(9, 4), nullptr, 16);
    EXPECT_GT(ms, 1'600'000'000'000);
    EXPECT_LT(ms, 10'000'000'000'000);
}

TEST(Id, LaterIsGreaterEvenWithinOneMillisecond) {
    Id before = make_id();
    for (int i = 0; i < 100'000; ++i) {
        Id next = make_id();
        ASSERT_LT(before, next);
        before = std::move(next);
    }
}

TEST(Id, IsUniqueAcrossThreadsAndSortedWithinEach) {
    std::vector<std::vector<Id>> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto& ids : made) {
            threads.emplace_back([&ids] {
                for (int i = 0; i < 25'000; ++i) ids.push_back(make_id());
            });
        }
    }
    std::unordered_set<Id> all;
    for (const auto& ids : made) {
        EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
        all.insert(ids.begin(), ids.end());
    }
    EXPECT_EQ(all.size(), 100'000u);
}

TEST(Id, OfNothingIsFalse) {
    EXPECT_FALSE(Id{});
    EXPECT_TRUE(make_id());
}
