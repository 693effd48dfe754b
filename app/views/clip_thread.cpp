// What was said about a clip, and the field for the next comment. Playback stands still while one is typed or spoken.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/clip_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {
namespace {

const codes::Comment* find(const std::vector<const codes::Comment*>& thread, const base::Id& id) {
    const auto found =
        std::find_if(thread.begin(), thread.end(), [&](const codes::Comment* one) { return one->id == id; });
    return found == thread.end() ? nullptr : *found;
}

int depth_of(const std::vector<const codes::Comment*>& thread, const codes::Comment& comment) {
    constexpr int kDeepest = 3;
    int depth = 0;
    for (const codes::Comment* one = find(thread, comment.reply_to); one && depth < kDeepest; ++depth)
        one = find(thread, one->reply_to);
    return depth;
}

// Each comment with its replies right below it.
void put_in_order(const std::vector<const codes::Comment*>& thread, const base::Id& of,
                  std::vector<const codes::Comment*>& order) {
    for (const codes::Comment* comment : thread) {
        const base::Id above = find(thread, comment->reply_to) ? comment->reply_to : base::Id{};
        if (above != of || std::find(order.begin(), order.end(), comment) != order.end()) continue;
        order.push_back(comment);
        put_in_order(thread, comment->id, order);
    }
}

std::string day_of(const codes::Comment& comment) {
    return base::to_iso8601(comment.at).substr(0, 10);
}

std::string who_and_when(const codes::Comment& comment) {
    const std::string said = comment.author + " · " + day_of(comment);
    return comment.contribution == codes::Contribution::SaidAgain ? std::string(_("Said again")) + " · " + said : said;
}

void draw_comment(const OpenConversationState& open, const codes::Comment& comment, int depth, CodeScreenState& state,
                  Actions& actions) {
    ImGui::PushID(comment.id.text.c_str());
    ImGui::Indent(theme::grid(2) * static_cast<float>(depth) + 1);
    ImGui::PushFont(theme::small());
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", who_and_when(comment).c_str());
    ImGui::SameLine(0, theme::grid(1));
    if (widgets::link_button(_("Reply"))) {
        actions.push_back(StartComment{comment.id});
        state.clips.wants_comment = true;
    }
    if (comment.author == open.coding.coder) {
        ImGui::SameLine(0, theme::grid(0.5F));
        if (widgets::link_button(_("Remove"))) actions.push_back(RemoveComment{comment.id});
    }
    ImGui::PopFont();
    if (comment.spoken > base::Time{}) {
        const std::string hear = fmt::format(fmt::runtime(_("Hear it ({})")), clock_text(comment.spoken));
        if (widgets::link_button(hear.c_str())) actions.push_back(HearComment{comment.id});
    }
    if (!comment.text.empty()) ImGui::TextWrapped("%s", comment.text.c_str());
    widgets::note_last_item(("comment " + comment.text).c_str());
    if (comment.contribution == codes::Contribution::SaidAgain) draw_said_again(open, comment, state.clips, actions);
    ImGui::Unindent(theme::grid(2) * static_cast<float>(depth) + 1);
    ImGui::PopID();
}

void draw_meter(const ClipDesk& desk) {
    const theme::Palette& p = theme::palette();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{theme::px(120), theme::px(8)};
    const float y = at.y + (ImGui::GetFrameHeight() - size.y) / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({at.x, y}, {at.x + size.x, y + size.y}, p.control, theme::px(4));
    list.AddRectFilled({at.x, y}, {at.x + size.x * desk.level, y + size.y}, p.accent, theme::px(4));
    ImGui::Dummy({size.x, ImGui::GetFrameHeight()});
    widgets::note_last_item("level");
}

void draw_speaking(const ClipDesk& desk, const Keymap& keymap, Actions& actions) {
    draw_meter(desk);
    ImGui::SameLine(0, theme::grid(1));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(clock_text(desk.spoken).c_str());
    ImGui::SameLine(0, theme::grid(1));
    if (widgets::link_button(_("Keep it"))) actions.push_back(SpeakComment{});
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", keymap.cap("clip_speak").c_str());
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::link_button(_("Throw it away"))) actions.push_back(AbandonComment{});
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", keymap.cap("clear").c_str());
}

std::string hint_for(const ClipDesk& desk, const std::vector<const codes::Comment*>& thread, const Keymap& keymap) {
    if (desk.says_again) return _("What would you say now? Enter keeps it");
    if (const codes::Comment* answered = find(thread, desk.reply_to))
        return fmt::format(fmt::runtime(_("Reply to {}; Enter keeps it and plays on")), answered->author);
    return fmt::format(fmt::runtime(_("Comment ({}); Enter keeps it and plays on")), keymap.cap("clip_comment"));
}

void draw_field(const ClipDesk& desk, const std::string& hint, ClipsState& typed, float room, Actions& actions) {
    ImGui::SetNextItemWidth(room);
    if (typed.wants_comment || (desk.says_again && !typed.types_comment)) ImGui::SetKeyboardFocusHere();
    const bool entered =
        ImGui::InputTextWithHint("##comment", hint.c_str(), &typed.comment, ImGuiInputTextFlags_EnterReturnsTrue);
    widgets::note_last_item("clip comment");
    const bool is_active = ImGui::IsItemActive();
    if (is_active) {
        typed.wants_comment = false;
        if (!typed.types_comment && !desk.comment_on) actions.push_back(StartComment{});
        typed.types_comment = true;
    }
    const bool is_left = typed.types_comment && !is_active;
    if (!entered && !is_left) return;
    const bool escaped = !entered && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
    if (escaped)
        actions.push_back(AbandonComment{});
    else
        actions.push_back(FinishComment{typed.comment});
    typed.comment.clear();
    typed.types_comment = false;
}

// The field, or a microphone, or to say again what was said in the recording.
void draw_adding(const OpenConversationState& open, const std::string& hint, const Keymap& keymap, ClipsState& typed,
                 Actions& actions) {
    const char* const again = _("Say it again");
    const float tools =
        open.clips.says_again ? 0 : ImGui::GetFrameHeight() + ImGui::CalcTextSize(again).x + theme::grid(3.5F);
    draw_field(open.clips, hint, typed, ImGui::GetContentRegionAvail().x - tools, actions);
    if (open.clips.says_again) return;
    ImGui::SameLine(0, theme::grid(0.5F));
    const std::string speak = fmt::format("{}  ({})", _("Speak a comment"), keymap.cap("clip_speak"));
    if (widgets::icon_button(widgets::icon::kMicrophone, speak.c_str())) actions.push_back(SpeakComment{});
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::link_button(again)) actions.push_back(SayAgain{});
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s  (%s)", _("Hear the moment up to what was answered, then answer it anew"),
                          keymap.cap("say_again").c_str());
}

bool has_answer(const std::vector<const codes::Comment*>& thread) {
    return std::any_of(thread.begin(), thread.end(),
                       [](const codes::Comment* one) { return one->contribution == codes::Contribution::SaidAgain; });
}

}  // namespace

void draw_clip_thread(const Model& model, const codes::Clip& clip, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    const auto thread = open.clips.thread(clip.id);
    std::vector<const codes::Comment*> order;
    put_in_order(thread, {}, order);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(0.75), theme::px(3)});
    const float line = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y + theme::px(6);
    ImGui::BeginChild("##said", {0, ImGui::GetContentRegionAvail().y - line}, false, ImGuiWindowFlags_NoBackground);
    if (has_answer(thread)) draw_said_then(open, clip, actions);
    for (const codes::Comment* comment : order)
        draw_comment(open, *comment, depth_of(thread, *comment), state, actions);
    if (order.empty()) widgets::hint(_("Nothing was said about this clip yet."));
    ImGui::EndChild();
    if (open.clips.speaks) {
        draw_speaking(open.clips, keymap, actions);
    } else if (waits_to_say_again(open)) {
        draw_waiting(actions);
    } else {
        draw_adding(open, hint_for(open.clips, thread, keymap), keymap, state.clips, actions);
    }
    ImGui::PopStyleVar();
}

}  // namespace app
