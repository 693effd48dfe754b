// The Review screen: the trainee looks first, in the real window; only then the coach's view is there.
#include "app/golden.h"
#include "app/in_dutch.h"
#include "app/review_desk.h"
#include "app/samples.h"
#include "app/window_test.h"
#include "support/test_clip.h"

#include <gmock/gmock.h>

namespace {

using app::PickedMoment;
using app::Screen;
using support::Driver;
using testing::IsEmpty;

codes::Event event_at(double at, const std::string& code) {
    codes::Event made;
    made.id = base::make_id();
    made.at = base::seconds(at);
    made.code = code;
    return made;
}

class ReviewWindow : public support::WindowTest {
protected:
    void SetUp() override {
        support::WindowTest::SetUp();
        if (IsSkipped()) return;
        const support::TestClip clip{.seconds = 20, .width = 160, .height = 96, .channels = 2};
        coach_ = samples::add_coding(library_, codes::shipped_codebooks().at(0), clip.path(), base::seconds(20),
                                     {event_at(4, "complex_reflection"), event_at(12, "closed_question")});
        talk_ = library_.coding(coach_)->conversation;
    }
    void be(const std::string& person) {
        app::Settings settings = app::read_settings(library_);
        settings.coder = person;
        app::write_settings(library_, settings);
    }
    void add_clip(const std::string& author, double at) {
        codes::Clip clip;
        clip.id = base::make_id();
        clip.conversation = talk_;
        clip.span = {base::seconds(at), base::seconds(at + 1)};
        clip.author = author;
        library_.clips().put(clip);
    }
    // As if the trainee had looked first.
    void unlock() {
        codes::Review review;
        review.id = base::make_id();
        review.conversation = talk_;
        review.trainee = "Robin";
        review.codebook_key = library_.coding(coach_)->codebook_key;
        review.codebook_version = library_.coding(coach_)->codebook_version;
        review.answers["leaned_forward"] = codes::Most::Client;
        review.content_with = base::seconds(5);
        review.unlocked = base::now();
        library_.reviews().put(review);
    }
    Driver& open_conversation() {
        Driver& driver = open_window();
        driver.application().controller().apply(app::OpenConversation{talk_});
        EXPECT_TRUE(driver.until([&] { return driver.model().open && driver.model().open->player->is_open(); }));
        return driver;
    }
    Driver& open_review() {
        Driver& driver = open_conversation();
        driver.application().controller().apply(app::GoTo{Screen::Review});
        EXPECT_TRUE(driver.until([&] { return driver.sees("show the coach's view"); }));
        return driver;
    }
    codes::Review kept() { return library_.reviews().of(talk_).value_or(codes::Review{}); }
    const app::ReviewDesk& desk() { return *window().model().review; }
    void seek(double seconds) {
        window().application().controller().apply(app::SeekTo{base::seconds(seconds)});
        EXPECT_TRUE(window().until([&] { return !window().model().open->player->is_seeking(); }));
    }
    void answer_all(Driver& driver) {
        for (const char* answer : {"leaned_forward client", "radiated_energy same", "talked_most professional"})
            EXPECT_TRUE(driver.click(answer)) << answer;
        for (const char* estimate : {"own_talk", "own_reflections"}) EXPECT_TRUE(driver.click(estimate)) << estimate;
        seek(5);
        driver.press("ctrl+1");
        seek(11);
        driver.press("ctrl+2");
        EXPECT_TRUE(driver.until([&] { return kept().would_change && kept().estimates.size() == 2; }));
    }
    void code_a_minute(Driver& driver) {
        EXPECT_TRUE(driver.click("code own minutes"));
        EXPECT_TRUE(driver.until([&] { return driver.model().screen == Screen::Code; }));
        EXPECT_TRUE(driver.until([&] { return driver.model().open->player->is_open(); }));
        driver.turns(6);
        driver.press("q");
        EXPECT_TRUE(driver.until([&] { return !driver.model().open->coding.events.empty(); }));
        driver.press("shift+F3");
        EXPECT_TRUE(driver.until([&] { return driver.model().screen == Screen::Review; }));
    }

    // A question with its answers.
    void expect_question_as_before(const char* name) {
        Driver& driver = open_review();
        ASSERT_TRUE(driver.click("leaned_forward client"));
        ASSERT_TRUE(driver.until([&] { return !kept().answers.empty(); }));
        driver.application().window().keep_pixels(true);
        driver.move_to(2, 2);
        driver.application().draw_again();
        driver.turns(6);
        const ImVec4 first = driver.where("leaned_forward professional");
        const support::Crop crop{static_cast<int>(first.x) - 370, static_cast<int>(first.y) - 6, 630, 42};
        EXPECT_TRUE(support::looks_as_before(name, driver.application().window().pixels(), crop));
    }
    // With a microphone, or without.
    void say_or_type(Driver& driver, const std::string& words) {
        const auto& clips = driver.model().open->clips;
        EXPECT_TRUE(driver.until([&] { return clips.says_again && !driver.model().open->player->is_playing(); }));
        driver.turns(6);
        if (clips.speaks) {
            EXPECT_TRUE(driver.until([&] { return clips.spoken > base::Time{}; }));
            driver.press("ctrl+shift+s");
        } else {
            driver.type(words);
            driver.press("Return");
        }
    }

    base::Id coach_, talk_;
};

TEST_F(ReviewWindow, EachAnswerIsKeptAtOnceAndCanBeTakenBack) {
    Driver& driver = open_review();
    EXPECT_FALSE(library_.reviews().of(talk_)) << "looking alone keeps nothing";
    ASSERT_TRUE(driver.click("leaned_forward client"));
    ASSERT_TRUE(driver.until([&] { return kept().answers.size() == 1; }));
    EXPECT_EQ(kept().answers.at("leaned_forward"), codes::Most::Client);
    ASSERT_TRUE(driver.click("leaned_forward same"));
    ASSERT_TRUE(driver.until([&] { return kept().answers.at("leaned_forward") == codes::Most::Same; }));
    driver.press("ctrl+z");
    ASSERT_TRUE(driver.until([&] { return kept().answers.at("leaned_forward") == codes::Most::Client; }));
    driver.press("ctrl+shift+z");
    ASSERT_TRUE(driver.until([&] { return kept().answers.at("leaned_forward") == codes::Most::Same; }));
    ASSERT_TRUE(driver.click("leaned_forward same"));
    EXPECT_TRUE(driver.until([&] { return kept().answers.empty(); }));
}

TEST_F(ReviewWindow, AMomentIsChosenByKeyAndOnTheTimeline) {
    Driver& driver = open_review();
    seek(7);
    driver.press("ctrl+1");
    ASSERT_TRUE(driver.until([&] { return kept().content_with.has_value(); }));
    EXPECT_EQ(kept().content_with, base::seconds(7));
    ASSERT_TRUE(driver.click("change on the timeline"));
    driver.turns();
    ASSERT_TRUE(driver.click("review timeline"));
    ASSERT_TRUE(driver.until([&] { return kept().would_change.has_value(); }));
    EXPECT_NEAR(kept().would_change->seconds(), 10, 0.2) << "the middle of 20 seconds";
    EXPECT_EQ(driver.model().open->player->position(), base::seconds(7)) << "choosing does not move the playhead";
    ASSERT_TRUE(driver.click("take back content"));
    EXPECT_TRUE(driver.until([&] { return !kept().content_with; }));
}

TEST_F(ReviewWindow, NothingOfTheCoachIsThereBeforeTheOwnViewIsComplete) {
    be("Robin");
    add_clip("Coach", 8);
    Driver& driver = open_review();
    EXPECT_THAT(driver.model().open->clips.clips, IsEmpty());
    answer_all(driver);
    EXPECT_EQ(desk().missing.questions + desk().missing.moments + desk().missing.estimates, 0);
    EXPECT_TRUE(desk().missing.own_codes);
    driver.click("show the coach's view");
    driver.application().controller().apply(app::ShowCoachView{});
    driver.turns();
    EXPECT_FALSE(desk().is_unlocked());
    EXPECT_FALSE(desk().coach.has_value());

    code_a_minute(driver);
    ASSERT_TRUE(driver.until([&] { return desk().missing.nothing(); }));
    const codes::Coding own = library_.coding(kept().own_coding).value();
    EXPECT_EQ(own.purpose, codes::Purpose::Self);
    EXPECT_EQ(own.coder, "Robin");
    EXPECT_EQ(library_.coding(coach_)->events.size(), 2u);
    EXPECT_FALSE(desk().coach.has_value());
    ASSERT_TRUE(driver.click("show the coach's view"));
    ASSERT_TRUE(driver.until([&] { return desk().is_unlocked(); }));
    ASSERT_TRUE(desk().coach.has_value());
    EXPECT_EQ(desk().coach->coding.id, coach_);
    EXPECT_EQ(desk().coach->clips.size(), 1u);
    EXPECT_EQ(driver.model().open->clips.clips.size(), 1u);
    EXPECT_TRUE(driver.until([&] { return driver.sees("beside Who leaned forward most?"); }));
    EXPECT_TRUE(driver.sees("beside My share of the talk time"));

    codes::Review other = kept();
    other.answers.clear();
    driver.application().controller().apply(app::ChangeReview{other});
    EXPECT_EQ(kept().answers.size(), 3u) << "what was seen first stays as it was";
    driver.press("ctrl+z");
    driver.turns();
    EXPECT_EQ(kept().answers.size(), 3u);
    ASSERT_TRUE(driver.click("share own view"));
    EXPECT_TRUE(driver.until([&] { return kept().is_shared; }));
}

TEST_F(ReviewWindow, AnOwnViewThatWasNotSharedIsNobodyElses) {
    unlock();
    Driver& driver = open_conversation();
    driver.application().controller().apply(app::GoTo{Screen::Review});
    ASSERT_TRUE(driver.until([&] { return driver.sees("Side by side"); }));
    driver.turns();
    EXPECT_FALSE(driver.sees("beside Who leaned forward most?"));
    EXPECT_FALSE(driver.sees("share own view"));
    EXPECT_FALSE(driver.sees("content with"));
    codes::Review shared = kept();
    shared.is_shared = true;
    driver.application().controller().apply(app::ChangeReview{shared});
    EXPECT_FALSE(kept().is_shared) << "the coach does not share it";
    library_.reviews().put(shared);
    driver.application().controller().apply(app::GoTo{Screen::Code});
    driver.application().controller().apply(app::GoTo{Screen::Review});
    EXPECT_TRUE(driver.until([&] { return driver.sees("beside Who leaned forward most?"); }));
    EXPECT_TRUE(driver.sees("content with"));
}

TEST_F(ReviewWindow, AMomentIsSaidAgainAndCodedWithTheSamePad) {
    be("Robin");
    Driver& driver = open_review();
    seek(12);
    driver.press("ctrl+2");
    ASSERT_TRUE(driver.click("say change again"));
    say_or_type(driver, "You decide");
    ASSERT_TRUE(driver.until([&] { return !driver.model().open->clips.comments.empty(); }));
    driver.turns(6);
    driver.press("q");
    const auto answer = [&] { return library_.clips().comments(talk_).at(0); };
    ASSERT_TRUE(driver.until([&] { return !answer().codes.empty(); }));
    EXPECT_EQ(answer().contribution, codes::Contribution::SaidAgain);
    EXPECT_THAT(driver.model().open->coding.events, IsEmpty());
    driver.press("ctrl+z");
    EXPECT_TRUE(driver.until([&] { return answer().codes.empty(); }));
    driver.press("Escape");
    EXPECT_TRUE(driver.until([&] { return !driver.model().open->clips.answer; }));
    ASSERT_TRUE(driver.click("Back to my own view"));
    EXPECT_TRUE(driver.until([&] { return driver.sees("show the coach's view"); }));
}

TEST_F(ReviewWindow, ClipsAreMadeJudgedAndAnsweredHereToo) {
    unlock();
    Driver& driver = open_conversation();
    driver.application().controller().apply(app::GoTo{Screen::Review});
    ASSERT_TRUE(driver.until([&] { return driver.sees("Side by side"); }));
    seek(9);
    driver.press("ctrl+d");
    const auto& clips = driver.model().open->clips;
    ASSERT_TRUE(driver.until([&] { return clips.held() != nullptr; }));
    driver.turns(6);
    driver.press("3");
    ASSERT_TRUE(driver.until([&] { return clips.held()->kind == codes::ClipKind::Suggestion; }));
    driver.press("ctrl+s");
    ASSERT_TRUE(driver.until([&] { return bool(clips.comment_on); }));
    driver.type("Shorter");
    driver.press("Return");
    ASSERT_TRUE(driver.until([&] { return clips.comments.size() == 1; }));
    driver.turns(6);
    driver.press("Delete");
    ASSERT_TRUE(driver.until([&] { return clips.clips.empty(); }));
    driver.press("ctrl+z");
    EXPECT_TRUE(driver.until([&] { return clips.clips.size() == 1; }));
    EXPECT_EQ(desk().coach->clips.size(), 1u) << "the debrief shows it, too";
}

TEST_F(ReviewWindow, TheTraineeComesHereFirstWhateverIsOpened) {
    be("robin");
    Driver& driver = open_window();
    driver.application().controller().apply(app::OpenConversation{talk_});
    EXPECT_EQ(driver.model().screen, Screen::Review);
    ASSERT_TRUE(driver.model().open);
    EXPECT_EQ(driver.model().open->coding.purpose, codes::Purpose::Self);
    EXPECT_THAT(driver.model().open->coding.events, IsEmpty());
    driver.application().controller().apply(app::OpenCoding{coach_});
    EXPECT_EQ(driver.model().screen, Screen::Review);
    EXPECT_NE(driver.model().open->coding.id, coach_);
    driver.press("ctrl+o");
    driver.turns();
    EXPECT_FALSE(driver.application().ui().codings.are_shown);
    driver.press("F3");
    driver.turns();
    EXPECT_THAT(driver.model().open->coding.events, IsEmpty()) << "the own coding, not the coach's";
}

TEST_F(ReviewWindow, TheCoachOpensTheirCodingAsBefore) {
    Driver& driver = open_window();
    driver.application().controller().apply(app::OpenConversation{talk_});
    EXPECT_EQ(driver.model().screen, Screen::Code);
    EXPECT_EQ(driver.model().open->coding.id, coach_);
}

TEST_F(ReviewWindow, LooksAsBefore) {
    expect_question_as_before("review_question");
}

TEST_F(ReviewWindow, LooksAsBeforeInDutch) {
    const support::InDutch dutch(library_);
    expect_question_as_before("review_question_nl");
}

TEST_F(ReviewWindow, EverythingIsDoneByKey) {
    Driver& driver = open_review();
    for (int presses = 0; presses < 12 && kept().answers.empty(); ++presses) {
        driver.press("Down");
        driver.turns();
        driver.press("space");
        driver.turns();
    }
    EXPECT_FALSE(kept().answers.empty());
    EXPECT_FALSE(driver.model().open->player->is_playing()) << "Space pressed what the arrow went to";
}

}  // namespace
