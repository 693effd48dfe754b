#include "app/chord.h"

#include "base/i18n.h"

#include <algorithm>
#include <cctype>

namespace app {
namespace {

// SDL's names without spaces, since a space separates chords.
std::string without_spaces(const char* name) {
    std::string text = name;
    std::erase(text, ' ');
    return text;
}

std::string printed_name(SDL_Keycode code) {
    if (code == SDLK_RETURN || code == SDLK_RETURN2) return "Enter";
    return without_spaces(SDL_GetKeyName(code));
}

std::string place_name(SDL_Scancode scancode) {
    if (scancode == SDL_SCANCODE_RETURN) return "Enter";
    if (scancode == SDL_SCANCODE_NONUSBACKSLASH || scancode == SDL_SCANCODE_NONUSHASH) return "\\";
    return without_spaces(SDL_GetScancodeName(scancode));
}

bool is_modifier(SDL_Scancode scancode) {
    return (scancode >= SDL_SCANCODE_LCTRL && scancode <= SDL_SCANCODE_RGUI) || scancode == SDL_SCANCODE_MODE ||
           scancode == SDL_SCANCODE_CAPSLOCK || scancode == SDL_SCANCODE_NUMLOCKCLEAR;
}

bool is_ascii_letter_or_digit(const std::string& name) {
    return name.size() == 1 && std::isalnum(static_cast<unsigned char>(name[0])) != 0;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (text.size() <= prefix.size() || !text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

std::string spoken(const std::string& key) {
    if (key == "Left") return "←";
    if (key == "Right") return "→";
    if (key == "Up") return "↑";
    if (key == "Down") return "↓";
    if (key == "Space") return _("Space");
    if (key == "PageUp") return _("PgUp");
    if (key == "PageDown") return _("PgDn");
    if (key == "Delete") return _("Del");
    if (key == "Escape") return _("Esc");
    if (key == "AudioPlay") return _("Media play");
    if (key == "AudioStop") return _("Media stop");
    return key;
}

// A key that prints nothing we know by name here (the bracket keys of a French keyboard) shows what stands in its
// place.
std::string as_printed_here(const std::string& key) {
    if (key.size() != 1 || is_ascii_letter_or_digit(key)) return spoken(key);
    if (SDL_GetScancodeFromKey(SDL_GetKeyFromName(key.c_str())) != SDL_SCANCODE_UNKNOWN) return key;
    const std::string here = printed_name(SDL_GetKeyFromScancode(SDL_GetScancodeFromName(key.c_str())));
    return here.empty() ? key : here;
}

}  // namespace

std::string to_text(const Chord& chord) {
    return std::string(chord.ctrl ? "Ctrl+" : "") + (chord.alt ? "Alt+" : "") + (chord.shift ? "Shift+" : "") +
           chord.key;
}

std::optional<Chord> parse_chord(std::string_view text) {
    Chord chord;
    for (bool found = true; found;) {
        found = false;
        if (take_prefix(text, "Ctrl+")) found = chord.ctrl = true;
        if (take_prefix(text, "Alt+")) found = chord.alt = true;
        if (take_prefix(text, "Shift+")) found = chord.shift = true;
    }
    chord.key = std::string(text);
    if (chord.key.size() == 1) chord.key[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    if (chord.key.empty()) return {};
    return chord;
}

std::vector<Chord> parse_chords(std::string_view text) {
    std::vector<Chord> chords;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (const auto chord = parse_chord(text.substr(0, end))) chords.push_back(*chord);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return chords;
}

std::string to_text(const std::vector<Chord>& chords) {
    std::string text;
    for (const Chord& chord : chords) text += (text.empty() ? "" : " ") + to_text(chord);
    return text;
}

std::vector<Chord> meanings(const SDL_Keysym& key) {
    // AltGr types characters; with it no key is a command or a code.
    if (is_modifier(key.scancode) || (key.mod & KMOD_MODE) != 0) return {};
    Chord chord;
    chord.ctrl = (key.mod & KMOD_CTRL) != 0;
    chord.shift = (key.mod & KMOD_SHIFT) != 0;
    chord.alt = (key.mod & KMOD_ALT) != 0;
    std::vector<Chord> meanings;
    const auto add = [&](const std::string& name) {
        chord.key = name;
        if (!name.empty() && std::find(meanings.begin(), meanings.end(), chord) == meanings.end())
            meanings.push_back(chord);
    };
    const std::string printed = printed_name(key.sym);
    add(printed);
    // A letter is what it says: on Dvorak, V must not act as the full stop that a US keyboard has there.
    if (!is_ascii_letter_or_digit(printed)) add(place_name(key.scancode));
    constexpr std::string_view kPad = "Keypad";
    if (printed.starts_with(kPad)) add(printed.substr(kPad.size()));
    return meanings;
}

std::string cap(const Chord& chord) {
    return std::string(chord.ctrl ? "Ctrl " : "") + (chord.alt ? "Alt " : "") + (chord.shift ? "⇧ " : "") +
           as_printed_here(chord.key);
}

}  // namespace app
