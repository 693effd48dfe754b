// What can be wrong with a library file, in words for the coach that say what to do.
#pragma once

#include "base/error.h"

#include <string>

namespace library {

base::Error damaged(const std::string& path, const std::string& how);  // names the newest good backup
base::Error not_writable(const std::string& path);
base::Error disk_full(const std::string& path);

}  // namespace library
