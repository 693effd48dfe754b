// Chosen days of retention as rows: `retention`.
#pragma once

#include "library/connection.h"
#include "library/retention.h"

#include <SQLiteCpp/Statement.h>

namespace library {

void create_retention_tables(SQLite::Database& database);

class RetentionRows final : public Retention {
public:
    explicit RetentionRows(Connection& connection);

    std::map<base::Id, std::string> chosen() override;
    void choose(const base::Id& conversation, const std::optional<std::string>& day) override;

private:
    Connection& connection_;
    SQLite::Statement all_, set_, clear_;
};

}  // namespace library
