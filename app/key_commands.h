// Everything that a key can do apart from dropping a code: its stable name, what it is called, and its keys in both
// keymaps. shortcuts.cpp says what each does; the help, the settings and the buttons read from here.
#pragma once

#include <string_view>
#include <vector>

namespace app {

struct KeyCommand {
    std::string_view name;     // stable; kept in the settings
    const char* label;         // English; translate when shown
    const char* group;         // likewise
    std::string_view letters;  // chords in the keymap where letters are codes
    std::string_view transport;
};

const std::vector<KeyCommand>& key_commands();

}  // namespace app
