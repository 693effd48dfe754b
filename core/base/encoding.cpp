#include "base/encoding.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace base {

namespace {

constexpr std::size_t kEnoughToTell = 64 << 10;
constexpr int kUnsure = 15;  // of 100, by the detector

struct Mark {
    std::string_view bytes;
    const char* encoding;
};
// UTF-32's mark begins with that of UTF-16.
constexpr std::array<Mark, 5> kMarks{{{"\xEF\xBB\xBF", "UTF-8"},
                                      {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                      {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                      {"\xFF\xFE", "UTF-16LE"},
                                      {"\xFE\xFF", "UTF-16BE"}}};

struct Counts {
    std::size_t accents = 0;  // characters of more than one byte, rightly written
    std::size_t wrong = 0;    // bytes that are not UTF-8, and NUL
    std::size_t first_wrong = 0;
};

// ICU's macro narrows ints by design.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
Counts counted(std::string_view bytes) {
    Counts counts;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t from = at;
        UChar32 character = 0;
        U8_NEXT(bytes.data(), at, bytes.size(), character);
        if (character > 0x7F) ++counts.accents;
        if (character <= 0 && counts.wrong++ == 0) counts.first_wrong = from;
    }
    return counts;
}
#pragma GCC diagnostic pop

std::string converted(std::string_view bytes, const char* encoding) {
    const icu::UnicodeString whole(bytes.data(), static_cast<std::int32_t>(bytes.size()), encoding);
    std::string text;
    whole.toUTF8String(text);
    return to_valid_utf8(text);
}

// UTF-16 without a mark: in the languages that we meet, every other byte is mostly NUL.
const char* utf16_without_mark(std::string_view sample) {
    std::array<std::size_t, 2> nul{};
    for (std::size_t at = 0; at < sample.size(); ++at)
        if (sample[at] == '\0') ++nul[at % 2];
    const std::size_t half = sample.size() / 2;
    if (half == 0) return nullptr;
    if (nul[1] * 2 > half && nul[0] * 8 < half) return "UTF-16LE";
    if (nul[0] * 2 > half && nul[1] * 8 < half) return "UTF-16BE";
    return nullptr;
}

std::string detected(std::string_view sample) {
    if (const char* utf16 = utf16_without_mark(sample)) return utf16;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < kUnsure) return "windows-1252";
    const std::string name = ucsdet_getName(match, &status);
    // Windows' quotation marks and dashes stand where ISO 8859-1 has nothing that is written.
    return name.empty() || name == "ISO-8859-1" || name.starts_with("UTF-8") ? "windows-1252" : name;
}

}  // namespace

Decoded decoded(std::string_view bytes) {
    for (const Mark& mark : kMarks) {
        if (!bytes.starts_with(mark.bytes)) continue;
        return {converted(bytes.substr(mark.bytes.size()), mark.encoding), mark.encoding, false};
    }
    const Counts counts = counted(bytes);
    // A program that cut some characters in two still wrote UTF-8; in other encodings next to nothing looks like it.
    if (counts.accents * 4 >= counts.wrong) return {to_valid_utf8(bytes), "UTF-8", counts.wrong > 0};
    // From around the first byte that tells anything, at a place where a character of two or four bytes may begin.
    const std::size_t from = (std::max(counts.first_wrong, kEnoughToTell / 2) - kEnoughToTell / 2) & ~std::size_t{3};
    const std::string encoding = detected(bytes.substr(from, kEnoughToTell));
    return {converted(bytes, encoding.c_str()), encoding, true};
}

}  // namespace base
