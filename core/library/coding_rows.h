// Codings, what they hold, and the log of edits, as rows. An edit reads and writes only the rows it names,
// and refuses when they are not as it expects.
#pragma once

#include "library/library.h"
#include "library/part_rows.h"
#include "library/total_rows.h"

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
    std::optional<base::Timestamp> step_time(const base::Id& id, Direction direction);
    void add_active_time(const base::Id& id, base::Time time);
    std::vector<codes::Decision> decisions_about(const std::string& codebook_key);  // those with a note
    // Takes each coding back to its beginning, edit by edit, and says where that fails.
    std::vector<std::string> problems();

private:
    std::optional<codes::Sources> sources_of(const base::Id& coding);
    static std::vector<CodingSummary> summaries(Query& row);
    void write(const base::Id& coding, const codes::EventChange& change) { events_.write(coding, change); }
    void write(const base::Id& coding, const codes::UtteranceChange& change) { utterances_.write(coding, change); }
    void write(const base::Id& coding, const codes::TickChange& change) { ticks_.write(coding, change); }
    void write(const base::Id& coding, const codes::PhaseChange& change) { phases_.write(coding, change); }
    void write(const base::Id& coding, const codes::DecisionChange& change) { decisions_.write(coding, change); }
    void write(const base::Id& coding, const codes::RatingChange& change);
    void write(const base::Id& coding, const codes::EvidenceChange& change);
    void write(const base::Id& coding, const codes::FeedbackChange& change);
    void write(const base::Id& coding, const codes::SegmentChange& change);
    void write(const base::Id& coding, const codes::CodebookChange& change);
    void write(const base::Id& coding, const codes::SourcesChange& change);
    void write(const base::Id& coding, const codes::PurposeChange& change);
    void write(const base::Id& coding, const codes::Edit& edit, base::Timestamp at);
    void require_codebooks(const codes::Edit& edit);
    std::vector<codes::Edit> edits(const base::Id& id, int state);

    SQLite::Database& database_;
    SQLite::Statement of_, all_, ids_, select_, insert_, touch_, set_feedback_, set_segment_, add_active_,
        set_codebook_, has_codebook_;
    PartRows<codes::Event> events_;
    PartRows<codes::Utterance> utterances_;
    PartRows<codes::Tick> ticks_;
    PartRows<codes::PhaseMark> phases_;
    PartRows<codes::Decision> decisions_;
    SQLite::Statement ratings_, rating_, set_rating_, delete_rating_;
    SQLite::Statement sources_, set_sources_, delete_sources_, set_purpose_, decisions_with_notes_;
    SQLite::Statement evidence_, is_tied_, tie_, untie_, lost_evidence_;
    SQLite::Statement log_, leave_undone_, newest_done_, oldest_undone_, turn_edit_, edits_;
    TotalRows totals_;
};

}  // namespace library
