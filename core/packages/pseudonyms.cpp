#include "packages/pseudonyms.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "packages/thing_texts.h"

#include <fmt/format.h>

namespace packages {

std::vector<talk::NameReplacement> pseudonyms_for(const std::vector<std::string>& names) {
    constexpr std::size_t kLetters = 26;
    std::vector<talk::NameReplacement> replacements;
    for (const std::string& name : names) {
        if (base::words(name).empty()) throw base::Error(_("A name that is to be replaced has letters in it."));
        const std::size_t number = replacements.size();
        const std::string sign =
            number < kLetters ? std::string(1, static_cast<char>('A' + number)) : std::to_string(number + 1);
        replacements.push_back({name, fmt::format(fmt::runtime(_("Person {}")), sign)});
    }
    return replacements;
}

std::string with_pseudonyms(const std::string& thing_json, const std::vector<talk::NameReplacement>& names) {
    if (names.empty()) return thing_json;
    return with_texts_changed(thing_json,
                              [&](const std::string& text) { return talk::with_names_replaced(text, names); });
}

}  // namespace packages
