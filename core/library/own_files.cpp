#include "library/own_files.h"

#include <filesystem>

namespace library {

namespace fs = std::filesystem;

std::string own_folder(const std::string& library_path) {
    return library_path + ".recordings";
}

bool is_own_file(const std::string& library_path, const std::string& path) {
    std::error_code failed;
    const fs::path folder = fs::weakly_canonical(own_folder(library_path), failed);
    if (failed) return false;
    const fs::path file = fs::weakly_canonical(path, failed);
    return !failed && file.parent_path() == folder;
}

}  // namespace library
