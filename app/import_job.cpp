#include "app/background.h"
#include "base/i18n.h"

#include <filesystem>
#include <fmt/format.h>

namespace app {

namespace {

namespace fs = std::filesystem;

std::string name_of(const std::string& path) {
    return fs::path(path).filename().string();
}

}  // namespace

void ImportProgress::set(const std::string& doing, int done, int total) {
    const std::lock_guard lock(mutex_);
    doing_ = doing;
    done_ = done;
    total_ = total;
}

void ImportProgress::get(std::string& doing, int& done, int& total) const {
    const std::lock_guard lock(mutex_);
    doing = doing_;
    done = done_;
    total = total_;
}

Prepared prepare_import(const std::vector<std::string>& paths, ConversationFiles::Known known, ImportProgress& shown,
                        const base::Progress& progress) {
    Prepared prepared;
    const library::FoundFiles found = library::look_for_recordings(paths);
    for (const std::string& path : found.ignored)
        prepared.refused.push_back(fmt::format(fmt::runtime(_("{}: this is not a recording.")), name_of(path)));
    ConversationFiles files(std::move(known),
                            [&](const std::exception& error) { prepared.refused.emplace_back(error.what()); });
    const int total = static_cast<int>(found.conversations.size());
    for (int done = 0; done < total && !progress.is_cancelled(); ++done) {
        const library::Found& each = found.conversations[static_cast<std::size_t>(done)];
        shown.set(each.recordings.empty() ? each.title : name_of(each.recordings.front()), done, total);
        progress.report(static_cast<float>(done) / static_cast<float>(total));
        std::optional<ReadyConversation> ready = files.make(each);
        if (!ready) continue;
        prepared.unread.insert(prepared.unread.end(), ready->skipped.begin(), ready->skipped.end());
        prepared.remarks.insert(prepared.remarks.end(), ready->notes.begin(), ready->notes.end());
        prepared.ready.push_back(std::move(*ready));
    }
    if (progress.is_cancelled()) return {};
    shown.set("", total, total);
    return prepared;
}

FoundRecordings search_recordings(const library::Conversation& conversation, const std::string& folder_or_file) {
    FoundRecordings result;
    result.conversation = conversation.id;
    result.where = folder_or_file;
    std::error_code failed;
    const bool is_folder = fs::is_directory(folder_or_file, failed);
    const std::string folder = is_folder ? folder_or_file : fs::path(folder_or_file).parent_path().string();
    for (const library::Recording& recording : conversation.recordings) {
        const std::string path = library::find_again(recording, {folder});
        if (path.empty())
            ++result.missing;
        else if (path != recording.path)
            result.found.emplace_back(recording.id, path);
    }
    return result;
}

}  // namespace app
