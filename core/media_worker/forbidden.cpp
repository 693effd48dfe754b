#include "media_worker/libav.h"
#include "media_worker/sandbox.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <netinet/in.h>
#include <sched.h>
#include <string>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace media_worker {

namespace {

const std::size_t kPage = 4096;

bool open_a_file() {
    return open("/etc/passwd", O_RDONLY) >= 0;
}

bool make_a_file() {
    const int fd = open("/tmp", O_TMPFILE | O_RDWR, 0600);
    return fd >= 0;
}

bool remove_a_file() {
    return unlink("/tmp/terugblik-sandbox-probe") == 0 || errno == ENOENT;
}

bool list_a_folder() {
    return open("/", O_RDONLY | O_DIRECTORY) >= 0;
}

bool make_a_socket() {
    return socket(AF_INET, SOCK_STREAM, 0) >= 0;
}

bool connect_to_the_network() {
    const int fd = socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(9);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return fd >= 0 && connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

// Where this succeeds, the worker is no more: the test sees exit code 0 and no answer.
bool run_a_program() {
    char name[] = "true";
    char* const arguments[] = {name, nullptr};
    char* const environment[] = {nullptr};
    execve("/bin/true", arguments, environment);
    return false;
}

bool make_a_process() {
    const pid_t child = fork();
    if (child == 0) _exit(0);
    return child > 0 && waitpid(child, nullptr, 0) == child;
}

bool make_memory_that_runs() {
    return mmap(nullptr, kPage, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

bool make_memory_run_later() {
    void* const page = mmap(nullptr, kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page != MAP_FAILED && mprotect(page, kPage, PROT_READ | PROT_EXEC) == 0;
}

bool make_a_memory_file() {
    return memfd_create("probe", 0) >= 0;
}

// Ends with this process.
bool trace_the_parent() {
    return ptrace(PTRACE_SEIZE, getppid(), nullptr, nullptr) == 0;
}

// Signal 0 is not delivered: succeeding means that any other could have been sent.
bool signal_the_parent() {
    return kill(getppid(), 0) == 0;
}

bool take_three_gigabytes() {
    const std::size_t size = 3ULL << 30;
    return mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) !=
           MAP_FAILED;
}

bool become_another_user() {
    return setuid(getuid()) == 0;
}

bool make_a_namespace() {
    return syscall(SYS_unshare, CLONE_FS) == 0;
}

bool raise_the_limits() {
    rlimit limits{};
    return prlimit(0, RLIMIT_CORE, nullptr, &limits) == 0 && prlimit(0, RLIMIT_CORE, &limits, nullptr) == 0;
}

}  // namespace

bool try_forbidden(const char* name) {
    static const std::map<std::string, bool (*)()> probes = {
        {"open a file", open_a_file},
        {"make a file", make_a_file},
        {"remove a file", remove_a_file},
        {"list a folder", list_a_folder},
        {"make a socket", make_a_socket},
        {"connect to the network", connect_to_the_network},
        {"run a program", run_a_program},
        {"make a process", make_a_process},
        {"make memory that runs", make_memory_that_runs},
        {"make memory run later", make_memory_run_later},
        {"make a memory file", make_a_memory_file},
        {"trace the parent", trace_the_parent},
        {"signal the parent", signal_the_parent},
        {"take three gigabytes", take_three_gigabytes},
        {"become another user", become_another_user},
        {"make a namespace", make_a_namespace},
        {"raise the limits", raise_the_limits},
    };
    const auto found = probes.find(name);
    if (found == probes.end()) throw Failure("inside", std::string("no such probe: ") + name);
    return found->second();
}

}  // namespace media_worker
