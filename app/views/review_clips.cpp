// Clips on the Review screen: the list, the one in hand and its thread below each other; the pad, while an answer that
// was said again is coded.
#include "app/reel.h"
#include "app/theme.h"
#include "app/views/clip_parts.h"
#include "app/views/review_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>

namespace app {
namespace {

bool begin_part(const char* id, float height) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme::grid(2), theme::grid(1)});
    const bool visible = widgets::begin_card(id, {0, height}, ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    return visible;
}

void draw_thread(const Model& model, const codes::Clip& clip, CodeScreenState& code, float height, Actions& actions) {
    if (begin_part("##thread", height)) draw_clip_thread(model, clip, code, actions);
    widgets::end_card();
}

}  // namespace

void draw_review_clips(const Model& model, CodeScreenState& code, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = code.keymap.of(&open.codebook, model.settings);
    if (model.played && model.played->name == kReel) draw_played_list(model, keymap, actions);
    const float room = ImGui::GetContentRegionAvail().y;
    const float gap = ImGui::GetStyle().ItemSpacing.y;
    const codes::Clip* clip = open.clips.held();
    if (clip && open.clips.answer) {
        draw_thread(model, *clip, code, std::floor(room * 0.38F), actions);
        if (begin_part("##pad", 0)) draw_pad(model, code, actions);
        widgets::end_card();
        return;
    }
    const float list = clip ? std::floor(room * 0.3F) : room;
    if (begin_part("##clips", list)) draw_clip_list(model, keymap, {0, 0}, actions);
    widgets::end_card();
    if (!clip) return keep_clip_words(open, code.clips, actions);
    const float words = std::floor(std::min(theme::px(190), room * 0.3F));
    if (begin_part("##clip", words)) draw_clip(model, *clip, code, actions);
    widgets::end_card();
    draw_thread(model, *clip, code, std::floor(room - list - words - 2 * gap), actions);
}

}  // namespace app
