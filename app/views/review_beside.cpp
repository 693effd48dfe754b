// Own view and the coach's beside each other, once the trainee looked first: the questions, the estimates, the two
// moments with what the coach heard there, and the minutes that both coded.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/trend_data.h"
#include "app/views/code_panels.h"
#include "app/views/review_parts.h"
#include "app/views/send.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace app {

namespace {

constexpr base::Time kNear = base::seconds(10);

bool begin_table(const char* id, const char* first, const char* second, const char* third) {
    if (!ImGui::BeginTable(id, 3, ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp)) return false;
    ImGui::TableSetupColumn(first, ImGuiTableColumnFlags_WidthStretch, 1.2F);
    ImGui::TableSetupColumn(second, ImGuiTableColumnFlags_WidthStretch, 0.8F);
    ImGui::TableSetupColumn(third, ImGuiTableColumnFlags_WidthStretch, 1.6F);
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::TableNextRow();
    for (const char* head : {first, second, third}) {
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(head);
    }
    ImGui::PopStyleColor();
    return true;
}

void row(const std::string& what, const std::string& own, const std::string& coach) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", what.c_str());
    ImGui::TableNextColumn();
    ImGui::PushFont(theme::semibold());
    ImGui::TextWrapped("%s", own.c_str());
    ImGui::PopFont();
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", coach.c_str());
    widgets::note_last_item(("beside " + what).c_str());
}

void draw_questions(const CoachView& coach) {
    if (coach.report.self_view.empty()) return;
    if (!begin_table("##questions", _("Question"), _("You"), _("Measured"))) return;
    for (const report::SelfRow& question : coach.report.self_view)
        row(question.question, question.answer,
            question.measured.empty() ? std::string(_("nothing measures this")) : question.measured);
    ImGui::EndTable();
}

std::string measured_text(const CoachView& coach, const std::string& key) {
    const auto found = coach.measures.find(key);
    if (found == coach.measures.end() || !found->second.value) return _("n/a");
    for (const codes::Measure& measure : coach.codebook.measures) {
        if (measure.key != key) continue;
        std::string text = value_text(measure, found->second.value);
        if (found->second.low)
            text += fmt::format(fmt::runtime(_(" (interval of 95 %: {} to {})")),
                                value_text(measure, found->second.low), value_text(measure, found->second.high));
        if (found->second.band == analysis::Band::TooFew) text += std::string(", ") + _("too few to say");
        return text;
    }
    return _("n/a");
}

void draw_estimates(const ReviewDesk& desk) {
    if (desk.codebook.self_estimates.empty()) return;
    if (!begin_table("##estimates", _("Estimate"), _("You"), _("Measured"))) return;
    for (const codes::SelfEstimate& estimate : desk.codebook.self_estimates) {
        const auto own = desk.review.estimates.find(estimate.key);
        row(estimate.label.in(base::language()),
            own == desk.review.estimates.end() ? "\xe2\x80\x93" : estimate_text(desk.codebook, estimate, own->second),
            measured_text(*desk.coach, estimate.measure));
    }
    ImGui::EndTable();
}

// What the coach heard around a moment.
std::string heard_near(const CoachView& coach, base::Time at) {
    std::string heard;
    for (const codes::Event& event : coach.coding.events)
        if (event.at >= at - kNear && event.at <= at + kNear)
            heard += (heard.empty() ? "" : ", ") + clock_text(event.at) + " " + label_of(coach.codebook, event.code);
    return heard.empty() ? std::string(_("Your coach coded nothing around it.")) : heard;
}

void draw_moments(const Model& model, ReviewState& state, Actions& actions) {
    const ReviewDesk& desk = *model.review;
    for (const PickedMoment which : {PickedMoment::ContentWith, PickedMoment::WouldChange}) {
        const auto& at = which == PickedMoment::ContentWith ? desk.review.content_with : desk.review.would_change;
        if (!at) continue;
        ImGui::PushID(static_cast<int>(which));
        ImGui::TextDisabled("%s", moment_name(which));
        draw_moment(*model.open, which, *at, ImGui::GetContentRegionAvail().x - say_moment_again_width(), actions);
        ImGui::SameLine(0, theme::grid(1));
        draw_say_moment_again(which, state, actions);
        if (desk.coach) ImGui::TextWrapped("%s", heard_near(*desk.coach, *at).c_str());
        ImGui::PopID();
    }
}

// How often each code in the minutes that both coded.
void draw_codes(const ReviewDesk& desk) {
    if (!desk.own || desk.own->events.empty()) return;
    const base::Span both{desk.own->events.front().at, desk.own->events.back().at};
    std::map<std::string, std::pair<int, int>> counts;
    for (const codes::Event& event : desk.own->events) ++counts[event.code].first;
    for (const codes::Event& event : desk.coach->coding.events)
        if (event.at >= both.from - kNear && event.at <= both.to + kNear) ++counts[event.code].second;
    ImGui::TextDisabled("%s", fmt::format(fmt::runtime(_("The minutes you coded yourself: {}\xe2\x80\x93{}")),
                                          clock_text(both.from), clock_text(both.to))
                                  .c_str());
    if (!begin_table("##codes", _("Code"), _("You"), _("Your coach"))) return;
    for (const codes::Code& code : desk.codebook.codes)
        if (const auto count = counts.find(code.key); count != counts.end())
            row(code.label.in(base::language()), std::to_string(count->second.first),
                std::to_string(count->second.second));
    ImGui::EndTable();
}

void draw_sharing(const codes::Review& review, Actions& actions) {
    bool is_shared = review.is_shared;
    if (ImGui::Checkbox(_("My coach may see my own view"), &is_shared)) {
        codes::Review chosen = review;
        chosen.is_shared = is_shared;
        actions.push_back(ChangeReview{chosen});
    }
    widgets::note_last_item("share own view");
    widgets::hint(is_shared ? _("It goes along when you send something back.")
                            : _("It stays in this library and goes along nowhere."));
}

}  // namespace

void draw_beside(const Model& model, ReviewState& state, Actions& actions) {
    const ReviewDesk& desk = *model.review;
    if (!desk.coach) widgets::hint(_("Your coach has not coded this conversation yet."));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {theme::grid(0.5F), theme::px(5)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme::grid(2), theme::grid(1.5F)});
    widgets::begin_card("##beside", {0, 0}, ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    if (!desk.shows_own_view) {
        widgets::hint(fmt::format(fmt::runtime(_("{} keeps their own view to themselves. It is seen here once they "
                                                 "share it, and always under their own name, in the Settings.")),
                                  desk.review.trainee)
                          .c_str());
        ImGui::Dummy({0, theme::grid(1)});
        draw_goals(desk.goals);
        widgets::end_card();
        return ImGui::PopStyleVar();
    }
    if (desk.coach) {
        draw_questions(*desk.coach);
        ImGui::Dummy({0, theme::grid(1)});
        draw_estimates(desk);
        ImGui::Dummy({0, theme::grid(1)});
    }
    draw_moments(model, state, actions);
    ImGui::Dummy({0, theme::grid(1)});
    draw_goals(desk.goals);
    if (desk.coach) draw_codes(desk);
    ImGui::Dummy({0, theme::grid(1)});
    draw_sharing(desk.review, actions);
    send_button(model, model.open->conversation, {0, 0}, actions);
    widgets::end_card();
    ImGui::PopStyleVar();
}

}  // namespace app
