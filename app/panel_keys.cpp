#include "app/panel_keys.h"

#include "app/views/code_panels.h"

#include <algorithm>

namespace app {
namespace {

// By its place, so that a French keyboard needs no Shift; the number pad as well.
std::optional<int> digit_of(SDL_Scancode key) {
    if (key >= SDL_SCANCODE_1 && key <= SDL_SCANCODE_9) return key - SDL_SCANCODE_1 + 1;
    if (key >= SDL_SCANCODE_KP_1 && key <= SDL_SCANCODE_KP_9) return key - SDL_SCANCODE_KP_1 + 1;
    if (key == SDL_SCANCODE_0 || key == SDL_SCANCODE_KP_0) return 0;
    return {};
}

int step_of(SDL_Scancode key) {
    return key == SDL_SCANCODE_DOWN ? 1 : key == SDL_SCANCODE_UP ? -1 : 0;
}

template <class List, class Is>
auto neighbour(const List& list, Is is_chosen, int step) {
    const auto chosen = std::find_if(list.begin(), list.end(), is_chosen);
    if (chosen == list.end()) return list.begin();
    if (step < 0) return chosen == list.begin() ? chosen : std::prev(chosen);
    return std::next(chosen) == list.end() ? chosen : std::next(chosen);
}

bool rates(const KeyPress& press, const OpenConversationState& open, CodeScreenState& state, Actions& actions) {
    const SDL_Scancode key = press.event.keysym.scancode;
    const codes::Rating* chosen = chosen_rating(open, state);
    if (!chosen) return false;
    if (const int step = step_of(key); step != 0) {
        state.rating =
            neighbour(
                open.codebook.ratings, [&](const codes::Rating& one) { return one.key == chosen->key; }, step)
                ->key;
        return true;
    }
    const std::optional<int> value = digit_of(key);
    if (!value || press.event.repeat != 0) return value.has_value();
    const auto now = open.coding.ratings.find(chosen->key);
    const bool takes_back = now != open.coding.ratings.end() && now->second == *value;
    actions.push_back(Rate{chosen->key, takes_back ? std::nullopt : value});
    return true;
}

bool ticks(const KeyPress& press, const OpenConversationState& open, CodeScreenState& state, Actions& actions) {
    const SDL_Scancode key = press.event.keysym.scancode;
    const std::vector<ChecklistRow> rows = checklist_rows(open.codebook);
    if (rows.empty()) return false;
    const auto is_chosen = [&](const ChecklistRow& row) { return row.name() == state.checklist_row; };
    if (const int step = step_of(key); step != 0) {
        state.checklist_row = neighbour(rows, is_chosen, step)->name();
        return true;
    }
    auto row = std::find_if(rows.begin(), rows.end(), is_chosen);
    if (row == rows.end()) row = rows.begin();
    if (const auto number = digit_of(key)) {  // of the checklist that is chosen
        const auto& items = row->checklist->items;
        if (*number < 1 || static_cast<std::size_t>(*number) > items.size()) return true;
        const codes::ChecklistItem& item = items[static_cast<std::size_t>(*number - 1)];
        row = std::find_if(rows.begin(), rows.end(), [&](const ChecklistRow& one) { return one.item == &item; });
    } else if (key != SDL_SCANCODE_RETURN && key != SDL_SCANCODE_KP_ENTER) {
        return false;
    }
    state.checklist_row = row->name();
    if (press.event.repeat == 0) actions.push_back(ToggleTick{row->checklist->key, row->item->key, press.at});
    return true;
}

}  // namespace

bool panel_takes(const KeyPress& press, const Model& model, CodeScreenState& state, Actions& actions) {
    constexpr int kModifiers = KMOD_CTRL | KMOD_SHIFT | KMOD_ALT | KMOD_GUI | KMOD_MODE;
    if ((press.event.keysym.mod & kModifiers) != 0) return false;
    if (state.tab == LowerTab::CameNext) return came_next_takes(press, model, state, actions);
    if (state.tab == LowerTab::Clips) return clips_take(press, model, actions);
    if (state.tab == LowerTab::Ratings) return rates(press, *model.open, state, actions);
    if (state.tab == LowerTab::Checklists) return ticks(press, *model.open, state, actions);
    return false;
}

}  // namespace app
