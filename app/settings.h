// The coach's own choices; kept in the library's settings, read once at start, written when changed.
#pragma once

#include "base/i18n.h"
#include "base/time.h"
#include "library/retention.h"

#include <map>
#include <string>

namespace library {
class Library;
}

namespace app {

enum class Theme { Light, Dark };

struct Settings {
    base::Language language = base::Language::English;
    Theme theme = Theme::Light;
    float text_scale = 1;      // 0.8 .. 2
    std::string coder;         // whose codings these are
    std::string codebook;      // of the coding begun last; empty: none yet
    base::Time reaction_time;  // taken off each stamp; default 0
    base::Time auto_rewind = base::milliseconds(1'500);
    base::Time own_step = base::seconds(3);   // Ctrl + arrows
    int kept_days = library::kRetentionDays;  // how long a conversation is kept that has no day of its own
    std::string keymap = "letters";           // "letters" or "transport" (J K L and I O)
    std::map<std::string, std::string> keys;  // changed keys: "play_pause" or "code:open_question" -> "Space"

    bool operator==(const Settings&) const = default;
};

Settings read_settings(library::Library& library);  // first start: language from the environment
void write_settings(library::Library& library, const Settings& settings);

}  // namespace app
