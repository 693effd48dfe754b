#include "app/agreement_keys.h"

#include <algorithm>
#include <string_view>

namespace app {
namespace {

bool is_playing_command(std::string_view name) {
    static constexpr std::string_view kNames[] = {
        "play_pause", "play",        "pause",       "slower",          "faster",       "normal_speed",
        "louder",     "softer",      "back",        "forward",         "back_5",       "forward_5",
        "back_own",   "forward_own", "next_moment", "previous_moment", "moment_again", "moments_go_on"};
    return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

void clear_agreement(const Model& model, Actions& actions) {
    if (model.played)
        actions.push_back(CloseMoments{});
    else if (!model.messages.empty())
        actions.push_back(DismissMessage{});
}

}  // namespace

bool agreement_leaves(const std::string& command, const Model& model, AgreementState& state, Actions& actions) {
    const bool shows_differences = state.tab == AgreementTab::Differences;
    if (command == "next_tab") {
        constexpr int kTabs = 4;
        state.tab = static_cast<AgreementTab>((static_cast<int>(state.tab) + 1) % kTabs);
    } else if (command == "explain") {
        state.explains = !state.explains;
    } else if (command == "clear") {
        clear_agreement(model, actions);
    } else {
        return shows_differences && model.open && is_playing_command(command);
    }
    return false;
}

}  // namespace app
