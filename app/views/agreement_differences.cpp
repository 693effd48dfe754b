// Where two coders differ: the recording, the list of moments, and the one that is decided on.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/agreement_panels.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace app {
namespace {

std::string code_name(const codes::Codebook& codebook, const std::string& key) {
    const codes::Code* code = codebook.find(key);
    return code != nullptr ? code->label.in(base::language()) : key;
}

std::string said(const AgreementDesk& desk, const std::optional<codes::Event>& event) {
    return event ? code_name(desk.codebook, event->code) : std::string("–");
}

std::string line_of(const AgreementDesk& desk, const analysis::Disagreement& moment) {
    return said(desk, moment.first) + "  |  " + said(desk, moment.second);
}

// Enough before it to hear what it is about, and after a code without an end.
base::Span heard(const base::Span& span) {
    constexpr base::Time kBefore = base::seconds(3);
    constexpr base::Time kAfter = base::seconds(4);
    return {std::max(base::Time{}, span.from - kBefore), span.to + kAfter};
}

PlayedList list_of(const AgreementDesk& desk, std::size_t now) {
    PlayedList list{.name = kDisagreements, .title = _("Where the two differ"), .moments = {}};
    for (const analysis::Disagreement& moment : desk.disagreements)
        list.moments.push_back({heard(moment.span), line_of(desk, moment)});
    list.now = now;
    return list;
}

bool is_playing_ours(const Model& model) {
    return model.played && model.played->name == kDisagreements &&
           model.played->moments.size() == model.agreement->disagreements.size();
}

std::string outcome_text(const AgreementDesk& desk, const codes::Decision& decision) {
    switch (decision.choice) {
        case codes::Choice::First:
            return first_name(desk);
        case codes::Choice::Second:
            return second_name(desk);
        case codes::Choice::Both:
            return _("both");
        case codes::Choice::Neither:
            return _("neither");
        case codes::Choice::Other:
            return code_name(desk.codebook, decision.code);
    }
    return {};
}

bool draw_row(const Model& model, std::size_t i, bool is_chosen) {
    const theme::Palette& p = theme::palette();
    const AgreementDesk& desk = *model.agreement;
    const analysis::Disagreement& moment = desk.disagreements[i];
    const codes::Decision* decision = decision_at(model, i);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ImGui::GetTextLineHeight() + theme::px(8);
    ImGui::PushID(static_cast<int>(i));
    const bool pressed = ImGui::InvisibleButton("row", {width, height});
    widgets::note_last_item(fmt::format("difference {}", i + 1).c_str());
    ImGui::PopID();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (is_chosen || ImGui::IsItemHovered())
        list.AddRectFilled(from, {from.x + width, from.y + height}, is_chosen ? p.accent_soft : p.hover, theme::px(4));
    const float y = from.y + theme::px(4);
    list.AddText({from.x + theme::px(6), y}, p.muted, clock_text(moment.span.from).c_str());
    const float text_at = theme::px(76);
    const std::string status = decision != nullptr ? "→ " + outcome_text(desk, *decision) : "";
    const float status_width = std::min(width * 0.4F, ImGui::CalcTextSize(status.c_str()).x);
    list.AddText({from.x + text_at, y}, decision != nullptr ? p.muted : p.ink,
                 widgets::fitted(line_of(desk, moment), width - text_at - status_width - theme::grid(2)).c_str());
    list.AddText({from.x + width - status_width - theme::px(6), y}, p.good,
                 widgets::fitted(status, status_width).c_str());
    return pressed;
}

void draw_list(const Model& model, AgreementState& state, Actions& actions) {
    const std::size_t count = model.agreement->disagreements.size();
    ImGui::BeginChild("##differences", {0, 0}, false, ImGuiWindowFlags_NoNav);
    for (std::size_t i = 0; i < count; ++i) {
        if (draw_row(model, i, i == state.at)) go_to_disagreement(model, state, i, actions);
        if (i == state.at && std::exchange(state.scrolled_to, state.at) != state.at) ImGui::SetScrollHereY(0.5F);
    }
    ImGui::EndChild();
}

}  // namespace

bool is_deciding(const Model& model) {
    return model.open && model.agreement && model.agreement->consensus &&
           model.open->coding.id == model.agreement->consensus;
}

const codes::Decision* decision_at(const Model& model, std::size_t disagreement) {
    if (!is_deciding(model) || disagreement >= model.agreement->disagreements.size()) return nullptr;
    return analysis::decision_on(model.open->coding, model.agreement->disagreements[disagreement]);
}

std::size_t decided_count(const Model& model) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < model.agreement->disagreements.size(); ++i) count += decision_at(model, i) ? 1 : 0;
    return count;
}

void go_to_disagreement(const Model& model, AgreementState& state, std::size_t disagreement, Actions& actions) {
    if (disagreement >= model.agreement->disagreements.size()) return;
    state.at = disagreement;
    PlayedList list = list_of(*model.agreement, disagreement);
    list.goes_on = is_playing_ours(model) && model.played->goes_on;
    actions.push_back(PlayMoments{std::move(list)});
}

void decide(const Model& model, AgreementState& state, codes::Choice choice, const std::string& code,
            Actions& actions) {
    const std::size_t count = model.agreement->disagreements.size();
    if (!is_deciding(model) || state.at >= count) return;
    actions.push_back(Decide{state.at, choice, std::string(base::trimmed(state.note)), code});
    for (std::size_t step = 1; step < count; ++step) {
        const std::size_t next = (state.at + step) % count;
        if (decision_at(model, next) == nullptr) return go_to_disagreement(model, state, next, actions);
    }
}

void draw_differences(const Model& model, AgreementState& state, const VideoTexture* texture, ImVec2 room,
                      Actions& actions) {
    const float gap = theme::grid(1.5F);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (is_playing_ours(model)) state.at = model.played->now;
    state.at = std::min(state.at, std::max<std::size_t>(1, model.agreement->disagreements.size()) - 1);
    const float left = std::floor(room.x * 0.46F);
    const float picture = std::floor(std::min(left * 9 / 16, room.y * 0.5F));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    widgets::begin_card("recording", {left, picture});
    ImGui::PopStyleVar();
    draw_picture(*model.open, texture);
    widgets::end_card();
    ImGui::SetCursorScreenPos({at.x, at.y + picture + gap});
    widgets::begin_card("moments", {left, room.y - picture - gap});
    draw_list(model, state, actions);
    widgets::end_card();
    ImGui::SetCursorScreenPos({at.x + left + gap, at.y});
    widgets::begin_card("decision", {room.x - left - gap, room.y});
    draw_decision(model, state, actions);
    widgets::end_card();
}

}  // namespace app
