// The clips of the conversation: on the left the list, then the one in hand, then what was said about it.
#include "app/clip_kinds.h"
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/clip_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

void draw_row(const OpenConversationState& open, const codes::Clip& clip, Actions& actions) {
    const bool is_held = open.clips.in_hand == clip.id;
    ImGui::PushID(clip.id.text.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = ImGui::GetContentRegionAvail().x;
    if (ImGui::Selectable("##clip", is_held, ImGuiSelectableFlags_AllowDoubleClick))
        actions.push_back(ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) ? Action(PlayClip{clip.id})
                                                                             : Action(HoldClip{clip.id}));
    widgets::note_last_item(("clip " + clip.title).c_str());
    if (is_held && !ImGui::IsItemVisible()) ImGui::SetScrollHereY(0.5F);
    const bool is_hovered = ImGui::IsItemHovered();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float line = ImGui::GetTextLineHeight();
    list.AddRectFilled({at.x, at.y + 1}, {at.x + theme::px(4), at.y + line - 1}, theme::colour(kind_colour(clip.kind)),
                       2);
    const std::string time = clock_text(clip.span.from);
    const std::size_t comments = open.clips.thread(clip.id).size();
    const std::string said = comments == 0 ? std::string() : std::to_string(comments);
    const float said_at = at.x + room - ImGui::CalcTextSize(said.c_str()).x - theme::grid(1);
    const float time_at = at.x + theme::grid(1.5F);
    const float title_at = time_at + ImGui::CalcTextSize(time.c_str()).x + theme::grid(1);
    list.AddText({time_at, at.y}, theme::palette().muted, time.c_str());
    list.AddText({title_at, at.y}, theme::palette().ink,
                 widgets::fitted(clip.title, said_at - title_at - theme::grid(3)).c_str());
    if (comments > 0) {
        list.AddText({said_at - theme::grid(2), at.y}, theme::palette().muted, widgets::icon::kSpeech);
        list.AddText({said_at, at.y}, theme::palette().muted, said.c_str());
    }
    if (is_hovered) ImGui::SetTooltip("%s · %s\n%s", kind_label(clip.kind), clip.author.c_str(), clip.title.c_str());
    ImGui::PopID();
}

void draw_writing(const base::Job<std::vector<std::string>>& job, Actions& actions) {
    ImGui::TextUnformatted(
        fmt::format(fmt::runtime(_("Saving: {} %")), static_cast<int>(job.progress() * 100)).c_str());
    ImGui::SameLine(0, theme::grid(1));
    if (widgets::link_button(_("Cancel"))) actions.push_back(CancelReel{});
}

void draw_saving(const OpenConversationState& open, Actions& actions) {
    if (open.reel_job) return draw_writing(*open.reel_job, actions);
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", _("Save the best:"));
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::link_button(_("as one film"))) actions.push_back(SaveReel{ReelFiles::OneFilm, {}});
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", _("Saves the best moments as one MP4, each with its title and with subtitles"));
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::link_button(_("as separate clips"))) actions.push_back(SaveReel{ReelFiles::SeparateClips, {}});
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", _("Saves each of the best moments as a file of its own"));
}

void draw_tools(const OpenConversationState& open, const Keymap& keymap, Actions& actions) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(0.75), theme::grid(0.25)});
    if (widgets::link_button(_("New clip"))) actions.push_back(MakeClip{});
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", hint_with_key(_("Of the selected codes, else of the loop, else of what was just heard"),
                                              keymap.cap("make_clip"))
                                    .c_str());
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::link_button(_("Strengths first"))) actions.push_back(PlayReel{});
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s",
                          hint_with_key(_("Plays the best moments one after the other, with what the client answered"),
                                        keymap.cap("reel"))
                              .c_str());
    draw_saving(open, actions);
    ImGui::PopStyleVar();
}

}  // namespace

void draw_clip_list(const Model& model, const Keymap& keymap, ImVec2 size, Actions& actions) {
    const OpenConversationState& open = *model.open;
    ImGui::BeginChild("##list", size, false, ImGuiWindowFlags_NoBackground);
    draw_tools(open, keymap, actions);
    ImGui::BeginChild("##clips", {0, 0}, false, ImGuiWindowFlags_NoBackground);
    for (const codes::Clip& clip : open.clips.clips) draw_row(open, clip, actions);
    if (open.clips.clips.empty())
        widgets::hint(fmt::format(fmt::runtime(_("No clips yet. Select a code, or mark a loop, and press {}: the clip "
                                                 "is a moment to show to the other.")),
                                  keymap.cap("make_clip"))
                          .c_str());
    ImGui::EndChild();
    ImGui::EndChild();
}

void draw_clips(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float left = std::clamp(room.x * 0.28F, theme::px(240), theme::px(420));
    ImGui::SetCursorPosX(theme::grid(2));
    draw_clip_list(model, keymap, {left, 0}, actions);
    const codes::Clip* clip = open.clips.held();
    if (!clip) {
        keep_clip_words(open, state.clips, actions);
        state.clips.wants_title = state.clips.wants_comment = false;
        ImGui::SameLine(0, theme::grid(2));
        ImGui::BeginGroup();
        if (!open.clips.clips.empty()) widgets::hint(_("↑ ↓ choose a clip, Enter plays it"));
        ImGui::EndGroup();
        return;
    }
    const float middle = std::floor((room.x - left - theme::grid(8)) * 0.5F);
    ImGui::SameLine(0, theme::grid(2));
    ImGui::BeginChild("##clip", {middle, 0}, false, ImGuiWindowFlags_NoBackground);
    draw_clip(model, *clip, state, actions);
    ImGui::EndChild();
    ImGui::SameLine(0, theme::grid(2));
    ImGui::BeginChild("##thread", {middle, 0}, false, ImGuiWindowFlags_NoBackground);
    draw_clip_thread(model, *clip, state, actions);
    ImGui::EndChild();
}

bool clips_take(const KeyPress& press, const Model& model, Actions& actions) {
    const ClipDesk& desk = model.open->clips;
    if (desk.clips.empty()) return false;
    const SDL_Scancode key = press.event.keysym.scancode;
    const codes::Clip* held = desk.held();
    if (key == SDL_SCANCODE_DOWN || key == SDL_SCANCODE_UP) {
        const auto at = std::find_if(desk.clips.begin(), desk.clips.end(),
                                     [&](const codes::Clip& clip) { return clip.id == desk.in_hand; });
        const auto now = held ? at - desk.clips.begin() + (key == SDL_SCANCODE_DOWN ? 1 : -1) : 0;
        const auto last = static_cast<std::ptrdiff_t>(desk.clips.size()) - 1;
        const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(now, 0, last);
        actions.push_back(HoldClip{desk.clips[static_cast<std::size_t>(to)].id});
        return true;
    }
    if (!held) return false;
    if (key >= SDL_SCANCODE_1 && key <= SDL_SCANCODE_4) {
        codes::Clip clip = *held;
        clip.kind = static_cast<codes::ClipKind>(key - SDL_SCANCODE_1);
        if (press.event.repeat == 0) actions.push_back(ChangeClip{clip});
        return true;
    }
    if (press.event.repeat != 0) return false;
    if (key == SDL_SCANCODE_RETURN || key == SDL_SCANCODE_KP_ENTER)
        actions.push_back(PlayClip{});
    else if (key == SDL_SCANCODE_DELETE)
        actions.push_back(RemoveClip{held->id});
    else
        return false;
    return true;
}

}  // namespace app
