#include "talk/talk_measures.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace {

using base::seconds;
using base::Span;
using base::Time;
using talk::Role;
using talk::Turn;

const Span kMinute{Time{}, seconds(60)};

Turn turn(double from, double to, Role role, const std::string& text = "") {
    return {{seconds(from), seconds(to)}, "", role, text};
}
Turn professional(double from, double to, const std::string& text = "") {
    return turn(from, to, Role::Professional, text);
}
Turn client(double from, double to, const std::string& text = "") {
    return turn(from, to, Role::Client, text);
}

talk::TalkMeasures of(const std::vector<Turn>& turns, Span span = kMinute) {
    return talk::talk_measures(turns, span).value();
}

TEST(TalkMeasures, ShareLeavesSilenceOutOrIn) {
    const auto measures = of({professional(0, 10), client(15, 45)});
    EXPECT_EQ(measures.share, 0.25);
    EXPECT_DOUBLE_EQ(measures.share_of_time.value(), 10.0 / 60);
    EXPECT_EQ(measures.silence, seconds(20));
    EXPECT_EQ(measures.client.speech, seconds(30));
}

TEST(TalkMeasures, WordsAreThoseWithALetterOrAFigure) {
    const auto measures =
        of({professional(0, 10, "Hoe gaat het – echt?"), client(15, 45, "Eén   acht, 8½ …\n'k weet 't niet.")});
    EXPECT_EQ(measures.professional.words, 4);
    EXPECT_EQ(measures.client.words, 7);
    EXPECT_DOUBLE_EQ(measures.share_of_words.value(), 4.0 / 11);
    EXPECT_FALSE(of({professional(0, 10), client(15, 45)}).professional.words.has_value()) << "no words are known";
    EXPECT_FALSE(of({professional(0, 10), client(15, 45)}).share_of_words.has_value());
    EXPECT_FALSE(of({professional(0, 10, "…")}).share_of_words.has_value()) << "nobody says a word";
}

TEST(TalkMeasures, TurnsHaveAMeanAMedianAndALongest) {
    const auto measures =
        of({professional(0, 2), client(3, 4), professional(5, 9), client(10, 20), professional(21, 31)});
    EXPECT_EQ(measures.professional.turns, 3);
    EXPECT_EQ(measures.professional.mean_turn, (Time{16'000'000 / 3}));
    EXPECT_EQ(measures.professional.median_turn, seconds(4));
    EXPECT_EQ(measures.professional.longest_turn, seconds(10));
    EXPECT_EQ(measures.client.median_turn, seconds(5.5));
}

TEST(TalkMeasures, LatencyIsTheMedianWayFromTheOthersEnd) {
    const auto measures =
        of({professional(0, 2), client(2.4, 4), professional(4.2, 9), client(8.9, 20), professional(22, 31)});
    EXPECT_EQ(measures.client.latency, seconds(0.15)) << "0.4 s after, and 0.1 s before the end";
    EXPECT_EQ(measures.professional.latency, seconds(1.1)) << "0.2 s and 2 s; the first turn answers nobody";
}

TEST(TalkMeasures, LongSilencesAreEndedByWhoSpeaksFirst) {
    const auto measures = of({professional(5, 10), client(13, 15), client(19, 20), professional(22.99, 25),
                              turn(30, 31, Role::Unknown), professional(40, 41)});
    EXPECT_EQ(measures.long_silences, 4) << "not the one at the beginning, nor at the end, nor of 2.99 s";
    EXPECT_EQ(measures.client.silences_ended, 2);
    EXPECT_EQ(measures.professional.silences_ended, 1);
}

TEST(TalkMeasures, OverlapBeginsWellBeforeTheOthersEndAndMayInterrupt) {
    const auto measures = of({professional(0, 10), client(9.76, 12),      // 0.24 s
                              professional(11.5, 20),                     // interrupts
                              client(15, 15.8),                           // a back-channel
                              client(16, 18),                             // does not take over
                              client(25, 30), professional(29.74, 32)});  // interrupts
    EXPECT_EQ(measures.professional.overlaps, 2);
    EXPECT_EQ(measures.professional.interruptions, 2);
    EXPECT_EQ(measures.client.overlaps, 1);
    EXPECT_EQ(measures.client.interruptions, 0);
}

TEST(TalkMeasures, ThirdsEachHaveAShareOrNone) {
    const auto measures = of({professional(0, 5), client(5, 10), professional(15, 21), client(30, 31)});
    EXPECT_DOUBLE_EQ(measures.thirds[0].value(), 10.0 / 15);
    EXPECT_DOUBLE_EQ(measures.thirds[1].value(), 0.5);
    EXPECT_FALSE(measures.thirds[2].has_value());
}

TEST(TalkMeasures, HonourTheSegment) {
    const auto measures = of({professional(0, 10, "one two"), client(10, 20, "three"), professional(20, 40, "four")},
                             {seconds(5), seconds(30)});
    EXPECT_EQ(measures.professional.speech, seconds(15));
    EXPECT_EQ(measures.client.speech, seconds(10));
    EXPECT_EQ(measures.professional.words, 1) << "the first turn began before";
    EXPECT_EQ(measures.share_of_time, 0.6);
    EXPECT_FALSE(talk::talk_measures({professional(0, 10)}, {seconds(10), seconds(20)}).has_value());
}

TEST(TalkMeasures, OfOneSideAloneSayNothingOfAnswers) {
    const auto measures = of({professional(0, 10), professional(20, 30)});
    EXPECT_EQ(measures.share, 1);
    EXPECT_EQ(measures.professional.turns, 1);
    EXPECT_FALSE(measures.professional.latency.has_value());
    EXPECT_FALSE(measures.client.latency.has_value());
    EXPECT_FALSE(measures.client.mean_turn.has_value());
    EXPECT_FALSE(measures.client.longest_turn.has_value());
    EXPECT_EQ(measures.client.turns, 0);
}

TEST(TalkMeasures, OfTurnsWithoutLengthHaveNoShareAndStillTheirWords) {
    const auto measures = of({professional(1, 1, "Welkom"), client(9, 4, "Dank u wel")});
    EXPECT_FALSE(measures.share.has_value());
    EXPECT_FALSE(measures.share_of_time.has_value());
    EXPECT_FALSE(measures.client.mean_turn.has_value());
    EXPECT_EQ(measures.professional.turns, 1);
    EXPECT_EQ(measures.client.words, 3);
    EXPECT_FALSE(measures.thirds[0].has_value());
}

TEST(TalkMeasures, AreNoneWhereNobodyHasASide) {
    EXPECT_FALSE(talk::talk_measures({}, kMinute).has_value());
    EXPECT_FALSE(talk::talk_measures({turn(0, 5, Role::Unknown, "Hello")}, kMinute).has_value());
    EXPECT_FALSE(talk::talk_measures({professional(0, 5)}, {seconds(9), seconds(3)}).has_value());
}

TEST(TalkMeasures, AreTheSameInWhateverOrderTheTurnsCome) {
    std::mt19937 random(4);
    std::vector<Turn> turns;
    for (int i = 0; i < 200; ++i) {
        const auto from = static_cast<double>(random() % 60'000) / 1000;
        const double length = static_cast<double>(random() % 9'000) / 1000 - 1;
        turns.push_back(turn(from, from + length, random() % 2 == 0 ? Role::Client : Role::Professional, "ja"));
    }
    const auto expected = of(turns);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(turns.begin(), turns.end(), random);
        EXPECT_EQ(of(turns), expected);
    }
    EXPECT_LE(expected.professional.speech + expected.client.speech, seconds(120));
}

}  // namespace
