// What the worker cannot do once it is locked in, and that the same would work if it were not.
#include "support/shared_data.h"
#include "support/test_clip.h"
#include "support/worker_driver.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>

namespace {

using support::Sandbox;
using support::WorkerDriver;
using support::protocol::Kind;

constexpr const char* kProbes[] = {"open a file",           "make a file",          "remove a file",
                                   "list a folder",         "make a socket",        "connect to the network",
                                   "run a program",         "make a process",       "make memory that runs",
                                   "make memory run later", "make a memory file",   "trace the parent",
                                   "signal the parent",     "take three gigabytes", "become another user",
                                   "make a namespace",      "raise the limits"};

// Whether the worker managed to do it; a worker that was killed for it did not.
bool succeeds(const std::string& probe, Sandbox sandbox) {
    support::TemporaryFolder folder;
    support::write_file(folder.file("any"), "any");
    WorkerDriver worker(folder.file("any"), sandbox);
    worker.ready();
    prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY);  // so that Yama, where it is in force, is not what refuses
    worker.send(Kind::TrySandbox, probe);
    const auto answer = worker.wait_for({Kind::Done, Kind::Failed});
    if (answer) return answer->kind == Kind::Done;
    const WorkerDriver::Ending ending = worker.wait_for_end();
    return WIFEXITED(ending.status) && WEXITSTATUS(ending.status) == 0;  // it has become another program
}

class WorkerSandbox : public testing::TestWithParam<const char*> {};

TEST_P(WorkerSandbox, RefusesItWithinAndAllowsItWithout) {
#ifdef TERUGBLIK_SANITIZED
    if (std::string(GetParam()) == "take three gigabytes") GTEST_SKIP() << "the sanitizers need memory without limit";
#endif
    EXPECT_FALSE(succeeds(GetParam(), Sandbox::On));
    EXPECT_TRUE(succeeds(GetParam(), Sandbox::Off));
}

INSTANTIATE_TEST_SUITE_P(Probes, WorkerSandbox, testing::ValuesIn(kProbes), [](const auto& probe) {
    std::string name = probe.param;
    std::erase(name, ' ');
    return name;
});

TEST(Worker, SaysTruthfullyThatItIsLockedIn) {
    const support::TestClip clip;
    EXPECT_EQ(WorkerDriver(clip.path()).ready().sandboxed, 1u);
    EXPECT_EQ(WorkerDriver(clip.path(), Sandbox::Off).ready().sandboxed, 0u);
#ifndef TERUGBLIK_SANITIZED
    EXPECT_EQ(WorkerDriver(clip.path()).ready().memory_bounded, 1u);
#endif
}

TEST(Worker, EndsAtOnceWhenTheWindowIsGoneFromEveryState) {
    const support::TestClip clip{.seconds = 20};
    for (const Kind state : {Kind::Ready, Kind::Open, Kind::ShowPictures, Kind::PlaySound, Kind::Peaks}) {
        WorkerDriver worker(clip.path());
        worker.ready();
        if (state == Kind::Peaks) worker.send(Kind::Peaks, support::protocol::Peaks{});
        if (state == Kind::Open) worker.send(Kind::Open);
        if (state == Kind::ShowPictures || state == Kind::PlaySound) worker.open();
        if (state == Kind::ShowPictures) worker.send(Kind::ShowPictures, support::protocol::ShowPictures{});
        if (state == Kind::PlaySound) worker.send(Kind::PlaySound, support::protocol::PlaySound{});
        const int status = worker.wait_for_end().status;
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << static_cast<int>(state);
    }
}

}  // namespace
