// Conversations, their recordings, and the log of what was done to them, as rows. SQL only; each function
// that writes is one transaction.
#pragma once

#include "library/conversation_edits.h"
#include "library/library.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace library {

class ConversationRows {
public:
    explicit ConversationRows(SQLite::Database& database);

    std::vector<Conversation> all();
    std::optional<Conversation> find(const base::Id& id);  // nothing when removed
    std::map<base::Id, std::string> tag_values(const std::string& tag);
    void require(const base::Id& id);  // refuses an unknown or removed one
    void add(const Conversation& conversation);
    void update(const Conversation& conversation);
    void remove(const base::Id& id);
    std::optional<std::string> step(Direction direction);

    void remember_position(const base::Id& id, base::Time at);
    void set_path(const base::Id& recording, const std::string& path);
    void set_sha256(const base::Id& recording, const std::string& sha256);

private:
    std::optional<Conversation> read(const base::Id& id);  // removed or not
    std::vector<Recording> recordings(const base::Id& id);
    void write(const Conversation& conversation);
    void write_recordings(const Conversation& conversation);
    void log(ConversationVerb verb, const base::Id& id, const std::optional<std::string>& before,
             const std::optional<std::string>& after);

    SQLite::Database& database_;
    std::string who_;
    SQLite::Statement ids_, tags_, select_, insert_, update_, mark_removed_, set_position_;
    SQLite::Statement recordings_, insert_recording_, delete_recordings_, set_path_, set_sha256_;
    SQLite::Statement log_, leave_undone_, newest_done_, oldest_undone_, turn_edit_;
};

}  // namespace library
