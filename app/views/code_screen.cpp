// The Code screen: picture and transport left, pad right, timeline below. Only the layout is decided here.
#include "app/pad_rows.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>

namespace app {
namespace {

struct Box {
    ImVec2 at, size;
};

struct Layout {
    Box picture, transport, pad, lower;
};

// The timeline gets what it needs to be read, the pad what its rows need, the picture all the rest.
// `style_bar`: what a style of coding takes above the timeline.
Layout lay_out(ImVec2 at, ImVec2 room, std::size_t rows, float last_code, float style_bar) {
    const float margin = room.x < theme::px(1100) ? theme::grid(1.5F) : theme::grid(3);
    const float gap = theme::grid(1.5F);
    const float line = ImGui::GetTextLineHeight();
    const ImVec2 inside{room.x - 2 * margin, room.y - 2 * gap};
    const float least_upper = theme::grid(7) + last_code + static_cast<float>(rows) * (line + theme::px(9));
    float lower = std::clamp(inside.y * 0.34F, theme::px(190), theme::px(400));
    lower = std::max((style_bar > 0 ? theme::px(194) : theme::px(164)) + style_bar,
                     std::min(lower, inside.y - gap - least_upper));
    const float upper = inside.y - gap - lower;
    const float pad =
        std::floor(std::clamp(inside.x * 0.42F, std::min(theme::px(546), inside.x * 0.5F), theme::px(640)));
    const float transport = theme::px(44);
    const float left = inside.x - pad - gap;
    Layout layout;
    layout.picture = {{at.x + margin, at.y + gap}, {left, upper - transport - gap * 0.75F}};
    layout.transport = {{at.x + margin, at.y + gap + upper - transport}, {left, transport}};
    layout.pad = {{at.x + margin + left + gap, at.y + gap}, {pad, upper}};
    layout.lower = {{at.x + margin, at.y + gap + upper + gap}, {inside.x, lower}};
    return layout;
}

bool begin_box(const char* id, const Box& box, ImVec2 padding) {
    ImGui::SetCursorScreenPos({std::floor(box.at.x), std::floor(box.at.y)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    const bool visible = widgets::begin_card(id, {std::floor(box.size.x), std::floor(box.size.y)},
                                             ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    return visible;
}

std::size_t most_rows(const codes::Codebook& codebook) {
    return std::max({std::size_t{6}, pad_rows(codebook, codes::Side::Professional).size(),
                     pad_rows(codebook, codes::Side::Client).size()});
}

}  // namespace

void draw_code_screen(const Model& model, CodeScreenState& state, const VideoTexture* texture, Actions& actions) {
    if (!model.open) {
        widgets::empty_state(widgets::icon::kFilm, _("No conversation is open"),
                             _("Open one from the Library, or drop a recording on this window."));
        return;
    }
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    const Layout layout = lay_out(ImGui::GetCursorScreenPos(), ImGui::GetContentRegionAvail(), most_rows(open.codebook),
                                  last_code_height(open, keymap, theme::px(540)), style_bar_height(open));
    state.has_popup = state.transport_menu_is_open = false;
    if (begin_box("picture", layout.picture, {0, 0})) draw_picture(open, texture);
    widgets::end_card();
    if (begin_box("transport", layout.transport, {theme::grid(2), 0})) draw_transport(model, state, actions);
    widgets::end_card();
    if (begin_box("pad", layout.pad, {theme::grid(2), theme::grid(1.5F)})) draw_pad(model, state, actions);
    widgets::end_card();
    if (begin_box("lower", layout.lower, {0, 0})) draw_lower_panel(model, state, actions);
    widgets::end_card();
    draw_event_menu(model, state, actions);
    draw_details(model, state, actions);
    draw_explanation(model, state, layout.picture.at,
                     {layout.picture.at.x + layout.picture.size.x, layout.picture.at.y + layout.picture.size.y});
    draw_phase_menu(model, state, actions);
    draw_segment_menu(model, state, actions);
    // After all that may begin another note: what was typed for this one is saved first.
    const Box& picture = layout.picture;
    draw_note_editor(model, state, picture.at, {picture.at.x + picture.size.x, picture.at.y + picture.size.y}, actions);
}

}  // namespace app
