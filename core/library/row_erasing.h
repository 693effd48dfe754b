// Everything that a database has of one conversation, found by following the foreign keys that lead to it, so that a
// table made later is reached too. Works on libraries of any version, and so on backups.
#pragma once

#include "base/id.h"

#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace library {

// Whose rows belong to a conversation, itself included; each after those that refer to it.
std::vector<std::string> tables_of_conversation(SQLite::Database& database);

bool has_conversation(SQLite::Database& database, const base::Id& conversation);
// The rows, removed or not, and what the index of words had of them. To be called within a transaction.
void erase_rows(SQLite::Database& database, const base::Id& conversation);
// Writes the file anew without its free pages: what was deleted is in none of them any more. Outside a transaction.
void compact(SQLite::Database& database);

}  // namespace library
