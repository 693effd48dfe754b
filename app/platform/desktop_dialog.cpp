#include "app/platform/desktop_dialog.h"

#include "base/owned_fd.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sstream>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace app {

namespace {

namespace fs = std::filesystem;

std::string in_path(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "/usr/bin" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
        const std::string candidate = folder + "/" + program;
        if (access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    return {};
}

std::vector<std::string> arguments(const std::string& program, const FileRequest& request) {
    const bool folder = request.kind == FileRequest::Kind::ChooseFolder;
    const bool save = request.kind == FileRequest::Kind::Save;
    if (program.ends_with("kdialog")) {
        std::vector<std::string> words = {program, "--title", request.title};
        if (folder) words.insert(words.end(), {"--getexistingdirectory", "."});
        if (save) words.insert(words.end(), {"--getsavefilename", request.suggested});
        if (!folder && !save) words.insert(words.end(), {"--multiple", "--separate-output", "--getopenfilename", "."});
        return words;
    }
    std::vector<std::string> words = {program, "--file-selection", "--title=" + request.title, "--separator=\n"};
    if (folder) words.emplace_back("--directory");
    if (save) words.insert(words.end(), {"--save", "--confirm-overwrite", "--filename=" + request.suggested});
    if (!folder && !save) words.emplace_back("--multiple");
    return words;
}

// Starts it with its answers going into a pipe that we read.
pid_t start(const std::vector<std::string>& words, const base::OwnedFd& answers) {
    std::vector<char*> raw;
    raw.reserve(words.size() + 1);
    for (const std::string& word : words) raw.push_back(const_cast<char*>(word.c_str()));
    raw.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, answers.get(), STDOUT_FILENO);
    pid_t child = -1;
    if (posix_spawn(&child, raw[0], &actions, nullptr, raw.data(), environ) != 0) child = -1;
    posix_spawn_file_actions_destroy(&actions);
    return child;
}

std::string read_until_closed(const base::OwnedFd& from, const base::Progress& progress) {
    std::string text;
    std::array<char, 4096> buffer{};
    while (!progress.is_cancelled()) {
        pollfd waiting{from.get(), POLLIN, 0};
        if (poll(&waiting, 1, 200) == 0) continue;
        const ssize_t count = read(from.get(), buffer.data(), buffer.size());
        if (count <= 0) break;
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text;
}

}  // namespace

std::string desktop_dialog_program() {
    const char* desktop = std::getenv("XDG_CURRENT_DESKTOP");
    const bool is_kde = desktop != nullptr && std::string_view(desktop).find("KDE") != std::string_view::npos;
    for (const char* name : {is_kde ? "kdialog" : "zenity", is_kde ? "zenity" : "kdialog"})
        if (std::string found = in_path(name); !found.empty()) return found;
    return {};
}

std::vector<std::string> ask_desktop(const std::string& program, const FileRequest& request,
                                     const base::Progress& progress) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    const base::OwnedFd from(ends[0]);
    pid_t child = -1;
    {
        const base::OwnedFd to(ends[1]);  // closed here, so that the child's is the last
        child = start(arguments(program, request), to);
    }
    if (child < 0) return {};
    const std::string text = read_until_closed(from, progress);
    if (progress.is_cancelled()) kill(child, SIGTERM);
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return {};
    std::vector<std::string> paths;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) paths.push_back(line);
    return paths;
}

}  // namespace app
