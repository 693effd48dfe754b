// What the kinds of clips are called and which colour they have.
#pragma once

#include "codes/clip.h"
#include "codes/codebook.h"

#include <string>

namespace app {

const char* kind_label(codes::ClipKind kind);  // "Strength"
const char* kind_word(codes::ClipKind kind);   // "strength", within a line
codes::Colour kind_colour(codes::ClipKind kind);
std::string title_of(const codes::Clip& clip);  // or its words, or its kind

}  // namespace app
