// terugblik backup FILE: a whole copy of the library.
#include "app/commands/find.h"
#include "base/i18n.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

Answer backup(const Common& common, const std::string& file) {
    library::SqliteLibrary library = existing_library(common);
    library.access_log().note(library::AccessVerb::BackedUp, {}, std::filesystem::absolute(file).string());
    library.backup(file);  // checked before it gets its name; replaces nothing
    return {
        .json = {{"ok", true}, {"problems", Json::array()}, {"backup", file}},
        .text = fmt::format(fmt::runtime(_("{}: a copy of {}, read back and checked")), file, library.path()) + "\n",
        .failure = {}};
}

}  // namespace

void add_backup(Menu& menu) {
    const auto file = std::make_shared<std::string>();
    menu.add("backup", _("A whole copy of the library in another file"),
             [file](const Common& common) { return backup(common, *file); })
        .argument("FILE", *file, _("the file to write"));
}

}  // namespace commands
