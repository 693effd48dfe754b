// A coach and a trainee, each with a library and keys of their own, in the real window: coded, clipped, reported on and
// sent; looked at first, answered and sent back; merged.
#include "app/computers.h"
#include "app/review_desk.h"
#include "support/test_clip.h"

#include <gmock/gmock.h>

namespace {

using app::ArrivalStage;
using app::Screen;
using app::SendStage;
using support::Computer;
using support::Driver;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class PackageStory : public support::ComputersTest {
protected:
    void code_clip_and_report() {
        Driver& d = coach_.driver();
        d.drop({film_.path()});
        ASSERT_TRUE(d.until([&] { return d.model().cards.size() == 1; }));
        library::Conversation talk = d.model().cards[0].conversation;
        talk.trainee = "Anna";
        talk.title = "Stop roken";
        d.application().controller().apply(app::UpdateConversation{talk});
        talk_ = talk.id;
        d.press("Return");
        ASSERT_TRUE(d.click("Begin"));
        open_conversation(d);
        go_to(d, 4);
        d.press("q");
        go_to(d, 9);
        d.press("w");
        ASSERT_TRUE(d.until([&] { return d.model().open->coding.events.size() == 2; }));
        d.press("ctrl+d");
        ASSERT_TRUE(d.until([&] { return d.model().open->clips.clips.size() == 1; }));
        d.press("F4");
        ASSERT_TRUE(d.click("Issue report"));
        ASSERT_TRUE(d.click("Issue version 1"));
        ASSERT_TRUE(d.until([&] { return d.model().open->reports.size() == 1; }));
    }
    void look_first() {
        Driver& d = trainee_.driver();
        for (const char* answer : {"leaned_forward client", "radiated_energy same", "talked_most professional"})
            ASSERT_TRUE(d.click(answer)) << answer;
        for (const char* estimate : {"own_talk", "own_reflections"}) ASSERT_TRUE(d.click(estimate)) << estimate;
        go_to(d, 5);
        d.press("ctrl+1");
        go_to(d, 11);
        d.press("ctrl+2");
        ASSERT_TRUE(d.click("code own minutes"));
        ASSERT_TRUE(d.until([&] { return d.model().screen == Screen::Code; }));
        open_conversation(d);
        d.turns(6);
        d.press("q");
        ASSERT_TRUE(d.until([&] { return !d.model().open->coding.events.empty(); }));
        d.press("shift+F3");
        ASSERT_TRUE(d.click("show the coach's view"));
        ASSERT_TRUE(d.until([&] { return d.model().review && d.model().review->is_unlocked(); }));
        ASSERT_TRUE(d.model().review->coach.has_value());
        ASSERT_TRUE(d.click("share own view"));
        ASSERT_TRUE(d.until([&] { return d.model().review->review.is_shared; }));
    }

    Computer trainee_;
    support::TestClip film_{.seconds = 20, .width = 160, .height = 96, .channels = 2};
    base::Id talk_;
};

TEST_F(PackageStory, FromTheCoachToTheTraineeAndBack) {
    // The trainee has nothing yet but a name and a card.
    Driver* d = &trainee_.sit_down();
    d->press("ctrl+shift+p");
    ASSERT_TRUE(d->click("Your name, as others know you"));
    d->press("ctrl+a");
    d->type("Anna");
    d->press("Tab");
    ASSERT_TRUE(d->until([&] { return d->model().settings.coder == "Anna"; }));
    const std::string annas = copied_card(*d);
    d->press("Escape");
    ASSERT_TRUE(d->until([&] { return !d->model().sending; }));
    trainee_.leave();

    coach_.be("Marit");
    d = &coach_.sit_down();
    code_clip_and_report();
    d->press("ctrl+shift+p");
    ASSERT_TRUE(stands(*d, SendStage::Choosing));
    EXPECT_THAT(d->model().sending->missing(), Not(IsEmpty())) << "nobody is chosen";
    add_and_compare(*d, annas);
    EXPECT_THAT(d->model().sending->choice.people, SizeIs(1)) << "who was just compared is chosen";
    EXPECT_EQ(d->model().sending->media(), library::PackedMedia::Whole);
    const std::string words = packages::fingerprint_words(d->model().sending->own.card("Marit"));
    const std::string there = coach_.file("review.terugblik-review");
    write(*d, there);
    coach_.leave();

    // Unknown, compared, looked at, and only then taken in.
    d = &trainee_.sit_down();
    d->drop({there});
    ASSERT_TRUE(stands(*d, ArrivalStage::WantsTrust));
    EXPECT_EQ(d->model().arrival->words, words);
    EXPECT_THAT(trainee_.library().people().all(), IsEmpty());
    ASSERT_TRUE(d->click("The words are the same"));
    ASSERT_TRUE(stands(*d, ArrivalStage::Ready));
    EXPECT_THAT(trainee_.library().conversations(), IsEmpty());
    EXPECT_EQ(d->model().arrival->conversation.title, "Stop roken");
    d->turns(6);
    d->press("Return");
    ASSERT_TRUE(d->until([&] { return d->model().screen == Screen::Review; })) << "the trainee looks first";
    open_conversation(*d);
    EXPECT_FALSE(d->model().review->coach.has_value());
    look_first();

    // Once more the same: nothing changes.
    const std::string before = trainee_.content(talk_);
    d->drop({there});
    ASSERT_TRUE(stands(*d, ArrivalStage::Ready));
    EXPECT_TRUE(d->model().arrival->was_opened_before);
    ASSERT_TRUE(d->click("Take it in"));
    ASSERT_TRUE(d->until([&] { return !d->model().arrival && d->model().screen == Screen::Review; }));
    EXPECT_EQ(trainee_.content(talk_), before);

    d->press("ctrl+shift+p");
    ASSERT_TRUE(stands(*d, SendStage::Choosing));
    EXPECT_TRUE(d->model().sending->is_reply) << "to whom it came from, without being asked";
    EXPECT_EQ(d->model().sending->media(), library::PackedMedia::None);
    const std::string back = trainee_.file("back.terugblik-review");
    write(*d, back);
    EXPECT_LT(std::filesystem::file_size(back), std::filesystem::file_size(film_.path()));
    trainee_.leave();

    d = &coach_.sit_down();
    const std::size_t codings = coach_.library().codings(talk_).size();
    for (int times = 0; times < 2; ++times) {
        d->drop({back});
        ASSERT_TRUE(stands(*d, ArrivalStage::Ready)) << d->model().arrival->problem;
        ASSERT_TRUE(d->click("Take it in"));
        ASSERT_TRUE(d->until([&] { return !d->model().arrival && d->model().screen == Screen::Review; }));
        EXPECT_EQ(coach_.library().codings(talk_).size(), codings + 1) << "the trainee's own coding, once";
    }
    EXPECT_TRUE(d->model().review->is_unlocked());
    EXPECT_EQ(d->model().open->coding.coder, "Marit");
    ASSERT_TRUE(d->model().review->own.has_value());
    EXPECT_EQ(d->model().review->own->coder, "Anna");
    coach_.leave();
    EXPECT_EQ(coach_.content(talk_), trainee_.content(talk_)) << "both have the same";
}

}  // namespace
