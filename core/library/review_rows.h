// The trainees' own views, as rows.
#pragma once

#include "library/connection.h"
#include "library/reviews.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace library {

void create_review_tables(SQLite::Database& database);

class ReviewRows final : public Reviews {
public:
    explicit ReviewRows(Connection& connection);

    std::optional<codes::Review> of(const base::Id& conversation) override;
    std::vector<codes::Review> all() override;
    std::vector<codes::Review> everything(const base::Id& conversation) override;
    codes::Review put(const codes::Review& review) override;
    bool take_in(const codes::Review& review) override;
    std::vector<std::string> problems();  // rows that say something else than what they hold

private:
    std::optional<codes::Review> find(const base::Id& id);
    void write(const codes::Review& review);

    Connection& connection_;
    SQLite::Statement of_, all_, everything_, find_, write_, has_conversation_, kept_;
};

}  // namespace library
