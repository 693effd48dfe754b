// Controller: from screen to screen, opening and closing a conversation.
#include "app/background.h"
#include "app/controller.h"
#include "app/review_desk.h"
#include "base/error.h"
#include "base/i18n.h"
#include "codes/codebook.h"
#include "library/codebook_choices.h"
#include "library/excerpts.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace app {

namespace {

codes::Codebook newest_codebook(library::Library& library, const std::string& key) {
    for (codes::Codebook& book : library::newest_codebooks(library))
        if (book.key == key) return std::move(book);
    throw base::Error(fmt::format(fmt::runtime(_("The codebook “{}” is not there. Install Terugblik again.")), key));
}

[[noreturn]] void refuse_unseen() {
    throw base::Error(
        _("This conversation is being coded again, silently: its other codings stay unseen until that is done."));
}

bool is_there(const library::Recording& recording) {
    std::error_code failed;
    return std::filesystem::exists(recording.path, failed);
}

}  // namespace

void Controller::carry_out(const GoTo& action) {
    if (model_.screen == action.screen) return;
    const bool needs_conversation =
        (shows_recording(action.screen) && action.screen != Screen::Agreement) || action.screen == Screen::Report;
    if (needs_conversation && !model_.open) {
        tell(MessageKind::Information, _("Open a conversation in the library first."));
        return;
    }
    if (shows_recording(model_.screen) && model_.open && model_.open->player) {
        model_.open->player->pause();
        remember_position();
    }
    if (action.screen == Screen::Review) refresh_review();
    model_.screen = action.screen;
    if (action.screen == Screen::Library) refresh_cards();
    if (action.screen == Screen::Codebooks) refresh_codebooks();
    if (action.screen == Screen::Agreement) begin_comparing();
    if (action.screen == Screen::Agreement) refresh_drift(model_.drift.coder, model_.drift.codebook);
    if (action.screen == Screen::Team) refresh_team(model_.team.data ? model_.team.data->codebook.key : "");
}

void Controller::carry_out(const OpenConversation& action) {
    if (looks_first(action.conversation)) return carry_out(OpenReview{action.conversation});
    if (model_.open && model_.open->conversation.id == action.conversation) {
        try_player_again();
        carry_out(GoTo{Screen::Code});
        return;
    }
    const auto codings = library::seen(model_.library.codings(action.conversation), model_.library.recodings().all());
    if (codings.empty())
        carry_out(AskForCoding{action.conversation});
    else
        carry_out(OpenCoding{codings.front().id});
}

void Controller::carry_out(const OpenCoding& action) {
    const auto coding = model_.library.coding(action.coding);
    const auto conversation = coding ? model_.library.conversation(coding->conversation) : std::nullopt;
    if (!conversation) throw base::Error(_("This conversation is no longer in the library."));
    if (library::is_unseen(model_.library.recodings().all(), conversation->id, coding->id)) refuse_unseen();
    if (!same_person(coding->coder, conversation->trainee) && looks_first(conversation->id)) {
        tell(MessageKind::Information, _("First your own view; after that you see what your coach saw."));
        return carry_out(OpenReview{conversation->id});
    }
    open(*conversation, *coding);
}

void Controller::carry_out(const AskForCoding& action) {
    if (library::under_way(model_.library.recodings().all(), action.conversation) != nullptr) refuse_unseen();
    model_.new_coding = CodingQuestion{action.conversation, library::newest_codebooks(model_.library)};
}

void Controller::carry_out(const NewCoding& action) {
    const auto conversation = model_.library.conversation(action.conversation);
    if (!conversation) throw base::Error(_("This conversation is no longer in the library."));
    const codes::Codebook codebook = newest_codebook(model_.library, action.codebook_key);
    model_.library.store_codebook(codebook);
    codes::Coding coding;
    coding.id = base::make_id();
    coding.conversation = action.conversation;
    coding.codebook_key = codebook.key;
    coding.codebook_version = codebook.version;
    coding.coder = action.coder;
    coding.created = base::now();
    model_.library.add(coding);
    model_.new_coding.reset();
    Settings settings = model_.settings;
    settings.coder = action.coder;
    settings.codebook = action.codebook_key;
    carry_out(ChangeSettings{settings});
    open(*conversation, coding);
}

void Controller::open(const library::Conversation& conversation, const codes::Coding& coding) {
    const auto codebook = model_.library.codebook(coding.codebook_key, coding.codebook_version);
    if (!codebook) throw base::Error(_("The codebook of this coding is missing from the library."));
    close_conversation();
    OpenConversationState& opened = model_.open.emplace();
    opened.conversation = conversation;
    opened.codebook = *codebook;
    opened.coding = coding;
    opened.pairs = pairs_for(opened.codebook);
    opened.turns = model_.library.turns(conversation.id);
    const std::vector<library::Recoding> recodings = model_.library.recodings().all();
    if (const library::Recoding* recoding = library::recoding_of(recodings, coding.id)) opened.recoding = *recoding;
    opened.codings = library::seen(model_.library.codings(conversation.id), recodings);
    learn_titles(opened.codings);
    opened.turn_source = model_.library.turn_source(conversation.id);
    opened.reports = model_.library.reports(coding.id);
    opened.agreed = model_.library.decisions_about(codebook->key);
    read_clips();
    model_.preview.reset();
    model_.screen = Screen::Code;
    model_.library.access_log().note(library::AccessVerb::Opened, conversation.id, {});
    begin_active_time();
    open_player();
    if (!coding.utterances.empty()) carry_out(ChooseStyle{CodingStyle::CodeUtterances});
}

void Controller::open_player() {
    OpenConversationState& opened = *model_.open;
    opened.player.reset();
    opened.excerpt.reset();
    opened.recording_problem.clear();
    if (opened.conversation.recordings.empty()) {
        opened.recording_problem = _("This conversation came without a recording. Its codes can be read and edited.");
        return;
    }
    find_by_itself(opened.conversation);
    const library::Recording& recording = opened.conversation.recordings.front();
    if (!is_there(recording)) {
        if (play_excerpt(opened.conversation.last_position)) return;
        opened.recording_problem = fmt::format(
            fmt::runtime(_("{}: the recording is no longer there. Plug in the disk it was on, or find it again.")),
            recording.path);
        return;
    }
    make_player(recording.path, {}, opened.conversation.last_position);
    begin_waveform(0);
}

void Controller::make_player(const std::string& path, base::Time begins, base::Time at) {
    OpenConversationState& opened = *model_.open;
    opened.player = std::make_unique<media::Player>(path, services_.sink, services_.wake, media::Clock::now, begins);
    opened.player->set_auto_rewind(model_.settings.auto_rewind);
    opened.player->set_volume(model_.volume);
    opened.player->seek(at);
}

// Where the recording itself is not at hand: the stretch of it that was sent along.
bool Controller::play_excerpt(base::Time at) {
    OpenConversationState& opened = *model_.open;
    const library::Recording* excerpt = library::excerpt_at(opened.conversation, at);
    if (excerpt == nullptr) return false;
    opened.excerpt = *excerpt;
    make_player(excerpt->path, excerpt->offset, library::holds(*excerpt, at) ? at : excerpt->offset);
    return true;
}

void Controller::turn_to_excerpt(base::Time at) {
    const OpenConversationState& opened = *model_.open;
    if (!opened.excerpt || library::holds(*opened.excerpt, at)) return;
    const library::Recording* other = library::excerpt_at(opened.conversation, at);
    if (other == nullptr || other->id == opened.excerpt->id || !library::holds(*other, at)) return;
    const bool plays = opened.player && opened.player->is_playing();
    play_excerpt(at);
    if (plays) opened.player->play();
}

void Controller::begin_waveform(int track) {
    OpenConversationState& opened = *model_.open;
    if (opened.excerpt) return;
    const library::Recording& recording = opened.conversation.recordings.front();
    opened.waveform = {};
    opened.waveform_job = std::make_unique<base::Job<media::Waveform>>(
        [path = recording.path, fingerprint = recording.fingerprint, track](const base::Progress& progress) {
            return media::cached_waveform(path, fingerprint, track, progress);
        },
        services_.wake);
}

// A disk that was plugged in again, or a worker that died: asking for it once more is enough.
void Controller::try_player_again() {
    if (!model_.open->player || model_.open->player->failure()) open_player();
}

// A recording that moved together with its neighbours, or lies where others of this library lie, needs no question.
void Controller::find_by_itself(library::Conversation& conversation) {
    std::vector<std::string> folders;
    for (library::Recording& recording : conversation.recordings) {
        if (is_there(recording)) continue;
        if (folders.empty()) {
            for (const ConversationCard& card : model_.cards)
                for (const library::Recording& other : card.conversation.recordings)
                    folders.push_back(std::filesystem::path(other.path).parent_path().string());
            std::sort(folders.begin(), folders.end());
            folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
        }
        const std::string found = library::find_again(recording, folders);
        if (found.empty()) continue;
        model_.library.found_recording(recording.id, found);
        recording.path = found;
    }
}

void Controller::carry_out(const AbandonNewCoding&) {
    model_.new_coding.reset();
}

void Controller::carry_out(const CloseConversation&) {
    close_conversation();
    if (shows_recording(model_.screen) || model_.screen == Screen::Report) model_.screen = Screen::Library;
    refresh_cards();
}

void Controller::close_conversation() {
    if (!model_.open) return;
    end_running_utterance(playhead(*model_.open));
    carry_out(AbandonComment{});
    if (!save_unsaved())
        throw base::Error(
            _("The last codes could not be saved yet, so this conversation stays open. Make room on the "
              "disk, or plug it in again."));
    remember_position();
    keep_active_time({});
    model_.review.reset();
    model_.preview.reset();
    model_.agreement.reset();
    model_.played.reset();
    model_.open.reset();
}

void Controller::carry_out(const Quit&) {
    if (save_unsaved()) {
        model_.wants_to_quit = true;
        return;
    }
    tell(MessageKind::Error,
         _("The last codes could not be saved yet. Make room on the disk, or plug it in again; quit "
           "again to leave without them."));
    model_.wants_to_quit = std::exchange(model_.warned_of_unsaved, true);
}

}  // namespace app
