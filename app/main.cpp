// The one executable: a window when started bare, the command line when given a command.
#include "app/commands/command_line.h"
#include "app/window_main.h"
#include "base/i18n.h"
#include "base/paths.h"

#include <cstdlib>
#include <string>

namespace {

// As gettext does: the first of these that says anything decides.
base::Language language_of_environment() {
    for (const char* name : {"TERUGBLIK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            return std::string(value).starts_with("nl") ? base::Language::Dutch : base::Language::English;
    }
    return base::Language::English;
}

bool is_library(const std::string& path) {
    return path.ends_with(".terugblik");
}

int open_window(const std::string& library, const std::vector<std::string>& files) {
    app::WindowOptions options{.library = library, .files = files};
    if (files.size() == 1 && is_library(files[0])) options = {.library = files[0], .files = {}};
    return app::run_window(options);
}

}  // namespace

int main(int argc, char** argv) {
    base::open_catalogues(base::catalogue_folder());
    base::set_language(language_of_environment());
    return commands::run(argc, argv, open_window);
}
