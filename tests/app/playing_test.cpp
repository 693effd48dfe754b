// Playing, pausing and going about while coding, without a window.
#include "app/controller_test.h"
#include "support/shared_data.h"

#include <filesystem>

namespace app {
namespace {

TEST_F(Coding, APositionGoneToWhilePausedIsRememberedByItself) {
    go_to(4);
    EXPECT_TRUE(controller_.next_wake() || open().conversation.last_position == base::seconds(4));
    wait_until([&] { return library_.conversation(open().conversation.id)->last_position == base::seconds(4); });
    EXPECT_FALSE(controller_.next_wake()) << "nothing is due any more";
}

TEST_F(Coding, WhatIsSaidGoesByItselfAndWhatAsksForSomethingStays) {
    controller_.apply(TakeOverTurns{});
    ASSERT_EQ(model_.messages.size(), 1u) << "there are no turns to take over";
    ASSERT_TRUE(model_.messages[0].goes_at);
    EXPECT_TRUE(controller_.next_wake()) << "the window draws once more then";
    model_.messages[0].goes_at = media::Clock::now();
    model_.messages.push_back({MessageKind::Information, "Removed.", "Undo", {Undo{}}});
    model_.messages.push_back({MessageKind::Warning, "The disk is full."});
    controller_.tick();
    ASSERT_EQ(model_.messages.size(), 2u);
    EXPECT_EQ(model_.messages[0].text, "Removed.");
}

TEST_F(Coding, ARecordingThatIsBackPlaysWhenItsConversationIsOpenedAgain) {
    const support::TemporaryFolder folder;
    const std::string away = folder.file("away.mp4");
    const library::Recording recording = open().conversation.recordings.front();
    library_.found_recording(recording.id, away);
    controller_.apply(CloseConversation{});
    controller_.apply(OpenConversation{library_.conversations().front().id});
    ASSERT_TRUE(model_.open);
    EXPECT_FALSE(open().player);
    EXPECT_FALSE(open().recording_problem.empty());

    std::filesystem::copy_file(recording.path, away);
    controller_.apply(GoTo{Screen::Library});
    controller_.apply(OpenConversation{open().conversation.id});
    ASSERT_TRUE(open().player);
    EXPECT_TRUE(open().recording_problem.empty());
    wait_until([&] { return open().player->is_open(); });
}

TEST_F(Coding, ANoteBeingTypedPausesAndPlaysOn) {
    drop_at("question", 1);
    controller_.apply(Play{});
    controller_.apply(StartNote{});
    EXPECT_FALSE(open().player->is_playing());
    EXPECT_EQ(open().note_on, events()[0].id);
    controller_.apply(FinishNote{"good"});
    EXPECT_TRUE(open().player->is_playing());
    EXPECT_FALSE(open().note_on);

    controller_.apply(Pause{});
    controller_.apply(StartNote{events()[0].id});
    controller_.apply(AbandonNote{});
    EXPECT_FALSE(open().player->is_playing()) << "it was not playing before";
    EXPECT_EQ(events()[0].note, "good");
}

TEST_F(Coding, PlayAndPauseForPedalsAreIgnoredWhenAlreadySo) {
    controller_.apply(Pause{});
    EXPECT_FALSE(open().player->is_playing());
    controller_.apply(Play{});
    controller_.apply(Play{});
    EXPECT_TRUE(open().player->is_playing());
}

TEST_F(Coding, JumpingGoesFromCodeToCode) {
    for (double at : {1.0, 3.0, 3.0, 7.0}) drop_at("question", at);
    go_to(0);
    std::vector<base::Time> visited;
    for (int i = 0; i < 5; ++i) {
        controller_.apply(JumpToEvent{1});
        const base::Time wanted = open().coding.find(open().selected.at(0))->at;
        wait_until([&] { return !open().player->is_seeking() && open().player->position() == wanted; });
        visited.push_back(wanted);
    }
    EXPECT_EQ(visited,
              (std::vector{base::seconds(1), base::seconds(3), base::seconds(3), base::seconds(7), base::seconds(7)}))
        << "both codes of one moment are visited; the last stays";
}

TEST_F(Coding, ALoopBeginsAndEndsWhereAsked) {
    go_to(2);
    controller_.apply(ToggleLoop{});
    go_to(5);
    controller_.apply(ToggleLoop{});
    ASSERT_TRUE(open().player->loop());
    EXPECT_EQ(*open().player->loop(), (base::Span{base::seconds(2), base::seconds(5)}));
    controller_.apply(ToggleLoop{});
    EXPECT_FALSE(open().player->loop());
}

}  // namespace
}  // namespace app
