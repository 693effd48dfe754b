// The recording's picture, or a calm large waveform where there is none.
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr base::Time kAround = base::seconds(8);  // of sound on each side of the playhead

void draw_middle_text(ImDrawList& list, ImVec2 from, ImVec2 to, const std::string& text) {
    const float width = std::min(to.x - from.x - theme::grid(6), theme::px(460));
    const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, width);
    const ImVec2 at{std::floor((from.x + to.x - size.x) / 2), std::floor((from.y + to.y - size.y) / 2)};
    list.AddText(nullptr, 0, at, IM_COL32(220, 222, 224, 255), text.c_str(), nullptr, width);
}

void draw_large_waveform(ImDrawList& list, ImVec2 from, ImVec2 to, const OpenConversationState& open) {
    const float step = theme::px(4);
    const auto buckets = static_cast<int>((to.x - from.x - theme::grid(4)) / step);
    const int channels = std::min(2, open.waveform.channels());
    if (buckets < 8 || channels == 0) return;
    const base::Time middle = playhead(open);
    const float height = (to.y - from.y) * 0.5F / static_cast<float>(channels);
    for (int channel = 0; channel < channels; ++channel) {
        const float y =
            (from.y + to.y) / 2 + (static_cast<float>(channel) - static_cast<float>(channels - 1) / 2) * height;
        const ImU32 colour = channel == 0 ? theme::palette().wave_professional : theme::palette().wave_client;
        const auto peaks = open.waveform.peaks(channel, {middle - kAround, middle + kAround}, buckets);
        for (std::size_t i = 0; i < peaks.size(); ++i) {
            const float loud = static_cast<float>(std::max(std::abs(peaks[i].low), std::abs(peaks[i].high))) / 127;
            const float x = from.x + theme::grid(2) + static_cast<float>(i) * step;
            const float half = std::max(1.0F, std::sqrt(loud) * height * 0.45F);
            list.AddRectFilled({x, y - half}, {x + step / 2, y + half}, colour, 1);
        }
    }
    const float x = std::floor((from.x + to.x) / 2);
    list.AddLine({x, from.y + theme::grid(3)}, {x, to.y - theme::grid(3)}, IM_COL32(255, 255, 255, 150), 1);
}

std::string what_is_missing(const OpenConversationState& open) {
    if (!open.player) return open.recording_problem.empty() ? _("The recording is not here.") : open.recording_problem;
    if (const auto failure = open.player->failure()) return *failure;
    if (!open.player->is_open()) return _("Opening the recording…");
    if (open.player->info().video) return {};  // the first picture comes in a moment
    return open.waveform.channels() > 0 ? std::string() : _("Sound only");
}

}  // namespace

void draw_picture(const OpenConversationState& open, const VideoTexture* texture) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 from = ImGui::GetWindowPos();
    const ImVec2 to{from.x + ImGui::GetWindowWidth(), from.y + ImGui::GetWindowHeight()};
    list.AddRectFilled(from, to, theme::palette().video, theme::px(theme::kRadius));
    widgets::note_widget("picture", from, to);
    if (texture && texture->has_picture()) {
        texture->draw(list, {from.x + theme::px(4), from.y + theme::px(4)}, {to.x - theme::px(4), to.y - theme::px(4)});
        return;
    }
    const std::string missing = what_is_missing(open);
    if (!missing.empty()) return draw_middle_text(list, from, to, missing);
    if (open.player && open.player->is_open() && !open.player->info().video) draw_large_waveform(list, from, to, open);
}

}  // namespace app
