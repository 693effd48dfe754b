// All keys at a glance, over whatever is on screen.
#include "app/key_commands.h"
#include "app/keymap.h"
#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>

namespace app {
namespace {

constexpr const char* kOverview = "keys overview";

void draw_line(const std::string& label, const std::vector<Chord>& chords, float caps_at) {
    if (chords.empty()) return;
    const float x = ImGui::GetCursorPosX();
    const float room = caps_at - theme::grid(1);
    ImGui::TextUnformatted(widgets::fitted(label, room).c_str());
    for (std::size_t i = 0; i < std::min<std::size_t>(chords.size(), 2); ++i) {
        ImGui::SameLine(0, theme::grid(0.5F));
        if (i == 0) ImGui::SetCursorPosX(x + caps_at);
        widgets::key_cap(cap(chords[i]).c_str());
    }
}

void draw_title(const char* title) {
    ImGui::Dummy({0, theme::px(2)});
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().accent);
    widgets::section(title);
    ImGui::PopStyleColor();
}

void draw_commands(const Keymap& keymap, std::initializer_list<std::string_view> groups, float caps_at) {
    for (const std::string_view group : groups) {
        draw_title(_(group.data()));
        for (const KeyCommand& command : key_commands())
            if (command.group == group) draw_line(_(command.label), keymap.chords(std::string(command.name)), caps_at);
    }
}

void draw_codes(const Keymap& keymap, const codes::Codebook& codebook, float caps_at) {
    for (const codes::Side side : {codes::Side::Professional, codes::Side::Client}) {
        draw_title(side == codes::Side::Professional ? _("Professional") : _("Client"));
        for (const codes::Code& code : codebook.codes)
            if (code.side == side)
                draw_line(code.label.in(base::language()), keymap.chords(std::string(kCodePrefix) + code.key), caps_at);
    }
}

}  // namespace

void draw_keys_overview(const Model& model, bool& shown) {
    const bool is_open = ImGui::IsPopupOpen(kOverview);
    if (shown && !is_open) widgets::open_modal(kOverview);
    const float width = model.open ? 1400.0F : 860.0F;
    if (!widgets::begin_modal(kOverview, _("Keys"), width)) return;
    const Keymap keymap(model.open ? &model.open->codebook : nullptr, model.settings);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme::grid(1), theme::px(3)});
    const int columns = model.open ? 4 : 2;
    if (ImGui::BeginTable("overview", columns, ImGuiTableFlags_SizingStretchSame)) {
        ImGui::TableNextColumn();
        const float caps_at = ImGui::GetContentRegionAvail().x * 0.68F;
        draw_commands(keymap, {"Playing", "Moving"}, caps_at);
        ImGui::TableNextColumn();
        draw_commands(keymap, {"Coding", "Utterances"}, caps_at);
        if (!model.open) draw_commands(keymap, {"Looking"}, caps_at);
        if (model.open) {
            ImGui::TableNextColumn();
            draw_commands(keymap, {"Transcript", "Moments", "Looking"}, caps_at);
            ImGui::TableNextColumn();
            draw_codes(keymap, model.open->codebook, caps_at);
        }
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
    widgets::hint(_("Alt with a code's key gives that code to what is selected. All keys can be changed in Settings."));
    if (widgets::secondary_button(_("Close"))) shown = false;
    if (!shown) ImGui::CloseCurrentPopup();
    widgets::end_modal();
}

}  // namespace app
