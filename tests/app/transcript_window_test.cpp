// Reading in the transcript tab: following, searching, selecting, coding.
#include "app/transcript_tab.h"

namespace app {
namespace {

TEST_F(TranscriptTab, WithoutATranscriptItSaysWhatCanBeDone) {
    open_coding();
    show_transcript();
    EXPECT_TRUE(driver_->sees("Add a transcript…"));
}

TEST_F(TranscriptTab, ATranscriptDroppedOnTheCodeScreenIsThatOfTheOpenConversation) {
    zoom_ = support::testdata(kZoom);
    if (zoom_.empty()) GTEST_SKIP() << "no shared test data";
    open_coding();
    driver_->drop({zoom_});
    ASSERT_TRUE(driver_->until([&] { return turns().size() == 300; }));
    EXPECT_EQ(driver_->model().screen, Screen::Code);
    expect_library_has_the_turns();
}

TEST_F(TranscriptTab, WhoIsWhoIsAskedOnceAndAnsweredByKeyboard) {
    open_with_transcript();
    if (IsSkipped()) return;
    ASSERT_TRUE(driver_->sees("Done"));
    ASSERT_GT(state().question.speakers.size(), 2u);
    EXPECT_EQ(state().question.speakers[0].name, "Andrew Knight");
    EXPECT_EQ(state().question.speakers[0].first_words.substr(0, 15), "Okay, so we're ");
    driver_->press("Down");  // takes the keyboard
    driver_->press("Right");
    driver_->press("Down");
    driver_->press("Right");
    driver_->press("Right");
    driver_->press("Return");
    driver_->turns(6);
    EXPECT_EQ(turns()[0].role, Role::Professional);
    EXPECT_EQ(turns()[4].speaker, "Paul McCartney");
    EXPECT_EQ(turns()[4].role, Role::Client);
    EXPECT_EQ(turns()[5].role, Role::Unknown) << "a third speaker is another";
    EXPECT_FALSE(driver_->sees("Done"));
    expect_library_has_the_turns();
}

TEST_F(TranscriptTab, ItFollowsThePlayheadUntilTheCoachWalksAway) {
    open_with_roles();
    if (IsSkipped()) return;
    go_to(15.7);
    driver_->turns(6);
    EXPECT_TRUE(driver_->sees("turn 00:15.6"));
    for (int i = 0; i < 40; ++i) driver_->press("Down");
    driver_->turns(6);
    EXPECT_FALSE(driver_->sees("turn 00:15.6"));
    ASSERT_TRUE(driver_->sees("Follow playback"));
    go_to(4.9);
    driver_->turns(6);
    EXPECT_FALSE(driver_->sees("turn 00:04.8"));
    driver_->press("ctrl+l");
    driver_->turns(6);
    EXPECT_TRUE(driver_->sees("turn 00:04.8"));
}

TEST_F(TranscriptTab, ACodeOnSelectedWordsTakesTheirTimeAndQuotesThem) {
    open_with_roles();
    if (IsSkipped()) return;
    go_to(9.6);
    driver_->turns(6);
    driver_->press("Down");  // takes the keyboard: "We have that setup. Okay."
    ASSERT_EQ(state().cursor, 1u);
    driver_->press("Right");
    driver_->press("Right");
    driver_->press("shift+Right");
    driver_->press("shift+Right");
    driver_->turns(3);
    const codes::Code& code = open().codebook.codes.front();
    driver_->press(code.default_key);
    driver_->turns(6);
    ASSERT_EQ(events().size(), 1u);
    const talk::Turn& turn = turns()[1];
    ASSERT_TRUE(events()[0].end);
    EXPECT_GT(events()[0].at, turn.span.from);
    EXPECT_LT(*events()[0].end, turn.span.to);
    EXPECT_EQ(quote_of(open(), events()[0]), "have that setup.");
    EXPECT_FALSE(state().words) << "the next code is one of its own moment";
    expect_library_agrees();
}

TEST_F(TranscriptTab, WordsAreSelectedWithThePointerToo) {
    open_with_roles();
    if (IsSkipped()) return;
    go_to(9.6);
    driver_->turns(6);
    const ImVec4 from = driver_->where("word 1 have"), to = driver_->where("word 1 setup.");
    ASSERT_GT(to.z, 0);
    driver_->drag({from.x + 3, from.y + 5}, {to.x + to.z - 3, to.y + 5});
    driver_->turns(4);
    ASSERT_TRUE(state().words);
    EXPECT_TRUE(driver_->click(open().codebook.codes.front().label.en));
    driver_->turns(4);
    ASSERT_EQ(events().size(), 1u);
    EXPECT_EQ(quote_of(open(), events()[0]), "have that setup.");
}

TEST_F(TranscriptTab, ASearchCountsAndWalksThroughWhatItFound) {
    open_with_roles();
    if (IsSkipped()) return;
    driver_->press("ctrl+f");
    driver_->turns(4);
    driver_->type("mary");
    driver_->press("Return");
    driver_->turns(4);
    const auto& hits = hits_of_tab();
    ASSERT_GT(hits.size(), 2u);
    EXPECT_EQ(state().cursor, hits[0].turn);
    driver_->press("Return");
    driver_->turns(4);
    EXPECT_EQ(state().cursor, hits[1].turn);
    driver_->press("Escape");
    driver_->turns(4);
    EXPECT_EQ(state().search.text, "mary");
    driver_->press("ctrl+shift+g");
    driver_->turns(4);
    EXPECT_EQ(state().cursor, hits[0].turn);
    EXPECT_TRUE(state().words);
}

TEST_F(TranscriptTab, FortyThousandTurnsScrollAsFewDo) {
    open_coding();
    std::vector<talk::Turn> many;
    for (int i = 0; i < 40'000; ++i)
        many.push_back({{base::seconds(i * 0.0005), base::seconds(i * 0.0005 + 0.0005)},
                        "",
                        Role::Client,
                        "one of very many turns"});
    library_.set_turns(open().conversation.id, many, talk::TurnSource::Transcript);
    const base::Id coding = open().coding.id;
    driver_->application().controller().apply(CloseConversation{});
    driver_->application().controller().apply(OpenCoding{coding});
    ASSERT_TRUE(driver_->until([&] { return open().player && open().player->is_open(); }));
    show_transcript();
    const std::size_t noted = widgets::noted_widgets().size();
    EXPECT_LT(noted, 500u) << "only what is in sight is drawn";
    ASSERT_TRUE(go_to(19.9));
    driver_->turns(6);
    EXPECT_TRUE(driver_->sees("turn 00:19.8") || driver_->sees("turn 00:19.9"));
}

TEST_F(TranscriptTab, WhatCouldNotBeReadIsListedWithItsLines) {
    const std::string file = support::testdata("bad/invalid_timeframe.vtt");
    if (file.empty()) GTEST_SKIP() << "no shared test data";
    open_coding();
    driver_->application().controller().apply(AttachTranscript{open().conversation.id, file});
    ASSERT_FALSE(driver_->model().unread.empty());
    ASSERT_TRUE(driver_->click("Show them"));
    driver_->turns(4);
    EXPECT_GT(driver_->model().unread.front().line, 0);
    ASSERT_TRUE(driver_->sees("Close"));
    driver_->press("Escape");
    driver_->turns(4);
    EXPECT_FALSE(driver_->model().shows_unread);
    EXPECT_TRUE(driver_->model().messages.empty() || driver_->model().messages.back().offer != "Show them");
}

TEST_F(TranscriptTab, WordsFoundFromTheLibraryScreenAreHeardAtTheirMoment) {
    open_with_roles();
    if (IsSkipped()) return;
    const base::Id conversation = open().conversation.id;
    driver_->application().controller().apply(CloseConversation{});
    driver_->turns(6);
    driver_->press("ctrl+f");
    driver_->turns(3);
    driver_->type("setup");
    driver_->turns(6);
    ASSERT_FALSE(driver_->model().transcript_hits.empty());
    EXPECT_TRUE(driver_->sees("00:09"));
    driver_->press("Return");  // from the field to the list
    driver_->turns(4);
    driver_->press("Return");
    ASSERT_TRUE(driver_->until([&] { return driver_->model().open.has_value(); }));
    ASSERT_EQ(open().conversation.id, conversation);
    driver_->turns(6);
    EXPECT_EQ(driver_->application().ui().code.tab, LowerTab::Transcript);
    EXPECT_EQ(state().search.text, "setup");
    EXPECT_EQ(state().cursor, 1u);
    EXPECT_TRUE(driver_->until([&] { return open().player->position() == turns()[1].span.from; }));
}

}  // namespace
}  // namespace app
