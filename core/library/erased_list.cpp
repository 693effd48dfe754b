#include "library/erased_list.h"

#include "base/error.h"
#include "base/whole_file.h"
#include "library/checks.h"
#include "library/files.h"

#include <filesystem>
#include <fmt/format.h>
#include <sstream>

namespace library {

namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".terugblik-erased";
constexpr std::size_t kLargestList = 100'000'000;

// "0189…-… 1763812345678 withdrawn"
std::optional<Tombstone> tombstone_in(const std::string& line) {
    std::istringstream words(line);
    Tombstone tombstone;
    std::string reason;
    if (!(words >> tombstone.conversation.text >> tombstone.erased.milliseconds >> reason)) return {};
    tombstone.reason = erasure_reason_named(reason);
    return is_id(tombstone.conversation) ? std::optional(tombstone) : std::nullopt;
}

void read_list(const fs::path& path, std::vector<Tombstone>& tombstones) {
    std::istringstream lines(base::read_whole_file(path.string(), kLargestList));
    for (std::string line; std::getline(lines, line);)
        if (const auto tombstone = tombstone_in(line)) tombstones.push_back(*tombstone);
}

}  // namespace

std::string erased_list_of(const std::string& library_path) {
    return library_path + "-erased";
}

std::vector<Tombstone> erased_beside(const std::string& library_path) {
    std::vector<Tombstone> tombstones;
    const fs::path folder(folder_of(library_path));
    std::vector<fs::path> folders{folder};
    if (folder.filename() == "backups") folders.push_back(folder.parent_path());
    for (const fs::path& each : folders) {
        std::error_code missing;
        for (const fs::directory_entry& entry : fs::directory_iterator(each, missing))
            if (entry.path().filename().string().ends_with(kEnding)) read_list(entry.path(), tombstones);
    }
    return tombstones;
}

void write_erased_list(const std::string& library_path, const std::vector<Tombstone>& tombstones) {
    std::string lines;
    for (const Tombstone& each : tombstones)
        lines += fmt::format("{} {} {}\n", each.conversation.text, each.erased.milliseconds, name_of(each.reason));
    base::write_whole_file(erased_list_of(library_path), lines);
}

}  // namespace library
