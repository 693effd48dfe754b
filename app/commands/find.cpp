#include "app/commands/find.h"

#include "base/paths.h"
#include "library/codebook_choices.h"

#include <algorithm>
#include <fmt/format.h>

namespace commands {

namespace {

template <class Thing>
std::string ids_of(const std::vector<const Thing*>& things) {
    std::string text;
    for (const Thing* thing : things) text += (text.empty() ? "" : ", ") + thing->id.text;
    return text;
}

// The one that matches; throws when several do.
template <class Thing, class Matches>
const Thing* the_one(const std::vector<Thing>& things, const std::string& name, Matches matches) {
    std::vector<const Thing*> found;
    for (const Thing& thing : things)
        if (matches(thing)) found.push_back(&thing);
    if (found.size() > 1)
        throw base::Error(
            fmt::format(fmt::runtime(_("“{}” can mean more than one: {}. Name one by its id.")), name, ids_of(found)));
    return found.empty() ? nullptr : found[0];
}

template <class Thing>
const Thing* by_id(const std::vector<Thing>& things, const std::string& name) {
    const auto exact =
        std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return thing.id.text == name; });
    if (exact != things.end()) return &*exact;
    if (name.empty()) return nullptr;
    return the_one(things, name, [&](const Thing& thing) { return thing.id.text.starts_with(name); });
}

const library::Conversation* conversation_named(const std::vector<library::Conversation>& conversations,
                                                const std::string& name) {
    if (const auto* found = by_id(conversations, name)) return found;
    return the_one(conversations, name, [&](const library::Conversation& each) { return each.title == name; });
}

codes::Coding loaded(library::Library& library, const base::Id& id, const std::string& name) {
    const auto coding = library.coding(id);
    if (!coding) throw base::Error(fmt::format(fmt::runtime(_("“{}”: there is no such coding.")), name));
    if (library::is_unseen(library.recodings().all(), coding->conversation, id))
        throw base::Error(fmt::format(
            fmt::runtime(_("“{}”: its conversation is being coded again, silently, so this coding stays unseen until "
                           "that is done.")),
            name));
    return *coding;
}

// The one of that key; `all` has each key once.
codes::Codebook named(std::vector<codes::Codebook> all, const std::string& key) {
    std::string keys;
    for (codes::Codebook& codebook : all) {
        if (codebook.key == key) return std::move(codebook);
        keys += (keys.empty() ? "" : ", ") + codebook.key;
    }
    throw base::Error(fmt::format(fmt::runtime(_("“{}”: there is no such codebook. There are: {}")), key, keys));
}

}  // namespace

std::string library_path(const Common& common) {
    return common.library.empty() ? base::default_library_path() : common.library;
}

library::SqliteLibrary existing_library(const Common& common) {
    return library::SqliteLibrary(library_path(common), library::OpenMode::MustExist);
}

library::Conversation find_conversation(library::Library& library, const std::string& name) {
    const auto conversations = library.conversations();
    if (const auto* found = conversation_named(conversations, name)) return *found;
    throw base::Error(fmt::format(
        fmt::runtime(_("“{}”: there is no such conversation in this library. See: terugblik list conversations")),
        name));
}

codes::Coding find_coding(library::Library& library, const std::string& name) {
    const auto codings = library.all_codings();
    const auto conversations = library.conversations();
    if (const auto* found = by_id(codings, name)) return loaded(library, found->id, name);
    if (const auto* conversation = conversation_named(conversations, name)) {
        const auto* only = the_one(
            codings, name, [&](const library::CodingSummary& each) { return each.conversation == conversation->id; });
        if (only != nullptr) return loaded(library, only->id, name);
    }
    throw base::Error(fmt::format(
        fmt::runtime(_("“{}”: there is no such coding in this library. See: terugblik list codings")), name));
}

library::Conversation conversation_of(library::Library& library, const codes::Coding& coding) {
    const auto conversation = library.conversation(coding.conversation);
    if (!conversation)
        throw base::Error(fmt::format(
            fmt::runtime(_("“{}”: the conversation of this coding was removed from the library.")), coding.id.text));
    return *conversation;
}

codes::Codebook codebook_of(library::Library& library, const codes::Coding& coding) {
    const auto codebook = library.codebook(coding.codebook_key, coding.codebook_version);
    if (!codebook)
        throw base::Error(fmt::format(fmt::runtime(_("The codebook {} {} of this coding is not in the library.")),
                                      coding.codebook_key, coding.codebook_version));
    return *codebook;
}

codes::Codebook find_codebook(library::Library& library, const std::string& key) {
    return named(library::newest_codebooks(library), key);
}

codes::Codebook find_shipped_codebook(const std::string& key) {
    return named(codes::shipped_codebooks(), key);
}

base::Language language_for(const std::string& asked, const library::Conversation& conversation) {
    const std::string& key = asked.empty() ? conversation.language : asked;
    if (key == "nl") return base::Language::Dutch;
    return key == "en" ? base::Language::English : base::language();
}

base::Time duration_of(const library::Conversation& conversation) {
    return conversation.recordings.empty() ? base::Time{} : conversation.recordings.front().duration;
}

}  // namespace commands
