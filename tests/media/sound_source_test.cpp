#include "media/sound_source.h"

#include "media/position_history.h"
#include "support/fake_audio_sink.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <memory>

namespace {

using base::milliseconds;
using base::seconds;
using media::Clock;
using media::SoundSource;
using media::protocol::kSoundBlockFrames;
using media::protocol::kSoundBlocks;
using media::protocol::SoundBlock;
using media::protocol::SoundRing;

constexpr auto kTenMilliseconds = std::chrono::milliseconds(10);

// The worker's end of the ring, as an obedient worker fills it: every sample says its serial.
class SoundSourceTest : public testing::Test {
protected:
    SoundSourceTest() { source_.attach(ring_.get(), -1); }

    SoundBlock& write(std::uint32_t serial, std::int64_t at_us, std::int64_t until_us,
                      std::uint32_t frames = kSoundBlockFrames) {
        const std::uint32_t written = ring_->written;
        SoundBlock& block = ring_->blocks[written % kSoundBlocks];
        block = {};
        block.serial = serial;
        block.frames = frames;
        block.at_us = at_us;
        block.until_us = until_us;
        block.samples.fill(static_cast<float>(serial) / 10);
        ring_->written = written + 1;
        return block;
    }
    // Sound from a moment on, in whole blocks of 512 frames at 48 kHz times speed.
    void write_sound(std::uint32_t serial, base::Time from, int blocks, double speed = 1) {
        const double length = kSoundBlockFrames * 1e6 / media::kSampleRate * speed;
        for (int i = 0; i < blocks; ++i) {
            write(serial, from.microseconds + std::llround(length * i),
                  from.microseconds + std::llround(length * (i + 1)));
        }
    }
    void play(std::uint32_t serial, base::Time from) {
        source_.want(serial, SoundSource::Change::Cut);
        history_.follow_sound(sink_.now(), {from, 0}, serial);
        sink_.start(source_);
    }
    base::Time position() const { return history_.at(sink_.now()).at; }
    float newest_sample() const { return sink_.heard().back(); }

    std::unique_ptr<SoundRing> ring_ = std::make_unique<SoundRing>();
    SoundSource source_;
    media::PositionHistory history_{source_.clock()};
    support::FakeAudioSink sink_;  // 20 ms between the card and the ear
};

TEST_F(SoundSourceTest, PositionIsWhatIsHeardNotWhatWasHandedOver) {
    write_sound(1, seconds(5), 20);
    play(1, seconds(5));
    EXPECT_EQ(position(), seconds(5));
    sink_.advance(kTenMilliseconds * 2);
    EXPECT_EQ(position(), seconds(5)) << "the first sample is on its way for 20 ms";
    sink_.advance(kTenMilliseconds * 3);
    EXPECT_EQ(position(), seconds(5) + milliseconds(30));
}

TEST_F(SoundSourceTest, MapsMomentsOfTheLastSecondsAtEverySpeed) {
    for (const double speed : {0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0}) {
        const std::uint32_t serial = static_cast<std::uint32_t>(speed * 100);
        write_sound(serial, seconds(60), 90, speed);
        play(serial, seconds(60));
        const auto begun = sink_.now() + std::chrono::milliseconds(20);
        sink_.advance(std::chrono::milliseconds(900));
        for (int ms = 0; ms < 850; ms += 37) {
            const base::Time expected = seconds(60 + ms * speed / 1000);
            const base::Time found = history_.at(begun + std::chrono::milliseconds(ms)).at;
            EXPECT_NEAR(static_cast<double>(found.microseconds), static_cast<double>(expected.microseconds), 20)
                << speed << " times, " << ms << " ms";
        }
        sink_.stop();
        source_.silence();
        source_.card_starts();
        ring_->written = ring_->taken.load();
    }
}

TEST_F(SoundSourceTest, AMomentBeforeASeekKeepsItsOldPlace) {
    write_sound(1, seconds(5), 30);
    play(1, seconds(5));
    sink_.advance(kTenMilliseconds * 12);
    const auto pressed = sink_.now();
    sink_.advance(kTenMilliseconds);
    write_sound(2, seconds(40), 30);
    source_.want(2, SoundSource::Change::Cut);
    history_.follow_sound(sink_.now(), {seconds(40), 0}, 2);
    sink_.advance(kTenMilliseconds * 6);
    EXPECT_EQ(history_.at(pressed).at, seconds(5.1));
    EXPECT_EQ(position(), seconds(40) + milliseconds(40));
}

TEST_F(SoundSourceTest, BlocksOfAnEarlierRequestAreNotHeard) {
    write_sound(1, seconds(5), 10);
    write_sound(2, seconds(9), 30);
    play(2, seconds(9));
    sink_.advance(std::chrono::milliseconds(200));
    for (const float sample : sink_.heard()) EXPECT_LE(std::abs(sample), 0.2F);
    EXPECT_FLOAT_EQ(newest_sample(), 0.2F);
    EXPECT_EQ(position(), seconds(9.18));
}

TEST_F(SoundSourceTest, AChangeWithoutGapGoesOverAtTheSameSample) {
    write_sound(1, seconds(5), 40);
    play(1, seconds(5));
    sink_.advance(std::chrono::milliseconds(200));
    const base::Time asked = source_.next().at;
    EXPECT_EQ(asked, seconds(5.2));
    source_.want(2, SoundSource::Change::Seamless);
    history_.sound_continues_as(2, 0);
    sink_.advance(std::chrono::milliseconds(50));
    EXPECT_FLOAT_EQ(newest_sample(), 0.1F) << "the old sound plays on while the new one is on its way";
    write_sound(2, asked, 40);
    sink_.advance(std::chrono::milliseconds(100));
    EXPECT_FLOAT_EQ(newest_sample(), 0.2F);
    EXPECT_NEAR(position().seconds(), 5.33, 0.0001);
    const std::vector<float> heard = sink_.heard();
    for (std::size_t i = 1000; i < heard.size(); ++i) EXPECT_GE(heard[i], 0.0999F) << "no gap at " << i;
}

TEST_F(SoundSourceTest, AChangeWithoutGapNeverGoesBackWhenTheRingIsFull) {
    write_sound(1, seconds(5), 95);
    play(1, seconds(5));
    sink_.advance(std::chrono::milliseconds(200));
    while (ring_->written - ring_->taken < kSoundBlocks - 1) {
        write_sound(1, base::microseconds(ring_->blocks[(ring_->written - 1) % kSoundBlocks].until_us), 1);
    }
    source_.want(2, SoundSource::Change::Seamless);
    history_.sound_continues_as(2, 0);
    write_sound(2, seconds(5.1), 1);  // behind what has been played, and the ring is full
    base::Time before = position();
    for (int i = 0; i < 115; ++i) {
        sink_.advance(kTenMilliseconds);
        EXPECT_GE(position(), before);
        before = position();
    }
    EXPECT_TRUE(source_.is_starving()) << "the old sound is used up";
    write_sound(2, seconds(5.1), 90);
    sink_.advance(kTenMilliseconds);
    EXPECT_GE(position(), before);
    EXPECT_EQ(ring_->written, ring_->taken) << "too early, so it made room";
    write_sound(2, before - milliseconds(4), 20);
    sink_.advance(std::chrono::milliseconds(100));
    EXPECT_FLOAT_EQ(newest_sample(), 0.2F);
    EXPECT_NEAR((position() - before).seconds(), 0.08, 0.0001);
}

TEST_F(SoundSourceTest, SilenceIsHeldUntilLetGo) {
    write_sound(1, seconds(5), 40);
    source_.hold();
    play(1, seconds(5));
    sink_.advance(std::chrono::milliseconds(100));
    EXPECT_EQ(newest_sample(), 0.0F);
    EXPECT_EQ(position(), seconds(5));
    source_.let_go();
    sink_.advance(std::chrono::milliseconds(100));
    EXPECT_FLOAT_EQ(newest_sample(), 0.1F);
    EXPECT_EQ(position(), seconds(5.08));
}

TEST_F(SoundSourceTest, NothingClicksWhenSoundBeginsOrStops) {
    write_sound(9, seconds(0), 40);
    play(9, seconds(0));
    sink_.advance(std::chrono::milliseconds(100));
    source_.silence();
    sink_.advance(std::chrono::milliseconds(100));
    EXPECT_TRUE(source_.is_silent());
    const std::vector<float> heard = sink_.heard();
    for (std::size_t i = 2; i < heard.size(); ++i) EXPECT_LT(std::abs(heard[i] - heard[i - 2]), 0.05F) << i;
    EXPECT_EQ(heard.back(), 0.0F);
}

TEST_F(SoundSourceTest, AnEmptyRingStopsTheClockAndMoreSoundMovesItOn) {
    write_sound(1, seconds(5), 5);  // 53 ms
    play(1, seconds(5));
    sink_.advance(std::chrono::milliseconds(300));
    EXPECT_TRUE(source_.is_starving());
    EXPECT_NEAR(position().seconds(), 5.0533, 0.0001);
    write_sound(1, position(), 20);
    sink_.advance(std::chrono::milliseconds(120));
    EXPECT_FALSE(source_.is_starving());
    EXPECT_NEAR(position().seconds(), 5.1533, 0.0005);
}

TEST_F(SoundSourceTest, TheSeamOfALoopIsExact) {
    for (int lap = 0; lap < 3; ++lap) {
        write(1, 2'000'000, 2'010'667).lap = static_cast<std::uint32_t>(lap);
        write(1, 2'010'667, 2'015'000, 208).lap = static_cast<std::uint32_t>(lap);  // 720 frames a lap: 15 ms
    }
    play(1, seconds(2));
    const auto begun = sink_.now() + std::chrono::milliseconds(20);
    sink_.advance(std::chrono::milliseconds(60));
    const auto at = [&](int us) { return history_.at(begun + std::chrono::microseconds(us)); };
    EXPECT_NEAR(static_cast<double>(at(14'990).at.microseconds), 2'014'990, 3);
    EXPECT_EQ(at(14'990).lap, 0U);
    EXPECT_NEAR(static_cast<double>(at(15'010).at.microseconds), 2'000'010, 3);
    EXPECT_EQ(at(15'010).lap, 1U);
    EXPECT_NEAR(static_cast<double>(at(31'000).at.microseconds), 2'001'000, 3);
    EXPECT_EQ(at(31'000).lap, 2U);
    EXPECT_EQ(sink_.heard().size(), std::size_t{2 * 60 * 48});
}

TEST_F(SoundSourceTest, TheEndIsKnownWhenTheLastSampleHasBeenHeard) {
    write_sound(1, seconds(5), 2);
    write(1, 5'021'333, 5'030'000, 416).is_last = 1;
    play(1, seconds(5));
    sink_.advance(std::chrono::milliseconds(40));
    EXPECT_FALSE(history_.sound_ended_at(sink_.now()));
    sink_.advance(std::chrono::milliseconds(20));
    ASSERT_TRUE(history_.sound_ended_at(sink_.now()));
    EXPECT_EQ(history_.at(*history_.sound_ended_at(sink_.now())).at, seconds(5.03));
}

TEST_F(SoundSourceTest, AHostileRingIsRefusedAndNeverReadBeyond) {
    const auto is_refused = [&](auto spoil) {
        auto ring = std::make_unique<SoundRing>();
        SoundSource source;
        source.attach(ring.get(), -1);
        ring->blocks[0].serial = 1;
        ring->blocks[0].frames = kSoundBlockFrames;
        ring->blocks[0].until_us = 10'667;
        ring->written = 1;
        spoil(*ring);
        source.want(1, SoundSource::Change::Cut);
        std::vector<float> out(960, 9);
        source.read(out.data(), 480, Clock::now());
        for (const float sample : out) EXPECT_TRUE(sample >= -1 && sample <= 1);
        return source.saw_nonsense();
    };
    EXPECT_FALSE(is_refused([](SoundRing&) {}));
    EXPECT_TRUE(is_refused([](SoundRing& ring) { ring.written = kSoundBlocks + 1; }));
    EXPECT_TRUE(is_refused([](SoundRing& ring) { ring.written = 0x80000000; }));
    EXPECT_TRUE(is_refused([](SoundRing& ring) { ring.blocks[0].frames = kSoundBlockFrames + 1; }));
    EXPECT_TRUE(is_refused([](SoundRing& ring) { ring.blocks[0].frames = 0xffffffff; }));
    EXPECT_TRUE(is_refused([](SoundRing& ring) { ring.blocks[0].until_us = -1; }));
    EXPECT_TRUE(
        is_refused([](SoundRing& ring) { ring.blocks[0].until_us = std::numeric_limits<std::int64_t>::max(); }));
    EXPECT_TRUE(is_refused([](SoundRing& ring) { ring.blocks[0].at_us = std::numeric_limits<std::int64_t>::min(); }));
    EXPECT_FALSE(is_refused([](SoundRing& ring) { ring.blocks[0].samples.fill(NAN); }));
    EXPECT_FALSE(is_refused([](SoundRing& ring) { ring.blocks[0].samples.fill(INFINITY); }));
    EXPECT_FALSE(is_refused([](SoundRing& ring) { ring.blocks[0].lap = 0xffffffff; }));
}

TEST_F(SoundSourceTest, AWorkerThatSpoilsTheSharedCountOnlySpoilsItsOwn) {
    write_sound(1, seconds(5), 40);
    play(1, seconds(5));
    sink_.advance(kTenMilliseconds * 5);
    ring_->taken = 0xdeadbeef;
    sink_.advance(kTenMilliseconds * 5);
    EXPECT_EQ(position(), seconds(5.08));
}

TEST(PositionHistory, TheSystemClockKeepsSpeedLoopAndEnd) {
    const media::SoundClock none;
    media::PositionHistory history(none);
    history.set_duration(seconds(20));
    const Clock::time_point start(std::chrono::hours(1));
    history.follow_system(start, {seconds(9), 0}, 2, base::Span{seconds(8), seconds(10)});
    const auto at = [&](int ms) { return history.at(start + std::chrono::milliseconds(ms)); };
    EXPECT_EQ(at(0).at, seconds(9));
    EXPECT_EQ(at(499).at, seconds(9.998));
    EXPECT_EQ(at(500).at, seconds(8));
    EXPECT_EQ(at(500).lap, 1U);
    EXPECT_EQ(at(2600).at, seconds(8.2));
    EXPECT_EQ(at(2600).lap, 3U);
    history.follow_system(start + std::chrono::seconds(5), {seconds(19), 0}, 1, {});
    EXPECT_EQ(at(9'000).at, seconds(20)) << "no further than the end";
    EXPECT_EQ(at(499).at, seconds(9.998)) << "what was, stays";
}

}  // namespace
