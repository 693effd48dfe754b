#include "app/cached_files.h"

#include "base/paths.h"

#include <filesystem>

namespace app {

namespace fs = std::filesystem;

// Whoever makes such a file begins its name with the recording's fingerprint.
std::vector<std::string> cached_files(const library::Conversation& conversation) {
    std::vector<std::string> files;
    std::error_code missing;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(base::cache_folder(), missing)) {
        const std::string name = entry.path().filename().string();
        for (const library::Recording& recording : conversation.recordings)
            if (!recording.fingerprint.empty() && name.starts_with(recording.fingerprint))
                files.push_back(entry.path().string());
    }
    return files;
}

}  // namespace app
