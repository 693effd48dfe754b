// The line that says which moment of a list is heard, with what can be done next.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {
namespace {

void draw_count(const PlayedList& list) {
    const std::string count = fmt::format(fmt::runtime(_("{} of {}")), list.now + 1, list.moments.size());
    ImGui::PushFont(theme::semibold());
    ImGui::TextUnformatted(count.c_str());
    ImGui::PopFont();
    widgets::note_last_item(("moment " + count).c_str());
}

void draw_what_is_heard(const PlayedList& list, float room) {
    const Moment& moment = *list.current();
    if (moment.colour) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + theme::px(3)},
                                                  {at.x + theme::px(4), at.y + ImGui::GetTextLineHeight()},
                                                  theme::colour(*moment.colour), 2);
        ImGui::Dummy({theme::px(4), 0});
        ImGui::SameLine(0, theme::grid(1));
    }
    const std::string time = clock_text(moment.span.from);
    ImGui::TextDisabled("%s", time.c_str());
    ImGui::SameLine(0, theme::grid(1));
    room -= ImGui::CalcTextSize(time.c_str()).x + theme::grid(3);
    if (room < theme::px(40)) return;
    ImGui::TextUnformatted(widgets::fitted(moment.text, room).c_str());
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s\n%s", list.title.c_str(), moment.text.c_str());
}

struct Tool {
    const char* label;
    const char* command;
    int direction;
};

void draw_tool(const PlayedList& list, const Tool& tool, const Keymap& keymap, Actions& actions) {
    ImGui::SameLine(0, theme::grid(0.5F));
    ImGui::BeginDisabled(!list.has(tool.direction));
    if (widgets::link_button((std::string(tool.label) + "##moment").c_str()))
        actions.push_back(StepMoments{tool.direction});
    ImGui::EndDisabled();
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", hint_with_key(tool.label, keymap.cap(tool.command)).c_str());
}

void draw_going_on(const PlayedList& list, const char* label, const Keymap& keymap, Actions& actions) {
    ImGui::SameLine(0, theme::grid(0.5F));
    bool goes_on = list.goes_on;
    if (ImGui::Checkbox(label, &goes_on)) actions.push_back(LetMomentsGoOn{goes_on});
    widgets::note_last_item(label);
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip(
            "%s",
            hint_with_key(_("When a moment ends the next one begins by itself."), keymap.cap("moments_go_on")).c_str());
}

}  // namespace

float played_list_height() {
    return theme::px(30);
}

void draw_played_list(const Model& model, const Keymap& keymap, Actions& actions) {
    const PlayedList& list = *model.played;
    const Tool tools[] = {
        {_("Again"), "moment_again", 0}, {_("Previous"), "previous_moment", -1}, {_("Next"), "next_moment", +1}};
    const char* const going_on = _("One after the other");
    // A window of its own: the line above has left its base line to whatever comes next in the same one.
    ImGui::BeginChild("##played", {0, played_list_height()}, false, ImGuiWindowFlags_NoBackground);
    ImGui::SetCursorPos({theme::grid(2), theme::px(2)});
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(0.75), theme::grid(0.25)});
    ImGui::AlignTextToFramePadding();
    draw_count(list);
    ImGui::SameLine(0, theme::grid(1.5F));
    float width = ImGui::CalcTextSize(going_on).x + 2 * ImGui::GetFrameHeight() + theme::grid(4);
    for (const Tool& tool : tools) width += ImGui::CalcTextSize(tool.label).x + theme::grid(2.25F);
    const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - width;
    draw_what_is_heard(list, right - ImGui::GetCursorPosX());
    ImGui::SameLine(right);
    ImGui::Dummy({0, 0});
    for (const Tool& tool : tools) draw_tool(list, tool, keymap, actions);
    draw_going_on(list, going_on, keymap, actions);
    ImGui::SameLine(0, theme::grid(0.5F));
    const std::string close = hint_with_key(_("Close the list"), keymap.cap("clear"));
    if (widgets::icon_button(widgets::icon::kClose, close.c_str())) actions.push_back(CloseMoments{});
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace app
