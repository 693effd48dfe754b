#include "app/access_text.h"

namespace app {

std::string access_text(const library::AccessEntry& entry) {
    const std::string at = base::to_iso8601(entry.at);
    const auto verb = library::access_verb_named(entry.verb);
    std::string text = at.substr(0, 10) + " " + at.substr(11, 5) + "  " + entry.who + "  " +
                       (verb ? library::in_words(*verb) : entry.verb);
    if (entry.detail) text += ": " + *entry.detail;
    return text;
}

}  // namespace app
