// The transcript tab in the real window: a transcript as Zoom wrote it, real keys and a real pointer.
#include "app/code_screen.h"
#include "app/views/code_panels.h"
#include "app/views/transcript_parts.h"
#include "app/widgets.h"
#include "support/shared_data.h"

#include <algorithm>

namespace app {
namespace {

using talk::Role;

constexpr const char* kZoom = "dev/transcripts/zoom_cloud_names.vtt";

class TranscriptTab : public CodeScreen {
protected:
    // The recording of the test is long enough for what the tests go to.
    void open_with_transcript() {
        zoom_ = support::testdata(kZoom);
        if (zoom_.empty()) GTEST_SKIP() << "no shared test data";
        open_coding();
        driver_->application().controller().apply(AttachTranscript{open().conversation.id, zoom_});
        ASSERT_FALSE(turns().empty());
        show_transcript();
    }
    void open_with_roles() {
        open_with_transcript();
        if (HasFatalFailure() || IsSkipped()) return;
        driver_->application().controller().apply(NameSpeakers{
            open().conversation.id, {{"Andrew Knight", Role::Professional}, {"Paul McCartney", Role::Client}}});
        driver_->turns(6);
    }
    void show_transcript() {
        ASSERT_TRUE(driver_->click("Transcript"));
        driver_->turns(4);
    }

    const std::vector<talk::Turn>& turns() { return open().turns; }
    const std::vector<SearchHit>& hits_of_tab() { return hits_of(open(), state()); }
    TranscriptState& state() { return driver_->application().ui().code.transcript; }
    void expect_library_has_the_turns() { EXPECT_EQ(library_.turns(open().conversation.id), turns()); }
    static std::size_t count(const std::vector<talk::Turn>& turns, Role role) {
        return static_cast<std::size_t>(
            std::count_if(turns.begin(), turns.end(), [&](const talk::Turn& turn) { return turn.role == role; }));
    }

    std::string zoom_;
};

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

TEST_F(TranscriptTab, ATurnThatIsPressedIsGoneTo) {
    open_with_roles();
    if (IsSkipped()) return;
    ASSERT_TRUE(driver_->click("turn 00:15.6"));
    ASSERT_TRUE(driver_->until([&] { return open().player->position() == turns()[2].span.from; }));
    driver_->press("Up");
    driver_->press("Return");
    EXPECT_TRUE(driver_->until([&] { return open().player->position() == turns()[1].span.from; }));
    EXPECT_FALSE(open().note_on) << "Enter was the transcript's, not a note's";
}

TEST_F(TranscriptTab, ItFollowsThePlayheadUntilTheCoachWalksAway) {
    open_with_roles();
    if (IsSkipped()) return;
    go_to(19.98);
    driver_->turns(6);
    EXPECT_TRUE(driver_->sees("turn 00:19.9"));
    for (int i = 0; i < 40; ++i) driver_->press("Down");
    driver_->turns(6);
    EXPECT_FALSE(driver_->sees("turn 00:19.9"));
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
    driver_->press("ctrl+shift+t");
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
    driver_->press("ctrl+e");
    driver_->turns(6);
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

TEST_F(TranscriptTab, FortyThousandTurnsScrollAsFewDo) {
    open_coding();
    std::vector<talk::Turn> many;
    for (int i = 0; i < 40'000; ++i)
        many.push_back({{base::seconds(i * 0.0005), base::seconds(i * 0.0005 + 0.0005)}, "", Role::Client,
                        "one of very many turns"});
    library_.set_turns(open().conversation.id, many);
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

}  // namespace
}  // namespace app
