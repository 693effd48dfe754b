// The trainees' own views, as rows.
#pragma once

#include "library/reviews.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <functional>

namespace library {

void create_review_tables(SQLite::Database& database);

class ReviewRows final : public Reviews {
public:
    // Does the work, and says what SQLite has to say against it as a base::Error.
    using Guard = std::function<void(const std::function<void()>& work)>;

    ReviewRows(SQLite::Database& database, Guard guard);

    std::optional<codes::Review> of(const base::Id& conversation) override;
    std::vector<codes::Review> all() override;
    codes::Review put(const codes::Review& review) override;
    bool take_in(const codes::Review& review) override;

private:
    std::optional<codes::Review> find(const base::Id& id);
    void write(const codes::Review& review);

    SQLite::Database& database_;
    Guard guard_;
    SQLite::Statement of_, all_, find_, write_, has_conversation_;
};

}  // namespace library
