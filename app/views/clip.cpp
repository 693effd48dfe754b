// The clip in hand: of which kind, from where to where, its title and what is said with it. Kept when its field is
// left.
#include "app/clip_kinds.h"
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/clip_parts.h"
#include "app/widgets.h"
#include "app/wrapped_text.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {
namespace {

constexpr codes::ClipKind kKinds[] = {codes::ClipKind::Strength, codes::ClipKind::Question, codes::ClipKind::Suggestion,
                                      codes::ClipKind::Note};

void draw_kinds(const codes::Clip& clip, Actions& actions) {
    for (const codes::ClipKind kind : kKinds) {
        if (kind != kKinds[0]) ImGui::SameLine(0, theme::grid(0.5F));
        if (widgets::choice(kind_label(kind), clip.kind == kind) && clip.kind != kind) {
            codes::Clip changed = clip;
            changed.kind = kind;
            actions.push_back(ChangeClip{changed});
        }
    }
}

void draw_edge(const char* label, ClipEdge edge, const std::string& cap, Actions& actions) {
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::link_button(label)) actions.push_back(SetClipEdge{edge});
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", hint_with_key(_("Where the recording stands now"), cap).c_str());
}

void draw_span(const codes::Clip& clip, const Keymap& keymap, Actions& actions) {
    if (widgets::icon_button(widgets::icon::kPlay, _("Play the clip"))) actions.push_back(PlayClip{clip.id});
    ImGui::SameLine(0, theme::grid(0.5F));
    ImGui::AlignTextToFramePadding();
    const std::string span = clock_text(clip.span.from, 1) + " – " + clock_text(clip.span.to, 1);
    ImGui::TextUnformatted(span.c_str());
    widgets::note_last_item(span.c_str());
    draw_edge(_("Begins here"), ClipEdge::In, keymap.cap("clip_begins"), actions);
    draw_edge(_("Ends here"), ClipEdge::Out, keymap.cap("clip_ends"), actions);
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::icon_button(widgets::icon::kTrash, _("Remove the clip"))) actions.push_back(RemoveClip{clip.id});
}

bool is_leaving(const Model& model, const Actions& actions) {
    return model.wants_to_quit || std::any_of(actions.begin(), actions.end(), [](const Action& action) {
               return action.as<GoTo>() || action.as<HoldClip>() || action.as<PlayClip>() || action.as<StepClips>() ||
                      action.as<MakeClip>() || action.as<CloseConversation>() || action.as<Quit>();
           });
}

}  // namespace

void keep_clip_words(const OpenConversationState& open, ClipsState& state, Actions& actions) {
    const codes::Clip* clip = open.clips.find(state.of);
    if (clip && (clip->title != state.title || clip->text != state.text) && clip->revision == state.revision) {
        codes::Clip changed = *clip;
        changed.title = state.title;
        changed.text = state.text;
        actions.insert(actions.begin(), ChangeClip{changed});
    }
    state.of = {};
}

void draw_clip(const Model& model, const codes::Clip& clip, CodeScreenState& state, Actions& actions) {
    ClipsState& typed = state.clips;
    if (typed.of && typed.of != clip.id) keep_clip_words(*model.open, typed, actions);
    if (typed.of != clip.id || typed.revision != clip.revision) {
        typed.of = clip.id;
        typed.revision = clip.revision;
        typed.title = clip.title;
        typed.text = clip.text;
    }
    const Keymap& keymap = state.keymap.of(&model.open->codebook, model.settings);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(1), theme::px(3)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme::grid(1), theme::px(4)});
    draw_kinds(clip, actions);
    draw_span(clip, keymap, actions);
    ImGui::SetNextItemWidth(-FLT_MIN);
    if (typed.wants_title) ImGui::SetKeyboardFocusHere();
    ImGui::InputTextWithHint("##title", _("Title"), &typed.title, ImGuiInputTextFlags_EnterReturnsTrue);
    widgets::note_last_item("clip title");
    bool is_typing = ImGui::IsItemActive();
    if (is_typing) typed.wants_title = false;
    const float height = std::max(ImGui::GetTextLineHeight() * 2, ImGui::GetContentRegionAvail().y - theme::px(2));
    widgets::wrapped_input("##words", typed.text, {-FLT_MIN, height});
    widgets::note_last_item("clip text");
    is_typing = is_typing || ImGui::IsItemActive();
    ImGui::PopStyleVar(2);
    const bool is_changed = typed.title != clip.title || typed.text != clip.text;
    if (is_changed && (!is_typing || is_leaving(model, actions))) keep_clip_words(*model.open, typed, actions);
}

}  // namespace app
