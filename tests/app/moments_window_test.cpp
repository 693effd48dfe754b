// A list of moments in the real window, by its keys.
#include "app/code_screen.h"

namespace app {
namespace {

TEST_F(CodeScreen, AListOfMomentsIsHeardByKeysAndClosedByEscape) {
    open_coding();
    PlayedList list{"test", "A test", {}, 0, false};
    for (const double from : {2.0, 8.0, 14.0})
        list.moments.push_back({{base::seconds(from), base::seconds(from + 0.5)}, "said"});
    driver_->application().controller().apply(PlayMoments{list});
    const auto stopped_at = [&](double seconds) {
        return driver_->until([&] {
            const double at = open().player->position().seconds();
            return !open().player->is_playing() && !open().player->is_seeking() && at >= seconds && at < seconds + 0.4;
        });
    };
    ASSERT_TRUE(stopped_at(2.5));
    EXPECT_TRUE(driver_->sees("moment 1 of 3"));
    driver_->press("alt+Down");
    ASSERT_TRUE(stopped_at(8.5));
    EXPECT_TRUE(driver_->sees("moment 2 of 3"));
    driver_->press("alt+Up");
    ASSERT_TRUE(stopped_at(2.5));
    driver_->press("shift+Tab");
    ASSERT_TRUE(stopped_at(2.5)) << "again";
    driver_->press("shift+Return");
    EXPECT_TRUE(driver_->model().played->goes_on);
    driver_->press("alt+Down");
    ASSERT_TRUE(stopped_at(14.5)) << "one after the other";
    EXPECT_TRUE(driver_->sees("moment 3 of 3"));
    EXPECT_TRUE(events().empty()) << "none of these keys is a code's";
    driver_->press("Escape");
    driver_->turns(4);
    EXPECT_FALSE(driver_->model().played);
    EXPECT_FALSE(driver_->sees("moment 3 of 3"));
}

}  // namespace
}  // namespace app
