// What each command of the Code screen does with an open conversation; on Review some of them work, too.
#pragma once

#include "app/actions.h"
#include "app/model.h"
#include "app/ui_state.h"

#include <functional>
#include <string_view>
#include <unordered_map>

namespace app {

struct Request {
    const Model& model;
    UiState& ui;
    Actions& actions;

    const media::Player* player() const { return model.open ? model.open->player.get() : nullptr; }
    media::Clock::time_point pressed = {};
    base::Time position() const { return model.open ? playhead(*model.open) : base::Time{}; }
};

using Handler = std::function<void(Request&)>;

template <class What>
Handler asks_for(What what) {
    return [what](Request& request) { request.actions.push_back(what); };
}

// By the name of the command.
const std::unordered_map<std::string_view, Handler>& coding_handlers();

}  // namespace app
