// Global ratings: each value with what it means, the moments it rests on, and all of it by keyboard.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "codes/evidence.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

using codes::Rating;

std::optional<int> value_of(const codes::Coding& coding, const Rating& rating) {
    const auto found = coding.ratings.find(rating.key);
    return found == coding.ratings.end() ? std::nullopt : std::optional<int>(found->second);
}

// Pressing the chosen value again takes it back.
void rate(const codes::Coding& coding, const Rating& rating, int value, Actions& actions) {
    const bool is_chosen = value_of(coding, rating) == value;
    actions.push_back(Rate{rating.key, is_chosen ? std::nullopt : std::optional<int>(value)});
}

void draw_box(const Rating& rating, int value, bool is_chosen, float side) {
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 to = ImGui::GetItemRectMax();
    const ImU32 ground = is_chosen ? p.accent : ImGui::IsItemHovered() ? p.hover : p.control;
    list.AddRectFilled(from, to, ground, theme::px(5));
    list.AddRect(from, to, is_chosen ? p.accent : p.hairline, theme::px(5));
    const std::string text = std::to_string(value);
    const float width = ImGui::CalcTextSize(text.c_str()).x;
    widgets::text_in_middle(list, theme::regular(), {std::floor(from.x + (side - width) / 2), from.y}, side,
                            is_chosen ? p.on_accent : p.ink, text.c_str());
    if (value != rating.standard) return;  // where the rater starts
    const float dot = theme::px(2);
    list.AddCircleFilled({(from.x + to.x) / 2, to.y - dot - theme::px(2)}, dot, is_chosen ? p.on_accent : p.accent);
}

void draw_scale(const OpenConversationState& open, const Rating& rating, float side, Actions& actions) {
    const auto chosen = value_of(open.coding, rating);
    for (int value = rating.minimum; value <= rating.maximum; ++value) {
        ImGui::PushID(value);
        if (ImGui::InvisibleButton("value", {side, side})) rate(open.coding, rating, value, actions);
        widgets::note_last_item((rating.label.in(base::language()) + " " + std::to_string(value)).c_str());
        draw_box(rating, value, chosen == value, side);
        const auto anchor = rating.anchors.find(value);
        if (ImGui::IsItemHovered() && anchor != rating.anchors.end())
            ImGui::SetTooltip("%s", anchor->second.in(base::language()).c_str());
        ImGui::PopID();
        ImGui::SameLine(0, theme::px(3));
    }
}

// How many moments it rests on, or that there are none yet where one would ask for them.
void draw_support(const OpenConversationState& open, const Rating& rating, float height) {
    const auto evidence = codes::evidence_of(open.coding, rating.key).size();
    if (codes::lacks_evidence(open.coding, rating)) {
        widgets::pill(_("which moments?"), theme::palette().ink, theme::palette().warning_soft);
        if (ImGui::IsItemHovered())
            ImGui::SetTooltip("%s",
                              _("Far from where raters start: the moments that show it help the other to see it."));
    } else if (evidence > 0) {
        ImGui::AlignTextToFramePadding();
        ImGui::TextDisabled("%zu %s", evidence, widgets::icon::kFilm);
    } else {
        ImGui::Dummy({1, height});  // ends the line
    }
}

void draw_rating(const OpenConversationState& open, const Rating& rating, float width, CodeScreenState& state,
                 Actions& actions) {
    const float side = std::floor(ImGui::GetTextLineHeight() + theme::px(10));
    const auto values = static_cast<float>(rating.maximum - rating.minimum + 1);
    const float support = theme::px(118);
    const float scale = values * (side + theme::px(3));
    const float label = std::max(theme::px(60), width - scale - support - theme::grid(1));
    ImGui::PushID(rating.key.c_str());
    const float left = ImGui::GetCursorPosX();
    const bool is_chosen = state.rating == rating.key;
    const std::string name = rating.label.in(base::language());
    if (widgets::choice((widgets::fitted(name, label - theme::grid(4)) + "##rating").c_str(), is_chosen, {label, side}))
        state.rating = rating.key;
    widgets::note_last_item(("rating " + name).c_str());
    ImGui::SameLine(left + label + theme::grid(1));
    draw_scale(open, rating, side, actions);
    draw_support(open, rating, side);
    ImGui::PopID();
}

void draw_ratings(const OpenConversationState& open, CodeScreenState& state, Actions& actions) {
    const std::vector<Rating>& ratings = open.codebook.ratings;
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5F});
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        const bool is_dual =
            i + 1 < ratings.size() && !ratings[i].item.empty() && ratings[i].item == ratings[i + 1].item;
        const float left = ImGui::GetCursorPosX();
        draw_rating(open, ratings[i], is_dual ? width / 2 : width, state, actions);
        if (!is_dual) continue;
        ImGui::SameLine(left + width / 2);
        draw_rating(open, ratings[++i], width / 2, state, actions);
    }
    ImGui::PopStyleVar();
}

void draw_anchors(const OpenConversationState& open, const Rating& rating, Actions& actions) {
    const theme::Palette& p = theme::palette();
    widgets::section(rating.label.in(base::language()).c_str());
    if (!rating.definition.in(base::language()).empty()) widgets::hint(rating.definition.in(base::language()).c_str());
    const auto chosen = value_of(open.coding, rating);
    for (const auto& [value, anchor] : rating.anchors) {
        ImGui::PushID(value);
        const bool is_chosen = chosen == value;
        ImGui::PushStyleColor(ImGuiCol_Text, is_chosen ? p.accent : p.ink);
        ImGui::TextUnformatted(std::to_string(value).c_str());
        ImGui::SameLine(theme::grid(2.5F));
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(anchor.in(base::language()).c_str());
        ImGui::PopTextWrapPos();
        ImGui::PopStyleColor();
        if (ImGui::IsItemClicked()) rate(open.coding, rating, value, actions);
        ImGui::PopID();
    }
    ImGui::TextDisabled("%s", fmt::format(fmt::runtime(_("raters start at {}")), rating.standard).c_str());
}

void draw_evidence(const OpenConversationState& open, const Rating& rating, const Keymap& keymap, Actions& actions) {
    widgets::section(_("What it rests on"));
    const auto events = codes::evidence_of(open.coding, rating.key);
    if (events.empty())
        widgets::hint(fmt::format(fmt::runtime(_("Select codes on the timeline, then press {}: they become the "
                                                 "evidence, and the report plays them.")),
                                  keymap.cap("tie_evidence"))
                          .c_str());
    for (const codes::Event* event : events) {
        ImGui::PushID(event->id.text.c_str());
        const std::string label = clock_text(event->at, 1) + "  " + short_label_of(open.codebook, event->code);
        const float room = ImGui::GetContentRegionAvail().x - ImGui::GetFrameHeight() - theme::grid(3);
        if (widgets::link_button(widgets::fitted(label, room).c_str())) {
            actions.push_back(SelectEvents{{event->id}});
            actions.push_back(SeekTo{event->at});
        }
        ImGui::SameLine();
        if (widgets::icon_button(widgets::icon::kClose, _("No evidence for this")))
            actions.push_back(UntieEvidence{rating.key, event->id});
        ImGui::PopID();
    }
    const bool has_selection = !open.selected.empty() || open.last_event;
    if (has_selection && widgets::link_button(_("Tie the selected codes"))) actions.push_back(TieEvidence{rating.key});
    if (events.empty()) return;
    if (has_selection) ImGui::SameLine();
    if (widgets::link_button(_("Play them"))) actions.push_back(PlayEvidence{rating.key});
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", keymap.cap("play_evidence").c_str());
}

}  // namespace

const Rating* chosen_rating(const OpenConversationState& open, const CodeScreenState& state) {
    const auto& ratings = open.codebook.ratings;
    const auto found =
        std::find_if(ratings.begin(), ratings.end(), [&](const Rating& one) { return one.key == state.rating; });
    if (found != ratings.end()) return &*found;
    return ratings.empty() ? nullptr : &ratings.front();
}

void draw_ratings_panel(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Rating* chosen = chosen_rating(open, state);
    if (!chosen) return widgets::hint(_("This codebook has no ratings."));
    state.rating = chosen->key;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    ImGui::SetCursorPosX(theme::grid(1));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {theme::grid(1), 0});
    const bool is_open = ImGui::BeginTable("ratings", 3, ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_PadOuterX);
    ImGui::PopStyleVar();
    if (!is_open) return;
    ImGui::TableSetupColumn("values", ImGuiTableColumnFlags_WidthStretch, 0.46F);
    ImGui::TableSetupColumn("anchors", ImGuiTableColumnFlags_WidthStretch, 0.32F);
    ImGui::TableSetupColumn("evidence", ImGuiTableColumnFlags_WidthStretch, 0.22F);
    const auto column = [&](const char* id, auto draw) {
        ImGui::TableNextColumn();
        ImGui::BeginChild(id, {ImGui::GetContentRegionAvail().x - theme::grid(1), 0});
        draw();
        ImGui::EndChild();
    };
    column("##values", [&] { draw_ratings(open, state, actions); });
    column("##anchors", [&] { draw_anchors(open, *chosen, actions); });
    column("##evidence", [&] { draw_evidence(open, *chosen, keymap, actions); });
    ImGui::EndTable();
}

}  // namespace app
