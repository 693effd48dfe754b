#include "library/clip_rows.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/checks.h"
#include "library/direction.h"
#include "library/guarded.h"
#include "library/owner.h"
#include "library/query.h"
#include "library/transaction.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <sstream>

namespace library {

namespace {

constexpr const char* kClipColumns =
    "id, conversation, coding, from_us, to_us, kind, title, text, author, changed_ms, revision, removed";
constexpr const char* kCommentColumns =
    "id, clip, reply_to, author, at_ms, text, spoken_us, said_again, codes, changed_ms, revision, removed";
// Keeps the row's number, which counts them.
constexpr const char* kPutClip =
    "INSERT INTO clip ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
    "coding = excluded.coding, from_us = excluded.from_us, to_us = excluded.to_us, kind = excluded.kind, "
    "title = excluded.title, text = excluded.text, changed_ms = excluded.changed_ms, revision = excluded.revision, "
    "removed = excluded.removed";
constexpr const char* kPutComment =
    "INSERT INTO comment ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
    "text = excluded.text, codes = excluded.codes, changed_ms = excluded.changed_ms, revision = excluded.revision, "
    "removed = excluded.removed";

std::string sql(const char* pattern, const char* columns) {
    return fmt::format(fmt::runtime(pattern), columns);
}

std::optional<base::Id> or_nothing(const base::Id& id) {
    return id ? std::optional(id) : std::nullopt;
}

codes::Clip clip_in(const Query& row) {
    return {row.id(0),
            row.id(1),
            row.is_null(2) ? base::Id{} : row.id(2),
            {row.time(3), row.time(4)},
            codes::clip_kind_named(row.text(5)),
            row.text(6),
            row.text(7),
            row.text(8),
            row.timestamp(9),
            row.small(10),
            row.small(11) != 0};
}

codes::Comment comment_in(const Query& row) {
    codes::Comment comment;
    comment.id = row.id(0);
    comment.clip = row.id(1);
    if (!row.is_null(2)) comment.reply_to = row.id(2);
    comment.author = row.text(3);
    comment.at = row.timestamp(4);
    comment.text = row.text(5);
    comment.spoken = row.time(6);
    if (row.small(7) != 0) comment.contribution = codes::Contribution::SaidAgain;
    std::istringstream keys(row.text(8));
    for (std::string key; keys >> key;) comment.codes.push_back(key);
    comment.changed = row.timestamp(9);
    comment.revision = row.small(10);
    comment.removed = row.small(11) != 0;
    return comment;
}

}  // namespace

int said_again(const codes::Comment& comment) {
    return comment.contribution == codes::Contribution::SaidAgain ? 1 : 0;
}

std::string codes_of(const codes::Comment& comment) {
    return fmt::format("{}", fmt::join(comment.codes, " "));
}

ClipRows::ClipRows(Connection& connection)
    : connection_(connection),
      who_(user_name()),
      conversation_(connection.database(), "SELECT 1 FROM conversation WHERE id = ? AND removed = 0"),
      conversations_(connection.database(), "SELECT id, title FROM conversation ORDER BY id"),
      clips_(connection.database(), sql("SELECT {} FROM clip WHERE conversation = ? ORDER BY id", kClipColumns)),
      clip_(connection.database(), sql("SELECT {} FROM clip WHERE id = ?", kClipColumns)),
      put_clip_(connection.database(), sql(kPutClip, kClipColumns)),
      comments_(connection.database(),
                sql("SELECT {} FROM comment WHERE clip IN (SELECT id FROM clip WHERE conversation = ?) ORDER BY id",
                    kCommentColumns)),
      comment_(connection.database(), sql("SELECT {} FROM comment WHERE id = ?", kCommentColumns)),
      put_comment_(connection.database(), sql(kPutComment, kCommentColumns)),
      sound_(connection.database(), "SELECT sound FROM comment_sound WHERE comment = ?"),
      put_sound_(connection.database(), "INSERT INTO comment_sound (comment, sound) VALUES (?, ?)"),
      soundless_(connection.database(),
                 "SELECT COUNT(*) FROM comment WHERE (spoken_us > 0) <> EXISTS (SELECT 1 FROM comment_sound "
                 "WHERE comment_sound.comment = comment.id)"),
      log_(connection.database(),
           "INSERT INTO clip_edit (conversation, who, at_ms, change, state) VALUES (?, ?, ?, ?, 0)"),
      leave_undone_(connection.database(), "UPDATE clip_edit SET state = 2 WHERE conversation = ? AND state = 1"),
      leave_all_(connection.database(), "UPDATE clip_edit SET state = 2 WHERE conversation = ? AND state <> 2"),
      newest_done_(connection.database(),
                   "SELECT number, change, at_ms, turned_ms FROM clip_edit WHERE conversation = ? AND state = 0 "
                   "ORDER BY number DESC LIMIT 1"),
      oldest_undone_(connection.database(),
                     "SELECT number, change, at_ms, turned_ms FROM clip_edit WHERE conversation = ? AND state = 1 "
                     "ORDER BY number LIMIT 1"),
      turn_(connection.database(), "UPDATE clip_edit SET state = ?, turned_ms = ? WHERE number = ?"),
      all_logged_(connection.database(),
                  "SELECT change, state FROM clip_edit WHERE conversation = ? AND state <> 2 ORDER BY number") {}

void ClipRows::in_one_go(const std::function<void()>& work) {
    guarded(connection_.path(), [&] {
        Transaction transaction(connection_.database());
        work();
        transaction.commit();
    });
}

void ClipRows::reading(const std::function<void()>& work) {
    guarded(connection_.path(), work);
}

void ClipRows::require_conversation(const base::Id& conversation) {
    if (!Query(conversation_, conversation).next()) refuse_unknown_conversation();
}

std::vector<codes::Clip> ClipRows::all_clips(const base::Id& conversation) {
    std::vector<codes::Clip> found;
    for (Query row(clips_, conversation); row.next();) found.push_back(clip_in(row));
    return found;
}

std::vector<codes::Comment> ClipRows::all_comments(const base::Id& conversation) {
    std::vector<codes::Comment> found;
    for (Query row(comments_, conversation); row.next();) found.push_back(comment_in(row));
    return found;
}

std::optional<codes::Clip> ClipRows::standing(const codes::Clip& like) {
    Query row(clip_, like.id);
    return row.next() ? std::optional(clip_in(row)) : std::nullopt;
}

std::optional<codes::Comment> ClipRows::standing(const codes::Comment& like) {
    Query row(comment_, like.id);
    return row.next() ? std::optional(comment_in(row)) : std::nullopt;
}

void ClipRows::write(const codes::Clip& clip) {
    Query(put_clip_, clip.id, clip.conversation, or_nothing(clip.coding), clip.span.from, clip.span.to,
          codes::name_of(clip.kind), clip.title, clip.text, clip.author, clip.changed, clip.revision,
          clip.removed ? 1 : 0)
        .run();
}

void ClipRows::write(const codes::Comment& comment) {
    Query(put_comment_, comment.id, comment.clip, or_nothing(comment.reply_to), comment.author, comment.at,
          comment.text, comment.spoken, said_again(comment), codes_of(comment), comment.changed, comment.revision,
          comment.removed ? 1 : 0)
        .run();
}

void ClipRows::write_sound(const base::Id& comment, const std::string& sound) {
    Query(put_sound_, comment, Blob{sound}).run();
}

std::string ClipRows::read_sound(const base::Id& comment) {
    Query row(sound_, comment);
    return row.next() ? row.text(0) : std::string();
}

void ClipRows::log(const base::Id& conversation, const ClipEdit& edit) {
    Query(leave_undone_, conversation).run();
    Query(log_, conversation, who_, base::now(), to_json(edit)).run();
}

std::optional<ClipEdit> ClipRows::logged(const base::Id& conversation, Direction direction) {
    Query row(direction == Direction::Undo ? newest_done_ : oldest_undone_, conversation);
    return row.next() ? std::optional(clip_edit_from_json(row.text(1))) : std::nullopt;
}

std::optional<base::Timestamp> ClipRows::logged_at(const base::Id& conversation, Direction direction) {
    Query row(direction == Direction::Undo ? newest_done_ : oldest_undone_, conversation);
    if (!row.next()) return {};
    return row.is_null(3) ? row.timestamp(2) : std::max(row.timestamp(2), row.timestamp(3));
}

void ClipRows::turn_logged(const base::Id& conversation, Direction direction) {
    const bool undo = direction == Direction::Undo;
    std::int64_t number = 0;
    {
        Query row(undo ? newest_done_ : oldest_undone_, conversation);
        if (!row.next()) return;
        number = row.whole(0);
    }
    Query(turn_, undo ? kUndone : kStands, base::now(), number).run();
}

void ClipRows::leave_log(const base::Id& conversation) {
    Query(leave_all_, conversation).run();
}

bool ClipRows::agrees_with_log(const base::Id& conversation) {
    std::map<base::Id, codes::Clip> clips;
    std::map<base::Id, codes::Comment> comments;
    for (Query row(all_logged_, conversation); row.next();) {
        ClipEdit edit = clip_edit_from_json(row.text(0));
        const bool is_undone = row.small(1) == kUndone;
        // Of what was undone, the oldest says what stands.
        if (is_undone) edit = turned(edit, Direction::Undo);
        for (const ClipChange& change : edit.clips)
            if (!is_undone)
                clips[change.after->id] = *change.after;
            else
                clips.try_emplace(change.after->id, *change.after);
        for (const CommentChange& change : edit.comments)
            if (!is_undone)
                comments[change.after->id] = *change.after;
            else
                comments.try_emplace(change.after->id, *change.after);
    }
    const auto stands = [&](const auto& logged) {
        return std::all_of(logged.begin(), logged.end(), [&](const auto& one) {
            const auto now = standing(one.second);
            return now && codes::says_the_same(*now, one.second);
        });
    };
    return stands(clips) && stands(comments);
}

std::vector<std::string> ClipRows::problems() {
    std::vector<std::string> problems;
    for (Query row(conversations_); row.next();) {
        bool agrees = false;
        try {
            agrees = agrees_with_log(row.id(0));
            all_clips(row.id(0));
        } catch (const base::Error&) {}  // unreadable is no agreement either
        if (!agrees)
            problems.push_back(fmt::format(
                fmt::runtime(_("Clips of “{}”: what was done to them does not lead to what stands.")), row.text(1)));
    }
    Query soundless(soundless_);
    if (soundless.next() && soundless.whole(0) > 0)
        problems.push_back(_("A spoken comment has no sound, or a typed one has."));
    return problems;
}

}  // namespace library
