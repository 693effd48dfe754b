#include "app/commands/out_file.h"

#include "app/commands/find.h"
#include "base/i18n.h"
#include "library/overwriting.h"
#include "library/owner.h"
#include "library/sharing.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> recordings_of_library(const Common& common, const std::string& out) {
    std::error_code unknown;
    if (!fs::is_regular_file(out, unknown) || !fs::exists(library_path(common), unknown)) return {};
    try {
        return existing_library(common).guarded_files();
    } catch (const base::Error& error) {
        throw base::Error(fmt::format(fmt::runtime(_("{}: this file is there already, and whether it is a recording of "
                                                     "the library cannot be seen now. Choose another name. ({})")),
                                      out, error.what()));
    }
}

std::vector<base::Id> conversations_with(library::Library& library, const std::string& recording) {
    std::vector<base::Id> found;
    std::error_code missing;
    for (const library::Conversation& conversation : library.conversations())
        for (const library::Recording& known : conversation.recordings)
            if (fs::equivalent(known.path, recording, missing)) found.push_back(conversation.id);
    return found;
}

}  // namespace

void check_out(const Common& common, const std::string& recording, const std::string& out) {
    std::vector<std::string> guarded = library::files_of_library(library_path(common));
    guarded.push_back(recording);
    library::check_export(guarded, out);
    library::check_export(recordings_of_library(common, out), out);
}

std::vector<base::Id> use_recording(const Common& common, const std::string& recording) {
    std::error_code unknown;
    if (!fs::exists(library_path(common), unknown)) return {};
    std::optional<library::SqliteLibrary> library;
    try {
        library.emplace(library_path(common), library::OpenMode::MustExist);
    } catch (const base::Error&) {
        if (library::owner_of(library_path(common))) throw;
        return {};  // damaged: it keeps nobody from a file of their own
    }
    const std::vector<base::Id> used = conversations_with(*library, recording);
    for (const base::Id& conversation : used) library::require_may_share(*library, conversation);
    return used;
}

void note_written(library::Library& library, const base::Id& conversation, const std::string& out) {
    library.access_log().note(library::AccessVerb::Exported, conversation, fs::absolute(out).string());
}

void note_written(const Common& common, const std::vector<base::Id>& conversations, const std::string& out) {
    if (conversations.empty()) return;
    library::SqliteLibrary library = existing_library(common);
    for (const base::Id& conversation : conversations) note_written(library, conversation, out);
}

}  // namespace commands
