// The codings of the open conversation: who, by which codebook, when. Another is opened, or begun.
#include "app/coding_names.h"
#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>

namespace app {
namespace {

bool is_pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

bool draw_coding(const Model& model, const library::CodingSummary& coding, bool is_chosen) {
    const theme::Palette& p = theme::palette();
    const float pad = theme::grid(1);
    const float small = theme::small()->FontSize * ImGui::GetIO().FontGlobalScale;
    const float line = ImGui::GetTextLineHeight();
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 to{from.x + ImGui::GetContentRegionAvail().x, from.y + 2 * pad + line + small + theme::px(2)};
    const bool is_pressed = ImGui::InvisibleButton(coding.id.text.c_str(), {to.x - from.x, to.y - from.y});
    const std::string first = coding.coder + " · " + codebook_text(model, coding);
    widgets::note_last_item(first.c_str());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(from, to, is_chosen ? p.accent_soft : ImGui::IsItemHovered() ? p.hover : p.card, theme::px(6));
    list.AddRect(from, to, is_chosen ? p.accent : p.hairline, theme::px(6));
    const ImVec2 at{from.x + 1.5F * pad, from.y + pad};
    list.AddText(at, p.ink, widgets::fitted(first, to.x - from.x - 3 * pad).c_str());
    std::string second = extent_text(coding);
    if (coding.id == model.open->coding.id) second += std::string(" · ") + _("open now");
    list.AddText(theme::small(), small, {at.x, at.y + line + theme::px(2)}, p.muted, second.c_str());
    return is_pressed;
}

bool pressed_compare() {
    const ImGuiIO& io = ImGui::GetIO();
    return io.KeyCtrl && io.KeyShift && is_pressed(ImGuiKey_A);
}

// The coding that others are measured against.
void draw_gold(const OpenConversationState& open, Actions& actions) {
    const bool is_gold = open.coding.purpose == codes::Purpose::Gold;
    const auto otherwise = open.coding.sources ? codes::Purpose::Consensus : codes::Purpose::Feedback;
    if (widgets::secondary_button(is_gold ? _("No longer gold") : _("Mark as gold")))
        actions.push_back(MarkPurpose{is_gold ? otherwise : codes::Purpose::Gold});
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", _("The coding that is open now becomes the one that others are measured against."));
}

// What was pressed, by pointer or by Enter.
const library::CodingSummary* draw_list(const Model& model, CodingsState& state) {
    const std::vector<library::CodingSummary>& codings = model.open->codings;
    if (is_pressed(ImGuiKey_DownArrow) && state.chosen + 1 < codings.size()) ++state.chosen;
    if (is_pressed(ImGuiKey_UpArrow) && state.chosen > 0) --state.chosen;
    const library::CodingSummary* wanted = nullptr;
    const float row = ImGui::GetTextLineHeight() * 2 + theme::px(26);
    const float height = std::min(row * static_cast<float>(codings.size()), ImGui::GetIO().DisplaySize.y * 0.5F);
    ImGui::BeginChild("##codings", {0, height}, false, ImGuiWindowFlags_NoNav);
    for (std::size_t i = 0; i < codings.size(); ++i) {
        if (draw_coding(model, codings[i], i == state.chosen)) wanted = &codings[i];
        if (i == state.chosen) ImGui::SetScrollHereY(0.5F);
    }
    ImGui::EndChild();
    const bool enter = is_pressed(ImGuiKey_Enter) && !ImGui::IsWindowAppearing();
    return enter && state.chosen < codings.size() ? &codings[state.chosen] : wanted;
}

}  // namespace

void draw_codings(const Model& model, CodingsState& state, Actions& actions) {
    constexpr const char* kId = "##all_codings";
    if (!state.are_shown) return;
    if (!model.open) {
        state.are_shown = false;
        return;
    }
    if (!ImGui::IsPopupOpen(kId)) {
        widgets::open_modal(kId);
        const auto now =
            std::find_if(model.open->codings.begin(), model.open->codings.end(),
                         [&](const library::CodingSummary& coding) { return coding.id == model.open->coding.id; });
        state.chosen = static_cast<std::size_t>(now - model.open->codings.begin());
    }
    if (!widgets::begin_modal(kId, _("Codings of this conversation"), 520)) return;
    const library::CodingSummary* wanted = draw_list(model, state);
    ImGui::Dummy({0, 0});
    const bool begins = widgets::secondary_button(_("New coding")) || is_pressed(ImGuiKey_Insert);
    ImGui::SameLine();
    const bool compares = widgets::secondary_button(_("Compare")) || pressed_compare();
    ImGui::SameLine();
    draw_gold(*model.open, actions);
    ImGui::SameLine();
    const bool closes = widgets::secondary_button(_("Close")) || is_pressed(ImGuiKey_Escape);
    ImGui::SameLine(0, theme::grid(2));
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", _("↑ ↓ Enter: open · Ins: new · Ctrl Shift A: compare"));
    if (wanted && wanted->id != model.open->coding.id) actions.push_back(OpenCoding{wanted->id});
    if (begins) actions.push_back(AskForCoding{model.open->conversation.id});
    if (compares) actions.push_back(GoTo{Screen::Agreement});
    if (wanted || begins || closes || compares) {
        state.are_shown = false;
        ImGui::CloseCurrentPopup();
    }
    widgets::end_modal();
}

}  // namespace app
