// Codings, their events and ratings, and the log of edits, as rows. An edit reads and writes only the rows it names,
// and refuses when they are not as it expects.
#pragma once

#include "library/library.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace library {

class Query;

class CodingRows {
public:
    explicit CodingRows(SQLite::Database& database);

    std::vector<CodingSummary> of(const base::Id& conversation);
    std::vector<CodingSummary> all();  // without those of removed conversations
    std::optional<codes::Coding> find(const base::Id& id);
    void require(const base::Id& id);
    void add(const codes::Coding& coding);  // conversation and codebook are there
    void apply(const base::Id& id, const codes::Edit& edit);
    std::optional<Undone> step(const base::Id& id, Direction direction);
    bool can_step(const base::Id& id, Direction direction);
    // Takes each coding back to its beginning, edit by edit, and says where that fails.
    std::vector<std::string> problems();

private:
    static std::vector<CodingSummary> summaries(Query& row);
    std::vector<codes::Event> events(const base::Id& id);
    std::optional<codes::Event> event(const base::Id& coding, const base::Id& id);
    void write(const base::Id& coding, const codes::EventChange& change);
    void write(const base::Id& coding, const codes::RatingChange& change);
    void write(const base::Id& coding, const codes::FeedbackChange& change);
    void write(const base::Id& coding, const codes::CodebookChange& change);
    void write(const base::Id& coding, const codes::Edit& edit);
    void require_codebooks(const codes::Edit& edit);
    std::vector<codes::Edit> edits(const base::Id& id, int state);

    SQLite::Database& database_;
    SQLite::Statement of_, all_, ids_, select_, insert_, touch_, set_feedback_, set_codebook_, has_codebook_;
    SQLite::Statement events_, event_, insert_event_, update_event_, delete_event_;
    SQLite::Statement ratings_, rating_, set_rating_, delete_rating_;
    SQLite::Statement log_, leave_undone_, newest_done_, oldest_undone_, turn_edit_, edits_;
};

}  // namespace library
