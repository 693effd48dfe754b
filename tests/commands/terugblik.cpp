#include "terugblik.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {

namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

// What the program inherits: nothing of the machine's languages, folders or display. `more` wins.
std::vector<std::string> bare_environment(const std::string& data_folder, const std::vector<std::string>& more) {
    std::vector<std::string> all = more;
    const auto add = [&](const std::string& name, const std::string& value) {
        const bool known = std::any_of(more.begin(), more.end(),
                                       [&](const std::string& each) { return each.starts_with(name + "="); });
        if (!known) all.push_back(name + "=" + value);
    };
    add("XDG_DATA_HOME", data_folder + "/data");
    add("XDG_CACHE_HOME", data_folder + "/cache");
    add("HOME", data_folder);
    add("LANG", "C.UTF-8");
    for (const char* kept : {"PATH", "TERUGBLIK_MEDIA_WORKER", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TZ"})
        if (const char* value = std::getenv(kept)) add(kept, value);
    return all;
}

std::size_t lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

RunningTerugblik::RunningTerugblik(const std::vector<std::string>& arguments, const std::string& data_folder,
                                   const std::vector<std::string>& environment) {
    std::vector<std::string> words = {TERUGBLIK_BINARY_DIR "/bin/terugblik"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> settings = bare_environment(data_folder, environment);
    const std::vector<char*> argv = pointers(words);
    const std::vector<char*> envp = pointers(settings);
    process_ = fork();
    if (process_ != 0) return;
    dup2(open(answers_.file("out").c_str(), O_CREAT | O_WRONLY, 0600), STDOUT_FILENO);
    dup2(open(answers_.file("err").c_str(), O_CREAT | O_WRONLY, 0600), STDERR_FILENO);
    execve(argv[0], argv.data(), envp.data());
    _exit(127);
}

RunningTerugblik::~RunningTerugblik() {
    if (process_ <= 0) return;
    signal(SIGKILL);
    wait();
}

void RunningTerugblik::signal(int number) const {
    kill(process_, number);
}

Outcome RunningTerugblik::wait() {
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {}
    process_ = 0;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), read_file(answers_.file("out")),
            read_file(answers_.file("err"))};
}

Outcome run_terugblik(const std::vector<std::string>& arguments, const std::string& data_folder,
                      const std::vector<std::string>& environment) {
    return RunningTerugblik(arguments, data_folder, environment).wait();
}

Json CommandTest::answer(std::vector<std::string> arguments) {
    arguments.emplace_back("--json");
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    return outcome.exit_code == 0 ? outcome.json() : Json();
}

std::string CommandTest::recording(const std::string& name, int seconds) {
    constexpr std::uint32_t kRate = 8'000;
    const auto data = static_cast<std::uint32_t>(seconds) * kRate * 2;
    std::string bytes = "RIFF....WAVEfmt ";
    const auto append = [&](std::uint32_t value, std::size_t size) {
        bytes.append(reinterpret_cast<const char*>(&value), size);
    };
    append(16, 4), append(1, 2), append(1, 2), append(kRate, 4), append(kRate * 2, 4), append(2, 2), append(16, 2);
    bytes += "data";
    append(data, 4);
    bytes.resize(bytes.size() + data);
    const std::uint32_t rest = static_cast<std::uint32_t>(bytes.size()) - 8;
    std::memcpy(bytes.data() + 4, &rest, 4);
    return file(name, bytes);
}

std::string CommandTest::file(const std::string& name, const std::string& content) {
    write_file(path(name), content);
    return path(name);
}

void expect_refused(const Outcome& outcome, const std::string& reason) {
    EXPECT_EQ(outcome.exit_code, 1) << outcome.out;
    EXPECT_EQ(lines(outcome.err), 1u) << outcome.err;
    EXPECT_THAT(outcome.err, testing::HasSubstr(reason));
}

void expect_wrong_usage(const Outcome& outcome, const std::string& reason) {
    EXPECT_EQ(outcome.exit_code, 2) << outcome.out;
    EXPECT_EQ(lines(outcome.err), 1u) << outcome.err;
    EXPECT_THAT(outcome.err, testing::HasSubstr(reason));
}

}  // namespace support
