// What more can be said about an event, such as the strength of change talk; all by arrow keys or by pointer.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/value_keys.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>

namespace app {
namespace {

void set_value(const codes::Event& event, const codes::Attribute& attribute, const std::string& value,
               Actions& actions) {
    codes::Event after = event;
    if (value.empty())
        after.attributes.erase(attribute.key);
    else
        after.attributes[attribute.key] = value;
    if (after != event) actions.push_back(Edit{codes::edits::changed(event, after)});
}

std::ptrdiff_t chosen_value(const codes::Event& event, const codes::Attribute& attribute) {
    const auto value = event.attributes.find(attribute.key);
    if (value == event.attributes.end()) return -1;
    const auto place = std::find(attribute.values.begin(), attribute.values.end(), value->second);
    return place == attribute.values.end() ? -1 : place - attribute.values.begin();
}

bool pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

// Left and right go along the values; where there is none yet, they begin in the middle.
void listen_to_keys(const codes::Event& event, const std::vector<const codes::Attribute*>& attributes, std::size_t& row,
                    Actions& actions) {
    if (pressed(ImGuiKey_DownArrow)) row = std::min(row + 1, attributes.size() - 1);
    if (pressed(ImGuiKey_UpArrow) && row > 0) --row;
    const codes::Attribute& attribute = *attributes[row];
    const auto count = static_cast<std::ptrdiff_t>(attribute.values.size());
    const std::ptrdiff_t now = chosen_value(event, attribute);
    const std::ptrdiff_t by = (pressed(ImGuiKey_RightArrow) ? 1 : 0) - (pressed(ImGuiKey_LeftArrow) ? 1 : 0);
    if (by != 0 && count > 0) {
        const std::ptrdiff_t next = now < 0 ? count / 2 : std::clamp<std::ptrdiff_t>(now + by, 0, count - 1);
        set_value(event, attribute, attribute.values[static_cast<std::size_t>(next)], actions);
    }
    if (pressed(ImGuiKey_Delete) || pressed(ImGuiKey_Backspace)) set_value(event, attribute, "", actions);
}

void draw_values(const codes::Event& event, const codes::Attribute& attribute, Actions& actions) {
    const std::ptrdiff_t chosen = chosen_value(event, attribute);
    for (std::size_t i = 0; i < attribute.values.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const bool is_chosen = static_cast<std::ptrdiff_t>(i) == chosen;
        const std::string& label =
            i < attribute.value_labels.size() ? attribute.value_labels[i].in(base::language()) : attribute.values[i];
        if (ImGui::RadioButton(label.c_str(), is_chosen))
            set_value(event, attribute, is_chosen ? std::string() : attribute.values[i], actions);
        widgets::note_last_item(label.c_str());
        ImGui::PopID();
    }
}

}  // namespace

void draw_details(const Model& model, CodeScreenState& state, Actions& actions) {
    if (!state.details_of) return;
    constexpr const char* kDetails = "details";
    const OpenConversationState& open = *model.open;
    const codes::Event* event = open.coding.find(state.details_of);
    if (!state.details_are_open) ImGui::OpenPopup(kDetails);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Appearing, {0.5F, 0.5F});
    state.details_are_open = event && ImGui::BeginPopup(kDetails);
    if (!state.details_are_open) {
        state.details_of = {};
        return;
    }
    state.has_popup = true;
    widgets::section(label_of(open.codebook, event->code).c_str());
    ImGui::SameLine();
    ImGui::TextDisabled("%s", clock_text(event->at, 1).c_str());
    const auto attributes = attributes_of(open.codebook, event->code);
    if (attributes.empty()) {
        widgets::hint(_("This codebook asks nothing more about this code."));
    } else {
        state.detail_row = std::min(state.detail_row, attributes.size() - 1);
        listen_to_keys(*event, attributes, state.detail_row, actions);
        for (std::size_t row = 0; row < attributes.size(); ++row) {
            ImGui::PushID(attributes[row]->key.c_str());
            ImGui::PushStyleColor(ImGuiCol_Text,
                                  row == state.detail_row ? theme::palette().accent : theme::palette().muted);
            widgets::section(attributes[row]->label.in(base::language()).c_str());
            ImGui::PopStyleColor();
            draw_values(*event, *attributes[row], actions);
            ImGui::PopID();
        }
        ImGui::TextDisabled("%s", _("← → choose · Del: nothing said · Enter: done"));
    }
    if (pressed(ImGuiKey_Enter) && !ImGui::IsWindowAppearing()) ImGui::CloseCurrentPopup();
    if (pressed(ImGuiKey_Escape)) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

}  // namespace app
