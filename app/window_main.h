// The window: opened when the program is started without a command.
#pragma once

#include <string>
#include <vector>

namespace app {

struct WindowOptions {
    std::string library;             // empty: the user's own
    std::vector<std::string> files;  // to import or open at once (from a file manager)
};

// Returns the exit code. Errors that prevent the window are said on stderr.
int run_window(const WindowOptions& options);

}  // namespace app
