// What came next: on the left what is asked, then the answer as a sentence with the table behind it, and the moments to
// hear.
#include "app/clip_making.h"
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/came_next_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <SDL_scancode.h>
#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

constexpr const char* kList = "what came next";

void draw_field(NextField field, const OpenConversationState& open, CodeScreenState& state, float label_width) {
    AskedPair& asked = state.came_next.asked;
    const theme::Palette& p = theme::palette();
    const bool has_keys = kNextFields[asked.field] == field;
    const FieldChoices choices = choices_of(field, open, asked);
    ImGui::AlignTextToFramePadding();
    ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(has_keys ? p.accent : p.muted), "%s", name_of(field));
    ImGui::SameLine(label_width);
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    ImGui::PushID(static_cast<int>(field));
    const std::string shown = widgets::fitted(choices.now, ImGui::GetContentRegionAvail().x - theme::grid(4));
    const bool is_open = ImGui::BeginCombo("##field", shown.c_str(), ImGuiComboFlags_HeightLarge);
    if (!is_open && shown != choices.now && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", choices.now.c_str());
    widgets::note_last_item(fmt::format("{}: {}", name_of(field), choices.now).c_str());
    if (is_open) {
        state.has_popup = true;
        if (ImGui::IsKeyPressed(SDL_SCANCODE_ESCAPE)) ImGui::CloseCurrentPopup();
        asked.field =
            static_cast<std::size_t>(std::find(kNextFields.begin(), kNextFields.end(), field) - kNextFields.begin());
        for (std::size_t i = 0; i < choices.options.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            const int option = static_cast<int>(i);
            if (ImGui::Selectable(choices.options[i].c_str(), option == choices.chosen))
                choose(field, option, open, asked);
            widgets::note_last_item(choices.options[i].c_str());
            ImGui::PopID();
        }
        ImGui::EndCombo();
    }
    ImGui::PopID();
}

void draw_question(const OpenConversationState& open, CodeScreenState& state) {
    float label_width = 0;
    for (const NextField field : kNextFields)
        label_width = std::max(label_width, ImGui::CalcTextSize(name_of(field)).x + theme::grid(1.5F));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(1), theme::px(2)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme::grid(1), theme::px(3)});
    ImGui::SetCursorPosY(theme::px(2));
    for (const NextField field : kNextFields) draw_field(field, open, state, label_width);
    ImGui::PopStyleVar(2);
    ImGui::PushFont(theme::small());
    widgets::hint(_("↑ ↓ what to change, ← → change it, Enter: hear the moments"));
    ImGui::PopFont();
}

void draw_answer(const WhatCameNext& answer) {
    ImGui::PushFont(theme::semibold());
    ImGui::TextWrapped("%s", answer.sentence.c_str());
    ImGui::PopFont();
    widgets::note_last_item(answer.sentence.c_str());
    if (!answer.certainty.empty()) widgets::hint(answer.certainty.c_str());
    if (!answer.whole.empty()) widgets::hint(answer.whole.c_str());
    if (!answer.counts.empty()) draw_came_next_table(answer);
}

PlayedList list_of(const WhatCameNext& answer, std::size_t first) {
    PlayedList list;
    list.name = kList;
    list.title = answer.sentence;
    list.moments = answer.moments;
    list.now = first;
    list.goes_on = true;
    return list;
}

bool plays_these(const Model& model, const WhatCameNext& answer) {
    return model.played && model.played->name == kList && model.played->moments == answer.moments;
}

void hear(const Model& model, const WhatCameNext& answer, std::size_t moment, Actions& actions) {
    if (plays_these(model, answer))
        actions.push_back(HearMoment{moment});
    else if (moment < answer.moments.size())
        actions.push_back(PlayMoments{list_of(answer, moment)});
}

void draw_moment(const Model& model, const WhatCameNext& answer, std::size_t i, Actions& actions) {
    const Moment& moment = answer.moments[i];
    const bool is_heard = plays_these(model, answer) && model.played->now == i;
    ImGui::PushID(static_cast<int>(i));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string time = clock_text(moment.span.from);
    const float room = ImGui::GetContentRegionAvail().x;
    if (ImGui::Selectable("##moment", is_heard)) hear(model, answer, i, actions);
    widgets::note_last_item(("hear " + time).c_str());
    const bool hovered = ImGui::IsItemHovered();
    if (is_heard && ImGui::GetScrollMaxY() > 0) ImGui::SetScrollHereY(0.5F);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float line = ImGui::GetTextLineHeight();
    if (moment.colour)
        list.AddRectFilled({at.x, at.y + 1}, {at.x + theme::px(4), at.y + line - 1}, theme::colour(*moment.colour), 2);
    const float text_at = at.x + theme::grid(1.5F);
    list.AddText({text_at, at.y}, theme::palette().muted, time.c_str());
    const float after_time = text_at + ImGui::CalcTextSize(time.c_str()).x + theme::grid(1);
    list.AddText({after_time, at.y}, theme::palette().ink,
                 widgets::fitted(moment.text, at.x + room - after_time).c_str());
    if (hovered) ImGui::SetTooltip("%s", moment.text.c_str());
    ImGui::PopID();
}

void draw_moments(const Model& model, const WhatCameNext& answer, Actions& actions) {
    const auto count = answer.moments.size();
    const std::string title = fmt::format(
        fmt::runtime(base::translate(base::language(), "{} moment to hear", "{} moments to hear", count)), count);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(0.75), theme::grid(0.25)});  // as the link has
    ImGui::AlignTextToFramePadding();
    widgets::section(title.c_str());
    ImGui::PopStyleVar();
    if (answer.moments.empty()) return;
    ImGui::SameLine();
    if (widgets::link_button(_("Hear them"))) hear(model, answer, 0, actions);
    const float end = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    if (ImGui::GetItemRectMax().x + ImGui::CalcTextSize(_("Make clips")).x + theme::grid(3) < end)
        ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::link_button(_("Make clips"))) actions.push_back(MakeClips{new_clips(*model.open, answer.moments)});
    ImGui::BeginChild("##moments", {0, 0}, false, ImGuiWindowFlags_NoBackground);
    for (std::size_t i = 0; i < count; ++i) draw_moment(model, answer, i, actions);
    ImGui::EndChild();
}

}  // namespace

void draw_came_next(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    CameNextState& came_next = state.came_next;
    begin_asking(open, came_next.asked);
    if (came_next.asked.pools && !open.others_are_gathered) actions.push_back(GatherCodings{});
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float left = std::clamp(room.x * 0.27F, theme::px(260), theme::px(360));
    const float right = std::clamp(room.x * 0.24F, theme::px(220), theme::px(340));
    ImGui::SetCursorPosX(theme::grid(2));
    ImGui::BeginChild("##question", {left, room.y}, false, ImGuiWindowFlags_NoBackground);
    draw_question(open, state);
    ImGui::EndChild();
    ImGui::SameLine(0, theme::grid(2));
    ImGui::BeginChild("##answer", {room.x - left - right - theme::grid(7), room.y}, false,
                      ImGuiWindowFlags_NoBackground);
    const bool is_nothing = open.coding.events.empty() && open.others.empty();
    if (is_nothing)
        widgets::hint(
            _("Nothing is coded yet. Once there are codes of both, this tells what the client did after what "
              "you did, and plays those moments."));
    else
        draw_answer(came_next.answer.of(open, came_next.asked));
    ImGui::EndChild();
    if (is_nothing) return;
    ImGui::SameLine(0, theme::grid(2));
    ImGui::BeginChild("##heard", {right, room.y}, false, ImGuiWindowFlags_NoBackground);
    draw_moments(model, came_next.answer.of(open, came_next.asked), actions);
    ImGui::EndChild();
}

bool came_next_takes(const KeyPress& press, const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    AskedPair& asked = state.came_next.asked;
    begin_asking(open, asked);
    switch (press.event.keysym.scancode) {
        case SDL_SCANCODE_DOWN:
            asked.field = std::min(asked.field + 1, kNextFields.size() - 1);
            return true;
        case SDL_SCANCODE_UP:
            asked.field -= asked.field > 0 ? 1 : 0;
            return true;
        case SDL_SCANCODE_RIGHT:
            step_choice(kNextFields[asked.field], +1, open, asked);
            return true;
        case SDL_SCANCODE_LEFT:
            step_choice(kNextFields[asked.field], -1, open, asked);
            return true;
        case SDL_SCANCODE_RETURN:
        case SDL_SCANCODE_KP_ENTER:
            if (press.event.repeat == 0) hear(model, state.came_next.answer.of(open, asked), 0, actions);
            return true;
        default:
            return false;
    }
}

}  // namespace app
