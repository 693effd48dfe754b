// The library's tables, and how an older file becomes a newer one. The only place with CREATE TABLE.
#pragma once

#include <vector>

namespace SQLite {
class Database;
}

namespace library {

inline constexpr int kApplicationId = 0x54626B6C;  // "Tbkl", in the file's header

// One step forward, from version `to - 1`. Runs inside the migration's transaction.
struct Migration {
    int to;
    void (*run)(SQLite::Database& database);
};

struct Schema {
    int version;                                 // after all steps
    void (*create)(SQLite::Database& database);  // the first version, in an empty file
    std::vector<Migration> steps;                // ascending, without gaps
};

const Schema& current_schema();

// The version a library file has; 0 for an empty file.
int version_of(SQLite::Database& database);
// The first version and all steps in one transaction, with the file's marks: a new file has the tables of an old one.
void create_tables(SQLite::Database& database, const Schema& schema);
// All steps from the file's version on in one transaction: the file has the new version, or the old one untouched.
void migrate(SQLite::Database& database, const Schema& schema);

}  // namespace library
