// Clips and comments without a window: what they become of actions, with a real player on a small recording.
#include "base/error.h"
#include "controller_test.h"
#include "fake_voice.h"
#include "library/excerpts.h"
#include "support/shared_data.h"

#include <filesystem>

namespace app {
namespace {

class ClipActions : public Coding {
protected:
    ClipActions() : spoken_controller_(model_, {sink_, [] {}, [](const FileRequest&) {}, &voice_}) {}

    const std::vector<codes::Clip>& clips() { return open().clips.clips; }
    codes::Clip make(double from, double to) {
        controller_.apply(SetLoop{base::Span{base::seconds(from), base::seconds(to)}});
        controller_.apply(MakeClip{});
        controller_.apply(SetLoop{});
        return *open().clips.held();
    }
    void expect_same_clips() {
        EXPECT_EQ(library_.clips().of(open().conversation.id), clips());
        EXPECT_EQ(library_.clips().comments(open().conversation.id), open().clips.comments);
    }

    FakeVoice voice_;
    Controller spoken_controller_;
};

TEST_F(ClipActions, AClipIsOfTheSelectedCodesElseTheLoopElseWhatWasHeard) {
    drop_at("question", 4);
    controller_.apply(SelectEvents{{events()[0].id}});
    controller_.apply(MakeClip{});
    EXPECT_EQ(open().clips.held()->title, "Question");
    EXPECT_LT(open().clips.held()->span.from, base::seconds(4));
    EXPECT_GT(open().clips.held()->span.to, base::seconds(4));
    EXPECT_EQ(open().clips.held()->author, "Coach");
    controller_.apply(SelectEvents{});
    EXPECT_EQ(make(2, 3).span, (base::Span{base::seconds(2), base::seconds(3)}));
    go_to(6);
    controller_.apply(MakeClip{});
    EXPECT_EQ(open().clips.held()->span.to, base::seconds(6));
    EXPECT_EQ(clips().size(), 3U);
    expect_same_clips();
}

TEST_F(ClipActions, ItsEdgesAreSetWhereThePlayheadIs) {
    make(2, 5);
    go_to(3);
    controller_.apply(SetClipEdge{ClipEdge::In});
    go_to(4);
    controller_.apply(SetClipEdge{ClipEdge::Out});
    EXPECT_EQ(open().clips.held()->span, (base::Span{base::seconds(3), base::seconds(4)}));
    controller_.apply(SetClipEdge{ClipEdge::In});
    EXPECT_EQ(open().clips.held()->span.from, base::seconds(3)) << "not after its end";
    EXPECT_FALSE(model_.messages.empty());
    expect_same_clips();
}

TEST_F(ClipActions, OneUndoTurnsWhateverWasDoneLast) {
    make(2, 3);
    drop_at("question", 4);
    controller_.apply(Undo{});
    EXPECT_TRUE(events().empty());
    EXPECT_EQ(clips().size(), 1U);
    controller_.apply(Undo{});
    EXPECT_TRUE(clips().empty());
    controller_.apply(Redo{});
    EXPECT_EQ(clips().size(), 1U);
    controller_.apply(Redo{});
    EXPECT_EQ(events().size(), 1U);
    controller_.apply(RemoveClip{clips()[0].id});
    EXPECT_TRUE(clips().empty());
    controller_.apply(Undo{});
    EXPECT_EQ(clips().size(), 1U);
    expect_same_clips();
}

TEST_F(ClipActions, ARuleMakesAClipOfEachMomentAsOneStep) {
    codes::Clip clip;
    clip.conversation = open().conversation.id;
    clip.span = {base::seconds(1), base::seconds(2)};
    clip.title = "Question → Change talk";
    controller_.apply(MakeClips{{clip, clip}});
    EXPECT_EQ(clips().size(), 2U);
    controller_.apply(Undo{});
    EXPECT_TRUE(clips().empty());
}

TEST_F(ClipActions, PlaysFromInToOut) {
    make(2, 3);
    controller_.apply(PlayClip{});
    EXPECT_TRUE(open().player->is_playing());
    wait_until([&] { return !open().player->is_playing(); });
    EXPECT_GE(open().player->position(), base::seconds(3));
    EXPECT_LT(open().player->position(), base::seconds(3.4));
}

TEST_F(ClipActions, TypingACommentPausesAndGoesOnByItself) {
    make(2, 3);
    controller_.apply(Play{});
    controller_.apply(StartComment{});
    EXPECT_FALSE(open().player->is_playing());
    controller_.apply(FinishComment{"  Mooi  "});
    EXPECT_TRUE(open().player->is_playing());
    ASSERT_EQ(open().clips.comments.size(), 1U);
    EXPECT_EQ(open().clips.comments[0].text, "Mooi");
    controller_.apply(StartComment{open().clips.comments[0].id});
    controller_.apply(FinishComment{"Dank je"});
    EXPECT_EQ(open().clips.comments[1].reply_to, open().clips.comments[0].id);
    controller_.apply(StartComment{});
    controller_.apply(AbandonComment{});
    controller_.apply(StartComment{});
    controller_.apply(FinishComment{"   "});
    EXPECT_EQ(open().clips.comments.size(), 2U) << "nothing was said";
    expect_same_clips();
}

TEST_F(ClipActions, ASpokenCommentIsKeptWithItsSound) {
    make(2, 3);
    spoken_controller_.apply(SpeakComment{});
    EXPECT_TRUE(open().clips.speaks);
    voice_.heard = std::string(32'000, 'v');
    spoken_controller_.tick();
    EXPECT_EQ(open().clips.spoken, base::seconds(1));
    EXPECT_GT(open().clips.level, 0);
    spoken_controller_.apply(SpeakComment{});
    ASSERT_EQ(open().clips.comments.size(), 1U);
    EXPECT_EQ(open().clips.comments[0].spoken, base::seconds(1));
    spoken_controller_.apply(HearComment{open().clips.comments[0].id});
    EXPECT_EQ(voice_.played, std::string(32'000, 'v'));
}

TEST_F(ClipActions, WithoutAMicrophoneItIsSaidWhyAndTypingStays) {
    make(2, 3);
    voice_.is_missing = true;
    spoken_controller_.apply(SpeakComment{});
    EXPECT_FALSE(open().clips.speaks);
    EXPECT_EQ(model_.messages.back().text, "There is no microphone.");
    spoken_controller_.apply(StartComment{});
    spoken_controller_.apply(FinishComment{"typed"});
    EXPECT_EQ(open().clips.comments.size(), 1U);
}

TEST_F(ClipActions, WhatIsSpokenIsThrownAwayWhenTheConversationCloses) {
    make(2, 3);
    const base::Id talk = open().conversation.id;
    spoken_controller_.apply(SpeakComment{});
    voice_.heard = "vv";
    spoken_controller_.apply(CloseConversation{});
    EXPECT_TRUE(voice_.heard.empty());
    EXPECT_TRUE(library_.clips().comments(talk).empty());
}

TEST_F(ClipActions, AReelPlaysTheStrengths) {
    controller_.apply(PlayReel{});
    EXPECT_FALSE(model_.played);
    make(2, 3);
    controller_.apply(PlayReel{});
    ASSERT_TRUE(model_.played);
    EXPECT_EQ(model_.played->moments.size(), 1U);
    EXPECT_TRUE(open().player->is_playing());
}

TEST_F(ClipActions, TheReelIsSavedInTheBackground) {
    const support::TemporaryFolder folder;
    const std::string film = folder.file("best.mp4");
    EXPECT_NO_THROW(controller_.apply(SaveReel{ReelFiles::OneFilm, film}));
    EXPECT_FALSE(open().reel_job) << "nothing to save yet";
    make(2, 3);
    make(5, 6);
    controller_.apply(SaveReel{ReelFiles::OneFilm, film});
    ASSERT_TRUE(open().reel_job) << model_.messages.back().text;
    wait_until([&] { return !open().reel_job; });
    EXPECT_TRUE(std::filesystem::exists(film));
    EXPECT_NE(model_.messages.back().text.find(film), std::string::npos);
    controller_.apply(SaveReel{ReelFiles::SeparateClips, folder.path()});
    wait_until([&] { return !open().reel_job; });
    EXPECT_TRUE(std::filesystem::exists(folder.file("01.mp4")));
    EXPECT_TRUE(std::filesystem::exists(folder.file("02.mp4")));
}

TEST_F(ClipActions, ACancelledReelLeavesNothingBehind) {
    const support::TemporaryFolder folder;
    make(0, 9);
    controller_.apply(SaveReel{ReelFiles::OneFilm, folder.file("best.mp4")});
    controller_.apply(CancelReel{});
    wait_until([&] { return !open().reel_job; });
    EXPECT_EQ(std::filesystem::exists(folder.file("best.mp4")), !model_.messages.empty()) << "or it was done before";
}

TEST(VoiceNotes, ASoundIsAWavFileAndOnlyOursIsRead) {
    const std::string wav = wav_of("abcd");
    EXPECT_EQ(wav.size(), 48U);
    EXPECT_EQ(samples_of(wav), "abcd");
    for (std::string wrong : {std::string(), std::string("RIFF"), wav + "x", wav.substr(0, 46), wav_of("")})
        EXPECT_THROW(samples_of(wrong), base::Error);
    EXPECT_EQ(length_of_samples(std::string(32'000, 0)), base::seconds(1));
}

// The other side of a package: the recording is not here, its clips are.
TEST_F(ClipActions, PlayFromTheirOwnFilesWhereTheRecordingIsNotAtHand) {
    const codes::Clip first = make(2, 4), second = make(7, 8);
    library::Conversation conversation = library_.conversation(open().conversation.id).value();
    const std::string film = support::TestClip{.seconds = 2, .width = 64, .height = 48}.path();
    for (const codes::Clip& clip : {first, second}) {
        library::Recording excerpt = conversation.recordings.front();
        excerpt.id = base::make_id();
        excerpt.path = film;
        excerpt.offset = clip.span.from;
        excerpt.duration = clip.span.length();
        excerpt.role = library::kExcerptRole;
        conversation.recordings.push_back(excerpt);
    }
    library_.update(conversation);
    for (const library::Recording& one : conversation.recordings)
        library_.found_recording(one.id, one.role == library::kExcerptRole ? film : "/nowhere/talk.mp4");
    controller_.apply(CloseConversation{});
    controller_.apply(OpenCoding{library_.all_codings().front().id});
    ASSERT_TRUE(open().player) << open().recording_problem;
    for (const codes::Clip& clip : {second, first, second}) {
        controller_.apply(PlayClip{clip.id});
        wait_until([&] { return playhead(open()) >= clip.span.from && clip.span.contains(playhead(open())); });
        EXPECT_EQ(open().excerpt->offset, clip.span.from);
        EXPECT_TRUE(open().player->is_playing());
        EXPECT_EQ(duration_of(open()), base::seconds(10)) << "the conversation is as long as it was";
    }
}

}  // namespace
}  // namespace app
