#include "app/commands/program.h"

#include "app/commands/interruption.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/owned_fd.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace commands {

namespace {

// Cleans up after itself, as posix_spawn wants.
class SpawnActions {
public:
    SpawnActions() { posix_spawn_file_actions_init(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
    ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }

    void put(int fd, int as) { posix_spawn_file_actions_adddup2(&actions_, fd, as); }
    void enter(const std::string& folder) { posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str()); }
    const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

std::string last_line(int fd) {
    char text[4096];
    const off_t end = lseek(fd, 0, SEEK_END);
    const off_t from = std::max<off_t>(0, end - static_cast<off_t>(sizeof text));
    const ssize_t count = pread(fd, text, sizeof text, from);
    std::string said(text, static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    while (said.ends_with('\n')) said.pop_back();
    const std::size_t line = said.rfind('\n');
    return line == std::string::npos ? said : said.substr(line + 1);
}

pid_t start(const std::vector<std::string>& arguments, const std::string& package, const SpawnActions& actions) {
    std::vector<char*> pointers;
    pointers.reserve(arguments.size() + 1);
    for (const std::string& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    pid_t pid = 0;
    const int failed = posix_spawnp(&pid, pointers[0], actions.get(), nullptr, pointers.data(), environ);
    if (failed == ENOENT)
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: this program is needed and missing. Install it with: sudo apt install {}")),
                        arguments[0], package));
    if (failed != 0)
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: cannot be started ({}).")), arguments[0], base::system_reason(failed)));
    return pid;
}

// A socket rather than a pipe: writing to a program that has ended is then an answer, not a signal.
struct Channel {
    base::OwnedFd ours, theirs;

    Channel() {
        int ends[2];
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            throw base::Error(
                fmt::format(fmt::runtime(_("Another program cannot be started ({}).")), base::system_reason(errno)));
        ours = base::OwnedFd(ends[0]);
        theirs = base::OwnedFd(ends[1]);
    }

    bool write(const void* bytes, std::size_t count) const {
        const char* at = static_cast<const char*>(bytes);
        while (count > 0) {
            const ssize_t sent = send(ours.get(), at, count, MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR) continue;
            if (sent < 0) return false;
            at += sent;
            count -= static_cast<std::size_t>(sent);
        }
        return true;
    }
};

// Its number is another's once it has been waited for, so until then it is only watched.
void watch(pid_t pid) {
    siginfo_t info{};
    while (waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT) < 0 && errno == EINTR) {}
}

int wait_for(pid_t pid) {
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
    return status;
}

}  // namespace

void run_program(const std::vector<std::string>& arguments, const std::string& package, const std::string& folder,
                 const std::function<void(const Feed&)>& input) {
    const base::OwnedFd said(memfd_create("said", MFD_CLOEXEC));
    const base::OwnedFd nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
    Channel channel;
    SpawnActions actions;
    actions.put(input ? channel.theirs.get() : nothing.get(), STDIN_FILENO);
    actions.put(nothing.get(), STDOUT_FILENO);
    actions.put(said.get(), STDERR_FILENO);
    actions.enter(folder);
    stop_if_interrupted();
    const pid_t pid = start(arguments, package, actions);
    std::exception_ptr failure;
    {
        const RunningProgram running(pid);
        channel.theirs = base::OwnedFd();
        try {
            if (input) input([&](const void* bytes, std::size_t count) { return channel.write(bytes, count); });
        } catch (...) {
            failure = std::current_exception();
        }
        channel.ours = base::OwnedFd();  // the end of its input
        watch(pid);
    }
    const int status = wait_for(pid);
    stop_if_interrupted();
    if (failure) std::rethrow_exception(failure);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw base::Error(fmt::format(fmt::runtime(_("{}: failed: {}")), arguments[0], last_line(said.get())));
}

}  // namespace commands
