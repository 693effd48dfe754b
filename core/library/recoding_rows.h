// Re-codings as rows: `recoding`, one for each coding that is one.
#pragma once

#include "library/connection.h"
#include "library/recodings.h"

#include <SQLiteCpp/Statement.h>

namespace library {

class Library;

void create_recoding_tables(SQLite::Database& database);

class RecodingRows final : public Recodings {
public:
    RecodingRows(Connection& connection, Library& library);

    std::vector<Recoding> all() override;
    codes::Coding begin(const base::Id& earlier) override;
    void end(const base::Id& coding, RecodingState how) override;
    bool is_done(const base::Id& coding);

private:
    Connection& connection_;
    Library& library_;  // whose codings these are
    SQLite::Statement all_, begin_, end_, done_;
};

}  // namespace library
