// Consents as rows: `consent`, one for each conversation that has one.
#pragma once

#include "library/connection.h"
#include "library/consents.h"

#include <SQLiteCpp/Statement.h>

namespace library {

void create_consent_tables(SQLite::Database& database);

class ConsentRows final : public Consents {
public:
    explicit ConsentRows(Connection& connection);

    std::optional<Consent> of(const base::Id& conversation) override;
    std::string form(const base::Id& conversation) override;
    Consent record(const Consent& consent, const std::string& form) override;
    void remove(const base::Id& conversation) override;

private:
    std::optional<Consent> read(const base::Id& conversation);

    Connection& connection_;
    SQLite::Statement select_, form_, put_, remove_, is_there_;
};

}  // namespace library
