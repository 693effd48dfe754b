// How the window looks: colours of both themes, fonts, and distances on a grid of 8 pixels that follows the text size.
// UI thread only.
#pragma once

#include "app/settings.h"
#include "codes/codebook.h"

#include <imgui.h>

namespace app::theme {

// One order of contrast for both themes; every text colour has at least 4.5 : 1 on each ground it is used on.
struct Palette {
    ImU32 ground;       // behind the cards
    ImU32 card;         // cards, panels, top bar
    ImU32 hairline;     // edges of cards
    ImU32 ink;          // text
    ImU32 muted;        // secondary text
    ImU32 accent;       // the one accent: playhead, links, primary buttons, the place where one is
    ImU32 on_accent;    // text on accent
    ImU32 accent_soft;  // ground of what is chosen
    ImU32 control;      // ground of code buttons and fields
    ImU32 hover;        // the same under the pointer
    ImU32 key;          // ground of a key cap
    ImU32 key_edge;
    ImU32 danger;  // text of what removes or failed
    ImU32 danger_soft;
    ImU32 warning_soft;
    ImU32 good;  // text of pills that say "heard", "strong"
    ImU32 good_soft;
    ImU32 video;  // around the picture, both themes
    ImU32 wave_professional;
    ImU32 wave_client;
};
const Palette& palette();

// Okabe-Ito hues are data and stay as they are; `alpha` from 0 to 1.
ImU32 colour(codes::Colour colour, float alpha = 1);
ImU32 with_alpha(ImU32 colour, float alpha);
// A light tint of a code's colour on a card, on which ink can be read (lane labels).
ImU32 tint(codes::Colour colour);
double contrast(ImU32 a, ImU32 b);  // WCAG 2 ratio of two opaque colours, 1 to 21

// Digits have equal widths in all of them, so that times and tables stand still.
ImFont* regular();
ImFont* semibold();
ImFont* small();
ImFont* large();  // one step up: what is read aloud, times
ImFont* title();

float scale();            // text size of the settings times the screen's
float px(float px_at_1);  // a distance of the drawing in this scale, whole pixels
inline float grid(float steps = 1) {
    return px(8 * steps);
}
inline constexpr float kRadius = 7;

// Colours and distances into Dear ImGui's style.
void apply(Theme theme);
// Fonts into Dear ImGui's atlas; `pixels_per_point` is the screen's. Throws base::Error when a font is missing.
void load_fonts(float text_scale, float pixels_per_point, float screen_scale);

}  // namespace app::theme
