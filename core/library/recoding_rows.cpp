#include "library/recoding_rows.h"

#include "library/checks.h"
#include "library/guarded.h"
#include "library/library.h"
#include "library/query.h"
#include "library/transaction.h"

namespace library {

namespace {

constexpr const char* kDone = "done";
constexpr const char* kGivenUp = "given_up";

RecodingState state_named(const std::string& name) {
    if (name == kDone) return RecodingState::Done;
    return name == kGivenUp ? RecodingState::GivenUp : RecodingState::UnderWay;
}

}  // namespace

void create_recoding_tables(SQLite::Database& database) {
    database.exec(R"sql(
        CREATE TABLE recoding (
            coding   TEXT PRIMARY KEY NOT NULL REFERENCES coding (id),
            earlier  TEXT NOT NULL REFERENCES coding (id) CHECK (earlier <> coding),
            state    TEXT NOT NULL CHECK (state IN ('under_way', 'done', 'given_up')),
            ended_ms INTEGER CHECK ((ended_ms IS NULL) = (state = 'under_way'))
        ) STRICT, WITHOUT ROWID;)sql");
}

RecodingRows::RecodingRows(Connection& connection, Library& library)
    : connection_(connection),
      library_(library),
      all_(connection.database(),
           "SELECT recoding.coding, earlier, coding.conversation, state, ended_ms FROM recoding "
           "JOIN coding ON coding.id = recoding.coding JOIN conversation ON conversation.id = coding.conversation "
           "WHERE removed = 0 ORDER BY coding.created_ms, coding.id"),
      begin_(connection.database(), "INSERT INTO recoding (coding, earlier, state) VALUES (?, ?, 'under_way')"),
      end_(connection.database(),
           "UPDATE recoding SET state = ?, ended_ms = ? WHERE coding = ? AND state = 'under_way'"),
      done_(connection.database(), "SELECT 1 FROM recoding WHERE coding = ? AND state = 'done'") {}

std::vector<Recoding> RecodingRows::all() {
    return guarded(connection_.path(), [&] {
        std::vector<Recoding> found;
        for (Query row(all_); row.next();) {
            Recoding& recoding = found.emplace_back();
            recoding.coding = row.id(0);
            recoding.earlier = row.id(1);
            recoding.conversation = row.id(2);
            recoding.state = state_named(row.text(3));
            if (!row.is_null(4)) recoding.ended = row.timestamp(4);
        }
        return found;
    });
}

codes::Coding RecodingRows::begin(const base::Id& earlier) {
    const auto before = library_.coding(earlier);
    if (!before) refuse_unknown_coding();
    if (under_way(all(), before->conversation) != nullptr) refuse_second_recoding();
    return guarded(connection_.path(), [&] {
        Transaction transaction(connection_.database());
        const codes::Coding coding = begun_like(*before);
        library_.add(coding);
        Query(begin_, coding.id, earlier).run();
        transaction.commit();
        return coding;
    });
}

void RecodingRows::end(const base::Id& coding, RecodingState how) {
    if (how == RecodingState::UnderWay) refuse_ended_recoding();
    guarded(connection_.path(), [&] {
        if (Query(end_, how == RecodingState::Done ? kDone : kGivenUp, base::now(), coding).run() == 0)
            refuse_ended_recoding();
    });
}

bool RecodingRows::is_done(const base::Id& coding) {
    return Query(done_, coding).next();
}

}  // namespace library
