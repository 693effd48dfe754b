#include "app/review_keys.h"

#include "app/clip_keys.h"
#include "app/debrief_list.h"
#include "app/key_commands.h"
#include "app/review_desk.h"
#include "app/views/code_panels.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace app {

bool works_on_review(const std::string& command, bool fields_have_keys) {
    static constexpr std::array<std::string_view, 3> kOfFields = {"play_pause", "back", "forward"};
    static constexpr std::array<std::string_view, 3> kGroups = {"Playing", "Moving", "Moments"};
    static constexpr std::array<std::string_view, 3> kGoToCodes = {"replay", "previous_event", "next_event"};
    if (command == "clear") return true;
    if (std::find(kGoToCodes.begin(), kGoToCodes.end(), command) != kGoToCodes.end()) return false;
    if (fields_have_keys && std::find(kOfFields.begin(), kOfFields.end(), command) != kOfFields.end()) return false;
    const auto& all = key_commands();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const KeyCommand& each) { return each.name == command; });
    return found != all.end() && std::find(kGroups.begin(), kGroups.end(), found->group) != kGroups.end();
}

bool review_carries_out(const std::string& command, media::Clock::time_point pressed, const Model& model,
                        Actions& actions) {
    if (!model.review) return false;
    if (command == "content_with")
        actions.push_back(PickMoment{PickedMoment::ContentWith, pressed});
    else if (command == "would_change")
        actions.push_back(PickMoment{PickedMoment::WouldChange, pressed});
    else
        return false;
    return true;
}

bool review_clips_carry_out(const std::string& command, const Model& model, ReviewState& state, CodeScreenState& code,
                            Actions& actions) {
    if (command == "clips") {  // there and back
        state.page = state.page == ReviewPage::Clips ? ReviewPage::Beside : ReviewPage::Clips;
        return true;
    }
    const LowerTab tab = code.tab;
    const bool is_theirs = clip_carries_out(command, model, code, actions);
    code.tab = tab;  // of the Code screen
    if (is_theirs) state.page = ReviewPage::Clips;
    return is_theirs;
}

bool review_clips_take(const KeyPress& press, const Model& model, const ReviewState& state, Actions& actions) {
    return state.page == ReviewPage::Clips && model.open && clips_take(press, model, actions);
}

bool debrief_takes(const KeyPress& press, const Model& model, const ReviewState& state, Actions& actions) {
    const SDL_Scancode key = press.event.keysym.scancode;
    if (key != SDL_SCANCODE_PAGEDOWN && key != SDL_SCANCODE_PAGEUP) return false;
    if (!model.review || !model.review->coach || state.page != ReviewPage::Debrief) return false;
    const int direction = key == SDL_SCANCODE_PAGEDOWN ? 1 : -1;
    if (model.played && model.played->name == kDebriefList)
        actions.push_back(StepMoments{direction});
    else
        actions.push_back(PlayMoments{debrief_list(*model.review->coach, 0)});
    return true;
}

}  // namespace app
