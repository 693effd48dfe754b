// The Agreement screen: two codings of the open conversation beside each other, as numbers, and where they differ.
#include "app/coding_names.h"
#include "app/theme.h"
#include "app/views/agreement_panels.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

std::string name_of(const library::CodingSummary& coding) {
    return coding.coder + " · " + extent_text(coding);
}

std::vector<library::CodingSummary> choices(const OpenConversationState& open, const base::Id& with) {
    for (const library::CodingSummary& coding : open.codings)
        if (coding.id == with) return comparable(open.codings, coding);
    return {};
}

// One of the two, chosen from all that can be compared; the new choice, or nothing.
std::optional<base::Id> draw_coder(const char* label, const std::vector<library::CodingSummary>& codings,
                                   const base::Id& chosen) {
    std::vector<std::string> names;
    int now = 0;
    for (std::size_t i = 0; i < codings.size(); ++i) {
        names.push_back(name_of(codings[i]));
        if (codings[i].id == chosen) now = static_cast<int>(i);
    }
    if (!widgets::drop_down(label, now, names)) return {};
    return codings[static_cast<std::size_t>(now)].id;
}

std::optional<base::Time> draw_tolerance(base::Time tolerance) {
    const std::vector<base::Time> all = tolerances();
    std::vector<std::string> names;
    for (const base::Time one : all) names.push_back(tolerance_text(one));
    int now = static_cast<int>(std::find(all.begin(), all.end(), tolerance) - all.begin());
    const bool is_changed = widgets::drop_down(_("One moment within"), now, names);
    explain_last_item(
        _("Two codes can be about the same moment when they begin at most this far apart. The curve shows how much of "
          "the "
          "kappa hangs on it."));
    if (!is_changed) return {};
    return all[static_cast<std::size_t>(now)];
}

template <class Draw>
auto column(const char* id, float width, Draw draw) {
    ImGui::BeginChild(id, {width, theme::px(50)}, false, ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar);
    ImGui::PushItemWidth(width);
    const auto answer = draw();
    ImGui::PopItemWidth();
    ImGui::EndChild();
    ImGui::SameLine(0, theme::grid(2));
    return answer;
}

void draw_tabs(const Model& model, AgreementState& state) {
    const auto tab = [&](const std::string& label, AgreementTab which) {
        if (widgets::choice(label.c_str(), state.tab == which)) state.tab = which;
        ImGui::SameLine(0, theme::grid(0.5F));
    };
    std::string differences = _("Differences");
    if (model.agreement)
        differences += fmt::format(" {}", model.agreement->disagreements.size() - decided_count(model));
    tab(_("Numbers"), AgreementTab::Numbers);
    tab(differences + "##differences", AgreementTab::Differences);
    tab(_("Against gold"), AgreementTab::Gold);
    tab(_("Coded again"), AgreementTab::Drift);
    ImGui::NewLine();
}

void draw_head(const Model& model, AgreementState& state, Actions& actions) {
    const AgreementDesk& desk = *model.agreement;
    const std::vector<library::CodingSummary> codings = choices(*model.open, desk.first.id);
    const float wide = std::min(theme::px(300), ImGui::GetContentRegionAvail().x * 0.26F);
    CompareCodings wanted{desk.first.id, desk.second.id, desk.tolerance};
    const auto first = column("##first", wide, [&] { return draw_coder(_("First coding"), codings, desk.first.id); });
    const auto second =
        column("##second", wide, [&] { return draw_coder(_("Second coding"), codings, desk.second.id); });
    const auto tolerance = column("##tolerance", theme::px(130), [&] { return draw_tolerance(desk.tolerance); });
    if (!first && !second && !tolerance) return;
    // Who is chosen on one side while standing on the other trades places.
    if (first) wanted = {*first, *first == wanted.second ? wanted.first : wanted.second, wanted.tolerance};
    if (second) wanted = {*second == wanted.first ? wanted.second : wanted.first, *second, wanted.tolerance};
    if (tolerance) wanted.tolerance = *tolerance;
    state.at = 0;
    actions.push_back(wanted);
}

void draw_nothing_to_compare(const Model& model, Actions& actions) {
    widgets::empty_state(
        widgets::icon::kSearch, _("Nobody else has coded this conversation yet"),
        _("Agreement needs two codings of one conversation by the same codebook. Let a colleague code it "
          "too, without seeing your codes."));
    ImGui::Dummy({0, theme::grid(1)});
    const char* label = _("New coding");
    ImGui::SetCursorPosX((ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(label).x) / 2 - theme::grid(2));
    if (widgets::primary_button(label)) actions.push_back(AskForCoding{model.open->conversation.id});
}

}  // namespace

void explain_last_item(const std::string& text) {
    if (text.empty() || !ImGui::IsItemHovered()) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(theme::px(420));
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

void draw_picture_of_paper(const PageTexture& picture, ImVec2 size, ImVec2& px) {
    const float pixels_per_point = std::max(1.0F, ImGui::GetIO().DisplayFramebufferScale.x);
    px = {std::floor(size.x * pixels_per_point), std::floor(size.y * pixels_per_point)};
    if (picture.texture)
        ImGui::Image(picture.id(), size);
    else
        ImGui::Dummy(size);
}

namespace {

// What two codings of the open conversation say; false where there are no two to compare.
bool begin_comparison(const Model& model, AgreementState& state, Actions& actions) {
    if (!model.open) {
        widgets::empty_state(widgets::icon::kFile, _("No conversation is open"),
                             _("Open one from the Library; its codings are compared here."));
        return false;
    }
    if (model.open->recoding && model.open->recoding->state == library::RecodingState::UnderWay) {
        draw_silent_recoding(actions);
        return false;
    }
    if (!model.agreement) {
        draw_nothing_to_compare(model, actions);
        return false;
    }
    draw_head(model, state, actions);
    ImGui::NewLine();
    return true;
}

}  // namespace

void draw_agreement_screen(const Model& model, AgreementState& state, const VideoTexture* texture,
                           const AgreementPictures& pictures, Actions& actions) {
    state.curve_px = state.drift_px = {0, 0};
    state.page_width_px = 0;
    draw_tabs(model, state);
    ImGui::Dummy({0, theme::px(2)});
    if (state.tab == AgreementTab::Drift)
        return draw_drift(model, state, pictures.drift(), ImGui::GetContentRegionAvail(), actions);
    if (!begin_comparison(model, state, actions)) return;
    const ImVec2 room = ImGui::GetContentRegionAvail();
    if (state.tab == AgreementTab::Numbers)
        draw_agreement_numbers(*model.agreement, state, pictures.curve(), room);
    else if (state.tab == AgreementTab::Gold)
        draw_gold_test(model, state, pictures.certificate(), room, actions);
    else
        draw_differences(model, state, texture, room, actions);
}

}  // namespace app
