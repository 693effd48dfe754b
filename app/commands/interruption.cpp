#include "app/commands/interruption.h"

#include "base/error.h"
#include "base/i18n.h"

#include <array>
#include <atomic>
#include <csignal>

namespace commands {

namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};
constexpr int kMostPrograms = 8;

std::atomic<int> g_came{0};                                  // which signal; written by the handler
std::array<std::atomic<pid_t>, kMostPrograms> g_programs{};  // 0: a free place
std::array<struct sigaction, kSignals.size()> g_before{};

static_assert(std::atomic<int>::is_always_lock_free && std::atomic<pid_t>::is_always_lock_free,
              "a signal handler may use no lock");

void on_signal(int number) {
    g_came = number;
    for (const auto& program : g_programs)
        if (const pid_t pid = program; pid > 0) kill(pid, SIGTERM);
}

}  // namespace

Interruption::Interruption() {
    g_came = 0;
    struct sigaction ours {};
    ours.sa_handler = on_signal;
    ours.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        sigaction(kSignals[i], nullptr, &g_before[i]);
        // What whoever started us has us ignore, as nohup does, stays ignored.
        if (g_before[i].sa_handler != SIG_IGN) sigaction(kSignals[i], &ours, nullptr);
    }
}

Interruption::~Interruption() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &g_before[i], nullptr);
    if (const int came = g_came.exchange(0); came != 0) raise(came);
}

void stop_if_interrupted() {
    if (g_came != 0) throw base::Error(_("Stopped."));
}

RunningProgram::RunningProgram(pid_t pid) {
    for (pid_t free = 0; !g_programs[static_cast<std::size_t>(place_)].compare_exchange_strong(free, pid); free = 0)
        if (++place_ == kMostPrograms) throw base::Error(_("Too many programs run at once."));
    if (g_came != 0) kill(pid, SIGTERM);  // it came before the handler could know of this one
}

RunningProgram::~RunningProgram() {
    g_programs[static_cast<std::size_t>(place_)] = 0;
}

}  // namespace commands
