// What the Settings screen remembers for itself.
#pragma once

#include <string>

namespace app {

// The table of keys waits for a new key for this action ("play_pause", "code:open_question"); empty: it does not.
struct KeysSettingsState {
    std::string waits_for;
    std::string filter;
    std::string clash;  // what the pressed key already does, and the key
    std::string clash_key;
};

struct SettingsState {
    std::string coder;  // while it is typed
    KeysSettingsState keys;
};

}  // namespace app
