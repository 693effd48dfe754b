#include "app/platform/file_dialog.h"

#include "app/platform/desktop_dialog.h"
#include "app/size_text.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/time.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fstream>
#include <string_view>

namespace app {

namespace {

namespace fs = std::filesystem;
constexpr std::size_t kRecentFolders = 5;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::string date_text(const fs::file_time_type& at) {
    const auto seconds = std::chrono::system_clock::to_time_t(
        std::chrono::time_point_cast<std::chrono::system_clock::duration>(std::chrono::file_clock::to_sys(at)));
    return fmt::format("{:%Y-%m-%d}", fmt::localtime(seconds));
}

// xdg-user-dirs keeps the names of Downloads and so on, which differ by language: XDG_VIDEOS_DIR="$HOME/Video's".
std::string user_folder(const std::string& key) {
    const std::string home = environment("HOME");
    std::string config = environment("XDG_CONFIG_HOME");
    if (config.empty()) config = home + "/.config";
    std::ifstream file(config + "/user-dirs.dirs");
    const std::string wanted = "XDG_" + key + "_DIR=\"";
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(wanted) || !line.ends_with('"')) continue;
        std::string folder = line.substr(wanted.size(), line.size() - wanted.size() - 1);
        if (folder.starts_with("$HOME")) folder = home + folder.substr(5);
        return folder;
    }
    return {};
}

}  // namespace

bool looks_like_recording(const std::string& name) {
    static constexpr std::array<std::string_view, 36> kExtensions = {
        "mp4", "mov",  "m4v", "m4a", "3gp",  "3g2",  "mkv", "mka", "webm", "avi",  "wav",  "mp3",
        "amr", "opus", "ogg", "oga", "ogv",  "flac", "aac", "wma", "wmv",  "mpg",  "mpeg", "ts",
        "mts", "m2ts", "flv", "aif", "aiff", "caf",  "mxf", "vtt", "srt",  "json", "txt",  "tsv"};
    const std::size_t point = name.rfind('.');
    if (point == std::string::npos) return false;
    const std::string extension = base::folded(name.substr(point + 1));
    return extension == "terugblik-review" ||
           std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

std::vector<FileEntry> entries_of(const std::string& folder, bool only_recordings, std::string& problem) {
    std::vector<FileEntry> entries;
    std::error_code failed;
    problem.clear();
    for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, failed), end;
         !failed && it != end; it.increment(failed)) {
        FileEntry entry;
        entry.name = it->path().filename().string();
        std::error_code unknown;
        entry.is_folder = it->is_directory(unknown);
        if (entry.name.starts_with('.') || !base::is_valid_utf8(entry.name)) continue;
        if (only_recordings && !entry.is_folder && !looks_like_recording(entry.name)) continue;
        if (!entry.is_folder) {
            entry.size = size_text(it->file_size(unknown));
            entry.date = date_text(it->last_write_time(unknown));
        }
        entries.push_back(std::move(entry));
    }
    if (failed)
        problem = fmt::format(fmt::runtime(_("{}: this folder cannot be read ({}).")), folder,
                              base::system_reason(failed.value()));
    std::sort(entries.begin(), entries.end(), [](const FileEntry& a, const FileEntry& b) {
        if (a.is_folder != b.is_folder) return a.is_folder;
        return base::folded(a.name) < base::folded(b.name);
    });
    return entries;
}

std::vector<std::pair<std::string, std::string>> usual_places() {
    const std::vector<std::pair<std::string, std::string>> all = {
        {_("Home"), environment("HOME")},           {_("Desktop"), user_folder("DESKTOP")},
        {_("Documents"), user_folder("DOCUMENTS")}, {_("Downloads"), user_folder("DOWNLOAD")},
        {_("Videos"), user_folder("VIDEOS")},       {_("Music"), user_folder("MUSIC")},
        {_("Disks and sticks"), "/media"}};
    std::vector<std::pair<std::string, std::string>> there;
    for (const auto& [name, folder] : all) {
        std::error_code failed;
        const bool again =
            std::any_of(there.begin(), there.end(), [&place = folder](const auto& p) { return p.second == place; });
        if (!folder.empty() && !again && fs::is_directory(folder, failed)) there.emplace_back(name, folder);
    }
    return there;
}

FileDialog::FileDialog(DialogChoice choice, std::function<void()> wake) : wake_(std::move(wake)) {
    if (choice == DialogChoice::Desktop && environment("TERUGBLIK_FILE_DIALOG") != "own")
        desktop_program_ = desktop_dialog_program();
}

FileDialog::~FileDialog() = default;

void FileDialog::ask(FileRequest request) {
    if (request_) return;  // one question at a time
    request_ = std::move(request);
    if (!desktop_program_.empty()) {
        desktop_ = std::make_unique<base::Job<std::vector<std::string>>>(
            [program = desktop_program_, asked = *request_](const base::Progress& progress) {
                return ask_desktop(program, asked, progress);
            },
            wake_);
        return;
    }
    browser_ = FileBrowserState{};
    browser_.places = usual_places();
    browser_.recent = recent_;
    browser_.folder = !recent_.empty() ? recent_.front() : environment("HOME");
    std::error_code failed;
    if (!fs::is_directory(browser_.folder, failed)) browser_.folder = "/";
    browser_.only_recordings = request_->kind == FileRequest::Kind::OpenRecordings;
    browser_.typed = request_->suggested;
    browser_.wants_focus = true;
}

const FileRequest* FileDialog::own_request() const {
    return request_ && !desktop_ ? &*request_ : nullptr;
}

void FileDialog::list_folder() {
    if (browser_.folder == browser_.listed_folder && browser_.only_recordings == browser_.listed_only_recordings)
        return;
    std::error_code failed;
    const fs::path folder = fs::weakly_canonical(browser_.folder, failed);
    if (!failed && !folder.empty()) browser_.folder = folder.string();
    browser_.entries = entries_of(browser_.folder, browser_.only_recordings, browser_.problem);
    browser_.chosen.clear();
    browser_.last_chosen.clear();
    browser_.listed_folder = browser_.folder;
    browser_.listed_only_recordings = browser_.only_recordings;
}

bool FileDialog::goes_on(const std::string& path) {
    std::error_code failed;
    const bool is_folder = fs::is_directory(path, failed);
    if (request_->kind == FileRequest::Kind::ChooseFolder ? is_folder : fs::is_regular_file(path, failed)) return false;
    if (is_folder) {
        browser_.folder = path;
        browser_.typed = request_->suggested;
        return true;
    }
    if (request_->kind == FileRequest::Kind::Save && fs::is_directory(fs::path(path).parent_path(), failed))
        return false;
    browser_.problem = fmt::format(fmt::runtime(_("{} is not there.")), path);
    return true;
}

bool FileDialog::answer(const std::vector<std::string>& paths) {
    if (!request_) return true;
    if (!desktop_ && paths.size() == 1 && goes_on(paths.front())) return false;
    const FileRequest request = std::move(*request_);
    request_.reset();
    desktop_.reset();
    if (paths.empty()) return true;
    remember_folder(paths.front());
    chosen_ = request.if_chosen(paths);
    return true;
}

std::optional<Action> FileDialog::take() {
    if (desktop_ && desktop_->is_done()) answer(desktop_->take().value_or(std::vector<std::string>{}));
    return std::exchange(chosen_, std::nullopt);
}

void FileDialog::remember_folder(const std::string& chosen) {
    std::error_code failed;
    const fs::path path(chosen);
    const std::string folder = fs::is_directory(path, failed) ? path.string() : path.parent_path().string();
    std::erase(recent_, folder);
    recent_.insert(recent_.begin(), folder);
    if (recent_.size() > kRecentFolders) recent_.resize(kRecentFolders);
}

}  // namespace app
