// What each coding adds up to, as a row beside it: written by the same transaction as what it counts, and made from
// that anew, so that it cannot drift away from it.
#pragma once

#include "library/library.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace library {

class TotalRows {
public:
    explicit TotalRows(SQLite::Database& database);

    void begin(const base::Id& coding);           // its row; before anything is counted
    void count(const base::Id& coding);           // after its events or its segment changed
    void hear(const base::Id& coding);            // after its segment changed
    void hear_all(const base::Id& conversation);  // after its turns changed
    codes::CountedCodings of(const std::string& codebook_key);
    std::vector<std::string> problems();  // codings whose row says something else than what it counts

private:
    struct Heard {
        std::optional<base::Time> professional, client;

        bool operator==(const Heard&) const = default;
    };
    std::string counted(const base::Id& coding);
    Heard heard(const base::Id& coding);

    SQLite::Statement begin_, counts_, set_counts_, segment_, turns_, set_heard_, codings_, all_, ratings_, kept_;
};

// Every coding's row, made anew.
void count_all_codings(SQLite::Database& database);

}  // namespace library
