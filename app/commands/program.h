// Another program of this computer, run to its end: the demonstration lets espeak-ng speak and ffmpeg write its films.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace commands {

// Writes to the program's standard input; false once the program no longer listens.
using Feed = std::function<bool(const void* bytes, std::size_t count)>;

// Runs `arguments` (the program's name first) in `folder`. `input`, where given, feeds it. Throws base::Error when the
// program is missing (and says which package has it) or fails (with the last line that it said).
void run_program(const std::vector<std::string>& arguments, const std::string& package, const std::string& folder,
                 const std::function<void(const Feed&)>& input = {});

}  // namespace commands
