// A library of which rows are missing, made whole enough to work with: what refers to a lost row gets one, and codes
// that the log of edits tells of come back.
#pragma once

#include <cstdint>
#include <string>

namespace SQLite {
class Database;
}

namespace library {

std::int64_t rows_in(SQLite::Database& database, const std::string& table);
// How many more there were, going by the rows that are there; 0 where nothing tells.
std::int64_t rows_missing(SQLite::Database& database, const std::string& table);

void mend(SQLite::Database& database);

}  // namespace library
