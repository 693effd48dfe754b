#include "app/background.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "media/recording.h"

#include <filesystem>
#include <fmt/format.h>

namespace app {

namespace {

namespace fs = std::filesystem;

std::string name_of(const std::string& path) {
    return fs::path(path).filename().string();
}

library::Recording look_at(const std::string& path, const std::string& role) {
    library::Recording recording;
    recording.id = base::make_id();
    std::error_code failed;
    recording.path = fs::absolute(path, failed).lexically_normal().string();
    recording.role = role;
    recording.fingerprint = base::fast_fingerprint(path);
    recording.size = static_cast<std::int64_t>(fs::file_size(path));
    recording.duration = media::probe(path).duration;
    return recording;
}

class Preparing {
public:
    Preparing(std::map<std::string, std::string> known, Prepared& prepared)
        : known_(std::move(known)), prepared_(prepared) {}

    void add(const library::Found& found) {
        Prepared::Ready ready;
        library::Conversation& conversation = ready.conversation;
        conversation.id = base::make_id();
        conversation.title = found.title;
        conversation.date = found.date;
        conversation.created = base::now();
        conversation.language = base::code(base::language());
        for (const std::string& path : found.recordings) {
            if (!add_recording(conversation, path, conversation.recordings.empty() ? "main" : "extra")) return;
        }
        if (conversation.recordings.empty()) return;
        for (const std::string& path : found.person_audio) add_person(conversation, path);
        for (const std::string& path : found.transcripts) add_transcript(ready, path);
        known_[conversation.recordings.front().fingerprint] = conversation.title;
        prepared_.ready.push_back(std::move(ready));
    }

private:
    // False when the conversation as a whole is not to be added.
    bool add_recording(library::Conversation& conversation, const std::string& path, const std::string& role) {
        const bool is_first = conversation.recordings.empty();
        try {
            library::Recording recording = look_at(path, role);
            const auto same = known_.find(recording.fingerprint);
            if (is_first && same != known_.end()) {
                prepared_.refused.push_back(
                    fmt::format(fmt::runtime(_("{}: this recording is already in the library, as “{}”.")),
                                name_of(path), same->second));
                return false;
            }
            conversation.recordings.push_back(std::move(recording));
        } catch (const std::exception& error) {
            prepared_.refused.emplace_back(error.what());
            return !is_first;
        }
        return true;
    }

    void add_person(library::Conversation& conversation, const std::string& path) {
        const std::size_t before = conversation.recordings.size();
        add_recording(conversation, path, "audio");
        if (conversation.recordings.size() > before) conversation.recordings.back().label = library::person_in(path);
    }

    void add_transcript(Prepared::Ready& ready, const std::string& path) {
        if (!ready.turns.empty()) return;  // one transcript per conversation; the first is the fullest
        try {
            talk::Transcript transcript = talk::read_transcript(path);
            ready.turns = std::move(transcript.turns);
            if (!transcript.skipped.empty())
                prepared_.remarks.push_back(fmt::format(
                    fmt::runtime(base::translate(base::language(), "{}: {} line of the transcript could not be read.",
                                                 "{}: {} lines of the transcript could not be read.",
                                                 transcript.skipped.size())),
                    name_of(path), transcript.skipped.size()));
        } catch (const std::exception& error) {
            prepared_.refused.emplace_back(error.what());
        }
    }

    std::map<std::string, std::string> known_;
    Prepared& prepared_;
};

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

Prepared prepare_import(const std::vector<std::string>& paths, std::map<std::string, std::string> known,
                        ImportProgress& shown, const base::Progress& progress) {
    Prepared prepared;
    const library::FoundFiles found = library::look_for_recordings(paths);
    for (const std::string& path : found.ignored)
        prepared.refused.push_back(fmt::format(fmt::runtime(_("{}: this is not a recording.")), name_of(path)));
    Preparing preparing(std::move(known), prepared);
    const int total = static_cast<int>(found.conversations.size());
    for (int done = 0; done < total && !progress.is_cancelled(); ++done) {
        const library::Found& each = found.conversations[static_cast<std::size_t>(done)];
        shown.set(each.recordings.empty() ? each.title : name_of(each.recordings.front()), done, total);
        progress.report(static_cast<float>(done) / static_cast<float>(total));
        preparing.add(each);
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
