// Coding without a window: what the controller makes of actions, with a real player on a small recording.
#include "app/controller.h"
#include "refusing_library.h"
#include "support/shared_data.h"
#include "support/test_clip.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <thread>

namespace app {
namespace {

using codes::Event;

codes::Codebook small_codebook() {
    return codes::parse_codebook(R"({
  "key": "small", "version": "1", "title": {"en": "Small", "nl": "Klein"}, "source": {"en": "a test", "nl": "een proef"},
  "attributes": [{"key": "strength", "label": {"en": "Strength", "nl": "Sterkte"},
                  "values": [{"value": "-1", "label": {"en": "weak", "nl": "zwak"}},
                             {"value": "1", "label": {"en": "strong", "nl": "sterk"}}]}],
  "codes": [
    {"key": "question", "side": "professional", "extent": "point", "colour": "#56B4E9", "default_key": "Q",
     "label": {"en": "Question", "nl": "Vraag"}, "definition": {"en": "Asks.", "nl": "Vraagt."}},
    {"key": "change", "side": "client", "extent": "point", "colour": "#009E73", "default_key": "C",
     "label": {"en": "Change talk", "nl": "Verandertaal"}, "definition": {"en": "Wants to.", "nl": "Wil wel."},
     "attributes": ["strength"]},
    {"key": "silence", "side": "client", "extent": "span", "colour": "#8A8F98", "default_key": "S",
     "label": {"en": "Silence", "nl": "Stilte"}, "definition": {"en": "Nobody speaks.", "nl": "Niemand praat."}},
    {"key": "crying", "side": "client", "extent": "span", "colour": "#CC79A7", "default_key": "R",
     "label": {"en": "Crying", "nl": "Huilen"}, "definition": {"en": "Cries.", "nl": "Huilt."}}
  ]
})",
                                 "small.json");
}

class Coding : public testing::Test {
protected:
    Coding() : model_{.library = library_}, controller_(model_, {sink_, [] {}, [](const FileRequest&) {}}) {
        const support::TestClip clip{.seconds = 10, .width = 64, .height = 48};
        library::Conversation conversation;
        conversation.id = base::make_id();
        conversation.title = "Practice";
        library::Recording recording;
        recording.id = base::make_id();
        recording.path = clip.path();
        recording.duration = base::seconds(10);
        recording.role = "main";
        conversation.recordings = {recording};
        library_.add(conversation);
        library_.store_codebook(small_codebook());
        codes::Coding coding;
        coding.id = base::make_id();
        coding.conversation = conversation.id;
        coding.codebook_key = "small";
        coding.codebook_version = "1";
        coding.coder = "coach";
        library_.add(coding);
        controller_.apply(OpenCoding{coding.id});
        wait_until([&] { return open().player && open().player->is_open(); });
    }

    OpenConversationState& open() { return *model_.open; }
    const std::vector<Event>& events() { return open().coding.events; }

    template <class Condition>
    void wait_until(Condition condition) {
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!condition()) {
            ASSERT_LT(std::chrono::steady_clock::now(), give_up) << "waited in vain";
            if (open().player) open().player->tick();
            controller_.tick();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    void go_to(double seconds) {
        controller_.apply(SeekTo{base::seconds(seconds)});
        wait_until([&] { return !open().player->is_seeking() && open().player->position() == base::seconds(seconds); });
    }

    void drop(const char* code, media::Clock::time_point pressed = media::Clock::now()) {
        controller_.apply(DropCode{code, pressed, false});
    }

    void drop_at(const char* code, double seconds) {
        go_to(seconds);
        drop(code);
    }

    // The copy on screen is the library's, whatever has happened.
    void expect_same_as_library() {
        const auto kept = library_.coding(open().coding.id);
        ASSERT_TRUE(kept);
        EXPECT_EQ(kept->events, events());
        EXPECT_EQ(kept->feedback, open().coding.feedback);
    }

    RefusingLibrary library_;
    media::NoAudioSink sink_;
    Model model_;
    Controller controller_;
};

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

TEST_F(Coding, APositionGoneToWhilePausedIsRememberedByItself) {
    go_to(4);
    EXPECT_TRUE(controller_.next_wake() || open().conversation.last_position == base::seconds(4));
    wait_until([&] { return library_.conversation(open().conversation.id)->last_position == base::seconds(4); });
    EXPECT_FALSE(controller_.next_wake()) << "nothing is due any more";
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

TEST_F(Coding, IssuedReportsStayAsTheyWere) {
    drop_at("question", 1);
    codes::Feedback words;
    words.next_step = "Ask first";
    controller_.apply(WriteFeedback{words});
    controller_.apply(IssueReport{base::Language::English});
    ASSERT_EQ(open().reports.size(), 1u) << (model_.messages.empty() ? "" : model_.messages.back().text);
    const auto first = library_.report(open().reports[0].id);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->version, 1);
    EXPECT_NE(first->html.find("Ask first"), std::string::npos);

    words.next_step = "Something else";
    controller_.apply(WriteFeedback{words});
    drop_at("change", 2);
    controller_.apply(IssueReport{base::Language::Dutch});
    ASSERT_EQ(open().reports.size(), 2u);
    EXPECT_EQ(open().reports[0].version, 2);
    const auto again = library_.report(first->id);
    EXPECT_EQ(again->pdf, first->pdf);
    EXPECT_EQ(again->content, first->content);
    EXPECT_EQ(again->sha256, first->sha256);
    controller_.apply(ShowIssuedReport{first->id});
    EXPECT_EQ(model_.preview->feedback.next_step, "Ask first");
}

TEST_F(Coding, AReportIsSavedWhereAsked) {
    drop_at("question", 1);
    controller_.apply(IssueReport{base::Language::English});
    const support::TemporaryFolder folder;
    controller_.apply(SaveReport{open().reports.at(0).id, folder.file("a.pdf")});
    controller_.apply(SaveReport{open().reports.at(0).id, folder.file("a.html")});
    const auto kept = library_.report(open().reports[0].id);
    EXPECT_EQ(support::read_file(folder.file("a.pdf")), kept->pdf);
    EXPECT_EQ(support::read_file(folder.file("a.html")), kept->html);
    controller_.apply(SaveReport{open().reports[0].id, folder.file("no/such/folder.pdf")});
    EXPECT_EQ(model_.messages.back().kind, MessageKind::Error);
}

TEST_F(Coding, AReportNeverTakesThePlaceOfARecordingOrALibrary) {
    controller_.apply(IssueReport{base::Language::English});
    const support::TemporaryFolder folder;
    const std::string link = folder.file("report.pdf");
    std::filesystem::create_symlink(open().conversation.recordings.front().path, link);
    controller_.apply(SaveReport{open().reports.at(0).id, link});
    EXPECT_EQ(model_.messages.back().kind, MessageKind::Error);
    EXPECT_TRUE(std::filesystem::is_symlink(link));
    controller_.apply(SaveReport{open().reports[0].id, folder.file("library.terugblik")});
    EXPECT_FALSE(std::filesystem::exists(folder.file("library.terugblik")));
}

TEST_F(Coding, TheCoachsWordsAreUndoneToo) {
    codes::Feedback words;
    words.strengths = {{base::seconds(2), "You want this", "A complex reflection", ""}};
    controller_.apply(WriteFeedback{words});
    controller_.apply(WriteFeedback{words});
    EXPECT_EQ(open().coding.feedback, words);
    controller_.apply(Undo{});
    EXPECT_TRUE(open().coding.feedback.strengths.empty()) << "the same words twice are one edit";
    expect_same_as_library();
}

}  // namespace
}  // namespace app
