// How the codings of a conversation are told apart on screen: who coded, by which codebook, when, and how much.
#pragma once

#include "app/model.h"

#include <string>

namespace app {

// As Model::codebook_titles names it: key and version.
std::string codebook_name(const library::CodingSummary& coding);
// "MITI 4.2.1 1.0".
std::string codebook_text(const Model& model, const library::CodingSummary& coding);
// "2026-11-12 · 34 codes", and whether it is gold or a consensus.
std::string extent_text(const library::CodingSummary& coding);

}  // namespace app
