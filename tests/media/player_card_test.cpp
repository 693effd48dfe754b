// Sound cards that misbehave.
#include "player_fixture.h"

namespace media {
namespace {

using base::seconds;
using support::TestClip;

class PlayerCardTest : public PlayerTest {};

TEST_F(PlayerCardTest, ACardThatStaysButTakesNoMoreSamplesDoesNotFreezePlaying) {
    const TestClip clip{.seconds = 20};
    open(clip);
    player_->play();
    ASSERT_TRUE(play_to(seconds(2)));
    sink_.freeze(true);
    const base::Time frozen = player_->position();
    ASSERT_TRUE(play_until([&] { return !player_->has_sound_card(); }));
    EXPECT_LT(player_->position(), frozen + seconds(0.1));
    ASSERT_TRUE(play_to(frozen + seconds(1))) << "by the system clock";
    sink_.freeze(false);
    ASSERT_TRUE(play_until([&] { return player_->has_sound_card(); }));
    ASSERT_TRUE(play_to(player_->position() + seconds(3)));
    EXPECT_TRUE(player_->has_sound_card());
    EXPECT_TRUE(sink_.is_running());
}

TEST_F(PlayerCardTest, AfterACardWasNotFoundSeeksDoNotTryItAgainAtOnce) {
    const TestClip clip{.seconds = 20};
    open(clip);
    sink_.remove();
    player_->play();
    ASSERT_TRUE(play_to(seconds(0.5)));
    sink_.plug_in();
    player_->seek(seconds(5));
    EXPECT_EQ(sink_.starts(), 0);
    ASSERT_TRUE(play_to(seconds(8)));
    player_->seek(seconds(10));
    ASSERT_TRUE(play_to(seconds(11)));
    EXPECT_EQ(sink_.starts(), 1);
}

}  // namespace
}  // namespace media
