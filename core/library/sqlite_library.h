// The library as one SQLite file, `*.terugblik`. One exclusive connection; each edit one durable transaction.
#pragma once

#include "library/library.h"

#include <memory>
#include <string>
#include <vector>

namespace library {

struct Schema;

enum class OpenMode { OpenOrCreate, MustExist };

class SqliteLibrary final : public Library {
public:
    // Checks, migrates (after a backup) and opens. Throws base::Error that says what is wrong and what can be done:
    // in use by another program (who, since when), not a library, newer version, damaged, read-only, disk full.
    // Damaged or foreign files are left as they are. Makes today's backup when there is none yet.
    explicit SqliteLibrary(const std::string& path, OpenMode mode = OpenMode::OpenOrCreate);
    SqliteLibrary(const std::string& path, OpenMode mode, const Schema& schema);  // for tests of migration
    ~SqliteLibrary() override;

    const std::string& path() const;
    // What the coach should know although the library opened, e.g. that it lies on a network drive.
    const std::vector<std::string>& warnings() const;

    // Everything that integrity needs: quick_check, foreign keys, codings rebuilt from their edits, report hashes.
    std::vector<std::string> problems();
    // A whole copy while in use, through SQLite's backup API. Throws base::Error; leaves no half file and replaces
    // none.
    void backup(const std::string& path);
    // Keeps the newest few backups beside the library, at most one per day.
    void rotate_backups();

    std::vector<Conversation> conversations() override;
    std::optional<Conversation> conversation(const base::Id& id) override;
    void add(const Conversation& conversation) override;
    void add(const std::vector<WholeConversation>& conversations) override;
    void update(const Conversation& conversation) override;
    void remove(const base::Id& conversation) override;
    std::optional<std::string> step_conversations(Direction direction) override;
    void remember_position(const base::Id& conversation, base::Time at) override;
    void found_recording(const base::Id& recording, const std::string& path) override;
    void store_sha256(const base::Id& recording, const std::string& sha256) override;
    void set_turns(const base::Id& conversation, const std::vector<talk::Turn>& turns,
                   talk::TurnSource source) override;
    std::vector<talk::Turn> turns(const base::Id& conversation) override;
    talk::TurnSource turn_source(const base::Id& conversation) override;
    void change_turns(const base::Id& conversation, const std::vector<talk::TurnChange>& changes) override;
    std::optional<std::vector<talk::TurnChange>> step_turns(const base::Id& conversation, Direction direction) override;
    std::optional<base::Timestamp> turns_step_time(const base::Id& conversation, Direction direction) override;
    std::vector<SearchHit> search(const std::string& text, const base::Id& within) override;
    void store_codebook(const codes::Codebook& codebook) override;
    std::vector<codes::Codebook> codebooks() override;
    std::optional<codes::Codebook> codebook(const std::string& key, const std::string& version) override;
    std::vector<CodingSummary> codings(const base::Id& conversation) override;
    std::vector<CodingSummary> all_codings() override;
    std::optional<codes::Coding> coding(const base::Id& id) override;
    void add(const codes::Coding& coding) override;
    void apply(const base::Id& coding, const codes::Edit& edit) override;
    std::optional<Undone> step(const base::Id& coding, Direction direction) override;
    bool can_step(const base::Id& coding, Direction direction) override;
    std::optional<base::Timestamp> step_time(const base::Id& coding, Direction direction) override;
    void add_active_time(const base::Id& coding, base::Time time) override;
    std::vector<codes::Decision> decisions_about(const std::string& codebook_key) override;
    codes::CountedCodings counted_codings(const std::string& codebook_key) override;
    std::map<base::Id, std::string> tag_values(const std::string& tag) override;
    std::vector<Milestone> milestones() override;
    void add(const Milestone& milestone) override;
    void remove_milestone(const base::Id& id) override;
    void restore_milestone(const base::Id& id) override;
    Report issue(const Report& report) override;
    void take_in(const Report& report) override;
    std::vector<Report> reports(const base::Id& coding) override;
    std::optional<Report> report(const base::Id& id) override;
    Clips& clips() override;
    Goals& goals() override;
    void together(const std::function<void()>& work) override;
    People& people() override;
    PackageLog& package_log() override;
    Reviews& reviews() override;
    std::optional<std::string> setting(const std::string& key) override;
    void set_setting(const std::string& key, const std::string& value) override;
    Consents& consents() override;
    Retention& retention() override;
    AccessLog& access_log() override;
    Erasures& erasures() override;
    std::vector<std::string> guarded_files() override;  // also recordings of removed conversations, which may come back

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace library
