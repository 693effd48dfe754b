// What is made of the voices that were heard; tests/media/speech_proof_test.cpp has recordings.
#include "media/speech.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using base::milliseconds;
using base::seconds;
using base::Span;
using media::HeardChannel;
using media::Voices;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr int kLoud = 20;  // dB below full scale
constexpr int kRoom = 70;
constexpr int kLength = 30;  // seconds

HeardChannel quiet_channel() {
    return {std::vector<bool>(kLength * 100, false), std::vector<std::uint8_t>(kLength * 100, kRoom)};
}

// From and to in milliseconds.
void speak(HeardChannel& channel, int from, int to, int below = kLoud) {
    for (auto step = static_cast<std::size_t>(from / 10); step < static_cast<std::size_t>(to / 10); ++step) {
        channel.voiced[step] = true;
        channel.below[step] = static_cast<std::uint8_t>(below);
    }
}

Span span(int from, int to) {
    return {milliseconds(from), milliseconds(to)};
}

TEST(Speech, IsWhereAVoiceIsHeard) {
    HeardChannel channel = quiet_channel();
    speak(channel, 1000, 3000);
    speak(channel, 5000, 6500);
    const media::Speech speech = media::find_speech({channel});
    EXPECT_THAT(speech.channels, ElementsAre(ElementsAre(span(1000, 3000), span(5000, 6500))));
    EXPECT_EQ(speech.voices, Voices::OneChannel);
    EXPECT_EQ(speech.duration, seconds(kLength));
    EXPECT_EQ(media::total(speech.channels[0]), seconds(3.5));
}

TEST(Speech, GoesOnOverAShortPauseAndIsNoClick) {
    HeardChannel channel = quiet_channel();
    speak(channel, 1000, 2000);
    speak(channel, 2390, 3000);  // 0.39 s later
    speak(channel, 3400, 4000);  // 0.4 s later
    speak(channel, 8000, 8090);  // 0.09 s
    speak(channel, 9000, 9100);  // 0.1 s
    EXPECT_THAT(media::find_speech({channel}).channels,
                ElementsAre(ElementsAre(span(1000, 3000), span(3400, 4000), span(9000, 9100))));
}

TEST(Speech, IsNotWhatIsFarQuieterThanTheSpeaker) {
    HeardChannel channel = quiet_channel();
    speak(channel, 1000, 9000);
    speak(channel, 9000, 12'000, kLoud + 41);
    speak(channel, 14'000, 15'000, kLoud + 20);
    speak(channel, 15'000, 16'000, kLoud + 40);
    EXPECT_THAT(media::find_speech({channel}).channels,
                ElementsAre(ElementsAre(span(1000, 9000), span(14'000, 16'000))));
}

TEST(Speech, IsNoBreath) {
    HeardChannel channel = quiet_channel();
    speak(channel, 1000, 9000);
    speak(channel, 14'000, 15'000, kLoud + 21);
    EXPECT_THAT(media::find_speech({channel}).channels, ElementsAre(ElementsAre(span(1000, 9000))));
}

TEST(Speech, OfAQuietRecordingCountsAsThatOfALoudOne) {
    HeardChannel channel = quiet_channel();
    speak(channel, 1000, 9000, 60);
    EXPECT_THAT(media::find_speech({channel}).channels, ElementsAre(ElementsAre(span(1000, 9000))));
}

TEST(Speech, OfTheOtherHeardFromAfarDoesNotCount) {
    HeardChannel left = quiet_channel(), right = quiet_channel();
    speak(left, 1000, 9000);
    speak(right, 1150, 9150, kLoud + 20);  // the other's echo
    speak(right, 12'000, 18'000);
    speak(left, 12'150, 18'150, kLoud + 20);
    const media::Speech speech = media::find_speech({left, right});
    EXPECT_EQ(speech.voices, Voices::OneEach);
    EXPECT_THAT(speech.channels, ElementsAre(ElementsAre(span(1000, 9000)), ElementsAre(span(12'000, 18'000))));
}

TEST(Speech, SaidSoftlyMeanwhileCountsWhereNothingComesThrough) {
    HeardChannel left = quiet_channel(), right = quiet_channel();
    speak(left, 1000, 15'000);
    speak(right, 5000, 5500, kLoud + 20);  // "hm"
    speak(right, 18'000, 28'000);
    const media::Speech speech = media::find_speech({left, right});
    EXPECT_THAT(speech.channels[1], ElementsAre(span(5000, 5500), span(18'000, 28'000)));
}

TEST(Speech, OfBothInBothChannelsIsNobodysOwn) {
    HeardChannel left = quiet_channel(), right = quiet_channel();
    speak(left, 1000, 9000);
    speak(right, 1000, 9000, kLoud + 6);
    speak(left, 12'000, 18'000, kLoud + 6);
    speak(right, 12'000, 18'000);
    const media::Speech speech = media::find_speech({left, right});
    EXPECT_EQ(speech.voices, Voices::Mixed);
    EXPECT_EQ(speech.channels[0], speech.channels[1]);
    EXPECT_EQ(speech.channels[0].size(), 2U);
}

TEST(Speech, OfAChannelThatOnlyLetsTheOtherThroughIsNone) {
    HeardChannel left = quiet_channel(), right = quiet_channel();
    speak(left, 1000, 9000);
    speak(left, 12'000, 18'000);
    EXPECT_EQ(media::find_speech({left, right}).voices, Voices::OneChannel) << "the other is silent";
    EXPECT_EQ(media::find_speech({left, left}).voices, Voices::Mixed) << "the same twice";
}

TEST(Speech, OfNobodyIsNone) {
    EXPECT_EQ(media::find_speech({}).voices, Voices::None);
    EXPECT_EQ(media::find_speech({HeardChannel{}, HeardChannel{}}).voices, Voices::None);
    EXPECT_EQ(media::find_speech({quiet_channel(), quiet_channel()}).voices, Voices::None);
    EXPECT_THAT(media::find_speech({quiet_channel()}).channels, ElementsAre(IsEmpty()));
    EXPECT_EQ(media::find_speech_of_each({}).voices, Voices::None);
}

TEST(Speech, OfPersonsWithARecordingEachMayEndAtDifferentTimes) {
    HeardChannel one = quiet_channel(), other = quiet_channel();
    speak(one, 1000, 5000);
    speak(other, 20'000, 28'000);
    one.voiced.resize(1000);
    one.below.resize(1000);
    const media::Speech speech = media::find_speech_of_each({one, other});
    EXPECT_EQ(speech.voices, Voices::OneEach);
    EXPECT_THAT(speech.channels, ElementsAre(ElementsAre(span(1000, 5000)), ElementsAre(span(20'000, 28'000))));
}

TEST(Speech, OfAllChannelsTogetherIsThatOfTheLoudest) {
    HeardChannel left = quiet_channel(), right = quiet_channel();
    speak(left, 1000, 2000);
    speak(right, 1500, 2500, 10);
    right.voiced.resize(300);
    right.below.resize(300);
    const HeardChannel both = media::joined({left, right});
    EXPECT_EQ(both.below.size(), left.below.size());
    EXPECT_TRUE(both.voiced[100] && both.voiced[249] && !both.voiced[250]);
    EXPECT_EQ(both.below[160], 10);
    EXPECT_EQ(both.below[120], kLoud);
}

}  // namespace
