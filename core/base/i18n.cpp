#include "base/i18n.h"

#include <atomic>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <libintl.h>

namespace base {

namespace {

constexpr const char* kDomain = "terugblik";
constexpr const char* kSystemDomain = "libc";
std::atomic<Language> g_language{Language::English};

const char* without_context(const char* text) {
    const char* separator = std::strchr(text, '\004');
    return separator ? separator + 1 : text;
}

}  // namespace

void open_catalogues(const std::string& folder) {
    // gettext looks up one fixed language, Dutch, whatever the machine's locale: English is the source text itself.
    std::setlocale(LC_MESSAGES, "C.UTF-8");
    setenv("LANGUAGE", "nl", 1);
    bindtextdomain(kDomain, folder.c_str());
    for (const char* domain : {kDomain, kSystemDomain}) bind_textdomain_codeset(domain, "UTF-8");
}

void set_language(Language language) {
    g_language = language;
}
Language language() {
    return g_language;
}
const char* code(Language language) {
    return language == Language::Dutch ? "nl" : "en";
}

const char* translate(Language language, const char* text) {
    if (language != Language::Dutch || *text == '\0') return without_context(text);
    const char* found = dgettext(kDomain, text);
    return found == text ? without_context(text) : found;
}

const char* translate(Language language, const char* one, const char* many, unsigned long count) {
    if (language == Language::Dutch && *one != '\0') return dngettext(kDomain, one, many, count);
    return count == 1 ? one : many;
}

std::string system_reason(int number) {
    const char* reason = strerrordesc_np(number);  // English; strerror would follow the catalogue's language
    if (reason == nullptr) return fmt::format("error {}", number);
    return language() == Language::Dutch ? dgettext(kSystemDomain, reason) : reason;
}

std::string number(Language language, double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);  // no "-0"
    if (language == Language::Dutch) {
        if (const std::size_t point = text.find('.'); point != std::string::npos) text[point] = ',';
    }
    return text;
}

}  // namespace base
