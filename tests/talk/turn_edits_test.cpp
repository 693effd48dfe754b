// Correcting, splitting, joining and marking of turns.
#include "talk/turn_edits.h"

#include <gtest/gtest.h>

namespace talk {
namespace {

using base::seconds;

Turn turn(double from, double to, Role role, const std::string& text = {}, const std::string& speaker = {}) {
    return {{seconds(from), seconds(to)}, speaker, role, text};
}

constexpr Role kProfessional = Role::Professional;
constexpr Role kClient = Role::Client;

std::vector<Turn> talk_of_two() {
    return {turn(0, 4, kProfessional, "How are you?", "Anna"), turn(4, 8, kClient, "Fine, thanks.", "Bob"),
            turn(8, 12, kProfessional, "Good. And work?", "Anna")};
}

TEST(TurnEdits, ACorrectedTextHasSingleBlanksAndCanBeEmpty) {
    std::vector<Turn> turns = talk_of_two();
    correct(turns, 1, "  Fijn,\n dank   je. ");
    EXPECT_EQ(turns[1].text, "Fijn, dank je.");
    correct(turns, 1, "  ");
    EXPECT_EQ(turns[1].text, "");
    correct(turns, 99, "nobody's");
    EXPECT_EQ(turns.size(), 3u);
}

TEST(TurnEdits, SplittingSharesWordsAndTime) {
    std::vector<Turn> turns = {turn(0, 10, kClient, "aaaa bbbbb", "Bob")};
    split(turns, 0, 5);
    ASSERT_EQ(turns.size(), 2u);
    EXPECT_EQ(turns[0], turn(0, 5, kClient, "aaaa", "Bob"));
    EXPECT_EQ(turns[1], turn(5, 10, kClient, "bbbbb", "Bob"));
}

TEST(TurnEdits, SplittingAtAnEndChangesNothing) {
    std::vector<Turn> turns = talk_of_two();
    split(turns, 0, 0);
    split(turns, 0, turns[0].text.size());
    split(turns, 0, 99);
    split(turns, 7, 1);
    EXPECT_EQ(turns, talk_of_two());
}

TEST(TurnEdits, TheRestOfATurnStandsWhereItsTimeIs) {
    std::vector<Turn> turns = {turn(0, 10, kClient, "aaaa bbbbb"), turn(2, 3, kProfessional, "hm")};
    split(turns, 0, 5);
    ASSERT_EQ(turns.size(), 3u);
    EXPECT_EQ(turns[1].text, "hm");
    EXPECT_EQ(turns[2].text, "bbbbb");
}

TEST(TurnEdits, ATurnWithoutWordsIsSplitAtAMoment) {
    std::vector<Turn> turns = {turn(0, 10, kClient)};
    split_at(turns, 0, seconds(10));
    EXPECT_EQ(turns.size(), 1u);
    split_at(turns, 0, seconds(4));
    ASSERT_EQ(turns.size(), 2u);
    EXPECT_EQ(turns[1], turn(4, 10, kClient));
}

TEST(TurnEdits, JoiningUndoesSplitting) {
    std::vector<Turn> turns = talk_of_two();
    split(turns, 1, 6);
    ASSERT_EQ(turns.size(), 4u);
    join_with_next(turns, 1);
    EXPECT_EQ(turns, talk_of_two());
    join_with_next(turns, 2);
    EXPECT_EQ(turns, talk_of_two()) << "the last has no next";
}

TEST(TurnEdits, ASwappedCueGetsTheOthersName) {
    std::vector<Turn> turns = talk_of_two();
    swap(turns, {1, 2});
    EXPECT_EQ(turns[0], talk_of_two()[0]);
    EXPECT_EQ(turns[1].role, kProfessional);
    EXPECT_EQ(turns[1].speaker, "Anna");
    EXPECT_EQ(turns[2].role, kClient);
    EXPECT_EQ(turns[2].speaker, "Bob");
    swap(turns, {1, 2});
    EXPECT_EQ(turns, talk_of_two());
}

TEST(TurnEdits, SwappingTheWholeFileLeavesNamesWhereTheyWere) {
    std::vector<Turn> turns = talk_of_two();
    turns.push_back(turn(12, 13, Role::Unknown, "Hello?", "Observer"));
    swap_roles(turns);
    EXPECT_EQ(turns[0], turn(0, 4, kClient, "How are you?", "Anna"));
    EXPECT_EQ(turns[1].role, kProfessional);
    EXPECT_EQ(turns[3].role, Role::Unknown);
}

TEST(TurnEdits, ATurnOfNobodyIsGivenToASide) {
    std::vector<Turn> turns = {turn(0, 1, Role::Unknown, "hm"), turn(1, 2, Role::Unknown, "ja")};
    give(turns, {1, 1}, kClient);
    EXPECT_EQ(turns[1].role, kClient);
    swap(turns, {0, 1});
    EXPECT_EQ(turns[0].role, kProfessional);
    EXPECT_EQ(turns[1].role, kProfessional);
    give(turns, {0, 5}, Role::Unknown);
    EXPECT_EQ(turns[1].role, Role::Unknown);
}

TEST(TurnEdits, RemovingARange) {
    std::vector<Turn> turns = talk_of_two();
    remove(turns, {0, 1});
    ASSERT_EQ(turns.size(), 1u);
    EXPECT_EQ(turns[0].text, "Good. And work?");
    remove(turns, {0, 3});
    EXPECT_EQ(turns.size(), 1u);
}

TEST(TurnChanges, TurnTheOneListIntoTheOtherAndBack) {
    std::vector<std::vector<Turn>> states = {{}, talk_of_two(), talk_of_two(), talk_of_two(), talk_of_two()};
    split(states[2], 1, 6);
    remove(states[3], {0, 1});
    swap_roles(states[4]);
    mark(states[4], kClient, seconds(3));
    for (const std::vector<Turn>& before : states)
        for (const std::vector<Turn>& after : states) {
            std::vector<Turn> turns = before;
            const std::vector<TurnChange> changes = changes_between(before, after);
            talk::apply(turns, changes);
            EXPECT_EQ(turns, after);
            talk::apply(turns, inverse(changes));
            EXPECT_EQ(turns, before);
        }
    EXPECT_EQ(changes_between(states[1], states[2]).size(), 2u) << "only what changed";
}

TEST(Marking, EachMarkEndsTheTurnBefore) {
    std::vector<Turn> turns;
    mark(turns, kProfessional, seconds(1));
    ASSERT_EQ(turn_at_hand(turns), 0u);
    mark(turns, kClient, seconds(5));
    mark(turns, {}, seconds(9));
    EXPECT_FALSE(turn_at_hand(turns));
    mark(turns, kProfessional, seconds(12));
    mark(turns, {}, seconds(15));
    EXPECT_EQ(turns, (std::vector<Turn>{turn(1, 5, kProfessional), turn(5, 9, kClient), turn(12, 15, kProfessional)}));
    mark(turns, {}, seconds(16));
    EXPECT_EQ(turns.size(), 3u) << "nobody after nobody is nothing";
}

TEST(Marking, TheSameSideTwiceIsOneTurn) {
    std::vector<Turn> turns;
    mark(turns, kClient, seconds(1));
    mark(turns, kClient, seconds(3));
    mark(turns, {}, seconds(5));
    EXPECT_EQ(turns, (std::vector<Turn>{turn(1, 5, kClient)}));
}

TEST(Marking, GoingBackAndMarkingAgainWritesOverWhatWasThere) {
    std::vector<Turn> turns = {turn(0, 10, kProfessional), turn(10, 20, kClient), turn(20, 30, kProfessional)};
    mark(turns, kProfessional, seconds(15));
    mark(turns, kClient, seconds(25));
    mark(turns, {}, seconds(28));
    EXPECT_EQ(turns, (std::vector<Turn>{turn(0, 10, kProfessional), turn(10, 15, kClient), turn(15, 25, kProfessional),
                                        turn(25, 28, kClient), turn(28, 30, kProfessional)}));
}

TEST(Marking, AMarkBeforeTheTurnAtHandTakesItsPlace) {
    std::vector<Turn> turns;
    mark(turns, kProfessional, seconds(20));
    mark(turns, kClient, seconds(18));
    mark(turns, {}, seconds(22));
    EXPECT_EQ(turns, (std::vector<Turn>{turn(18, 22, kClient)}));
}

}  // namespace
}  // namespace talk
