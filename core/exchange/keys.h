// The words that files and scripts use for what is an enum in the program: stable, lower case, never translated.
#pragma once

#include "library/library.h"

namespace exchange {

const char* key_of(library::Kind kind);    // practice, role_play, real
const char* key_of(codes::Side side);      // professional, client
const char* key_of(codes::Extent extent);  // point, span
const char* key_of(talk::Role role);       // unknown, professional, client

}  // namespace exchange
