// Which key does what: the chosen keymap, the codes' own keys, and what the coach changed, in one table. A value; made
// anew when the settings or the codebook change.
#pragma once

#include "app/chord.h"
#include "app/settings.h"
#include "codes/codebook.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace app {

// Bindings are named like the commands ("play_pause"), codes with a prefix ("code:open_question").
inline constexpr std::string_view kCodePrefix = "code:";

class Keymap {
public:
    Keymap() = default;
    Keymap(const codes::Codebook* codebook, const Settings& settings);

    // What a pressed key asks for; empty when nothing.
    std::string find(const SDL_Keysym& key) const;
    // The code that would be dropped by this key without Alt; Alt with a code's key recodes what is selected.
    std::string code_to_recode_to(const SDL_Keysym& key) const;

    const std::vector<Chord>& chords(const std::string& name) const;
    std::string cap(const std::string& name) const;  // of its first key; empty when it has none
    std::string code_cap(const std::string& code) const { return cap(std::string(kCodePrefix) + code); }

    bool is_bound(const Chord& chord) const { return names_.count(chord) != 0; }

    // Who else answers to one of these keys already.
    std::vector<std::string> clashes(const std::string& name, const std::vector<Chord>& chords) const;

private:
    void bind(const std::string& name, const std::vector<Chord>& chords);

    std::map<std::string, std::vector<Chord>> chords_;
    std::map<Chord, std::string> names_;  // of two that clash the first bound wins: commands before codes
};

// The keymap of the moment, made anew only when what it depends on has changed.
class CurrentKeymap {
public:
    const Keymap& of(const codes::Codebook* codebook, const Settings& settings);

private:
    Keymap keymap_;
    bool is_made_ = false;
    std::string codebook_;
    std::string chosen_;
    std::map<std::string, std::string> changed_;
};

// In the keymap with J K L and I O, codes of the professional take digits and those of the client digits with Shift;
// what does not fit keeps its letter where that is free. A code that is left without a key gets one that is free: a
// letter of its name, any letter, a digit, a letter with Shift.
std::map<std::string, std::string> default_code_keys(const codes::Codebook& codebook, const std::string& keymap);

// What a control does, and its key where it has one: "Closer  (+)".
std::string hint_with_key(const char* what, const std::string& cap);

// How a binding is called in the screen's language.
std::string binding_label(const std::string& name, const codes::Codebook* codebook);

// The settings with one binding changed; whoever had the key loses it.
Settings with_keys(const Settings& settings, const codes::Codebook* codebook, const std::string& name,
                   const std::vector<Chord>& chords);

}  // namespace app
