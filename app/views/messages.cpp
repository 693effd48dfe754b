#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {

namespace {

struct MessageLook {
    const char* icon;
    ImU32 ground;
    ImU32 colour;
};

MessageLook look_of(MessageKind kind) {
    const theme::Palette& p = theme::palette();
    switch (kind) {
        case MessageKind::Error:
            return {widgets::icon::kWarning, p.danger_soft, p.danger};
        case MessageKind::Warning:
            return {widgets::icon::kWarning, p.warning_soft, p.ink};
        case MessageKind::Information:
            break;
    }
    return {widgets::icon::kInfo, p.accent_soft, p.accent};
}

}  // namespace

// One calm strip with the newest; how many more wait behind it.
void draw_messages(const Model& model, Actions& actions) {
    if (model.messages.empty()) return;
    const Message& message = model.messages.back();
    const MessageLook look = look_of(message.kind);
    const float margin = theme::grid(3);
    const float width = ImGui::GetWindowWidth() - 2 * margin;
    const float offer = std::max(theme::px(96), ImGui::CalcTextSize(message.offer.c_str()).x + theme::grid(4));
    const float buttons =
        (message.offer.empty() ? theme::px(56) : offer + theme::px(74)) + theme::px(model.messages.size() > 1 ? 90 : 0);
    const float wrap = width - theme::px(48) - buttons;
    const float text_height = ImGui::CalcTextSize(message.text.c_str(), nullptr, false, wrap).y;
    const float height = std::max(text_height + theme::grid(2), theme::px(40));

    ImGui::SetCursorPos({margin, ImGui::GetCursorPosY() + theme::grid(1.5F)});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, look.ground);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme::grid(1.5F), 0});
    ImGui::BeginChild("##message", {width, height}, true, ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    const float middle = (height - ImGui::GetTextLineHeight()) / 2;
    ImGui::SetCursorPosY(middle);
    ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(look.colour), "%s", look.icon);
    ImGui::SetCursorPos({theme::px(44), (height - text_height) / 2});
    ImGui::PushTextWrapPos(theme::px(44) + wrap);
    ImGui::TextUnformatted(message.text.c_str());
    ImGui::PopTextWrapPos();
    const float button_y = (height - ImGui::GetFrameHeight()) / 2;
    if (model.messages.size() > 1) {
        ImGui::SetCursorPos({width - buttons, middle});
        ImGui::TextDisabled("%s", fmt::format(fmt::runtime(_("{} more")), model.messages.size() - 1).c_str());
    }
    if (!message.offer.empty()) {
        ImGui::SetCursorPos({width - theme::px(54) - offer, (height - theme::px(28)) / 2});
        if (widgets::secondary_button(message.offer.c_str(), {offer, theme::px(28)}))
            for (const Action& action : message.offered) actions.push_back(action);
    }
    ImGui::SetCursorPos({width - theme::px(42), button_y});
    if (widgets::icon_button(widgets::icon::kClose, _("Dismiss"))) actions.push_back(DismissMessage{});
    ImGui::EndChild();
}

}  // namespace app
