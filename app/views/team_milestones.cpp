// Trainings and coachings on the Team screen: which one is compared around, and marking or removing one.
#include "app/theme.h"
#include "app/views/team_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {

namespace {

const char* kind_text(library::MilestoneKind kind) {
    return kind == library::MilestoneKind::Coaching ? _("Coaching") : _("Training");
}

void row(const library::Milestone& milestone, TeamState& state, bool chosen, Actions& actions) {
    ImGui::PushID(milestone.id.text.c_str());
    const std::string name = milestone.text.empty() ? kind_text(milestone.kind) : milestone.text;
    const std::string who = milestone.person.empty() ? std::string(_("everyone")) : milestone.person;
    const std::string text = fmt::format("{} \xc2\xb7 {} \xc2\xb7 {}", milestone.date, name, who);
    const float room = ImGui::GetContentRegionAvail().x - theme::grid(5);
    if (ImGui::Selectable(widgets::fitted(text, room).c_str(), chosen, 0, {room, 0})) state.milestone = milestone.id;
    widgets::note_last_item(text.c_str());
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s: %s", kind_text(milestone.kind), _("compare before and after this date"));
    ImGui::SameLine();
    if (widgets::icon_button(widgets::icon::kTrash, _("Remove this date")))
        actions.push_back(RemoveMilestone{milestone.id});
    ImGui::PopID();
}

bool is_day(const std::string& text) {
    return text.size() == 10 && base::parse_iso8601(text).has_value();
}

void form(TeamState& state, Actions& actions) {
    library::Milestone& draft = state.draft;
    int kind = draft.kind == library::MilestoneKind::Coaching ? 1 : 0;
    if (widgets::drop_down(_("What"), kind, {_("Training"), _("Coaching")}))
        draft.kind = kind == 1 ? library::MilestoneKind::Coaching : library::MilestoneKind::Training;
    widgets::text_field(_("Day"), draft.date, "2026-11-30");
    std::vector<std::string> people = {_("everyone")};
    int person = 0;
    for (const analysis::PersonTrend& each : state.shown.people) {
        if (each.person.empty()) continue;
        people.push_back(each.person);
        if (each.person == draft.person) person = static_cast<int>(people.size()) - 1;
    }
    if (widgets::drop_down(_("For whom"), person, people))
        draft.person = person == 0 ? std::string() : people[static_cast<std::size_t>(person)];
    widgets::text_field(_("Name"), draft.text);
    const bool good = is_day(draft.date);
    if (!good && !draft.date.empty()) widgets::hint(_("Write the day as 2026-11-30."));
    if (widgets::primary_button(_("Mark this date"), {0, 0}, good ? widgets::Enabled::Yes : widgets::Enabled::No)) {
        draft.id = base::make_id();
        state.milestone = draft.id;
        actions.push_back(AddMilestone{draft});
        state.is_adding = false;
    }
    ImGui::SameLine();
    if (widgets::secondary_button(_("Cancel"))) state.is_adding = false;
}

}  // namespace

const library::Milestone* compared_milestone(const Model& model, const TeamState& state) {
    const std::vector<library::Milestone>& all = model.team.milestones;
    if (all.empty()) return nullptr;
    const auto chosen =
        std::find_if(all.begin(), all.end(), [&](const auto& milestone) { return milestone.id == state.milestone; });
    return chosen == all.end() ? &all.back() : &*chosen;
}

void draw_milestones(const Model& model, TeamState& state, Actions& actions) {
    widgets::section(_("Training and coaching"));
    const library::Milestone* compared = compared_milestone(model, state);
    for (const library::Milestone& milestone : model.team.milestones)
        row(milestone, state, compared != nullptr && compared->id == milestone.id, actions);
    if (model.team.milestones.empty())
        widgets::hint(_("Mark the day of a training or coaching, and see each measure before and after it."));
    if (state.is_adding) {
        form(state, actions);
    } else if (widgets::secondary_button(_("Mark a date\xe2\x80\xa6"))) {
        state.is_adding = true;
        state.draft = {};
    }
}

}  // namespace app
