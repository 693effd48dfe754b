// Dropping, changing and undoing codes, without a window.
#include "app/controller_test.h"

namespace app {
namespace {

using codes::Event;

TEST_F(Coding, ACodeIsStampedAtThePlayheadAndKept) {
    drop_at("question", 3);
    ASSERT_EQ(events().size(), 1u);
    EXPECT_EQ(events()[0].at, base::seconds(3));
    EXPECT_EQ(events()[0].speaker, codes::Side::Professional);
    EXPECT_EQ(open().last_event, events()[0].id);
    expect_same_as_library();
}

TEST_F(Coding, WhilePlayingTheMomentOfThePressCountsLessTheReactionTime) {
    model_.settings.reaction_time = base::milliseconds(300);
    go_to(2);
    controller_.apply(Play{});
    wait_until([&] { return open().player->position() > base::seconds(3.2); });
    const auto pressed = media::Clock::now() - std::chrono::milliseconds(200);
    const base::Time heard = open().player->position_at(pressed);
    drop("question", pressed);
    ASSERT_EQ(events().size(), 1u);
    EXPECT_NEAR(events()[0].at.seconds(), heard.seconds() - 0.3, 0.02);
}

TEST_F(Coding, TheReactionTimeGoesWithTheSpeed) {
    model_.settings.reaction_time = base::milliseconds(400);
    go_to(2);
    for (int i = 0; i < 4; ++i) controller_.apply(ChangeSpeed{1});
    ASSERT_EQ(open().player->speed(), 2);
    controller_.apply(Play{});
    wait_until([&] { return open().player->position() > base::seconds(4); });
    const auto pressed = media::Clock::now();
    const base::Time heard = open().player->position_at(pressed);
    drop("question", pressed);
    ASSERT_EQ(events().size(), 1u);
    EXPECT_NEAR(events()[0].at.seconds(), heard.seconds() - 0.8, 0.03);
}

TEST_F(Coding, AStandingPictureHasNoReactionTime) {
    model_.settings.reaction_time = base::milliseconds(300);
    drop_at("question", 4);
    EXPECT_EQ(events()[0].at, base::seconds(4));
}

TEST_F(Coding, BothEndsOfTheRecordingCanBeCoded) {
    drop_at("question", 0);
    controller_.apply(SeekTo{base::seconds(99)});
    wait_until([&] { return !open().player->is_seeking() && open().player->position() > base::seconds(9); });
    drop("change");
    ASSERT_EQ(events().size(), 2u);
    EXPECT_EQ(events()[0].at, base::Time{});
    EXPECT_LE(events()[1].at, open().player->info().duration);
}

TEST_F(Coding, TheSameCodeTwiceAtOneMomentIsTwoEvents) {
    drop_at("question", 5);
    drop("question");
    drop("change");
    EXPECT_EQ(events().size(), 3u);
    expect_same_as_library();
}

TEST_F(Coding, UndoAndRedoGoThroughEverything) {
    drop_at("question", 1);
    drop_at("change", 2);
    controller_.apply(StartNote{});
    controller_.apply(FinishNote{"  went well \n"});
    EXPECT_EQ(events()[1].note, "went well");
    controller_.apply(SelectEvents{{events()[0].id, events()[1].id}});
    controller_.apply(RecodeSelected{"question"});
    controller_.apply(ShiftSelected{base::seconds(1)});
    controller_.apply(DeleteSelected{});
    EXPECT_TRUE(events().empty());
    const auto after = events();
    for (int i = 0; i < 6; ++i) {
        controller_.apply(Undo{});
        expect_same_as_library();
    }
    EXPECT_TRUE(events().empty()) << "all six taken back";
    controller_.apply(Undo{});
    for (int i = 0; i < 5; ++i) controller_.apply(Redo{});
    ASSERT_EQ(events().size(), 2u);
    EXPECT_EQ(events()[0].at, base::seconds(2));
    EXPECT_EQ(events()[1].at, base::seconds(3));
    EXPECT_EQ(events()[1].code, "question");
    EXPECT_EQ(events()[1].note, "went well");
    controller_.apply(Redo{});
    EXPECT_EQ(events(), after);
    expect_same_as_library();
    EXPECT_TRUE(model_.messages.empty());
}

TEST_F(Coding, ManyAreRecodedAndMovedInOneStep) {
    for (int i = 0; i < 4; ++i) drop_at("change", 1 + i);
    SelectEvents all;
    for (const Event& event : events()) all.events.push_back(event.id);
    controller_.apply(all);
    controller_.apply(RecodeSelected{"question"});
    for (const Event& event : events()) {
        EXPECT_EQ(event.code, "question");
        EXPECT_EQ(event.speaker, codes::Side::Professional);
    }
    controller_.apply(Undo{});
    for (const Event& event : events()) EXPECT_EQ(event.code, "change");
    controller_.apply(ShiftSelected{base::seconds(-3)});
    EXPECT_EQ(events()[0].at, base::Time{}) << "the first stops at the beginning";
    EXPECT_EQ(events()[3].at, base::seconds(3)) << "and the others keep their distance";
    controller_.apply(Undo{});
    EXPECT_EQ(events()[3].at, base::seconds(4));
}

TEST_F(Coding, AnotherCodeKeepsOnlyTheDetailsItHas) {
    drop_at("change", 1);
    Event strong = events()[0];
    strong.attributes["strength"] = "1";
    controller_.apply(Edit{codes::edits::changed(events()[0], strong)});
    controller_.apply(SelectEvents{{strong.id}});
    controller_.apply(RecodeSelected{"question"});
    EXPECT_TRUE(events()[0].attributes.empty());
    controller_.apply(Undo{});
    EXPECT_EQ(events()[0].attributes.at("strength"), "1");
}

TEST_F(Coding, ASecondPressEndsASpan) {
    drop_at("silence", 2);
    EXPECT_TRUE(open().begun_spans.contains("silence"));
    EXPECT_FALSE(events()[0].end);
    controller_.apply(DropCode{"silence", media::Clock::now(), true});
    EXPECT_FALSE(events()[0].end) << "a short press leaves it open";
    drop_at("silence", 5);
    ASSERT_EQ(events().size(), 1u);
    EXPECT_EQ(events()[0].end, base::seconds(5));
    expect_same_as_library();
}

TEST_F(Coding, LettingGoOfAHeldKeyEndsASpan) {
    go_to(2);
    const auto pressed = media::Clock::now() - std::chrono::seconds(2);
    drop("silence", pressed);
    go_to(4);
    controller_.apply(DropCode{"silence", media::Clock::now(), true});
    EXPECT_EQ(events()[0].end, base::seconds(4));
}

TEST_F(Coding, TwoKeysHeldAtOnceEndTheirOwnSpans) {
    go_to(2);
    drop("silence", media::Clock::now() - std::chrono::seconds(3));
    drop("crying", media::Clock::now() - std::chrono::seconds(2));
    go_to(4);
    controller_.apply(DropCode{"silence", media::Clock::now(), true});
    go_to(6);
    controller_.apply(DropCode{"crying", media::Clock::now(), true});
    ASSERT_EQ(events().size(), 2u);
    for (const Event& event : events()) EXPECT_EQ(event.end, base::seconds(event.code == "silence" ? 4 : 6));
}

TEST_F(Coding, AMomentThatBecomesASpanHasEnded) {
    drop_at("question", 3);
    controller_.apply(SelectEvents{{events()[0].id}});
    controller_.apply(RecodeSelected{"silence"});
    EXPECT_EQ(events()[0].end, base::seconds(3));
    drop_at("silence", 5);
    EXPECT_EQ(events().size(), 2u) << "the next press begins a span of its own";
    expect_same_as_library();
}

TEST_F(Coding, ASpanEndedBeforeItsBeginningIsTurnedRound) {
    drop_at("silence", 6);
    drop_at("silence", 3);
    EXPECT_EQ(events()[0].at, base::seconds(3));
    EXPECT_EQ(events()[0].end, base::seconds(6));
}

TEST_F(Coding, WhatTheDiskRefusesStaysOnScreenAndIsSavedLater) {
    drop_at("question", 1);
    library_.refuses = true;
    drop_at("change", 2);
    drop_at("question", 3);
    EXPECT_EQ(events().size(), 3u);
    EXPECT_EQ(open().unsaved.size(), 2u);
    EXPECT_EQ(library_.coding(open().coding.id)->events.size(), 1u);
    ASSERT_FALSE(model_.messages.empty());
    EXPECT_NE(model_.messages.front().text.find("no room left"), std::string::npos);

    controller_.apply(Undo{});
    EXPECT_EQ(events().size(), 2u) << "undo works on what is not saved yet";
    library_.refuses = false;
    wait_until([&] { return open().unsaved.empty(); });
    expect_same_as_library();
}

TEST_F(Coding, AFullDiskKeepsNobodyOnThisScreen) {
    go_to(3);
    library_.refuses = true;
    controller_.apply(GoTo{Screen::Library});
    EXPECT_EQ(model_.screen, Screen::Library);
    controller_.apply(CloseConversation{});
    EXPECT_FALSE(model_.open);
    EXPECT_TRUE(model_.messages.empty());
}

}  // namespace
}  // namespace app
