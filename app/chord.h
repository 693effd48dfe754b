// A key with its modifiers, as people say it: "Ctrl+Shift+Z". Keys are named by what is printed on them, so that AZERTY
// and QWERTZ work; where a key prints something that no command uses, its place on a US keyboard counts instead.
#pragma once

#include <SDL_keyboard.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct Chord {
    std::string key;  // "A", "1", "Left", "Space", ","
    bool ctrl = false;
    bool shift = false;
    bool alt = false;

    auto operator<=>(const Chord&) const = default;
};

std::string to_text(const Chord& chord);
std::optional<Chord> parse_chord(std::string_view text);  // nothing when it names no key
std::vector<Chord> parse_chords(std::string_view text);   // "Ctrl+Shift+Z Ctrl+Y"
std::string to_text(const std::vector<Chord>& chords);

// What a pressed key may mean, most likely first: what is printed on it, then its place, then the same key off the
// number pad. Empty for a modifier by itself.
std::vector<Chord> meanings(const SDL_Keysym& key);

// What to print on a key cap: short, and as the keyboard at hand has it ("←", "Ctrl Z").
std::string cap(const Chord& chord);

}  // namespace app
