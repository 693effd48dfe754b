#include "talk/words.h"

#include <gtest/gtest.h>

namespace talk {
namespace {

base::Span seconds(double from, double to) {
    return {base::seconds(from), base::seconds(to)};
}

const std::vector<Turn> kTalk = {{seconds(0, 4), "Anna", Role::Professional, "Hoe is het?"},
                                 {seconds(3, 9), "Bo", Role::Client, "Ik wil wel stoppen."},
                                 {seconds(9, 10), "Anna", Role::Professional, ""},
                                 {seconds(12, 15), "Bo", Role::Client, "Maar het is moeilijk."}};

TEST(Words, AreThoseOfTheSpeakerWhoIsCoded) {
    EXPECT_EQ(words_at(kTalk, seconds(3.5, 3.5), Role::Professional), "Hoe is het?");
    EXPECT_EQ(words_at(kTalk, seconds(3.5, 3.5), Role::Client), "Ik wil wel stoppen.");
    EXPECT_EQ(words_at(kTalk, seconds(3.5, 3.5), Role::Unknown), "Hoe is het? Ik wil wel stoppen.");
}

TEST(Words, OfWhatWasJustSaidWhenTheKeyComesAfterIt) {
    EXPECT_EQ(words_at(kTalk, seconds(11, 11), Role::Client), "Ik wil wel stoppen.");
    EXPECT_EQ(words_at(kTalk, seconds(18.9, 18.9), Role::Client), "Maar het is moeilijk.");
    EXPECT_EQ(words_at(kTalk, seconds(19.1, 19.1), Role::Client), "");
    EXPECT_EQ(words_at(kTalk, seconds(8.5, 8.5), Role::Professional), "");
}

TEST(Words, OfASpanAreThoseThatWereSaidInIt) {
    EXPECT_EQ(words_at(kTalk, seconds(4, 13), Role::Client), "wil wel stoppen. Maar het");
    EXPECT_EQ(words_at(kTalk, seconds(9, 13), Role::Professional), "Maar het") << "whoever was coded, that was said";
    EXPECT_EQ(words_at(kTalk, seconds(14.99, 15), Role::Client), "Maar het is moeilijk.") << "shorter than a word";
    EXPECT_EQ(words_at({}, seconds(0, 100), Role::Client), "");
}

TEST(Words, WhereNobodyKnowsWhoSpeaksAnybodyMaySay) {
    std::vector<Turn> turns = kTalk;
    for (Turn& turn : turns) turn.role = Role::Unknown;
    EXPECT_EQ(words_at(turns, seconds(1, 1), Role::Client), "Hoe is het?");
}

TEST(Words, ALongTurnThatBeganLongAgoIsStillHeard) {
    std::vector<Turn> turns = {{seconds(0, 300), "Bo", Role::Client, "a story"}};
    for (int i = 0; i < 100; ++i) turns.push_back({seconds(i + 1, i + 1.5), "Anna", Role::Professional, "hm"});
    EXPECT_EQ(words_at(turns, seconds(250, 250), Role::Client), "a story");
}

TEST(Words, ATextFallsApartAtItsBlanks) {
    EXPECT_EQ(words_of("één gevoel"), (std::vector<Word>{{0, 5}, {6, 12}}));
    EXPECT_EQ(words_of("  a   b "), (std::vector<Word>{{2, 3}, {6, 7}}));
    EXPECT_TRUE(words_of("").empty());
    EXPECT_TRUE(words_of("   ").empty());
}

TEST(Words, TimeGoesWithTheLettersOfTheTurn) {
    const Turn said{seconds(10, 20), "", Role::Unknown, "aaaa bbbbb"};
    EXPECT_EQ(time_of(said, {0, 4}), seconds(10, 14));
    EXPECT_EQ(time_of(said, {5, 10}), seconds(15, 20));
    const Turn moment{seconds(5, 5), "", Role::Unknown, "hm ja"};
    EXPECT_EQ(time_of(moment, {3, 5}), seconds(5, 5));
}

TEST(Words, TheTimeOfWordsGivesTheSameWordsBack) {
    const Turn said{seconds(61.234, 67.891), "", Role::Unknown, "Ik wil wél minderen, maar ik weet niet hoe dat moet."};
    const std::vector<Word> words = words_of(said.text);
    for (std::size_t first = 0; first < words.size(); ++first)
        for (std::size_t last = first; last < words.size(); ++last) {
            const Word bytes{words[first].from, words[last].to};
            EXPECT_EQ(words_at({said}, time_of(said, bytes), Role::Client),
                      said.text.substr(bytes.from, bytes.to - bytes.from));
        }
}

}  // namespace
}  // namespace talk
