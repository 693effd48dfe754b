#include "analysis/best_moments.h"

#include "analysis/values.h"

#include <gmock/gmock.h>

namespace analysis {
namespace {

using codes::Side;
using testing::ElementsAre;
using testing::IsEmpty;

codes::Codebook garden() {
    codes::Codebook book;
    book.codes = {values::code("dig", Side::Professional), values::code("rake", Side::Professional),
                  values::code("praise", Side::Professional), values::code("rain", Side::Client),
                  values::code("sun", Side::Client)};
    codes::Pair sun;
    sun.key = "sun";
    sun.given = {"dig", "rake"};
    sun.then = {"sun"};
    sun.strength = true;
    codes::Pair rain = sun;
    rain.key = "rain";
    rain.then = {"rain"};
    rain.strength = false;
    codes::Pair praise;
    praise.key = "praise";
    praise.given = {"praise", "rake"};
    praise.strength = true;
    book.pairs = {rain, praise, sun};
    return book;
}

std::vector<std::string> told(const codes::Codebook& book, const codes::Coding& coding) {
    std::vector<std::string> all;
    for (const BestMoment& one : best_moments(book, coding))
        all.push_back(one.pair->key + ": " + one.first->code + (one.answer ? " " + one.answer->code : ""));
    return all;
}

TEST(BestMoments, AreThosePairsThatTheCodebookCallsStrengths) {
    const codes::Codebook book = garden();
    const codes::Coding heard = values::coding(
        book, {{1, "dig"}, {2, "sun"}, {3, "dig"}, {4, "rain"}, {5, "praise"}, {6, "rain"}, {7, "dig"}, {8, "sun"}});
    EXPECT_THAT(told(book, heard), ElementsAre("praise: praise rain", "sun: dig sun", "sun: dig sun"));
}

TEST(BestMoments, EachStandsOnceAndWithoutAnAnswerWhereAnyWouldDo) {
    const codes::Codebook book = garden();
    const codes::Coding heard = values::coding(book, {{1, "rake"}, {2, "sun"}, {3, "praise"}});
    EXPECT_THAT(told(book, heard), ElementsAre("praise: rake sun", "praise: praise"));
}

TEST(BestMoments, AreNoneWithoutCodesOrWithoutStrengths) {
    codes::Codebook book = garden();
    EXPECT_THAT(told(book, {}), IsEmpty());
    book.pairs.clear();
    EXPECT_THAT(told(book, values::coding(book, {{1, "rake"}, {2, "sun"}})), IsEmpty());
}

}  // namespace
}  // namespace analysis
