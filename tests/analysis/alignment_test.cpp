#include "analysis/alignment.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <tuple>

namespace analysis {
namespace {

CodedMoments moments(std::initializer_list<std::pair<double, std::size_t>> events) {
    CodedMoments made;
    for (const auto& [at, code] : events) made.push_back({base::seconds(at), {}, code});
    return made;
}

using Worth = std::tuple<int, int, std::int64_t>;

Worth worth(const std::vector<Match>& matches, const CodedMoments& a, const CodedMoments& b) {
    Worth sum;
    for (const Match& match : matches) {
        if (!match.first || !match.second) continue;
        const CodedMoment& one = a[*match.first];
        const CodedMoment& other = b[*match.second];
        std::get<0>(sum) += one.code == other.code ? 1 : 0;
        ++std::get<1>(sum);
        std::get<2>(sum) -= std::abs(one.at.microseconds - other.at.microseconds);
    }
    return sum;
}

// Tries every alignment there is.
Worth best_by_force(const CodedMoments& a, const CodedMoments& b, std::size_t i, std::size_t j, base::Time tolerance) {
    if (i == a.size() || j == b.size()) return {};
    Worth best = std::max(best_by_force(a, b, i + 1, j, tolerance), best_by_force(a, b, i, j + 1, tolerance));
    const std::int64_t apart = std::abs(a[i].at.microseconds - b[j].at.microseconds);
    if (apart > tolerance.microseconds) return best;
    Worth with = best_by_force(a, b, i + 1, j + 1, tolerance);
    std::get<0>(with) += a[i].code == b[j].code ? 1 : 0;
    ++std::get<1>(with);
    std::get<2>(with) -= apart;
    return std::max(best, with);
}

TEST(Alignment, IsTheBestThereIs) {
    std::mt19937 random(20261122);
    for (int round = 0; round < 300; ++round) {
        const auto some = [&] {
            CodedMoments made;
            for (std::size_t i = random() % 7; i > 0; --i)
                made.push_back({base::milliseconds(static_cast<std::int64_t>(random() % 12'000)), {}, random() % 3});
            std::sort(made.begin(), made.end(), [](const auto& x, const auto& y) { return x.at < y.at; });
            return made;
        };
        const CodedMoments a = some();
        const CodedMoments b = some();
        const base::Time tolerance = base::milliseconds(static_cast<std::int64_t>(random() % 4'000));
        const auto matches = align(a, b, tolerance);
        EXPECT_EQ(worth(matches, a, b), best_by_force(a, b, 0, 0, tolerance)) << "round " << round;
        std::size_t of_a = 0;
        std::size_t of_b = 0;
        for (const Match& match : matches) {
            EXPECT_EQ(match.first.value_or(of_a), of_a);
            EXPECT_EQ(match.second.value_or(of_b), of_b);
            of_a += match.first ? 1 : 0;
            of_b += match.second ? 1 : 0;
        }
        EXPECT_EQ(of_a, a.size()) << "each event once, in order";
        EXPECT_EQ(of_b, b.size());
    }
}

TEST(Alignment, MatchesUpToTheToleranceAndNoFurther) {
    const CodedMoments a = moments({{10, 0}});
    const std::vector<Match> together = {{0, 0}};
    EXPECT_EQ(align(a, moments({{12, 0}}), base::seconds(2)), together);
    const std::vector<Match> alone = {{0, {}}, {{}, 0}};
    EXPECT_EQ(align(a, moments({{12.001, 0}}), base::seconds(2)), alone);
}

TEST(Alignment, PrefersTheSameCodeToTheNearerOne) {
    const CodedMoments a = moments({{10, 0}});
    const CodedMoments b = moments({{10, 1}, {11, 0}});
    const std::vector<Match> expected = {{{}, 0}, {0, 1}};
    EXPECT_EQ(align(a, b, base::seconds(2)), expected);
}

TEST(Alignment, OfACoderWithHerselfIsPerfect) {
    const CodedMoments a = moments({{1, 0}, {1, 1}, {3, 0}, {3.5, 2}, {9, 1}});
    const Matrix table = table_of(align(a, a, base::seconds(2)), a, a, 3);
    EXPECT_EQ(alignment_kappa(table), 1);
    EXPECT_EQ(table, (Matrix{{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 0}}));
}

TEST(Alignment, KappaSuffersFromWhatOneOfThemDidNotCode) {
    const CodedMoments a = moments({{1, 0}, {5, 1}, {9, 0}, {13, 1}, {17, 0}, {21, 1}});
    const CodedMoments b = moments({{1, 0}, {9, 0}, {13, 1}, {17, 1}, {21, 1}});
    const Matrix table = table_of(align(a, b, base::seconds(2)), a, b, 2);
    EXPECT_EQ(table, (Matrix{{2, 1, 0}, {0, 2, 1}, {0, 0, 0}}));
    const double kappa = alignment_kappa(table).value();
    EXPECT_GT(kappa, 0);
    EXPECT_LT(kappa, 4.0 / 6);
    EXPECT_FALSE(alignment_kappa(table_of({}, {}, {}, 2)));
}

TEST(Alignment, OfThousandsOfEventsIsQuickWhereTheyAreSpread) {
    CodedMoments a;
    CodedMoments b;
    for (int i = 0; i < 10'000; ++i) {
        a.push_back({base::milliseconds(i * 3'000LL), {}, static_cast<std::size_t>(i % 5)});
        b.push_back({base::milliseconds(i * 3'000LL + 400), {}, static_cast<std::size_t>(i % 7 == 0 ? 0 : i % 5)});
    }
    const auto matches = align(a, b, base::seconds(1));
    EXPECT_EQ(matches.size(), 10'000u);
}

TEST(TimeTable, CountsUnitsFromBothSides) {
    CodedMoments a = moments({{0, 0}});
    a[0].end = base::seconds(4);
    CodedMoments b = moments({{1, 0}});
    b[0].end = base::seconds(5);
    const auto exact = time_table(a, b, 1, base::seconds(10), base::seconds(1), {});
    EXPECT_EQ(exact, (Matrix{{3, 1}, {1, 5}}));
    const auto tolerant = time_table(a, b, 1, base::seconds(10), base::seconds(1), base::seconds(1));
    EXPECT_EQ(tolerant, (Matrix{{4, 0.5}, {0, 5.5}})) << "only the first second has no silence of the other near it";
    EXPECT_EQ(time_table(a, b, 1, {}, base::seconds(1), {}), (Matrix{{0, 0}, {0, 0}}));
}

TEST(TimeTable, SetsOneCodeAgainstTheRest) {
    EXPECT_EQ(one_against_rest({{5, 1, 2}, {0, 7, 1}, {3, 0, 9}}, 1), (Matrix{{7, 1}, {1, 19}}));
}

}  // namespace
}  // namespace analysis
