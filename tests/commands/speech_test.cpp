// terugblik speech, and what import and measures make of it.
#include "support/spoken_dialogue.h"
#include "terugblik.h"

#include <filesystem>
#include <gmock/gmock.h>

using support::expect_refused;

namespace {

class SpeechCommands : public support::CommandTest {
protected:
    std::string call() {
        dialogue_.write_wav(path("call.wav"));
        return path("call.wav");
    }
    std::vector<std::string> persons() {
        for (const std::size_t person : {0U, 1U})
            dialogue_.write_wav(path("person" + std::to_string(person) + ".wav"), person);
        return {path("person0.wav"), path("person1.wav")};
    }
    double share() const {
        double spoken[2] = {0, 0};
        for (const std::size_t side : {0U, 1U})
            for (const base::Span& span : dialogue_.spoken[side]) spoken[side] += span.length().seconds();
        return spoken[0] / (spoken[0] + spoken[1]);
    }

    support::SpokenDialogue dialogue_ = support::speak_dialogue(5);
};

TEST_F(SpeechCommands, SayWhoSpeaksWhenInACall) {
    const auto json = answer({"speech", call()});
    EXPECT_EQ(json["voices"], "one_each");
    EXPECT_EQ(json["separate_speakers"], true);
    ASSERT_EQ(json["channels"].size(), 2U);
    EXPECT_NEAR(json["channels"][0]["share"], share(), 0.02);
    EXPECT_NEAR(json["duration_us"].get<double>(), static_cast<double>(dialogue_.duration().microseconds), 20'000);
    const auto& spans = json["channels"][0]["spans"];
    ASSERT_FALSE(spans.empty());
    std::int64_t sum = 0;
    for (const auto& span : spans) sum += span[1].get<std::int64_t>() - span[0].get<std::int64_t>();
    EXPECT_EQ(json["channels"][0]["speech_us"], sum);
}

TEST_F(SpeechCommands, SayThatARoomIsNoCall) {
    dialogue_.add_noise(-55);
    dialogue_.write_wav_mixed(path("room.wav"));
    const auto json = answer({"speech", path("room.wav")});
    EXPECT_EQ(json["voices"], "mixed");
    EXPECT_TRUE(json["channels"][0]["share"].is_null());
}

TEST_F(SpeechCommands, TakeSeveralRecordingsForAPersonEach) {
    const std::vector<std::string> files = persons();
    const auto json = answer({"speech", files[0], files[1]});
    EXPECT_EQ(json["voices"], "one_each");
    EXPECT_EQ(json["channels"][1]["file"], files[1]);
    EXPECT_NEAR(json["channels"][0]["share"], share(), 0.02);
}

TEST_F(SpeechCommands, SayThatNobodySpeaks) {
    const auto json = answer({"speech", recording("silence.wav", 3)});
    EXPECT_EQ(json["voices"], "none");
    EXPECT_EQ(json["channels"][0]["speech_us"], 0);
    EXPECT_TRUE(json["channels"][0]["spans"].empty());
}

TEST_F(SpeechCommands, RefuseWhatCannotBeHeard) {
    expect_refused(run({"speech", file("note.txt", "Hello")}), "note.txt");
    expect_refused(run({"speech", path("nothing.wav")}), "nothing.wav");
    expect_refused(run({"speech", recording("mono.wav", 1), "--track", "2"}), "mono.wav");
}

TEST_F(SpeechCommands, GiveAnImportedCallItsTurnsAndItsTalk) {
    const auto imported = answer({"import", call(), "--professional", "1"});
    EXPECT_EQ(imported["turns_from"], "speech");
    EXPECT_EQ(imported["speakers"].size(), 2U);
    const std::string conversation = imported["conversation"];
    answer({"code", conversation, "--codebook", "gespreksvoering-basis", "--coder", "Iris", "--from",
            file("codes.csv", "time,code\n0:01,open_question\n")});
    const auto measures = answer({"measures", conversation});
    EXPECT_NEAR(measures["talk"]["share"], share(), 0.02);
    EXPECT_EQ(measures["talk_time"]["professional_us"], measures["talk"]["professional"]["speech_us"]);
    EXPECT_TRUE(measures["talk"]["client"]["words"].is_null());
    EXPECT_EQ(measures["talk"]["share_by_thirds"].size(), 3U);
}

TEST_F(SpeechCommands, DoNotGuessWhoIsTheProfessional) {
    const auto imported = answer({"import", call()});
    EXPECT_EQ(imported["turns_from"], "speech");
    EXPECT_THAT(imported["remarks"].dump(), testing::HasSubstr("Who is the professional is not known"));
}

TEST_F(SpeechCommands, TakeZoomsSoundOfEachPersonForThatPerson) {
    const std::string folder = path("2026-11-12 10.00.00 Gesprek");
    std::filesystem::create_directories(folder + "/Audio Record");
    dialogue_.write_wav_mixed(folder + "/audio_only.wav");
    dialogue_.write_wav(folder + "/Audio Record/audioAnna11234567890.wav", 0);
    dialogue_.write_wav(folder + "/Audio Record/audioBea21234567890.wav", 1);
    const auto imported = answer({"import", folder, "--professional", "Bea"});
    EXPECT_EQ(imported["turns_from"], "speech");
    EXPECT_EQ(imported["speakers"], support::Json({"Anna", "Bea"}));
    ASSERT_EQ(imported["recordings"].size(), 3U);
    EXPECT_GT(imported["turns"], 10);
}

TEST_F(SpeechCommands, LeaveAMonoRecordingWithoutTurns) {
    const auto imported = answer({"import", recording("mono.wav", 2)});
    EXPECT_TRUE(imported["turns_from"].is_null());
    EXPECT_EQ(imported["turns"], 0);
}

}  // namespace
