#include "app/turn_search.h"

#include <gtest/gtest.h>

namespace app {
namespace {

std::vector<talk::Turn> turns(const std::vector<std::string>& texts) {
    std::vector<talk::Turn> made;
    for (const std::string& text : texts) {
        const double from = static_cast<double>(made.size());
        made.push_back({{base::seconds(from), base::seconds(from + 1)}, "", talk::Role::Unknown, text});
    }
    return made;
}

TEST(TurnSearch, FindsPartsOfWordsWhateverTheirCaseAndAccents) {
    const auto talk = turns({"Ik wil één keer per week", "Eén is genoeg, alleen", "niets"});
    TurnSearch search;
    EXPECT_EQ(search.hits(talk, 1, "EEN"), (std::vector<SearchHit>{{0, 2, 2}, {1, 0, 0}, {1, 3, 3}}));
}

TEST(TurnSearch, FindsSeveralWordsInARow) {
    const auto talk = turns({"maar ik wil wel, ik wil niet"});
    TurnSearch search;
    EXPECT_EQ(search.hits(talk, 1, " ik  wil "), (std::vector<SearchHit>{{0, 1, 2}, {0, 4, 5}}));
}

TEST(TurnSearch, NothingIsFoundForNothing) {
    TurnSearch search;
    EXPECT_TRUE(search.hits(turns({"a"}), 1, "").empty());
    EXPECT_TRUE(search.hits(turns({"a"}), 1, "  ").empty());
    EXPECT_TRUE(search.hits({}, 1, "a").empty());
}

TEST(TurnSearch, CorrectedTurnsAreSearchedAgain) {
    TurnSearch search;
    EXPECT_EQ(search.hits(turns({"stoppen"}), 1, "minderen").size(), 0u);
    EXPECT_EQ(search.hits(turns({"minderen"}), 2, "minderen").size(), 1u);
    EXPECT_EQ(search.hits(turns({"minderen"}), 2, "").size(), 0u);
    EXPECT_EQ(search.hits(turns({"stoppen"}), 3, "stop").size(), 1u);
}

}  // namespace
}  // namespace app
