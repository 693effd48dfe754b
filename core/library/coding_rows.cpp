#include "library/coding_rows.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "library/checks.h"
#include "library/direction.h"
#include "library/query.h"
#include "library/transaction.h"

#include <fmt/format.h>

namespace library {

namespace {

// A fingerprint of what a coding holds, to tell at any later time that undoing everything leads back to it.
std::string sha256_of(const codes::Coding& coding) {
    return base::sha256(codes::to_json(codes::edits::begun(coding)));
}

// Columns from `first` on: segment_from_us, segment_to_us, segment_seed. The seed's 64 bits are kept as they are.
std::optional<codes::Segment> segment_in(const Query& row, int first) {
    if (row.is_null(first)) return {};
    codes::Segment segment{{row.time(first), row.time(first + 1)}, {}};
    if (!row.is_null(first + 2)) segment.seed = static_cast<std::uint64_t>(row.whole(first + 2));
    return segment;
}

// How many events the coding has more after the edit.
int growth(const codes::Edit& edit) {
    int more = 0;
    for (const codes::Change& change : edit.changes) {
        const auto* event = std::get_if<codes::EventChange>(&change);
        if (event != nullptr)
            more += static_cast<int>(event->after.has_value()) - static_cast<int>(event->before.has_value());
    }
    return more;
}

template <class T>
bool has_change(const codes::Edit& edit) {
    return std::any_of(edit.changes.begin(), edit.changes.end(),
                       [](const codes::Change& change) { return std::holds_alternative<T>(change); });
}

constexpr const char* kSummary =
    "SELECT coding.id, conversation, codebook_key, codebook_version, coder, purpose, coding.created_ms, events, "
    "changed_ms, active_us FROM coding ";

}  // namespace

CodingRows::CodingRows(SQLite::Database& database)
    : database_(database),
      of_(database, std::string(kSummary) + "WHERE conversation = ? ORDER BY coding.created_ms DESC, coding.id DESC"),
      all_(database, std::string(kSummary) +
                         "JOIN conversation ON conversation.id = coding.conversation WHERE conversation.removed = 0 "
                         "ORDER BY coding.created_ms DESC, coding.id DESC"),
      ids_(database, "SELECT id, beginning_sha256, events FROM coding ORDER BY id"),
      select_(database,
              "SELECT conversation, codebook_key, codebook_version, coder, purpose, created_ms, feedback, "
              "segment_from_us, segment_to_us, segment_seed FROM coding WHERE id = ?"),
      insert_(database,
              "INSERT INTO coding (id, conversation, codebook_key, codebook_version, coder, purpose, created_ms, "
              "changed_ms, events, feedback, beginning_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      touch_(database, "UPDATE coding SET events = events + ?, changed_ms = ? WHERE id = ?"),
      set_feedback_(database, "UPDATE coding SET feedback = ? WHERE id = ?"),
      set_segment_(database, "UPDATE coding SET segment_from_us = ?, segment_to_us = ?, segment_seed = ? WHERE id = ?"),
      add_active_(database, "UPDATE coding SET active_us = active_us + ? WHERE id = ?"),
      set_codebook_(database, "UPDATE coding SET codebook_key = ?, codebook_version = ? WHERE id = ?"),
      has_codebook_(database, "SELECT 1 FROM codebook WHERE key = ? AND version = ?"),
      events_(database),
      utterances_(database),
      ticks_(database),
      phases_(database),
      decisions_(database),
      ratings_(database, "SELECT rating, value FROM rating WHERE coding = ? ORDER BY rating"),
      rating_(database, "SELECT value FROM rating WHERE coding = ? AND rating = ?"),
      set_rating_(database,
                  "INSERT INTO rating (coding, rating, value) VALUES (?, ?, ?) "
                  "ON CONFLICT (coding, rating) DO UPDATE SET value = excluded.value"),
      delete_rating_(database, "DELETE FROM rating WHERE coding = ? AND rating = ?"),
      sources_(database, "SELECT first, second, tolerance_us FROM sources WHERE coding = ?"),
      set_sources_(database,
                   "INSERT OR REPLACE INTO sources (coding, first, second, tolerance_us) VALUES (?, ?, ?, ?)"),
      delete_sources_(database, "DELETE FROM sources WHERE coding = ?"),
      set_purpose_(database, "UPDATE coding SET purpose = ? WHERE id = ?"),
      decisions_with_notes_(database,
                            std::string("SELECT ") + Part<codes::Decision>::kColumns +
                                " FROM decision JOIN coding ON coding.id = decision.coding WHERE codebook_key = ? AND "
                                "decision.note <> '' ORDER BY coding.created_ms, coding.id, first, second"),
      evidence_(database, "SELECT rating, event FROM evidence WHERE coding = ? ORDER BY rating, event"),
      is_tied_(database, "SELECT 1 FROM evidence WHERE coding = ? AND event = ? AND rating = ?"),
      tie_(database, "INSERT INTO evidence (coding, event, rating) VALUES (?, ?, ?)"),
      untie_(database, "DELETE FROM evidence WHERE coding = ? AND event = ? AND rating = ?"),
      lost_evidence_(database,
                     "SELECT 1 FROM evidence LEFT JOIN event ON event.coding = evidence.coding AND event.id = "
                     "evidence.event WHERE evidence.coding = ? AND event.id IS NULL"),
      log_(database,
           "INSERT INTO edit (coding, at_ms, who, what, change, state) "
           "SELECT id, ?, coder, ?, ?, 0 FROM coding WHERE id = ?"),
      leave_undone_(database, "UPDATE edit SET state = 2 WHERE coding = ? AND state = 1"),
      newest_done_(database,
                   "SELECT number, change, at_ms, turned_ms FROM edit WHERE coding = ? AND state = 0 ORDER BY number "
                   "DESC LIMIT 1"),
      oldest_undone_(
          database,
          "SELECT number, change, at_ms, turned_ms FROM edit WHERE coding = ? AND state = 1 ORDER BY number LIMIT 1"),
      turn_edit_(database, "UPDATE edit SET state = ?, turned_ms = ? WHERE number = ?"),
      edits_(database, "SELECT change FROM edit WHERE coding = ? AND state = ? ORDER BY number"),
      totals_(database) {}

std::vector<CodingSummary> CodingRows::of(const base::Id& conversation) {
    Query row(of_, conversation);
    return summaries(row);
}

std::vector<CodingSummary> CodingRows::all() {
    Query row(all_);
    return summaries(row);
}

std::vector<CodingSummary> CodingRows::summaries(Query& row) {
    std::vector<CodingSummary> found;
    while (row.next()) {
        found.push_back({row.id(0), row.id(1), row.text(2), row.text(3), row.text(4), codes::purpose_named(row.text(5)),
                         row.timestamp(6), row.small(7), row.timestamp(8), row.time(9)});
    }
    return found;
}

std::optional<codes::Coding> CodingRows::find(const base::Id& id) {
    codes::Coding coding;
    {
        Query row(select_, id);
        if (!row.next()) return {};
        coding.id = id;
        coding.conversation = row.id(0);
        coding.codebook_key = row.text(1);
        coding.codebook_version = row.text(2);
        coding.coder = row.text(3);
        coding.purpose = codes::purpose_named(row.text(4));
        coding.created = row.timestamp(5);
        coding.feedback = codes::feedback_from_json(row.text(6));
        coding.segment = segment_in(row, 7);
    }
    coding.events = events_.of(id);
    coding.utterances = utterances_.of(id);
    coding.ticks = ticks_.of(id);
    coding.phases = phases_.of(id);
    coding.sources = sources_of(id);
    coding.decisions = decisions_.of(id);
    for (Query row(ratings_, id); row.next();) coding.ratings[row.text(0)] = row.small(1);
    for (Query row(evidence_, id); row.next();) coding.evidence[row.text(0)].push_back(row.id(1));
    return coding;
}

void CodingRows::require(const base::Id& id) {
    if (!Query(select_, id).next()) refuse_unknown_coding();
}

void CodingRows::add(const codes::Coding& coding) {
    Transaction transaction(database_);
    if (Query(select_, coding.id).next()) refuse_known_id();
    codes::Coding sorted;
    codes::apply(sorted, codes::edits::begun(coding));
    Query(insert_, coding.id, coding.conversation, coding.codebook_key, coding.codebook_version, coding.coder,
          codes::name_of(coding.purpose), coding.created, coding.created, 0, codes::to_json(codes::Feedback{}),
          sha256_of(sorted))
        .run();
    totals_.begin(coding.id);
    write(coding.id, codes::edits::begun(sorted), coding.created);
    totals_.hear(coding.id);
    transaction.commit();
}

void CodingRows::write(const base::Id& coding, const codes::RatingChange& change) {
    std::optional<int> standing;
    {
        Query row(rating_, coding, change.rating);
        if (row.next()) standing = row.small(0);
    }
    if (standing != change.before) codes::refuse_stale_edit();
    if (change.after) {
        Query(set_rating_, coding, change.rating, *change.after).run();
    } else {
        Query(delete_rating_, coding, change.rating).run();
    }
}

void CodingRows::write(const base::Id& coding, const codes::FeedbackChange& change) {
    {
        Query row(select_, coding);
        if (!row.next() || codes::feedback_from_json(row.text(6)) != change.before) codes::refuse_stale_edit();
    }
    Query(set_feedback_, codes::to_json(change.after), coding).run();
}

void CodingRows::write(const base::Id& coding, const codes::EvidenceChange& change) {
    if (Query(is_tied_, coding, change.event, change.rating).next() != change.before) codes::refuse_stale_edit();
    if (change.before != change.after) Query(change.after ? tie_ : untie_, coding, change.event, change.rating).run();
}

void CodingRows::write(const base::Id& coding, const codes::SegmentChange& change) {
    {
        Query row(select_, coding);
        if (!row.next() || segment_in(row, 7) != change.before) codes::refuse_stale_edit();
    }
    if (!change.after) {
        Query(set_segment_, std::optional<base::Time>(), std::optional<base::Time>(), std::optional<std::int64_t>(),
              coding)
            .run();
        return;
    }
    codes::check(*change.after);
    const auto& [span, seed] = *change.after;
    Query(set_segment_, span.from, span.to,
          seed ? std::optional(static_cast<std::int64_t>(*seed)) : std::optional<std::int64_t>(), coding)
        .run();
}

void CodingRows::write(const base::Id& coding, const codes::CodebookChange& change) {
    {
        Query row(select_, coding);
        if (!row.next() || codes::CodebookName{row.text(1), row.text(2)} != change.before) codes::refuse_stale_edit();
    }
    Query(set_codebook_, change.after.key, change.after.version, coding).run();
}

std::optional<codes::Sources> CodingRows::sources_of(const base::Id& coding) {
    Query row(sources_, coding);
    if (!row.next()) return {};
    return codes::Sources{row.id(0), row.id(1), row.time(2)};
}

void CodingRows::write(const base::Id& coding, const codes::SourcesChange& change) {
    if (sources_of(coding) != change.before) codes::refuse_stale_edit();
    if (!change.after) {
        Query(delete_sources_, coding).run();
        return;
    }
    codes::check(*change.after);
    Query(set_sources_, coding, change.after->first, change.after->second, change.after->tolerance).run();
}

void CodingRows::write(const base::Id& coding, const codes::PurposeChange& change) {
    {
        Query row(select_, coding);
        if (!row.next() || codes::purpose_named(row.text(4)) != change.before) codes::refuse_stale_edit();
    }
    Query(set_purpose_, codes::name_of(change.after), coding).run();
}

std::vector<codes::Decision> CodingRows::decisions_about(const std::string& codebook_key) {
    std::vector<codes::Decision> found;
    for (Query row(decisions_with_notes_, codebook_key); row.next();) found.push_back(Part<codes::Decision>::read(row));
    return found;
}

void CodingRows::write(const base::Id& coding, const codes::Edit& edit, base::Timestamp at) {
    for (const codes::Change& change : edit.changes) {
        std::visit([&](const auto& one) { write(coding, one); }, change);
    }
    if (Query(lost_evidence_, coding).next()) codes::refuse_lost_evidence();
    Query(touch_, growth(edit), at, coding).run();
    if (has_change<codes::EventChange>(edit) || has_change<codes::SegmentChange>(edit)) totals_.count(coding);
    if (has_change<codes::SegmentChange>(edit)) totals_.hear(coding);
}

void CodingRows::require_codebooks(const codes::Edit& edit) {
    for (const codes::Change& change : edit.changes) {
        const auto* to = std::get_if<codes::CodebookChange>(&change);
        if (to != nullptr && !Query(has_codebook_, to->after.key, to->after.version).next())
            refuse_missing_codebook(to->after.key, to->after.version);
    }
}

void CodingRows::apply(const base::Id& id, const codes::Edit& edit) {
    Transaction transaction(database_);
    require(id);
    require_codebooks(edit);
    write(id, edit, base::now());
    Query(leave_undone_, id).run();
    Query(log_, base::now(), edit.what, codes::to_json(edit), id).run();
    transaction.commit();
}

std::optional<Undone> CodingRows::step(const base::Id& id, Direction direction) {
    const bool undo = direction == Direction::Undo;
    Transaction transaction(database_);
    require(id);
    std::int64_t number = 0;
    Undone undone;
    {
        Query row(undo ? newest_done_ : oldest_undone_, id);
        if (!row.next()) return {};
        number = row.whole(0);
        undone.edit = codes::edit_from_json(row.text(1));
    }
    if (undo) undone.edit = codes::inverse(undone.edit);
    write(id, undone.edit, base::now());
    Query(turn_edit_, undo ? kUndone : kStands, base::now(), number).run();
    transaction.commit();
    return undone;
}

bool CodingRows::can_step(const base::Id& id, Direction direction) {
    return Query(direction == Direction::Undo ? newest_done_ : oldest_undone_, id).next();
}

std::optional<base::Timestamp> CodingRows::step_time(const base::Id& id, Direction direction) {
    Query row(direction == Direction::Undo ? newest_done_ : oldest_undone_, id);
    if (!row.next()) return {};
    return row.is_null(3) ? row.timestamp(2) : std::max(row.timestamp(2), row.timestamp(3));
}

void CodingRows::add_active_time(const base::Id& id, base::Time time) {
    if (Query(add_active_, time, id).run() == 0) refuse_unknown_coding();
}

std::vector<codes::Edit> CodingRows::edits(const base::Id& id, int state) {
    std::vector<codes::Edit> found;
    for (Query row(edits_, id, state); row.next();) found.push_back(codes::edit_from_json(row.text(0)));
    return found;
}

std::vector<std::string> CodingRows::problems() {
    std::vector<std::string> problems;
    for (Query row(ids_); row.next();) {
        const base::Id id = row.id(0);
        try {
            codes::Coding coding = *find(id);
            if (static_cast<int>(coding.events.size()) != row.small(2)) {
                problems.push_back(
                    fmt::format(fmt::runtime(_("Coding {}: the number of events does not agree.")), id.text));
            }
            codes::Coding later = coding;
            for (const codes::Edit& edit : edits(id, kUndone)) codes::apply(later, edit);
            const std::vector<codes::Edit> done = edits(id, kStands);
            for (auto edit = done.rbegin(); edit != done.rend(); ++edit) codes::apply(coding, codes::inverse(*edit));
            if (sha256_of(coding) != row.text(1)) {
                problems.push_back(fmt::format(
                    fmt::runtime(_("Coding {}: undoing every edit does not lead back to its beginning.")), id.text));
            }
        } catch (const base::Error& error) {
            problems.push_back(fmt::format(fmt::runtime(_("Coding {}: its edits do not lead to what it holds ({}).")),
                                           id.text, error.what()));
        }
    }
    return problems;
}

}  // namespace library
