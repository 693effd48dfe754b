#include "library/milestone_rows.h"

#include "library/checks.h"
#include "library/query.h"

namespace library {

namespace {

constexpr const char* kCoaching = "coaching";
constexpr const char* kTraining = "training";

}  // namespace

MilestoneRows::MilestoneRows(SQLite::Database& database)
    : all_(database, "SELECT id, kind, date, person, text FROM milestone WHERE removed = 0 ORDER BY date, id"),
      insert_(database, "INSERT INTO milestone (id, kind, date, person, text, removed) VALUES (?, ?, ?, ?, ?, 0)"),
      mark_removed_(database, "UPDATE milestone SET removed = ? WHERE id = ?") {}

std::vector<Milestone> MilestoneRows::all() {
    std::vector<Milestone> found;
    for (Query row(all_); row.next();) {
        const auto kind = row.text(1) == kCoaching ? MilestoneKind::Coaching : MilestoneKind::Training;
        found.push_back({row.id(0), kind, row.text(2), row.text(3), row.text(4)});
    }
    return found;
}

void MilestoneRows::add(const Milestone& milestone) {
    Query(insert_, milestone.id, milestone.kind == MilestoneKind::Coaching ? kCoaching : kTraining, milestone.date,
          milestone.person, milestone.text)
        .run();
}

void MilestoneRows::set_removed(const base::Id& id, bool removed) {
    if (Query(mark_removed_, removed ? 1 : 0, id).run() == 0) refuse_unknown_milestone();
}

}  // namespace library
