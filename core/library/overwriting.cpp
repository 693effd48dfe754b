#include "library/overwriting.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/backup.h"

#include <filesystem>
#include <fmt/format.h>

namespace library {

namespace {

namespace fs = std::filesystem;

// A journal that is not there yet has no identity on the disk, only a name.
bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code one_is_missing, unknown;
    if (fs::equivalent(a, b, one_is_missing)) return true;
    const fs::path real_a = fs::weakly_canonical(fs::absolute(a, unknown), unknown);
    return !unknown && real_a == fs::weakly_canonical(fs::absolute(b, unknown), unknown);
}

}  // namespace

std::vector<std::string> files_of_library(const std::string& library_path) {
    std::vector<std::string> files = backups_of(library_path);
    for (const char* ending : {"", "-wal", "-shm", "-journal", "-owner", "-erased"})
        files.push_back(library_path + ending);
    return files;
}

void refuse_to_overwrite(const std::vector<std::string>& guarded, const std::string& out) {
    for (const std::string& file : guarded) {
        if (is_same_file(file, out))
            throw base::Error(
                fmt::format(fmt::runtime(_("{}: this is a recording, or belongs to the library, and would "
                                           "be overwritten. Choose another name.")),
                            out));
    }
}

void check_export(const std::vector<std::string>& guarded, const std::string& out) {
    if (out.ends_with(".terugblik"))
        throw base::Error(fmt::format(fmt::runtime(_("{}: this is the name of a library. Choose another name.")), out));
    refuse_to_overwrite(guarded, out);
}

void check_export(Library& library, const std::string& out) {
    check_export(library.guarded_files(), out);
}

}  // namespace library
