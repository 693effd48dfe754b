#include "library/conversation_rows.h"

#include "base/error.h"
#include "base/i18n.h"
#include "codes/edits.h"
#include "library/checks.h"
#include "library/owner.h"
#include "library/query.h"
#include "library/transaction.h"

namespace library {

namespace {

const char* name_of(ConversationVerb verb) {
    switch (verb) {
        case ConversationVerb::Added:
            return "added";
        case ConversationVerb::Changed:
            return "changed";
        case ConversationVerb::Removed:
            break;
    }
    return "removed";
}

ConversationVerb verb_named(const std::string& name) {
    if (name == "added") return ConversationVerb::Added;
    return name == "removed" ? ConversationVerb::Removed : ConversationVerb::Changed;
}

}  // namespace

ConversationRows::ConversationRows(SQLite::Database& database)
    : database_(database),
      who_(user_name()),
      ids_(database, "SELECT id FROM conversation WHERE removed = 0 ORDER BY created_ms DESC, id DESC"),
      tags_(database, "SELECT id, tags FROM conversation WHERE removed = 0"),
      select_(database,
              "SELECT title, trainee, date, kind, language, change_goal, remarks, tags, created_ms, last_position_us, "
              "removed FROM conversation WHERE id = ?"),
      insert_(database,
              "INSERT INTO conversation (id, title, trainee, date, kind, language, change_goal, remarks, tags, "
              "created_ms, last_position_us, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"),
      update_(database,
              "UPDATE conversation SET title = ?, trainee = ?, date = ?, kind = ?, language = ?, change_goal = ?, "
              "remarks = ?, tags = ? WHERE id = ?"),
      mark_removed_(database, "UPDATE conversation SET removed = ?2 WHERE id = ?1 AND removed <> ?2"),
      set_position_(database, "UPDATE conversation SET last_position_us = ? WHERE id = ? AND removed = 0"),
      recordings_(database,
                  "SELECT id, path, size, fingerprint, sha256, duration_us, offset_us, role, label FROM recording "
                  "WHERE conversation = ? ORDER BY position"),
      insert_recording_(database,
                        "INSERT INTO recording (id, conversation, position, path, size, fingerprint, sha256, "
                        "duration_us, offset_us, role, label) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      delete_recordings_(database, "DELETE FROM recording WHERE conversation = ?"),
      set_path_(database, "UPDATE recording SET path = ? WHERE id = ?"),
      set_sha256_(database, "UPDATE recording SET sha256 = ? WHERE id = ?"),
      log_(database,
           "INSERT INTO conversation_edit (conversation, at_ms, who, verb, before, after, state) "
           "VALUES (?, ?, ?, ?, ?, ?, 0)"),
      leave_undone_(database, "UPDATE conversation_edit SET state = 2 WHERE state = 1"),
      newest_done_(database,
                   "SELECT number, conversation, verb, before, after FROM conversation_edit WHERE state = 0 "
                   "ORDER BY number DESC LIMIT 1"),
      oldest_undone_(database,
                     "SELECT number, conversation, verb, before, after FROM conversation_edit WHERE state = 1 "
                     "ORDER BY number LIMIT 1"),
      turn_edit_(database, "UPDATE conversation_edit SET state = ?, turned_ms = ? WHERE number = ?") {}

std::vector<Conversation> ConversationRows::all() {
    std::vector<Conversation> found;
    for (Query ids(ids_); ids.next();) {
        const std::optional<Conversation> one = read(ids.id(0));
        if (!one)
            throw base::Error(
                _("A conversation is in the list and cannot be found: the library is damaged. "
                  "Run “terugblik check” to see what is wrong."));
        found.push_back(*one);
    }
    return found;
}

std::optional<Conversation> ConversationRows::find(const base::Id& id) {
    {
        Query row(select_, id);
        if (!row.next() || row.small(10) != 0) return {};
    }
    return read(id);
}

std::map<base::Id, std::string> ConversationRows::tag_values(const std::string& tag) {
    std::map<base::Id, std::string> values;
    for (Query row(tags_); row.next();) {
        const auto tags = codes::attributes_from_json(row.text(1));
        if (const auto found = tags.find(tag); found != tags.end()) values[row.id(0)] = found->second;
    }
    return values;
}

void ConversationRows::require(const base::Id& id) {
    Query row(select_, id);
    if (!row.next() || row.small(10) != 0) refuse_unknown_conversation();
}

std::optional<Conversation> ConversationRows::read(const base::Id& id) {
    Query row(select_, id);
    if (!row.next()) return {};
    Conversation conversation;
    conversation.id = id;
    conversation.title = row.text(0);
    conversation.trainee = row.text(1);
    conversation.date = row.text(2);
    conversation.kind = kind_named(row.text(3));
    conversation.language = row.text(4);
    conversation.change_goal = row.text(5);
    conversation.remarks = row.text(6);
    conversation.tags = codes::attributes_from_json(row.text(7));
    conversation.created = row.timestamp(8);
    conversation.last_position = row.time(9);
    conversation.recordings = recordings(id);
    return conversation;
}

std::vector<Recording> ConversationRows::recordings(const base::Id& id) {
    std::vector<Recording> found;
    for (Query row(recordings_, id); row.next();) {
        found.push_back({row.id(0), row.text(1), row.whole(2), row.text(3), row.text(4), row.time(5), row.time(6),
                         row.text(7), row.text(8)});
    }
    return found;
}

void ConversationRows::write_recordings(const Conversation& conversation) {
    Query(delete_recordings_, conversation.id).run();
    int position = 0;
    for (const Recording& one : conversation.recordings) {
        Query(insert_recording_, one.id, conversation.id, position++, one.path, one.size, one.fingerprint, one.sha256,
              one.duration, one.offset, one.role, one.label)
            .run();
    }
}

void ConversationRows::write(const Conversation& wanted) {
    Query(update_, wanted.title, wanted.trainee, wanted.date, library::name_of(wanted.kind), wanted.language,
          wanted.change_goal, wanted.remarks, codes::to_json(wanted.tags), wanted.id)
        .run();
    write_recordings(wanted);
}

void ConversationRows::log(ConversationVerb verb, const base::Id& id, const std::optional<std::string>& before,
                           const std::optional<std::string>& after) {
    Query(leave_undone_).run();
    Query(log_, id, base::now(), who_, name_of(verb), before, after).run();
}

void ConversationRows::add(const Conversation& conversation) {
    Transaction transaction(database_);
    if (Query(select_, conversation.id).next()) refuse_known_id();
    Query(insert_, conversation.id, conversation.title, conversation.trainee, conversation.date,
          library::name_of(conversation.kind), conversation.language, conversation.change_goal, conversation.remarks,
          codes::to_json(conversation.tags), conversation.created, conversation.last_position)
        .run();
    write_recordings(conversation);
    log(ConversationVerb::Added, conversation.id, {}, {});
    transaction.commit();
}

void ConversationRows::update(const Conversation& conversation) {
    Transaction transaction(database_);
    const std::optional<Conversation> before = find(conversation.id);
    if (!before) refuse_unknown_conversation();
    const Conversation after = merged(*before, conversation);
    write(after);
    log(ConversationVerb::Changed, conversation.id, to_json(*before), to_json(after));
    transaction.commit();
}

void ConversationRows::remove(const base::Id& id) {
    Transaction transaction(database_);
    if (Query(mark_removed_, id, 1).run() == 0) refuse_unknown_conversation();
    log(ConversationVerb::Removed, id, {}, {});
    transaction.commit();
}

std::optional<std::string> ConversationRows::step(Direction direction) {
    const bool undo = direction == Direction::Undo;
    Transaction transaction(database_);
    std::int64_t number = 0;
    base::Id id;
    ConversationVerb verb{};
    std::string wanted;
    {
        Query row(undo ? newest_done_ : oldest_undone_);
        if (!row.next()) return {};
        number = row.whole(0);
        id = row.id(1);
        verb = verb_named(row.text(2));
        if (verb == ConversationVerb::Changed) wanted = row.text(undo ? 3 : 4);
    }
    if (verb == ConversationVerb::Changed) {
        const std::optional<Conversation> standing = read(id);
        if (!standing) refuse_unknown_conversation();
        write(merged(*standing, conversation_from_json(wanted)));
    } else {
        const bool is_removed = undo == (verb == ConversationVerb::Added);
        Query(mark_removed_, id, is_removed ? 1 : 0).run();
    }
    Query(turn_edit_, undo ? 1 : 0, base::now(), number).run();
    const std::optional<Conversation> now = read(id);
    transaction.commit();
    return in_words(verb, direction, now ? now->title : "");
}

void ConversationRows::remember_position(const base::Id& id, base::Time at) {
    if (Query(set_position_, at, id).run() == 0) refuse_unknown_conversation();
}

void ConversationRows::set_path(const base::Id& recording, const std::string& path) {
    if (Query(set_path_, path, recording).run() == 0) refuse_unknown_recording();
}

void ConversationRows::set_sha256(const base::Id& recording, const std::string& sha256) {
    if (Query(set_sha256_, sha256, recording).run() == 0) refuse_unknown_recording();
}

}  // namespace library
