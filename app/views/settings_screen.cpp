#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

// A row: name and explanation at the left, the control at the right.
float begin_row(const char* name, const char* explanation) {
    const float control = theme::px(260);
    const float text = ImGui::GetContentRegionAvail().x - control - theme::grid(3);
    const float y = ImGui::GetCursorPosY();
    ImGui::BeginGroup();
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + text);
    ImGui::TextUnformatted(name);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - theme::grid(0.75F));
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::PushFont(theme::small());
    ImGui::TextUnformatted(explanation);
    ImGui::PopFont();
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    ImGui::EndGroup();
    ImGui::SameLine(ImGui::GetContentRegionMax().x - control);
    ImGui::SetCursorPosY(y + theme::grid(0.5F));
    ImGui::BeginGroup();
    return control;
}

void end_row() {
    ImGui::EndGroup();
    ImGui::Dummy({0, theme::grid(0.5F)});
    ImGui::Separator();
    ImGui::Dummy({0, theme::grid(0.5F)});
}

void language_row(Settings& settings) {
    begin_row(_("Language"), _("Of the screen. A report chooses its own."));
    // Each in its own language, so that it can be found by who cannot read the other.
    if (widgets::choice("English", settings.language == base::Language::English))
        settings.language = base::Language::English;
    ImGui::SameLine();
    if (widgets::choice("Nederlands", settings.language == base::Language::Dutch))
        settings.language = base::Language::Dutch;
    end_row();
}

void theme_row(Settings& settings) {
    begin_row(_("Colours"), _("Light, or dark for a dim room."));
    if (widgets::choice(_("Light"), settings.theme == Theme::Light)) settings.theme = Theme::Light;
    ImGui::SameLine();
    if (widgets::choice(_("Dark"), settings.theme == Theme::Dark)) settings.theme = Theme::Dark;
    end_row();
}

void text_size_row(Settings& settings) {
    begin_row(_("Text size"), _("Of everything in this window."));
    const int percent = static_cast<int>(std::lround(settings.text_scale * 100));
    int wanted = percent;
    if (widgets::icon_button(widgets::icon::kMinus, _("Smaller text"))) wanted -= 10;
    ImGui::SameLine();
    const std::string text = fmt::format("{} %", percent);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(text.c_str());
    ImGui::SameLine();
    if (widgets::icon_button(widgets::icon::kPlus, _("Larger text"))) wanted += 10;
    settings.text_scale = static_cast<float>(std::clamp(wanted, 80, 200)) / 100;
    end_row();
}

void coder_row(SettingsState& state, Settings& settings) {
    begin_row(_("Your name"), _("Shown with the codings you make and on your reports."));
    ImGui::SetNextItemWidth(theme::px(260));
    ImGui::InputText("##coder", &state.coder);
    widgets::note_last_item(_("Your name"));
    if (ImGui::IsItemDeactivatedAfterEdit()) settings.coder = std::string(base::trimmed(state.coder));
    if (!ImGui::IsItemActive()) state.coder = settings.coder;
    end_row();
}

// Seconds with a comma or a point, as the language writes it.
void seconds_row(const char* name, const char* explanation, base::Time& value, base::Time step, base::Time least,
                 base::Time most) {
    begin_row(name, explanation);
    ImGui::PushID(name);
    const std::string less = fmt::format(fmt::runtime(_("Less: {}")), name);
    const std::string more = fmt::format(fmt::runtime(_("More: {}")), name);
    base::Time wanted = value;
    if (widgets::icon_button(widgets::icon::kMinus, less.c_str())) wanted -= step;
    ImGui::SameLine();
    const int decimals = step < base::milliseconds(100) ? 2 : 1;
    const std::string text = base::number(base::language(), value.seconds(), decimals) + " s";
    const float width = theme::px(56);
    const float from = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    ImGui::SetCursorPosX(from + (width - ImGui::CalcTextSize(text.c_str()).x) / 2);
    ImGui::TextUnformatted(text.c_str());
    ImGui::SameLine();
    ImGui::SetCursorPosX(from + width + theme::grid(1));
    if (widgets::icon_button(widgets::icon::kPlus, more.c_str())) wanted += step;
    value = std::clamp(wanted, least, most);
    ImGui::PopID();
    end_row();
}

void times(Settings& settings) {
    seconds_row(
        _("Reaction time"),
        _("Taken off the moment of every code you drop while playing, so that it lands on what you reacted to."),
        settings.reaction_time, base::milliseconds(50), {}, base::seconds(3));
    seconds_row(_("Back after a pause"), _("How much earlier playing goes on after a pause."), settings.auto_rewind,
                base::milliseconds(500), {}, base::seconds(10));
    seconds_row(_("Own step"), _("How far Ctrl with an arrow key goes."), settings.own_step, base::milliseconds(500),
                base::milliseconds(500), base::seconds(120));
}

void keeping_row(Settings& settings) {
    begin_row(_("Keep new conversations for"),
              _("Unless you choose a day for one. Nothing is erased by itself; the Library says when it is time."));
    bool is_first = true;
    for (const int days : {30, 90, 180, 365}) {
        if (!is_first) ImGui::SameLine();
        is_first = false;
        if (widgets::choice(fmt::format(fmt::runtime(_("{} days")), days).c_str(), settings.kept_days == days))
            settings.kept_days = days;
    }
    end_row();
}

}  // namespace

void draw_settings_screen(const Model& model, SettingsState& state, const std::vector<KeyPress>& pressed,
                          Actions& actions) {
    widgets::heading(_("Settings"));
    Settings settings = model.settings;
    const float room = ImGui::GetContentRegionAvail().x;
    const float left = std::min(theme::px(640), room * 0.5F);
    widgets::begin_card("##own", {left, 0});
    widgets::section(_("You and the screen"));
    ImGui::Dummy({0, theme::grid(1)});
    language_row(settings);
    theme_row(settings);
    text_size_row(settings);
    coder_row(state, settings);
    keeping_row(settings);
    ImGui::Dummy({0, theme::grid(1)});
    widgets::section(_("Playing and coding"));
    ImGui::Dummy({0, theme::grid(1)});
    times(settings);
    widgets::end_card();
    ImGui::SameLine(0, theme::grid(2));
    widgets::begin_card("##keys", {0, 0});
    draw_keys_settings(model, state.keys, pressed, actions);
    widgets::end_card();
    if (!(settings == model.settings)) actions.push_back(ChangeSettings{settings});
}

}  // namespace app
