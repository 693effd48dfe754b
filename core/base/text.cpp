#include "base/text.h"

#include <cstdint>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

namespace base {

namespace {

// Calls visit(code point, place after it); the code point is negative where the bytes are not UTF-8.
template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
    UErrorCode status = U_ZERO_ERROR;
    UText* walker = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_FAILURE(status)) return;
    for (;;) {
        const std::int64_t from = utext_getNativeIndex(walker);
        const UChar32 character = utext_next32(walker);
        if (character == U_SENTINEL) break;
        const auto next = static_cast<std::size_t>(utext_getNativeIndex(walker));
        const std::string_view bytes =
            text.substr(static_cast<std::size_t>(from), next - static_cast<std::size_t>(from));
        const bool written_so = character == 0xFFFD && bytes == "\xEF\xBF\xBD";
        visit(character == 0xFFFD && !written_so ? -1 : character, next);
    }
    utext_close(walker);
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    bool valid = true;
    for_each_character(text, [&](UChar32 character, std::size_t) { valid = valid && character > 0; });
    return valid;
}

std::string to_valid_utf8(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for_each_character(text, [&](UChar32 character, std::size_t) {
        icu::UnicodeString(character > 0 ? character : UChar32{0xFFFD}).toUTF8String(result);
    });
    return result;
}

std::string folded(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString whole = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    if (U_SUCCESS(status)) whole = decompose->normalize(whole.foldCase(), status);
    icu::UnicodeString kept;
    for (std::int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
        const UChar32 character = whole.char32At(at);
        if (u_charType(character) != U_NON_SPACING_MARK) kept.append(character);
    }
    std::string result;
    kept.toUTF8String(result);
    return result;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string shortened(std::string_view text, std::size_t max_characters) {
    std::size_t count = 0;
    std::size_t end = 0;
    for_each_character(text, [&](UChar32, std::size_t next) {
        if (++count < max_characters) end = next;
    });
    if (count <= max_characters) return std::string(text);
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace base
