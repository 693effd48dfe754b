// Controller: transcripts, who is who in them, and what the coach does to turns.
#include "app/controller.h"
#include "base/i18n.h"
#include "base/text.h"
#include "talk/turn_edits.h"

#include <filesystem>
#include <fmt/format.h>

namespace app {

void Controller::carry_out(const AttachTranscript& action) {
    if (!action.path.empty()) {
        attach_transcript(action.conversation, action.path);
        return;
    }
    FileRequest request;
    request.kind = FileRequest::Kind::OpenRecordings;
    request.title = _("Choose a transcript (.vtt, .srt, .json, .txt, .tsv)");
    request.if_chosen = [conversation = action.conversation](const std::vector<std::string>& paths) {
        return Action(AttachTranscript{conversation, paths.front()});
    };
    services_.ask_file(std::move(request));
}

void Controller::attach_transcript(const base::Id& conversation, const std::string& path) {
    const talk::Transcript transcript = talk::read_transcript(path);
    SetTurns before{conversation, model_.library.turns(conversation), model_.library.turn_source(conversation)};
    carry_out(SetTurns{conversation, transcript.turns, talk::TurnSource::Transcript});
    const std::size_t count = transcript.turns.size();
    std::string said = fmt::format(fmt::runtime(base::translate(base::language(), "The transcript was added: {} turn.",
                                                                "The transcript was added: {} turns.", count)),
                                   count);
    for (const std::string& note : transcript.notes) said += " " + note;
    if (before.turns.empty())
        tell(MessageKind::Information, said);
    else
        offer(said + " " + _("It takes the place of the turns that were there."), _("Undo"), std::move(before));
    std::vector<UnreadPlace> unread;
    for (const talk::Skipped& skipped : transcript.skipped) unread.push_back({path, skipped.line, skipped.reason});
    tell_unread(unread);
}

void Controller::carry_out(const SetTurns& action) {
    model_.library.set_turns(action.conversation, action.turns, action.source);
    show_turns(action.conversation, action.turns);
    refresh_details();
}

void Controller::tell_unread(const std::vector<UnreadPlace>& places) {
    if (places.empty()) return;
    model_.unread = places;
    const std::string text =
        fmt::format(fmt::runtime(base::translate(base::language(), "{}: {} line of the transcript could not be read.",
                                                 "{}: {} lines of the transcript could not be read.", places.size())),
                    std::filesystem::path(places.front().file).filename().string(), places.size());
    model_.messages.push_back({MessageKind::Warning, text, _("Show them"), {ShowUnread{true}}});
}

void Controller::carry_out(const ShowUnread& action) {
    model_.shows_unread = action.shown;
    std::erase_if(model_.messages, [](const Message& message) {
        return !message.offered.empty() && message.offered.front().as<ShowUnread>() != nullptr;
    });
}

void Controller::carry_out(const NameSpeakers& action) {
    change_turns(action.conversation, [&](std::vector<talk::Turn>& turns) { talk::assign_roles(turns, action.roles); });
    refresh_details();
}

void Controller::carry_out(const SearchTranscripts& action) {
    model_.searched_for = action.text;
    model_.transcript_hits.clear();
    ++model_.hits_serial;
    if (!base::trimmed(action.text).empty()) model_.transcript_hits = model_.library.search(action.text, {});
}

void Controller::carry_out(const OpenAt& action) {
    carry_out(OpenConversation{action.conversation});
    if (!model_.open || model_.open->conversation.id != action.conversation) return;
    if (model_.open->player) model_.open->player->seek(action.at);
    model_.open->found = action.found;
    model_.open->found_at = action.at;
    ++model_.open->found_serial;
}

void Controller::carry_out(const CorrectTurn& action) {
    change_turns([&](auto& turns) { talk::correct(turns, action.turn, action.text); });
}

void Controller::carry_out(const SplitTurn& action) {
    if (action.byte) return change_turns([&](auto& turns) { talk::split(turns, action.turn, *action.byte); });
    if (!model_.open || !model_.open->player) return;
    const base::Time here = model_.open->player->position();
    change_turns([&](auto& turns) { talk::split_at(turns, action.turn, here); });
}

void Controller::carry_out(const JoinTurns& action) {
    change_turns([&](auto& turns) { talk::join_with_next(turns, action.turn); });
}

void Controller::carry_out(const SwapSpeakers& action) {
    change_turns([&](auto& turns) { talk::swap(turns, action.range); });
}

void Controller::carry_out(const SwapRoles&) {
    change_turns([](auto& turns) { talk::swap_roles(turns); });
}

void Controller::carry_out(const GiveTurns& action) {
    change_turns([&](auto& turns) { talk::give(turns, action.range, action.role); });
}

void Controller::carry_out(const RemoveTurns& action) {
    change_turns([&](auto& turns) { talk::remove(turns, action.range); });
}

void Controller::carry_out(const MarkTurn& action) {
    if (!model_.open) return;
    if (talk::have_words(model_.open->turns))
        return tell(MessageKind::Information,
                    _("This conversation has a transcript, so its turns are known already. Swap, split or join them in "
                      "the transcript."));
    const base::Time at = stamp(action.pressed);
    change_turns([&](auto& turns) { talk::mark(turns, action.role, at); });
}

// A jump says nothing about who speaks there, so what was being marked ends where it was left.
void Controller::end_turn_at_hand() {
    if (!model_.open || !model_.open->player || !talk::turn_at_hand(model_.open->turns)) return;
    const base::Time here = model_.open->player->position();
    change_turns([&](auto& turns) { talk::mark(turns, {}, here); });
}

void Controller::change_turns(const TurnsChange& change) {
    if (model_.open) change_turns(model_.open->conversation.id, change);
}

void Controller::change_turns(const base::Id& conversation, const TurnsChange& change) {
    const bool is_open = model_.open && model_.open->conversation.id == conversation;
    const std::vector<talk::Turn> before = is_open ? model_.open->turns : model_.library.turns(conversation);
    std::vector<talk::Turn> after = before;
    change(after);
    const std::vector<talk::TurnChange> changes = talk::changes_between(before, after);
    if (changes.empty()) return;
    model_.library.change_turns(conversation, changes);
    show_turns(conversation, std::move(after));
}

// Codes and turns are undone in the order in which they were done.
bool Controller::step_turns(library::Direction direction) {
    if (!model_.open || !model_.open->unsaved.empty()) return false;
    const base::Id& conversation = model_.open->conversation.id;
    const auto turns = model_.library.turns_step_time(conversation, direction);
    const auto codes = model_.library.step_time(model_.open->coding.id, direction);
    if (!turns || (codes && *codes > *turns)) return false;
    const auto changes = model_.library.step_turns(conversation, direction);
    if (!changes) return false;
    std::vector<talk::Turn> now = model_.open->turns;
    talk::apply(now, *changes);
    show_turns(conversation, std::move(now));
    return true;
}

void Controller::show_turns(const base::Id& conversation, std::vector<talk::Turn> turns) {
    if (!model_.open || model_.open->conversation.id != conversation) return;
    model_.open->turns = std::move(turns);
    model_.open->turn_source = model_.library.turn_source(conversation);
    ++model_.open->turns_serial;
}

}  // namespace app
