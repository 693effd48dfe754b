// terugblik import MEDIA...: adds a conversation. Everything is looked at first; then all of it is added, or nothing.
#include "app/commands/find.h"
#include "app/commands/no_progress.h"
#include "app/conversation_files.h"
#include "app/turns_by_speech.h"
#include "base/i18n.h"
#include "base/text.h"
#include "library/conversation_edits.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

struct ImportArguments {
    std::vector<std::string> media, transcripts;
    std::string title, trainee, date, kind = "practice", language, change_goal, professional;
};

using Remarks = std::vector<std::string>;

std::string left_out(const std::string& path) {
    return fmt::format(fmt::runtime(_("{}: this file was left out.")), base::to_valid_utf8(path));
}

// A folder is a conversation as Zoom leaves it; files together are one conversation, the first of them plays.
library::Found find_files(const std::vector<std::string>& media, Remarks& remarks) {
    for (const std::string& path : media) {
        app::refuse_unreadable_name(path);
        if (!fs::exists(path)) throw base::Error(fmt::format(fmt::runtime(_("{}: there is no such file.")), path));
    }
    const bool has_folder =
        std::any_of(media.begin(), media.end(), [](const auto& path) { return fs::is_directory(path); });
    if (has_folder && media.size() > 1)
        throw UsageError(_("Import a folder by itself: what it holds becomes one conversation."));
    const library::FoundFiles found = library::look_for_recordings({media.front()});
    if (has_folder && found.conversations.size() != 1)
        throw base::Error(fmt::format(
            fmt::runtime(base::translate(base::language(),
                                         "{}: this folder holds {} conversation. Import the recordings one by one.",
                                         "{}: this folder holds {} conversations. Import the recordings one by one.",
                                         found.conversations.size())),
            media.front(), found.conversations.size()));
    if (has_folder) {
        for (const std::string& path : found.ignored) remarks.push_back(left_out(path));
        return found.conversations.front();
    }
    library::Found files;
    if (!found.conversations.empty()) files = found.conversations.front();
    files.recordings = media;  // named one by one, so nothing else is taken along
    files.person_audio.clear();
    files.transcripts.clear();
    return files;
}

std::string listed(const std::vector<std::string>& names) {
    return names.empty() ? _("none") : fmt::format("{}", fmt::join(names, ", "));
}

// By name, or by number in the order of appearance; a name that is a number comes first.
std::string speaker_called(const std::string& professional, const std::vector<std::string>& names) {
    if (std::find(names.begin(), names.end(), professional) != names.end()) return professional;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (professional == std::to_string(i + 1)) return names[i];
    throw base::Error(fmt::format(fmt::runtime(_("--professional {}: nobody in the transcript has that name. "
                                                 "Speakers: {}")),
                                  professional, listed(names)));
}

// Who is not named as the professional is the client; without a name nobody has a role.
void give_roles(std::vector<talk::Turn>& turns, const std::vector<std::string>& names, const std::string& professional,
                Remarks& remarks) {
    if (professional.empty()) {
        if (!names.empty())
            remarks.push_back(fmt::format(
                fmt::runtime(_("Who is the professional is not known, so there is no talk time. Name one with "
                               "--professional; speakers: {}")),
                listed(names)));
        return;
    }
    const std::string speaker = speaker_called(professional, names);
    for (talk::Turn& turn : turns)
        if (!turn.speaker.empty()) turn.role = turn.speaker == speaker ? talk::Role::Professional : talk::Role::Client;
}

// Without a transcript, speech tells who speaks where each channel or recording has a speaker of its own.
std::vector<std::string> listen_for_turns(app::ReadyConversation& ready, Remarks& remarks) {
    if (!app::can_tell_speakers(ready.conversation)) return {};
    const NoProgress progress;
    app::TurnsBySpeech found = app::turns_by_speech(ready.conversation, progress.get());
    ready.turns = std::move(found.turns);
    ready.has_turns_by_speech = !ready.turns.empty();
    const std::string none = app::reason_for_no_turns(found.voices);
    remarks.push_back(none.empty() ? _("The turns were found by speech: each channel or recording has one speaker.")
                                   : none);
    return found.speakers;
}

// All of it is good, or none of it is added: whatever is refused ends the command.
app::ReadyConversation prepare(const ImportArguments& arguments, const app::ConversationFiles::Known& known,
                               Remarks& remarks) {
    library::Found found = find_files(arguments.media, remarks);
    if (found.title.empty()) found.title = fs::path(arguments.media.front()).stem().string();
    if (!arguments.title.empty()) found.title = arguments.title;
    if (!arguments.date.empty()) found.date = arguments.date;
    if (!arguments.transcripts.empty()) found.transcripts = arguments.transcripts;
    app::ConversationFiles files(known, [](const std::exception&) { throw; });
    app::ReadyConversation ready =
        files.make(found, arguments.transcripts.empty() ? app::Transcripts::First : app::Transcripts::All).value();
    for (const std::string& path : ready.left_out) remarks.push_back(left_out(path));
    remarks.insert(remarks.end(), ready.notes.begin(), ready.notes.end());
    library::Conversation& conversation = ready.conversation;
    conversation.trainee = arguments.trainee;
    conversation.kind = library::kind_named(arguments.kind);
    if (!arguments.language.empty()) conversation.language = arguments.language;
    conversation.change_goal = arguments.change_goal;
    const std::vector<std::string> names =
        ready.turns.empty() ? listen_for_turns(ready, remarks) : talk::speakers(ready.turns);
    give_roles(ready.turns, names, arguments.professional, remarks);
    return ready;
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

Json skipped_json(const app::ReadyConversation& ready) {
    Json list = Json::array();
    for (const auto& skipped : ready.skipped)
        list.push_back({{"file", skipped.file}, {"line", skipped.line}, {"reason", skipped.reason}});
    return list;
}

std::string text_of(const app::ReadyConversation& ready, const Remarks& remarks) {
    std::string text = fmt::format("{}  {}\n", ready.conversation.id.text, ready.conversation.title);
    for (const library::Recording& recording : ready.conversation.recordings)
        text += fmt::format("  {}  {}\n", base::to_text(recording.duration), recording.path);
    const auto add = [&](const char* words, std::size_t count) {
        if (count > 0) text += "  " + fmt::format(fmt::runtime(words), count) + "\n";
    };
    const base::Language language = base::language();
    const std::size_t turns = ready.turns.size(), skipped = ready.skipped.size();
    add(ready.has_turns_by_speech ? base::translate(language, "speech: {} stretch", "speech: {} stretches", turns)
                                  : base::translate(language, "transcript: {} turn", "transcript: {} turns", turns),
        turns);
    add(base::translate(language, "transcript: {} place could not be read", "transcript: {} places could not be read",
                        skipped),
        skipped);
    for (const std::string& remark : remarks) text += "  " + remark + "\n";
    return text;
}

Answer import(const Common& common, const ImportArguments& arguments) {
    if (!arguments.date.empty() && !base::parse_iso8601(arguments.date))
        throw UsageError(fmt::format(fmt::runtime(_("--date: “{}” is not a date like 2026-11-12")), arguments.date));
    // A library that is not there knows nothing, and is made only once there is something to add.
    std::optional<library::SqliteLibrary> library;
    if (fs::exists(library_path(common))) library.emplace(library_path(common));
    Remarks remarks;
    const app::ReadyConversation ready =
        prepare(arguments, library ? app::known_recordings(library->conversations()) : app::ConversationFiles::Known(),
                remarks);
    if (!library) library.emplace(library_path(common));
    for (const std::string& warning : library->warnings()) remarks.push_back(warning);
    library->add(ready.conversation);
    if (!ready.turns.empty())
        library->set_turns(ready.conversation.id, ready.turns,
                           ready.has_turns_by_speech ? talk::TurnSource::Speech : talk::TurnSource::Transcript);
    return {.json = {{"conversation", ready.conversation.id.text},
                     {"title", ready.conversation.title},
                     {"recordings", recordings_json(ready.conversation)},
                     {"turns", ready.turns.size()},
                     {"turns_from", ready.turns.empty()         ? Json(nullptr)
                                    : ready.has_turns_by_speech ? Json("speech")
                                                                : Json("transcript")},
                     {"speakers", talk::speakers(ready.turns)},
                     {"skipped", skipped_json(ready)},
                     {"remarks", remarks}},
            .text = text_of(ready, remarks),
            .failure = {}};
}

}  // namespace

void add_import(Menu& menu) {
    const auto arguments = std::make_shared<ImportArguments>();
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
        .option("--transcript", arguments->transcripts,
                _("a transcript (WebVTT, SRT, JSON or text with times); may be given more than once"))
        .option("--professional", arguments->professional,
                _("who is the professional: the name in the transcript, or the number of the speaker, channel or "
                  "person's recording; everyone else is the client"));
}

}  // namespace commands
