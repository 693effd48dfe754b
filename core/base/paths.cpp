#include "base/paths.h"

#include "base/error.h"
#include "base/i18n.h"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

namespace base {

namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

// Installed: PREFIX/bin/terugblik with PREFIX/share/terugblik and PREFIX/libexec/terugblik. Built:
// build/x/bin/terugblik.
fs::path installed_share() {
    return fs::path(executable_folder()).parent_path() / "share/terugblik";
}

std::string home_folder() {
    const std::string home = environment("HOME");
    if (!home.empty()) return home;
    const passwd* user = ::getpwuid(::getuid());  // started by a service, say, with an empty environment
    return user == nullptr ? "" : user->pw_dir;
}

std::string made_folder(const char* variable, const char* fallback) {
    std::string parent = environment(variable);
    if (parent.empty() || parent.front() != '/') parent = home_folder() + fallback;
    const fs::path folder = fs::path(parent) / "terugblik";
    std::error_code failed;
    const bool is_new = fs::create_directories(folder, failed);
    if (failed) {
        throw Error(fmt::format(fmt::runtime(_("{}: cannot make this folder ({}).")), folder.string(),
                                system_reason(failed.value())));
    }
    // Conversations are confidential; whoever widens this later, to share a library, means it.
    if (is_new) fs::permissions(folder, fs::perms::owner_all, failed);
    return folder.string();
}

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

}  // namespace

std::string executable_folder() {
    std::error_code failed;
    return fs::read_symlink("/proc/self/exe", failed).parent_path().string();
}

std::string asset(const std::string& name) {
    for (const fs::path& folder :
         {fs::path(environment("TERUGBLIK_ASSETS")), installed_share(), fs::path(TERUGBLIK_SOURCE_ASSETS)}) {
        if (!folder.empty() && is_there(folder / name)) return (folder / name).string();
    }
    throw Error(
        fmt::format(fmt::runtime(_("{}: this file of the program itself is missing. Install Terugblik again.")), name));
}

std::string catalogue_folder() {
    const fs::path built = fs::path(executable_folder()).parent_path() / "locale";
    if (is_there(built)) return built.string();
    return (installed_share().parent_path() / "locale").string();
}

std::string media_worker_program() {
    const std::string named = environment("TERUGBLIK_MEDIA_WORKER");
    if (!named.empty()) return named;
    const fs::path beside = fs::path(executable_folder()) / "terugblik-media";
    if (is_there(beside)) return beside.string();
    return (fs::path(executable_folder()).parent_path() / "libexec/terugblik/terugblik-media").string();
}

std::string data_folder() {
    return made_folder("XDG_DATA_HOME", "/.local/share");
}
std::string cache_folder() {
    return made_folder("XDG_CACHE_HOME", "/.cache");
}
std::string default_library_path() {
    return data_folder() + "/library.terugblik";
}

}  // namespace base
