// All of it is written, or nothing. One that begins inside another is part of that.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <optional>
#include <sqlite3.h>

namespace library {

class Transaction {
public:
    explicit Transaction(SQLite::Database& database) {
        if (sqlite3_get_autocommit(database.getHandle()) != 0)
            outermost_.emplace(database, SQLite::TransactionBehavior::IMMEDIATE);
    }
    void commit() {
        if (outermost_) outermost_->commit();
    }

private:
    std::optional<SQLite::Transaction> outermost_;  // rolls back unless committed
};

}  // namespace library
