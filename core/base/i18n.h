// Texts in the coach's language. The source text is English; Dutch comes from gettext's catalogue (assets/locale).
// The screen has one language at a time; a report has its own, so every call can also name one.
#pragma once

#include <string>

namespace base {

enum class Language { English, Dutch };

// Where the catalogues are: <folder>/nl/LC_MESSAGES/terugblik.mo. Call once, before any other thread runs.
void open_catalogues(const std::string& folder);
void set_language(Language language);
Language language();
const char* code(Language language);  // "en", "nl"

const char* translate(Language language, const char* text);
const char* translate(Language language, const char* one, const char* many, unsigned long count);

// What the system says of an error number, in the screen's language: "No space left on device".
std::string system_reason(int number);

// 0.375 -> "0,375" in Dutch, with exactly `decimals` behind the point.
std::string number(Language language, double value, int decimals);

}  // namespace base

// For the screen's language; xgettext looks for these, and for tr()/translate() with the text as second argument.
inline const char* _(const char* text) {
    return base::translate(base::language(), text);
}
#define N_(text) text
// One English word that is two words in Dutch: _(NC_("screen", "Code")) is "Coderen", _("Code") is "Code".
#define NC_(context, text) context "\004" text
