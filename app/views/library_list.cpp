#include "app/theme.h"
#include "app/views/library_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {

namespace {

constexpr float kRow = 88;

std::string joined(std::initializer_list<std::string> parts) {
    std::string all;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += " \xc2\xb7 ";
        all += part;
    }
    return all;
}

std::string codings_text(const ConversationCard& card) {
    if (card.codings.empty()) return _("not coded yet");
    int events = 0;
    for (const library::CodingSummary& coding : card.codings) events = std::max(events, coding.events);
    const std::size_t count = card.codings.size();
    const std::string codes = fmt::format(
        fmt::runtime(base::translate(base::language(), "{} code", "{} codes", static_cast<unsigned long>(events))),
        events);
    if (count == 1) return codes;
    return fmt::format(fmt::runtime(_("{} codings")), count) + " \xc2\xb7 " + codes;
}

void thumbnail(ImDrawList& list, ImVec2 at, ImVec2 size, const PageTexture* picture, bool is_there) {
    const theme::Palette& p = theme::palette();
    const ImVec2 to{at.x + size.x, at.y + size.y};
    const float radius = theme::px(5);
    if (picture == nullptr) {
        list.AddRectFilled(at, to, p.key, radius);
        const char* icon = is_there ? widgets::icon::kMicrophone : widgets::icon::kWarning;
        const float font_size = theme::large()->FontSize * ImGui::GetIO().FontGlobalScale;
        const ImVec2 text = theme::large()->CalcTextSizeA(font_size, FLT_MAX, 0, icon);
        list.AddText(theme::large(), font_size, {at.x + (size.x - text.x) / 2, at.y + (size.y - text.y) / 2}, p.muted,
                     icon);
        return;
    }
    list.AddRectFilled(at, to, p.video, radius);
    const float shape = static_cast<float>(picture->width) / static_cast<float>(picture->height);
    const float width = std::min(size.x, size.y * shape), height = std::min(size.y, size.x / shape);
    const ImVec2 from{at.x + (size.x - width) / 2, at.y + (size.y - height) / 2};
    list.AddImageRounded(picture->id(), from, {from.x + width, from.y + height}, {0, 0}, {1, 1}, IM_COL32_WHITE,
                         width > size.x - 1 ? radius : 0);
}

// A line of text, cut where the room ends.
void line(ImDrawList& list, ImFont* font, ImVec2 at, float room, ImU32 colour, const std::string& text) {
    ImGui::PushFont(font);
    list.AddText(at, colour, widgets::fitted(text, room).c_str());
    ImGui::PopFont();
}

void right_line(ImDrawList& list, ImFont* font, ImVec2 right, ImU32 colour, const std::string& text) {
    ImGui::PushFont(font);
    list.AddText({right.x - ImGui::CalcTextSize(text.c_str()).x, right.y}, colour, text.c_str());
    ImGui::PopFont();
}

void draw_texts(ImDrawList& list, ImVec2 from, float right, float height, const ConversationCard& card) {
    const theme::Palette& p = theme::palette();
    const library::Conversation& conversation = card.conversation;
    const float text_line = ImGui::GetTextLineHeight();
    const float top = from.y + std::floor((height - text_line * 2.9F) / 2);
    const float room = right - from.x - theme::px(150);
    const std::string title =
        conversation.title.empty() ? std::string(_("Conversation without a title")) : conversation.title;
    line(list, theme::semibold(), {from.x, top}, room, p.ink, title);
    line(list, theme::regular(), {from.x, top + text_line}, room, p.ink,
         conversation.trainee.empty() ? std::string(_("no trainee yet")) : conversation.trainee);
    line(list, theme::small(), {from.x, top + text_line * 2.1F}, room, p.muted,
         joined({conversation.date.substr(0, 10), kind_text(conversation.kind), conversation.change_goal}));

    base::Time duration;
    if (!conversation.recordings.empty()) duration = conversation.recordings.front().duration;
    right_line(list, theme::regular(), {right, top}, p.ink, base::to_short_text(duration));
    right_line(list, theme::small(), {right, top + text_line * 1.1F}, p.muted, codings_text(card));
    if (!card.recording_is_there)
        right_line(list, theme::small(), {right, top + text_line * 2.1F}, p.danger,
                   std::string(widgets::icon::kWarning) + " " + _("recording missing"));
}

void row(const Model& model, LibraryState& state, const ConversationCard& card, const PageTexture* picture,
         Actions& actions) {
    const theme::Palette& p = theme::palette();
    const float height = theme::px(kRow), width = ImGui::GetContentRegionAvail().x;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 to{from.x + width, from.y + height};
    const bool chosen = state.selected == card.conversation.id;
    ImGui::PushID(card.conversation.id.text.c_str());
    if (ImGui::InvisibleButton("##row", {width, height})) {
        select_card(model, state, card.conversation.id, actions);
        state.focus_list = true;
    }
    const bool hovered = ImGui::IsItemHovered();
    if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        actions.push_back(OpenConversation{card.conversation.id});
    widgets::note_last_item(card.conversation.title.c_str());
    ImGui::PopID();

    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (chosen || hovered) list.AddRectFilled(from, to, chosen ? p.accent_soft : p.hover, theme::px(theme::kRadius));
    if (chosen && state.list_has_keys) list.AddRect(from, to, p.accent, theme::px(theme::kRadius));
    const ImVec2 size{theme::px(128), theme::px(72)};
    const ImVec2 at{from.x + theme::grid(1), from.y + (height - size.y) / 2};
    thumbnail(list, at, size, picture, card.recording_is_there);
    draw_texts(list, {at.x + size.x + theme::grid(2), from.y}, to.x - theme::grid(2), height, card);
}

void keep_in_sight(LibraryState& state, std::size_t index, float step) {
    if (!state.scroll_to_selected) return;
    state.scroll_to_selected = false;
    const float top = static_cast<float>(index) * step, bottom = top + step;
    const float shown_from = ImGui::GetScrollY(), room = ImGui::GetWindowHeight() - theme::grid(2);
    if (top < shown_from) ImGui::SetScrollY(top);
    if (bottom > shown_from + room) ImGui::SetScrollY(bottom - room);
}

}  // namespace

void draw_conversation_list(const Model& model, LibraryState& state, const Thumbnails& thumbnails, Actions& actions) {
    const float step = theme::px(kRow) + theme::grid(0.5F);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, theme::grid(0.5F)});
    const std::vector<std::size_t>& shown = state.shown.cards;
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (model.cards[shown[i]].conversation.id == state.selected) keep_in_sight(state, i, step);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(shown.size()), step);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const ConversationCard& card = model.cards[shown[static_cast<std::size_t>(i)]];
            const auto picture = thumbnails.find(card.conversation.id);
            row(model, state, card, picture == thumbnails.end() ? nullptr : &picture->second, actions);
        }
    }
    ImGui::PopStyleVar();
}

}  // namespace app
