// The menu on an event, or on all that are selected: another code, another moment, note, details, delete.
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

namespace app {
namespace {

bool item(const char* label, const std::string& key) {
    const bool pressed = ImGui::MenuItem(label, key.empty() ? nullptr : key.c_str());
    widgets::note_last_item(label);
    return pressed;
}

void draw_codes_of(const OpenConversationState& open, const Keymap& keymap, codes::Side side, Actions& actions) {
    widgets::section(side_name(side));
    for (const codes::Code& code : open.codebook.codes) {
        if (code.side != side) continue;
        ImGui::PushID(code.key.c_str());
        const std::string cap = keymap.code_cap(code.key);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string label = "   " + code.label.in(base::language());
        if (ImGui::MenuItem(label.c_str(), cap.empty() ? nullptr : ("Alt " + cap).c_str()))
            actions.push_back(RecodeSelected{code.key});
        widgets::note_last_item(("change to " + code.label.in(base::language())).c_str());
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + theme::px(4), at.y + ImGui::GetTextLineHeight()},
                                                  theme::colour(code.colour), 2);
        ImGui::PopID();
    }
}

void draw_shifts(const Keymap& keymap, Actions& actions) {
    if (item(_("0.1 s earlier"), keymap.cap("shift_earlier")))
        actions.push_back(ShiftSelected{base::milliseconds(-100)});
    if (item(_("0.1 s later"), keymap.cap("shift_later"))) actions.push_back(ShiftSelected{base::milliseconds(100)});
    if (item(_("1 s earlier"), {})) actions.push_back(ShiftSelected{base::seconds(-1)});
    if (item(_("1 s later"), {})) actions.push_back(ShiftSelected{base::seconds(1)});
}

void draw_items(const Model& model, const codes::Event& event, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    if (ImGui::BeginMenu(_("Change the code"))) {
        draw_codes_of(open, keymap, codes::Side::Professional, actions);
        ImGui::Separator();
        draw_codes_of(open, keymap, codes::Side::Client, actions);
        ImGui::EndMenu();
    }
    widgets::note_last_item(_("Change the code"));
    if (ImGui::BeginMenu(_("Move"))) {
        draw_shifts(keymap, actions);
        ImGui::EndMenu();
    }
    widgets::note_last_item(_("Move"));
    ImGui::Separator();
    if (open.selected.size() < 2) {
        if (item(_("Note…"), keymap.cap("note"))) actions.push_back(StartNote{event.id});
        const codes::Code* code = open.codebook.find(event.code);
        if (code && !code->attributes.empty() && item(_("Details…"), keymap.cap("attributes"))) {
            state.details_of = event.id;
            state.detail_row = 0;
        }
        if (item(_("Go there"), {})) actions.push_back(SeekTo{event.at});
        if (event.end && item(_("Play it in a loop"), {})) {
            actions.push_back(SetLoop{base::Span{event.at, *event.end}});
            actions.push_back(SeekTo{event.at});
        }
        if (event.end && code && code->extent == codes::Extent::Point && item(_("Make it a moment again"), {})) {
            codes::Event after = event;
            after.end.reset();
            actions.push_back(Edit{codes::edits::changed(event, after)});
        }
        ImGui::Separator();
    }
    if (item(_("Make a clip"), keymap.cap("make_clip"))) {
        state.tab = LowerTab::Clips;
        actions.push_back(MakeClip{});
    }
    if (item(_("Delete"), keymap.cap("delete"))) actions.push_back(DeleteSelected{});
}

}  // namespace

void draw_event_menu(const Model& model, CodeScreenState& state, Actions& actions) {
    if (!state.menu_of) return;
    constexpr const char* kMenu = "event menu";
    const codes::Event* event = model.open->coding.find(state.menu_of);
    if (!state.menu_is_open) ImGui::OpenPopup(kMenu);
    state.menu_is_open = event && ImGui::BeginPopup(kMenu);
    if (!state.menu_is_open) {
        state.menu_of = {};
        return;
    }
    state.has_popup = true;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
    draw_items(model, *event, state, actions);
    ImGui::EndPopup();
}

}  // namespace app
