// The project's own files as text, for tests that look at how it is written rather than at what it does.
#pragma once

#include <string>
#include <vector>

namespace project {

struct SourceFile {
    std::string path;  // from the project's folder, e.g. "core/base/time.h"
    std::string text;
};

// Files under these folders of the project whose names end in one of these.
std::vector<SourceFile> source_files(const std::vector<std::string>& folders, const std::vector<std::string>& endings);
// All our C++ outside tests/ and bench/.
std::vector<SourceFile> program_sources();

struct Include {
    std::string name;      // "base/time.h", "SDL.h"
    bool is_ours = false;  // in quotes
};
std::vector<Include> includes_of(const SourceFile& file);

// What a command prints on both its outputs, and how it ended.
struct Outcome {
    int status = 0;
    std::string output;
};
Outcome run(const std::string& command);

}  // namespace project
