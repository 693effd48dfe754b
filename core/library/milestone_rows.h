// Trainings and coachings with their dates, as rows.
#pragma once

#include "library/library.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace library {

class MilestoneRows {
public:
    explicit MilestoneRows(SQLite::Database& database);

    std::vector<Milestone> all();  // by date, without the removed
    void add(const Milestone& milestone);
    void set_removed(const base::Id& id, bool removed);

private:
    SQLite::Statement all_, insert_, mark_removed_;
};

}  // namespace library
