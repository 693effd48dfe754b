// Under the picture: play, time, speed, loop, sound, and the keys for them where there is room.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

std::string speed_text(double speed) {
    std::string text = base::number(base::language(), speed, 2);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.' || text.back() == ',') text.pop_back();
    return text + "×";
}

// Lays things in one line, each vertically in the middle of the card.
class Line {
public:
    Line() : at_(ImGui::GetCursorScreenPos()), height_(ImGui::GetWindowHeight()) {
        at_.y = ImGui::GetWindowPos().y;
        right_ = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - theme::grid(2);
    }

    float left() const { return right_ - at_.x; }
    void skip(float px) { at_.x += px; }

    void text(ImFont* font, ImU32 colour, const std::string& text) {
        widgets::text_in_middle(*ImGui::GetWindowDrawList(), font, at_, height_, colour, text.c_str());
        at_.x += width(font, text);
    }

    // Text that can be pressed; true when it is.
    bool button(const char* name, ImFont* font, ImU32 colour, const std::string& text, const std::string& hint) {
        const float wide = width(font, text);
        const float pad = theme::grid(0.75F);
        const float high = theme::px(30);
        ImGui::SetCursorScreenPos({at_.x - pad, std::floor(at_.y + (height_ - high) / 2)});
        const bool pressed = ImGui::InvisibleButton(name, {wide + 2 * pad, high});
        widgets::note_last_item(name);
        if (ImGui::IsItemHovered()) {
            ImGui::GetWindowDrawList()->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                                      theme::palette().hover, theme::px(6));
            ImGui::SetTooltip("%s", hint.c_str());
        }
        this->text(font, colour, text);
        return pressed;
    }

    static float width(ImFont* font, const std::string& text) {
        const float size = font->FontSize * ImGui::GetIO().FontGlobalScale;
        return font->CalcTextSizeA(size, FLT_MAX, 0, text.c_str()).x;
    }

    ImVec2 at() const { return at_; }
    float height() const { return height_; }

private:
    ImVec2 at_;
    float height_;
    float right_;
};

void draw_play_button(Line& line, const media::Player* player, const std::string& cap, Actions& actions) {
    const theme::Palette& p = theme::palette();
    const bool plays = player && player->is_playing();
    const float side = theme::px(32);
    ImGui::SetCursorScreenPos({line.at().x - theme::grid(0.5F), std::floor(line.at().y + (line.height() - side) / 2)});
    if (ImGui::InvisibleButton("play", {side, side})) actions.push_back(PlayPause{});
    widgets::note_last_item(plays ? _("Pause") : _("Play"));
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 to = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled(from, to, p.hover, theme::px(6));
        ImGui::SetTooltip("%s", hint_with_key(plays ? _("Pause") : _("Play"), cap).c_str());
    }
    const ImVec2 middle{std::floor((from.x + to.x) / 2), std::floor((from.y + to.y) / 2)};
    const float half = theme::px(9);
    if (plays) {
        const float bar = theme::px(6);
        list.AddRectFilled({middle.x - half, middle.y - half}, {middle.x - half + bar, middle.y + half}, p.accent, 1);
        list.AddRectFilled({middle.x + half - bar, middle.y - half}, {middle.x + half, middle.y + half}, p.accent, 1);
    } else {
        list.AddTriangleFilled({middle.x - half * 0.8F, middle.y - half}, {middle.x - half * 0.8F, middle.y + half},
                               {middle.x + half, middle.y}, p.accent);
    }
    line.skip(side + theme::grid(1));
}

// The keys go on coding and playing while it is open; Escape closes it.
bool begin_menu(const char* id, CodeScreenState& state) {
    if (!ImGui::BeginPopup(id)) return false;
    state.transport_menu_is_open = true;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
    return true;
}

void draw_speed_menu(const media::Player& player, CodeScreenState& state, Actions& actions) {
    if (!begin_menu("speed menu", state)) return;
    int index = 0;
    int now = 0;
    for (double speed : media::kSpeeds) {
        if (std::abs(speed - player.speed()) < 0.01) now = index;
        ++index;
    }
    index = 0;
    for (double speed : media::kSpeeds) {
        const std::string text = speed_text(speed);
        if (ImGui::MenuItem(text.c_str(), nullptr, index == now) && index != now)
            actions.push_back(ChangeSpeed{index == 2 ? 0 : index - now});
        widgets::note_last_item(text.c_str());
        ++index;
    }
    ImGui::EndPopup();
}

std::string loop_text(const OpenConversationState& open) {
    const auto loop = open.player ? open.player->loop() : std::nullopt;
    if (loop) return fmt::format(fmt::runtime(_("loop {}–{}")), clock_text(loop->from, 1), clock_text(loop->to, 1));
    if (open.loop_from) return fmt::format(fmt::runtime(_("loop from {}…")), clock_text(*open.loop_from, 1));
    return _("loop off");
}

void draw_channel_choices(const media::Player& player, Actions& actions) {
    const auto track = static_cast<std::size_t>(std::max(0, player.audio_track()));
    const auto& tracks = player.info().audio;
    if (tracks.size() > 1) {
        widgets::section(_("Track"));
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            const std::string name =
                tracks[i].title.empty() ? fmt::format(fmt::runtime(_("Track {}")), i + 1) : tracks[i].title;
            ImGui::PushID(static_cast<int>(i));
            if (ImGui::RadioButton(name.c_str(), i == track)) actions.push_back(SelectAudioTrack{static_cast<int>(i)});
            ImGui::PopID();
        }
    }
    if (track >= tracks.size() || tracks[track].channels < 2) return;
    widgets::section(_("Channels"));
    for (int channel = 0; channel < tracks[track].channels; ++channel) {
        ImGui::PushID(channel);
        bool heard = !player.is_channel_muted(channel);
        const std::string name = fmt::format(fmt::runtime(_("Channel {}")), channel + 1);
        ImGui::BeginDisabled(player.soloed_channel().has_value());  // one alone: the others' marks say nothing
        if (ImGui::Checkbox(name.c_str(), &heard)) actions.push_back(MuteChannel{channel, !heard});
        ImGui::EndDisabled();
        ImGui::SameLine(theme::px(150));
        const bool alone = player.soloed_channel() == channel;
        if (widgets::choice(_("Only this one"), alone))
            actions.push_back(SoloChannel{alone ? std::nullopt : std::optional<int>(channel)});
        ImGui::PopID();
    }
}

void draw_sound_menu(const media::Player& player, CodeScreenState& state, Actions& actions) {
    if (!begin_menu("sound menu", state)) return;
    widgets::section(_("Volume"));
    float percent = player.volume() * 100;
    ImGui::SetNextItemWidth(theme::px(220));
    if (ImGui::SliderFloat("##volume", &percent, 0, 100, "%.0f %%")) actions.push_back(SetVolume{percent / 100});
    draw_channel_choices(player, actions);
    if (!player.has_sound_card()) widgets::hint(_("There is no sound card: the recording plays silently."));
    ImGui::EndPopup();
}

struct Hint {
    std::string cap;
    const char* what;
};

void draw_hints(Line& line, const Keymap& keymap) {
    const theme::Palette& p = theme::palette();
    const Hint hints[] = {{keymap.cap("play_pause"), _("play")},      {keymap.cap("forward"), _("1 s · ⇧ 5 s")},
                          {keymap.cap("next_picture"), _("picture")}, {keymap.cap("faster"), _("speed")},
                          {keymap.cap("replay"), _("again")},         {keymap.cap("help"), _("keys")}};
    const float gap = theme::grid(1.5F);
    const float between = theme::grid(0.75F);
    float room = line.left() - theme::grid(2);
    std::size_t fits = 0;
    float used = 0;
    for (const Hint& hint : hints) {
        const float wide =
            widgets::key_cap_width(hint.cap.c_str()) + between + Line::width(theme::small(), hint.what) + gap;
        if (used + wide > room) break;
        used += wide;
        ++fits;
    }
    line.skip(std::max(0.0F, line.left() - used + gap));
    for (std::size_t i = 0; i < fits; ++i) {
        const float cap = widgets::key_cap_width(hints[i].cap.c_str());
        widgets::draw_key_cap(*ImGui::GetWindowDrawList(), {line.at().x + cap / 2, line.at().y + line.height() / 2},
                              hints[i].cap.c_str());
        line.skip(cap + between);
        line.text(theme::small(), p.muted, hints[i].what);
        line.skip(gap);
    }
}

}  // namespace

void draw_transport(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const theme::Palette& p = theme::palette();
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    const media::Player* player = open.player.get();
    Line line;
    draw_play_button(line, player, keymap.cap("play_pause"), actions);
    line.text(theme::large(), p.ink, clock_text(playhead(open), 3));
    line.skip(theme::grid(1));
    line.text(theme::regular(), p.muted, "/ " + clock_text(duration_of(open)));
    line.skip(theme::grid(3));
    const std::string speed = speed_text(player ? player->speed() : 1);
    if (line.button("speed", theme::semibold(), p.ink, speed,
                    fmt::format(fmt::runtime(_("Speed: {} slower, {} faster, {} normal")), keymap.cap("slower"),
                                keymap.cap("faster"), keymap.cap("normal_speed"))) &&
        player)
        ImGui::OpenPopup("speed menu");
    line.skip(theme::grid(2.5F));
    if (line.button("loop", theme::small(), open.loop_from || (player && player->loop()) ? p.accent : p.muted,
                    loop_text(open), hint_with_key(_("Loop: from here, to here, off"), keymap.cap("loop"))))
        actions.push_back(ToggleLoop{});
    line.skip(theme::grid(2.5F));
    const bool silent = player && player->is_open() && !player->info().audio.empty() && !player->has_sound_card();
    const bool quiet = player && player->volume() <= 0;
    if (line.button("sound", theme::regular(), silent ? p.danger : p.muted,
                    silent || quiet ? widgets::icon::kMute : widgets::icon::kVolume,
                    silent ? _("No sound card: plays silently") : _("Sound")) &&
        player)
        ImGui::OpenPopup("sound menu");
    line.skip(theme::grid(2));
    if (silent && line.left() > theme::px(180)) {
        line.text(theme::small(), p.danger, _("no sound card"));
        line.skip(theme::grid(2));
    }
    const base::Time rewind = model.settings.auto_rewind;
    const std::string after_pause =
        fmt::format(fmt::runtime(_("−{} s after a pause")), base::number(base::language(), rewind.seconds(), 1));
    if (rewind > base::Time{} && line.left() > theme::px(330)) line.text(theme::small(), p.muted, after_pause);
    draw_hints(line, keymap);
    if (player) {
        draw_speed_menu(*player, state, actions);
        draw_sound_menu(*player, state, actions);
    }
}

}  // namespace app
