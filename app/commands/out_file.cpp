#include "app/commands/out_file.h"

#include "base/error.h"
#include "base/i18n.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code one_is_missing;
    return std::filesystem::equivalent(a, b, one_is_missing);
}

}  // namespace

void refuse_to_overwrite(const std::string& recording, const std::string& out) {
    if (is_same_file(recording, out))
        throw base::Error(fmt::format(
            fmt::runtime(_("{}: this is a recording, which would be overwritten. Choose another name.")), out));
}

void refuse_to_overwrite(library::Library& library, const std::string& library_path, const std::string& out) {
    if (is_same_file(library_path, out))
        throw base::Error(fmt::format(
            fmt::runtime(_("{}: this is the library itself, which would be overwritten. Choose another name.")), out));
    for (const library::Conversation& conversation : library.conversations())
        for (const library::Recording& recording : conversation.recordings) refuse_to_overwrite(recording.path, out);
}

}  // namespace commands
