// Turns, their corrections and the index of their words, as rows. A correction writes only the rows it names.
#pragma once

#include "library/library.h"
#include "library/total_rows.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace library {

class TurnRows {
public:
    explicit TurnRows(SQLite::Database& database);

    void set(const base::Id& conversation, const std::vector<talk::Turn>& turns, talk::TurnSource source);
    std::vector<talk::Turn> of(const base::Id& conversation);
    talk::TurnSource source(const base::Id& conversation);
    void change(const base::Id& conversation, const std::vector<talk::TurnChange>& changes);
    std::optional<std::vector<talk::TurnChange>> step(const base::Id& conversation, Direction direction);
    std::optional<base::Timestamp> step_time(const base::Id& conversation, Direction direction);
    std::vector<SearchHit> search(const std::string& text, const base::Id& within);
    // Where the number of turns, the log or the index does not agree with the turns.
    std::vector<std::string> problems();

private:
    // A turn's row: its number, and what it is sorted by, which leaves room between neighbours.
    struct Place {
        std::int64_t number = 0;
        std::int64_t position = 0;
    };

    std::vector<Place> places(const base::Id& conversation);
    std::optional<talk::Turn> turn(std::int64_t number);
    void write(const base::Id& conversation, const std::vector<talk::TurnChange>& changes);
    void write(const base::Id& conversation, std::vector<Place>& places, const talk::TurnChange& change);
    void put_in(const base::Id& conversation, std::int64_t position, const talk::Turn& turn);
    void take_out(std::int64_t number);
    void put(std::int64_t number, const talk::Turn& turn);
    std::int64_t make_room(std::vector<Place>& places, std::size_t at);
    std::size_t index_of(const base::Id& conversation, std::int64_t number);
    std::string problem_in(const base::Id& conversation, int turns);
    std::vector<std::vector<talk::TurnChange>> logged(const base::Id& conversation, int state);

    SQLite::Database& database_;
    std::string who_;
    SQLite::Statement all_, places_, one_, insert_, update_, move_, delete_, delete_all_;
    SQLite::Statement index_, unindex_, unindex_all_, search_;
    SQLite::Statement source_, set_source_, count_, conversations_;
    SQLite::Statement log_, leave_undone_, leave_all_, newest_done_, oldest_undone_, turn_edit_, logged_;
    TotalRows totals_;
};

// The words of all turns anew, and their index: after a migration or a salvage.
void index_all_turns(SQLite::Database& database);

}  // namespace library
