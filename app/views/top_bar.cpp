#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {

namespace {

constexpr float kHeight = 48;

void place(const char* label, Screen screen, const Model& model, widgets::Enabled enabled, Actions& actions) {
    ImGui::SameLine();
    ImGui::SetCursorPosY(theme::px(10));
    ImGui::BeginDisabled(enabled == widgets::Enabled::No);
    if (widgets::choice(label, model.screen == screen, {0, theme::px(28)})) actions.push_back(GoTo{screen});
    ImGui::EndDisabled();
    if (enabled == widgets::Enabled::No && ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
        ImGui::SetTooltip("%s", _("Open a conversation in the library first."));
}

std::string shown_parts(std::initializer_list<std::string> parts) {
    std::string all;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += " \xc2\xb7 ";
        all += part;
    }
    return all;
}

void right_aligned(const std::string& text, ImFont* font, float right, float y, float room, ImU32 colour) {
    ImGui::PushFont(font);
    const std::string cut = widgets::fitted(text, room);
    const float width = ImGui::CalcTextSize(cut.c_str()).x;
    ImGui::GetWindowDrawList()->AddText({right - width, y}, colour, cut.c_str());
    ImGui::PopFont();
}

// Pressed, it shows all codings of this conversation; not on the Review screen, where how much the coach coded is not
// to be seen.
void who_and_what(const Model& model, UiState& ui, float right, float room) {
    const OpenConversationState& open = *model.open;
    const theme::Palette& p = theme::palette();
    const std::string& date = open.conversation.date;
    const std::string first = shown_parts({open.conversation.trainee, open.conversation.title, date.substr(0, 10)});
    const std::string coder = fmt::format(fmt::runtime(_("coder: {}")), open.coding.coder);
    const std::string book = open.codebook.title.in(base::language()) + " " + open.codebook.version;
    const bool is_silent = open.recoding && open.recoding->state == library::RecodingState::UnderWay;
    const std::string silent = is_silent ? _("coded again, silently") : "";
    const std::string second =
        shown_parts({coder, book, silent, open.unsaved.empty() ? _("saved") : _("not saved yet")});
    const float line = ImGui::GetTextLineHeight();
    const float top = ImGui::GetWindowPos().y + std::floor((theme::px(kHeight) - 2 * line) / 2);
    const float wide =
        std::min(room, std::max(ImGui::CalcTextSize(first.c_str()).x, ImGui::CalcTextSize(second.c_str()).x));
    ImGui::SetCursorScreenPos({right - wide - theme::grid(1), top - theme::px(2)});
    ImGui::BeginDisabled(model.screen == Screen::Review);
    if (ImGui::InvisibleButton("who and what", {wide + theme::grid(2), 2 * line + theme::px(4)}))
        ui.codings.are_shown = true;
    ImGui::EndDisabled();
    widgets::note_last_item("who and what");
    if (ImGui::IsItemHovered()) {
        ImGui::GetWindowDrawList()->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), p.hover,
                                                  theme::px(6));
        ImGui::SetTooltip("%s", _("All codings of this conversation, and another"));
    }
    right_aligned(first, theme::regular(), right, top, room, p.ink);
    right_aligned(second, theme::small(), right, top + line, room, open.unsaved.empty() ? p.muted : p.danger);
}

}  // namespace

void draw_top_bar(const Model& model, UiState& ui, Actions& actions) {
    const theme::Palette& p = theme::palette();
    const ImVec2 from = ImGui::GetWindowPos();
    const float width = ImGui::GetWindowWidth(), height = theme::px(kHeight);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(from, {from.x + width, from.y + height}, p.card);
    list.AddLine({from.x, from.y + height}, {from.x + width, from.y + height}, p.hairline);
    widgets::text_in_middle(list, theme::large(), {from.x + theme::grid(3), from.y}, height, p.accent, "Terugblik");

    const float brand =
        theme::large()
            ->CalcTextSizeA(theme::large()->FontSize * ImGui::GetIO().FontGlobalScale, FLT_MAX, 0, "Terugblik")
            .x;
    ImGui::SetCursorPos({theme::grid(5) + brand, theme::px(10)});
    ImGui::Dummy({1, 1});
    const auto needs_one = model.open ? widgets::Enabled::Yes : widgets::Enabled::No;
    place(_("Library"), Screen::Library, model, widgets::Enabled::Yes, actions);
    place(_(NC_("screen", "Code")), Screen::Code, model, needs_one, actions);
    place(_("Review"), Screen::Review, model, needs_one, actions);
    place(_("Report"), Screen::Report, model, needs_one, actions);
    place(_("Agreement"), Screen::Agreement, model, widgets::Enabled::Yes, actions);
    place(_("Team"), Screen::Team, model, widgets::Enabled::Yes, actions);
    place(_("Codebooks"), Screen::Codebooks, model, widgets::Enabled::Yes, actions);
    place(_("Settings"), Screen::Settings, model, widgets::Enabled::Yes, actions);
    ImGui::SameLine();
    const float used = ImGui::GetCursorPosX();
    if (model.open) who_and_what(model, ui, from.x + width - theme::grid(3), width - used - theme::grid(5));
    ImGui::SetCursorPos({0, height + 1});
}

}  // namespace app
