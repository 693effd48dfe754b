// libav runs only in the media worker's sandbox, so the program with the window and the library must not even load it.
#include "project/source_files.h"

#include <gtest/gtest.h>
#include <string>

namespace {

std::string libraries_of(const std::string& program) {
    const auto outcome = project::run("ldd '" TERUGBLIK_BINARY_DIR "/bin/" + program + "'");
    EXPECT_EQ(outcome.status, 0) << outcome.output;
    return outcome.output;
}

}  // namespace

TEST(Linking, TheWindowProgramDoesNotLoadLibav) {
    const std::string libraries = libraries_of("terugblik");
    for (const char* name : {"libavcodec", "libavformat", "libavfilter", "libavutil", "libswscale", "libswresample"}) {
        EXPECT_EQ(libraries.find(name), std::string::npos) << libraries;
    }
    EXPECT_NE(libraries.find("libSDL2"), std::string::npos) << libraries;
}

// So that the test above cannot pass because the names changed.
TEST(Linking, TheMediaWorkerDoesLoadLibav) {
    EXPECT_NE(libraries_of("terugblik-media").find("libavcodec"), std::string::npos);
}
