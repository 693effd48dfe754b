#include "report/title_card.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using report::TitleImage;

bool is_ground(const TitleImage& image, int x, int y) {
    const std::size_t at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 3;
    return std::equal(image.rgb.begin(), image.rgb.begin() + 3, image.rgb.begin() + static_cast<std::ptrdiff_t>(at));
}

TEST(TitleCard, IsAsLargeAsAskedAndKeepsItsMargins) {
    const std::string endless =
        "Een heel lange titel die maar doorgaat, met eenhondervierentwintiglettergrepigewoorden ";
    for (const auto& [width, height] : {std::pair{1280, 720}, std::pair{1080, 1920}, std::pair{320, 180}}) {
        const TitleImage image = report::draw_title(width, height, endless + endless + endless, endless + endless);
        ASSERT_EQ(image.rgb.size(), static_cast<std::size_t>(width * height * 3));
        int drawn = 0;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                if (is_ground(image, x, y)) continue;
                ++drawn;
                EXPECT_TRUE(x > width / 40 && x < width - width / 40) << x;
                EXPECT_TRUE(y > height / 40 && y < height - height / 40) << y;
            }
        }
        EXPECT_GT(drawn, width * height / 200);
    }
}

TEST(TitleCard, SaysWhatItIsToldTo) {
    const TitleImage one = report::draw_title(640, 360, "Open vraag", "");
    EXPECT_EQ(one.rgb, report::draw_title(640, 360, "Open vraag", "").rgb) << "always the same";
    EXPECT_NE(one.rgb, report::draw_title(640, 360, "Reflectie", "").rgb);
    EXPECT_NE(one.rgb, report::draw_title(640, 360, "Open vraag", "00:12:03").rgb);
    EXPECT_EQ(report::draw_title(640, 360, "", "").rgb.size(), 640U * 360 * 3);
}

}  // namespace
