#include "project/source_files.h"

#include "support/shared_data.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <regex>
#include <sstream>
#include <sys/wait.h>

namespace project {

namespace fs = std::filesystem;

std::vector<SourceFile> source_files(const std::vector<std::string>& folders, const std::vector<std::string>& endings) {
    const fs::path root = TERUGBLIK_SOURCE_DIR;
    std::vector<SourceFile> files;
    for (const std::string& folder : folders) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
            const std::string name = entry.path().filename().string();
            const auto ends_so = [&](const std::string& ending) { return name.ends_with(ending); };
            if (!entry.is_regular_file() || std::none_of(endings.begin(), endings.end(), ends_so)) continue;
            files.push_back({entry.path().lexically_relative(root).string(), support::read_file(entry.path())});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

std::vector<SourceFile> program_sources() {
    return source_files({"core", "app"}, {".h", ".cpp"});
}

std::vector<Include> includes_of(const SourceFile& file) {
    static const std::regex line_form(R"(^\s*#\s*include\s*(["<])([^">]+)[">].*)");
    std::vector<Include> includes;
    std::istringstream lines(file.text);
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_match(line, match, line_form)) includes.push_back({match[2], match[1] == "\""});
    }
    return includes;
}

Outcome run(const std::string& command) {
    std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return {-1, "cannot start a shell"};
    Outcome outcome;
    std::array<char, 4096> part{};
    while (const std::size_t count = std::fread(part.data(), 1, part.size(), pipe)) {
        outcome.output.append(part.data(), count);
    }
    const int status = pclose(pipe);
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

}  // namespace project
