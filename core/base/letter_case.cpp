#include "base/letter_case.h"

#include "base/icu_string.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace base {

namespace {

std::string to_utf8(const icu::UnicodeString& text) {
    std::string bytes;
    return text.toUTF8String(bytes);
}

}  // namespace

bool begins_with_capital(std::string_view text) {
    const icu::UnicodeString letters = from_utf8(text);
    return !letters.isEmpty() && u_isUUppercase(letters.char32At(0)) != 0;
}

bool is_in_capitals(std::string_view text) {
    const icu::UnicodeString letters = from_utf8(text);
    int capitals = 0;
    for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
        if (u_isULowercase(letters.char32At(at)) != 0) return false;
        if (u_isUUppercase(letters.char32At(at)) != 0) ++capitals;
    }
    return capitals >= 2;
}

std::string in_capitals(std::string_view text) {
    return to_utf8(from_utf8(text).toUpper(icu::Locale::getRoot()));
}

std::string beginning_small(std::string_view text) {
    icu::UnicodeString letters = from_utf8(text);
    if (!letters.isEmpty()) letters.replace(0, letters.moveIndex32(0, 1), u_tolower(letters.char32At(0)));
    return to_utf8(letters);
}

}  // namespace base
