// terugblik import MEDIA...: adds a conversation. Everything is looked at first; then all of it is added, or nothing.
#include "library/import.h"

#include "app/commands/find.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/whole_file.h"
#include "library/conversation_edits.h"
#include "media/recording.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

struct Arguments {
    std::vector<std::string> media, transcripts;
    std::string title, trainee, date, kind = "practice", language, change_goal, professional;
};

constexpr std::size_t kLongestChat = 4'000;     // characters; the file stays where it is
constexpr std::size_t kLargestChat = 16 << 20;  // bytes

struct Prepared {
    library::Conversation conversation;
    std::vector<talk::Turn> turns;
    Json skipped = Json::array();
    std::vector<std::string> remarks;
};

// Such a name can be neither shown nor kept.
void refuse_unreadable_name(const std::string& path) {
    if (!base::is_valid_utf8(path))
        throw base::Error(fmt::format(fmt::runtime(_("{}: this name, or that of a folder in it, holds letters that "
                                                     "cannot be read (it is not UTF-8). Rename it and try again.")),
                                      base::to_valid_utf8(path)));
}

void say_left_out(Prepared& prepared, const std::string& path) {
    prepared.remarks.push_back(fmt::format(fmt::runtime(_("{}: this file was left out.")), base::to_valid_utf8(path)));
}

// A folder is a conversation as Zoom leaves it; files together are one conversation, the first of them plays.
library::Found find_files(const std::vector<std::string>& media, Prepared& prepared) {
    for (const std::string& path : media) {
        refuse_unreadable_name(path);
        if (!fs::exists(path)) throw base::Error(fmt::format(fmt::runtime(_("{}: there is no such file.")), path));
    }
    const bool has_folder =
        std::any_of(media.begin(), media.end(), [](const auto& path) { return fs::is_directory(path); });
    if (has_folder && media.size() > 1)
        throw UsageError(_("Import a folder by itself: what it holds becomes one conversation."));
    const library::FoundFiles found = library::look_for_recordings({media.front()});
    if (has_folder && found.conversations.size() != 1)
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: this folder holds {} conversations. Import the recordings one by one.")),
                        media.front(), found.conversations.size()));
    if (has_folder) {
        for (const std::string& path : found.ignored) say_left_out(prepared, path);
        return found.conversations.front();
    }
    library::Found files;
    if (!found.conversations.empty()) files = found.conversations.front();
    files.recordings = media;  // named one by one, so nothing else is taken along
    files.person_audio.clear();
    files.transcripts.clear();
    return files;
}

library::Recording look_at(const std::string& path, const char* role) {
    refuse_unreadable_name(fs::canonical(path).string());
    const media::RecordingInfo info = media::probe(path);
    library::Recording recording;
    recording.id = base::make_id();
    recording.path = fs::canonical(path).string();
    recording.size = static_cast<std::int64_t>(fs::file_size(path));
    recording.fingerprint = base::fast_fingerprint(path);
    recording.duration = info.duration;
    recording.role = role;
    return recording;
}

// Who is not named as the professional is the client; without a name nobody has a role.
void give_roles(Prepared& prepared, const std::string& professional) {
    const std::vector<std::string> names = talk::speakers(prepared.turns);
    if (professional.empty()) {
        if (!names.empty())
            prepared.remarks.push_back(fmt::format(
                fmt::runtime(_("Who is the professional is not known, so there is no talk time. Name one with "
                               "--professional; speakers: {}")),
                fmt::join(names, ", ")));
        return;
    }
    if (std::find(names.begin(), names.end(), professional) == names.end())
        throw base::Error(fmt::format(fmt::runtime(_("--professional {}: nobody in the transcript has that name. "
                                                     "Speakers: {}")),
                                      professional,
                                      names.empty() ? _("none") : fmt::format("{}", fmt::join(names, ", "))));
    for (talk::Turn& turn : prepared.turns)
        if (!turn.speaker.empty())
            turn.role = turn.speaker == professional ? talk::Role::Professional : talk::Role::Client;
}

// Those that are named all count; of those that were found, one: the others say the same again.
std::vector<std::string> transcripts_to_read(const Arguments& arguments, const library::Found& found,
                                             Prepared& prepared) {
    if (!arguments.transcripts.empty()) return arguments.transcripts;
    std::vector<std::string> paths = found.transcripts;
    for (std::size_t i = 1; i < paths.size(); ++i) say_left_out(prepared, paths[i]);
    if (paths.size() > 1) paths.resize(1);
    return paths;
}

void refuse_double(const std::vector<library::Recording>& earlier, const library::Recording& recording) {
    for (const library::Recording& other : earlier)
        if (other.fingerprint == recording.fingerprint)
            throw base::Error(fmt::format(fmt::runtime(_("{}: this is the same recording as {}. Name it once.")),
                                          recording.path, other.path));
}

void refuse_known(library::Library& library, const library::Conversation& added) {
    for (const library::Conversation& conversation : library.conversations())
        for (const library::Recording& known : conversation.recordings)
            for (const library::Recording& recording : added.recordings)
                if (recording.role != "audio" && recording.fingerprint == known.fingerprint)
                    throw base::Error(
                        fmt::format(fmt::runtime(_("{}: this recording is already in the library, as “{}”.")),
                                    recording.path, conversation.title));
}

void read_transcripts(Prepared& prepared, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        talk::Transcript transcript = talk::read_transcript(path);
        prepared.turns.insert(prepared.turns.end(), transcript.turns.begin(), transcript.turns.end());
        for (const talk::Skipped& skipped : transcript.skipped)
            prepared.skipped.push_back({{"file", path}, {"line", skipped.line}, {"reason", skipped.reason}});
    }
    std::stable_sort(prepared.turns.begin(), prepared.turns.end(),
                     [](const talk::Turn& a, const talk::Turn& b) { return a.span.from < b.span.from; });
}

Prepared prepare(const Arguments& arguments) {
    Prepared prepared;
    const library::Found found = find_files(arguments.media, prepared);
    library::Conversation& conversation = prepared.conversation;
    conversation.id = base::make_id();
    conversation.created = base::now();
    conversation.title = arguments.title.empty() ? found.title : arguments.title;
    if (conversation.title.empty()) conversation.title = fs::path(arguments.media.front()).stem().string();
    conversation.date = arguments.date.empty() ? found.date : arguments.date;
    conversation.trainee = arguments.trainee;
    conversation.kind = library::kind_named(arguments.kind);
    conversation.language = arguments.language.empty() ? base::code(base::language()) : arguments.language;
    conversation.change_goal = arguments.change_goal;
    if (!found.chat.empty())
        conversation.remarks = base::shortened(
            base::trimmed(base::to_valid_utf8(base::read_whole_file(found.chat, kLargestChat))), kLongestChat);
    for (const std::string& path : found.recordings) {
        const library::Recording recording = look_at(path, conversation.recordings.empty() ? "main" : "extra");
        refuse_double(conversation.recordings, recording);
        conversation.recordings.push_back(recording);
    }
    for (const std::string& path : found.person_audio) {
        conversation.recordings.push_back(look_at(path, "audio"));
        conversation.recordings.back().label = library::person_in(path);
    }
    read_transcripts(prepared, transcripts_to_read(arguments, found, prepared));
    give_roles(prepared, arguments.professional);
    return prepared;
}

Json recordings_json(const library::Conversation& conversation) {
    Json list = Json::array();
    for (const library::Recording& recording : conversation.recordings)
        list.push_back({{"recording", recording.id.text},
                        {"path", recording.path},
                        {"duration_us", recording.duration.microseconds},
                        {"role", recording.role},
                        {"label", recording.label},
                        {"fingerprint", recording.fingerprint}});
    return list;
}

std::string text_of(const Prepared& prepared) {
    std::string text = fmt::format("{}  {}\n", prepared.conversation.id.text, prepared.conversation.title);
    for (const library::Recording& recording : prepared.conversation.recordings)
        text += fmt::format("  {}  {}\n", base::to_text(recording.duration), recording.path);
    if (!prepared.turns.empty())
        text += "  " + fmt::format(fmt::runtime(_("transcript: {} turns")), prepared.turns.size()) + "\n";
    if (!prepared.skipped.empty())
        text += "  " +
                fmt::format(fmt::runtime(_("transcript: {} places could not be read")), prepared.skipped.size()) + "\n";
    for (const std::string& remark : prepared.remarks) text += "  " + remark + "\n";
    return text;
}

Answer import(const Common& common, const Arguments& arguments) {
    if (!arguments.date.empty() && !base::parse_iso8601(arguments.date))
        throw UsageError(fmt::format(fmt::runtime(_("--date: “{}” is not a date like 2026-11-12")), arguments.date));
    Prepared prepared = prepare(arguments);
    library::SqliteLibrary library(library_path(common));
    for (const std::string& warning : library.warnings()) prepared.remarks.push_back(warning);
    refuse_known(library, prepared.conversation);
    library.add(prepared.conversation);
    if (!prepared.turns.empty()) library.set_turns(prepared.conversation.id, prepared.turns);
    return {.json = {{"conversation", prepared.conversation.id.text},
                     {"title", prepared.conversation.title},
                     {"recordings", recordings_json(prepared.conversation)},
                     {"turns", prepared.turns.size()},
                     {"speakers", talk::speakers(prepared.turns)},
                     {"skipped", prepared.skipped},
                     {"remarks", prepared.remarks}},
            .text = text_of(prepared),
            .failure = {}};
}

}  // namespace

void add_import(Menu& menu) {
    const auto arguments = std::make_shared<Arguments>();
    menu.add("import", _("Adds a conversation; its recordings stay where they are"),
             [arguments](const Common& common) { return import(common, *arguments); })
        .arguments("MEDIA", arguments->media,
                   _("its recordings, the one to play first; or one folder as Zoom makes it"))
        .option("--title", arguments->title, _("its title; otherwise the file's name"))
        .option("--trainee", arguments->trainee, _("whose conversation it is"))
        .option("--date", arguments->date, _("when it was held, like 2026-11-12"))
        .choice("--kind", arguments->kind, {"practice", "role_play", "real"}, _("what kind of conversation"))
        .choice("--language", arguments->language, {"nl", "en"}, _("the language that is spoken"))
        .option("--change-goal", arguments->change_goal, _("the change that the conversation is about"))
        .option("--transcript", arguments->transcripts, _("a transcript in WebVTT; may be given more than once"))
        .option("--professional", arguments->professional,
                _("the name of the professional in the transcript; everyone else is the client"));
}

}  // namespace commands
