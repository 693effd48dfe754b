// The whole conversation in one strip: its sound, the trainee's two moments and own minutes, the playhead. A press goes
// there, or chooses the moment that was asked for.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/review_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

struct Strip {
    ImVec2 from, to;
    base::Time duration;

    float x_of(base::Time at) const {
        const double part = duration.microseconds > 0 ? at.seconds() / duration.seconds() : 0;
        return from.x + static_cast<float>(std::clamp(part, 0.0, 1.0)) * (to.x - from.x);
    }
    base::Time time_at(float x) const {
        const double part = static_cast<double>((x - from.x) / std::max(1.0F, to.x - from.x));
        return base::seconds(std::clamp(part, 0.0, 1.0) * duration.seconds());
    }
};

void draw_sound(ImDrawList& list, const Strip& strip, const media::Waveform& waveform) {
    const float step = theme::px(2);
    const auto buckets = static_cast<int>((strip.to.x - strip.from.x) / step);
    const int channels = std::min(2, waveform.channels());
    if (channels == 0 || buckets < 8) return;
    const float height = (strip.to.y - strip.from.y) / static_cast<float>(channels);
    for (int channel = 0; channel < channels; ++channel) {
        const ImU32 colour = channel == 0 ? theme::palette().wave_professional : theme::palette().wave_client;
        const float middle = strip.from.y + (static_cast<float>(channel) + 0.5F) * height;
        const auto peaks = waveform.peaks(channel, {{}, strip.duration}, buckets);
        for (std::size_t i = 0; i < peaks.size(); ++i) {
            const float loud = static_cast<float>(std::max(std::abs(peaks[i].low), std::abs(peaks[i].high))) / 127;
            const float x = strip.from.x + static_cast<float>(i) * step;
            const float half = std::max(0.5F, std::sqrt(loud) * height * 0.45F);
            list.AddRectFilled({x, middle - half}, {x + step / 2, middle + half}, colour);
        }
    }
}

// A flag, up for what went well and down for the other, so that they are told apart without their colours.
void draw_flag(ImDrawList& list, const Strip& strip, base::Time at, PickedMoment which) {
    const theme::Palette& p = theme::palette();
    const bool is_good = which == PickedMoment::ContentWith;
    const float x = std::floor(strip.x_of(at)), size = theme::px(9);
    const ImU32 colour = is_good ? p.good : p.danger;
    list.AddLine({x, strip.from.y}, {x, strip.to.y}, colour, theme::px(2));
    const float y = is_good ? strip.from.y : strip.to.y - size;
    list.AddTriangleFilled({x, y}, {x + size, y + size / 2}, {x, y + size}, colour);
}

void draw_strip(const Model& model, const Strip& strip) {
    const theme::Palette& p = theme::palette();
    const ReviewDesk& desk = *model.review;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(strip.from, strip.to, p.control, theme::px(4));
    if (desk.shows_own_view && desk.own && !desk.own->events.empty())
        list.AddRectFilled({strip.x_of(desk.own->events.front().at), strip.from.y},
                           {strip.x_of(desk.own->events.back().at) + theme::px(2), strip.to.y}, p.accent_soft);
    draw_sound(list, strip, model.open->waveform);
    if (desk.shows_own_view && desk.review.content_with)
        draw_flag(list, strip, *desk.review.content_with, PickedMoment::ContentWith);
    if (desk.shows_own_view && desk.review.would_change)
        draw_flag(list, strip, *desk.review.would_change, PickedMoment::WouldChange);
    const float x = std::floor(strip.x_of(playhead(*model.open)));
    list.AddLine({x, strip.from.y - theme::px(3)}, {x, strip.to.y + theme::px(3)}, p.accent, theme::px(2));
}

}  // namespace

void draw_review_timeline(const Model& model, ReviewState& state, Actions& actions) {
    const theme::Palette& p = theme::palette();
    const base::Time duration = duration_of(*model.open);
    const ImVec2 at = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    const float line = ImGui::GetTextLineHeight();
    const Strip strip{{at.x, at.y + theme::px(4)}, {at.x + room.x, at.y + room.y - line - theme::px(4)}, duration};
    ImGui::SetCursorScreenPos(at);
    ImGui::InvisibleButton("strip", {room.x, std::max(1.0F, room.y - line)});
    widgets::note_last_item("review timeline");
    const bool hovered = ImGui::IsItemHovered();
    const bool is_pressed = ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
    if (is_pressed && ImGui::IsItemActivated() && state.picks && duration > base::Time{}) {
        codes::Review review = model.review->review;
        auto& moment = state.picks == PickedMoment::ContentWith ? review.content_with : review.would_change;
        moment = strip.time_at(ImGui::GetIO().MousePos.x);
        actions.push_back(ChangeReview{review});
        state.picks.reset();
    } else if (is_pressed && ImGui::IsItemActivated()) {
        state.drags_playhead = true;
        actions.push_back(SeekTo{strip.time_at(ImGui::GetIO().MousePos.x)});
    } else if (is_pressed && state.drags_playhead && ImGui::GetIO().MouseDelta.x != 0) {
        actions.push_back(SeekTo{strip.time_at(ImGui::GetIO().MousePos.x)});
    }
    if (!is_pressed) state.drags_playhead = false;
    draw_strip(model, strip);
    const bool picks = state.picks.has_value();
    if (picks)
        ImGui::GetWindowDrawList()->AddRect({strip.from.x - 1, strip.from.y - 1}, {strip.to.x + 1, strip.to.y + 1},
                                            p.accent, theme::px(4), 0, theme::px(2));
    if (hovered) ImGui::SetTooltip("%s", clock_text(strip.time_at(ImGui::GetIO().MousePos.x)).c_str());
    const std::string below = picks ? std::string(_("Press where that moment is.")) : clock_text({});
    const float y = at.y + room.y - line;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    widgets::text_in_middle(list, theme::small(), {at.x, y}, line, picks ? p.accent : p.muted, below.c_str());
    const std::string end = clock_text(duration);
    ImGui::PushFont(theme::small());
    const float width = ImGui::CalcTextSize(end.c_str()).x;
    ImGui::PopFont();
    widgets::text_in_middle(list, theme::small(), {at.x + room.x - width, y}, line, p.muted, end.c_str());
}

}  // namespace app
