// Other names in the place of those that must not be read in a package: "Person A" for the first of the list.
#pragma once

#include "talk/names.h"

#include <string>
#include <vector>

namespace packages {

// In the language of the screen. Throws base::Error where one is empty.
std::vector<talk::NameReplacement> pseudonyms_for(const std::vector<std::string>& names);

std::string with_pseudonyms(const std::string& thing_json, const std::vector<talk::NameReplacement>& names);

}  // namespace packages
