// The access log as rows: `access_entry`, whose triggers let it only grow, `access_detail`, which goes with an erased
// conversation, and `access_head`.
#pragma once

#include "library/access_log.h"
#include "library/connection.h"

#include <SQLiteCpp/Statement.h>

namespace library {

void create_access_tables(SQLite::Database& database);

class AccessRows final : public AccessLog {
public:
    explicit AccessRows(Connection& connection);

    void note(AccessVerb verb, const base::Id& conversation, const std::string& detail) override;
    std::vector<AccessEntry> entries(const base::Id& conversation) override;
    AccessHead head() override;

    std::vector<std::string> files_written_from(const base::Id& conversation);
    std::vector<std::string> problems();

private:
    std::optional<AccessEntry> last();

    Connection& connection_;
    SQLite::Statement insert_, insert_detail_, set_head_, head_, last_, all_, written_, lost_details_;
};

}  // namespace library
