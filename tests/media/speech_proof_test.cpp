// Speech activity beside what is known: synthetic dialogues, of which every utterance's time is known, and real
// recordings with reference segments. Issue 3, section 5: frame error below 5 %, talk share within 2 percentage points.
#include "base/error.h"
#include "media/speech.h"
#include "support/shared_data.h"
#include "support/spoken_dialogue.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <sstream>

namespace {

using base::Span;
using base::Time;
using media::Voices;
using support::SpokenDialogue;
using Spans = std::vector<Span>;

constexpr double kFrameError = 0.05;
constexpr double kShareError = 0.02;

bool speaks(const Spans& spans, Time at) {
    return std::any_of(spans.begin(), spans.end(), [at](const Span& span) { return span.contains(at); });
}

// The part of all frames of 10 ms that are judged otherwise than the truth has them.
double frame_error(const std::vector<Spans>& found, const std::vector<Spans>& truth, Time duration) {
    int wrong = 0, all = 0;
    for (std::size_t c = 0; c < truth.size(); ++c)
        for (Time at = base::milliseconds(5); at < duration; at += base::milliseconds(10), ++all)
            wrong += speaks(found[c], at) != speaks(truth[c], at) ? 1 : 0;
    return static_cast<double>(wrong) / all;
}

double share_of_first(const std::vector<Spans>& spans) {
    const double first = media::total(spans[0]).seconds();
    return first / (first + media::total(spans[1]).seconds());
}

std::vector<media::HeardChannel> channels_of(const std::string& path) {
    std::atomic<float> fraction{0};
    return media::hear_channels(path, 0, base::Progress({}, fraction));
}

media::Speech heard(const std::string& path) {
    return media::find_speech(channels_of(path));
}

void expect_found(const media::Speech& speech, const std::vector<Spans>& truth, Time duration) {
    EXPECT_EQ(speech.voices, Voices::OneEach);
    ASSERT_EQ(speech.channels.size(), truth.size());
    const double error = frame_error(speech.channels, truth, duration);
    const double share = share_of_first(speech.channels) - share_of_first(truth);
    EXPECT_LT(error, kFrameError);
    EXPECT_LT(std::abs(share), kShareError);
    testing::Test::RecordProperty("frame_error", std::to_string(error));
    std::cout << "frame error " << error << ", share off by " << share << "\n";
}

class SyntheticDialogue : public testing::Test {
protected:
    void expect_known() {
        const std::string path = folder_.file("dialogue.wav");
        dialogue_.write_wav(path);
        expect_found(heard(path), {dialogue_.spoken.begin(), dialogue_.spoken.end()}, dialogue_.duration());
    }

    support::TemporaryFolder folder_;
    SpokenDialogue dialogue_ = support::speak_dialogue(1);
};

TEST_F(SyntheticDialogue, IsFoundInSilence) {
    expect_known();
}

TEST_F(SyntheticDialogue, IsFoundWithOtherPauses) {
    for (const unsigned seed : {2U, 3U}) {
        dialogue_ = support::speak_dialogue(seed);
        expect_known();
    }
}

TEST_F(SyntheticDialogue, IsFoundInNoise) {
    dialogue_.add_noise(-50);
    expect_known();
}

TEST_F(SyntheticDialogue, IsFoundThoughOneSpeakerIsFarQuieter) {
    dialogue_.amplify(1, -20);
    dialogue_.add_noise(-65);
    expect_known();
}

TEST_F(SyntheticDialogue, IsFoundThroughEchoOfTheOther) {
    dialogue_.add_echo(-20, base::milliseconds(150));
    dialogue_.add_noise(-60);
    expect_known();
}

TEST_F(SyntheticDialogue, IsFoundThroughCloseMicrophonesAtOneTable) {
    dialogue_.add_echo(-14, base::milliseconds(4));
    dialogue_.add_noise(-55);
    expect_known();
}

TEST_F(SyntheticDialogue, IsNotTakenForTwoSpeakersWhenBothChannelsHearBoth) {
    const std::string path = folder_.file("room.wav");
    dialogue_.add_noise(-55);
    dialogue_.write_wav_mixed(path);
    EXPECT_EQ(heard(path).voices, Voices::Mixed);
}

TEST_F(SyntheticDialogue, IsFoundInARecordingPerPerson) {
    std::vector<media::HeardChannel> persons;
    for (const std::size_t person : {0U, 1U}) {
        const std::string path = folder_.file("person.wav");
        dialogue_.write_wav(path, person);
        persons.push_back(media::joined(channels_of(path)));
    }
    expect_found(media::find_speech_of_each(persons), {dialogue_.spoken.begin(), dialogue_.spoken.end()},
                 dialogue_.duration());
}

// RTTM: SPEAKER file channel from length <NA> <NA> name ...
std::map<std::string, Spans> reference_segments(const std::string& path, const std::string& recording) {
    std::map<std::string, Spans> speakers;
    std::istringstream lines(support::read_file(path));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string kind, file, channel, nothing, name;
        double from = 0, length = 0;
        words >> kind >> file >> channel >> from >> length >> nothing >> nothing >> name;
        if (file == recording) speakers[name].push_back({base::seconds(from), base::seconds(from + length)});
    }
    return speakers;
}

TEST(RealTelephone, SpeechOfBothTogetherIsAsTheReferenceSegmentsHaveIt) {
    const std::string path = support::testdata("dev/conv/phone_dialog_30s.wav");
    if (path.empty()) GTEST_SKIP();
    Spans both;
    for (const auto& [name, spans] : reference_segments(support::testdata("dev/conv/phone_dialog_30s.rttm"), "sample"))
        both.insert(both.end(), spans.begin(), spans.end());
    const media::Speech speech = heard(path);
    EXPECT_EQ(speech.voices, Voices::OneChannel);
    const double error = frame_error(speech.channels, {both}, base::seconds(30));
    std::cout << "frame error " << error << "\n";
    EXPECT_LT(error, kFrameError);
}

TEST(RealTelephone, EachSideOfACallRecorderIsASpeaker) {
    const std::string path = support::testdata("dev/conv/call40_stereo_L-agent_R-caller.flac");
    if (path.empty()) GTEST_SKIP();
    const media::Speech speech = heard(path);
    EXPECT_EQ(speech.voices, Voices::OneEach);
    // The manifest says that nobody speaks while the other does.
    Time together;
    for (const Span& agent : speech.channels[0])
        for (const Span& caller : speech.channels[1])
            together += std::max(std::min(agent.to, caller.to) - std::max(agent.from, caller.from), Time{});
    EXPECT_LT(together.seconds() / speech.duration.seconds(), 0.01);
}

TEST(RealStereo, OfACameraOrAPhoneIsNotASpeakerEach) {
    for (const char* name : {"dev/people/datavyu_session_60s.mov", "dev/misc/long_6min_1080p.mp4"}) {
        const std::string path = support::testdata(name);
        if (path.empty()) GTEST_SKIP();
        EXPECT_NE(heard(path).voices, Voices::OneEach) << name;
    }
}

TEST(SpeechHearing, RefusesWhatHasNoSound) {
    support::TemporaryFolder folder;
    support::write_file(folder.file("note.txt"), "Hello");
    try {
        heard(folder.file("note.txt"));
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_NE(std::string(error.what()).find("note.txt"), std::string::npos) << error.what();
    }
}

}  // namespace
