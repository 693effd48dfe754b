// Parse, then code, without a window: what the controller makes of marks, turns, steps and codes.
#include "app/controller_test.h"
#include "codes/utterances.h"

namespace app {
namespace {

using codes::Side;

class Parse : public Coding {
protected:
    Parse() { controller_.apply(ChooseStyle{CodingStyle::Parse}); }

    const std::vector<codes::Utterance>& utterances() { return open().coding.utterances; }
    void mark_at(double seconds, std::optional<Side> speaker) {
        go_to(seconds);
        controller_.apply(MarkSpeaker{speaker, media::Clock::now()});
    }
    void mark_three() {
        mark_at(1, Side::Professional);
        mark_at(3, Side::Client);
        mark_at(5, Side::Professional);
        mark_at(7, std::nullopt);
    }
    void code_all() {
        controller_.apply(ChooseStyle{CodingStyle::CodeUtterances});
        for (const char* code : {"question", "change", "question"}) drop(code);
    }
    void expect_utterances_in_library() {
        EXPECT_EQ(library_.coding(open().coding.id)->utterances, utterances());
        expect_same_as_library();
    }
};

TEST_F(Parse, OneKeyEndsAnUtteranceAndBeginsTheNext) {
    mark_three();
    ASSERT_EQ(utterances().size(), 3u);
    EXPECT_EQ(utterances()[1].span, (base::Span{base::seconds(3), base::seconds(5)}));
    EXPECT_EQ(utterances()[1].speaker, Side::Client);
    EXPECT_EQ(utterances()[2].span.to, base::seconds(7));
    EXPECT_FALSE(open().style.running());
    expect_utterances_in_library();
}

TEST_F(Parse, UndoTakesBackMarkByMarkAndListeningGoesOn) {
    mark_at(1, Side::Professional);
    mark_at(3, Side::Client);
    mark_at(5, Side::Professional);
    controller_.apply(Undo{});
    ASSERT_EQ(utterances().size(), 1u);
    ASSERT_TRUE(open().style.running());
    EXPECT_EQ(open().style.running()->from, base::seconds(3));
    mark_at(4, Side::Professional);
    EXPECT_EQ(utterances()[1].span, (base::Span{base::seconds(3), base::seconds(4)}));
    for (int i = 0; i < 3; ++i) controller_.apply(Undo{});
    EXPECT_TRUE(utterances().empty());
    EXPECT_FALSE(open().style.running()) << "the first mark alone is taken back, too";
    expect_utterances_in_library();
}

TEST_F(Parse, AMarkInsideAnUtteranceDividesIt) {
    mark_three();
    mark_at(4, Side::Professional);
    ASSERT_EQ(utterances().size(), 4u);
    EXPECT_EQ(utterances()[2].span, (base::Span{base::seconds(4), base::seconds(5)}));
    EXPECT_EQ(utterances()[2].speaker, Side::Professional);
    controller_.apply(Undo{});
    EXPECT_EQ(utterances().size(), 3u);
}

TEST_F(Parse, WhatIsStillBeingMarkedEndsWhereListeningStops) {
    mark_at(1, Side::Client);
    go_to(4);
    controller_.apply(ChooseStyle{CodingStyle::CodeUtterances});
    ASSERT_EQ(utterances().size(), 1u);
    EXPECT_EQ(utterances()[0].span.to, base::seconds(4));
}

TEST_F(Parse, ClosingKeepsWhatIsBeingMarked) {
    const base::Id coding = open().coding.id;
    mark_at(1, Side::Client);
    go_to(4);
    controller_.apply(CloseConversation{});
    EXPECT_EQ(library_.coding(coding)->utterances.size(), 1u);
}

TEST_F(Parse, WhilePlayingTheReactionTimeComesOff) {
    model_.settings.reaction_time = base::milliseconds(400);
    go_to(2);
    controller_.apply(Play{});
    wait_until([&] { return open().player->position() > base::seconds(3.2); });
    const auto pressed = media::Clock::now();
    const base::Time heard = open().player->position_at(pressed);
    controller_.apply(MarkSpeaker{Side::Client, pressed});
    ASSERT_TRUE(open().style.running());
    EXPECT_NEAR(open().style.running()->from.seconds(), heard.seconds() - 0.4, 0.02);
}

TEST_F(Parse, TurnsAreTakenOverInOneStep) {
    open().turns = {{{base::seconds(0), base::seconds(2)}, "P", talk::Role::Professional, "How are you?"},
                    {{base::seconds(2), base::seconds(6)}, "C", talk::Role::Client, "Fine."},
                    {{base::seconds(6), base::seconds(8)}, "X", talk::Role::Unknown, "?"}};
    controller_.apply(TakeOverTurns{});
    EXPECT_EQ(utterances().size(), 2u) << "who is not known to speak is no utterance";
    controller_.apply(Undo{});
    EXPECT_TRUE(utterances().empty());
    expect_utterances_in_library();
}

TEST_F(Parse, CodesWaitWhileUtterancesAreMarked) {
    drop("question");
    EXPECT_TRUE(events().empty());
    EXPECT_FALSE(model_.messages.empty());
}

TEST_F(Parse, EachCodeIsForTheWholeUtteranceAndTheNextOnePlays) {
    mark_three();
    controller_.apply(ChooseStyle{CodingStyle::CodeUtterances});
    go_to(0);
    controller_.apply(HoldUtterance{});
    controller_.apply(StepUtterances{+1});
    const base::Id first = utterances()[0].id;
    ASSERT_EQ(open().style.utterance, first);
    drop("question");
    ASSERT_EQ(events().size(), 1u);
    EXPECT_EQ(events()[0].at, utterances()[0].span.from);
    EXPECT_EQ(events()[0].end, utterances()[0].span.to);
    EXPECT_EQ(open().last_event, events()[0].id) << "details go to it";
    EXPECT_EQ(open().style.utterance, utterances()[1].id);
    EXPECT_TRUE(open().player->is_playing());
    wait_until([&] { return !open().player->is_playing(); });
    EXPECT_NEAR(open().player->position().seconds(), 5, 0.15) << "it stops at the end of the utterance";
    expect_utterances_in_library();
}

TEST_F(Parse, ReplayPlaysTheUtteranceInHand) {
    mark_three();
    controller_.apply(ChooseStyle{CodingStyle::CodeUtterances});
    controller_.apply(HoldUtterance{utterances()[1].id});
    controller_.apply(ReplayLast{});
    EXPECT_TRUE(open().player->is_playing());
    wait_until([&] { return !open().player->is_seeking(); });
    EXPECT_LT(open().player->position(), base::seconds(4));
    EXPECT_GE(open().player->position(), base::seconds(2.95));
}

TEST_F(Parse, UncodeAndRewindTakesTheCodeOffAndPlaysItAgain) {
    mark_three();
    controller_.apply(ChooseStyle{CodingStyle::CodeUtterances});
    controller_.apply(HoldUtterance{utterances()[0].id});
    drop("question");
    drop("change");
    ASSERT_EQ(open().style.utterance, utterances()[2].id);
    controller_.apply(Uncode{true});
    EXPECT_EQ(events().size(), 1u);
    EXPECT_EQ(open().style.utterance, utterances()[1].id);
    EXPECT_TRUE(open().player->is_playing());
    controller_.apply(Undo{});
    EXPECT_EQ(events().size(), 2u);
    controller_.apply(HoldUtterance{utterances()[2].id});
    controller_.apply(Uncode{});
    EXPECT_EQ(events().size(), 1u);
    EXPECT_EQ(open().style.utterance, utterances()[2].id) << "without rewinding, work stays where it is";
}

TEST_F(Parse, WhatHasNoCodeIsFound) {
    mark_three();
    code_all();
    ASSERT_EQ(codes::count_coded(open().coding).coded, 3);
    controller_.apply(HoldUtterance{utterances()[1].id});
    controller_.apply(Uncode{});
    controller_.apply(HoldUtterance{utterances()[0].id});
    controller_.apply(StepUtterances{+1, true});
    EXPECT_EQ(open().style.utterance, utterances()[1].id);
    controller_.apply(StepUtterances{+1, true});
    EXPECT_EQ(open().style.utterance, utterances()[1].id) << "there is no other";
}

TEST_F(Parse, ACodingWithUtterancesOpensWhereWorkGoesOn) {
    mark_three();
    controller_.apply(ChooseStyle{CodingStyle::CodeUtterances});
    controller_.apply(HoldUtterance{utterances()[0].id});
    drop("question");
    const base::Id coding = open().coding.id;
    controller_.apply(CloseConversation{});
    controller_.apply(OpenCoding{coding});
    EXPECT_EQ(open().style.style, CodingStyle::CodeUtterances);
    const codes::Utterance* held = codes::find_utterance(open().coding, open().style.utterance);
    ASSERT_TRUE(held);
    EXPECT_FALSE(codes::code_of(open().coding, *held));
}

TEST_F(Parse, OnlyTheSegmentIsSteppedThrough) {
    mark_three();
    controller_.apply(SetSegment{codes::Segment{{base::seconds(3), base::seconds(6)}, std::nullopt}});
    controller_.apply(ChooseStyle{CodingStyle::CodeUtterances});
    go_to(3);
    controller_.apply(HoldUtterance{});
    controller_.apply(StepUtterances{+1});
    EXPECT_EQ(open().style.utterance, utterances()[1].id);
    controller_.apply(StepUtterances{+1});
    EXPECT_EQ(open().style.utterance, utterances()[2].id) << "it begins inside";
    controller_.apply(StepUtterances{-1});
    controller_.apply(StepUtterances{-1});
    EXPECT_EQ(open().style.utterance, utterances()[1].id);
}

TEST_F(Parse, PlaybackStopsAtTheEndOfTheSegment) {
    controller_.apply(ChooseStyle{CodingStyle::OnePass});
    controller_.apply(SetSegment{codes::Segment{{base::seconds(2), base::seconds(4)}, std::nullopt}});
    wait_until([&] { return !open().player->is_seeking() && open().player->position() == base::seconds(2); });
    controller_.apply(Play{});
    wait_until([&] { return !open().player->is_playing(); });
    EXPECT_NEAR(open().player->position().seconds(), 4, 0.15);
    controller_.apply(Play{});
    wait_until([&] { return open().player->position() > base::seconds(4.5); });
    EXPECT_TRUE(open().player->is_playing()) << "who plays on means it";
    controller_.apply(Undo{});
    EXPECT_FALSE(open().coding.segment);
}

// AnnoMI's conversations come with turns and without a recording.
TEST_F(Parse, WorksWithoutARecording) {
    const base::Id coding = samples::add_coding(library_, small_codebook());
    library_.set_turns(library_.coding(coding)->conversation,
                       {{{base::seconds(0), base::seconds(4)}, "P", talk::Role::Professional, "What brings you?"},
                        {{base::seconds(4), base::seconds(9)}, "C", talk::Role::Client, "I want to stop."}},
                       talk::TurnSource::Transcript);
    controller_.apply(OpenCoding{coding});
    controller_.apply(ChooseStyle{CodingStyle::Parse});
    controller_.apply(TakeOverTurns{});
    ASSERT_EQ(utterances().size(), 2u);
    controller_.apply(ChooseStyle{CodingStyle::CodeUtterances});
    EXPECT_EQ(open().style.utterance, utterances()[0].id);
    drop("question");
    EXPECT_EQ(playhead(open()), base::seconds(4)) << "the playhead goes along";
    drop("change");
    EXPECT_EQ(codes::count_coded(open().coding).coded, 2);
    controller_.apply(Uncode{true});
    EXPECT_EQ(codes::count_coded(open().coding).coded, 1);
    EXPECT_TRUE(std::none_of(model_.messages.begin(), model_.messages.end(),
                             [](const Message& message) { return message.kind == MessageKind::Error; }));
}

}  // namespace
}  // namespace app
