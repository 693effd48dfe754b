// Saying it again without a window: what is heard first, what is kept, and what it was coded.
#include "app/say_again.h"

#include "app/review_desk.h"
#include "controller_test.h"
#include "fake_voice.h"

#include <chrono>
#include <gmock/gmock.h>
#include <thread>

namespace app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

talk::Turn turn(double from, double to, talk::Role role, const char* text) {
    talk::Turn made;
    made.span = {base::seconds(from), base::seconds(to)};
    made.role = role;
    made.text = text;
    return made;
}

class SayingAgain : public Coding {
protected:
    SayingAgain() : spoken_controller_(model_, {sink_, [] {}, [](const FileRequest&) {}, &voice_}) {
        controller_.apply(SetTurns{open().conversation.id,
                                   {turn(1, 5, talk::Role::Client, "I know I should."),
                                    turn(5.2, 6, talk::Role::Professional, "Then why don't you?"),
                                    turn(6.2, 9, talk::Role::Client, "Yes, but.")},
                                   talk::TurnSource::Transcript});
    }

    codes::Clip clip(double from, double to) {
        controller_.apply(SetLoop{base::Span{base::seconds(from), base::seconds(to)}});
        controller_.apply(MakeClip{});
        controller_.apply(SetLoop{});
        return *open().clips.held();
    }
    // By this controller alone: the other has no microphone, and would ask for typed words.
    template <class Condition>
    void spoken_until(Condition condition) {
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!condition()) {
            ASSERT_LT(std::chrono::steady_clock::now(), give_up) << "waited in vain";
            open().player->tick();
            spoken_controller_.tick();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }
    void until_asked() {
        spoken_until([&] { return open().clips.says_again; });
    }
    // Said into the microphone, for one second.
    void say_again() {
        spoken_controller_.apply(SayAgain{});
        until_asked();
        voice_.heard = std::string(32'000, 'v');
        spoken_controller_.apply(SpeakComment{});
    }
    codes::Comment answer() { return open().clips.comments.empty() ? codes::Comment{} : open().clips.comments.back(); }

    FakeVoice voice_;
    Controller spoken_controller_;
};

TEST_F(SayingAgain, TheAnswerIsTheProfessionalsTurnThatBeginsInTheClip) {
    const auto in = [&](double from, double to) {
        return answered_in(open(), {base::seconds(from), base::seconds(to)});
    };
    EXPECT_EQ(in(2, 8).answer, (base::Span{base::seconds(5.2), base::seconds(6.2)})) << "at least a second";
    EXPECT_EQ(in(2, 8).before, (base::Span{base::seconds(1), base::seconds(5.2)})) << "the client's turn before it";
    EXPECT_EQ(in(5.5, 8).answer.from, base::seconds(5.2)) << "a clip may begin in the midst of it";
    EXPECT_EQ(in(2, 4).answer.from, base::seconds(5.2)) << "or end before it";
    EXPECT_EQ(in(6.5, 8).answer, (base::Span{base::seconds(6.5), base::seconds(8)})) << "nobody answers there";
    drop_at("question", 7);
    EXPECT_EQ(in(6.5, 8).answer.from, base::seconds(7)) << "but somebody coded an answer";
    EXPECT_EQ(codes_then(open(), in(6.5, 8).answer), "Question");
}

TEST_F(SayingAgain, PlaybackStopsBeforeTheAnswerAndTheMicrophoneListens) {
    clip(3.5, 8);
    spoken_controller_.apply(SayAgain{});
    EXPECT_TRUE(open().player->is_playing());
    EXPECT_FALSE(open().clips.speaks) << "not while the client speaks";
    until_asked();
    EXPECT_FALSE(open().player->is_playing());
    EXPECT_GE(open().player->position(), base::seconds(5.2));
    EXPECT_LT(open().player->position(), base::seconds(6)) << "the answer is not heard first";
    EXPECT_TRUE(open().clips.speaks);
}

TEST_F(SayingAgain, ItIsKeptBesideTheOldOneAndBothAreHeard) {
    const codes::Clip moment = clip(4, 8);
    say_again();
    ASSERT_EQ(open().clips.comments.size(), 1U);
    EXPECT_EQ(answer().contribution, codes::Contribution::SaidAgain);
    EXPECT_EQ(answer().clip, moment.id);
    EXPECT_EQ(answer().spoken, base::seconds(1));
    EXPECT_EQ(library_.clips().comments(open().conversation.id), open().clips.comments);
    spoken_controller_.apply(HearBoth{answer().id});
    EXPECT_TRUE(open().player->is_playing());
    spoken_until([&] { return !voice_.played.empty(); });
    EXPECT_GE(open().player->position(), base::seconds(6.2)) << "the old one first";
    EXPECT_FALSE(open().player->is_playing());
}

TEST_F(SayingAgain, WithoutAMicrophoneItIsTyped) {
    voice_.is_missing = true;
    clip(4, 8);
    spoken_controller_.apply(SayAgain{});
    until_asked();
    EXPECT_FALSE(open().clips.speaks);
    EXPECT_TRUE(open().clips.types_answer());
    EXPECT_EQ(open().clips.comment_on, open().clips.in_hand);
    spoken_controller_.apply(FinishComment{"You know what you want."});
    EXPECT_EQ(answer().text, "You know what you want.");
    EXPECT_EQ(answer().contribution, codes::Contribution::SaidAgain);
    EXPECT_FALSE(open().clips.says_again);
    EXPECT_FALSE(open().player->is_playing()) << "it is coded first";
}

TEST_F(SayingAgain, CodesGoToItUntilItIsLetGo) {
    clip(4, 8);
    say_again();
    drop("question");
    EXPECT_THAT(answer().codes, ElementsAre("question"));
    EXPECT_THAT(events(), IsEmpty());
    drop("change");
    EXPECT_THAT(answer().codes, ElementsAre("question")) << "the client does not say it";
    drop("question");
    EXPECT_THAT(answer().codes, IsEmpty());
    controller_.apply(Undo{});
    EXPECT_THAT(answer().codes, ElementsAre("question"));
    EXPECT_EQ(library_.clips().comments(open().conversation.id)[0].codes, answer().codes);
    controller_.apply(HoldAnswer{});
    drop("question");
    EXPECT_EQ(events().size(), 1U);
}

TEST_F(SayingAgain, WhoLeavesItKeepsNothing) {
    clip(4, 8);
    spoken_controller_.apply(SayAgain{});
    spoken_controller_.apply(AbandonComment{});
    EXPECT_FALSE(open().clips.then);
    spoken_controller_.apply(SayAgain{});
    until_asked();
    voice_.heard = "vv";
    spoken_controller_.apply(AbandonComment{});
    EXPECT_TRUE(voice_.heard.empty());
    EXPECT_FALSE(open().clips.says_again);
    EXPECT_THAT(open().clips.comments, IsEmpty());
}

TEST_F(SayingAgain, AMomentOfTheOwnViewBecomesAClipOnce) {
    controller_.apply(GoTo{Screen::Review});
    codes::Review review = model_.review->review;
    review.would_change = base::seconds(5.8);
    controller_.apply(ChangeReview{review});
    controller_.apply(SayMomentAgain{PickedMoment::WouldChange});
    ASSERT_EQ(open().clips.clips.size(), 1U);
    EXPECT_EQ(open().clips.held()->title, "Then why don't you?");
    EXPECT_EQ(open().clips.held()->span, (base::Span{base::seconds(1), base::seconds(6.2)}));
    controller_.apply(SayMomentAgain{PickedMoment::WouldChange});
    EXPECT_EQ(open().clips.clips.size(), 1U);
    EXPECT_TRUE(open().player->is_playing());
}

}  // namespace
}  // namespace app
