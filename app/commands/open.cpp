// terugblik open F.terugblik-review: looks at everything in a package, then merges it into the library.
#include "app/commands/find.h"
#include "app/commands/people.h"
#include "app/parcel_words.h"
#include "base/i18n.h"
#include "packages/receive.h"

#include <fmt/format.h>

namespace commands {

namespace {

struct Arguments {
    std::string file, passphrase_file;
};

Json json_of(const packages::Opened& opened, const packages::Merged& merged) {
    Json left_out = Json::array();
    for (const library::ThingName& thing : merged.left_out)
        left_out.push_back({{"kind", thing.kind}, {"id", thing.id}});
    return {{"conversation", merged.conversation.text},
            {"sender", opened.sender.name},
            {"package", opened.manifest.package.text},
            {"revision", opened.manifest.revision},
            {"added", merged.added},
            {"renewed", merged.renewed},
            {"known", merged.known},
            {"left_out", left_out},
            {"has_recording", merged.has_recording}};
}

std::string text_of(const packages::Opened& opened, const packages::Merged& merged, const std::string& title) {
    return fmt::format(fmt::runtime(_("From {}, about “{}”: {}.")), opened.sender.name, title,
                       app::things_in_words(opened.manifest)) +
           "\n" + app::merged_in_words(merged) + "\n";
}

Answer open(const Common& common, const Arguments& arguments) {
    const packages::OwnKeys own = own_keys();
    packages::Arrival arrival =
        packages::arrival_of(arguments.file, packages::media_folder_of(library_path(common)), base::now());
    const sealed::SecretText passphrase =
        arguments.passphrase_file.empty() ? sealed::SecretText() : passphrase_from(arguments.passphrase_file);
    arrival.passphrase = passphrase.text();
    library::SqliteLibrary library(library_path(common));
    packages::Opened opened = packages::open_package(library, own, arrival);
    if (opened.sender.name.empty()) opened.sender.name = _("yourself");
    const packages::Merged merged = packages::merge(library, own, opened, base::now());
    const std::string title = library.conversation(merged.conversation).value_or(library::Conversation{}).title;
    return {.json = json_of(opened, merged), .text = text_of(opened, merged, title), .failure = {}};
}

}  // namespace

void add_open(Menu& menu) {
    const auto arguments = std::make_shared<Arguments>();
    menu.add("open", _("Opens a review package and merges what is in it into the library"),
             [arguments](const Common& common) { return open(common, *arguments); })
        .argument("FILE", arguments->file, _("the package"))
        .option("--passphrase-from", arguments->passphrase_file,
                _("a file whose first line is its passphrase, or - for standard input"));
}

}  // namespace commands
