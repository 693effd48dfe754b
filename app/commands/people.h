// What the commands about packages share: the own keys and name, people by name, a passphrase that nobody sees typed.
#pragma once

#include "app/commands/command_line.h"
#include "library/library.h"
#include "packages/own_keys.h"
#include "sealed/secret.h"

#include <string>

namespace commands {

packages::OwnKeys own_keys();
// What the cards and packages of this user say: as asked for, else the coder of the settings, else the user's name.
std::string own_name(library::Library& library, const std::string& asked);
library::Person find_person(library::Library& library, const std::string& name);
// The first line of a file; "-" is standard input. On the command line itself others could see it.
sealed::SecretText passphrase_from(const std::string& file);

}  // namespace commands
