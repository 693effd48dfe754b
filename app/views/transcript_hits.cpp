// Where the words that are searched for were said in a conversation: press a place to hear it.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/library_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

constexpr std::size_t kMost = 6;  // the others are found in the transcript itself

void draw_hit(const library::SearchHit& hit, Actions& actions) {
    const std::string time = clock_text(hit.when);
    if (widgets::link_button(time.c_str())) actions.push_back(open_at(hit));
    ImGui::SameLine();
    const std::string shown = widgets::fitted(hit.snippet, ImGui::GetContentRegionAvail().x);
    ImGui::TextUnformatted(shown.c_str());
    if (shown != hit.snippet && ImGui::IsItemHovered()) {
        ImGui::BeginTooltip();
        ImGui::PushTextWrapPos(theme::px(480));
        ImGui::TextUnformatted(hit.snippet.c_str());
        ImGui::PopTextWrapPos();
        ImGui::EndTooltip();
    }
}

}  // namespace

void draw_transcript_hits(const Model& model, const base::Id& conversation, Actions& actions) {
    std::vector<const library::SearchHit*> hits;
    for (const library::SearchHit& hit : model.transcript_hits)
        if (hit.conversation == conversation) hits.push_back(&hit);
    if (hits.empty()) return;
    ImGui::Dummy({0, theme::grid(0.5F)});
    const std::string title = fmt::format(
        fmt::runtime(base::translate(base::language(), "In the transcript: {} turn", "In the transcript: {} turns",
                                     static_cast<unsigned long>(hits.size()))),
        hits.size());
    widgets::section(title.c_str());
    for (std::size_t i = 0; i < std::min(hits.size(), kMost); ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_hit(*hits[i], actions);
        ImGui::PopID();
    }
    if (hits.size() > kMost) {
        const std::string more = fmt::format(fmt::runtime(_("and {} more")), hits.size() - kMost);
        widgets::hint(more.c_str());
    }
}

}  // namespace app
