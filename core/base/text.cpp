#include "base/text.h"

#include "base/icu_string.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace base {

namespace {

// ICU's macro narrows ints by design.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
// Calls visit(code point, the byte behind it); the code point is negative where the bytes are not UTF-8.
template <class Visit>
void for_each_place(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) {
        UChar32 character = 0;
        U8_NEXT(text.data(), at, text.size(), character);
        visit(character, at);
    }
}
#pragma GCC diagnostic pop

template <class Visit>
void for_each_code_point(std::string_view text, Visit visit) {
    for_each_place(text, [&](UChar32 character, std::size_t) { visit(character); });
}

bool is_ascii(char one) {
    return static_cast<unsigned char>(one) < 0x80;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    bool valid = true;
    for_each_code_point(text, [&](UChar32 character) { valid = valid && character > 0; });
    return valid;
}

std::string to_valid_utf8(std::string_view text) {
    if (is_valid_utf8(text)) return std::string(text);
    std::string result;
    for_each_code_point(text, [&](UChar32 character) {
        icu::UnicodeString(character > 0 ? character : UChar32{0xFFFD}).toUTF8String(result);
    });
    return result;
}

std::string folded(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), is_ascii)) {
        std::string lower(text);
        for (char& one : lower)
            if (one >= 'A' && one <= 'Z') one = static_cast<char>(one - 'A' + 'a');
        return lower;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString whole = from_utf8(text);
    if (U_SUCCESS(status)) whole = decompose->normalize(fold->normalize(whole, status), status);
    icu::UnicodeString kept;
    for (std::int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
        const UChar32 character = whole.char32At(at);
        if (u_charType(character) != U_NON_SPACING_MARK) kept.append(character);
    }
    std::string result;
    kept.toUTF8String(result);
    return result;
}

std::vector<Word> words(std::string_view text) {
    std::vector<Word> found;
    bool is_open = false;
    std::size_t before = 0;
    for_each_place(text, [&](UChar32 character, std::size_t after) {
        const bool is_letter = character > 0 && u_isalnum(character) != 0;
        if (is_letter && !is_open) found.push_back({"", before, after});
        is_open = is_letter || (is_open && character > 0 && (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0);
        if (is_open) found.back().to = after;
        before = after;
    });
    for (Word& word : found) {
        word.folded = folded(text.substr(word.from, word.to - word.from));
        // A letter that stands for several words folds to them: here they are one.
        std::erase_if(word.folded, [](char one) { return is_ascii(one) && std::isalnum(one) == 0; });
    }
    std::erase_if(found, [](const Word& word) { return word.folded.empty(); });
    return found;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string shortened(std::string_view text, std::size_t max_characters) {
    if (text.size() <= max_characters) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> characters(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    UText* walker = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_SUCCESS(status)) characters->setText(walker, status);
    utext_close(walker);  // the iterator keeps a shallow copy; the bytes are the caller's
    if (U_FAILURE(status)) return std::string(text);

    std::size_t end = 0;  // where the ellipsis goes if more than max_characters follow
    std::size_t count = 0;
    for (std::int32_t next = characters->next(); next != icu::BreakIterator::DONE; next = characters->next()) {
        if (++count > max_characters) return std::string(text.substr(0, end)) + (max_characters > 0 ? "…" : "");
        if (count < max_characters) end = static_cast<std::size_t>(next);
    }
    return std::string(text);
}

int count_words(std::string_view text) {
    int words = 0;
    bool in_word = false;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        UChar32 character = 0;
        U8_NEXT(bytes, at, text.size(), character);
        if (character < 0) continue;
        if (u_isUWhiteSpace(character)) in_word = false;
        if (in_word || !u_isalnum(character)) continue;
        in_word = true;
        ++words;
    }
    return words;
}

}  // namespace base
