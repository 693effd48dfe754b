#include "media/picture_cache.h"

#include <gtest/gtest.h>

namespace {

using base::milliseconds;
using media::Picture;
using media::PictureCache;

constexpr int kInterval = 40;

Picture picture(int number, int* held = nullptr) {
    Picture made;
    made.at = milliseconds(number * kInterval);
    made.until = milliseconds((number + 1) * kInterval);
    if (held != nullptr) {
        ++*held;
        made.slot = std::shared_ptr<const void>(held, [held](const void*) { --*held; });
    }
    return made;
}

int shown(const PictureCache& cache) {
    return cache.shown() == nullptr ? -1 : static_cast<int>(cache.shown()->at.microseconds / 1000 / kInterval);
}

media::Position position(int ms, std::uint32_t lap = 0) {
    return {milliseconds(ms), lap};
}

TEST(PictureCache, ShowsThePictureWhoseIntervalHoldsThePosition) {
    PictureCache cache;
    cache.begin();
    for (int n = 10; n < 20; ++n) cache.add(picture(n), 0, false);
    cache.show_at(position(400));
    EXPECT_EQ(shown(cache), 10);
    cache.show_at(position(439));
    EXPECT_EQ(shown(cache), 10);
    cache.show_at(position(440));
    EXPECT_EQ(shown(cache), 11);
    cache.show_at(position(650));
    EXPECT_EQ(shown(cache), 16) << "late ones are passed over";
}

TEST(PictureCache, TheOldPictureStaysUntilTheOneAskedForIsThere) {
    PictureCache cache;
    cache.begin();
    cache.add(picture(3), 0, false);
    cache.show_at(position(120));
    const auto serial = cache.serial();
    cache.begin();
    cache.add(picture(58), 0, true);
    cache.add(picture(59), 0, true);
    cache.show_at(position(2400));
    EXPECT_EQ(shown(cache), 3);
    EXPECT_EQ(cache.serial(), serial);
    cache.add(picture(60), 0, false);
    cache.show_at(position(2400));
    EXPECT_EQ(shown(cache), 60);
    EXPECT_NE(cache.serial(), serial);
    EXPECT_TRUE(cache.show_previous());
    EXPECT_EQ(shown(cache), 59);
}

TEST(PictureCache, APictureThatComesBeforeItsTimeWaits) {
    PictureCache cache;
    cache.begin();
    cache.add(picture(3), 0, false);
    cache.add(picture(9), 0, false);
    cache.show_at(position(300));
    EXPECT_EQ(shown(cache), 3);
}

TEST(PictureCache, BeforeTheFirstPictureOfAllThatOneIsShown) {
    PictureCache cache;
    cache.begin();
    cache.add(picture(5), 0, false);
    cache.add(picture(6), 0, false);
    cache.show_at(position(0));
    EXPECT_EQ(shown(cache), 5);
}

TEST(PictureCache, LapsComeAfterEachOther) {
    PictureCache cache;
    cache.begin();
    for (int n = 10; n < 13; ++n) cache.add(picture(n), 0, false);
    for (int n = 10; n < 13; ++n) cache.add(picture(n), 1, false);
    cache.show_at(position(490));
    EXPECT_EQ(shown(cache), 12);
    const auto before = cache.serial();
    cache.show_at(position(405, 1));
    EXPECT_EQ(shown(cache), 10);
    EXPECT_EQ(cache.shown_lap(), 1U);
    EXPECT_NE(cache.serial(), before);
    EXPECT_FALSE(cache.show_previous()) << "stepping does not run round the loop";
}

TEST(PictureCache, KeepsSoManyBehindAndLetsTheOthersGo) {
    int held = 0;
    {
        PictureCache cache;
        cache.keep_behind(4);
        cache.begin();
        for (int n = 0; n < 20; ++n) cache.add(picture(n, &held), 0, false);
        cache.show_at(position(15 * kInterval));
        EXPECT_EQ(held, 4 + 1 + 4);
        for (int n = 14; n >= 11; --n) {
            EXPECT_TRUE(cache.show_previous());
            EXPECT_EQ(shown(cache), n);
        }
        EXPECT_FALSE(cache.show_previous());
        cache.begin();
        EXPECT_EQ(held, 1) << "only the one on screen keeps its slot";
    }
    EXPECT_EQ(held, 0);
}

}  // namespace
