#include "analysis/following.h"

#include "analysis/values.h"

#include <gmock/gmock.h>

namespace analysis {
namespace {

using codes::Side;
using testing::ElementsAre;
using testing::IsEmpty;
using values::coding;

codes::Codebook garden() {
    codes::Codebook book;
    book.codes = {values::code("dig", Side::Professional, {"work"}),
                  values::code("rake", Side::Professional, {"work"}),
                  values::code("rest", Side::Professional),
                  values::code("rain", Side::Client),
                  values::code("sun", Side::Client),
                  values::code("hum", Side::Client)};
    book.codes.back().ends_volley = false;
    book.groups = {{"work", {}}};
    return book;
}

Matrix table(const codes::Codebook& book, const std::vector<codes::Coding>& codings, const Axis& rows,
             const Axis& columns, const Distance& distance = {}) {
    std::vector<const codes::Coding*> all;
    for (const codes::Coding& one : codings) all.push_back(&one);
    return counts_of(followed(book, all, rows, columns, distance), rows, columns);
}

TEST(Following, CountsEachCodeOfOneSideAfterEachOfTheOther) {
    const auto book = garden();
    const auto heard = coding(book, {{1, "dig"}, {2, "rain"}, {3, "rake"}, {4, "rest"}, {5, "sun"}, {6, "rain"}});
    EXPECT_EQ(table(book, {heard}, axis_of_side(book, Side::Professional), axis_of_side(book, Side::Client)),
              (Matrix{{1, 0, 0}, {0, 0, 0}, {0, 1, 0}}));
    EXPECT_EQ(table(book, {heard}, axis_of_side(book, Side::Client), axis_of_side(book, Side::Client)),
              (Matrix{{0, 0, 0}, {1, 0, 0}, {0, 0, 0}}))
        << "within one side: only what stands side by side";
}

TEST(Following, NeverRunsFromOneCodingIntoTheNext) {
    const auto book = garden();
    const auto one = coding(book, {{1, "dig"}});
    const auto two = coding(book, {{2, "rain"}});
    EXPECT_EQ(table(book, {one, two}, axis_of_asked(book, {{"dig"}}, Rest::Together),
                    axis_of_asked(book, {{"rain"}}, Rest::Together)),
              (Matrix{{0, 0}, {0, 0}}));
}

TEST(Following, SetsWhatIsAskedAgainstTheRestOfItsSide) {
    const auto book = garden();
    const auto heard = coding(book, {{1, "dig"}, {2, "rain"}, {3, "rake"}, {4, "sun"}, {5, "rest"}, {6, "rain"}});
    const Axis columns = axis_of_asked(book, {{"rain"}}, Rest::Together);
    EXPECT_EQ(table(book, {heard}, axis_of_asked(book, {{"work"}}, Rest::Together), columns), (Matrix{{1, 1}, {1, 0}}));
    const Axis each = axis_of_asked(book, {{"dig"}}, Rest::Each);
    EXPECT_THAT(each.keys, ElementsAre(kAsked, "dig", "rake", "rest"));
    EXPECT_EQ(table(book, {heard}, each, columns), (Matrix{{1, 0}, {0, 0}, {0, 1}, {1, 0}}));
    EXPECT_EQ(table(book, {heard}, axis_of_keys(book, {"rest", "work"}), axis_of_keys(book, {"sun"})),
              (Matrix{{0}, {1}}));
}

TEST(Following, KnowsWhatStoodRightBefore) {
    const auto book = garden();
    const auto heard = coding(book, {{1, "rain"}, {2, "dig"}, {3, "rain"}, {4, "rake"}, {5, "dig"}, {6, "rain"}});
    const Axis rows = axis_of_asked(book, {{"dig"}, {"rain"}}, Rest::Together);
    EXPECT_EQ(table(book, {heard}, rows, axis_of_asked(book, {{"rain"}}, Rest::Together)), (Matrix{{1, 0}, {1, 0}}));
    EXPECT_EQ(times_asked(book, {&heard}, rows, axis_of_side(book, Side::Client)), 1);
}

TEST(Following, AHumComesBetweenNothingUnlessItIsAskedFor) {
    const auto book = garden();
    const auto heard = coding(book, {{1, "dig"}, {2, "hum"}, {3, "rain"}});
    const Axis rows = axis_of_asked(book, {{"dig"}}, Rest::Together);
    EXPECT_EQ(table(book, {heard}, rows, axis_of_asked(book, {{"rain"}}, Rest::Together))[0][0], 1);
    EXPECT_EQ(table(book, {heard}, rows, axis_of_asked(book, {{"hum"}}, Rest::Together))[0][0], 1);
    EXPECT_EQ(table(book, {heard}, rows, axis_of_asked(book, {{"hum"}}, Rest::Together))[0][1], 0);
}

TEST(Following, GoesFartherByPlacesOrByTime) {
    const auto book = garden();
    const auto heard = coding(book, {{1, "dig"}, {2, "rest"}, {12, "rain"}});
    const Axis rows = axis_of_asked(book, {{"dig"}}, Rest::Together);
    const Axis columns = axis_of_asked(book, {{"rain"}}, Rest::Together);
    EXPECT_EQ(table(book, {heard}, rows, columns)[0][0], 0);
    EXPECT_EQ(table(book, {heard}, rows, columns, {.lag = 2})[0][0], 1);
    EXPECT_EQ(table(book, {heard}, rows, columns, {.within = base::seconds(10)})[0][0], 0);
    EXPECT_EQ(table(book, {heard}, rows, columns, {.within = base::seconds(11)})[0][0], 1);
}

TEST(Following, HonoursTheSegment) {
    const auto book = garden();
    auto heard = coding(book, {{1, "dig"}, {2, "rain"}, {11, "dig"}, {12, "rain"}});
    heard.segment = codes::Segment{{base::seconds(10), base::seconds(20)}, {}};
    EXPECT_EQ(table(book, {heard}, axis_of_asked(book, {{"dig"}}, Rest::Together),
                    axis_of_asked(book, {{"rain"}}, Rest::Together))[0][0],
              1);
}

TEST(Following, PointsAtTheMomentsBehindACount) {
    const auto book = garden();
    const auto heard = coding(book, {{1, "dig"}, {2, "rain"}, {3, "rake"}, {4, "rain"}});
    const auto pairs = followed(book, {&heard}, axis_of_asked(book, {{"rake"}}, Rest::Together),
                                axis_of_asked(book, {{"rain"}}, Rest::Together), {});
    ASSERT_EQ(pairs.size(), 2u);
    EXPECT_EQ(pairs[1].first, &heard.events[2]);
    EXPECT_EQ(pairs[1].second, &heard.events[3]);
    EXPECT_EQ(pairs[1].row, 0u);
}

TEST(CameBefore, NamesWhatHadNotBeenHeardYet) {
    const auto book = garden();
    const auto heard = coding(book, {{1, "rake"}, {2, "dig"}, {3, "rake"}, {4, "rain"}, {4, "rake"}});
    const auto all = came_before(book, {&heard}, {"rake"}, {"dig", "rain"});
    ASSERT_EQ(all.size(), 3u);
    EXPECT_THAT(all[0].missing, ElementsAre("dig", "rain"));
    EXPECT_THAT(all[1].missing, ElementsAre("rain"));
    EXPECT_THAT(all[2].missing, IsEmpty()) << "at the same moment it was heard";
    const auto other = coding(book, {{1, "dig"}, {2, "rain"}});
    const auto late = coding(book, {{3, "rake"}});
    EXPECT_THAT(came_before(book, {&other, &late}, {"rake"}, {"dig"})[0].missing, ElementsAre("dig"))
        << "in its own conversation";
}

}  // namespace
}  // namespace analysis
