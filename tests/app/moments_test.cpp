// A list of moments that is heard: one at a time or one after the other, each from its beginning to its end.
#include "controller_test.h"

namespace app {
namespace {

Moment moment(double from, double to) {
    return {{base::seconds(from), base::seconds(to)}, "said"};
}

class Moments : public Coding {
protected:
    void play(std::vector<Moment> moments, bool goes_on = false) {
        controller_.apply(PlayMoments{{"test", "A test", std::move(moments), 0, goes_on}});
    }
    const PlayedList& list() { return *model_.played; }
    void wait_for_silence() {
        wait_until([&] { return !open().player->is_playing() && !open().player->is_seeking(); });
    }
    void expect_stopped_at(double seconds) {
        wait_for_silence();
        EXPECT_GE(open().player->position(), base::seconds(seconds));
        EXPECT_LT(open().player->position(), base::seconds(seconds + 0.4));
    }
};

TEST(PlayedList, StepsNoFurtherThanItsEnds) {
    PlayedList list{"test", "A test", {moment(1, 2), moment(3, 4)}};
    EXPECT_FALSE(list.step(-1));
    EXPECT_TRUE(list.step(0));
    EXPECT_TRUE(list.step(+1));
    EXPECT_FALSE(list.step(+1));
    EXPECT_EQ(list.now, 1u);
    EXPECT_FALSE(PlayedList{}.step(0));
    EXPECT_EQ(PlayedList{}.current(), nullptr);
}

TEST_F(Moments, AMomentIsHeardFromItsBeginningAndStopsAtItsEnd) {
    play({moment(2, 2.5), moment(6, 6.5)});
    EXPECT_TRUE(open().player->is_playing());
    expect_stopped_at(2.5);
    EXPECT_EQ(list().now, 0u) << "one at a time";
    controller_.apply(StepMoments{+1});
    EXPECT_EQ(list().now, 1u);
    expect_stopped_at(6.5);
    controller_.apply(StepMoments{0});
    EXPECT_TRUE(open().player->is_playing()) << "again";
    expect_stopped_at(6.5);
    controller_.apply(StepMoments{+1});
    EXPECT_FALSE(open().player->is_playing()) << "there is no next one";
    controller_.apply(HearMoment{0});
    expect_stopped_at(2.5);
    controller_.apply(HearMoment{9});
    EXPECT_EQ(list().now, 0u);
}

TEST_F(Moments, OneAfterTheOtherStopsAfterTheLast) {
    play({moment(2, 2.3), moment(6, 6.3), moment(4, 4.3)}, true);
    wait_until([&] { return list().now == 1; });
    wait_until([&] { return list().now == 2; });
    expect_stopped_at(4.3);
    EXPECT_EQ(list().now, 2u);
}

TEST_F(Moments, WhoWentElsewhereIsNotCalledBack) {
    play({moment(2, 2.3), moment(6, 6.3)}, true);
    controller_.apply(SeekTo{base::seconds(8)});
    wait_until([&] { return !open().player->is_seeking() && open().player->position() > base::seconds(8.1); });
    EXPECT_EQ(list().now, 0u);
    EXPECT_TRUE(open().player->is_playing());
}

TEST_F(Moments, ClosingTheListStopsWhatIsHeardOfIt) {
    play({moment(2, 5)});
    controller_.apply(CloseMoments{});
    EXPECT_FALSE(model_.played);
    EXPECT_FALSE(open().player->is_playing());
    controller_.apply(Play{});
    controller_.apply(StepMoments{+1});
    controller_.apply(CloseMoments{});
    EXPECT_TRUE(open().player->is_playing()) << "nothing was open to close";
}

TEST_F(Moments, AnEmptyListIsNone) {
    play({});
    EXPECT_FALSE(model_.played);
}

TEST_F(Moments, AnotherCodingIsOpenedAndTheListGoesAlong) {
    const support::TestClip clip{.seconds = 6, .width = 64, .height = 48};
    const base::Id first = open().coding.id;
    const base::Id second = samples::add_coding(library_, small_codebook(), clip.path(), base::seconds(6));
    Moment here = moment(2, 2.3);
    here.coding = first;
    Moment there = moment(3, 3.3);
    there.coding = second;
    play({here, there}, true);
    wait_until([&] { return open().coding.id == second; });
    ASSERT_TRUE(model_.played);
    EXPECT_EQ(list().now, 1u);
    wait_until([&] { return open().player->is_playing(); });  // once it is open
    expect_stopped_at(3.3);
    controller_.apply(OpenCoding{first});
    EXPECT_FALSE(model_.played) << "who opens another conversation leaves the list";
}

TEST_F(Moments, ACodingThatIsGoneIsSaidAndTheListStays) {
    Moment gone = moment(1, 2);
    gone.coding = base::make_id();
    play({moment(2, 2.3), gone});
    controller_.apply(StepMoments{+1});
    EXPECT_EQ(model_.messages.size(), 1u);
    EXPECT_TRUE(model_.open);
    EXPECT_TRUE(model_.played);
}

}  // namespace
}  // namespace app
