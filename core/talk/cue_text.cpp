#include "talk/cue_text.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace talk {

namespace {

constexpr std::size_t kLongestName = 80;
constexpr std::size_t kLongestReference = 10;
constexpr std::size_t kLongestCode = 200;

void append_utf8(std::string& text, std::uint32_t character) {
    if (character == 0 || character > 0x10FFFF || (character >= 0xD800 && character < 0xE000)) character = 0xFFFD;
    if (character < 0x80) {
        text += static_cast<char>(character);
    } else if (character < 0x800) {
        text += static_cast<char>(0xC0 | character >> 6);
        text += static_cast<char>(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        text += static_cast<char>(0xE0 | character >> 12);
        text += static_cast<char>(0x80 | (character >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (character & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | character >> 18);
        text += static_cast<char>(0x80 | (character >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (character >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (character & 0x3F));
    }
}

// "amp", "#39" or "#x27", without & and ;.
bool append_reference(std::string& text, std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kNamed{{{"amp", "&"},
                                                                                   {"lt", "<"},
                                                                                   {"gt", ">"},
                                                                                   {"quot", "\""},
                                                                                   {"apos", "'"},
                                                                                   {"nbsp", " "},
                                                                                   {"lrm", ""},
                                                                                   {"rlm", ""}}};
    for (const auto& [named, character] : kNamed) {
        if (name != named) continue;
        text += character;
        return true;
    }
    if (name.size() < 2 || name[0] != '#') return false;
    const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
    const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t character = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), character, hexadecimal ? 16 : 10);
    if (error != std::errc{} || end != digits.data() + digits.size()) return false;
    append_utf8(text, character);
    return true;
}

std::string resolved(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '&') {
            const std::size_t end = text.substr(0, at + kLongestReference).find(';', at);
            if (end != std::string_view::npos && append_reference(result, text.substr(at + 1, end - at - 1))) {
                at = end;
                continue;
            }
        }
        result += text[at];
    }
    return result;
}

// A bare "<" ("I <3 you") is text: a tag begins with a letter, a slash or, for a time, a digit, and it is closed.
std::size_t end_of_tag(std::string_view cue, std::size_t at, std::size_t last_bracket) {
    if (at + 1 >= cue.size()) return std::string_view::npos;
    const char first = cue[at + 1];
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    const bool digit = first >= '0' && first <= '9';
    if (!letter && !digit && first != '/') return std::string_view::npos;
    // Asked first, so that a thousand open tags are not a thousand walks to the end.
    if (at > last_bracket) return std::string_view::npos;
    const std::size_t end = cue.find('>', at);
    if (end != std::string_view::npos && digit && cue.substr(at, end - at).find(':') == std::string_view::npos)
        return std::string_view::npos;
    return end;
}

// "v.loud Anna de Vries" -> the name; nothing for any other tag.
std::optional<std::string> voice_name(std::string_view tag) {
    if (tag.empty() || (tag[0] != 'v' && tag[0] != 'V')) return {};
    const std::size_t blank = tag.find_first_of(" \t\n");
    const std::string_view kind = tag.substr(0, blank);
    if (kind.size() > 1 && kind[1] != '.') return {};
    return blank == std::string_view::npos ? "" : with_single_blanks(resolved(tag.substr(blank)));
}

// Names may hold digits ("Guest 2"), so only what is nothing but a time or a number is out.
bool looks_like_time(std::string_view prefix) {
    return prefix.find_first_not_of("0123456789:.,- ") == std::string_view::npos;
}

bool can_be_name(std::string_view prefix) {
    return !prefix.empty() && prefix.size() <= kLongestName && !looks_like_time(prefix) &&
           prefix.find_first_of("?!:;\"<>") == std::string_view::npos &&
           std::count(prefix.begin(), prefix.end(), ' ') < 8;
}

}  // namespace

std::vector<Spoken> voices(std::string_view cue) {
    std::vector<Spoken> found(1);
    std::string raw;
    const std::size_t last = cue.rfind('>');
    const std::size_t last_bracket = last == std::string_view::npos ? 0 : last;
    const auto close = [&] {
        found.back().text = with_single_blanks(resolved(raw));
        raw.clear();
    };
    for (std::size_t at = 0; at < cue.size(); ++at) {
        const std::size_t end = cue[at] == '<' ? end_of_tag(cue, at, last_bracket) : std::string_view::npos;
        if (end == std::string_view::npos) {
            raw += cue[at];
            continue;
        }
        const std::string_view tag = cue.substr(at + 1, end - at - 1);
        at = end;
        const auto name = voice_name(tag);
        if (!name && tag != "/v") continue;
        close();
        found.push_back({name.value_or(""), ""});
    }
    close();
    std::erase_if(found, [](const Spoken& spoken) { return spoken.text.empty(); });
    return found;
}

std::string without_srt_codes(std::string_view cue) {
    if (cue.find_first_of("{\\") == std::string_view::npos) return std::string(cue);
    std::string kept;
    for (std::size_t at = 0; at < cue.size(); ++at) {
        const std::string_view here = cue.substr(at, 3);
        if (here.starts_with("{\\") || (here.size() == 3 && here[0] == '{' && here[2] == ':')) {
            const std::size_t end = cue.substr(0, at + kLongestCode).find('}', at);
            if (end != std::string_view::npos) {
                at = end;
                continue;
            }
        }
        const bool blank = here.starts_with("\\N") || here.starts_with("\\n") || here.starts_with("\\h");
        kept += blank ? ' ' : cue[at];
        if (blank) ++at;
    }
    return kept;
}

std::string with_single_blanks(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::optional<Spoken> split_name(const std::string& text) {
    const std::size_t colon = text.find(": ");
    if (colon == std::string::npos) return {};
    std::string_view prefix = base::trimmed(std::string_view(text).substr(0, colon));
    if (prefix.size() > 2 && prefix.front() == '[' && prefix.back() == ']')
        prefix = base::trimmed(prefix.substr(1, prefix.size() - 2));
    const std::string_view rest = base::trimmed(std::string_view(text).substr(colon + 2));
    if (!can_be_name(prefix) || rest.empty()) return {};
    return Spoken{std::string(prefix), std::string(rest)};
}

}  // namespace talk
