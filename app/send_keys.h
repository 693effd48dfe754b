// The key for sending: on the Library screen the chosen conversation goes, elsewhere the open one; where there is none
// the own card is shown, for others to send something.
#pragma once

#include "app/model.h"
#include "app/ui_state.h"

namespace app {

inline Action send_what_is_looked_at(const Model& model, const UiState& ui) {
    const base::Id open = model.open ? model.open->conversation.id : base::Id{};
    const base::Id wanted = model.screen == Screen::Library ? ui.library.selected : open;
    if (wanted) return ShowSending{wanted};
    return ShowPeople{};
}

}  // namespace app
