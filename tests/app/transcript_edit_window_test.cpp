// What the coach does to turns in the transcript tab, and taking it back.
#include "app/transcript_tab.h"

namespace app {
namespace {

TEST_F(TranscriptTab, ASpeakerIsSwappedForATurnForSeveralAndForTheWholeTranscript) {
    open_with_roles();
    if (IsSkipped()) return;
    const auto before = turns();
    driver_->press("Down");
    driver_->press("ctrl+t");
    driver_->turns(4);
    EXPECT_EQ(turns()[0].role, Role::Client);
    EXPECT_EQ(turns()[0].speaker, "Paul McCartney");
    driver_->press("ctrl+t");
    driver_->press("shift+Down");
    driver_->press("shift+Down");
    driver_->press("ctrl+t");
    driver_->turns(4);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(turns()[i].role, Role::Client) << i;
    EXPECT_EQ(turns()[3], before[3]);
    driver_->press("ctrl+t");
    driver_->turns(4);
    EXPECT_EQ(turns(), before);
    driver_->press("ctrl+shift+x");
    driver_->turns(4);
    EXPECT_EQ(count(turns(), Role::Client), count(before, Role::Professional));
    EXPECT_EQ(turns()[0].speaker, before[0].speaker) << "the names were right, who they are was not";
    expect_library_has_the_turns();
}

TEST_F(TranscriptTab, WordsAreCorrectedSplitAndJoinedByKeyboard) {
    open_with_roles();
    if (IsSkipped()) return;
    const auto before = turns();
    driver_->press("Down");
    driver_->press("ctrl+e");
    driver_->turns(6);
    driver_->press("ctrl+a");
    driver_->type("well we record");
    driver_->press("Return");
    driver_->turns(6);
    EXPECT_EQ(turns()[0].text, "well we record");
    driver_->press("Right");
    driver_->press("Right");
    driver_->press("ctrl+k");
    driver_->turns(4);
    ASSERT_EQ(turns().size(), before.size() + 1);
    EXPECT_EQ(turns()[0].text, "well");
    EXPECT_EQ(turns()[1].text, "we record");
    EXPECT_EQ(turns()[1].span.to, before[0].span.to);
    driver_->press("ctrl+j");
    driver_->turns(4);
    EXPECT_EQ(turns()[0].text, "well we record");
    EXPECT_EQ(turns().size(), before.size());
    expect_library_has_the_turns();
}

TEST_F(TranscriptTab, EscapeLeavesTheWordsAsTheyWere) {
    open_with_roles();
    if (IsSkipped()) return;
    const auto before = turns();
    ASSERT_TRUE(go_to(5));
    driver_->press("ctrl+e");
    driver_->turns(6);
    ASSERT_TRUE(driver_->sees("turn text"));
    driver_->type("x");
    driver_->press("Escape");
    driver_->turns(6);
    EXPECT_EQ(turns(), before);
    EXPECT_FALSE(driver_->sees("turn text"));
}

TEST_F(TranscriptTab, TurnsAreMarkedByTwoKeysWhileListening) {
    open_coding();
    ASSERT_TRUE(go_to(2));
    driver_->press("F9");
    driver_->turns(4);
    ASSERT_EQ(turns().size(), 1u);
    driver_->application().controller().apply(Play{});
    ASSERT_TRUE(driver_->until([&] { return open().player->position() > base::seconds(3); }));
    driver_->press("F10");
    ASSERT_TRUE(driver_->until([&] { return open().player->position() > base::seconds(4.5); }));
    driver_->press("F11");
    driver_->turns(4);
    driver_->application().controller().apply(Pause{});
    ASSERT_EQ(turns().size(), 2u);
    EXPECT_EQ(turns()[0].role, Role::Professional);
    EXPECT_EQ(turns()[0].span.from, base::seconds(2));
    EXPECT_EQ(turns()[0].span.to, turns()[1].span.from);
    EXPECT_EQ(turns()[1].role, Role::Client);
    EXPECT_GT(turns()[1].span.from, base::seconds(2.5));
    EXPECT_GT(turns()[1].span.length(), base::seconds(1));
    expect_library_has_the_turns();
}

TEST_F(TranscriptTab, AJumpEndsTheTurnThatIsBeingMarked) {
    open_coding();
    ASSERT_TRUE(go_to(2));
    driver_->press("F10");
    driver_->turns(2);
    driver_->application().controller().apply(SetLoop{});  // no jump
    ASSERT_TRUE(talk::turn_at_hand(turns()));
    driver_->application().controller().apply(Play{});
    ASSERT_TRUE(driver_->until([&] { return open().player->position() > base::seconds(3); }));
    driver_->press("Right");
    driver_->turns(4);
    ASSERT_EQ(turns().size(), 1u);
    EXPECT_FALSE(talk::turn_at_hand(turns()));
    EXPECT_GT(turns()[0].span.length(), base::seconds(0.9));
}

TEST_F(TranscriptTab, MarkingDoesNotTouchATranscript) {
    open_with_roles();
    if (IsSkipped()) return;
    const auto before = turns();
    driver_->press("F9");
    driver_->turns(4);
    EXPECT_EQ(turns(), before);
    ASSERT_FALSE(driver_->model().messages.empty());
}

TEST_F(TranscriptTab, CtrlZTakesBackWhateverWasDoneLastACodeOrATurn) {
    open_with_roles();
    if (IsSkipped()) return;
    const auto before = turns();
    const std::string key = open().codebook.codes.front().default_key;
    driver_->press(key);
    driver_->turns(4);
    driver_->press("ctrl+t");
    driver_->turns(4);
    driver_->press(key);
    driver_->turns(4);
    const auto swapped = turns();
    ASSERT_NE(swapped, before);
    ASSERT_EQ(events().size(), 2u);
    driver_->press("ctrl+z");
    driver_->turns(4);
    EXPECT_EQ(events().size(), 1u);
    EXPECT_EQ(turns(), swapped);
    driver_->press("ctrl+z");
    driver_->turns(4);
    EXPECT_EQ(events().size(), 1u);
    EXPECT_EQ(turns(), before);
    driver_->press("ctrl+z");
    driver_->turns(4);
    EXPECT_TRUE(events().empty());
    for (int i = 0; i < 3; ++i) driver_->press("ctrl+shift+z");
    driver_->turns(4);
    EXPECT_EQ(events().size(), 2u);
    EXPECT_EQ(turns(), swapped);
    expect_library_has_the_turns();
    expect_library_agrees();
}

TEST_F(TranscriptTab, ANewTranscriptOverTurnsIsUndoneWithOnePress) {
    open_coding();
    driver_->press("F9");
    driver_->turns(2);
    driver_->application().controller().apply(Play{});
    ASSERT_TRUE(driver_->until([&] { return open().player->position() > base::seconds(1); }));
    driver_->application().controller().apply(Pause{});
    ASSERT_TRUE(go_to(5));
    const auto marked = turns();
    ASSERT_EQ(marked.size(), 1u);
    const std::string file = support::testdata(kZoom);
    if (file.empty()) GTEST_SKIP() << "no shared test data";
    driver_->application().controller().apply(AttachTranscript{open().conversation.id, file});
    driver_->turns(4);
    EXPECT_EQ(open().turn_source, talk::TurnSource::Transcript);
    ASSERT_TRUE(driver_->click("Undo"));
    driver_->turns(4);
    EXPECT_EQ(turns(), marked);
    EXPECT_EQ(open().turn_source, talk::TurnSource::Marked);
}

}  // namespace
}  // namespace app
