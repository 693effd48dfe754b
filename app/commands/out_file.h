// What --out may name: never a recording, nor anything of the library.
#pragma once

#include "app/commands/command_line.h"
#include "library/library.h"

#include <string>
#include <vector>

namespace commands {

// For commands that need no library: `recording` is what they read. Only a file that is there already can be one of the
// library's recordings, so only then is the library asked. Throws base::Error.
void check_out(const Common& common, const std::string& recording, const std::string& out);
// The conversations of which this is a recording; throws base::Error where one of them may not be shared
// (library/sharing.h). A recording that no conversation has is the caller's own.
std::vector<base::Id> use_recording(const Common& common, const std::string& recording);
// In the access log: this file was written from it.
void note_written(library::Library& library, const base::Id& conversation, const std::string& out);
void note_written(const Common& common, const std::vector<base::Id>& conversations, const std::string& out);

}  // namespace commands
