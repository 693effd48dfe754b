#include "app/keymap.h"

#include "app/key_commands.h"
#include "base/i18n.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>

namespace app {
namespace {

constexpr std::string_view kDigits = "1234567890";
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

std::string code_binding(const std::string& code) {
    return std::string(kCodePrefix) + code;
}

bool uses_transport(const std::string& keymap) {
    return keymap == "transport";
}

std::string_view default_keys(const KeyCommand& command, const std::string& keymap) {
    return uses_transport(keymap) ? command.transport : command.letters;
}

std::set<Chord> taken_by_commands(const std::string& keymap) {
    std::set<Chord> taken;
    for (const KeyCommand& command : key_commands())
        for (const Chord& chord : parse_chords(default_keys(command, keymap))) taken.insert(chord);
    return taken;
}

// The first that nobody has, as text; empty when all are taken.
std::string free_key_for(const codes::Code& code, std::set<Chord>& taken) {
    const auto is_free = [&](const std::string& text) {
        const auto chord = parse_chord(text);
        return chord && taken.insert(*chord).second;
    };
    for (const std::string& names : {code.label.en, std::string(kLetters), std::string(kDigits)})
        for (const char name : names)
            if (const std::string key(1, name); std::isalnum(static_cast<unsigned char>(name)) != 0 && is_free(key))
                return to_text(*parse_chord(key));
    for (const char letter : kLetters)
        if (const std::string key = std::string("Shift+") + letter; is_free(key)) return key;
    return {};
}

}  // namespace

Keymap::Keymap(const codes::Codebook* codebook, const Settings& settings) {
    const auto chosen = [&](const std::string& name, std::string_view standard) {
        const auto changed = settings.keys.find(name);
        return parse_chords(changed == settings.keys.end() ? standard : changed->second);
    };
    for (const KeyCommand& command : key_commands()) {
        const std::string name(command.name);
        bind(name, chosen(name, default_keys(command, settings.keymap)));
    }
    if (!codebook) return;
    for (const auto& [code, key] : default_code_keys(*codebook, settings.keymap))
        bind(code_binding(code), chosen(code_binding(code), key));
}

void Keymap::bind(const std::string& name, const std::vector<Chord>& chords) {
    chords_[name] = chords;
    for (const Chord& chord : chords) names_.emplace(chord, name);
}

std::string Keymap::find(const SDL_Keysym& key) const {
    for (const Chord& chord : meanings(key))
        if (const auto found = names_.find(chord); found != names_.end()) return found->second;
    return {};
}

std::string Keymap::code_to_recode_to(const SDL_Keysym& key) const {
    if ((key.mod & KMOD_ALT) == 0) return {};
    SDL_Keysym plain = key;
    plain.mod = static_cast<Uint16>(key.mod & ~KMOD_ALT);
    const std::string name = find(plain);
    return name.starts_with(kCodePrefix) ? name.substr(kCodePrefix.size()) : std::string();
}

const std::vector<Chord>& Keymap::chords(const std::string& name) const {
    static const std::vector<Chord> none;
    const auto found = chords_.find(name);
    return found == chords_.end() ? none : found->second;
}

std::string Keymap::cap(const std::string& name) const {
    const std::vector<Chord>& keys = chords(name);
    return keys.empty() ? std::string() : app::cap(keys.front());
}

std::vector<std::string> Keymap::clashes(const std::string& name, const std::vector<Chord>& chords) const {
    std::vector<std::string> found;
    for (const auto& [other, keys] : chords_) {
        const bool shares = std::any_of(keys.begin(), keys.end(), [&](const Chord& key) {
            return std::find(chords.begin(), chords.end(), key) != chords.end();
        });
        if (other != name && shares) found.push_back(other);
    }
    return found;
}

const Keymap& CurrentKeymap::of(const codes::Codebook* codebook, const Settings& settings) {
    const std::string name = codebook ? codebook->key + " " + codebook->version : std::string();
    if (is_made_ && name == codebook_ && settings.keymap == chosen_ && settings.keys == changed_) return keymap_;
    keymap_ = Keymap(codebook, settings);
    is_made_ = true;
    codebook_ = name;
    chosen_ = settings.keymap;
    changed_ = settings.keys;
    return keymap_;
}

std::map<std::string, std::string> default_code_keys(const codes::Codebook& codebook, const std::string& keymap) {
    std::set<Chord> taken = taken_by_commands(keymap);
    std::map<std::string, std::string> keys;
    std::size_t professional = 0;
    std::size_t client = 0;
    for (const codes::Code& code : codebook.codes) {
        std::string key = code.default_key;
        if (uses_transport(keymap)) {
            const bool is_client = code.side == codes::Side::Client;
            std::size_t& next = is_client ? client : professional;
            if (next < kDigits.size()) key = (is_client ? "Shift+" : "") + std::string(1, kDigits[next++]);
        }
        const auto chord = parse_chord(key);
        keys[code.key] = chord && taken.insert(*chord).second ? to_text(*chord) : std::string();
    }
    for (const codes::Code& code : codebook.codes)
        if (keys[code.key].empty()) keys[code.key] = free_key_for(code, taken);
    return keys;
}

std::string hint_with_key(const char* what, const std::string& cap) {
    return cap.empty() ? what : fmt::format("{}  ({})", what, cap);
}

std::string binding_label(const std::string& name, const codes::Codebook* codebook) {
    if (name.starts_with(kCodePrefix)) {
        const std::string key = name.substr(kCodePrefix.size());
        const codes::Code* code = codebook ? codebook->find(key) : nullptr;
        return code ? code->label.in(base::language()) : key;
    }
    for (const KeyCommand& command : key_commands())
        if (command.name == name) return _(command.label);
    return name;
}

Settings with_keys(const Settings& settings, const codes::Codebook* codebook, const std::string& name,
                   const std::vector<Chord>& chords) {
    const Keymap keymap(codebook, settings);
    Settings changed = settings;
    for (const std::string& loser : keymap.clashes(name, chords)) {
        std::vector<Chord> left = keymap.chords(loser);
        std::erase_if(left,
                      [&](const Chord& key) { return std::find(chords.begin(), chords.end(), key) != chords.end(); });
        changed.keys[loser] = to_text(left);
    }
    changed.keys[name] = to_text(chords);
    return changed;
}

}  // namespace app
