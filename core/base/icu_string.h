// UTF-8 as ICU's letters, of which there is no word in the other headers here.
#pragma once

#include <string_view>
#include <unicode/unistr.h>

namespace base {

inline icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

}  // namespace base
