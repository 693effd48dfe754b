// Controller: the part of the conversation that is coded, and stretches of it that play by themselves and stop.
#include "app/controller.h"
#include "base/i18n.h"
#include "codes/segment.h"

#include <algorithm>
#include <random>
#include <utility>

namespace app {
namespace {

// Further away from a stretch than this, the coach has gone elsewhere.
constexpr base::Time kElsewhere = base::seconds(2);

media::Player* player_of(OpenConversationState& open) {
    media::Player* player = open.player.get();
    return player && player->is_open() && !player->failure() ? player : nullptr;
}

}  // namespace

void Controller::carry_out(const SetSegment& action) {
    if (!model_.open || action.segment == model_.open->coding.segment) return;
    OpenConversationState& open = *model_.open;
    edit(codes::edits::limited(open.coding, action.segment));
    if (action.segment && !action.segment->span.contains(playhead(open))) go_to(action.segment->span.from);
}

void Controller::carry_out(const DrawSegment& action) {
    if (!model_.open || duration_of(*model_.open) <= base::Time{}) return;
    constexpr std::uint64_t kSeeds = 1'000'000;  // short enough to write on a form
    const std::uint64_t seed = action.seed.value_or(std::random_device{}() % kSeeds);
    carry_out(SetSegment{codes::drawn_segment(duration_of(*model_.open), action.length, seed)});
}

// Without a recording there is still a place in the conversation.
void Controller::go_to(base::Time at) {
    OpenConversationState& open = *model_.open;
    at = std::clamp(at, base::Time{}, std::max(base::Time{}, duration_of(open)));
    turn_to_excerpt(at);
    if (open.player && !open.player->failure())
        open.player->seek(at);
    else
        open.conversation.last_position = at;
}

void Controller::play_in_turn(std::vector<base::Span> stretches) {
    OpenConversationState& open = *model_.open;
    open.style.plays = std::move(stretches);
    const base::Span now = open.style.plays.front();
    go_to(now.from);
    media::Player* player = open.player.get();  // another excerpt's may still be opening
    if (!player || player->failure()) return open.style.plays.clear();
    player->set_loop({});
    // Playing on from a pause would step back a little more.
    player->set_auto_rewind({});
    if (!player->is_playing()) player->play();
    player->set_auto_rewind(model_.settings.auto_rewind);
}

void Controller::stop_where_asked() {
    OpenConversationState& open = *model_.open;
    media::Player* player = player_of(open);
    if (!player || player->is_seeking() || (!player->is_playing() && !player->is_at_end())) return;
    const base::Time here = player->position();
    const base::Time before = std::exchange(open.style.heard, here);
    std::vector<base::Span>& plays = open.style.plays;
    if (!plays.empty()) {
        const base::Span now = plays.front();
        if (here < now.from - kElsewhere || here > now.to + kElsewhere) return plays.clear();
        if (here < now.to && !player->is_at_end()) return;
        plays.erase(plays.begin());
        if (!plays.empty()) return play_in_turn(std::exchange(plays, {}));
        player->pause();
        return moment_ended(now);
    }
    const auto& segment = open.coding.segment;
    if (!segment) return;
    // Who plays on after it stopped there means it, although playback begins a little earlier.
    if (here + model_.settings.auto_rewind + kElsewhere < segment->span.to) open.style.stopped_at_end = false;
    if (before >= segment->span.to || here < segment->span.to || here > segment->span.to + kElsewhere) return;
    if (std::exchange(open.style.stopped_at_end, true)) return;
    player->pause();
    tell(MessageKind::Information, _("The segment to code ends here."));
}

std::optional<media::Clock::time_point> Controller::stop_due() const {
    if (!model_.open || !model_.open->player || !model_.open->player->is_playing()) return {};
    const media::Player& player = *model_.open->player;
    const StyleState& style = model_.open->style;
    const auto& segment = model_.open->coding.segment;
    std::optional<base::Time> end;
    if (!style.plays.empty())
        end = style.plays.front().to;
    else if (segment)
        end = segment->span.to;
    if (!end || *end <= player.position()) return {};
    const double left = (*end - player.position()).seconds() / player.speed();
    return media::Clock::now() +
           std::chrono::duration_cast<media::Clock::duration>(std::chrono::duration<double>(left));
}

}  // namespace app
