// The Team screen: a measure over each person's conversations, one chart each on the same axes. People stand in order
// of the alphabet, and nothing here ranks them.
#include "app/theme.h"
#include "app/views/team_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

#include <SDL_keyboard.h>
#include <algorithm>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

// The round value that the axis ends at.
double axis_end(double highest) {
    if (highest <= 0) return 1;
    for (double step = 0.01;; step *= 10)
        for (const double times : {1.0, 2.0, 4.0, 5.0})
            if (step * times >= highest) return step * times;
}

void keep_measure(const TeamDesk& team, TeamState& state) {
    const codes::Codebook& book = team.data->codebook;
    if (team.data->measure(state.measure) != nullptr) return;
    const auto fits = std::find_if(book.measures.begin(), book.measures.end(), [&](const codes::Measure& measure) {
        return analysis::can_be_followed(book, measure);
    });
    state.measure = fits == book.measures.end() ? book.measures.front().key : fits->key;
}

void codebook_choice(const TeamDesk& team, Actions& actions) {
    std::vector<std::string> titles;
    int chosen = 0;
    for (std::size_t i = 0; i < team.codebooks.size(); ++i) {
        titles.push_back(team.codebooks[i].title.in(base::language()));
        if (team.codebooks[i].key == team.data->codebook.key) chosen = static_cast<int>(i);
    }
    if (widgets::drop_down(_("Codebook"), chosen, titles))
        actions.push_back(FollowCodebook{team.codebooks[static_cast<std::size_t>(chosen)].key});
}

void measure_choice(const TrendData& data, TeamState& state) {
    std::vector<std::string> labels;
    int chosen = 0;
    for (std::size_t i = 0; i < data.codebook.measures.size(); ++i) {
        labels.push_back(data.codebook.measures[i].label.in(base::language()));
        if (data.codebook.measures[i].key == state.measure) chosen = static_cast<int>(i);
    }
    if (widgets::drop_down(_("Measure"), chosen, labels))
        state.measure = data.codebook.measures[static_cast<std::size_t>(chosen)].key;
    const codes::Measure& measure = *data.measure(state.measure);
    if (!analysis::can_be_followed(data.codebook, measure))
        widgets::hint(
            _("This measure needs more than counts, ratings and talk time, so it is not followed over time."));
    if (data.codebook.counting == codes::Counting::Volleys)
        widgets::hint(_("Every code counts here as it was coded; a report by this codebook counts by volley."));
}

void how_to_read() {
    ImGui::Dummy({0, theme::grid(1)});
    widgets::section(_("How to read this"));
    widgets::hint(
        _("A dot is one coding, a line through it its interval of 95 %; an open dot rests on too few to say. A flag "
          "marks a training or coaching. Where the line is broken and dashed, another coder or version of the "
          "codebook begins: what changed may be the counting."));
}

void controls(const Model& model, TeamState& state, Actions& actions) {
    codebook_choice(model.team, actions);
    measure_choice(*model.team.data, state);
    ImGui::Dummy({0, theme::grid(0.5F)});
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (state.focus_filter) ImGui::SetKeyboardFocusHere();
    state.focus_filter = false;
    const std::string hint = std::string(widgets::icon::kSearch) + "  " + _("Find a person");
    ImGui::InputTextWithHint("##person", hint.c_str(), &state.filter);
    widgets::note_last_item(_("Find a person"));
    ImGui::Dummy({0, theme::grid(1)});
    draw_milestones(model, state, actions);
    how_to_read();
}

}  // namespace

void update_shown(const Model& model, TeamState& state) {
    ShownTrends& shown = state.shown;
    if (shown.team_serial == model.team.serial && shown.measure == state.measure) return;
    const std::uint64_t stamp = shown.stamp + 1;
    shown = {};
    shown.team_serial = model.team.serial;
    shown.measure = state.measure;
    shown.stamp = stamp;
    shown.people = model.team.data->trend(state.measure, [](const codes::CountedCoding&) { return true; });
    double highest = 0;
    for (const analysis::PersonTrend& person : shown.people) {
        shown.names.push_back(base::folded(person.person));
        for (const analysis::TrendPoint& point : person.points) {
            highest = std::max({highest, point.value.value.value_or(0), point.value.high.value_or(0)});
            if (shown.first_day.empty() || point.day < shown.first_day) shown.first_day = point.day;
            shown.last_day = std::max(shown.last_day, point.day);
        }
    }
    const bool is_percentage = model.team.data->measure(state.measure)->format == codes::MeasureFormat::Percentage;
    shown.highest = is_percentage && highest <= 1 ? 1 : axis_end(highest);
}

void draw_team_screen(const Model& model, TeamState& state, const TrendPictures& pictures,
                      const std::vector<KeyPress>& pressed, Actions& actions) {
    state.wanted.clear();
    widgets::heading(_("Team"));
    if (!model.team.data) {
        widgets::begin_card("##empty", {0, 0});
        widgets::empty_state(widgets::icon::kFile, _("Nothing to follow yet"),
                             _("Code a conversation, and here is how each measure goes over time: per person, with who "
                               "coded it, before and after a training."));
        widgets::end_card();
        return;
    }
    for (const KeyPress& press : pressed)
        if (press.event.type == SDL_KEYDOWN && press.event.keysym.sym == SDLK_f &&
            (press.event.keysym.mod & KMOD_CTRL) != 0)
            state.focus_filter = true;
    keep_measure(model.team, state);
    update_shown(model, state);
    const float left = std::clamp(ImGui::GetContentRegionAvail().x * 0.25F, theme::px(270), theme::px(360));
    widgets::begin_card("##controls", {left, 0});
    controls(model, state, actions);
    widgets::end_card();
    ImGui::SameLine(0, theme::grid(2));
    ImGui::BeginChild("##people", {0, 0});
    update_shown(model, state);
    draw_people(model, state, pictures, actions);
    ImGui::EndChild();
}

}  // namespace app
