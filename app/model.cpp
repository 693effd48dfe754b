#include "app/model.h"

#include <algorithm>

namespace app {

base::Time playhead(const OpenConversationState& open) {
    return open.player ? open.player->position() : open.conversation.last_position;
}

base::Time duration_of(const OpenConversationState& open) {
    if (!open.excerpt && open.player && open.player->is_open()) return open.player->info().duration;
    if (!open.conversation.recordings.empty()) return open.conversation.recordings.front().duration;
    // Imported without a recording: as long as what is said of it.
    base::Time last;
    for (const talk::Turn& turn : open.turns) last = std::max(last, turn.span.to);
    for (const codes::Event& event : open.coding.events) last = std::max(last, event.end.value_or(event.at));
    return last;
}

bool shows_recording(Screen screen) {
    return screen == Screen::Code || screen == Screen::Review || screen == Screen::Agreement;
}

}  // namespace app
