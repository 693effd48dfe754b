#include "terugblik.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <gmock/gmock.h>
#include <thread>

namespace {

using testing::HasSubstr;

class Demo : public support::CommandTest {
protected:
    static bool has_program(const char* name) {
        for (const char* folder : {"/usr/bin/", "/usr/local/bin/", "/bin/"})
            if (std::filesystem::exists(folder + std::string(name))) return true;
        return false;
    }
    static double minutes(const support::Json& us) { return us.get<double>() / 60e6; }
};

TEST_F(Demo, IsALibraryWithTwoCodedConversationsAndTheirReports) {
    if (!has_program("espeak-ng") || !has_program("ffmpeg")) GTEST_SKIP();
    const std::string folder = path("demo");
    const auto made = answer({"demo", "--folder", folder});
    const std::string library = made["library"];
    ASSERT_EQ(made["conversations"].size(), 2u);
    for (const auto& each : made["conversations"]) {
        const auto recording = answer({"probe", each["recording"]});
        EXPECT_EQ(recording["video"]["codec"], "h264");
        EXPECT_EQ(recording["video"]["variable_rate"], true);
        EXPECT_EQ(recording["audio"][0]["codec"], "aac");
        EXPECT_EQ(recording["audio"][0]["channels"], 2);
        EXPECT_GT(minutes(recording["duration_us"]), 2.5);
        EXPECT_LT(minutes(recording["duration_us"]), 4);

        const auto measures = answer({"measures", each["coding"], "--library", library});
        EXPECT_GE(measures["measures"]["pct_change_talk"]["denominator"], 10);
        EXPECT_FALSE(measures["measures"]["pct_complex_reflections"]["band"].is_null());
        EXPECT_GT(measures["talk_time"]["client_us"], 0);
        EXPECT_EQ(measures["ratings"].size(), 3u);

        EXPECT_TRUE(support::read_file(each["pdf"]).starts_with("%PDF"));
        EXPECT_THAT(support::read_file(each["html"]), HasSubstr("lang=\"" + each["language"].get<std::string>()));
    }
    EXPECT_EQ(answer({"check", "--library", library})["ok"], true);

    // What is there is kept, with what was changed in it.
    const auto again = answer({"demo", "--folder", folder});
    EXPECT_EQ(again["reused"], true);
    EXPECT_EQ(again["conversations"], made["conversations"]);
}

TEST_F(Demo, LeavesNothingBehindWhenItIsInterrupted) {
    if (!has_program("espeak-ng") || !has_program("ffmpeg")) GTEST_SKIP();
    namespace fs = std::filesystem;
    fs::create_directory(path("tmp"));
    const auto is_speaking = [&] {
        for (const auto& entry : fs::recursive_directory_iterator(path("tmp")))
            if (entry.path().filename() == "words.wav") return true;
        return false;
    };
    // What speaks may leave something of its own there, as PulseAudio does.
    const auto left_behind = [&] {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(path("tmp")))
            if (entry.path().filename().string().starts_with("terugblik")) names.push_back(entry.path().string());
        return names;
    };
    for (const int signal : {SIGINT, SIGTERM}) {
        support::RunningTerugblik demo({"demo", "--folder", path("demo")}, folder_.path(), {"TMPDIR=" + path("tmp")});
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (!is_speaking() && std::chrono::steady_clock::now() < give_up)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        ASSERT_TRUE(is_speaking());
        demo.signal(signal);
        EXPECT_EQ(demo.wait().exit_code, -signal);
        EXPECT_THAT(left_behind(), testing::IsEmpty());
        EXPECT_FALSE(fs::exists(path("demo/demo.terugblik")));
    }
}

TEST_F(Demo, SaysWhichProgramIsMissing) {
    const auto outcome =
        support::run_terugblik({"demo", "--folder", path("demo")}, folder_.path(), {"PATH=" + folder_.path()});
    support::expect_refused(outcome, "apt install");
    EXPECT_FALSE(std::filesystem::exists(path("demo/demo.terugblik")));
}

}  // namespace
