// Clips, their comments and what was done to them, as rows.
#pragma once

#include "library/connection.h"
#include "library/kept_clips.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace library {

class ClipRows final : public KeptClips {
public:
    explicit ClipRows(Connection& connection);

    // Where the log does not lead to what stands, and spoken comments without their sound.
    std::vector<std::string> problems();

private:
    void in_one_go(const std::function<void()>& work) override;
    void reading(const std::function<void()>& work) override;
    void require_conversation(const base::Id& conversation) override;
    std::vector<codes::Clip> all_clips(const base::Id& conversation) override;
    std::vector<codes::Comment> all_comments(const base::Id& conversation) override;
    std::optional<codes::Clip> standing(const codes::Clip& like) override;
    std::optional<codes::Comment> standing(const codes::Comment& like) override;
    void write(const codes::Clip& clip) override;
    void write(const codes::Comment& comment) override;
    void write_sound(const base::Id& comment, const std::string& sound) override;
    std::string read_sound(const base::Id& comment) override;
    void log(const base::Id& conversation, const ClipEdit& edit) override;
    std::optional<ClipEdit> logged(const base::Id& conversation, Direction direction) override;
    std::optional<base::Timestamp> logged_at(const base::Id& conversation, Direction direction) override;
    void turn_logged(const base::Id& conversation, Direction direction) override;
    void leave_log(const base::Id& conversation) override;
    bool agrees_with_log(const base::Id& conversation);

    Connection& connection_;
    std::string who_;
    SQLite::Statement conversation_, conversations_;
    SQLite::Statement clips_, clip_, put_clip_;
    SQLite::Statement comments_, comment_, put_comment_;
    SQLite::Statement sound_, put_sound_, soundless_;
    SQLite::Statement log_, leave_undone_, leave_all_, newest_done_, oldest_undone_, turn_, all_logged_;
};

// How they stand in the columns of those names.
int said_again(const codes::Comment& comment);
std::string codes_of(const codes::Comment& comment);

// Its tables, in version 5 of the library.
void create_clip_tables(SQLite::Database& database);
// After a salvage: clips and comments that are missing and stand in the log come back; a comment whose clip is lost
// gets a bare one.
void mend_clips(SQLite::Database& database);

}  // namespace library
