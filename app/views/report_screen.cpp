// The Report screen: left the coach's words and the issued versions, right the page as it will print.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/coaching_time.h"
#include "app/views/report_panels.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "report/page.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

// The report speaks the conversation's language unless the coach says otherwise.
void choose_language(const Model& model, ReportScreenState& state) {
    if (state.coding == model.open->coding.id) return;
    state.coding = model.open->coding.id;
    state.shows = {};
    const std::string& language = model.open->conversation.language;
    state.language = language.starts_with("nl")   ? base::Language::Dutch
                     : language.starts_with("en") ? base::Language::English
                                                  : model.settings.language;
}

void ask_for_preview(const Model& model, ReportScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const bool same =
        model.preview && state.asked_coding == open.coding.id && state.asked_report == state.shows &&
        (state.shows || (state.asked_serial == open.coding_serial && state.asked_language == state.language));
    if (same) return;
    state.asked_coding = open.coding.id;
    state.asked_report = state.shows;
    state.asked_serial = open.coding_serial;
    state.asked_language = state.language;
    if (state.shows)
        actions.push_back(ShowIssuedReport{state.shows});
    else
        actions.push_back(PreviewReport{state.language});
}

// The times on a page play what they are the time of.
void draw_page_moments(const PageTexture& page, ImVec2 at, float width, Actions& actions) {
    const float scale = width / static_cast<float>(report::kPageWidthPt);
    for (std::size_t i = 0; i < page.moments.size(); ++i) {
        const report::PageMoment& moment = page.moments[i];
        const ImVec2 from = {at.x + static_cast<float>(moment.x) * scale, at.y + static_cast<float>(moment.y) * scale};
        const ImVec2 size = {static_cast<float>(moment.width) * scale, static_cast<float>(moment.height) * scale};
        ImGui::PushID(static_cast<int>(i));
        ImGui::SetCursorScreenPos(from);
        const bool pressed = ImGui::InvisibleButton("moment", size);
        widgets::note_last_item(("on the page " + clock_text(moment.at)).c_str());
        ImGui::PopID();
        if (ImGui::IsItemHovered()) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            ImGui::GetWindowDrawList()->AddRect(from, {from.x + size.x, from.y + size.y}, theme::palette().accent,
                                                size.y / 2);
            ImGui::SetTooltip("%s", _("Play this moment"));
        }
        if (!pressed) continue;
        actions.push_back(SeekTo{moment.at});
        actions.push_back(GoTo{Screen::Code});
        actions.push_back(Play{});
    }
}

// One under the other; a sheet stays white until its picture is there.
void draw_sheets(ReportScreenState& state, const std::vector<PageTexture>& pages, float width, float room,
                 Actions& actions) {
    const theme::Palette& p = theme::palette();
    const float height = std::round(width * static_cast<float>(report::kPageHeightPt / report::kPageWidthPt));
    std::optional<int> first;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const int page = static_cast<int>(i);
        ImGui::Dummy({0, theme::grid(1)});
        ImGui::SetCursorPosX(std::floor((room - width) / 2));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 end = {at.x + width, at.y + height};
        if (pages[i].texture) {
            ImGui::Image(pages[i].id(), {width, height});
            widgets::note_last_item(fmt::format("page {}", i + 1).c_str());
        } else {
            ImGui::GetWindowDrawList()->AddRectFilled(at, end, IM_COL32_WHITE);
            ImGui::Dummy({width, height});
        }
        if (ImGui::IsItemVisible()) {
            first = first.value_or(page);
            state.first_page = *first;
            state.last_page = page;
        }
        ImGui::GetWindowDrawList()->AddRect(at, end, p.hairline);
        const ImVec2 below = ImGui::GetCursorScreenPos();
        draw_page_moments(pages[i], at, width, actions);
        ImGui::SetCursorScreenPos(below);
        const std::string number = fmt::format(fmt::runtime(_("Page {} of {}")), i + 1, pages.size());
        ImGui::SetCursorPosX(std::floor((room - ImGui::CalcTextSize(number.c_str()).x) / 2));
        ImGui::TextDisabled("%s", number.c_str());
    }
}

// How long this coding took, right in the line above the pages.
void draw_coaching_time(const OpenConversationState& open) {
    const std::string text = coaching_time_text(open);
    ImGui::SameLine(0, theme::grid(2));
    const float room = ImGui::GetContentRegionAvail().x - theme::grid(2);
    const float free = room - ImGui::CalcTextSize(text.c_str()).x;
    if (text.empty() || free < 0) return ImGui::NewLine();
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + free);
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", text.c_str());
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", coaching_time_definition());
}

}  // namespace

void draw_report_screen(const Model& model, ReportScreenState& state, const std::vector<PageTexture>& pages,
                        Actions& actions) {
    if (!model.open) {
        widgets::empty_state(widgets::icon::kFile, _("No conversation is open"),
                             _("Open one from the Library; its report is written here."));
        return;
    }
    choose_language(model, state);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float margin = room.x < theme::px(1100) ? theme::grid(1.5F) : theme::grid(3);
    const float gap = theme::grid(1.5F);
    const float left = std::floor(std::clamp(room.x * 0.38F, theme::px(400), theme::px(600)));
    const float height = room.y - 2 * gap;
    const auto versions = static_cast<float>(std::min<std::size_t>(5, model.open->reports.size()));
    const float issuing = theme::grid(13) + versions * (ImGui::GetTextLineHeight() + theme::grid(1.5F));

    ImGui::SetCursorScreenPos({at.x + margin, at.y + gap});
    widgets::begin_card("words", {left, height - issuing - gap});
    draw_feedback_editor(model, state, actions);
    widgets::end_card();
    ImGui::SetCursorScreenPos({at.x + margin, at.y + gap + height - issuing});
    widgets::begin_card("issuing", {left, issuing});
    draw_issuing(model, state, actions);
    widgets::end_card();
    ImGui::SetCursorScreenPos({at.x + margin + left + gap, at.y + gap});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    widgets::begin_card("pages", {room.x - 2 * margin - left - gap, height}, ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    draw_pages(model, state, pages, actions);
    widgets::end_card();
    ask_for_preview(model, state, actions);
}

void draw_pages(const Model& model, ReportScreenState& state, const std::vector<PageTexture>& pages, Actions& actions) {
    const theme::Palette& p = theme::palette();
    ImGui::SetCursorPos({theme::grid(2), theme::grid(1)});
    if (state.shows && model.preview) {
        ImGui::AlignTextToFramePadding();
        widgets::section(fmt::format(fmt::runtime(_("Version {}, as issued")), model.preview->version).c_str());
        ImGui::SameLine(0, theme::grid(2));
        if (widgets::link_button(_("Back to the draft"))) state.shows = {};
    } else {
        ImGui::AlignTextToFramePadding();
        widgets::section(_("As it will print"));
        ImGui::SameLine(0, theme::grid(1.5F));
        const float row = ImGui::GetCursorPosY();
        ImGui::SetCursorPosY(row + theme::px(4));
        widgets::pill(_("Draft"), p.ink, p.warning_soft);
        ImGui::SameLine(0, theme::grid(2));
        ImGui::SetCursorPosY(row);
        if (widgets::choice("English", state.language == base::Language::English))
            state.language = base::Language::English;
        ImGui::SameLine(0, theme::grid(0.5F));
        if (widgets::choice("Nederlands", state.language == base::Language::Dutch))
            state.language = base::Language::Dutch;
    }
    draw_coaching_time(*model.open);
    ImGui::SetCursorPosX(0);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, p.ground);
    ImGui::BeginChild("sheets", {0, 0}, false);
    ImGui::PopStyleColor();
    const float room = ImGui::GetContentRegionAvail().x;
    const float width = std::floor(std::clamp(room - theme::grid(6), theme::px(260), theme::px(800)));
    const float pixels_per_point = ImGui::GetIO().DisplayFramebufferScale.x;
    state.page_width_px = static_cast<int>(width * std::max(1.0F, pixels_per_point));
    draw_sheets(state, pages, width, room, actions);
    ImGui::EndChild();
}

}  // namespace app
