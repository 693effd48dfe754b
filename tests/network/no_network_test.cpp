// The program needs no network and never asks for one: the window's tests run in a network namespace without a single
// address, under a filter that ends whoever opens a socket of the internet.
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <seccomp.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr int kNotSetUp = 99;

bool write_line(const char* file, const std::string& line) {
    const int fd = open(file, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return false;
    const bool written = write(fd, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    close(fd);
    return written;
}

// A network with nothing in it, not even a way to this machine itself. False where the system does not allow it.
bool leave_the_network() {
    const std::string user = std::to_string(getuid()), group = std::to_string(getgid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return false;
    return write_line("/proc/self/setgroups", "deny") && write_line("/proc/self/uid_map", user + " " + user + " 1") &&
           write_line("/proc/self/gid_map", group + " " + group + " 1");
}

// The display and the sound card are reached by AF_UNIX. Whoever wants the internet is ended; what only speaks with the
// kernel (the list of keyboards and mice) is refused, and gets on without.
bool forbid_sockets() {
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == nullptr) return false;
    bool good = true;
    for (const int domain : {AF_INET, AF_INET6, AF_PACKET, AF_BLUETOOTH, AF_VSOCK})
        good = good && seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(socket), 1,
                                        SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(domain))) == 0;
    good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1,
                                    SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(AF_NETLINK))) == 0;
    good = good && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return good;
}

enum class Network { Empty, AsItIs };

// How a child ended that did this without the network: its exit code, or minus the signal.
template <class Work>
int ends(Network network, Work work) {
    const pid_t child = fork();
    if (child == 0) {
        if (network == Network::Empty && !leave_the_network()) _exit(kNotSetUp);
        if (!forbid_sockets()) _exit(kNotSetUp);
        work();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

void run(const std::vector<std::string>& words) {
    std::vector<char*> raw;
    for (const std::string& word : words) raw.push_back(const_cast<char*>(word.c_str()));
    raw.push_back(nullptr);
    execv(raw[0], raw.data());
    _exit(kNotSetUp);
}

bool may_leave_the_network() {
    return ends(Network::Empty, [] {}) != kNotSetUp;
}

// Of each screen and of each part that could want a network: importing, playing, sound, searching, reporting, file
// dialogs. All of the window's tests would take as long again as they do without this.
constexpr const char* kWindowTests =
    "LibraryWindow.*:CodeScreen.From*:CodeScreen.AT*:SpeechWindow.*:TeamWindow.*:SettingsWindow.*:AgreementScreen.*:"
    "PrivacyWindow.*";

}  // namespace

TEST(WithoutNetwork, ASocketOfTheInternetIsTheEnd) {
    for (const int domain : {AF_INET, AF_INET6})
        EXPECT_EQ(ends(Network::AsItIs, [domain] { close(socket(domain, SOCK_STREAM, 0)); }), -SIGSYS);
    EXPECT_EQ(ends(Network::AsItIs, [] { _exit(socket(AF_UNIX, SOCK_STREAM, 0) < 0 ? 1 : 0); }), 0);
}

TEST(WithoutNetwork, TheWindowDoesAllItsWork) {
    if (getenv("DISPLAY") == nullptr) GTEST_SKIP() << "there is no display";
    const bool is_empty = may_leave_the_network();
    const std::string program = TERUGBLIK_BINARY_DIR "/bin/test_app";
    EXPECT_EQ(ends(is_empty ? Network::Empty : Network::AsItIs,
                   [&] {
                       run({program, std::string("--gtest_filter=") + kWindowTests, "--gtest_brief=1"});
                   }),
              0);
    if (!is_empty && !HasFailure())
        GTEST_SKIP() << "ran under the filter only: this system makes no network namespaces for its users";
}

TEST(WithoutNetwork, TheCommandLineAnswers) {
    const std::string program = TERUGBLIK_BINARY_DIR "/bin/terugblik";
    const Network network = may_leave_the_network() ? Network::Empty : Network::AsItIs;
    for (const char* command : {"list", "--version"}) {
        const std::vector<std::string> words = std::string(command) == "list"
                                                   ? std::vector<std::string>{program, "list", "codebooks", "--json"}
                                                   : std::vector<std::string>{program, command};
        EXPECT_EQ(ends(network, [&] { run(words); }), 0) << command;
    }
}
