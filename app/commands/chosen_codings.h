// The codings that a comparison is about: named one by one, or all whose conversation has a tag.
#pragma once

#include "app/commands/find.h"

#include <string>
#include <utility>
#include <vector>

namespace commands {

struct ChosenCodings {
    std::vector<codes::Coding> codings;  // by conversation, then by coder; with what lies in their segment
    codes::Codebook codebook;            // of all of them
};

// `where`: "TAG=VALUE", each of which must hold; a coding of a removed conversation is none. Throws base::Error when
// nothing is left, or when they do not have one codebook.
ChosenCodings choose_codings(library::Library& library, const std::vector<std::string>& names,
                             const std::vector<std::string>& where);
// The two halves of "TAG=VALUE", as it was given to an option. Throws UsageError.
std::pair<std::string, std::string> tag_in(const char* option, const std::string& text);
// Those of one conversation together, in order.
std::vector<std::vector<const codes::Coding*>> by_conversation(const std::vector<codes::Coding>& codings);

}  // namespace commands
