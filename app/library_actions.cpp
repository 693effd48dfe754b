// Controller: what happens on the Library screen.
#include "app/arrival_desk.h"
#include "app/background.h"
#include "app/coding_names.h"
#include "app/controller.h"
#include "base/day.h"
#include "base/error.h"
#include "base/i18n.h"
#include "library/file_names.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <unordered_map>

namespace app {

namespace {

namespace fs = std::filesystem;

bool recordings_are_there(const library::Conversation& conversation) {
    std::error_code failed;
    return std::all_of(conversation.recordings.begin(), conversation.recordings.end(),
                       [&](const library::Recording& recording) { return fs::exists(recording.path, failed); });
}

std::string called(const library::Conversation& conversation) {
    return conversation.title.empty() ? conversation.trainee : conversation.title;
}

bool is_transcript(const std::string& path) {
    const std::string name = fs::path(path).filename().string();
    return library::is_transcript_name(name) || (library::may_be_transcript_name(name) && talk::is_transcript(path));
}

std::string speaker_with(const std::vector<talk::Turn>& turns, talk::Role role) {
    for (const talk::Turn& turn : turns)
        if (turn.role == role) return turn.speaker;
    return {};
}

}  // namespace

void Controller::refresh_cards() {
    const auto chosen = model_.library.retention().chosen();
    const int days = library::retention_days(model_.library);
    const std::string today = base::day_of(base::now());
    std::vector<ConversationCard> cards;
    for (library::Conversation& conversation : model_.library.conversations()) {
        ConversationCard card;
        card.recording_is_there = recordings_are_there(conversation);
        const auto day = chosen.find(conversation.id);
        card.kept_until =
            library::kept_until(conversation, day == chosen.end() ? std::nullopt : std::optional(day->second), days);
        card.is_kept_too_long = card.kept_until < today;
        card.conversation = std::move(conversation);
        cards.push_back(std::move(card));
    }
    std::unordered_map<base::Id, ConversationCard*> of;
    for (ConversationCard& card : cards) of[card.conversation.id] = &card;
    std::vector<library::CodingSummary> codings =
        library::seen(model_.library.all_codings(), model_.library.recodings().all());
    learn_titles(codings);
    for (library::CodingSummary& coding : codings)
        if (const auto card = of.find(coding.conversation); card != of.end())
            card->second->codings.push_back(std::move(coding));
    model_.cards = std::move(cards);
    ++model_.cards_serial;
    refresh_details();
}

void Controller::learn_titles(const std::vector<library::CodingSummary>& codings) {
    for (const library::CodingSummary& coding : codings) {
        const std::string name = codebook_name(coding);
        if (model_.codebook_titles.count(name) != 0) continue;
        const auto codebook = model_.library.codebook(coding.codebook_key, coding.codebook_version);
        if (codebook) model_.codebook_titles[name] = codebook->title;
    }
}

void Controller::refresh_details() {
    const base::Id shown = model_.details.conversation;
    model_.details = {};
    model_.details.conversation = shown;
    if (!shown) return;
    const std::vector<talk::Turn> turns = model_.library.turns(shown);
    model_.details.turns = static_cast<int>(turns.size());
    model_.details.speakers = talk::speakers(turns);
    std::erase(model_.details.speakers, std::string());
    model_.details.professional = speaker_with(turns, talk::Role::Professional);
    model_.details.client = speaker_with(turns, talk::Role::Client);
}

void Controller::carry_out(const ShowDetails& action) {
    if (model_.details.conversation == action.conversation) return;
    model_.details.conversation = action.conversation;
    refresh_details();
}

void Controller::carry_out(const AskForFiles& action) {
    FileRequest request;
    if (action.which == FilesOrFolder::Folder) {
        request.kind = FileRequest::Kind::ChooseFolder;
        request.title = _("Import a folder, for example of one Zoom meeting");
    } else {
        request.kind = FileRequest::Kind::OpenRecordings;
        request.title = _("Import recordings");
    }
    request.if_chosen = [](const std::vector<std::string>& paths) { return Action(Import{paths}); };
    services_.ask_file(std::move(request));
}

void Controller::carry_out(const Import& action) {
    if (action.paths.empty()) return;
    if (const auto package = std::find_if(action.paths.begin(), action.paths.end(), is_package);
        package != action.paths.end())
        return carry_out(OpenPackage{*package});
    // A transcript alone belongs to the conversation that is being looked at.
    const bool is_open = model_.open && model_.screen != Screen::Library;
    const base::Id looked_at = is_open ? model_.open->conversation.id : model_.details.conversation;
    if (std::all_of(action.paths.begin(), action.paths.end(), is_transcript) && looked_at) {
        attach_transcript(looked_at, action.paths.front());
        return;
    }
    if (background_->import) {
        tell(MessageKind::Information, _("An import is already running. Wait until it is done, or cancel it."));
        return;
    }
    if (model_.screen != Screen::Library) carry_out(GoTo{Screen::Library});
    model_.import = ImportState{};
    const auto shown = std::make_shared<ImportProgress>();
    background_->import_progress = shown;
    background_->import = std::make_unique<base::Job<Prepared>>(
        [paths = action.paths, known = known_recordings(model_.library.conversations()),
         shown](const base::Progress& progress) { return prepare_import(paths, known, *shown, progress); },
        services_.wake);
}

void Controller::carry_out(const CancelImport&) {
    if (background_->import)
        background_->import->cancel();
    else
        model_.import.reset();
}

void Controller::take_import() {
    if (!background_->import) return;
    ImportState& state = *model_.import;
    background_->import_progress->get(state.doing, state.done, state.total);
    state.fraction = background_->import->progress();
    if (!background_->import->is_done()) return;
    const auto job = std::move(background_->import);
    model_.import.reset();
    const auto prepared = job->take();  // what it threw ends up as a message
    if (!prepared) return;
    for (const ReadyConversation& ready : prepared->ready) {
        model_.library.add(ready.conversation);
        if (!ready.turns.empty())
            model_.library.set_turns(ready.conversation.id, ready.turns, talk::TurnSource::Transcript);
    }
    for (const std::string& remark : prepared->remarks) tell(MessageKind::Warning, remark);
    tell_unread(prepared->unread);
    if (!prepared->refused.empty()) {
        model_.import = ImportState{};
        model_.import->is_over = true;
        model_.import->refused = prepared->refused;
        model_.import->done = model_.import->total = static_cast<int>(prepared->ready.size());
    }
    if (!prepared->ready.empty()) {
        model_.details.conversation = prepared->ready.back().conversation.id;
        model_.newly_imported = model_.details.conversation;
    }
    refresh_cards();
    begin_sha256();
}

void Controller::carry_out(const UpdateConversation& action) {
    model_.library.update(action.conversation);
    if (model_.open && model_.open->conversation.id == action.conversation.id)
        if (auto fresh = model_.library.conversation(action.conversation.id))
            model_.open->conversation = std::move(*fresh);
    refresh_cards();
}

void Controller::carry_out(const RemoveConversation& action) {
    const auto conversation = model_.library.conversation(action.conversation);
    if (!conversation) return;
    if (model_.open && model_.open->conversation.id == action.conversation) close_conversation();
    model_.library.remove(action.conversation);
    if (model_.details.conversation == action.conversation) model_.details = {};
    refresh_cards();
    offer(fmt::format(fmt::runtime(_("“{}” is removed from the library. The recording itself stays where it is.")),
                      called(*conversation)),
          _("Undo"), StepConversations{library::Direction::Undo});
}

void Controller::carry_out(const StepConversations& action) {
    const bool is_undo = action.direction == library::Direction::Undo;
    const auto what = model_.library.step_conversations(action.direction);
    if (!what) {
        tell(MessageKind::Information,
             is_undo ? _("There is nothing to undo here.") : _("There is nothing to redo here."));
        return;
    }
    refresh_cards();
    const bool open_is_gone = model_.open && !model_.library.conversation(model_.open->conversation.id);
    if (open_is_gone) close_conversation();
    std::erase_if(model_.messages, [](const Message& message) { return !message.offered.empty(); });
    tell(MessageKind::Information, fmt::format(fmt::runtime(is_undo ? _("Undone: {}") : _("Done again: {}")), *what));
}

void Controller::carry_out(const FindRecording& action) {
    if (action.folder_or_file.empty()) {
        FileRequest request;
        request.kind = FileRequest::Kind::ChooseFolder;
        request.title = _("In which folder is the recording now?");
        request.if_chosen = [conversation = action.conversation](const std::vector<std::string>& paths) {
            return Action(FindRecording{conversation, paths.front()});
        };
        services_.ask_file(std::move(request));
        return;
    }
    const auto conversation = model_.library.conversation(action.conversation);
    if (!conversation || background_->search) return;
    model_.finds_recording = true;
    background_->search = std::make_unique<base::Job<FoundRecordings>>(
        [conversation = *conversation, where = action.folder_or_file](const base::Progress&) {
            return search_recordings(conversation, where);
        },
        services_.wake);
}

void Controller::take_found() {
    if (!background_->search || !background_->search->is_done()) return;
    const auto job = std::move(background_->search);
    model_.finds_recording = false;
    const auto result = job->take();
    if (!result) return;
    for (const auto& [recording, path] : result->found) model_.library.found_recording(recording, path);
    refresh_cards();
    if (!result->found.empty())
        tell(MessageKind::Information, fmt::format(fmt::runtime(_("Found again: {}")), result->found.front().second));
    else if (result->missing > 0)
        tell(
            MessageKind::Warning,
            fmt::format(fmt::runtime(_("The recording is not in {}. It is recognised by its contents, so its name does "
                                       "not matter; try another folder.")),
                        result->where));
    const bool is_open = model_.open && model_.open->conversation.id == result->conversation;
    if (!is_open) return;
    if (auto fresh = model_.library.conversation(result->conversation)) model_.open->conversation = std::move(*fresh);
    try_player_again();
}

}  // namespace app
