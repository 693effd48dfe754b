#include "library/turn_rows.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/direction.h"
#include "library/owner.h"
#include "library/query.h"
#include "library/search.h"
#include "library/transaction.h"
#include "library/turn_json.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace library {

namespace {

constexpr std::int64_t kRoom = 1 << 20;  // between the positions of neighbours

talk::Turn turn_in(const Query& row, int first) {
    return {{row.time(first), row.time(first + 1)},
            row.text(first + 2),
            role_named(row.text(first + 3)),
            row.text(first + 4)};
}

}  // namespace

TurnRows::TurnRows(SQLite::Database& database)
    : database_(database),
      who_(user_name()),
      all_(database, "SELECT from_us, to_us, speaker, role, text FROM turn WHERE conversation = ? ORDER BY position"),
      places_(database, "SELECT number, position FROM turn WHERE conversation = ? ORDER BY position"),
      one_(database, "SELECT from_us, to_us, speaker, role, text, words FROM turn WHERE number = ?"),
      insert_(database,
              "INSERT INTO turn (conversation, position, from_us, to_us, speaker, role, text, words) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      update_(database,
              "UPDATE turn SET from_us = ?, to_us = ?, speaker = ?, role = ?, text = ?, words = ? WHERE number = ?"),
      move_(database, "UPDATE turn SET position = ? WHERE number = ?"),
      delete_(database, "DELETE FROM turn WHERE number = ?"),
      delete_all_(database, "DELETE FROM turn WHERE conversation = ?"),
      index_(database, "INSERT INTO turn_words (rowid, words) SELECT number, words FROM turn WHERE number = ?"),
      unindex_(database,
               "INSERT INTO turn_words (turn_words, rowid, words) SELECT 'delete', number, words FROM turn "
               "WHERE number = ?"),
      unindex_all_(database,
                   "INSERT INTO turn_words (turn_words, rowid, words) SELECT 'delete', number, words FROM turn "
                   "WHERE conversation = ?"),
      search_(database,
              "SELECT turn.conversation, turn.number, turn.from_us, turn.text FROM turn_words "
              "JOIN turn ON turn.number = turn_words.rowid JOIN conversation ON conversation.id = turn.conversation "
              "WHERE turn_words MATCH ?1 AND conversation.removed = 0 AND (?2 = '' OR turn.conversation = ?2) "
              "ORDER BY conversation.created_ms DESC, conversation.id DESC, turn.position LIMIT ?3"),
      source_(database, "SELECT CASE turns WHEN 0 THEN 'none' ELSE turn_source END FROM conversation WHERE id = ?"),
      set_source_(database, "UPDATE conversation SET turn_source = ? WHERE id = ?"),
      count_(database,
             "UPDATE conversation SET turns = (SELECT COUNT(*) FROM turn WHERE conversation = ?1) WHERE id = ?1"),
      conversations_(database, "SELECT id, title, turns FROM conversation ORDER BY id"),
      log_(database, "INSERT INTO turn_edit (conversation, at_ms, who, change, state) VALUES (?, ?, ?, ?, 0)"),
      leave_undone_(database, "UPDATE turn_edit SET state = 2 WHERE conversation = ? AND state = 1"),
      leave_all_(database, "UPDATE turn_edit SET state = 2 WHERE conversation = ? AND state <> 2"),
      newest_done_(database,
                   "SELECT number, change, at_ms, turned_ms FROM turn_edit WHERE conversation = ? AND state = 0 "
                   "ORDER BY number DESC LIMIT 1"),
      oldest_undone_(database,
                     "SELECT number, change, at_ms, turned_ms FROM turn_edit WHERE conversation = ? AND state = 1 "
                     "ORDER BY number LIMIT 1"),
      turn_edit_(database, "UPDATE turn_edit SET state = ?, turned_ms = ? WHERE number = ?"),
      logged_(database, "SELECT change FROM turn_edit WHERE conversation = ? AND state = ? ORDER BY number"),
      totals_(database) {}

void TurnRows::set(const base::Id& conversation, const std::vector<talk::Turn>& turns, talk::TurnSource source) {
    Transaction transaction(database_);
    Query(unindex_all_, conversation).run();
    Query(delete_all_, conversation).run();
    std::int64_t position = 0;
    for (const talk::Turn& turn : turns) put_in(conversation, position += kRoom, turn);
    Query(count_, conversation).run();
    Query(set_source_, name_of(source), conversation).run();
    Query(leave_all_, conversation).run();
    totals_.hear_all(conversation);
    transaction.commit();
}

std::vector<talk::Turn> TurnRows::of(const base::Id& conversation) {
    std::vector<talk::Turn> found;
    for (Query row(all_, conversation); row.next();) found.push_back(turn_in(row, 0));
    return found;
}

talk::TurnSource TurnRows::source(const base::Id& conversation) {
    Query row(source_, conversation);
    return row.next() ? source_named(row.text(0)) : talk::TurnSource::None;
}

void TurnRows::put_in(const base::Id& conversation, std::int64_t position, const talk::Turn& turn) {
    Query(insert_, conversation, position, turn.span.from, turn.span.to, turn.speaker, name_of(turn.role), turn.text,
          indexed(turn.text))
        .run();
    Query(index_, std::int64_t{database_.getLastInsertRowid()}).run();
}

void TurnRows::take_out(std::int64_t number) {
    Query(unindex_, number).run();
    Query(delete_, number).run();
}

void TurnRows::put(std::int64_t number, const talk::Turn& turn) {
    Query(unindex_, number).run();
    Query(update_, turn.span.from, turn.span.to, turn.speaker, name_of(turn.role), turn.text, indexed(turn.text),
          number)
        .run();
    Query(index_, number).run();
}

std::vector<TurnRows::Place> TurnRows::places(const base::Id& conversation) {
    std::vector<Place> found;
    for (Query row(places_, conversation); row.next();) found.push_back({row.whole(0), row.whole(1)});
    return found;
}

std::optional<talk::Turn> TurnRows::turn(std::int64_t number) {
    Query row(one_, number);
    return row.next() ? std::optional(turn_in(row, 0)) : std::nullopt;
}

// A position between two neighbours; where they have none left, all are spread again.
std::int64_t TurnRows::make_room(std::vector<Place>& places, std::size_t at) {
    const auto between = [&] {
        const std::int64_t before = at > 0           ? places[at - 1].position
                                    : places.empty() ? 0
                                                     : places.front().position - 2 * kRoom;
        const std::int64_t behind = at < places.size() ? places[at].position : before + 2 * kRoom;
        return before + (behind - before) / 2;
    };
    if (at > 0 && between() == places[at - 1].position) {
        std::int64_t position = 0;
        for (Place& place : places) Query(move_, place.position = position += kRoom, place.number).run();
    }
    return between();
}

void TurnRows::write(const base::Id& conversation, std::vector<Place>& places, const talk::TurnChange& change) {
    const auto& [at, before, after] = change;
    if (before ? at >= places.size() || turn(places[at].number) != before : at > places.size())
        talk::refuse_stale_turns();
    if (before && after) {
        put(places[at].number, *after);
    } else if (before) {
        take_out(places[at].number);
        places.erase(places.begin() + static_cast<std::ptrdiff_t>(at));
    } else if (after) {
        const std::int64_t position = make_room(places, at);
        put_in(conversation, position, *after);
        places.insert(places.begin() + static_cast<std::ptrdiff_t>(at), {database_.getLastInsertRowid(), position});
    }
}

void TurnRows::write(const base::Id& conversation, const std::vector<talk::TurnChange>& changes) {
    std::vector<Place> standing = places(conversation);
    for (const talk::TurnChange& change : changes) write(conversation, standing, change);
    Query(count_, conversation).run();
    totals_.hear_all(conversation);
}

void TurnRows::change(const base::Id& conversation, const std::vector<talk::TurnChange>& changes) {
    Transaction transaction(database_);
    if (source(conversation) == talk::TurnSource::None)
        Query(set_source_, name_of(talk::TurnSource::Marked), conversation).run();
    write(conversation, changes);
    Query(leave_undone_, conversation).run();
    Query(log_, conversation, base::now(), who_, to_json(changes)).run();
    transaction.commit();
}

std::optional<std::vector<talk::TurnChange>> TurnRows::step(const base::Id& conversation, Direction direction) {
    const bool undo = direction == Direction::Undo;
    Transaction transaction(database_);
    std::int64_t number = 0;
    std::vector<talk::TurnChange> changes;
    {
        Query row(undo ? newest_done_ : oldest_undone_, conversation);
        if (!row.next()) return {};
        number = row.whole(0);
        changes = turn_changes_from_json(row.text(1));
    }
    if (undo) changes = talk::inverse(changes);
    write(conversation, changes);
    Query(turn_edit_, undo ? kUndone : kStands, base::now(), number).run();
    transaction.commit();
    return changes;
}

std::optional<base::Timestamp> TurnRows::step_time(const base::Id& conversation, Direction direction) {
    Query row(direction == Direction::Undo ? newest_done_ : oldest_undone_, conversation);
    if (!row.next()) return {};
    return row.is_null(3) ? row.timestamp(2) : std::max(row.timestamp(2), row.timestamp(3));
}

std::vector<SearchHit> TurnRows::search(const std::string& text, const base::Id& within) {
    const SearchQuery query(text);
    if (query.is_empty()) return {};
    std::vector<SearchHit> hits;
    std::vector<std::int64_t> numbers;
    for (Query row(search_, query.as_fts5(), within, static_cast<std::int64_t>(kMostHits)); row.next();) {
        const Snippet snippet = snippet_of(row.text(3), query);
        hits.push_back({row.id(0), 0, row.time(2), snippet.text, snippet.match_from, snippet.match_to});
        numbers.push_back(row.whole(1));
    }
    std::map<std::int64_t, std::size_t> index;  // of the conversation at hand: its hits stand together
    for (std::size_t i = 0; i < hits.size(); ++i) {
        if (i == 0 || hits[i].conversation != hits[i - 1].conversation) {
            index.clear();
            for (const Place& place : places(hits[i].conversation)) index.emplace(place.number, index.size());
        }
        hits[i].turn = index.at(numbers[i]);
    }
    return hits;
}

std::vector<std::vector<talk::TurnChange>> TurnRows::logged(const base::Id& conversation, int state) {
    std::vector<std::vector<talk::TurnChange>> found;
    for (Query row(logged_, conversation, state); row.next();) found.push_back(turn_changes_from_json(row.text(0)));
    return found;
}

std::string TurnRows::problem_in(const base::Id& conversation, int turns) {
    std::vector<talk::Turn> standing = of(conversation);
    if (static_cast<int>(standing.size()) != turns) return _("the number of turns does not agree");
    for (const Place& place : places(conversation)) {
        Query row(one_, place.number);
        if (row.next() && row.text(5) != indexed(row.text(4))) return _("the search index has other words");
    }
    std::vector<talk::Turn> later = standing;
    for (const auto& changes : logged(conversation, kUndone)) talk::apply(later, changes);
    const auto done = logged(conversation, kStands);
    for (auto changes = done.rbegin(); changes != done.rend(); ++changes)
        talk::apply(standing, talk::inverse(*changes));
    return {};
}

std::vector<std::string> TurnRows::problems() {
    std::vector<std::string> problems;
    for (Query row(conversations_); row.next();) {
        std::string problem;
        try {
            problem = problem_in(row.id(0), row.small(2));
        } catch (const base::Error& error) {
            problem = error.what();
        }
        if (!problem.empty())
            problems.push_back(fmt::format(fmt::runtime(_("Turns of “{}”: {}.")), row.text(1), problem));
    }
    try {
        database_.exec("INSERT INTO turn_words (turn_words, rank) VALUES ('integrity-check', 1)");
    } catch (const SQLite::Exception& error) {
        problems.push_back(
            fmt::format(fmt::runtime(_("The search index of the turns is damaged ({}).")), error.what()));
    }
    return problems;
}

void index_all_turns(SQLite::Database& database) {
    SQLite::Statement all(database, "SELECT number, text FROM turn");
    SQLite::Statement set(database, "UPDATE turn SET words = ? WHERE number = ?");
    for (Query row(all); row.next();) Query(set, indexed(row.text(1)), row.whole(0)).run();
    database.exec("INSERT INTO turn_words (turn_words) VALUES ('rebuild')");
}

}  // namespace library
