// Privacy: until when a conversation is kept, and who has seen it.
#include "app/theme.h"
#include "app/views/privacy_parts.h"
#include "app/widgets.h"
#include "base/day.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {

namespace {

void wrapped_text(const std::string& text) {
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
}

}  // namespace

void draw_keeping_page(const Model& model, PrivacyState& state, Actions& actions) {
    const PrivacyDesk& desk = model.privacy;
    const std::string today = base::day_of(base::now());
    if (desk.kept_until < today) {
        ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().danger);
        wrapped_text(
            fmt::format(fmt::runtime(_("This conversation was to be kept until {}. Erase it, or choose a later "
                                       "day if it is still needed.")),
                        desk.kept_until));
        ImGui::PopStyleColor();
    } else {
        wrapped_text(fmt::format(fmt::runtime(_("This conversation is kept until {}.")), desk.kept_until));
    }
    widgets::hint(fmt::format(fmt::runtime(_("Nothing is erased by itself: when the day has passed, the Library says "
                                             "so. The latest day for this conversation is {}.")),
                              desk.last_day)
                      .c_str());
    widgets::text_field(_("Keep it until, that day included"), state.day, "2027-02-20");
    const bool is_good = base::is_day(state.day) && state.day <= desk.last_day && state.day != desk.kept_until;
    if (widgets::primary_button(_("Keep until then"), {0, 0}, is_good ? widgets::Enabled::Yes : widgets::Enabled::No))
        actions.push_back(KeepUntil{desk.conversation, state.day});
    if (!base::is_day(state.day) || state.day > desk.last_day) {
        ImGui::SameLine();
        ImGui::AlignTextToFramePadding();
        ImGui::TextDisabled("%s", fmt::format(fmt::runtime(_("A day like {}, at the latest.")), desk.last_day).c_str());
    }
}

void draw_seen_page(const Model& model) {
    const PrivacyDesk& desk = model.privacy;
    widgets::hint(
        _("Newest first. This log only grows: an entry that is changed, removed or swapped is found by "
          "“terugblik check”. To hand it over: terugblik who-saw, with the title of this conversation."));
    ImGui::Dummy({0, theme::grid(0.5F)});
    if (desk.seen_by.empty()) widgets::hint(_("Nobody has opened this conversation since the library keeps a log."));
    for (const std::string& line : desk.seen_by) wrapped_text(line);
}

}  // namespace app
