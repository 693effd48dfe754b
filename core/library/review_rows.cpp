#include "library/review_rows.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/checks.h"
#include "library/guarded.h"
#include "library/query.h"
#include "library/transaction.h"

#include <fmt/format.h>

namespace library {

void create_review_tables(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE review (
    id           TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    conversation TEXT NOT NULL REFERENCES conversation (id),
    revision     INTEGER NOT NULL CHECK (revision > 0),
    changed_ms   INTEGER NOT NULL,
    trainee      TEXT NOT NULL,
    content      TEXT NOT NULL
) STRICT;
CREATE INDEX review_of_conversation ON review (conversation, id);
)sql");
}

ReviewRows::ReviewRows(Connection& connection)
    : connection_(connection),
      of_(connection.database(),
          "SELECT content FROM review JOIN conversation ON conversation.id = review.conversation WHERE "
          "review.conversation = ? AND removed = 0 ORDER BY review.id DESC LIMIT 1"),
      all_(connection.database(),
           "SELECT content FROM review JOIN conversation ON conversation.id = review.conversation WHERE removed = 0 "
           "AND NOT EXISTS (SELECT 1 FROM review AS later WHERE later.conversation = review.conversation AND later.id "
           "> review.id) ORDER BY review.id"),
      everything_(connection.database(), "SELECT content FROM review WHERE conversation = ? ORDER BY id"),
      find_(connection.database(), "SELECT content FROM review WHERE id = ?"),
      write_(connection.database(),
             "INSERT INTO review (id, conversation, revision, changed_ms, trainee, content) VALUES (?, ?, ?, ?, ?, ?) "
             "ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, changed_ms = excluded.changed_ms, trainee = "
             "excluded.trainee, content = excluded.content"),
      has_conversation_(connection.database(), "SELECT 1 FROM conversation WHERE id = ?"),
      kept_(connection.database(),
            "SELECT review.id, review.conversation, review.revision, content, title FROM review JOIN conversation ON "
            "conversation.id = review.conversation ORDER BY review.id") {}

std::optional<codes::Review> ReviewRows::of(const base::Id& conversation) {
    return guarded(connection_.path(), [&] {
        Query row(of_, conversation);
        return row.next() ? std::optional(codes::review_from_json(row.text(0))) : std::nullopt;
    });
}

std::vector<codes::Review> ReviewRows::all() {
    return guarded(connection_.path(), [&] {
        std::vector<codes::Review> found;
        for (Query row(all_); row.next();) found.push_back(codes::review_from_json(row.text(0)));
        return found;
    });
}

std::vector<codes::Review> ReviewRows::everything(const base::Id& conversation) {
    return guarded(connection_.path(), [&] {
        std::vector<codes::Review> found;
        for (Query row(everything_, conversation); row.next();) found.push_back(codes::review_from_json(row.text(0)));
        return found;
    });
}

std::optional<codes::Review> ReviewRows::find(const base::Id& id) {
    Query row(find_, id);
    return row.next() ? std::optional(codes::review_from_json(row.text(0))) : std::nullopt;
}

void ReviewRows::write(const codes::Review& review) {
    if (Query row(has_conversation_, review.conversation); !row.next()) refuse_unknown_conversation();
    Query(write_, review.id, review.conversation, review.revision, review.changed, review.trainee,
          codes::to_json(review))
        .run();
}

codes::Review ReviewRows::put(const codes::Review& review) {
    check(review);
    return guarded(connection_.path(), [&] {
        Transaction transaction(connection_.database());
        const auto before = find(review.id);
        if (before && before->conversation != review.conversation) refuse_known_id();
        codes::Review kept = review;
        kept.revision = (before ? before->revision : 0) + 1;
        kept.changed = base::now();
        write(kept);
        transaction.commit();
        return kept;
    });
}

bool ReviewRows::take_in(const codes::Review& review) {
    check(review);
    return guarded(connection_.path(), [&] {
        Transaction transaction(connection_.database());
        const auto here = find(review.id);
        if (here && here->conversation != review.conversation) refuse_known_id();
        const bool is_new = !here || is_later(review, *here);
        if (is_new) write(review);
        transaction.commit();
        return is_new;
    });
}

std::vector<std::string> ReviewRows::problems() {
    std::vector<std::string> problems;
    for (Query row(kept_); row.next();) {
        bool is_whole = false;
        try {
            const codes::Review kept = codes::review_from_json(row.text(3));
            library::check(kept);
            is_whole = kept.id == row.id(0) && kept.conversation == row.id(1) && kept.revision == row.small(2);
        } catch (const base::Error&) {}  // said below
        if (!is_whole)
            problems.push_back(
                fmt::format(fmt::runtime(_("An own view of “{}” cannot be read, or belongs elsewhere.")), row.text(4)));
    }
    return problems;
}

}  // namespace library
