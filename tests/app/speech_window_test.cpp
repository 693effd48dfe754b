// Turns from speech in the window: offered where there are none, found in the background, and measured.
#include "app/code_screen.h"
#include "support/shared_data.h"
#include "support/spoken_dialogue.h"

namespace app {
namespace {

class SpeechWindow : public CodeScreen {
protected:
    void open_call(bool mixed = false) {
        const std::string path = folder_.file("call.wav");
        support::SpokenDialogue dialogue = support::speak_dialogue(1);
        mixed ? dialogue.write_wav_mixed(path) : dialogue.write_wav(path);
        const base::Id coding =
            samples::add_coding(library_, codes::shipped_codebooks().front(), path, dialogue.duration());
        driver_ = std::make_unique<support::Driver>(library_);
        driver_->application().controller().apply(OpenCoding{coding});
        ASSERT_TRUE(driver_->until([&] { return open().player && open().player->is_open(); }));
        driver_->turns(6);
    }
    bool job_ends() {
        return driver_->until([&] { return !open().speech_job; }, std::chrono::seconds(60));
    }

    support::TemporaryFolder folder_;
};

TEST_F(SpeechWindow, FindsTurnsAndAsksWhoIsTheProfessional) {
    open_call();
    ASSERT_TRUE(driver_->click("Talk"));
    ASSERT_TRUE(driver_->click("Find turns by speech"));
    ASSERT_TRUE(job_ends());
    ASSERT_GT(open().turns.size(), 10U);
    EXPECT_EQ(open().turns.front().role, talk::Role::Unknown) << "nobody guesses who is who";
    EXPECT_EQ(library_.turns(open().conversation.id), open().turns);

    ASSERT_TRUE(driver_->click("Speaker 2"));
    driver_->turns(4);
    for (const talk::Turn& turn : open().turns)
        EXPECT_EQ(turn.role, turn.speaker == "Speaker 2" ? talk::Role::Professional : talk::Role::Client);
    EXPECT_FALSE(driver_->sees("Speaker 2")) << "the measures are there instead";
}

TEST_F(SpeechWindow, FindsTurnsByAKeyAlone) {
    open_call();
    driver_->press("ctrl+shift+f");
    driver_->turns(4);
    ASSERT_TRUE(job_ends());
    EXPECT_FALSE(open().turns.empty());
    EXPECT_EQ(driver_->application().ui().code.tab, LowerTab::Talk);
}

TEST_F(SpeechWindow, SaysWhyARoomGivesNone) {
    open_call(true);
    driver_->press("ctrl+shift+f");
    driver_->turns(4);
    ASSERT_TRUE(job_ends());
    EXPECT_TRUE(open().turns.empty());
    ASSERT_FALSE(driver_->model().messages.empty());
    EXPECT_NE(driver_->model().messages.back().text.find("every channel"), std::string::npos);
}

TEST_F(SpeechWindow, StopsListeningWhenAsked) {
    open_call();
    driver_->application().controller().apply(FindTurnsBySpeech{open().conversation.id});
    ASSERT_TRUE(open().speech_job);
    driver_->application().controller().apply(CancelFindingTurns{});
    EXPECT_FALSE(open().speech_job);
    driver_->turns(4);
    EXPECT_TRUE(open().turns.empty());
}

TEST_F(SpeechWindow, LeavesATranscriptAlone) {
    open_call();
    const std::vector<talk::Turn> transcript = {
        {{base::seconds(1), base::seconds(2)}, "Anna", talk::Role::Professional, "Welkom"}};
    library_.set_turns(open().conversation.id, transcript, talk::TurnSource::Transcript);
    open().turns = transcript;
    driver_->application().controller().apply(FindTurnsBySpeech{open().conversation.id});
    EXPECT_FALSE(open().speech_job);
    EXPECT_EQ(driver_->model().messages.back().kind, MessageKind::Error);
    EXPECT_EQ(library_.turns(open().conversation.id), transcript);
}

}  // namespace
}  // namespace app
