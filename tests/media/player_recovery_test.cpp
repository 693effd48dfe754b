// The worker dies under the player's hands.
#include "player_fixture.h"

#include <csignal>
#include <thread>

namespace media {
namespace {

using base::milliseconds;
using base::seconds;
using support::TestClip;

// A card with a thread of its own, as real ones have, which pulls once more while it is being stopped.
class ThreadedSink final : public AudioSink {
public:
    ~ThreadedSink() override { stop(); }
    bool start(AudioSource& source) override {
        thread_ = std::jthread([&source](const std::stop_token& stop) {
            std::vector<float> samples(960);
            for (bool is_last = false; !is_last;) {
                is_last = stop.stop_requested();
                source.read(samples.data(), 480, Clock::now());
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        });
        return true;
    }
    void stop() override { thread_ = {}; }
    bool is_alive() const override { return true; }

private:
    std::jthread thread_;
};

class PlayerRecoveryTest : public PlayerTest {
protected:
    void kill_worker() {
        const std::vector<int> running = workers();
        ASSERT_EQ(running.size(), 1U);
        const int old = running.front();
        ::kill(old, SIGKILL);
        ASSERT_TRUE(wait_for([&] {
            const std::vector<int> now = workers();
            return player_->failure() || (now.size() == 1 && now.front() != old);
        }));
    }
};

TEST_F(PlayerRecoveryTest, AWorkerKilledDuringPlayIsReplacedAndPlayGoesOnAtTheSamePlace) {
    const TestClip clip{.seconds = 12, .gop = 50};
    open(clip);
    player_->play();
    ASSERT_TRUE(play_to(seconds(3)));
    const base::Time before = player_->position();
    kill_worker();
    EXPECT_TRUE(player_->is_playing());
    EXPECT_EQ(player_->position(), before);
    ASSERT_TRUE(play_to(before + seconds(2)));
    EXPECT_TRUE(wait_for([&] { return number() == player_->position().microseconds / 40'000; })) << number();
    EXPECT_FALSE(player_->failure());
    EXPECT_NE(number_at(clip.middle_of(200)), -2);
    EXPECT_EQ(number(), 200);
}

TEST_F(PlayerRecoveryTest, AWorkerKilledWhilePausedIsReplacedUnseen) {
    const TestClip clip{.seconds = 12, .gop = 250};
    open(clip);
    ASSERT_EQ(number_at(clip.middle_of(120)), 120);
    kill_worker();
    ASSERT_TRUE(settle());
    EXPECT_EQ(number(), 120);
    EXPECT_EQ(number_after_step(1), 121);
    EXPECT_EQ(number_after_step(-3), 118);
}

TEST_F(PlayerRecoveryTest, AWorkerKilledDuringASeekStillAnswersIt) {
    const TestClip clip{.seconds = 24, .gop = 250};
    open(clip);
    player_->seek(clip.middle_of(480));
    kill_worker();
    ASSERT_TRUE(wait_for([&] { return number() == 480; }));
}

TEST_F(PlayerRecoveryTest, TheCardReadsNothingOfAWorkerThatIsGone) {
    const TestClip clip{.seconds = 60, .pictures_per_second = 0, .extension = "wav", .audio_codec = "pcm_s16le"};
    ThreadedSink card;
    player_ = std::make_unique<Player>(clip.path(), card, [this] { wakes_.release(); });
    ASSERT_TRUE(wait_for([&] { return player_->is_open(); })) << failure();
    player_->play();
    ASSERT_TRUE(wait_for([&] { return player_->position() > milliseconds(500); }));
    kill_worker();
    const base::Time before = player_->position();
    EXPECT_TRUE(wait_for([&] { return player_->position() > before + seconds(1); }));
    EXPECT_FALSE(player_->failure());
    player_.reset();  // before its card
}

TEST_F(PlayerRecoveryTest, TheSecondTimeTheFileIsCalledDamaged) {
    const TestClip clip{.seconds = 12};
    open(clip);
    player_->play();
    ASSERT_TRUE(play_to(seconds(1)));
    kill_worker();
    ASSERT_TRUE(play_to(seconds(2)));
    const base::Time before = player_->position();
    kill_worker();
    ASSERT_TRUE(player_->failure());
    EXPECT_NE(failure().find(".mp4: this recording is damaged"), std::string::npos) << failure();
    EXPECT_FALSE(player_->is_playing());
    EXPECT_EQ(player_->position(), before);
    EXPECT_NE(player_->picture(), nullptr) << "what was on screen stays there";
    EXPECT_GE(support::number_in(*player_->picture()), 0);
    EXPECT_FALSE(sink_.is_running());
    EXPECT_FALSE(player_->next_wake());
}

// Whether sound plays, only pictures do, or nothing at all until something is asked.
TEST_F(PlayerRecoveryTest, AStoppedWorkerIsReplacedWhilePlaying) {
    for (const int channels : {1, 0}) {
        const TestClip clip{.seconds = 60, .extension = "mov", .channels = channels, .audio_codec = "pcm_s16le"};
        open(clip);
        player_->play();
        ASSERT_TRUE(play_to(seconds(1)));
        const std::vector<int> running = workers();
        ASSERT_EQ(running.size(), 1U);
        ::kill(running.front(), SIGSTOP);
        // A second of sound and of pictures is there already: half of it is used up when the other worker comes.
        for (int i = 0; i < 5; ++i) {
            sink_.advance(std::chrono::milliseconds(100));
            player_->tick();
        }
        const base::Time reached = player_->position();
        EXPECT_GE(reached, milliseconds(1400));
        ASSERT_TRUE(wait_for([&] { return workers().size() == 1 && workers() != running; })) << channels;
        EXPECT_EQ(player_->position(), reached);
        ASSERT_TRUE(play_to(reached + seconds(1)));
        player_.reset();
    }
}

TEST_F(PlayerRecoveryTest, AStoppedWorkerIsReplacedWhenItIsAskedForAPicture) {
    const TestClip clip{.seconds = 12};
    open(clip);
    const std::vector<int> running = workers();
    ASSERT_EQ(running.size(), 1U);
    ::kill(running.front(), SIGSTOP);
    EXPECT_EQ(number_at(clip.middle_of(250)), 250);
    EXPECT_NE(workers(), running);
}

}  // namespace
}  // namespace media
