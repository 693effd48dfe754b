// What the worker says a recording is: made clips, real recordings, and files that are damaged or hostile.
#include "support/shared_data.h"
#include "support/test_clip.h"
#include "support/worker_driver.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

namespace {

using support::TestClip;
using support::WorkerDriver;
using support::protocol::Kind;

nlohmann::json opened(const std::string& path) {
    return WorkerDriver(path).open();
}

std::string failure_of(const std::string& bytes) {
    support::TemporaryFolder folder;
    support::write_file(folder.file("recording.mp4"), bytes);
    return opened(folder.file("recording.mp4")).value("failed", "opened");
}

TEST(WorkerSurvey, TellsWhatARecordingIs) {
    const TestClip clip{.channels = 2, .audio_tracks = 2};
    const nlohmann::json info = opened(clip.path());
    EXPECT_EQ(info["duration_us"], 5'000'000);
    EXPECT_EQ(info["container"], "mp4");
    EXPECT_EQ(info["start_us"], 0);
    EXPECT_EQ(info["video"]["codec"], "h264");
    EXPECT_EQ(info["video"]["width"], 320);
    EXPECT_EQ(info["video"]["height"], 192);
    EXPECT_DOUBLE_EQ(info["video"]["average_fps"], 25);
    EXPECT_FALSE(info["video"]["variable_rate"]);
    ASSERT_EQ(info["audio"].size(), 2u);
    EXPECT_EQ(info["audio"][1]["channels"], 2);
    EXPECT_EQ(info["audio"][1]["sample_rate"], 48000);
    EXPECT_TRUE(info["warnings"].empty());
}

TEST(WorkerSurvey, GivesAnUprightSizeForATurnedPicture) {
    const nlohmann::json info = opened(TestClip{.rotation = 90}.path());
    EXPECT_EQ(info["video"]["rotation"], 90);
    EXPECT_EQ(info["video"]["width"], 320);
    EXPECT_EQ(info["video"]["height"], 192);
}

TEST(WorkerSurvey, NoticesAVariableRate) {
    EXPECT_TRUE(opened(TestClip{.variable_rate = true}.path())["video"]["variable_rate"]);
}

TEST(WorkerSurvey, TakesOutTheStartOffset) {
    const nlohmann::json info = opened(TestClip{.start_offset = 5, .extension = "mkv", .channels = 0}.path());
    EXPECT_EQ(info["start_us"], 5'000'000);
    EXPECT_EQ(info["duration_us"], 5'000'000);
    EXPECT_TRUE(info["warnings"].empty());
}

TEST(WorkerSurvey, MeasuresTheLengthOfWhatIsThere) {
    const struct {
        const char* file;
        double seconds;
    } known[] = {{"dev/web/chrome57_mediarecorder.webm", 7.61},    {"dev/web/chrome_screen_no_duration.webm", 4.91},
                 {"dev/misc/fragmented_bogus_duration.mp4", 1.07}, {"bad/truncated_recording.mp4", 0.5},
                 {"dev/misc/edit_list_start_offset.mp4", 9},       {"dev/audio/ima_adpcm.wav", 1.02},
                 {"dev/misc/long_6min_1080p.mp4", 362.77}};
    for (const auto& [file, seconds] : known) {
        const std::string path = support::testdata(file);
        if (path.empty()) GTEST_SKIP() << "no shared recordings";
        const auto duration = opened(path).value("duration_us", std::int64_t{0});
        EXPECT_NEAR(static_cast<double>(duration) / 1e6, seconds, 0.06) << file;
    }
}

TEST(WorkerSurvey, CountsNoCoverAsVideo) {
    const std::string path = support::testdata("dev/audio/cover_art.mp3");
    if (path.empty()) GTEST_SKIP() << "no shared recordings";
    EXPECT_TRUE(opened(path)["video"].is_null());
}

TEST(WorkerSurvey, RefusesWhatIsNoRecording) {
    EXPECT_EQ(failure_of(""), "empty");
    EXPECT_EQ(failure_of("Dear coach, please find attached"), "not_media");
    EXPECT_EQ(failure_of(std::string(100'000, '\0')), "not_media");
    EXPECT_EQ(failure_of("1\n00:00:01,000 --> 00:00:02,000\nHello\n\n"), "not_media");
}

TEST(WorkerSurvey, FindsSoundBehindJunk) {
    const TestClip clip{.pictures_per_second = 0, .extension = "mp3", .audio_codec = "libmp3lame"};
    const std::string sound = support::read_file(clip.path());
    std::string junk;
    while (junk.size() < 100'000) junk += "\xde\xad\xbe\xef";
    support::TemporaryFolder folder;
    support::write_file(folder.file("recording.mp3"), junk + sound);
    const nlohmann::json info = opened(folder.file("recording.mp3"));
    ASSERT_FALSE(info.contains("failed")) << info.dump();
    EXPECT_EQ(info["audio"][0]["codec"], "mp3");
    EXPECT_NEAR(info["duration_us"].get<double>(), 5e6, 1e5);
    EXPECT_THAT(info["warnings"], testing::Contains("damaged"));
    EXPECT_EQ(failure_of(junk), "not_media");
    EXPECT_EQ(failure_of(junk + sound.substr(sound.size() - 800)), "not_media") << "too little to be sure";
}

TEST(WorkerSurvey, RefusesWhatPointsElsewhere) {
    EXPECT_EQ(failure_of("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n/etc/passwd\n#EXT-X-ENDLIST\n"),
              "points_elsewhere");
    EXPECT_EQ(failure_of("ffconcat version 1.0\nfile /etc/passwd\n"), "points_elsewhere");
    EXPECT_EQ(
        failure_of(
            "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" profiles=\"urn:mpeg:dash:profile:"
            "isoff-live:2011\"><BaseURL>file:///etc/passwd</BaseURL></MPD>"),
        "points_elsewhere");
}

// The data reference of a track, which says "in this file", is made to name another.
std::string pointing_elsewhere(std::string bytes) {
    const std::string elsewhere = "file:///etc/passwd";
    std::vector<std::size_t> boxes;
    for (const char* name : {"moov", "trak", "mdia", "minf", "dinf", "dref"}) {
        boxes.push_back(bytes.find(name, boxes.empty() ? 0 : boxes.back()));
    }
    boxes.push_back(boxes.back() + 16);  // the reference's own box
    for (const std::size_t box : boxes) {
        const auto last = static_cast<unsigned char>(bytes[box - 1]);
        const auto before = static_cast<unsigned char>(bytes[box - 2]);
        const std::size_t size = before * 256U + last + elsewhere.size();
        bytes[box - 1] = static_cast<char>(size & 0xff);
        bytes[box - 2] = static_cast<char>(size >> 8);
    }
    bytes.replace(boxes.back(), 8, std::string("url \0\0\0\0", 8));
    return bytes.insert(boxes.back() + 8, elsewhere);
}

TEST(WorkerSurvey, RefusesATrackThatLiesInAnotherFile) {
    for (const char* extension : {"mov", "mp4"}) {
        const TestClip clip{.extension = extension, .channels = 0};
        EXPECT_EQ(failure_of(pointing_elsewhere(support::read_file(clip.path()))), "points_elsewhere") << extension;
    }
}

TEST(WorkerSurvey, RefusesARecordingCutOffBeforeItsIndex) {
    const std::string whole = support::read_file(TestClip{.seconds = 20}.path());
    EXPECT_EQ(failure_of(whole.substr(0, whole.size() / 2)), "truncated");
}

TEST(WorkerSurvey, MissesNoIndexInARecordingThatHasNone) {
    const TestClip clip{.pictures_per_second = 0, .extension = "wav", .audio_codec = "pcm_s16le"};
    EXPECT_EQ(failure_of(support::read_file(clip.path()).substr(0, 34)), "damaged");
}

TEST(WorkerSurvey, PlaysWhatIsLeftOfATruncatedRecording) {
    const TestClip clip{.seconds = 20, .extra = "-movflags +faststart"};
    const std::string whole = support::read_file(clip.path());
    support::TemporaryFolder folder;
    support::write_file(folder.file("half.mp4"), whole.substr(0, whole.size() / 2));
    WorkerDriver worker(folder.file("half.mp4"));
    const nlohmann::json info = worker.open();
    ASSERT_FALSE(info.contains("failed")) << info.dump();
    EXPECT_LT(info["duration_us"], 16'000'000);
    EXPECT_GT(info["duration_us"], 4'000'000);
    EXPECT_THAT(info["warnings"], testing::Contains("truncated"));
    const auto shown = worker.picture_at(clip.middle_of(60).microseconds);
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->number, 60);
}

TEST(WorkerSurvey, RefusesAnAbsurdPictureSize) {
    const TestClip clip{.seconds = 1, .video_codec = "rawvideo", .extension = "avi", .channels = 0};
    std::string bytes = support::read_file(clip.path());
    const std::size_t format = bytes.find("strf");
    ASSERT_NE(format, std::string::npos);
    const auto failure_with_width = [&](unsigned width) {
        for (std::size_t i = 0; i < 4; ++i) bytes[format + 12 + i] = static_cast<char>(width >> (8 * i));
        return failure_of(bytes);
    };
    EXPECT_EQ(failure_with_width(60'000), "too_large");
    EXPECT_NE(failure_with_width(0), "opened");
}

// Opens, looks at three pictures and hears a second; whatever the file holds, the worker ends by itself, in bounds.
class WorkerSurvives : public testing::TestWithParam<std::string> {};

void look_around(WorkerDriver& worker, const nlohmann::json& info) {
    const auto duration = info["duration_us"].get<std::int64_t>();
    if (!info["video"].is_null()) {
        EXPECT_TRUE(worker.picture_at(0));
        EXPECT_TRUE(worker.picture_at(duration / 2));
        EXPECT_TRUE(worker.picture_at(duration));
    }
    if (info["audio"].empty()) return;
    worker.send(Kind::PlaySound, support::protocol::PlaySound{.serial = 1, .from_us = duration / 2});
    for (int i = 0; i < 90; ++i) {
        const auto block = worker.take_block();
        ASSERT_TRUE(block);
        if (block->is_last != 0) break;
    }
}

TEST_P(WorkerSurvives, EveryFileOfTheFolder) {
    const std::string folder = support::testdata(GetParam());
    if (folder.empty()) GTEST_SKIP() << "no shared recordings";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string path = entry.path().string();
        if (!entry.is_regular_file()) continue;
        SCOPED_TRACE(path);
        WorkerDriver worker(path);
        const nlohmann::json info = worker.open();
        const std::string failed = info.value("failed", "");
        EXPECT_NE(failed, "died");
        EXPECT_NE(failed, "inside") << info.dump();
        if (failed.empty()) look_around(worker, info);
        const WorkerDriver::Ending ending = worker.wait_for_end();
        EXPECT_TRUE(WIFEXITED(ending.status) && WEXITSTATUS(ending.status) == 0) << ending.status;
        EXPECT_LT(ending.max_rss_kb, 1L << 20);
        EXPECT_LT(ending.seconds_of_processor, 60);
    }
}

INSTANTIATE_TEST_SUITE_P(Folders, WorkerSurvives,
                         testing::Values("bad", "dev/audio", "dev/conv", "dev/misc", "dev/people", "dev/phone",
                                         "dev/web", "dev/zoom", "dev/transcripts"),
                         [](const auto& folder) {
                             std::string name = folder.param;
                             std::replace(name.begin(), name.end(), '/', '_');
                             return name;
                         });

}  // namespace
