// Playing what is open: every command does nothing where there is no recording to play.
#include "app/controller.h"
#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <iterator>

namespace app {
namespace {

constexpr base::Time kLeastLoop = base::milliseconds(200);
constexpr base::Time kBeforeEvent = base::seconds(3);

media::Player* player_of(Model& model) {
    media::Player* player = model.open ? model.open->player.get() : nullptr;
    return player && player->is_open() && !player->failure() ? player : nullptr;
}

base::Time inside(const media::Player& player, base::Time at) {
    return std::clamp(at, base::Time{}, std::max(base::Time{}, player.info().duration));
}

// Where the utterance began that was last heard: a transcript knows, else the last code says about where.
base::Time beginning_of_last_utterance(const OpenConversationState& open, base::Time position) {
    const base::Time heard = position - base::seconds(1);
    const auto turn = std::find_if(open.turns.rbegin(), open.turns.rend(),
                                   [&](const talk::Turn& one) { return one.span.from < heard; });
    if (turn != open.turns.rend()) return turn->span.from;
    const auto event = std::find_if(open.coding.events.rbegin(), open.coding.events.rend(),
                                    [&](const codes::Event& one) { return one.at < position; });
    const bool is_near = event != open.coding.events.rend() && position - event->at < base::seconds(30);
    return (is_near ? event->at : position) - kBeforeEvent;
}

// The event to go to: from the selected one where the playhead still stands on it, else from the playhead.
const codes::Event* neighbour(const OpenConversationState& open, base::Time position, bool is_playing, int direction) {
    const auto& events = open.coding.events;
    if (open.selected.size() == 1) {
        const auto here = std::find_if(events.begin(), events.end(),
                                       [&](const codes::Event& one) { return one.id == open.selected.front(); });
        if (here != events.end() && here->at == position) {
            if (direction > 0) return std::next(here) == events.end() ? nullptr : &*std::next(here);
            return here == events.begin() ? nullptr : &*std::prev(here);
        }
    }
    const auto by_time = [](const codes::Event& one, base::Time at) { return one.at < at; };
    if (direction > 0) {
        const auto next = std::lower_bound(events.begin(), events.end(), position + base::microseconds(1), by_time);
        return next == events.end() ? nullptr : &*next;
    }
    // While playing, the event just passed is the one you want to leave.
    const base::Time before = is_playing ? position - base::milliseconds(700) : position;
    const auto next = std::lower_bound(events.begin(), events.end(), before, by_time);
    return next == events.begin() ? nullptr : &*std::prev(next);
}

const char* too_short_a_loop() {
    return _("A loop needs at least 0.2 seconds.");
}

}  // namespace

void Controller::carry_out(const PlayPause&) {
    media::Player* player = player_of(model_);
    if (!player) return;
    if (player->is_playing())
        player->pause();
    else
        player->play();
}

void Controller::carry_out(const Play&) {
    media::Player* player = player_of(model_);
    if (player && !player->is_playing()) player->play();
}

void Controller::carry_out(const Pause&) {
    media::Player* player = player_of(model_);
    if (player && player->is_playing()) player->pause();
}

void Controller::carry_out(const SeekTo& action) {
    if (model_.open) turn_to_excerpt(action.to);
    if (media::Player* player = player_of(model_))
        player->seek(inside(*player, action.to), action.mode);
    else if (model_.open)
        go_to(action.to);
}

void Controller::carry_out(const SeekBy& action) {
    if (media::Player* player = player_of(model_)) player->seek(inside(*player, player->position() + action.by));
}

void Controller::carry_out(const StepPictures& action) {
    if (media::Player* player = player_of(model_)) player->step(action.count);
}

void Controller::carry_out(const ChangeSpeed& action) {
    media::Player* player = player_of(model_);
    if (!player) return;
    if (action.steps == 0) return player->set_speed(1);
    const auto now = std::lower_bound(std::begin(media::kSpeeds), std::end(media::kSpeeds), player->speed() - 0.01);
    const auto wanted = std::distance(std::begin(media::kSpeeds), now) + action.steps;
    const auto last = static_cast<std::ptrdiff_t>(std::size(media::kSpeeds)) - 1;
    player->set_speed(media::kSpeeds[std::clamp<std::ptrdiff_t>(wanted, 0, last)]);
}

void Controller::carry_out(const JumpToEvent& action) {
    media::Player* player = player_of(model_);
    if (!player) return;
    const codes::Event* event = neighbour(*model_.open, player->position(), player->is_playing(), action.direction);
    if (!event) return;
    model_.open->selected = {event->id};
    player->seek(event->at);
}

void Controller::carry_out(const ReplayLast&) {
    if (model_.open && model_.played) return carry_out(StepMoments{0});
    if (model_.open && model_.open->style.style == CodingStyle::CodeUtterances) return carry_out(PlayUtterance{});
    media::Player* player = player_of(model_);
    if (!player) return;
    player->seek(inside(*player, beginning_of_last_utterance(*model_.open, player->position())));
    // Playing on from a pause would step back a little more.
    player->set_auto_rewind({});
    if (!player->is_playing()) player->play();
    player->set_auto_rewind(model_.settings.auto_rewind);
}

void Controller::carry_out(const SetLoop& action) {
    media::Player* player = player_of(model_);
    if (!player) return;
    model_.open->loop_from.reset();
    if (action.span && action.span->length() < kLeastLoop) return tell(MessageKind::Information, too_short_a_loop());
    player->set_loop(action.span);
}

void Controller::carry_out(const ToggleLoop&) {
    media::Player* player = player_of(model_);
    if (!player) return;
    std::optional<base::Time>& begun = model_.open->loop_from;
    if (player->loop()) {
        player->set_loop({});
        begun.reset();
    } else if (!begun) {
        begun = player->position();
    } else {
        const base::Time here = player->position();
        const base::Span span{std::min(*begun, here), std::max(*begun, here)};
        begun.reset();
        if (span.length() < kLeastLoop) return tell(MessageKind::Information, too_short_a_loop());
        player->set_loop(span);
        player->seek(span.from);
    }
}

void Controller::carry_out(const SelectAudioTrack& action) {
    media::Player* player = player_of(model_);
    if (!player || player->audio_track() == action.track) return;
    player->select_audio_track(action.track);
    begin_waveform(action.track);
}

void Controller::carry_out(const MuteChannel& action) {
    if (media::Player* player = player_of(model_)) player->set_channel_muted(action.channel, action.muted);
}

void Controller::carry_out(const SoloChannel& action) {
    if (media::Player* player = player_of(model_)) player->solo_channel(action.channel);
}

void Controller::carry_out(const SetVolume& action) {
    media::Player* player = player_of(model_);
    if (!player) return;
    model_.volume = std::clamp(action.volume, 0.0f, 1.0f);
    player->set_volume(model_.volume);
}

}  // namespace app
