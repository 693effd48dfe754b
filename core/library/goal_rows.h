// Goals, as rows.
#pragma once

#include "library/connection.h"
#include "library/kept_goals.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace library {

class GoalRows final : public KeptGoals {
public:
    explicit GoalRows(Connection& connection);

    std::vector<codes::Goal> all() override;
    std::vector<codes::Goal> everything(const base::Id& conversation) override;
    std::vector<std::string> problems();  // rows that say something else than what they hold

private:
    void in_one_go(const std::function<void()>& work) override;
    std::optional<codes::Goal> standing(const base::Id& goal) override;
    void write(const codes::Goal& goal) override;

    Connection& connection_;
    SQLite::Statement all_, of_, one_, write_, has_conversation_, kept_;
};

// Its table, in version 5 of the library.
void create_goal_tables(SQLite::Database& database);

}  // namespace library
