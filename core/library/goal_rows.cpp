#include "library/goal_rows.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/checks.h"
#include "library/guarded.h"
#include "library/query.h"
#include "library/transaction.h"

#include <fmt/format.h>

namespace library {

GoalRows::GoalRows(Connection& connection)
    : connection_(connection),
      all_(connection.database(),
           "SELECT content FROM goal JOIN conversation ON conversation.id = goal.conversation WHERE goal.removed = 0 "
           "AND conversation.removed = 0 ORDER BY goal.id"),
      of_(connection.database(), "SELECT content FROM goal WHERE conversation = ? ORDER BY id"),
      one_(connection.database(), "SELECT content FROM goal WHERE id = ?"),
      write_(connection.database(),
             "INSERT INTO goal (id, conversation, revision, removed, content) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) "
             "DO UPDATE SET revision = excluded.revision, removed = excluded.removed, content = excluded.content"),
      has_conversation_(connection.database(), "SELECT 1 FROM conversation WHERE id = ?"),
      kept_(connection.database(),
            "SELECT goal.id, goal.conversation, goal.revision, content, title FROM goal JOIN conversation ON "
            "conversation.id = goal.conversation ORDER BY goal.id") {}

std::vector<codes::Goal> GoalRows::all() {
    return guarded(connection_.path(), [&] {
        std::vector<codes::Goal> found;
        for (Query row(all_); row.next();) found.push_back(codes::goal_from_json(row.text(0)));
        return found;
    });
}

std::vector<codes::Goal> GoalRows::everything(const base::Id& conversation) {
    return guarded(connection_.path(), [&] {
        std::vector<codes::Goal> found;
        for (Query row(of_, conversation); row.next();) found.push_back(codes::goal_from_json(row.text(0)));
        return found;
    });
}

void GoalRows::in_one_go(const std::function<void()>& work) {
    guarded(connection_.path(), [&] {
        Transaction transaction(connection_.database());
        work();
        transaction.commit();
    });
}

std::optional<codes::Goal> GoalRows::standing(const base::Id& goal) {
    Query row(one_, goal);
    return row.next() ? std::optional(codes::goal_from_json(row.text(0))) : std::nullopt;
}

void GoalRows::write(const codes::Goal& goal) {
    if (Query row(has_conversation_, goal.conversation); !row.next()) refuse_unknown_conversation();
    Query(write_, goal.id, goal.conversation, goal.revision, goal.removed ? 1 : 0, codes::to_json(goal)).run();
}

void create_goal_tables(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE goal (
    id           TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    conversation TEXT NOT NULL REFERENCES conversation (id),
    revision     INTEGER NOT NULL CHECK (revision > 0),
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1)),
    content      TEXT NOT NULL
) STRICT;
CREATE INDEX goal_of_conversation ON goal (conversation);
)sql");
}

std::vector<std::string> GoalRows::problems() {
    std::vector<std::string> problems;
    for (Query row(kept_); row.next();) {
        bool is_whole = false;
        try {
            const codes::Goal kept = codes::goal_from_json(row.text(3));
            codes::check(kept);
            is_whole = kept.id == row.id(0) && kept.conversation == row.id(1) && kept.revision == row.small(2);
        } catch (const base::Error&) {}  // said below
        if (!is_whole)
            problems.push_back(
                fmt::format(fmt::runtime(_("A goal of “{}” cannot be read, or belongs elsewhere.")), row.text(4)));
    }
    return problems;
}

}  // namespace library
