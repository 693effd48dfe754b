// Finding what a command names: the library, a conversation, a coding, a codebook.
#pragma once

#include "app/commands/command_line.h"
#include "base/i18n.h"
#include "library/sqlite_library.h"

#include <string>

namespace commands {

std::string library_path(const Common& common);
// For reading, or changing what is there: a library that does not exist is refused, not made.
library::SqliteLibrary existing_library(const Common& common);

// By id, by the beginning of an id, or by the exact title. Throws base::Error when there is none, or more than one.
library::Conversation find_conversation(library::Library& library, const std::string& name);
// The same, or by its conversation when that has exactly one.
codes::Coding find_coding(library::Library& library, const std::string& name);
library::Conversation conversation_of(library::Library& library, const codes::Coding& coding);
codes::Codebook codebook_of(library::Library& library, const codes::Coding& coding);
// The newest of that key, shipped with the program or kept in the library.
codes::Codebook find_codebook(library::Library& library, const std::string& key);
codes::Codebook find_shipped_codebook(const std::string& key);

// What a coding is reported in or written in: the language asked for ("nl", "en"), else its conversation's, else ours.
base::Language language_for(const std::string& asked, const library::Conversation& conversation);

// Of the recording that plays, whose times the codes are in; 0 without one.
base::Time duration_of(const library::Conversation& conversation);

}  // namespace commands
