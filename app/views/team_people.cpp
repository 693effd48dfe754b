// A card for each person: the chart, what changed in who counted, before and after a date, and the table behind it.
#include "app/theme.h"
#include "app/views/team_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace app {

namespace {

constexpr std::size_t kMostWarnings = 2;

// Days since 1970, near enough to place a dot.
double days(const std::string& day) {
    const auto at = base::parse_iso8601(day);
    return at ? static_cast<double>(at->milliseconds) / 86'400'000.0 : 0;
}

std::string name_of(const analysis::PersonTrend& person) {
    return person.person.empty() ? std::string(_("no trainee yet")) : person.person;
}

bool concerns(const library::Milestone& milestone, const std::string& person) {
    return milestone.person.empty() || milestone.person == person;
}

report::TrendChart chart_of(const Model& model, const ShownTrends& shown, const analysis::PersonTrend& person) {
    const codes::Measure& measure = *model.team.data->measure(shown.measure);
    report::TrendChart chart;
    chart.highest = shown.highest;
    for (const double part : {0.0, 0.5, 1.0}) chart.labels.push_back(value_text(measure, part * shown.highest));
    chart.first_day = shown.first_day;
    chart.last_day = shown.last_day == shown.first_day ? "" : shown.last_day;
    const double from = days(shown.first_day), length = std::max(1.0, days(shown.last_day) - from);
    auto broken = person.breaks.begin();
    bool breaks = false;
    for (std::size_t i = 0; i < person.points.size(); ++i) {
        const analysis::TrendPoint& point = person.points[i];
        if (broken != person.breaks.end() && broken->point == i) {
            breaks = true;
            ++broken;
        }
        if (!point.value.value) continue;
        chart.marks.push_back({(days(point.day) - from) / length, *point.value.value, point.value.low, point.value.high,
                               point.value.band == analysis::Band::TooFew, breaks});
        breaks = false;
    }
    for (const library::Milestone& milestone : model.team.milestones)
        if (concerns(milestone, person.person) && milestone.date >= shown.first_day && milestone.date <= shown.last_day)
            chart.milestones.push_back((days(milestone.date) - from) / length);
    return chart;
}

std::string who_counted(const TrendData& data, const analysis::PersonTrend& person) {
    std::set<std::string> coders, versions;
    for (const analysis::TrendPoint& point : person.points) {
        coders.insert(data.counted.codings[point.place].coder);
        versions.insert(data.counted.codings[point.place].codebook_version);
    }
    std::string text = fmt::format(fmt::runtime(base::translate(base::language(), "{} coding", "{} codings",
                                                                static_cast<unsigned long>(person.points.size()))),
                                   person.points.size());
    const auto join = [](const std::set<std::string>& names) {
        std::string all;
        for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
        return all;
    };
    return text + " \xc2\xb7 " + fmt::format(fmt::runtime(_("coder: {}")), join(coders)) + " \xc2\xb7 " +
           fmt::format(fmt::runtime(_("codebook version: {}")), join(versions));
}

void point_tooltip(const TrendData& data, const codes::Measure& measure, const analysis::TrendPoint& point) {
    const codes::CountedCoding& coding = data.counted.codings[point.place];
    std::string text = fmt::format("{}  {}", point.day, value_text(measure, point.value.value));
    if (point.value.low)
        text += fmt::format("  [{} \xe2\x80\x93 {}]", value_text(measure, point.value.low),
                            value_text(measure, point.value.high));
    ImGui::SetTooltip("%s\n%s\n%s", text.c_str(), coding.title.c_str(),
                      fmt::format(fmt::runtime(_("coder: {}")), coding.coder).c_str());
}

// The dots can be pressed: they open the coding.
void dots(const TrendData& data, const codes::Measure& measure, const WantedTrend& wanted,
          const analysis::PersonTrend& person, ImVec2 at, float scale, Actions& actions) {
    if (!ImGui::IsItemHovered()) return;
    const auto places = report::places_of(wanted.chart, wanted.width_pt, wanted.width_px, wanted.height_px);
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    std::size_t mark = 0;
    for (const analysis::TrendPoint& point : person.points) {
        if (!point.value.value) continue;
        const float x = at.x + static_cast<float>(places[mark].first) / scale - pointer.x;
        const float y = at.y + static_cast<float>(places[mark].second) / scale - pointer.y;
        ++mark;
        if (x * x + y * y > theme::px(8) * theme::px(8)) continue;
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        point_tooltip(data, measure, point);
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
            actions.push_back(OpenCoding{data.counted.codings[point.place].coding});
        return;
    }
}

void chart(const Model& model, TeamState& state, const TrendPictures& pictures, const analysis::PersonTrend& person,
           Actions& actions) {
    const float scale = std::max(1.0F, ImGui::GetIO().DisplayFramebufferScale.x);
    const ImVec2 size{std::floor(ImGui::GetContentRegionAvail().x), theme::px(150)};
    WantedTrend wanted{person.person, state.shown.stamp, chart_of(model, state.shown, person), 0, 0, 0};
    wanted.width_px = static_cast<int>(size.x * scale);
    wanted.height_px = static_cast<int>(size.y * scale);
    wanted.width_pt = size.x / theme::px(100) * 72;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y}, IM_COL32_WHITE, theme::px(4));
    if (const PageTexture* picture = pictures.of(person.person))
        ImGui::Image(picture->id(), size);
    else
        ImGui::Dummy(size);
    widgets::note_last_item(("chart of " + name_of(person)).c_str());
    const TrendData& data = *model.team.data;
    dots(data, *data.measure(state.measure), wanted, person, at, scale, actions);
    state.wanted.push_back(std::move(wanted));
}

void warnings(const TrendData& data, const analysis::PersonTrend& person) {
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().danger);
    ImGui::PushTextWrapPos(0);
    for (std::size_t i = 0; i < std::min(kMostWarnings, person.breaks.size()); ++i)
        ImGui::TextUnformatted(
            (std::string(widgets::icon::kWarning) + " " + break_text(data, person, person.breaks[i])).c_str());
    if (person.breaks.size() > kMostWarnings)
        ImGui::TextUnformatted(fmt::format(fmt::runtime(_("And {} changes more; the table has them all.")),
                                           person.breaks.size() - kMostWarnings)
                                   .c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
}

void before_and_after(const Model& model, TeamState& state, const analysis::PersonTrend& person) {
    const library::Milestone* milestone = compared_milestone(model, state);
    if (milestone == nullptr || !concerns(*milestone, person.person)) return;
    ShownTrends& shown = state.shown;
    if (shown.compared_at != milestone->date) shown.compared.clear();
    shown.compared_at = milestone->date;
    auto found = shown.compared.find(person.person);
    if (found == shown.compared.end()) {
        const auto [before, after] = analysis::around({&person, 1}, milestone->date);
        const codes::Measure& measure = *model.team.data->measure(shown.measure);
        found = shown.compared
                    .emplace(person.person, difference_sentences(
                                                measure, analysis::difference(model.team.data->counted, before, after),
                                                fmt::format(fmt::runtime(_("Before {}")), milestone->date),
                                                fmt::format(fmt::runtime(_("From {}")), milestone->date)))
                    .first;
    }
    ImGui::PushTextWrapPos(0);
    for (const std::string& sentence : found->second) ImGui::TextUnformatted(sentence.c_str());
    ImGui::PopTextWrapPos();
}

void goals(const Model& model, const analysis::PersonTrend& person) {
    for (const GoalState& state : model.team.goals) {
        if (state.goal.person != person.person) continue;
        std::string text = fmt::format(fmt::runtime(_("Goal: {}")), state.goal.text);
        if (!state.outcome.empty()) text += " \xc2\xb7 " + state.outcome;
        ImGui::TextWrapped("%s", text.c_str());
        widgets::note_last_item(text.c_str());
        if (ImGui::IsItemHovered() && !state.aim.empty()) ImGui::SetTooltip("%s", state.aim.c_str());
    }
}

void table_row(const TrendData& data, const codes::Measure& measure, const analysis::TrendPoint& point,
               Actions& actions) {
    const codes::CountedCoding& coding = data.counted.codings[point.place];
    ImGui::PushID(coding.coding.text.c_str());
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    if (ImGui::Selectable(point.day.c_str(), false, ImGuiSelectableFlags_SpanAllColumns))
        actions.push_back(OpenCoding{coding.coding});
    widgets::note_last_item(("row " + point.day).c_str());
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", coding.title.c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(value_text(measure, point.value.value).c_str());
    ImGui::TableNextColumn();
    if (point.value.denominator && point.value.numerator)
        ImGui::Text("%g / %g", *point.value.numerator, *point.value.denominator);
    ImGui::TableNextColumn();
    if (point.value.low)
        ImGui::TextUnformatted(fmt::format("{} \xe2\x80\x93 {}", value_text(measure, point.value.low),
                                           value_text(measure, point.value.high))
                                   .c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(coding.coder.c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(coding.codebook_version.c_str());
    ImGui::PopID();
}

void table(const TrendData& data, const codes::Measure& measure, const analysis::PersonTrend& person,
           Actions& actions) {
    if (!ImGui::BeginTable("##table", 6, ImGuiTableFlags_RowBg | ImGuiTableFlags_SizingStretchProp)) return;
    for (const char* title : {_("Day"), _("Value"), _("Counted"), _("Interval of 95 %"), _("Coder"), _("Version")})
        ImGui::TableSetupColumn(title);
    ImGui::TableHeadersRow();
    for (const analysis::TrendPoint& point : person.points) table_row(data, measure, point, actions);
    ImGui::EndTable();
}

void card(const Model& model, TeamState& state, const TrendPictures& pictures, const analysis::PersonTrend& person,
          Actions& actions) {
    const TrendData& data = *model.team.data;
    ImGui::PushFont(theme::semibold());
    ImGui::TextUnformatted(widgets::fitted(name_of(person), ImGui::GetContentRegionAvail().x).c_str());
    ImGui::PopFont();
    ImGui::PushFont(theme::small());
    widgets::hint(who_counted(data, person).c_str());
    ImGui::PopFont();
    chart(model, state, pictures, person, actions);
    warnings(data, person);
    before_and_after(model, state, person);
    goals(model, person);
    const bool is_shown = state.tables.contains(person.person);
    if (widgets::link_button(is_shown ? _("Hide the table") : _("Show as a table"))) {
        if (is_shown)
            state.tables.erase(person.person);
        else
            state.tables.insert(person.person);
    }
    if (is_shown) table(data, *data.measure(state.measure), person, actions);
}

}  // namespace

void draw_people(const Model& model, TeamState& state, const TrendPictures& pictures, Actions& actions) {
    const std::string wanted = base::folded(state.filter);
    const float gap = theme::grid(2), room = ImGui::GetContentRegionAvail().x;
    const int columns = std::max(1, static_cast<int>((room + gap) / (theme::px(380) + gap)));
    if (!ImGui::BeginTable("##people", columns, ImGuiTableFlags_SizingStretchSame | ImGuiTableFlags_PadOuterX)) return;
    bool found = false;
    for (std::size_t i = 0; i < state.shown.people.size(); ++i) {
        if (!wanted.empty() && state.shown.names[i].find(wanted) == std::string::npos) continue;
        found = true;
        ImGui::TableNextColumn();
        ImGui::PushID(static_cast<int>(i));
        // Of hundreds of people only those in sight are worked out; the others keep the room that they took last.
        float& height = state.heights[state.shown.people[i].person];
        const float from = ImGui::GetCursorScreenPos().y, top = ImGui::GetWindowPos().y;
        const bool is_far = from > top + ImGui::GetWindowHeight() || (height > 0 && from + height < top);
        if (is_far) {
            ImGui::Dummy({0, height > 0 ? height : theme::px(300)});
        } else {
            card(model, state, pictures, state.shown.people[i], actions);
            ImGui::Dummy({0, theme::grid(2)});
            height = ImGui::GetCursorScreenPos().y - from;
        }
        ImGui::PopID();
    }
    ImGui::EndTable();
    if (!found) widgets::hint(_("Nobody here has this in their name."));
}

}  // namespace app
