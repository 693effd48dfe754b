// The things of a package as JSON. Reading throws base::Error.
#pragma once

#include "codes/coding.h"
#include "library/library.h"

#include <string>
#include <utility>
#include <vector>

namespace packages {

std::string to_json(const std::vector<talk::Turn>& turns, talk::TurnSource source);
std::pair<std::vector<talk::Turn>, talk::TurnSource> turns_from_json(const std::string& json);

std::string excerpt_to_json(const library::Recording& excerpt);
library::Recording excerpt_from_json(const std::string& json);

std::string to_json(const codes::Coding& coding);
codes::Coding coding_from_json(const std::string& json);

std::string to_json(const codes::Comment& comment, const std::string& sound);
std::pair<codes::Comment, std::string> comment_from_json(const std::string& json);

std::string to_json(const library::Report& report);  // whole, with its pages
library::Report report_from_json(const std::string& json);

}  // namespace packages
