#include "packages/things.h"

#include "base/error.h"
#include "base/i18n.h"
#include "codes/difference.h"
#include "library/conversation_edits.h"
#include "library/turn_json.h"
#include "packages/thing_json.h"
#include "talk/turn_edits.h"

#include <algorithm>

namespace packages {

namespace {

using library::Library;

[[noreturn]] void refuse_elsewhere() {
    throw base::Error(_("Something in it belongs to another conversation."));
}

// Codebooks: named by key and version, and never changed.

std::string name_of(const codes::Codebook& codebook) {
    return codebook.key + " " + codebook.version;
}

std::vector<Thing> codebooks_of(Library& library, const Extent& extent) {
    std::vector<Thing> things;
    for (const base::Id& id : extent.codings) {
        const codes::Coding coding = library.coding(id).value();
        const codes::Codebook codebook = library.codebook(coding.codebook_key, coding.codebook_version).value();
        const bool is_there = std::any_of(things.begin(), things.end(),
                                          [&](const Thing& thing) { return thing.id == name_of(codebook); });
        if (!is_there) things.push_back({name_of(codebook), codebook.json});
    }
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
    incoming = library::merged(*standing, incoming);
    if (incoming != *standing) library.update(incoming);
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

// Clips and what is said about them. Both have revisions of their own, which the library compares too.

std::vector<Thing> clips_of(Library& library, const Extent& extent) {
    std::vector<Thing> things;
    const library::ClipThreads threads = library.clips().everything(extent.conversation);
    for (const codes::Clip& clip : threads.clips) things.push_back({clip.id.text, codes::to_json(clip)});
    return things;
}

bool has_clip(Library& library, const base::Id&, const std::string& id) {
    return library.clips().find({id}).has_value();
}

bool take_in_clip(Library& library, const base::Id& conversation, const Thing& thing) {
    const codes::Clip clip = codes::clip_from_json(thing.json);
    if (clip.id.text != thing.id) refuse_elsewhere();
    library.clips().take_in(conversation, {{clip}, {}, {}});
    return true;
}

// A reply comes after what it replies to: ids are in the order in which comments were made.
std::vector<Thing> comments_of(Library& library, const Extent& extent) {
    library::ClipThreads threads = library.clips().everything(extent.conversation);
    std::sort(threads.comments.begin(), threads.comments.end(),
              [](const codes::Comment& a, const codes::Comment& b) { return a.id < b.id; });
    std::vector<Thing> things;
    for (const codes::Comment& comment : threads.comments)
        things.push_back({comment.id.text, to_json(comment, threads.sounds[comment.id])});
    return things;
}

bool has_comment(Library& library, const base::Id& conversation, const std::string& id) {
    const std::vector<codes::Comment> comments = library.clips().comments(conversation);
    return std::any_of(comments.begin(), comments.end(),
                       [&](const codes::Comment& comment) { return comment.id.text == id; });
}

bool take_in_comment(Library& library, const base::Id& conversation, const Thing& thing) {
    const auto [comment, sound] = comment_from_json(thing.json);
    if (comment.id.text != thing.id) refuse_elsewhere();
    const std::vector<codes::Clip> clips = library.clips().everything(conversation).clips;
    const auto is_its_clip = [clip = comment.clip](const codes::Clip& one) { return one.id == clip; };
    if (std::none_of(clips.begin(), clips.end(), is_its_clip)) return false;
    library::ClipThreads threads{{}, {comment}, {}};
    if (!sound.empty()) threads.sounds[comment.id] = sound;
    library.clips().take_in(conversation, threads);
    return true;
}

// Goals, with revisions of their own likewise.

std::vector<Thing> goals_of(Library& library, const Extent& extent) {
    std::vector<Thing> things;
    for (const codes::Goal& goal : library.goals().everything(extent.conversation))
        things.push_back({goal.id.text, codes::to_json(goal)});
    return things;
}

bool has_goal(Library& library, const base::Id& conversation, const std::string& id) {
    const std::vector<codes::Goal> goals = library.goals().everything(conversation);
    return std::any_of(goals.begin(), goals.end(), [&](const codes::Goal& goal) { return goal.id.text == id; });
}

bool take_in_goal(Library& library, const base::Id& conversation, const Thing& thing) {
    const codes::Goal goal = codes::goal_from_json(thing.json);
    if (goal.id.text != thing.id || goal.conversation != conversation) refuse_elsewhere();
    library.goals().take_in(goal);
    return true;
}

// Reports: frozen, so they come once.

std::vector<Thing> reports_of(Library& library, const Extent& extent) {
    std::vector<Thing> things;
    for (const base::Id& coding : extent.codings)
        for (const library::Report& report : library.reports(coding))
            things.push_back({report.id.text, to_json(library.report(report.id).value())});
    return things;
}

bool has_report(Library& library, const base::Id&, const std::string& id) {
    return library.report({id}).has_value();
}

bool take_in_report(Library& library, const base::Id& conversation, const Thing& thing) {
    const library::Report report = report_from_json(thing.json);
    if (report.id.text != thing.id) refuse_elsewhere();
    const auto coding = library.coding(report.coding);
    if (!coding) return false;
    if (coding->conversation != conversation) refuse_elsewhere();
    if (!library.report(report.id)) library.take_in(report);
    return true;
}

}  // namespace

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all = {
        {"codebook", Travels::Freely, codebooks_of, has_codebook, take_in_codebook},
        {"conversation", Travels::AsContext, conversation_of, has_conversation, take_in_conversation},
        {"turns", Travels::AsContext, turns_of, has_turns, take_in_turns},
        {"coding", Travels::WithItsAuthor, codings_of, has_coding, take_in_coding},
        {"clip", Travels::AsContext, clips_of, has_clip, take_in_clip},
        {"comment", Travels::AsContext, comments_of, has_comment, take_in_comment},
        {"goal", Travels::WithItsAuthor, goals_of, has_goal, take_in_goal},
        {"report", Travels::WithItsAuthor, reports_of, has_report, take_in_report},
    };
    return all;
}

const Kind* kind_named(const std::string& name) {
    for (const Kind& kind : kinds())
        if (name == kind.name) return &kind;
    return nullptr;
}

std::vector<base::Id> codings_to_send(Library& library, const base::Id& conversation) {
    std::vector<base::Id> codings;
    for (const library::CodingSummary& coding : library.codings(conversation))
        if (coding.purpose == codes::Purpose::Feedback || coding.purpose == codes::Purpose::Self)
            codings.push_back(coding.id);
    std::sort(codings.begin(), codings.end());
    return codings;
}

}  // namespace packages
