#include "library/import.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "library/file_names.h"
#include "talk/turn.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace library {

namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 4;  // folders inside a dropped folder
constexpr std::size_t kMostFiles = 20'000;
constexpr std::ptrdiff_t kMostLookedInto = 100;

// What was dropped, file by file. A folder is walked through; what it links to elsewhere is not.
class Dropped {
public:
    explicit Dropped(const std::vector<std::string>& paths) {
        for (const std::string& path : paths) add(fs::absolute(path).lexically_normal());
    }

    // The folder of a conversation, and which cloud recording in it: one download folder may hold many.
    using Group = std::pair<fs::path, std::string>;
    std::map<Group, std::vector<fs::path>> groups;

    // Beside one cloud recording, a transcript or chat under a name of one's own belongs to it; and the other way
    // round. Between two recordings nothing is guessed.
    void give_leftovers() {
        std::map<fs::path, std::vector<Group>> with_recordings;
        for (const auto& [group, files] : groups)
            if (holds_recording(files)) with_recordings[group.first].push_back(group);
        for (const auto& [folder, found] : with_recordings) {
            if (found.size() != 1) continue;
            std::vector<fs::path>& together = groups[found.front()];
            for (auto other = groups.begin(); other != groups.end();) {
                const bool is_leftover = other->first.first == folder && other->first != found.front() &&
                                         (other->first.second.empty() || found.front().second.empty());
                if (is_leftover) together.insert(together.end(), other->second.begin(), other->second.end());
                other = is_leftover ? groups.erase(other) : std::next(other);
            }
        }
    }

private:
    static bool holds_recording(const std::vector<fs::path>& files) {
        return std::any_of(files.begin(), files.end(),
                           [](const fs::path& file) { return is_recording_name(file.filename().string()); });
    }

    void add(const fs::path& path) {
        std::error_code failed;
        if (fs::is_directory(path, failed)) {
            walk(path.has_filename() ? path : path.parent_path());
        } else {
            take(path);
        }
    }

    void walk(const fs::path& folder) {
        std::error_code failed;
        fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed);
        for (const fs::recursive_directory_iterator end; !failed && entry != end; entry.increment(failed)) {
            const fs::path& path = entry->path();
            if (entry.depth() >= kDeepest) entry.disable_recursion_pending();
            if (path.filename().string().front() == '.' || !entry->is_regular_file(failed)) continue;
            if (seen_.size() < kMostFiles) take(path);
        }
    }

    void take(const fs::path& file) {
        if (!seen_.insert(file).second) return;
        std::vector<fs::path>& files =
            groups[{conversation_folder(file), cloud_recording_of(file.filename().string())}];
        files.insert(std::upper_bound(files.begin(), files.end(), file), file);
    }

    // "Audio Record" belongs to the folder it lies in.
    static fs::path conversation_folder(const fs::path& file) {
        const fs::path folder = file.parent_path();
        return is_person_audio_folder(folder.filename().string()) ? folder.parent_path() : folder;
    }

    std::set<fs::path> seen_;
};

std::string moment_of(const fs::path& path) {
    for (const fs::path& part : {path, path.parent_path()}) {
        if (std::string moment = moment_in_name(part.filename().string()); !moment.empty()) return moment;
    }
    std::error_code failed;
    const fs::file_time_type changed = fs::last_write_time(path, failed);
    if (failed) return {};
    const auto since_1970 = fs::file_time_type::clock::to_sys(changed).time_since_epoch();
    return base::to_iso8601({std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count()});
}

bool is_beside_recording(const fs::path& transcript, const fs::path& recording) {
    const std::string stem = base::folded(recording.stem().string());
    // "x.vtt", "x.nl.vtt" and "x.transcript.vtt" all belong to "x.mp4".
    const std::string other = base::folded(transcript.stem().string());
    return other == stem || other.rfind(stem + ".", 0) == 0;
}

bool is_transcript(const fs::path& file) {
    const std::string name = file.filename().string();
    std::error_code failed;
    return is_transcript_name(name) ||
           (may_be_transcript_name(name) && fs::is_regular_file(file, failed) && talk::is_transcript(file.string()));
}

// Whisper writes the same words in five files; those that can say who speaks come first.
int fullness(const std::string& path) {
    const std::string extension = base::folded(fs::path(path).extension().string());
    return extension == ".vtt" ? 0 : extension == ".json" ? 1 : extension == ".srt" ? 2 : 3;
}

// One conversation out of the files of a Zoom folder.
Found zoom_conversation(const fs::path& folder, const std::vector<fs::path>& files, std::vector<std::string>& ignored) {
    Found found;
    std::vector<fs::path> recordings;
    for (const fs::path& file : files) {
        const std::string name = file.filename().string();
        if (is_person_audio_folder(file.parent_path().filename().string()) && is_recording_name(name)) {
            found.person_audio.push_back(file.string());
        } else if (is_recording_name(name)) {
            recordings.push_back(file);
        } else if (is_transcript_name(name)) {
            found.transcripts.push_back(file.string());
        } else if (is_chat_name(name) && found.chat.empty()) {
            found.chat = file.string();
        } else {
            ignored.push_back(file.string());
        }
    }
    std::stable_partition(found.transcripts.begin(), found.transcripts.end(), [](const std::string& path) {
        return !is_captions_name(fs::path(path).filename().string());
    });
    // Video before sound only; gallery and speaker views and numbered parts in the order of their names.
    std::stable_sort(recordings.begin(), recordings.end(), [](const fs::path& a, const fs::path& b) {
        return zoom_rank(a.filename().string()) < zoom_rank(b.filename().string());
    });
    for (const fs::path& recording : recordings) found.recordings.push_back(recording.string());
    std::erase_if(ignored, [&](const std::string& path) {
        const bool is_beside = std::any_of(recordings.begin(), recordings.end(), [&](const fs::path& recording) {
            return is_beside_recording(path, recording);
        });
        if (!is_beside || !is_transcript(path)) return false;
        found.transcripts.push_back(path);
        return true;
    });
    if (found.recordings.empty()) std::swap(found.recordings, found.person_audio);
    if (found.recordings.empty()) return found;
    const fs::path first = found.recordings.front();
    const std::string folder_name = folder.filename().string();
    const bool folder_is_meeting = is_zoom_folder(folder_name, {});
    found.title = title_in_name(folder_is_meeting ? folder_name : first.stem().string());
    if (found.title.empty()) found.title = folder_is_meeting ? folder_name : first.stem().string();
    found.date = folder_is_meeting ? moment_in_name(folder_name) : moment_of(first);
    return found;
}

Found single_conversation(const fs::path& recording) {
    Found found;
    found.title = title_in_name(recording.stem().string());
    if (found.title.empty()) found.title = recording.stem().string();
    found.date = moment_of(recording);
    found.recordings.push_back(recording.string());
    return found;
}

// Transcripts dropped with the recordings, and those that lie beside one and have its name.
void add_transcripts(Found& found, std::vector<fs::path>& dropped) {
    const fs::path recording = found.recordings.front();
    std::set<std::string> beside;
    std::erase_if(dropped, [&](const fs::path& path) {
        return is_beside_recording(path, recording) && beside.insert(path.string()).second;
    });
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::directory_iterator(recording.parent_path(), failed)) {
        const fs::path& path = entry.path();
        if (is_beside_recording(path, recording) && is_transcript(path)) beside.insert(path.string());
    }
    std::vector<std::string> by_fullness(beside.begin(), beside.end());
    std::stable_sort(by_fullness.begin(), by_fullness.end(),
                     [](const std::string& a, const std::string& b) { return fullness(a) < fullness(b); });
    found.transcripts.insert(found.transcripts.end(), by_fullness.begin(), by_fullness.end());
}

void add_single_files(const std::vector<fs::path>& files, FoundFiles& result) {
    std::vector<fs::path> transcripts;
    std::vector<Found> conversations;
    // A folder with thousands of texts in it is somebody's documents.
    const bool look_inside = std::count_if(files.begin(), files.end(), [](const fs::path& file) {
                                 return may_be_transcript_name(file.filename().string());
                             }) <= kMostLookedInto;
    for (const fs::path& file : files) {
        const std::string name = file.filename().string();
        if (is_recording_name(name)) {
            conversations.push_back(single_conversation(file));
        } else if (is_transcript_name(name) || (look_inside && is_transcript(file))) {
            transcripts.push_back(file);
        } else {
            result.ignored.push_back(file.string());
        }
    }
    for (Found& found : conversations) add_transcripts(found, transcripts);
    // One recording and one transcript dropped together belong together, whatever they are called.
    if (conversations.size() == 1) {
        for (const fs::path& path : transcripts) conversations.front().transcripts.push_back(path.string());
        transcripts.clear();
    }
    for (const fs::path& path : transcripts) result.ignored.push_back(path.string());
    std::move(conversations.begin(), conversations.end(), std::back_inserter(result.conversations));
}

bool is_that_file(const Recording& recording, const fs::path& path) {
    std::error_code failed;
    if (!fs::is_regular_file(path, failed) ||
        fs::file_size(path, failed) != static_cast<std::uintmax_t>(recording.size)) {
        return false;
    }
    try {
        return base::fast_fingerprint(path.string()) == recording.fingerprint;
    } catch (const base::Error&) {
        return false;  // it cannot be read, so it cannot be played either
    }
}

std::string find_in(const Recording& recording, const fs::path& folder) {
    std::error_code failed;
    // Most often only the folder has changed, so the old name goes first.
    const fs::path same_name = folder / fs::path(recording.path).filename();
    if (is_that_file(recording, same_name)) return same_name.string();
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed);
    std::size_t seen = 0;
    for (const fs::recursive_directory_iterator end; !failed && entry != end && seen < kMostFiles; ++seen) {
        if (entry.depth() >= kDeepest) entry.disable_recursion_pending();
        if (is_that_file(recording, entry->path())) return entry->path().string();
        entry.increment(failed);
    }
    return {};
}

}  // namespace

FoundFiles look_for_recordings(const std::vector<std::string>& paths) {
    Dropped dropped(paths);
    dropped.give_leftovers();
    FoundFiles result;
    std::vector<fs::path> single;
    for (const auto& [group, files] : dropped.groups) {
        const fs::path& folder = group.first;
        if (!is_zoom_folder(folder.filename().string(), files)) {
            single.insert(single.end(), files.begin(), files.end());
            continue;
        }
        Found found = zoom_conversation(folder, files, result.ignored);
        if (!found.recordings.empty()) {
            result.conversations.push_back(std::move(found));
        } else {
            for (const std::string& transcript : found.transcripts) result.ignored.push_back(transcript);
            if (!found.chat.empty()) result.ignored.push_back(found.chat);
        }
    }
    add_single_files(single, result);
    return result;
}

std::string person_in(const std::string& path) {
    std::string name = fs::path(path).stem().string();
    if (name.starts_with("audio")) name.erase(0, 5);
    while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.pop_back();
    return name;
}

std::string find_again(const Recording& recording, const std::vector<std::string>& folders) {
    if (is_that_file(recording, recording.path)) return recording.path;
    const std::string beside = fs::path(recording.path).parent_path().string();
    if (!beside.empty()) {
        if (std::string found = find_in(recording, beside); !found.empty()) return found;
    }
    for (const std::string& folder : folders) {
        if (std::string found = find_in(recording, folder); !found.empty()) return found;
    }
    return {};
}

}  // namespace library
