#include "media/worker_process.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/paths.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <new>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sstream>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace media {

namespace {

constexpr std::size_t kMostUnsent = 4096;  // a worker that lets so much pile up no longer listens
constexpr int kFirstFd = 3;
constexpr int kFdCount = 4;

[[noreturn]] void cannot_start(int error) {
    throw base::Error(
        fmt::format(fmt::runtime(_("{}: the part of Terugblik that reads recordings cannot be started ({}). Install "
                                   "Terugblik again.")),
                    base::media_worker_program(), std::strerror(error)));
}

base::OwnedFd checked(int fd) {
    if (fd < 0) cannot_start(errno);
    return base::OwnedFd(fd);
}

void* mapped(int fd, std::size_t size, std::size_t offset, int protection) {
    void* memory = ::mmap(nullptr, size, protection, MAP_SHARED | MAP_NORESERVE, fd, static_cast<off_t>(offset));
    if (memory == MAP_FAILED) cannot_start(errno);
    return memory;
}

class SpawnPlan {
public:
    SpawnPlan() {
        posix_spawn_file_actions_init(&actions_);
        posix_spawnattr_init(&attributes_);
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&attributes_, &signals);
        sigaddset(&signals, SIGPIPE);
        posix_spawnattr_setsigdefault(&attributes_, &signals);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    posix_spawn_file_actions_t actions_;
    posix_spawnattr_t attributes_;
};

// A process that hangs in the kernel (a network drive that went away) cannot be waited for by the window.
void reap(pid_t pid) {
    for (int patience = 0; patience < 100; ++patience) {
        if (::waitpid(pid, nullptr, WNOHANG) != 0) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    std::thread([pid] { ::waitpid(pid, nullptr, 0); }).detach();
}

}  // namespace

WorkerProcess::WorkerProcess(const base::OwnedFd& recording, base::OwnedFd output)
    : extra_(std::move(output)), buffer_(protocol::kMaxMessage, '\0') {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) cannot_start(errno);
    socket_ = base::OwnedFd(ends[0]);
    base::OwnedFd far_end(ends[1]);
    if (!extra_) extra_ = checked(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    map_memory();
    start(recording, std::move(far_end));
}

WorkerProcess::~WorkerProcess() {
    kill();
    if (sound_ != nullptr) ::munmap(sound_, protocol::kPicturesAt);
    if (pictures_ != nullptr) ::munmap(const_cast<std::uint8_t*>(pictures_), protocol::kPictureBytes);
}

void WorkerProcess::map_memory() {
    memory_ = checked(::memfd_create("terugblik-media", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (::ftruncate(memory_.get(), static_cast<off_t>(protocol::kSharedBytes)) != 0) cannot_start(errno);
    // Sealed, so that the worker cannot shorten it under our feet.
    if (::fcntl(memory_.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) cannot_start(errno);
    sound_ = new (mapped(memory_.get(), protocol::kPicturesAt, 0, PROT_READ | PROT_WRITE)) protocol::SoundRing;
    pulse_ = new (reinterpret_cast<std::uint8_t*>(sound_) + protocol::kPulseAt) protocol::Pulse;
    pictures_ = static_cast<const std::uint8_t*>(
        mapped(memory_.get(), protocol::kPictureBytes, protocol::kPicturesAt, PROT_READ));
}

bool WorkerProcess::put_into_memory(std::size_t at, const void* bytes, std::size_t count) const {
    if (at > protocol::kPictureBytes || count > protocol::kPictureBytes - at) return false;
    const auto* from = static_cast<const char*>(bytes);
    while (count > 0) {
        const ssize_t written = ::pwrite(memory_.get(), from, count, static_cast<off_t>(protocol::kPicturesAt + at));
        if (written <= 0 && errno != EINTR) return false;
        if (written <= 0) continue;
        from += written;
        at += static_cast<std::size_t>(written);
        count -= static_cast<std::size_t>(written);
    }
    return true;
}

void WorkerProcess::start(const base::OwnedFd& recording, base::OwnedFd far_end) {
    // First out of the way of 3 to 6, so that no dup2 overwrites a descriptor that is still to be passed on.
    std::vector<base::OwnedFd> passed;
    for (const int fd : {far_end.get(), recording.get(), memory_.get(), extra_.get()}) {
        passed.push_back(checked(::fcntl(fd, F_DUPFD_CLOEXEC, kFirstFd + kFdCount)));
    }
    SpawnPlan plan;
    posix_spawn_file_actions_addclose(&plan.actions_, STDIN_FILENO);
    posix_spawn_file_actions_addclose(&plan.actions_, STDOUT_FILENO);
    for (int i = 0; i < kFdCount; ++i) {
        posix_spawn_file_actions_adddup2(&plan.actions_, passed[static_cast<std::size_t>(i)].get(), kFirstFd + i);
    }
    posix_spawn_file_actions_addclosefrom_np(&plan.actions_, kFirstFd + kFdCount);
    std::string program = base::media_worker_program();
    char* arguments[] = {program.data(), nullptr};
    pid_t pid = -1;
    const int failed = ::posix_spawn(&pid, program.c_str(), &plan.actions_, &plan.attributes_, arguments, environ);
    if (failed != 0) cannot_start(failed);
    pid_ = pid;
}

void WorkerProcess::queue(protocol::Kind kind, std::string datagram) {
    const std::lock_guard lock(mutex_);
    const bool replaces = kind == protocol::Kind::ShowPictures || kind == protocol::Kind::PlaySound;
    if (replaces) std::erase_if(unsent_, [kind](const auto& waiting) { return waiting.first == kind; });
    if (unsent_.empty() && send_now(datagram)) return;
    if (unsent_.size() >= kMostUnsent) return kill();
    unsent_.emplace_back(kind, std::move(datagram));
}

// False when the socket is full; a broken one is noticed by receive().
bool WorkerProcess::send_now(const std::string& datagram) {
    return ::send(socket_.get(), datagram.data(), datagram.size(), MSG_DONTWAIT | MSG_NOSIGNAL) >= 0 ||
           (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

void WorkerProcess::flush() {
    const std::lock_guard lock(mutex_);
    while (!unsent_.empty() && send_now(unsent_.front().second)) unsent_.pop_front();
}

bool WorkerProcess::has_unsent() const {
    const std::lock_guard lock(mutex_);
    return !unsent_.empty();
}

WorkerProcess::Heard WorkerProcess::receive(WorkerMessage& message) {
    const ssize_t got = ::recv(socket_.get(), buffer_.data(), buffer_.size(), MSG_DONTWAIT | MSG_TRUNC);
    if (got < 0) return errno == EAGAIN || errno == EINTR ? Heard::Nothing : Heard::Gone;
    if (got == 0) return Heard::Gone;
    if (static_cast<std::size_t>(got) > buffer_.size()) return Heard::Nonsense;
    std::optional<WorkerMessage> parsed = parse_message({buffer_.data(), static_cast<std::size_t>(got)});
    if (!parsed) return Heard::Nonsense;
    message = std::move(*parsed);
    return Heard::Message;
}

WorkerProcess::Heard WorkerProcess::receive(WorkerMessage& message, std::chrono::milliseconds at_most) {
    flush();
    const auto events = static_cast<short>(has_unsent() ? POLLIN | POLLOUT : POLLIN);
    pollfd waiting{socket_.get(), events, 0};
    if (::poll(&waiting, 1, static_cast<int>(at_most.count())) <= 0) return Heard::Nothing;
    return receive(message);
}

namespace {

// What stands after the thread's name, which is in brackets and may itself hold some.
std::optional<WorkerProcess::Thread> thread_at(const std::filesystem::path& folder) {
    std::string line;
    std::getline(std::ifstream(folder / "stat"), line);
    const std::size_t name_end = line.rfind(')');
    if (name_end == std::string::npos) return {};
    WorkerProcess::Thread thread{.id = std::atoi(folder.filename().c_str())};
    std::istringstream rest(line.substr(name_end + 1));
    std::string passed_over;
    long user = 0, system = 0;
    rest >> thread.state;
    for (int i = 0; i < 10; ++i) rest >> passed_over;
    if (!(rest >> user >> system)) return {};
    thread.used = std::chrono::milliseconds((user + system) * 1000 / ::sysconf(_SC_CLK_TCK));
    return thread;
}

}  // namespace

std::vector<WorkerProcess::Thread> WorkerProcess::threads() const {
    const pid_t pid = pid_;
    if (pid <= 0) return {};
    std::vector<Thread> all;
    std::error_code error;
    std::filesystem::directory_iterator folder(fmt::format("/proc/{}/task", pid), error);
    for (; !error && folder != std::filesystem::directory_iterator(); folder.increment(error)) {
        if (const auto thread = thread_at(folder->path())) all.push_back(*thread);
    }
    return all;
}

void WorkerProcess::kill() {
    const pid_t pid = pid_.exchange(-1);
    if (pid <= 0) return;
    ::kill(pid, SIGKILL);
    reap(pid);
}

}  // namespace media
