#include "app/conversation_files.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/whole_file.h"
#include "media/recording.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestChat = 4'000;     // characters; the file stays where it is
constexpr std::size_t kLargestChat = 16 << 20;  // bytes
constexpr const char* kPersonAudio = "audio";

template <class... Values>
[[noreturn]] void refuse(const char* text, const Values&... values) {
    throw base::Error(fmt::format(fmt::runtime(text), values...));
}

std::string called(const library::Conversation& conversation) {
    return conversation.title.empty() ? conversation.trainee : conversation.title;
}

}  // namespace

void refuse_unreadable_name(const std::string& path) {
    if (!base::is_valid_utf8(path))
        refuse(
            _("{}: this name, or that of a folder in it, holds letters that cannot be read (it is not UTF-8). Rename "
              "it and try again."),
            base::to_valid_utf8(path));
}

library::Recording look_at(const std::string& path, const std::string& role) {
    std::error_code failed;
    const std::string real = fs::canonical(path, failed).string();
    refuse_unreadable_name(failed ? path : real);
    const media::RecordingInfo info = media::probe(path);  // says best what is wrong with a file
    library::Recording recording;
    recording.id = base::make_id();
    recording.path = fs::canonical(path).string();
    recording.size = static_cast<std::int64_t>(fs::file_size(path));
    recording.fingerprint = base::fast_fingerprint(path);
    recording.duration = info.duration;
    recording.role = role;
    return recording;
}

ConversationFiles::Known known_recordings(const std::vector<library::Conversation>& conversations) {
    ConversationFiles::Known known;
    for (const library::Conversation& conversation : conversations)
        for (const library::Recording& recording : conversation.recordings)
            known[recording.fingerprint] = called(conversation);
    return known;
}

std::optional<ReadyConversation> ConversationFiles::make(const library::Found& found, Transcripts which) {
    ReadyConversation ready;
    library::Conversation& conversation = ready.conversation;
    conversation.id = base::make_id();
    conversation.title = found.title;
    conversation.date = found.date;
    conversation.created = base::now();
    conversation.language = base::code(base::language());
    for (const std::string& path : found.recordings) {
        const bool is_first = conversation.recordings.empty();
        if (!add_recording(conversation, path, is_first ? "main" : "extra") && is_first) return {};
    }
    if (conversation.recordings.empty()) return {};
    for (const std::string& path : found.person_audio)
        if (add_recording(conversation, path, kPersonAudio))
            conversation.recordings.back().label = library::person_in(path);
    read_transcripts(ready, found.transcripts, which);
    if (!found.chat.empty()) read_chat(conversation, found.chat);
    for (const library::Recording& recording : conversation.recordings)
        known_[recording.fingerprint] = called(conversation);
    return ready;
}

bool ConversationFiles::add_recording(library::Conversation& conversation, const std::string& path,
                                      const std::string& role) {
    try {
        library::Recording recording = look_at(path, role);
        // The sound of one person may well be the whole sound again.
        if (role != kPersonAudio) refuse_known(conversation, recording);
        conversation.recordings.push_back(std::move(recording));
        return true;
    } catch (const std::exception& error) {
        refused_(error);
        return false;
    }
}

void ConversationFiles::refuse_known(const library::Conversation& conversation,
                                     const library::Recording& recording) const {
    for (const library::Recording& other : conversation.recordings)
        if (other.fingerprint == recording.fingerprint)
            refuse(_("{}: this is the same recording as {}. Name it once."), recording.path, other.path);
    const auto same = known_.find(recording.fingerprint);
    if (same != known_.end())
        refuse(_("{}: this recording is already in the library, as “{}”."), recording.path, same->second);
}

// Those that are named all count; of those that were found, one: the others say the same again.
void ConversationFiles::read_transcripts(ReadyConversation& ready, const std::vector<std::string>& paths,
                                         Transcripts which) {
    for (const std::string& path : paths) {
        if (which == Transcripts::First && !ready.turns.empty()) {
            ready.left_out.push_back(path);
            continue;
        }
        try {
            talk::Transcript transcript = talk::read_transcript(path);
            ready.turns.insert(ready.turns.end(), transcript.turns.begin(), transcript.turns.end());
            for (const talk::Skipped& skipped : transcript.skipped)
                ready.skipped.push_back({path, skipped.line, skipped.reason});
            for (const std::string& note : transcript.notes)
                ready.notes.push_back(std::filesystem::path(path).filename().string() + ": " + note);
        } catch (const std::exception& error) {
            refused_(error);
        }
    }
    std::stable_sort(ready.turns.begin(), ready.turns.end(),
                     [](const talk::Turn& a, const talk::Turn& b) { return a.span.from < b.span.from; });
}

void ConversationFiles::read_chat(library::Conversation& conversation, const std::string& path) {
    try {
        conversation.remarks = base::shortened(
            base::trimmed(base::to_valid_utf8(base::read_whole_file(path, kLargestChat))), kLongestChat);
    } catch (const std::exception& error) {
        refused_(error);
    }
}

}  // namespace app
