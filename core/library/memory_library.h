// The library as plain values in memory: the model that tests compare SqliteLibrary with, and the window's tests' own.
#pragma once

#include "library/conversation_edits.h"
#include "library/library.h"
#include "library/memory_clips.h"
#include "library/memory_consents.h"
#include "library/memory_goals.h"
#include "library/memory_log.h"
#include "library/memory_people.h"
#include "library/memory_privacy.h"
#include "library/memory_reviews.h"

#include <map>
#include <vector>

namespace library {

class MemoryLibrary : public Library, private Erasures {
public:
    MemoryLibrary() = default;
    ~MemoryLibrary() override = default;
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
    Goals& goals() override { return goals_; }
    void together(const std::function<void()>& work) override;
    People& people() override { return people_; }
    PackageLog& package_log() override { return package_log_; }
    Reviews& reviews() override { return reviews_; }
    std::optional<std::string> setting(const std::string& key) override;
    void set_setting(const std::string& key, const std::string& value) override;
    Consents& consents() override { return consents_; }
    Retention& retention() override { return retention_; }
    AccessLog& access_log() override { return access_log_; }
    Erasures& erasures() override { return *this; }

private:
    WhatGoes what_goes(const base::Id& conversation) override;
    void erase(const base::Id& conversation, ErasureReason reason, const std::vector<std::string>& files) override;
    std::vector<Tombstone> tombstones() override { return tombstones_; }

    struct LoggedConversationEdit {
        base::Id conversation;
        ConversationEdit edit;
    };
    struct Entry {
        Conversation conversation;
        bool is_removed = false;
        std::vector<talk::Turn> turns;
        talk::TurnSource source = talk::TurnSource::None;
        MemoryLog<std::vector<talk::TurnChange>> turn_log;
    };
    struct KeptCoding {
        codes::Coding coding;
        base::Timestamp changed;
        base::Time active;
        MemoryLog<codes::Edit> log;
    };

    // Only to go back to how it was: its parts know this library, not the copy.
    MemoryLibrary(const MemoryLibrary&) = default;
    MemoryLibrary& operator=(const MemoryLibrary&) = default;

    Entry& present(const base::Id& conversation);
    Presence presence(const base::Id& conversation) const;
    Recording& recording(const base::Id& id);
    KeptCoding& kept(const base::Id& coding);
    void refuse_recordings_of_others(const Conversation& conversation) const;
    std::vector<CodingSummary> summaries(const base::Id* conversation);

    std::map<base::Id, Entry> conversations_;
    MemoryLog<LoggedConversationEdit> conversation_log_;
    std::vector<codes::Codebook> codebooks_;
    std::map<base::Id, KeptCoding> codings_;
    MemoryGoals goals_{[this](const base::Id& conversation) { return presence(conversation); }};
    MemoryClips clips_{[this](const base::Id& conversation) { present(conversation); }};
    std::map<base::Id, std::pair<Milestone, bool>> milestones_;  // and whether it was removed
    std::vector<Report> reports_;                                // in the order of issue
    MemoryReviews reviews_{[this](const base::Id& conversation) { return presence(conversation); }};
    std::map<std::string, std::string> settings_;
    MemoryConsents consents_;
    MemoryRetention retention_;
    MemoryAccessLog access_log_;
    std::vector<Tombstone> tombstones_;
    MemoryPeople people_;
    MemoryPackageLog package_log_;
};

}  // namespace library
