// What the codebook remarks on what was coded: known traps, said calmly, and put away by who has read them.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {
namespace {

void draw_remark(const Remark& remark, CodeScreenState& state, Actions& actions) {
    ImGui::PushID(remark.name.c_str());
    if (widgets::link_button((clock_text(remark.at, 0) + "##go").c_str())) actions.push_back(SeekTo{remark.at});
    const float side = ImGui::GetFrameHeight();
    ImGui::SameLine(ImGui::GetContentRegionAvail().x - side);
    if (widgets::icon_button(widgets::icon::kClose, _("Read; put it away"))) state.reading.put_away(remark);
    widgets::hint(remark.text.c_str());
    if (remark.event && widgets::link_button(_("Change"))) {
        actions.push_back(SelectEvents{{*remark.event}});
        state.menu_of = *remark.event;
    }
    ImGui::Dummy({0, theme::px(2)});
    ImGui::PopID();
}

}  // namespace

float remarks_width(const OpenConversationState& open, CodeScreenState& state) {
    return state.reading.remarks_of(open).empty() ? 0 : theme::px(320);
}

void draw_remarks(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    const auto remarks = state.reading.remarks_of(open);
    if (remarks.empty()) return;
    widgets::section(_("Worth a thought"));
    ImGui::SameLine();
    ImGui::TextDisabled("%s", keymap.cap("put_away").c_str());
    for (const Remark* remark : remarks) draw_remark(*remark, state, actions);
}

}  // namespace app
