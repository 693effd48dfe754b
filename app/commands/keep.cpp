// terugblik keep CONVERSATION [--until DAY]: how long it is kept.
#include "app/commands/find.h"
#include "base/day.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace commands {

namespace {

struct KeepArguments {
    std::string conversation, until;
};

Answer keep(const Common& common, const KeepArguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    const library::Conversation conversation = find_conversation(library, arguments.conversation);
    if (!arguments.until.empty()) library::keep_until(library, conversation, arguments.until);
    const auto chosen = library.retention().chosen();
    const auto own = chosen.find(conversation.id);
    const std::string until =
        library::kept_until(conversation, own == chosen.end() ? std::nullopt : std::optional(own->second),
                            library::retention_days(library));
    const bool is_over = until < base::day_of(base::now());
    const char* words =
        is_over ? _("{}: was to be kept until {}. Choose a later day, or erase it.") : _("{}: is kept until {}.");
    return {.json = {{"conversation", conversation.id.text},
                     {"until", until},
                     {"chosen", own != chosen.end()},
                     {"over", is_over},
                     {"latest", library::last_day(conversation)}},
            .text = fmt::format(fmt::runtime(words), conversation.title, until) + "\n",
            .failure = {}};
}

}  // namespace

void add_keep(Menu& menu) {
    const auto arguments = std::make_shared<KeepArguments>();
    menu.add("keep", _("Until when a conversation is kept"),
             [arguments](const Common& common) { return keep(common, *arguments); })
        .argument("CONVERSATION", arguments->conversation, _("its id, the beginning of its id, or its title"))
        .option("--until", arguments->until, _("keep it until this day, like 2027-02-20"));
}

}  // namespace commands
