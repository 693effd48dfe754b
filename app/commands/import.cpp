// terugblik import MEDIA...: adds a conversation. Everything is looked at first; then all of it is added, or nothing.
#include "library/import.h"

#include "app/commands/find.h"
#include "base/hash.h"
#include "base/i18n.h"
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

struct Prepared {
    library::Conversation conversation;
    std::vector<talk::Turn> turns;
    Json skipped = Json::array();
    std::vector<std::string> remarks;
};

// A folder is a conversation as Zoom leaves it; files together are one conversation, the first of them plays.
library::Found find_files(const std::vector<std::string>& media) {
    for (const std::string& path : media)
        if (!fs::exists(path)) throw base::Error(fmt::format(fmt::runtime(_("{}: there is no such file.")), path));
    const bool has_folder =
        std::any_of(media.begin(), media.end(), [](const auto& path) { return fs::is_directory(path); });
    if (has_folder && media.size() > 1)
        throw UsageError(_("Import a folder by itself: what it holds becomes one conversation."));
    const library::FoundFiles found = library::look_for_recordings({media.front()});
    if (has_folder && found.conversations.size() != 1)
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: this folder holds {} conversations. Import the recordings one by one.")),
                        media.front(), found.conversations.size()));
    if (has_folder) return found.conversations.front();
    library::Found files;
    if (!found.conversations.empty()) files = found.conversations.front();
    files.recordings = media;  // named one by one, so nothing else is taken along
    files.person_audio.clear();
    files.transcripts.clear();
    return files;
}

library::Recording look_at(const std::string& path, const char* role) {
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
    const library::Found found = find_files(arguments.media);
    Prepared prepared;
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
    for (const std::string& path : found.recordings)
        conversation.recordings.push_back(look_at(path, conversation.recordings.empty() ? "main" : "extra"));
    for (const std::string& path : found.person_audio) {
        conversation.recordings.push_back(look_at(path, "audio"));
        conversation.recordings.back().label = fs::path(path).stem().string();
    }
    read_transcripts(prepared, arguments.transcripts.empty() ? found.transcripts : arguments.transcripts);
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
