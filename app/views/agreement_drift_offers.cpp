// Old conversations that can be coded again without seeing what was coded before, and how such a coding ends.
#include "app/theme.h"
#include "app/views/agreement_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

void choose_whose(const DriftDesk& desk, Actions& actions) {
    int coder = static_cast<int>(std::find(desk.coders.begin(), desk.coders.end(), desk.coder) - desk.coders.begin());
    if (widgets::drop_down(_("Coder"), coder, desk.coders))
        actions.push_back(FollowDrift{desk.coders[static_cast<std::size_t>(coder)], desk.codebook});
    std::vector<std::string> titles;
    int codebook = 0;
    for (std::size_t i = 0; i < desk.codebooks.size(); ++i) {
        titles.push_back(desk.codebooks[i].title.in(base::language()));
        if (desk.codebooks[i].key == desk.codebook) codebook = static_cast<int>(i);
    }
    if (widgets::drop_down(_("Codebook"), codebook, titles))
        actions.push_back(FollowDrift{desk.coder, desk.codebooks[static_cast<std::size_t>(codebook)].key});
}

// Who or what it was, and when; the answer is whether its button was pressed.
bool draw_old(const OldCoding& old, const char* button, bool is_first) {
    ImGui::PushID(old.coding.text.c_str());
    const float width = ImGui::CalcTextSize(button).x + theme::grid(5);
    const float room = ImGui::GetContentRegionAvail().x - width;
    const ImVec2 at = ImGui::GetCursorPos();
    ImGui::TextUnformatted(widgets::fitted(old.title, room).c_str());
    ImGui::PushFont(theme::small());
    ImGui::TextDisabled("%s", fmt::format(fmt::runtime(_("coded on {}")), old.day).c_str());
    ImGui::PopFont();
    const float bottom = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({at.x + room + theme::grid(1), at.y + theme::px(2)});
    const bool pressed = is_first ? widgets::primary_button(button) : widgets::secondary_button(button);
    widgets::note_last_item((std::string(button) + " " + old.title).c_str());
    ImGui::SetCursorPosY(std::max(bottom, ImGui::GetCursorPosY()) + theme::px(4));
    ImGui::PopID();
    return pressed;
}

void draw_under_way(const DriftDesk& desk, Actions& actions) {
    if (desk.under_way.empty()) return;
    widgets::section(_("Under way"));
    for (const OldCoding& old : desk.under_way)
        if (draw_old(old, _("Go on"), true)) actions.push_back(OpenCoding{old.coding});
    ImGui::Dummy({0, theme::grid(1)});
}

void draw_offers(const DriftDesk& desk, Actions& actions) {
    constexpr std::size_t kMost = 6;
    widgets::section(_("Code an old conversation again, silently"));
    widgets::hint(
        _("You code it as if for the first time. What was coded before stays unseen meanwhile: the codings, how "
          "many codes they have, and what is counted from them. When you are done, then and now are compared."));
    ImGui::Dummy({0, theme::grid(0.5F)});
    if (desk.offers.empty()) {
        const char* text =
            _("There is nothing to offer yet: a conversation can be coded again {} days after it was coded, when its "
              "recording is there.");
        return widgets::hint(fmt::format(fmt::runtime(text), kOldEnoughDays).c_str());
    }
    for (std::size_t i = 0; i < std::min(kMost, desk.offers.size()); ++i)
        if (draw_old(desk.offers[i], _("Code again"), i == 0)) actions.push_back(BeginRecoding{desk.offers[i].coding});
    widgets::hint(_("In an order drawn by chance: take the first, so that you do not choose the easy ones."));
}

}  // namespace

void draw_drift_offers(const Model& model, Actions& actions) {
    const DriftDesk& desk = model.drift;
    if (desk.coders.empty())
        return widgets::empty_state(widgets::icon::kFile, _("Nothing was coded yet"),
                                    _("Here you see later whether you still code as you did."));
    choose_whose(desk, actions);
    ImGui::Dummy({0, theme::grid(1)});
    draw_under_way(desk, actions);
    draw_offers(desk, actions);
}

void draw_silent_recoding(Actions& actions) {
    widgets::begin_card("silent", {0, 0});
    widgets::section(_("You are coding this conversation again, silently"));
    ImGui::Dummy({0, theme::grid(0.5F)});
    widgets::hint(
        _("What was coded before stays unseen until you are done. Then both codings are compared, and this one "
          "stays as it is: it says how you coded today."));
    ImGui::Dummy({0, theme::grid(1)});
    if (widgets::primary_button(_("Go on coding"))) actions.push_back(GoTo{Screen::Code});
    ImGui::SameLine(0, theme::grid(1));
    if (widgets::secondary_button(_("I am done: compare")))
        actions.push_back(EndRecoding{library::RecodingState::Done});
    ImGui::SameLine(0, theme::grid(1));
    if (widgets::secondary_button(_("Give up"))) actions.push_back(EndRecoding{library::RecodingState::GivenUp});
    ImGui::Dummy({0, theme::grid(0.5F)});
    widgets::hint(_("Given up, it becomes a coding like any other, and says nothing about how you code over time."));
    widgets::end_card();
}

}  // namespace app
