// Every use of the database goes through here, so that whatever SQLite says reaches the coach in her words.
#pragma once

#include "library/checks.h"
#include "library/connection.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <string>

namespace library {

template <class Work>
auto guarded(const std::string& path, Work work) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        const int code = error.getExtendedErrorCode();
        if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE) refuse_known_id();
        throw explained(path, error);
    }
}

}  // namespace library
