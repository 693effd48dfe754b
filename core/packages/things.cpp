#include "packages/things.h"

#include "codes/difference.h"
#include "library/conversation_edits.h"
#include "library/excerpts.h"
#include "library/turn_json.h"
#include "packages/feedback_things.h"
#include "packages/manifest.h"
#include "packages/thing_json.h"
#include "talk/turn_edits.h"

#include <algorithm>
#include <set>

namespace packages {

namespace {

using library::Library;

// Codebooks: named by key and version, and never changed.

std::string name_of(const codes::Codebook& codebook) {
    return codebook.key + " " + codebook.version;
}

void add_once(std::vector<Thing>& things, const std::optional<codes::Codebook>& codebook) {
    if (!codebook) return;
    const bool is_there =
        std::any_of(things.begin(), things.end(), [&](const Thing& thing) { return thing.id == name_of(*codebook); });
    if (!is_there) things.push_back({name_of(*codebook), codebook->json});
}

std::vector<Thing> codebooks_of(Library& library, const Extent& extent) {
    std::vector<Thing> things;
    for (const base::Id& id : extent.codings) {
        const codes::Coding coding = library.coding(id).value();
        add_once(things, library.codebook(coding.codebook_key, coding.codebook_version));
    }
    for (const codes::Review& review : shared_reviews(library, extent.conversation))
        add_once(things, library.codebook(review.codebook_key, review.codebook_version));
    return things;
}

bool has_codebook(Library& library, const base::Id&, const std::string& id) {
    const std::size_t blank = id.rfind(' ');
    return blank != std::string::npos && library.codebook(id.substr(0, blank), id.substr(blank + 1)).has_value();
}

bool take_in_codebook(Library& library, const base::Id&, const Thing& thing) {
    const codes::Codebook codebook = codes::parse_codebook(thing.json, thing.id);
    if (name_of(codebook) != thing.id) refuse_elsewhere();
    library.store_codebook(codebook);
    return true;
}

// The conversation: not where its files lie, nor what its owner remarks on it.

library::Conversation without_private(library::Conversation conversation) {
    conversation = library::without_excerpts(std::move(conversation));
    conversation.remarks.clear();
    conversation.last_position = {};
    for (library::Recording& recording : conversation.recordings) {
        recording.path.clear();
        recording.sha256.clear();
    }
    return conversation;
}

std::vector<Thing> conversation_of(Library& library, const Extent& extent) {
    return {{extent.conversation.text,
             library::to_json(without_private(library.conversation(extent.conversation).value()))}};
}

bool has_conversation(Library& library, const base::Id&, const std::string& id) {
    return library.conversation({id}).has_value();
}

bool take_in_conversation(Library& library, const base::Id& conversation, const Thing& thing) {
    library::Conversation incoming = without_private(library::conversation_from_json(thing.json));
    if (incoming.id != conversation || thing.id != conversation.text) refuse_elsewhere();
    const auto standing = library.conversation(conversation);
    if (!standing) {
        library.add(incoming);
        return true;
    }
    incoming.remarks = standing->remarks;
    incoming = library::with_excerpts_of(library::merged(*standing, incoming), *standing);
    if (incoming != *standing) library.update(incoming);
    return true;
}

// Excerpts of its recording: made for one package (packages/excerpts.h), so that no library sends them on.

std::vector<Thing> excerpts_of(Library&, const Extent&) {
    return {};
}

bool has_excerpt(Library& library, const base::Id& conversation, const std::string& id) {
    const auto here = library.conversation(conversation);
    return here && std::any_of(here->recordings.begin(), here->recordings.end(),
                               [&](const library::Recording& one) { return one.id.text == id; });
}

bool take_in_excerpt(Library& library, const base::Id& conversation, const Thing& thing) {
    const library::Recording excerpt = excerpt_from_json(thing.json);
    if (excerpt.id.text != thing.id) refuse_elsewhere();
    auto standing = library.conversation(conversation);
    if (!standing) return false;
    standing->recordings.push_back(excerpt);
    library.update(*standing);
    return true;
}

// Who spoke when.

std::vector<Thing> turns_of(Library& library, const Extent& extent) {
    const std::vector<talk::Turn> turns = library.turns(extent.conversation);
    if (turns.empty()) return {};
    return {{extent.conversation.text, to_json(turns, library.turn_source(extent.conversation))}};
}

bool has_turns(Library& library, const base::Id&, const std::string& id) {
    return library.turn_source({id}) != talk::TurnSource::None;
}

bool take_in_turns(Library& library, const base::Id& conversation, const Thing& thing) {
    if (thing.id != conversation.text) refuse_elsewhere();
    const auto [turns, source] = turns_from_json(thing.json);
    if (library.turn_source(conversation) != source) {
        library.set_turns(conversation, turns, source);
        return true;
    }
    const auto changes = talk::changes_between(library.turns(conversation), turns);
    if (!changes.empty()) library.change_turns(conversation, changes);
    return true;
}

// Codings.

std::vector<Thing> codings_of(Library& library, const Extent& extent) {
    std::vector<Thing> things;
    for (const base::Id& id : extent.codings) things.push_back({id.text, to_json(library.coding(id).value())});
    return things;
}

bool has_coding(Library& library, const base::Id&, const std::string& id) {
    return library.coding({id}).has_value();
}

bool take_in_coding(Library& library, const base::Id& conversation, const Thing& thing) {
    const codes::Coding incoming = coding_from_json(thing.json);
    if (incoming.id.text != thing.id || incoming.conversation != conversation || incoming.sources) refuse_elsewhere();
    const auto standing = library.coding(incoming.id);
    if (!standing) {
        library.add(incoming);
        return true;
    }
    if (standing->conversation != conversation) refuse_elsewhere();
    const codes::Edit edit = codes::difference(*standing, incoming);
    if (!edit.changes.empty()) library.apply(incoming.id, edit);
    return true;
}

}  // namespace

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all = [] {
        std::vector<Kind> kinds = {
            {"codebook", Travels::Freely, codebooks_of, has_codebook, take_in_codebook},
            {"conversation", Travels::AsContext, conversation_of, has_conversation, take_in_conversation},
            {kExcerptKind, Travels::WithItsAuthor, excerpts_of, has_excerpt, take_in_excerpt},
            {"turns", Travels::AsContext, turns_of, has_turns, take_in_turns},
            {"coding", Travels::WithItsAuthor, codings_of, has_coding, take_in_coding},
        };
        kinds.insert(kinds.end(), feedback_kinds().begin(), feedback_kinds().end());
        return kinds;
    }();
    return all;
}

const Kind* kind_named(const std::string& name) {
    for (const Kind& kind : kinds())
        if (name == kind.name) return &kind;
    return nullptr;
}

std::vector<base::Id> codings_to_send(Library& library, const base::Id& conversation) {
    std::set<base::Id> private_ones;
    for (const codes::Review& review : library.reviews().everything(conversation))
        if (!review.is_shared) private_ones.insert(review.own_coding);
    std::vector<base::Id> codings;
    for (const library::CodingSummary& coding :
         library::seen(library.codings(conversation), library.recodings().all())) {
        const bool is_meant = coding.purpose == codes::Purpose::Feedback || coding.purpose == codes::Purpose::Self;
        if (is_meant && !private_ones.contains(coding.id)) codings.push_back(coding.id);
    }
    std::sort(codings.begin(), codings.end());
    return codings;
}

}  // namespace packages
