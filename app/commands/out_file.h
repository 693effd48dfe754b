// What --out may name: never a recording, nor anything of the library.
#pragma once

#include "app/commands/command_line.h"

#include <string>

namespace commands {

// For commands that need no library: `recording` is what they read. Only a file that is there already can be one of the
// library's recordings, so only then is the library asked. Throws base::Error.
void check_out(const Common& common, const std::string& recording, const std::string& out);

}  // namespace commands
