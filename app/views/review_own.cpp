// What the trainee says before anything of the coach is shown: the codebook's questions, two moments, a few minutes of
// own codes, estimates; and what is still missing.
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/views/review_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {

namespace {

void draw_heading() {
    widgets::heading(_("First your own view"));
    widgets::hint(_("Only then you see what your coach saw. Nobody else sees these answers unless you choose so."));
    ImGui::Dummy({0, theme::grid(0.5F)});
}

void draw_text(const std::string& text, float room, ImU32 colour) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::TextUnformatted(widgets::fitted(text, room).c_str());
    ImGui::PopStyleColor();
    if (ImGui::CalcTextSize(text.c_str()).x > room && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", text.c_str());
}

void draw_question(const codes::SelfQuestion& question, const codes::Review& review, Actions& actions) {
    struct Choice {
        const char* label;
        codes::Most most;
    };
    const Choice choices[] = {{_(NC_("answer", "I")), codes::Most::Professional},
                              {_(NC_("answer", "the same")), codes::Most::Same},
                              {_(NC_("answer", "the client")), codes::Most::Client}};
    const float width = theme::px(82), gap = theme::grid(1);
    if (begin_review_card(question.key.c_str(), theme::px(kReviewRow))) {
        const float all = 3 * width + 2 * gap;
        ImGui::SetCursorPosY(theme::px(7));
        ImGui::AlignTextToFramePadding();
        draw_text(question.label.in(base::language()), ImGui::GetWindowWidth() - all - theme::grid(6),
                  theme::palette().ink);
        put_right(all);
        const auto given = review.answers.find(question.key);
        ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, theme::px(15));
        for (const Choice& choice : choices) {
            const bool is_chosen = given != review.answers.end() && given->second == choice.most;
            ImGui::SetCursorPosY(theme::px(7));
            const ImVec2 size{width, theme::px(30)};
            const bool pressed =
                is_chosen ? widgets::primary_button(choice.label, size) : widgets::secondary_button(choice.label, size);
            widgets::note_last_item((question.key + " " + codes::name_of(choice.most)).c_str());
            if (pressed) {
                codes::Review answered = review;
                if (is_chosen)
                    answered.answers.erase(question.key);
                else
                    answered.answers[question.key] = choice.most;
                actions.push_back(ChangeReview{answered});
            }
            ImGui::SameLine(0, gap);
        }
        ImGui::PopStyleVar();
    }
    widgets::end_card();
}

// In line with a text that is aligned to fields.
bool link_in_line(const char* label) {
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ImGui::GetStyle().FramePadding.y - theme::grid(0.25F));
    return widgets::link_button(label);
}

void draw_picking(const Model& model, PickedMoment which, ReviewState& state, const std::string& cap,
                  Actions& actions) {
    const bool waits = state.picks == which;
    const std::string here = cap.empty() ? _("Here") : fmt::format("{} ({})", _("Here"), cap);
    const char* const by_hand = waits ? _("press on the timeline") : _("on the timeline");
    put_right(ImGui::CalcTextSize(here.c_str()).x + ImGui::CalcTextSize(by_hand).x + theme::grid(6));
    if (link_in_line((here + "##here").c_str())) actions.push_back(PickMoment{which, media::Clock::now()});
    widgets::note_last_item(which == PickedMoment::ContentWith ? "content here" : "change here");
    ImGui::SameLine(0, theme::grid(1));
    ImGui::BeginDisabled(duration_of(*model.open) == base::Time{});
    if (widgets::link_button(by_hand)) state.picks = waits ? std::nullopt : std::optional(which);
    ImGui::EndDisabled();
    widgets::note_last_item(which == PickedMoment::ContentWith ? "content on the timeline" : "change on the timeline");
}

void draw_moment_card(const Model& model, PickedMoment which, ReviewState& state, const Keymap& keymap,
                      Actions& actions) {
    const codes::Review& review = model.review->review;
    const bool is_good = which == PickedMoment::ContentWith;
    const std::optional<base::Time>& at = is_good ? review.content_with : review.would_change;
    if (begin_review_card(is_good ? "##content" : "##change", theme::px(68))) {
        ImGui::SetCursorPosY(theme::px(7));
        ImGui::AlignTextToFramePadding();
        draw_text(moment_name(which), ImGui::GetWindowWidth() - theme::px(260), theme::palette().ink);
        draw_picking(model, which, state, keymap.cap(is_good ? "content_with" : "would_change"), actions);
        ImGui::SetCursorPosY(theme::px(36));
        if (at) {
            draw_moment(*model.open, which, *at, ImGui::GetWindowWidth() - theme::px(100) - say_moment_again_width(),
                        actions);
            put_right(ImGui::GetFrameHeight() + say_moment_again_width());
            draw_say_moment_again(which, state, actions);
            put_right(ImGui::GetFrameHeight());
            if (widgets::icon_button(widgets::icon::kClose, _("Take this moment back"))) {
                codes::Review taken = review;
                (is_good ? taken.content_with : taken.would_change).reset();
                actions.push_back(ChangeReview{taken});
            }
            widgets::note_last_item(is_good ? "take back content" : "take back change");
        } else {
            ImGui::AlignTextToFramePadding();
            ImGui::TextDisabled("%s", _("not chosen yet"));
        }
    }
    widgets::end_card();
}

void draw_own_minutes(const ReviewDesk& desk, Actions& actions) {
    if (begin_review_card("##minutes", theme::px(kReviewRow))) {
        ImGui::SetCursorPosY(theme::px(8));
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(_("A few minutes, coded by you"));
        ImGui::SameLine(0, theme::grid(2));
        ImGui::TextDisabled("%s", own_minutes_text(desk.own ? &*desk.own : nullptr).c_str());
        const char* const label = desk.missing.own_codes ? _("Code from here") : _("Code more");
        put_right(ImGui::CalcTextSize(label).x + theme::grid(2));
        if (link_in_line(label)) actions.push_back(CodeOwnMinutes{});
        widgets::note_last_item("code own minutes");
    }
    widgets::end_card();
}

// The hand chooses among the steps; nothing is given before it was touched.
void draw_estimate(const ReviewDesk& desk, const codes::SelfEstimate& estimate, ReviewState& state, float label,
                   Actions& actions) {
    const auto given = desk.review.estimates.find(estimate.key);
    const auto held = state.under_hand.find(estimate.key);
    const bool is_given = given != desk.review.estimates.end();
    const double middle = (estimate.minimum + estimate.maximum) / 2;
    const double shown = held != state.under_hand.end() ? static_cast<double>(held->second)
                         : is_given                     ? given->second
                                                        : middle;
    const double last = std::floor((estimate.maximum - estimate.minimum) / estimate.step + 1e-9);
    int step = static_cast<int>(std::clamp(std::round((shown - estimate.minimum) / estimate.step), 0.0, last));
    ImGui::AlignTextToFramePadding();
    draw_text(estimate.label.in(base::language()), label - theme::grid(1), theme::palette().muted);
    const float value_width = theme::px(64);
    ImGui::SameLine(label);
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - value_width - theme::grid(1));
    ImGui::PushID(estimate.key.c_str());
    ImGui::PushStyleVar(ImGuiStyleVar_GrabRounding, theme::px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, ImGui::GetStyle().Alpha * (is_given ? 1 : 0.55F));
    const bool moved = ImGui::SliderInt("##estimate", &step, 0, static_cast<int>(last), "");
    ImGui::PopStyleVar(2);
    ImGui::PopID();
    widgets::note_last_item(estimate.key.c_str());
    const double now = estimate.minimum + step * estimate.step;
    if (moved) state.under_hand[estimate.key] = static_cast<float>(now);
    if (ImGui::IsItemDeactivated()) {
        state.under_hand.erase(estimate.key);
        codes::Review guessed = desk.review;
        guessed.estimates[estimate.key] = now;
        actions.push_back(ChangeReview{guessed});
    }
    const bool is_seen = is_given || moved || held != state.under_hand.end();
    const std::string text = is_seen ? estimate_text(desk.codebook, estimate, now) : std::string("?");
    put_right(ImGui::CalcTextSize(text.c_str()).x);
    ImGui::PushFont(theme::semibold());
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopFont();
}

void draw_estimates(const ReviewDesk& desk, ReviewState& state, Actions& actions) {
    if (desk.codebook.self_estimates.empty()) return;
    const float line = ImGui::GetFrameHeight() + theme::px(4);
    const float height = theme::px(44) + line * static_cast<float>(desk.codebook.self_estimates.size());
    if (begin_review_card("##estimates", height)) {
        float label = 0;
        for (const codes::SelfEstimate& estimate : desk.codebook.self_estimates)
            label = std::max(label, ImGui::CalcTextSize(estimate.label.in(base::language()).c_str()).x);
        label = std::min(label + theme::grid(4), ImGui::GetWindowWidth() * 0.45F);
        ImGui::SetCursorPosY(theme::px(8));
        ImGui::TextUnformatted(_("Your estimate"));
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme::grid(1), theme::px(4)});
        for (const codes::SelfEstimate& estimate : desk.codebook.self_estimates)
            draw_estimate(desk, estimate, state, label, actions);
        ImGui::PopStyleVar();
    }
    widgets::end_card();
}

std::string counted(const char* pattern, int count) {
    return fmt::format(fmt::runtime(pattern), count);
}

// "1 question, 1 moment and 2 estimates".
std::string missing_text(const codes::Missing& missing) {
    const auto language = base::language();
    const auto many = [](int count) { return static_cast<unsigned long>(count); };
    std::vector<std::string> parts;
    if (missing.questions > 0)
        parts.push_back(counted(base::translate(language, "{} question", "{} questions", many(missing.questions)),
                                missing.questions));
    if (missing.moments > 0)
        parts.push_back(
            counted(base::translate(language, "{} moment", "{} moments", many(missing.moments)), missing.moments));
    if (missing.own_codes) parts.emplace_back(_("own codes"));
    if (missing.estimates > 0)
        parts.push_back(counted(base::translate(language, "{} estimate", "{} estimates", many(missing.estimates)),
                                missing.estimates));
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? std::string(" ") + _("and") + " " : ", ") + parts[i];
    return text;
}

void draw_unlocking(const codes::Missing& missing, Actions& actions) {
    const std::string label = _("Show what my coach saw");
    const std::string text =
        missing.nothing() ? label : fmt::format(fmt::runtime(_("{} (to go: {})")), label, missing_text(missing));
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::PushFont(theme::semibold());
    const std::string shown = widgets::fitted(text, width - theme::grid(2));
    ImGui::PopFont();
    const auto enabled = missing.nothing() ? widgets::Enabled::Yes : widgets::Enabled::No;
    if (widgets::primary_button((shown + "##unlock").c_str(), {width, theme::px(42)}, enabled))
        actions.push_back(ShowCoachView{});
    widgets::note_last_item("show the coach's view");
    if (shown != text && ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
        ImGui::SetTooltip("%s", text.c_str());
}

}  // namespace

void draw_own_view(const Model& model, ReviewState& state, const Keymap& keymap, Actions& actions) {
    const ReviewDesk& desk = *model.review;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme::grid(1), theme::grid(1)});
    draw_heading();
    for (const codes::SelfQuestion& question : desk.codebook.self_questions)
        draw_question(question, desk.review, actions);
    for (const PickedMoment which : {PickedMoment::ContentWith, PickedMoment::WouldChange})
        draw_moment_card(model, which, state, keymap, actions);
    draw_own_minutes(desk, actions);
    draw_estimates(desk, state, actions);
    draw_unlocking(desk.missing, actions);
    ImGui::PopStyleVar();
}

}  // namespace app
