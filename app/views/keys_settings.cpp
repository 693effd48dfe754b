// The table of keys: every command and code with its keys; press one, then the new key. A clash is shown before it is
// accepted.
#include "app/key_commands.h"
#include "app/keymap.h"
#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {
namespace {

struct Table {
    const Model& model;
    const codes::Codebook* codebook;
    Keymap keymap;
    KeysSettingsState& state;
    Actions& actions;
};

void change_keys(Table& table, const std::string& name, const std::vector<Chord>& chords) {
    table.actions.push_back(ChangeSettings{with_keys(table.model.settings, table.codebook, name, chords)});
    table.state.waits_for.clear();
    table.state.clash.clear();
}

// The first key pressed while a row waits; Escape leaves everything as it was.
void learn_key(Table& table, const std::vector<KeyPress>& pressed) {
    if (table.state.waits_for.empty() || !table.state.clash.empty()) return;
    for (const KeyPress& press : pressed) {
        if (press.event.type != SDL_KEYDOWN || press.event.repeat != 0) continue;
        const std::vector<Chord> meaning = meanings(press.event.keysym);
        if (meaning.empty()) continue;
        const Chord& chord = meaning.front();
        if (chord == Chord{.key = "Escape"}) {
            table.state.waits_for.clear();
            return;
        }
        const auto others = table.keymap.clashes(table.state.waits_for, {chord});
        if (others.empty()) return change_keys(table, table.state.waits_for, {chord});
        table.state.clash = others.front();
        table.state.clash_key = to_text(chord);
        return;
    }
}

void draw_clash(Table& table) {
    const auto chord = parse_chord(table.state.clash_key);
    if (!chord) return;
    widgets::hint(fmt::format(fmt::runtime(_("{} already does “{}”.")), cap(*chord),
                              binding_label(table.state.clash, table.codebook))
                      .c_str());
    if (widgets::primary_button(_("Use it here instead"))) change_keys(table, table.state.waits_for, {*chord});
    ImGui::SameLine();
    if (widgets::secondary_button(_("Leave it as it was"))) {
        table.state.waits_for.clear();
        table.state.clash.clear();
    }
}

void draw_caps(const std::vector<Chord>& chords) {
    if (chords.empty()) ImGui::TextDisabled("%s", _("no key"));
    for (std::size_t i = 0; i < chords.size(); ++i) {
        if (i > 0) ImGui::SameLine(0, theme::grid(0.5F));
        widgets::key_cap(cap(chords[i]).c_str());
    }
}

void draw_row(Table& table, const std::string& name) {
    const std::string label = binding_label(name, table.codebook);
    if (base::folded(label).find(base::folded(table.state.filter)) == std::string::npos) return;
    ImGui::PushID(name.c_str());
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(label.c_str());
    ImGui::TableNextColumn();
    if (table.state.waits_for == name && table.state.clash.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().accent);
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(_("Press the new key (Esc: leave)"));
        ImGui::PopStyleColor();
    } else if (table.state.waits_for == name) {
        draw_clash(table);
    } else {
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ImGui::GetStyle().FramePadding.y);
        draw_caps(table.keymap.chords(name));
    }
    ImGui::TableNextColumn();
    if (widgets::link_button(_("Change"))) {
        table.state.waits_for = name;
        table.state.clash.clear();
    }
    widgets::note_last_item(("change key: " + name).c_str());
    if (table.model.settings.keys.contains(name)) {
        ImGui::SameLine(0, theme::grid(0.5F));
        if (widgets::icon_button(widgets::icon::kUndo, _("Back to the usual key"))) {
            Settings settings = table.model.settings;
            settings.keys.erase(name);
            table.actions.push_back(ChangeSettings{settings});
        }
    }
    ImGui::PopID();
}

void draw_group(const char* title) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::Dummy({0, theme::grid(0.5F)});
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().accent);
    widgets::section(title);
    ImGui::PopStyleColor();
}

void draw_rows(Table& table) {
    const char* group = nullptr;
    for (const KeyCommand& command : key_commands()) {
        if (group != command.group) draw_group(_(command.group));
        group = command.group;
        draw_row(table, std::string(command.name));
    }
    if (!table.codebook) return;
    for (const codes::Side side : {codes::Side::Professional, codes::Side::Client}) {
        draw_group(side == codes::Side::Professional ? _("Codes of the professional") : _("Codes of the client"));
        for (const codes::Code& code : table.codebook->codes)
            if (code.side == side) draw_row(table, std::string(kCodePrefix) + code.key);
    }
}

void draw_choice_of_keymap(Table& table) {
    const Settings& now = table.model.settings;
    const auto choose = [&](const char* label, const char* keymap) {
        if (!widgets::choice(label, now.keymap == keymap) || now.keymap == keymap) return;
        Settings settings = now;
        settings.keymap = keymap;
        table.actions.push_back(ChangeSettings{settings});
    };
    choose(_("Letters are codes"), "letters");
    ImGui::SameLine();
    choose(_("J K L and I O play, digits are codes"), "transport");
    if (now.keys.empty()) return;
    ImGui::SameLine();
    if (widgets::link_button(_("All keys as usual"))) {
        Settings settings = now;
        settings.keys.clear();
        table.actions.push_back(ChangeSettings{settings});
    }
}

}  // namespace

void draw_keys_settings(const Model& model, KeysSettingsState& state, const std::vector<KeyPress>& pressed,
                        Actions& actions) {
    const codes::Codebook* codebook = model.open ? &model.open->codebook : nullptr;
    Table table{model, codebook, Keymap(codebook, model.settings), state, actions};
    learn_key(table, pressed);
    widgets::section(_("Keys"));
    widgets::hint(_("Keys go by what is printed on them, so they stay the same on every keyboard."));
    draw_choice_of_keymap(table);
    if (!codebook) widgets::hint(_("Open a conversation to change the keys of its codes."));
    ImGui::SetNextItemWidth(theme::px(260));
    ImGui::InputTextWithHint("##filter", _("Find a command"), &state.filter);
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {theme::grid(0.5F), theme::px(3)});
    if (ImGui::BeginTable("keys", 3, ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH)) {
        ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthStretch, 1.3F);
        ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthStretch, 1);
        ImGui::TableSetupColumn("change", ImGuiTableColumnFlags_WidthFixed, theme::px(130));
        draw_rows(table);
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
}

}  // namespace app
