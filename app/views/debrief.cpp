// Sitting together: the coach's clips with the strengths first, circles with what could be talked about, which the
// trainee puts in order, and one thing to work on. The picture stands large beside it.
#include "app/clip_kinds.h"
#include "app/clock_text.h"
#include "app/debrief_list.h"
#include "app/theme.h"
#include "app/views/review_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

void draw_clip(const CoachView& coach, std::size_t index, bool is_heard, Actions& actions) {
    const theme::Palette& p = theme::palette();
    const codes::Clip& clip = coach.clips[index];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, theme::px(46)};
    ImGui::PushID(clip.id.text.c_str());
    if (ImGui::InvisibleButton("clip", size)) actions.push_back(PlayMoments{debrief_list(coach, index)});
    ImGui::PopID();
    widgets::note_last_item(("clip " + title_of(clip)).c_str());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 ground = is_heard ? p.accent_soft : ImGui::IsItemHovered() ? p.hover : p.control;
    list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, ground, theme::px(6));
    list.AddRect(at, {at.x + size.x, at.y + size.y}, is_heard ? p.accent : p.hairline, theme::px(6));
    list.AddRectFilled(at, {at.x + theme::px(5), at.y + size.y}, theme::colour(kind_colour(clip.kind)), theme::px(3),
                       ImDrawFlags_RoundCornersLeft);
    const std::string when = clock_text(clip.span.from) + " \xc2\xb7 " + clock_text(clip.span.length());
    const float width = ImGui::CalcTextSize(when.c_str()).x;
    const float half = size.y / 2;
    const float left = at.x + theme::grid(2), room = size.x - theme::grid(4) - width - theme::grid(1);
    ImGui::PushFont(theme::semibold());
    const std::string title = widgets::fitted(title_of(clip), room);
    ImGui::PopFont();
    widgets::text_in_middle(list, theme::semibold(), {left, at.y + theme::px(2)}, half, p.ink, title.c_str());
    widgets::text_in_middle(list, theme::small(), {left, at.y + half - theme::px(2)}, half, p.muted,
                            kind_word(clip.kind));
    widgets::text_in_middle(list, theme::regular(), {at.x + size.x - width - theme::grid(2), at.y}, size.y, p.muted,
                            when.c_str());
    if (!clip.text.empty() && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", clip.text.c_str());
}

void draw_clips(const Model& model, Actions& actions) {
    const CoachView* coach = model.review->coach ? &*model.review->coach : nullptr;
    widgets::section(_("Clips, strengths first"));
    if (!coach || coach->clips.empty())
        return widgets::hint(_("Your coach made no clips of this conversation. Look at your two moments instead."));
    const bool is_heard = model.played && model.played->name == kDebriefList;
    for (std::size_t i = 0; i < coach->clips.size(); ++i)
        draw_clip(*coach, i, is_heard && model.played->now == i, actions);
    const bool has_next = !is_heard || model.played->has(+1);
    if (widgets::primary_button(is_heard ? _("Next clip (Page Down)") : _("Play the clips (Page Down)"), {0, 0},
                                has_next ? widgets::Enabled::Yes : widgets::Enabled::No)) {
        if (is_heard)
            actions.push_back(StepMoments{+1});
        else
            actions.push_back(PlayMoments{debrief_list(*coach, 0)});
    }
    widgets::note_last_item("next clip");
}

// Three lines at most, as a pen would fill a circle.
void draw_words_in(ImVec2 middle, float radius, const std::string& words, ImU32 colour) {
    ImFont* const font = theme::small();
    const float size = font->FontSize * ImGui::GetIO().FontGlobalScale;
    const float width = radius * 1.62F;
    ImGui::PushFont(font);
    const std::string cut = widgets::fitted(words, width * 2.5F);
    ImGui::PopFont();
    const ImVec2 all = font->CalcTextSizeA(size, FLT_MAX, width, cut.c_str());
    ImGui::GetWindowDrawList()->AddText(font, size,
                                        {std::floor(middle.x - all.x / 2), std::floor(middle.y - all.y / 2)}, colour,
                                        cut.c_str(), nullptr, width);
}

// Pressed in the order in which they matter; a second press takes it out.
void draw_circle(const codes::Review& review, const std::string& subject, float radius, Actions& actions) {
    const theme::Palette& p = theme::palette();
    const auto place = std::find(review.agenda.begin(), review.agenda.end(), subject);
    const bool is_chosen = place != review.agenda.end();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 middle{at.x + radius, at.y + radius};
    ImGui::PushID(subject.c_str());
    if (ImGui::InvisibleButton("circle", {2 * radius, 2 * radius})) {
        codes::Review ordered = review;
        if (is_chosen)
            std::erase(ordered.agenda, subject);
        else
            ordered.agenda.push_back(subject);
        actions.push_back(ChangeReview{ordered});
    }
    ImGui::PopID();
    widgets::note_last_item(("subject " + subject).c_str());
    const bool is_pointed_at = ImGui::IsItemHovered() || ImGui::IsItemFocused();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled(middle, radius, is_chosen ? p.accent_soft : is_pointed_at ? p.hover : p.control, 48);
    list.AddCircle(middle, radius, is_chosen ? p.accent : p.key_edge, 48, is_chosen ? theme::px(2) : 1);
    draw_words_in(middle, radius, subject, p.ink);
    if (is_chosen) {
        const std::string number = std::to_string(place - review.agenda.begin() + 1);
        const ImVec2 badge{at.x + radius * 1.7F, at.y + radius * 0.3F};
        list.AddCircleFilled(badge, theme::px(12), p.accent, 24);
        const float width = ImGui::CalcTextSize(number.c_str()).x;
        widgets::text_in_middle(list, theme::semibold(), {badge.x - width / 2, badge.y - theme::px(12)}, theme::px(24),
                                p.on_accent, number.c_str());
    }
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", subject.c_str());
}

void draw_agenda(const ReviewDesk& desk, ReviewState& state, Actions& actions) {
    ImGui::Dummy({0, theme::grid(1)});
    widgets::section(_("What we talk about"));
    widgets::hint(_("The trainee presses first what matters most, then the next."));
    const float room = ImGui::GetContentRegionAvail().x, gap = theme::grid(1.5F);
    const int columns = std::max(2, static_cast<int>(room / theme::px(118)));
    const float radius = std::floor(std::min(theme::px(54), (room / static_cast<float>(columns) - gap) / 2));
    int column = 0;
    for (const std::string& subject : subjects_of(desk.coach ? &*desk.coach : nullptr, desk.review.agenda)) {
        if (column > 0) ImGui::SameLine(0, gap);
        draw_circle(desk.review, subject, radius, actions);
        column = (column + 1) % columns;
    }
    ImGui::SetNextItemWidth(room);
    const bool is_entered = ImGui::InputTextWithHint("##subject", _("A subject of your own, then Enter"),
                                                     &state.subject, ImGuiInputTextFlags_EnterReturnsTrue);
    widgets::note_last_item("own subject");
    const std::string subject(base::trimmed(state.subject));
    const auto& agenda = desk.review.agenda;
    if (is_entered && !subject.empty() && std::find(agenda.begin(), agenda.end(), subject) == agenda.end()) {
        codes::Review added = desk.review;
        added.agenda.push_back(subject);
        actions.push_back(ChangeReview{added});
        state.subject.clear();
    }
}

void draw_focus(const ReviewDesk& desk, Actions& actions) {
    if (!desk.coach) return;
    const std::vector<std::string> offers = offers_of(*desk.coach);
    if (offers.empty()) return;
    ImGui::Dummy({0, theme::grid(1)});
    widgets::section(_("One thing to work on"));
    for (const std::string& offer : offers) {
        const bool is_chosen = desk.review.focus == offer;
        ImGui::PushID(offer.c_str());
        const bool pressed = ImGui::RadioButton("##offer", is_chosen);
        widgets::note_last_item(("focus " + offer).c_str());
        ImGui::SameLine();
        ImGui::TextWrapped("%s", offer.c_str());
        ImGui::PopID();
        if (!pressed) continue;
        codes::Review chosen = desk.review;
        chosen.focus = is_chosen ? std::string() : offer;
        actions.push_back(ChangeReview{chosen});
    }
}

}  // namespace

void draw_debrief(const Model& model, ReviewState& state, Actions& actions) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme::grid(2), theme::grid(1.5F)});
    widgets::begin_card("##debrief", {0, 0}, ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    draw_clips(model, actions);
    draw_agenda(*model.review, state, actions);
    draw_focus(*model.review, actions);
    draw_goal(*model.review, state, actions);
    widgets::end_card();
}

}  // namespace app
