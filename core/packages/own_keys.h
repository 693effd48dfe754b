// The user's own keys: made when they are first needed, and kept in a file of the user's data folder that only the user
// may read, never in a library. It is an identity file of age: `age -d -i FILE` opens what was sent to its owner.
#pragma once

#include "packages/card.h"
#include "sealed/signing.h"

#include <string>

namespace packages {

struct OwnKeys {
    sealed::Identity reading;
    sealed::SigningKey signing;

    Card card(const std::string& name) const;
};

OwnKeys new_keys();
// Reads FOLDER/identity, or makes it. Throws base::Error where it is damaged or others may read it.
OwnKeys own_keys(const std::string& folder);

}  // namespace packages
