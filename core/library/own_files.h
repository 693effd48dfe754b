// The folder of files that a library keeps itself, such as recordings that came in a package: they are deleted with
// their conversation. All other recordings belong to the coach and stay where they are.
#pragma once

#include <string>

namespace library {

std::string own_folder(const std::string& library_path);  // library.terugblik.recordings; may not be there
bool is_own_file(const std::string& library_path, const std::string& path);

}  // namespace library
