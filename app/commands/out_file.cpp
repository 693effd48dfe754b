#include "app/commands/out_file.h"

#include "app/commands/find.h"
#include "base/i18n.h"
#include "library/overwriting.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> recordings_of_library(const Common& common, const std::string& out) {
    std::error_code unknown;
    if (!fs::is_regular_file(out, unknown) || !fs::exists(library_path(common), unknown)) return {};
    try {
        return existing_library(common).guarded_files();
    } catch (const base::Error& error) {
        throw base::Error(fmt::format(fmt::runtime(_("{}: this file is there already, and whether it is a recording of "
                                                     "the library cannot be seen now. Choose another name. ({})")),
                                      out, error.what()));
    }
}

}  // namespace

void check_out(const Common& common, const std::string& recording, const std::string& out) {
    std::vector<std::string> guarded = library::files_of_library(library_path(common));
    guarded.push_back(recording);
    library::check_export(guarded, out);
    library::check_export(recordings_of_library(common, out), out);
}

}  // namespace commands
