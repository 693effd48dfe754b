// terugblik who-saw CONVERSATION: what the access log has of it. An erased conversation is named by its id.
#include "app/access_text.h"
#include "app/commands/find.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace commands {

namespace {

// Of an erased one only the id is known.
std::pair<base::Id, std::string> named(library::Library& library, const std::string& name) {
    for (const library::Tombstone& tombstone : library.erasures().tombstones())
        if (tombstone.conversation.text == name) return {tombstone.conversation, _("an erased conversation")};
    const library::Conversation conversation = find_conversation(library, name);
    return {conversation.id, conversation.title};
}

Json json_of(const library::AccessEntry& entry) {
    return {{"number", entry.number}, {"at", base::to_iso8601(entry.at)},    {"who", entry.who},
            {"what", entry.verb},     {"detail", entry.detail.value_or("")}, {"hash", entry.hash}};
}

Answer who_saw(const Common& common, const std::string& name) {
    library::SqliteLibrary library = existing_library(common);
    const auto [id, title] = named(library, name);
    Answer answer;
    answer.json = {{"conversation", id.text}, {"entries", Json::array()}};
    answer.text = fmt::format(fmt::runtime(_("Who has seen my recording? {}")), title) + "\n";
    const std::vector<library::AccessEntry> entries = library.access_log().entries(id);
    for (const library::AccessEntry& entry : entries) {
        answer.json["entries"].push_back(json_of(entry));
        answer.text += "  " + app::access_text(entry) + "\n";
    }
    if (entries.empty()) answer.text += std::string("  ") + _("nobody, since this library keeps a log") + "\n";
    const library::AccessHead head = library.access_log().head();
    answer.json["log"] = {{"entries", head.entries}, {"head", head.hash}};
    answer.text +=
        fmt::format(fmt::runtime(_("The log has {} entries; its last hash is {}")), head.entries, head.hash) + "\n";
    return answer;
}

}  // namespace

void add_who_saw(Menu& menu) {
    const auto conversation = std::make_shared<std::string>();
    menu.add("who-saw", _("Who opened, played, exported or shared a conversation, and when"),
             [conversation](const Common& common) { return who_saw(common, *conversation); })
        .argument("CONVERSATION", *conversation, _("its id, the beginning of its id, or its title"));
}

}  // namespace commands
