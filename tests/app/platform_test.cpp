#include "app/platform/event_time.h"
#include "app/platform/file_dialog.h"
#include "app/platform/sdl_audio_sink.h"
#include "app/settings.h"
#include "library/memory_library.h"
#include "support/shared_data.h"

#include <filesystem>
#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using media::Clock;

TEST(HeardClock, RunsEvenlyWhenTheCardAsksInBursts) {
    app::HeardClock clock;
    const Clock::time_point start = Clock::now();
    const auto buffer = std::chrono::nanoseconds(1024LL * 1'000'000'000 / media::kSampleRate);
    Clock::time_point last = clock.next(start, 1024, buffer);
    for (int i = 1; i < 200; ++i) {
        const auto jitter = (i % 3 - 1) * 4ms;  // sometimes early, sometimes late
        const Clock::time_point heard = clock.next(start + i * buffer + jitter, 1024, buffer);
        const auto step = heard - last;
        EXPECT_LT(std::chrono::abs(step - buffer), 1ms) << i;
        EXPECT_LT(std::chrono::abs(heard - (start + i * buffer + buffer)), 5ms) << i;
        last = heard;
    }
}

TEST(HeardClock, JumpsAfterAGap) {
    app::HeardClock clock;
    const Clock::time_point start = Clock::now();
    clock.next(start, 1024, 20ms);
    EXPECT_EQ(clock.next(start + 5s, 1024, 20ms), start + 5s + 20ms);
}

TEST(EventTime, TheServersMillisecondsAreTheMomentOfThePress) {
    const Clock::time_point now = Clock::now();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
    const auto pressed = app::moment_of_server_time(static_cast<std::uint32_t>(ms - 37), now);
    ASSERT_TRUE(pressed);
    EXPECT_EQ(std::chrono::round<std::chrono::milliseconds>(now - *pressed), 37ms);
}

TEST(EventTime, AnotherMachinesClockIsNotBelieved) {
    const Clock::time_point now = Clock::now();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
    EXPECT_FALSE(app::moment_of_server_time(static_cast<std::uint32_t>(ms + 5'000), now));
    EXPECT_FALSE(app::moment_of_server_time(static_cast<std::uint32_t>(ms - 60'000), now));
}

TEST(FileBrowser, ListsFoldersFirstAndOnlyWhatCanBeImported) {
    const support::TemporaryFolder folder;
    for (const char* name : {"b.MP4", "a.mov", "letter.odt", ".hidden.mp4"})
        support::write_file(folder.file(name), "x");
    std::filesystem::create_directory(folder.file("Zoom"));
    std::string problem;
    const auto entries = app::entries_of(folder.path(), true, problem);
    ASSERT_EQ(entries.size(), 3u);
    EXPECT_EQ(entries[0].name, "Zoom");
    EXPECT_EQ(entries[1].name, "a.mov");
    EXPECT_EQ(entries[2].name, "b.MP4");
    EXPECT_TRUE(problem.empty());
    EXPECT_EQ(app::entries_of(folder.path(), false, problem).size(), 4u);
}

TEST(FileBrowser, SaysWhyAFolderCannotBeRead) {
    std::string problem;
    EXPECT_TRUE(app::entries_of("/nowhere/at/all", false, problem).empty());
    EXPECT_NE(problem.find("/nowhere/at/all"), std::string::npos);
}

TEST(Settings, ComeBackAsTheyWereWritten) {
    library::MemoryLibrary library;
    app::Settings settings;
    settings.language = base::Language::Dutch;
    settings.theme = app::Theme::Dark;
    settings.text_scale = 1.3F;
    settings.coder = "Bea \"de coach\"";
    settings.reaction_time = base::milliseconds(350);
    settings.auto_rewind = base::Time{};
    settings.own_step = base::seconds(7.5);
    settings.keymap = "transport";
    settings.keys = {{"play_pause", "F7"}, {"code:open_question", "1"}};
    app::write_settings(library, settings);
    EXPECT_EQ(app::read_settings(library), settings);
}

TEST(Settings, WhatMakesNoSenseIsBroughtBackIntoBounds) {
    library::MemoryLibrary library;
    library.set_setting("app", R"({"text_scale": 90, "reaction_time_us": -5, "own_step_us": 0})");
    const app::Settings settings = app::read_settings(library);
    EXPECT_EQ(settings.text_scale, 2);
    EXPECT_EQ(settings.reaction_time, base::Time{});
    EXPECT_EQ(settings.own_step, base::milliseconds(100));
    library.set_setting("app", "not JSON at all");
    EXPECT_EQ(app::read_settings(library).own_step, app::Settings{}.own_step);
}

}  // namespace
