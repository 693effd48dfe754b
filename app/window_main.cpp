#include "app/window_main.h"

#include "app/application.h"
#include "app/platform/sdl_audio_sink.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "library/sqlite_library.h"
#include "packages/receive.h"

#include <SDL.h>
#include <cstdio>
#include <filesystem>

namespace app {

namespace {

// Said where the person looks: in a small window when there is a display, and always on stderr.
void say(const std::string& text) {
    std::fprintf(stderr, "terugblik: %s\n", text.c_str());
    SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, "Terugblik", text.c_str(), nullptr);
}

}  // namespace

int run_window(const WindowOptions& options) {
    base::open_catalogues(base::catalogue_folder());
    try {
        library::SqliteLibrary library(options.library.empty() ? base::default_library_path() : options.library);
        base::set_language(read_settings(library).language);
        ApplicationOptions about;
        about.library_name = std::filesystem::path(library.path()).stem().string();
        about.media_folder = packages::media_folder_of(library.path());
        about.files = options.files;
        about.warnings = library.warnings();
        SdlAudioSink sink;
        Application application(library, sink, about);
        application.run();
    } catch (const std::exception& error) {
        say(error.what());
        return 1;
    }
    return 0;
}

}  // namespace app
