#include "app/window_test.h"

namespace {

using support::Driver;
using SettingsWindow = support::WindowTest;

TEST_F(SettingsWindow, AnotherLanguageShowsAtOnceAndIsRemembered) {
    Driver& driver = open_window();
    ASSERT_TRUE(driver.click("Settings"));
    ASSERT_TRUE(driver.click("Nederlands"));
    EXPECT_TRUE(driver.until([&] { return driver.model().settings.language == base::Language::Dutch; }));
    driver.turns();
    EXPECT_TRUE(driver.sees(base::translate(base::Language::Dutch, "Library")));
    EXPECT_EQ(app::read_settings(library_).language, base::Language::Dutch);
    ASSERT_TRUE(driver.click("English"));
    EXPECT_TRUE(driver.until([&] { return driver.model().settings.language == base::Language::English; }));
}

TEST_F(SettingsWindow, LargerTextAndDarkColoursApplyAtOnce) {
    Driver& driver = open_window();
    ASSERT_TRUE(driver.click("Settings"));
    const float before = driver.where("Settings").w;
    ASSERT_TRUE(driver.click("Larger text"));
    ASSERT_TRUE(driver.click("Larger text"));
    ASSERT_TRUE(driver.click("Dark"));
    driver.turns();
    EXPECT_GT(driver.where("Settings").w, before);
    EXPECT_EQ(app::read_settings(library_).theme, app::Theme::Dark);
    EXPECT_NEAR(app::read_settings(library_).text_scale, 1.2F, 0.001F);
}

TEST_F(SettingsWindow, ReactionTimeGoesInStepsAndNeverBelowNothing) {
    Driver& driver = open_window();
    ASSERT_TRUE(driver.click("Settings"));
    ASSERT_TRUE(driver.click("More: Reaction time"));
    ASSERT_TRUE(driver.click("More: Reaction time"));
    EXPECT_EQ(app::read_settings(library_).reaction_time, base::milliseconds(100));
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(driver.click("Less: Reaction time"));
    EXPECT_EQ(app::read_settings(library_).reaction_time, base::Time{});
}

TEST_F(SettingsWindow, AWindowAtRestDrawsNothing) {
    Driver& driver = open_window();
    driver.turns(20);
    const std::uint64_t before = driver.application().frames_drawn();
    driver.turns(50);
    EXPECT_EQ(driver.application().frames_drawn(), before);
}

}  // namespace
