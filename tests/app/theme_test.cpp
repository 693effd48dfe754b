#include "app/theme.h"

#include "app/icons.h"

#include <fstream>
#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>
#include <string>
#include <vector>

namespace {

// Dear ImGui without a window.
class Themes : public ::testing::TestWithParam<app::Theme> {
protected:
    void SetUp() override {
        ImGui::CreateContext();
        app::theme::apply(GetParam());
    }
    void TearDown() override { ImGui::DestroyContext(); }
};

TEST_P(Themes, EveryTextHasEnoughContrastOnEveryGroundItStandsOn) {
    const app::theme::Palette& p = app::theme::palette();
    const std::vector<ImU32> grounds = {p.ground, p.card, p.control, p.hover, p.accent_soft};
    for (const ImU32 ground : grounds)
        for (const ImU32 text : {p.ink, p.muted, p.accent, p.danger})
            EXPECT_GE(app::theme::contrast(text, ground), 4.5) << std::hex << text << " on " << ground;
    EXPECT_GE(app::theme::contrast(p.on_accent, p.accent), 4.5);
    EXPECT_GE(app::theme::contrast(p.ink, p.key), 4.5);
    EXPECT_GE(app::theme::contrast(p.muted, p.key), 4.5);
    EXPECT_GE(app::theme::contrast(p.danger, p.danger_soft), 4.5);
    EXPECT_GE(app::theme::contrast(p.ink, p.danger_soft), 4.5);
    EXPECT_GE(app::theme::contrast(p.ink, p.warning_soft), 4.5);
    EXPECT_GE(app::theme::contrast(p.good, p.good_soft), 4.5);
}

TEST_P(Themes, InkCanBeReadOnTheTintOfEveryCode) {
    const std::vector<codes::Colour> okabe_ito = {{0, 0, 0},      {230, 159, 0}, {86, 180, 233}, {0, 158, 115},
                                                  {240, 228, 66}, {0, 114, 178}, {213, 94, 0},   {204, 121, 167}};
    for (const codes::Colour& hue : okabe_ito)
        EXPECT_GE(app::theme::contrast(app::theme::palette().ink, app::theme::tint(hue)), 4.5);
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, Themes, ::testing::Values(app::Theme::Light, app::Theme::Dark));

TEST(Fonts, DigitsHaveOneWidth) {
    ImGui::CreateContext();
    app::theme::load_fonts(1, 1, 1);
    for (ImFont* font :
         {app::theme::regular(), app::theme::semibold(), app::theme::small(), app::theme::large(), app::theme::title()})
        for (ImWchar digit = '1'; digit <= '9'; ++digit)
            EXPECT_EQ(font->GetCharAdvance(digit), font->GetCharAdvance('0'));
    ImGui::DestroyContext();
}

TEST(Fonts, HaveEveryIcon) {
    ImGui::CreateContext();
    app::theme::load_fonts(1, 1, 1);
    for (const char* icon : app::widgets::icon::kAll) {
        unsigned letter = 0;
        ImTextCharFromUtf8(&letter, icon, nullptr);
        EXPECT_NE(app::theme::small()->FindGlyphNoFallback(static_cast<ImWchar>(letter)), nullptr)
            << std::hex << letter;
    }
    ImGui::DestroyContext();
    std::ifstream header(std::string(TERUGBLIK_SOURCE_DIR) + "/app/icons.h");
    std::size_t named = 0;
    for (std::string line; std::getline(header, line);)
        named += line.starts_with("inline constexpr const char* k") ? 1U : 0U;
    EXPECT_EQ(named, app::widgets::icon::kAll.size()) << "an icon that fonts are not loaded with";
}

}  // namespace
