#include "app/code_commands.h"

#include "app/value_keys.h"
#include "app/views/code_panels.h"

#include <algorithm>
#include <iterator>

namespace app {
namespace {

Handler seeks_by(base::Time by) {
    return asks_for(SeekBy{by});
}

void own_step(Request& request, int direction) {
    request.actions.push_back(SeekBy{{request.model.settings.own_step.microseconds * direction}});
}

void change_volume(Request& request, float by) {
    if (request.player()) request.actions.push_back(SetVolume{request.player()->volume() + by});
}

void loop_from_here(Request& request) {
    if (!request.player()) return;
    const base::Time here = request.position();
    const auto loop = request.player()->loop();
    const base::Time end = loop && loop->to > here ? loop->to : request.player()->info().duration;
    request.actions.push_back(SetLoop{base::Span{here, end}});
}

void loop_to_here(Request& request) {
    if (!request.player()) return;
    const base::Time here = request.position();
    const auto loop = request.player()->loop();
    const base::Time begin = request.model.open->loop_from.value_or(loop ? loop->from : base::Time{});
    request.actions.push_back(SetLoop{base::Span{std::min(begin, here), std::max(begin, here)}});
}

// Of the part that is coded.
base::Span coded_span(const Request& request) {
    return codes::coded_span(request.model.open->coding, duration_of(*request.model.open));
}

void select_all(Request& request) {
    SelectEvents all;
    for (const codes::Event& event : request.model.open->coding.events) all.events.push_back(event.id);
    request.actions.push_back(std::move(all));
}

// On the event in hand, else the first that is shown.
void put_away(Request& request) {
    const OpenConversationState& open = *request.model.open;
    KeptReading& reading = request.ui.code.reading;
    const codes::Event* event = event_in_hand(open);
    const Remark* remark = event ? reading.remark_on(open, event->id) : nullptr;
    const auto shown = reading.remarks_of(open);
    if (!remark && !shown.empty()) remark = shown.front();
    if (remark) reading.put_away(*remark);
}

void explain(Request& request, bool explains) {
    request.ui.code.explains = explains;
    request.ui.code.explained.clear();
}

bool parses(const Request& request) {
    return request.model.open->style.style == CodingStyle::Parse;
}

// What lies on top goes first: the meaning of a code, a menu (which sees the key itself), a played list, the selection,
// a loop half marked, the newest message.
void clear(Request& request) {
    if (request.ui.code.transport_menu_is_open) return;
    if (request.ui.code.explains) return explain(request, false);
    const ClipDesk& clips = request.model.open->clips;
    if (clips.comment_on || clips.then)
        request.actions.push_back(AbandonComment{});
    else if (clips.answer)
        request.actions.push_back(HoldAnswer{});
    else if (request.model.played)
        request.actions.push_back(CloseMoments{});
    else if (!request.model.open->selected.empty())
        request.actions.push_back(SelectEvents{});
    else if (request.model.open->style.utterance && parses(request))
        request.actions.push_back(HoldUtterance{});
    else if (request.model.open->loop_from)
        request.actions.push_back(SetLoop{});
    else if (!request.model.messages.empty())
        request.actions.push_back(DismissMessage{});
}

void let_moments_go_on(Request& request) {
    if (request.model.played) request.actions.push_back(LetMomentsGoOn{!request.model.played->goes_on});
}

void ask_for_details(Request& request) {
    const OpenConversationState& open = *request.model.open;
    request.ui.code.details_of = open.selected.size() == 1 ? open.selected.front() : open.last_event;
    request.ui.code.detail_row = 0;
}

void mark(Request& request, std::optional<codes::Side> speaker) {
    request.actions.push_back(MarkSpeaker{speaker, request.pressed});
}

// Selected codes go first; while parsing, else the utterance in hand.
void delete_what_is_meant(Request& request) {
    if (request.model.open->selected.empty() && parses(request) && request.model.open->style.utterance)
        request.actions.push_back(DeleteUtterance{});
    else
        request.actions.push_back(DeleteSelected{});
}

void tie_evidence(Request& request) {
    const codes::Rating* rating = chosen_rating(*request.model.open, request.ui.code);
    if (rating) request.actions.push_back(TieEvidence{rating->key});
}

void play_evidence(Request& request) {
    const codes::Rating* rating = chosen_rating(*request.model.open, request.ui.code);
    if (rating) request.actions.push_back(PlayEvidence{rating->key});
}

// The same key goes there and back.
Handler turns_to(LowerTab tab) {
    return [tab](Request& request) {
        LowerTab& shown = request.ui.code.tab;
        shown = shown == tab ? LowerTab::Timeline : tab;
    };
}

void ask_for_phase(Request& request) {
    if (!request.model.open->codebook.phases.empty()) request.ui.code.phase_menu.from = request.position();
}

void zoom(Request& request, double factor) {
    TimelineView& view = request.ui.code.timeline.view;
    view.zoom(factor, view.x_of(request.position()));
    view.follows = true;
}

void next_tab(Request& request) {
    const std::vector<LowerTab> tabs = lower_tabs(*request.model.open);
    const auto now = std::find(tabs.begin(), tabs.end(), request.ui.code.tab);
    const bool is_last = now == tabs.end() || std::next(now) == tabs.end();
    request.ui.code.tab = is_last ? LowerTab::Timeline : *std::next(now);
}

void find_turns(Request& request) {
    request.ui.code.tab = LowerTab::Talk;
    request.actions.push_back(FindTurnsBySpeech{request.model.open->conversation.id});
}

}  // namespace

const std::unordered_map<std::string_view, Handler>& coding_handlers() {
    static const std::unordered_map<std::string_view, Handler> handlers = {
        {"play_pause", asks_for(PlayPause{})},
        {"play", asks_for(Play{})},
        {"pause", asks_for(Pause{})},
        {"slower", asks_for(ChangeSpeed{-1})},
        {"faster", asks_for(ChangeSpeed{1})},
        {"normal_speed", asks_for(ChangeSpeed{0})},
        {"replay", asks_for(ReplayLast{})},
        {"loop", asks_for(ToggleLoop{})},
        {"loop_from", loop_from_here},
        {"loop_to", loop_to_here},
        {"next_moment", asks_for(StepMoments{+1})},
        {"previous_moment", asks_for(StepMoments{-1})},
        {"moment_again", asks_for(StepMoments{0})},
        {"moments_go_on", let_moments_go_on},
        {"louder", [](Request& request) { change_volume(request, 0.1F); }},
        {"softer", [](Request& request) { change_volume(request, -0.1F); }},
        {"back", seeks_by(base::seconds(-1))},
        {"forward", seeks_by(base::seconds(1))},
        {"back_5", seeks_by(base::seconds(-5))},
        {"forward_5", seeks_by(base::seconds(5))},
        {"back_own", [](Request& request) { own_step(request, -1); }},
        {"forward_own", [](Request& request) { own_step(request, 1); }},
        {"previous_event", asks_for(JumpToEvent{-1})},
        {"next_event", asks_for(JumpToEvent{1})},
        {"previous_picture", asks_for(StepPictures{-1})},
        {"next_picture", asks_for(StepPictures{1})},
        {"to_start", [](Request& request) { request.actions.push_back(SeekTo{coded_span(request).from}); }},
        {"to_end", [](Request& request) { request.actions.push_back(SeekTo{coded_span(request).to}); }},
        {"note", asks_for(StartNote{})},
        {"attributes", ask_for_details},
        {"value", [](Request& request) { request.ui.code.value_comes = true; }},
        {"previous_attribute", asks_for(ChooseAttribute{-1})},
        {"next_attribute", asks_for(ChooseAttribute{1})},
        {"put_away", put_away},
        {"explain", [](Request& request) { explain(request, !request.ui.code.explains); }},
        {"delete", delete_what_is_meant},
        {"select_all", select_all},
        {"clear", clear},
        {"shift_earlier", asks_for(ShiftSelected{base::milliseconds(-100)})},
        {"shift_later", asks_for(ShiftSelected{base::milliseconds(100)})},
        {"phase", ask_for_phase},
        {"ratings", turns_to(LowerTab::Ratings)},
        {"checklists", turns_to(LowerTab::Checklists)},
        {"came_next", turns_to(LowerTab::CameNext)},
        {"tie_evidence", tie_evidence},
        {"play_evidence", play_evidence},
        {"segment", [](Request& request) { request.ui.code.segment_menu.is_asked = true; }},
        {"style",
         [](Request& request) { request.actions.push_back(ChooseStyle{next_style(request.model.open->style.style)}); }},
        {"utterance_professional", [](Request& request) { mark(request, codes::Side::Professional); }},
        {"utterance_client", [](Request& request) { mark(request, codes::Side::Client); }},
        {"utterance_end", [](Request& request) { mark(request, std::nullopt); }},
        {"take_turns", asks_for(TakeOverTurns{})},
        {"next_utterance", asks_for(StepUtterances{+1})},
        {"previous_utterance", asks_for(StepUtterances{-1})},
        {"next_uncoded", asks_for(StepUtterances{+1, true})},
        {"previous_uncoded", asks_for(StepUtterances{-1, true})},
        {"uncode", asks_for(Uncode{})},
        {"uncode_rewind", asks_for(Uncode{true})},
        {"join_utterances", asks_for(JoinUtterances{})},
        {"swap_utterance", asks_for(SwapSpeaker{})},
        {"begin_earlier", asks_for(ShiftEdge{true, base::milliseconds(-100)})},
        {"begin_later", asks_for(ShiftEdge{true, base::milliseconds(100)})},
        {"end_earlier", asks_for(ShiftEdge{false, base::milliseconds(-100)})},
        {"end_later", asks_for(ShiftEdge{false, base::milliseconds(100)})},
        {"zoom_in", [](Request& request) { zoom(request, 1.5); }},
        {"zoom_out", [](Request& request) { zoom(request, 1 / 1.5); }},
        {"zoom_fit", [](Request& request) { request.ui.code.timeline.view.fit(); }},
        {"next_tab", next_tab},
        {"find_turns", find_turns},
    };
    return handlers;
}

}  // namespace app
