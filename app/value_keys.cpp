#include "app/value_keys.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace app {
namespace {

bool is_digit(char character) {
    return std::isdigit(static_cast<unsigned char>(character)) != 0;
}

// "2" and "-2" are keyed by what they are called.
std::optional<ValueKey> key_of_name(const std::string& value) {
    if (value.size() == 1 && is_digit(value[0])) return ValueKey{value[0], false};
    if (value.size() == 2 && value[0] == '-' && is_digit(value[1])) return ValueKey{value[1], true};
    return {};
}

bool has_minus(const codes::Attribute& attribute) {
    return std::any_of(attribute.values.begin(), attribute.values.end(), [](const std::string& value) {
        const auto key = key_of_name(value);
        return key && key->with_shift;
    });
}

}  // namespace

const codes::Event* event_in_hand(const OpenConversationState& open) {
    return open.coding.find(open.selected.size() == 1 ? open.selected.front() : open.last_event);
}

std::vector<const codes::Attribute*> attributes_of(const codes::Codebook& codebook, const std::string& code) {
    std::vector<const codes::Attribute*> found;
    const codes::Code* of = codebook.find(code);
    if (!of) return found;
    for (const codes::Attribute& attribute : codebook.attributes)
        if (std::find(of->attributes.begin(), of->attributes.end(), attribute.key) != of->attributes.end())
            found.push_back(&attribute);
    return found;
}

std::size_t attribute_in_hand(const OpenConversationState& open, const codes::Event& event) {
    const auto attributes = attributes_of(open.codebook, event.code);
    if (attributes.empty()) return 0;
    const std::size_t last = attributes.size() - 1;
    if (const auto& asked = open.attribute_asked_for; asked && asked->event == event.id)
        return std::min(asked->attribute, last);
    for (std::size_t i = 0; i < attributes.size(); ++i)
        if (event.attributes.count(attributes[i]->key) == 0) return i;
    return last;
}

std::vector<std::optional<ValueKey>> value_keys(const codes::Attribute& attribute) {
    constexpr std::string_view kPlaces = "1234567890";
    std::vector<std::optional<ValueKey>> keys;
    std::set<char> taken;
    for (const std::string& value : attribute.values)
        if (const auto& key = keys.emplace_back(key_of_name(value))) taken.insert(key->digit);
    for (std::size_t i = 0; i < keys.size(); ++i)
        for (std::size_t place = i; place < kPlaces.size() && !keys[i]; ++place)
            if (taken.insert(kPlaces[place]).second) keys[i] = ValueKey{kPlaces[place], false};
    return keys;
}

std::optional<std::size_t> value_of(const codes::Attribute& attribute, const ValueKey& pressed) {
    const auto keys = value_keys(attribute);
    const bool minus_matters = has_minus(attribute);
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i] && keys[i]->digit == pressed.digit && (!minus_matters || keys[i]->with_shift == pressed.with_shift))
            return i;
    return {};
}

std::optional<ValueKey> value_key(const std::vector<Chord>& meanings) {
    for (const Chord& chord : meanings)
        if (!chord.ctrl && !chord.alt && chord.key.size() == 1 && is_digit(chord.key[0]))
            return ValueKey{chord.key[0], chord.shift};
    return {};
}

std::string value_cap(const codes::Attribute& attribute, const ValueKey& key, const Keymap& keymap) {
    Chord chord{.key = std::string(1, key.digit), .shift = key.with_shift};
    if (!keymap.is_bound(chord)) return cap(chord);
    if (const Chord shifted{.key = chord.key, .shift = true}; !has_minus(attribute) && !keymap.is_bound(shifted))
        return cap(shifted);
    return keymap.cap("value") + " " + cap(chord);
}

}  // namespace app
