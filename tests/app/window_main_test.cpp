#include "app/window_main.h"

#include "library/sqlite_library.h"
#include "support/shared_data.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <optional>
#include <string>

namespace {

// Without a display, so that what is wrong is said on stderr and no window waits for a click.
class WithoutDisplay {
public:
    WithoutDisplay() {
        if (const char* display = std::getenv("DISPLAY")) display_ = display;
        unsetenv("DISPLAY");
        unsetenv("WAYLAND_DISPLAY");
        setenv("SDL_VIDEODRIVER", "x11", 1);
    }
    ~WithoutDisplay() {
        if (display_) setenv("DISPLAY", display_->c_str(), 1);
    }

private:
    std::optional<std::string> display_;
};

TEST(OpeningTheWindow, ASecondProgramOnTheSameLibraryIsRefused) {
    const WithoutDisplay without;
    const support::TemporaryFolder folder;
    const std::string path = folder.file("library.terugblik");
    const library::SqliteLibrary first(path);
    testing::internal::CaptureStderr();
    EXPECT_EQ(app::run_window({.library = path, .files = {}}), 1);
    EXPECT_NE(testing::internal::GetCapturedStderr().find(path), std::string::npos);
}

TEST(OpeningTheWindow, AFileThatIsNoLibraryIsRefusedAndLeftAsItWas) {
    const WithoutDisplay without;
    const support::TemporaryFolder folder;
    const std::string path = folder.file("letter.terugblik");
    const std::string bytes = "Dear reader, this is no library at all, however long the letter may be.";
    support::write_file(path, bytes);
    testing::internal::CaptureStderr();
    EXPECT_EQ(app::run_window({.library = path, .files = {}}), 1);
    EXPECT_NE(testing::internal::GetCapturedStderr().find("letter.terugblik"), std::string::npos);
    EXPECT_EQ(support::read_file(path), bytes);
}

TEST(OpeningTheWindow, WithoutADisplayItSaysSoAndThatCommandsStillWork) {
    const WithoutDisplay without;
    const support::TemporaryFolder folder;
    testing::internal::CaptureStderr();
    EXPECT_EQ(app::run_window({.library = folder.file("library.terugblik"), .files = {}}), 1);
    EXPECT_NE(testing::internal::GetCapturedStderr().find("terugblik --help"), std::string::npos);
}

TEST(OpeningTheWindow, ADriverThatDrawsWhereNobodySeesItIsNoDisplay) {
    const WithoutDisplay without;
    unsetenv("SDL_VIDEODRIVER");
    const support::TemporaryFolder folder;
    testing::internal::CaptureStderr();
    EXPECT_EQ(app::run_window({.library = folder.file("library.terugblik"), .files = {}}), 1);
    EXPECT_NE(testing::internal::GetCapturedStderr().find("terugblik --help"), std::string::npos);
}

}  // namespace
