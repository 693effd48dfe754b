// Saying it again, in the thread of a clip: what was answered then with its codes, and beside it what is said now.
#include "app/clock_text.h"
#include "app/say_again.h"
#include "app/theme.h"
#include "app/views/clip_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {
namespace {

void draw_codes(const std::string& codes) {
    if (codes.empty())
        ImGui::TextDisabled("%s", _("no code yet"));
    else
        ImGui::TextUnformatted(codes.c_str());
}

std::string codes_now(const OpenConversationState& open, const codes::Comment& answer) {
    std::string codes;
    for (const std::string& code : answer.codes) codes += (codes.empty() ? "" : ", ") + label_of(open.codebook, code);
    return codes;
}

}  // namespace

void draw_said_then(const OpenConversationState& open, const codes::Clip& clip, Actions& actions) {
    const base::Span then = answered_in(open, clip.span).answer;
    const std::string words = quote_at(open, then, talk::Role::Professional);
    ImGui::PushFont(theme::small());
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s · %s", _("Then"), clock_text(then.from).c_str());
    ImGui::PopFont();
    ImGui::SameLine(0, theme::grid(1));
    if (widgets::link_button(_("Hear it##then"))) actions.push_back(PlayMoments{{"then", {}, {{then, words}}}});
    ImGui::SameLine(0, theme::grid(1));
    draw_codes(codes_then(open, then));
    widgets::note_last_item("codes then");
    if (!words.empty()) ImGui::TextWrapped("%s", words.c_str());
}

void draw_said_again(const OpenConversationState& open, const codes::Comment& answer, ClipsState& state,
                     Actions& actions) {
    const bool is_coded = open.clips.answer == answer.id;
    if (widgets::link_button(_("Hear both"))) actions.push_back(HearBoth{answer.id});
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::link_button(is_coded ? _("Done coding") : _("Code it")))
        actions.push_back(HoldAnswer{is_coded ? base::Id{} : answer.id});
    ImGui::SameLine(0, theme::grid(1));
    draw_codes(codes_now(open, answer));
    widgets::note_last_item("codes now");
    if (!is_coded || state.answer_in_sight == answer.id) return;
    ImGui::SetScrollHereY(1);
    state.answer_in_sight = answer.id;
}

bool waits_to_say_again(const OpenConversationState& open) {
    const auto& then = open.clips.then;
    return then && !then->answer && open.style.plays.size() == 1 && open.style.plays.front() == then->after;
}

void draw_waiting(Actions& actions) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(_("Listen. When it stops, say what you would say now."));
    widgets::note_last_item("waits to say it again");
    ImGui::SameLine(0, theme::grid(1));
    if (widgets::link_button(_("Leave it"))) actions.push_back(AbandonComment{});
}

}  // namespace app
