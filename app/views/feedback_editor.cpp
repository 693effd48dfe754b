// The coach's words: strengths first, one thing to practise, the next step. Kept as they are typed.
#include "app/clock_text.h"
#include "app/goal_words.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/views/report_panels.h"
#include "app/widgets.h"
#include "app/wrapped_text.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {
namespace {

constexpr std::chrono::milliseconds kTypingRests{1500};
constexpr float kMostLines = 8;

void touched(FeedbackDraft& draft) {
    draft.is_changed = true;
    draft.typed_at = std::chrono::steady_clock::now();
}

codes::Moment moment_of(const OpenConversationState& open, const codes::Event& event) {
    codes::Moment moment{event.at, quote_of(open, event), event.note, {}};
    if (moment.comment.empty()) moment.comment = label_of(open.codebook, event.code);
    return moment;
}

// Those worth offering: selected or noted; where there are none, all.
std::vector<const codes::Event*> candidates(const OpenConversationState& open) {
    std::vector<const codes::Event*> found;
    for (const codes::Event& event : open.coding.events)
        if (!event.note.empty() || is_selected(open, event.id)) found.push_back(&event);
    if (found.empty())
        for (const codes::Event& event : open.coding.events) found.push_back(&event);
    return found;
}

bool draw_choice(const OpenConversationState& open, const codes::Event& event) {
    ImGui::PushID(event.id.text.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    std::string text = "   " + clock_text(event.at) + "  " + label_of(open.codebook, event.code);
    if (!event.note.empty()) text += " · " + base::shortened(event.note, 60);
    const bool chosen = ImGui::MenuItem(text.c_str());
    widgets::note_last_item(("moment " + clock_text(event.at)).c_str());
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + theme::px(4), at.y + ImGui::GetTextLineHeight()},
                                              theme::colour(colour_of(open.codebook, event.code)), 2);
    ImGui::PopID();
    return chosen;
}

// Returns the chosen moment, once.
std::optional<codes::Moment> draw_moment_menu(const char* id, const OpenConversationState& open) {
    std::optional<codes::Moment> chosen;
    ImGui::SetNextWindowSizeConstraints({theme::px(300), 0}, {theme::px(640), theme::px(420)});
    if (!ImGui::BeginPopup(id)) return chosen;
    const base::Time here = playhead(open);
    const std::string at_playhead = fmt::format(fmt::runtime(_("At the playhead, {}")), clock_text(here, 1));
    if (ImGui::MenuItem(at_playhead.c_str()))
        chosen = codes::Moment{here, quote_at(open, {here, here}, talk::Role::Unknown), {}, {}};
    widgets::note_last_item(_("At the playhead, {}"));
    ImGui::Separator();
    const auto events = candidates(open);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(events.size()));
    while (clipper.Step())
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
            if (const codes::Event& event = *events[static_cast<std::size_t>(row)]; draw_choice(open, event))
                chosen = moment_of(open, event);
    ImGui::EndPopup();
    return chosen;
}

bool words(const char* name, const char* hint, std::string& text, int lines) {
    ImGui::PushID(name);
    bool changed = false;
    if (lines == 1) {
        ImGui::SetNextItemWidth(-FLT_MIN);
        changed = ImGui::InputTextWithHint("##words", hint, &text);
    } else {
        // As high as what was typed, up to a point.
        const float line = ImGui::GetTextLineHeight();
        const float width =
            ImGui::GetContentRegionAvail().x - ImGui::GetStyle().FramePadding.x * 2 - ImGui::GetStyle().ScrollbarSize;
        const float typed = ImGui::CalcTextSize(text.c_str(), nullptr, false, width).y;
        const float height = std::clamp(typed, line * static_cast<float>(lines), line * kMostLines) +
                             ImGui::GetStyle().FramePadding.y * 2;
        changed = widgets::wrapped_input("##words", text, {0, height});
        if (text.empty() && !ImGui::IsItemActive()) {
            const ImVec2 at = ImGui::GetItemRectMin();
            ImGui::GetWindowDrawList()->AddText(
                {at.x + ImGui::GetStyle().FramePadding.x, at.y + ImGui::GetStyle().FramePadding.y},
                theme::palette().muted, hint);
        }
    }
    widgets::note_last_item(name);
    ImGui::PopID();
    return changed;
}

enum class Asks { Comment, CommentAndAlternative };
enum class Fate { Stays, Goes };

Fate draw_moment(codes::Moment& moment, Asks asks, const std::string& name, FeedbackDraft& draft, Actions& actions) {
    const theme::Palette& p = theme::palette();
    Fate fate = Fate::Stays;
    const float row = ImGui::GetCursorPosY();
    ImGui::SetCursorPosY(row + theme::px(4));  // in the middle of the buttons beside it
    widgets::pill(clock_text(moment.at).c_str(), p.good, p.good_soft);
    if (asks == Asks::CommentAndAlternative) {
        // Over the pill: its second colour says what kind of moment it is, as on the page.
        const ImVec2 from = ImGui::GetItemRectMin();
        const ImVec2 to = ImGui::GetItemRectMax();
        ImGui::GetWindowDrawList()->AddRectFilled(from, to, p.warning_soft, (to.y - from.y) / 2);
        ImGui::GetWindowDrawList()->AddText(theme::small(), theme::small()->FontSize * ImGui::GetIO().FontGlobalScale,
                                            {from.x + theme::grid(1), from.y + theme::grid(0.25F)}, p.ink,
                                            clock_text(moment.at).c_str());
    }
    ImGui::SameLine();
    ImGui::SetCursorPosY(row);
    if (widgets::icon_button(widgets::icon::kPlay, _("Play this moment"))) {
        actions.push_back(SeekTo{moment.at});
        actions.push_back(GoTo{Screen::Code});
        actions.push_back(Play{});
    }
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::icon_button(widgets::icon::kTrash, _("Take this moment out"))) fate = Fate::Goes;
    if (words((name + " quote").c_str(), _("What was said"), moment.quote, 1)) touched(draft);
    if (words((name + " comment").c_str(), _("What it did, or why it matters"), moment.comment, 2)) touched(draft);
    if (asks == Asks::CommentAndAlternative &&
        words((name + " alternative").c_str(), _("What to try instead"), moment.alternative, 1))
        touched(draft);
    ImGui::Dummy({0, theme::grid(0.5F)});
    return fate;
}

void draw_moments(const char* title, const char* add, const char* name, std::size_t most, Asks asks,
                  std::vector<codes::Moment>& moments, const OpenConversationState& open, FeedbackDraft& draft,
                  Actions& actions) {
    ImGui::PushID(name);
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().accent);
    widgets::section(title);
    ImGui::PopStyleColor();
    for (std::size_t i = 0; i < moments.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const Fate fate = draw_moment(moments[i], asks, fmt::format("{} {}", name, i + 1), draft, actions);
        ImGui::PopID();
        if (fate == Fate::Stays) continue;
        moments.erase(moments.begin() + static_cast<std::ptrdiff_t>(i--));
        touched(draft);
    }
    if (moments.size() < most && widgets::link_button(add)) ImGui::OpenPopup("moments");
    if (const auto chosen = draw_moment_menu("moments", open)) {
        moments.push_back(*chosen);
        touched(draft);
    }
    ImGui::Dummy({0, theme::grid(1)});
    ImGui::PopID();
}

void take_over(const OpenConversationState& open, FeedbackDraft& draft) {
    const bool is_other = draft.coding != open.coding.id;
    if (!is_other && (draft.is_changed || draft.serial == open.coding_serial)) return;
    draft.coding = open.coding.id;
    draft.serial = open.coding_serial;
    draft.words = open.coding.feedback;
    draft.is_changed = false;
}

codes::Goal of_conversation(codes::Goal goal, const OpenConversationState& open) {
    goal.conversation = open.conversation.id;
    goal.person = open.conversation.trainee;
    goal.author = open.coding.coder;
    goal.set_on = goal_day(open.conversation);
    return goal;
}

}  // namespace

void draw_feedback_editor(const Model& model, ReportScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    FeedbackDraft& draft = state.draft;
    const bool somebody_asks = !actions.empty() || model.wants_to_quit;
    take_over(open, draft);
    draw_moments(_("What was strong"), _("Add a strong moment"), "strength", 12, Asks::Comment, draft.words.strengths,
                 open, draft, actions);
    draw_moments(_("One thing to practise"), _("Choose the moment"), "focus", 1, Asks::CommentAndAlternative,
                 draft.words.focus, open, draft, actions);
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().accent);
    widgets::section(_("Next step"));
    ImGui::PopStyleColor();
    if (words("next step", _("What you agree on, and until when"), draft.words.next_step, 3)) touched(draft);
    ImGui::Dummy({0, theme::grid(1)});
    if (const auto goal = draw_goal_form(open.codebook, _("A goal for the next conversations"), state.goal))
        actions.push_back(SetGoal{of_conversation(*goal, open)});
    ImGui::Dummy({0, theme::grid(1)});
    draw_self_view(open, draft);

    const bool hands_rest = std::chrono::steady_clock::now() - draft.typed_at > kTypingRests;
    if (!draft.is_changed || (ImGui::IsAnyItemActive() && !hands_rest && !somebody_asks)) return;
    actions.insert(actions.begin(), WriteFeedback{draft.words});
    draft.is_changed = false;
    draft.serial = open.coding_serial + (draft.words == open.coding.feedback ? 0 : 1);
}

}  // namespace app
