// Corrections of turns as the log keeps them, and the words for roles and sources in tables.
#pragma once

#include "talk/turn_changes.h"

#include <string>
#include <vector>

namespace library {

const char* name_of(talk::Role role);  // "unknown", "professional", "client"
talk::Role role_named(const std::string& name);
const char* name_of(talk::TurnSource source);  // "none", "transcript", "speech", "marked"
talk::TurnSource source_named(const std::string& name);

std::string to_json(const std::vector<talk::TurnChange>& changes);
std::vector<talk::TurnChange> turn_changes_from_json(const std::string& json);  // throws base::Error

}  // namespace library
