// The link against workers that die, hang, or were taken over by the recording they decode. The test program itself
// plays those workers: started with $TERUGBLIK_TEST_WORKER it never reaches its tests.
#include "base/error.h"
#include "base/paths.h"
#include "media/recording.h"
#include "media/worker_link.h"
#include "support/shared_data.h"

#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace {

using media::protocol::Kind;

constexpr const char* kGoodInfo = R"({"duration_us":5000000,"start_us":0,"container":"mp4",
    "video":{"codec":"h264","width":64,"height":48,"rotation":0},"audio":[],"warnings":[]})";

// --- the worker's side ---

void say(Kind kind, const void* payload, std::size_t size, std::string_view text = {}) {
    const media::protocol::Header header{kind, static_cast<std::uint32_t>(text.size())};
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    bytes.append(static_cast<const char*>(payload), size).append(text);
    if (::send(3, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) _exit(1);
}
template <class T>
void say(Kind kind, const T& payload, std::string_view text = {}) {
    say(kind, &payload, sizeof payload, text);
}
void say_text(Kind kind, std::string_view text) {
    say(kind, nullptr, 0, text);
}

std::string hear() {
    std::string bytes(media::protocol::kMaxMessage, '\0');
    const ssize_t got = ::recv(3, bytes.data(), bytes.size(), 0);
    if (got <= 0) _exit(0);
    return bytes.substr(0, static_cast<std::size_t>(got));
}
void hear(Kind kind) {
    for (;;) {
        if (reinterpret_cast<const media::protocol::Header*>(hear().data())->kind == kind) return;
    }
}

media::protocol::Pulse& pulse() {
    void* const memory = ::mmap(nullptr, media::protocol::kPicturesAt, PROT_READ | PROT_WRITE, MAP_SHARED, 5, 0);
    return *reinterpret_cast<media::protocol::Pulse*>(static_cast<char*>(memory) + media::protocol::kPulseAt);
}

// Keeps the processor busy for so much of its time.
void compute(std::chrono::nanoseconds long_for) {
    const auto used = [] {
        timespec time{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    };
    for (const auto end = used() + long_for; used() < end;) continue;
}

media::protocol::PictureReady picture(std::uint32_t slot) {
    media::protocol::PictureReady ready;
    ready.serial = 1;
    ready.slot = slot;
    ready.width = 64;
    ready.height = 48;
    ready.stride = {64, 32, 32};
    ready.offset = {0, 4096, 6144};
    ready.until_us = 40'000;
    return ready;
}

void open_well() {
    hear(Kind::Open);
    say(Kind::Ready, media::protocol::Ready{.sandboxed = 1});
    say(Kind::Opened, media::protocol::Opened{4, 8192, 4}, kGoodInfo);
}

std::string open_descriptors() {
    std::string list;
    for (int fd = 0; fd < 64; ++fd) {
        if (::fcntl(fd, F_GETFD) >= 0) list += fmt::format("{} ", fd);
    }
    return list;
}

[[noreturn]] void act_as(std::string_view mode) {
    if (mode == "silent") hear(Kind::TrySandbox);
    if (mode == "computes long") {
        for (int i = 0; i < 50; ++i) {
            compute(std::chrono::milliseconds(10));
            ++pulse().steps[0];
        }
        say_text(Kind::Failed, "no_streams:");
    }
    if (mode == "reads long") {
        pulse().reading = 1;
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
        say_text(Kind::Failed, "no_streams:");
    }
    if (mode == "loops") compute(std::chrono::hours(1));
    if (mode == "stops") ::raise(SIGSTOP);
    if (mode == "dies") _exit(3);
    if (mode == "garbage") ::send(3, "what is this", 12, 0);
    if (mode == "wrong version") say(Kind::Ready, media::protocol::Ready{.version = 99});
    if (mode == "not json") say(Kind::Opened, media::protocol::Opened{4, 8192, 4}, "recording? what recording?");
    if (mode == "too many slots") say(Kind::Opened, media::protocol::Opened{4096, 1 << 20, 4}, kGoodInfo);
    if (mode == "fails") say_text(Kind::Failed, "codec_missing:no decoder");
    if (mode == "unknown reason") say_text(Kind::Failed, "\xff%s%n{}{}");
    if (mode == "descriptors") say_text(Kind::Warning, open_descriptors());
    if (mode == "shortens memory") say_text(Kind::Warning, ::ftruncate(5, 4096) == 0 ? "shortened" : "refused");
    if (mode == "opens twice") {
        open_well();
        say(Kind::Opened, media::protocol::Opened{4, 8192, 4}, kGoodInfo);
    }
    if (mode == "picture before opening") say(Kind::PictureReady, picture(0));
    if (mode == "slot out of range" || mode == "slot twice" || mode == "flood" || mode.ends_with(" later")) {
        open_well();
        hear(Kind::ShowPictures);
        if (mode == "dies later") _exit(3);
        if (mode == "hangs later") hear(Kind::TrySandbox);
        if (mode == "loops after a picture later") say(Kind::PictureReady, picture(0));
        if (mode.starts_with("loops")) compute(std::chrono::hours(1));
        if (mode == "slot out of range") say(Kind::PictureReady, picture(4));
        for (int i = 0; i < 2 && mode == "slot twice"; ++i) say(Kind::PictureReady, picture(0));
        for (int i = 0; mode == "flood"; ++i) say_text(Kind::Warning, fmt::format("nonsense{}", i));
    }
    hear(Kind::TrySandbox);  // never said: waits for the end
    _exit(0);
}

__attribute__((constructor)) void become_a_worker() {
    if (const char* mode = std::getenv("TERUGBLIK_TEST_WORKER")) act_as(mode);
}

// --- the window's side ---

class LinkTest : public testing::Test {
protected:
    LinkTest() {
        support::write_file(path_, "a recording");
        ::setenv("TERUGBLIK_MEDIA_WORKER", std::filesystem::read_symlink("/proc/self/exe").c_str(), 1);
    }
    ~LinkTest() override {
        ::setenv("TERUGBLIK_MEDIA_WORKER", before_.c_str(), 1);
        ::unsetenv("TERUGBLIK_TEST_WORKER");
    }

    static void set_worker(const char* mode) { ::setenv("TERUGBLIK_TEST_WORKER", mode, 1); }

    // Everything up to the link's last word, or the first event that `enough` accepts.
    template <class T>
    std::optional<T> first(media::WorkerLink& link) {
        const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (std::chrono::steady_clock::now() < limit) {
            for (media::LinkEvent& event : link.take_events()) {
                if (std::holds_alternative<T>(event)) return std::get<T>(std::move(event));
                if (std::holds_alternative<media::WorkerOpened>(event)) {
                    ++openings_;
                    link.show_pictures({.serial = 1});
                }
                if (auto* arrived = std::get_if<media::PictureArrived>(&event)) held_.push_back(arrived->picture);
            }
            std::unique_lock lock(mutex_);
            changed_.wait_for(lock, std::chrono::milliseconds(5));
        }
        return {};
    }
    std::string failure_with(const char* mode, const media::WorkerLimits& limits = {}) {
        set_worker(mode);
        openings_ = 0;
        held_.clear();
        media::WorkerLink link(
            path_, [this] { changed_.notify_all(); }, limits);
        link.keep_watch(true);
        const auto failed = first<media::WorkerFailed>(link);
        return failed ? failed->sentence : "no failure";
    }

    const std::string before_ = base::media_worker_program();
    support::TemporaryFolder folder_;
    const std::string path_ = folder_.file("gesprek 12.mp4");
    int openings_ = 0;
    std::vector<media::Picture> held_;
    std::mutex mutex_;
    std::condition_variable changed_;
};

TEST_F(LinkTest, AWorkerThatBreaksAnyPromiseIsEndedAndTheFileCalledDamaged) {
    for (const char* mode : {"dies", "garbage", "wrong version", "not json", "too many slots", "opens twice",
                             "picture before opening", "slot out of range", "slot twice", "flood"}) {
        const std::string sentence = failure_with(mode);
        EXPECT_NE(sentence.find("gesprek 12.mp4: this recording is damaged"), std::string::npos)
            << mode << ": " << sentence;
    }
}

TEST_F(LinkTest, AWorkerThatHangsIsStartedAgainOnce) {
    using std::chrono::milliseconds;
    const media::WorkerLimits strict{.standing = milliseconds(100), .computing = milliseconds(100)};
    for (const char* mode : {"silent", "loops", "stops"}) {
        EXPECT_NE(failure_with(mode, strict).find("damaged"), std::string::npos) << mode;
    }
    for (const char* mode : {"hangs later", "loops later", "loops after a picture later"}) {
        EXPECT_NE(failure_with(mode, strict).find("damaged"), std::string::npos) << mode;
        EXPECT_EQ(openings_, 2) << mode;
    }
}

double seconds_used_by_workers() {
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

// By the processor's clock, which a busy machine does not make run faster.
TEST_F(LinkTest, AWorkerThatLoopsIsEndedWithinASecond) {
    const double before = seconds_used_by_workers();
    EXPECT_NE(failure_with("loops later").find("damaged"), std::string::npos);
    EXPECT_EQ(openings_, 2);
    EXPECT_LT(seconds_used_by_workers() - before, 2 * media::WorkerLimits::kSlowness);
}

TEST_F(LinkTest, AWorkerThatGetsOnIsNotTakenForOneThatHangs) {
    using std::chrono::milliseconds;
    const media::WorkerLimits strict{.standing = milliseconds(50), .computing = milliseconds(60)};
    for (const char* mode : {"computes long", "reads long"}) {
        const std::string sentence = failure_with(mode, strict);
        EXPECT_NE(sentence.find("neither picture nor sound"), std::string::npos) << mode << ": " << sentence;
    }
}

TEST_F(LinkTest, TheSecondDeathEndsItUnlessTheWorkerDidWellInBetween) {
    EXPECT_NE(failure_with("dies later").find("damaged"), std::string::npos);
    EXPECT_EQ(openings_, 2);

    const media::WorkerLimits content{.good_while = {}};
    media::WorkerLink link(
        path_, [this] { changed_.notify_all(); }, content);
    for (int deaths = 0; deaths < 5; ++deaths) {
        ASSERT_TRUE(first<media::WorkerOpened>(link));
        link.show_pictures({.serial = 1});
    }
}

TEST_F(LinkTest, ReasonsBecomeSentencesWithTheName) {
    const std::string known = failure_with("fails");
    EXPECT_NE(known.find("gesprek 12.mp4"), std::string::npos);
    EXPECT_NE(known.find("Convert it to MP4"), std::string::npos) << known;
    const std::string unknown = failure_with("unknown reason");
    EXPECT_NE(unknown.find("gesprek 12.mp4"), std::string::npos) << unknown;
    EXPECT_EQ(unknown.find("%n"), std::string::npos);
}

TEST_F(LinkTest, WhatIsAskedOfAWorkerOnceFailsTheSameWay) {
    for (const char* mode : {"dies", "garbage", "not json", "picture before opening"}) {
        set_worker(mode);
        EXPECT_THROW(media::probe(path_), base::Error) << mode;
        EXPECT_THROW(media::picture_at(path_, {}), base::Error) << mode;
    }
}

TEST_F(LinkTest, TheWorkerGetsItsDescriptorsAndNothingElse) {
    set_worker("descriptors");
    const base::OwnedFd recording = base::open_for_reading(path_);
    const base::OwnedFd careless(::dup(recording.get()));  // left open for children by some library
    media::WorkerProcess worker(recording);
    media::WorkerMessage message;
    ASSERT_EQ(worker.receive(message, std::chrono::seconds(10)), media::WorkerProcess::Heard::Message);
    EXPECT_EQ(message.text, "2 3 4 5 6 ");
}

TEST_F(LinkTest, TheWorkerCannotShortenTheSharedMemory) {
    set_worker("shortens memory");
    media::WorkerProcess worker(base::open_for_reading(path_));
    media::WorkerMessage message;
    ASSERT_EQ(worker.receive(message, std::chrono::seconds(10)), media::WorkerProcess::Heard::Message);
    EXPECT_EQ(message.text, "refused");
}

TEST_F(LinkTest, AMissingWorkerProgramIsSaid) {
    ::setenv("TERUGBLIK_MEDIA_WORKER", "/no/such/program", 1);
    EXPECT_THROW(media::probe(path_), base::Error);
    media::WorkerLink link(path_, [this] { changed_.notify_all(); });
    const auto failed = first<media::WorkerFailed>(link);
    ASSERT_TRUE(failed);
    EXPECT_NE(failed->sentence.find("/no/such/program"), std::string::npos);
}

}  // namespace
