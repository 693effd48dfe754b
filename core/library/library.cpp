#include "library/library.h"

#include "base/hash.h"

namespace library {

std::string report_sha256(const std::string& content, const std::string& pdf, const std::string& html) {
    std::string hashes;
    for (const std::string* part : {&content, &pdf, &html}) hashes += base::sha256(*part) + "\n";
    return base::sha256(hashes);
}

std::vector<std::string> Library::guarded_files() {
    std::vector<std::string> files;
    for (const Conversation& conversation : conversations())
        for (const Recording& recording : conversation.recordings) files.push_back(recording.path);
    return files;
}

}  // namespace library
