// The controller's work in the background: importing, searching for moved recordings, and whole-file fingerprints. Each
// job has its own copy of what it needs and hands over a finished value.
#pragma once

#include "app/conversation_files.h"
#include "base/job.h"
#include "library/library.h"
#include "media/audio_sink.h"

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace app {

// How far an import is; written by its thread, read by the window.
class ImportProgress {
public:
    void set(const std::string& doing, int done, int total);
    void get(std::string& doing, int& done, int& total) const;

private:
    mutable std::mutex mutex_;
    std::string doing_;
    int done_ = 0;
    int total_ = 0;
};

// Conversations ready to be added, and a sentence for each file that is not.
struct Prepared {
    std::vector<ReadyConversation> ready;
    std::vector<std::string> refused;
    std::vector<UnreadPlace> unread;
    std::vector<std::string> remarks;  // what was taken for granted about a transcript
};

Prepared prepare_import(const std::vector<std::string>& paths, ConversationFiles::Known known, ImportProgress& shown,
                        const base::Progress& progress);

struct FoundRecordings {
    base::Id conversation;
    std::vector<std::pair<base::Id, std::string>> found;  // recording, path
    int missing = 0;                                      // still
    std::string where;
};
FoundRecordings search_recordings(const library::Conversation& conversation, const std::string& folder_or_file);

struct Background {
    std::shared_ptr<ImportProgress> import_progress;
    std::unique_ptr<base::Job<Prepared>> import;
    std::unique_ptr<base::Job<FoundRecordings>> search;
    std::set<base::Id> fingerprinted;  // recordings whose SHA-256 was begun since the start
    std::unique_ptr<base::Job<std::pair<base::Id, std::string>>> sha256;
    media::Clock::time_point position_kept_at{};
    bool told_of_sandbox = false;
};

}  // namespace app
