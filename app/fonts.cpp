#include "app/icons.h"
#include "app/theme.h"
#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fontconfig/fontconfig.h>
#include <iterator>
#include <memory>
#include <string>

namespace app::theme {

namespace {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
    ImFont* small = nullptr;
    ImFont* large = nullptr;
    ImFont* title = nullptr;
    float scale = 1;
};
Fonts g_fonts;  // UI thread only; owned by Dear ImGui's atlas

// Latin with its accents, the punctuation and signs that we write, and nothing else: each glyph costs time at start.
constexpr ImWchar kText[] = {0x20,   0x17F,  0x218,  0x21B,  0x2010, 0x2026, 0x2032, 0x2033, 0x20AC, 0x20AC, 0x2122,
                             0x2122, 0x2190, 0x2193, 0x21E5, 0x21E7, 0x2212, 0x2212, 0x2264, 0x2265, 0x2318, 0x2318,
                             0x2325, 0x2325, 0x232B, 0x232B, 0x23CE, 0x23CE, 0xFFFD, 0xFFFD, 0};
constexpr ImWchar kNoWidth = 0x200B;  // where wrapped_text breaks lines

std::string font_file(const char* family, int weight) {
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> wanted(FcPatternCreate(), FcPatternDestroy);
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
    FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> found(FcFontMatch(nullptr, wanted.get(), &result),
                                                                        FcPatternDestroy);
    FcChar8* file = nullptr;
    if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch)
        throw base::Error(_("No font was found on this computer. Install the package fonts-inter."));
    return reinterpret_cast<const char*>(file);
}

// Inter's own figures differ in width; its tabular ones cannot be reached without a shaper, so we give all the
// widest's.
void give_digits_equal_width(ImFont& font) {
    float widest = 0;
    for (ImWchar digit = '0'; digit <= '9'; ++digit) widest = std::max(widest, font.GetCharAdvance(digit));
    for (ImWchar digit = '0'; digit <= '9'; ++digit) {
        auto* glyph = const_cast<ImFontGlyph*>(font.FindGlyphNoFallback(digit));
        if (glyph == nullptr) continue;
        const float shift = (widest - glyph->AdvanceX) / 2;
        glyph->X0 += shift;
        glyph->X1 += shift;
        glyph->AdvanceX = widest;
        font.IndexAdvanceX[digit] = widest;
    }
}

// Lives as long as the program, as Dear ImGui wants.
const ImWchar* icon_ranges() {
    static const ImVector<ImWchar> ranges = [] {
        ImFontGlyphRangesBuilder builder;
        for (const char* icon : widgets::icon::kAll) builder.AddText(icon);
        ImVector<ImWchar> built;
        builder.BuildRanges(&built);
        return built;
    }();
    return ranges.Data;
}

struct Files {
    std::string regular, semibold, icons;
};

// `size` is Dear ImGui's: from ascender to descender, 1.21 times what CSS calls the size.
ImFont* load(const std::string& file, const std::string& icons, float size) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig text;
    text.OversampleH = 2;
    text.RasterizerMultiply = 1.05F;
    text.GlyphExtraSpacing.x = -0.012F * size;  // there is no kerning here, so a little closer
    ImFont* font = atlas.AddFontFromFileTTF(file.c_str(), size, &text, kText);
    if (font == nullptr) throw base::Error(file + ": " + _("this font cannot be read."));
    if (icons.empty()) return font;
    ImFontConfig icon;
    icon.MergeMode = true;
    icon.OversampleH = 1;
    icon.GlyphMinAdvanceX = size;  // icons stand in a column
    icon.GlyphOffset.y = size * 0.06F;
    atlas.AddFontFromFileTTF(icons.c_str(), size * 0.88F, &icon, icon_ranges());
    return font;
}

}  // namespace

ImFont* regular() {
    return g_fonts.regular;
}
ImFont* semibold() {
    return g_fonts.semibold;
}
ImFont* small() {
    return g_fonts.small;
}
ImFont* large() {
    return g_fonts.large;
}
ImFont* title() {
    return g_fonts.title;
}
float scale() {
    return g_fonts.scale;
}

void load_fonts(float text_scale, float pixels_per_point, float screen_scale) {
    ImGuiIO& io = ImGui::GetIO();
    io.Fonts->Clear();
    io.Fonts->Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    const Files files{font_file("Inter", FC_WEIGHT_REGULAR), font_file("Inter", FC_WEIGHT_DEMIBOLD),
                      font_file("FontAwesome", FC_WEIGHT_REGULAR)};
    g_fonts.scale = text_scale * screen_scale;
    const auto size = [&](float at_1) { return std::round(at_1 * g_fonts.scale * pixels_per_point); };
    g_fonts.regular = load(files.regular, files.icons, size(16));
    g_fonts.semibold = load(files.semibold, files.icons, size(16));
    g_fonts.small = load(files.regular, files.icons, size(14));
    g_fonts.large = load(files.semibold, files.icons, size(19));
    g_fonts.title = load(files.semibold, files.icons, size(27));
    io.Fonts->Build();
    for (ImFont* font : io.Fonts->Fonts) {
        give_digits_equal_width(*font);
        font->AddGlyph(nullptr, kNoWidth, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        font->BuildLookupTable();
    }
    io.FontDefault = g_fonts.regular;
    io.FontGlobalScale = 1 / pixels_per_point;
}

}  // namespace app::theme
