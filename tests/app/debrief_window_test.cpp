// Sitting together: the coach's clips by one key, circles in the trainee's order, one thing to work on.
#include "app/debrief_list.h"
#include "app/golden.h"
#include "app/in_dutch.h"
#include "app/review_desk.h"
#include "app/samples.h"
#include "app/window_test.h"
#include "support/test_clip.h"

#include <gmock/gmock.h>

namespace {

using app::ReviewPage;
using app::Screen;
using support::Driver;
using testing::ElementsAre;
using testing::IsEmpty;

class Debrief : public support::WindowTest {
protected:
    void SetUp() override {
        support::WindowTest::SetUp();
        if (IsSkipped()) return;
        const support::TestClip film{.seconds = 20, .width = 160, .height = 96, .channels = 2};
        const base::Id coding =
            samples::add_coding(library_, codes::shipped_codebooks().at(0), film.path(), base::seconds(20));
        talk_ = library_.coding(coding)->conversation;
        add_clip(codes::ClipKind::Suggestion, 12, "Ask before you advise");
        add_clip(codes::ClipKind::Strength, 8, "You gave it time");
        add_clip(codes::ClipKind::Question, 4, "What did you hear here?");
        codes::Review review;
        review.id = base::make_id();
        review.conversation = talk_;
        review.trainee = "Robin";
        review.codebook_key = library_.coding(coding)->codebook_key;
        review.codebook_version = library_.coding(coding)->codebook_version;
        review.unlocked = base::now();
        library_.reviews().put(review);
    }
    void add_clip(codes::ClipKind kind, double at, const std::string& title) {
        codes::Clip clip;
        clip.id = base::make_id();
        clip.conversation = talk_;
        clip.span = {base::seconds(at), base::seconds(at + 0.4)};
        clip.kind = kind;
        clip.title = title;
        clip.author = "Coach";
        library_.clips().put(clip);
    }
    Driver& open_debrief() {
        Driver& driver = open_window();
        driver.application().controller().apply(app::OpenConversation{talk_});
        EXPECT_TRUE(driver.until([&] { return driver.model().open && driver.model().open->player->is_open(); }));
        driver.application().controller().apply(app::GoTo{Screen::Review});
        driver.application().ui().review.page = ReviewPage::Debrief;
        EXPECT_TRUE(driver.until([&] { return driver.sees("next clip"); }));
        return driver;
    }
    void expect_clip_as_before(const char* name) {
        Driver& driver = open_debrief();
        driver.application().window().keep_pixels(true);
        driver.move_to(2, 2);
        driver.application().draw_again();
        driver.turns(6);
        const ImVec4 clip = driver.where("clip You gave it time");
        const support::Crop crop{static_cast<int>(clip.x), static_cast<int>(clip.y), static_cast<int>(clip.z),
                                 static_cast<int>(clip.w)};
        EXPECT_TRUE(support::looks_as_before(name, driver.application().window().pixels(), crop));
    }
    codes::Review kept() { return *library_.reviews().of(talk_); }

    base::Id talk_;
};

TEST_F(Debrief, OneKeyPlaysTheClipsStrengthsFirst) {
    Driver& driver = open_debrief();
    driver.press("Page_Down");
    ASSERT_TRUE(driver.until([&] { return driver.model().played.has_value(); }));
    EXPECT_EQ(driver.model().played->current()->text, "strength: You gave it time");
    ASSERT_TRUE(driver.until([&] { return driver.model().open->player->position() >= base::seconds(8); }));
    driver.press("Page_Down");
    ASSERT_TRUE(driver.until([&] { return driver.model().played->now == 1; }));
    EXPECT_EQ(driver.model().played->current()->text, "question: What did you hear here?");
    driver.press("Page_Up");
    ASSERT_TRUE(driver.until([&] { return driver.model().played->now == 0; }));
    driver.click("clip Ask before you advise");
    ASSERT_TRUE(driver.until([&] { return driver.model().played->now == 2; }));
    driver.press("Escape");
    EXPECT_TRUE(driver.until([&] { return !driver.model().played; }));
}

TEST_F(Debrief, TheTraineePutsTheCirclesInOrder) {
    Driver& driver = open_debrief();
    ASSERT_TRUE(driver.click("subject Ask before you advise"));
    ASSERT_TRUE(driver.click("subject What did you hear here?"));
    ASSERT_TRUE(driver.until([&] { return kept().agenda.size() == 2; }));
    EXPECT_THAT(kept().agenda, ElementsAre("Ask before you advise", "What did you hear here?"));
    ASSERT_TRUE(driver.click("own subject"));
    driver.type("rest");
    driver.press("Return");
    ASSERT_TRUE(driver.until([&] { return kept().agenda.size() == 3; }));
    ASSERT_TRUE(driver.click("subject Ask before you advise"));
    ASSERT_TRUE(driver.until([&] { return kept().agenda.size() == 2; }));
    EXPECT_THAT(kept().agenda, ElementsAre("What did you hear here?", "rest"));
    driver.press("ctrl+z");
    EXPECT_TRUE(driver.until([&] { return kept().agenda.size() == 3; }));
}

TEST_F(Debrief, OneThingToWorkOnIsChosenFromWhatTheCoachOffers) {
    Driver& driver = open_debrief();
    ASSERT_TRUE(driver.click("focus Ask before you advise"));
    ASSERT_TRUE(driver.until([&] { return kept().focus == "Ask before you advise"; }));
    ASSERT_TRUE(driver.click("focus Ask before you advise"));
    EXPECT_TRUE(driver.until([&] { return kept().focus.empty(); }));
}

TEST_F(Debrief, LooksAsBefore) {
    expect_clip_as_before("debrief_clip");
}

TEST_F(Debrief, LooksAsBeforeInDutch) {
    const support::InDutch dutch(library_);
    expect_clip_as_before("debrief_clip_nl");
}

}  // namespace
