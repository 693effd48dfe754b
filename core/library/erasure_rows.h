// Erasing conversations from a library in a file: its rows, its index, its journal, its backups and its own files.
#pragma once

#include "library/access_rows.h"
#include "library/connection.h"
#include "library/erasures.h"

#include <SQLiteCpp/Statement.h>

namespace library {

void create_erasure_tables(SQLite::Database& database);

class ErasureRows final : public Erasures {
public:
    ErasureRows(Connection& connection, AccessRows& log);

    // At every opening: what was interrupted, and what the lists beside an older copy say, is done now. Returns what
    // could not be done, in words.
    std::vector<std::string> catch_up();

    WhatGoes what_goes(const base::Id& conversation) override;
    void erase(const base::Id& conversation, ErasureReason reason, const std::vector<std::string>& files) override;
    std::vector<Tombstone> tombstones() override;
    bool is_erased(const base::Id& conversation);

private:
    int count(const char* sql, const base::Id& conversation);
    std::vector<std::string> recordings_of(const base::Id& conversation);
    void take_rows(const Tombstone& tombstone, const std::vector<std::string>& files);
    void finish();
    std::vector<std::string> delete_files();  // those that could not be
    static std::vector<Tombstone> read(SQLite::Statement& statement);

    Connection& connection_;
    AccessRows& log_;
    SQLite::Statement bury_, all_, is_erased_, unfinished_, finished_, remember_file_, files_, forget_file_;
};

}  // namespace library
