// terugblik erase CONVERSATION: everything that the library and its backups have of it. Without --yes it only says what
// would go.
#include "app/cached_files.h"
#include "app/commands/find.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace commands {

namespace {

struct EraseArguments {
    std::string conversation;
    bool yes = false, withdrawn = false, recording = false;
};

std::string list_of(const char* title, const std::vector<std::string>& files) {
    std::string text;
    for (const std::string& file : files)
        text += (text.empty() ? std::string("  ") + title + "\n" : "") + "    " + file + "\n";
    return text;
}

std::string text_of(const library::Conversation& conversation, const library::WhatGoes& goes,
                    const EraseArguments& arguments) {
    std::string text = conversation.title + "\n";
    text += "  " +
            fmt::format(fmt::runtime(_("codings: {}, reports: {}, turns: {}; it is in {} of the backups")),
                        goes.codings, goes.reports, goes.turns, goes.backups) +
            "\n";
    text += list_of(_("recordings that the library keeps itself:"), goes.own_files);
    text += list_of(arguments.recording ? _("recordings of your own:")
                                        : _("recordings of your own, which stay (add --recording to delete them too):"),
                    goes.other_files);
    text += list_of(_("files that were written from it, which stay; delete them yourself:"), goes.gone_out);
    return text + "  " +
           (arguments.yes ? _("This is erased, and only a tombstone is left.")
                          : _("Nothing is erased yet. To erase this for good, add --yes.")) +
           "\n";
}

Answer erase(const Common& common, const EraseArguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    const library::Conversation conversation = find_conversation(library, arguments.conversation);
    const library::WhatGoes goes = library.erasures().what_goes(conversation.id);
    if (arguments.yes) {
        std::vector<std::string> files = app::cached_files(conversation);
        if (arguments.recording) files.insert(files.end(), goes.other_files.begin(), goes.other_files.end());
        library.erasures().erase(
            conversation.id, arguments.withdrawn ? library::ErasureReason::Withdrawn : library::ErasureReason::Asked,
            files);
    }
    return {.json = {{"conversation", conversation.id.text},
                     {"erased", arguments.yes},
                     {"codings", goes.codings},
                     {"reports", goes.reports},
                     {"turns", goes.turns},
                     {"backups", goes.backups},
                     {"own_recordings", goes.own_files},
                     {"other_recordings", goes.other_files},
                     {"gone_out", goes.gone_out}},
            .text = text_of(conversation, goes, arguments),
            .failure = {}};
}

}  // namespace

void add_erase(Menu& menu) {
    const auto arguments = std::make_shared<EraseArguments>();
    menu.add("erase", _("Erases a conversation for good, from the backups too; without --yes it says what would go"),
             [arguments](const Common& common) { return erase(common, *arguments); })
        .argument("CONVERSATION", arguments->conversation, _("its id, the beginning of its id, or its title"))
        .flag("--yes", arguments->yes, _("erase it; this cannot be undone"))
        .flag("--withdrawn", arguments->withdrawn, _("because consent was withdrawn; the tombstone says so"))
        .flag("--recording", arguments->recording, _("delete the recordings too that lie in a folder of your own"));
}

}  // namespace commands
