// The library in the field's words: conversations, recordings, codings, reports, settings. Every change is durable when
// the call returns. SqliteLibrary keeps it in one file; MemoryLibrary is the model that tests compare it with.
// UI thread only. Every function throws base::Error with the library's file name when the disk refuses.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "codes/coding.h"
#include "codes/edits.h"
#include "codes/totals.h"
#include "library/access_log.h"
#include "library/clips.h"
#include "library/consents.h"
#include "library/direction.h"
#include "library/erasures.h"
#include "library/goals.h"
#include "library/package_log.h"
#include "library/people.h"
#include "library/retention.h"
#include "library/reviews.h"
#include "talk/turn.h"
#include "talk/turn_changes.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace library {

enum class Kind { Practice, RolePlay, Real };  // oefengesprek, rollenspel, praktijkgesprek

// One media file of a conversation. The file stays where it is; the library knows how to recognise it.
struct Recording {
    base::Id id;
    std::string path;         // absolute
    std::int64_t size = 0;    // bytes
    std::string fingerprint;  // base::fast_fingerprint
    std::string sha256;       // empty until computed in the background
    base::Time duration;
    base::Time offset;  // where it starts in the conversation
    std::string role;   // "main", "audio" (one person's sound), ...
    std::string label;  // e.g. whose sound it is

    bool operator==(const Recording&) const = default;
};

struct Conversation {
    base::Id id;
    std::string title;
    std::string trainee;
    std::string date;  // ISO 8601, day or moment
    Kind kind = Kind::Practice;
    std::string language;  // "nl", "en"
    std::string change_goal;
    std::string remarks;
    std::vector<Recording> recordings;        // the first is the one that plays
    std::map<std::string, std::string> tags;  // columns of imported data
    base::Timestamp created;
    base::Time last_position;  // where the coach was

    bool operator==(const Conversation&) const = default;
};

// A conversation with all that other people made of it.
struct WholeConversation {
    Conversation conversation;
    std::vector<talk::Turn> turns;
    std::vector<codes::Coding> codings;
};

struct CodingSummary {
    base::Id id;
    base::Id conversation;
    std::string codebook_key, codebook_version, coder;
    codes::Purpose purpose = codes::Purpose::Feedback;
    base::Timestamp created;
    int events = 0;
    base::Timestamp changed;
    base::Time active = {};  // how long the coder really worked on it
};

// A date that may have changed how somebody works.
enum class MilestoneKind { Training, Coaching };
struct Milestone {
    base::Id id;
    MilestoneKind kind = MilestoneKind::Training;
    std::string date;    // ISO 8601, a day
    std::string person;  // the trainee; empty: everyone
    std::string text;

    bool operator==(const Milestone&) const = default;
};

// A frozen report: what it says never changes once issued.
struct Report {
    base::Id id;
    base::Id coding;
    int version = 1;       // counts per coding
    std::string language;  // "nl", "en"
    base::Timestamp issued;
    std::string content;  // report::Report as JSON
    std::string pdf;      // bytes
    std::string html;
    std::string sha256;  // report_sha256 of content, pdf and html
};

// The fingerprint of an issued report: SHA-256 over the three SHA-256s in hexadecimal, of content, pdf and html, each
// followed by a line end (docs/library.md).
std::string report_sha256(const std::string& content, const std::string& pdf, const std::string& html);

// A turn that search() found.
struct SearchHit {
    base::Id conversation;
    std::size_t turn = 0;  // its place in turns()
    base::Time when;
    std::string snippet;         // one line of it
    std::size_t match_from = 0;  // bytes of the snippet
    std::size_t match_to = 0;

    bool operator==(const SearchHit&) const = default;
};
inline constexpr std::size_t kMostHits = 500;

// What undo or redo just did, so that whoever shows the coding can do the same to their copy.
struct Undone {
    codes::Edit edit;  // already turned round for undo: apply it as it is
};

class Library {
public:
    virtual ~Library() = default;

    // Conversations. Removing keeps everything and can be undone; the recording itself is never touched.
    // Ids are never used twice, not even those of removed conversations. A text that is not UTF-8 is refused.
    virtual std::vector<Conversation> conversations() = 0;  // newest (created) first, without the removed
    virtual std::optional<Conversation> conversation(const base::Id& id) = 0;  // nothing when removed
    virtual void add(const Conversation& conversation) = 0;
    // Adds them all, or nothing. Their turns are a transcript; their codebooks must be stored first. A conversation
    // that is in the library as it is gets the codings only.
    virtual void add(const std::vector<WholeConversation>& conversations) = 0;
    // Leaves alone what has a function of its own: created, last_position, and path and sha256 of known recordings.
    virtual void update(const Conversation& conversation) = 0;
    virtual void remove(const base::Id& conversation) = 0;
    // Adding, updating and removing of conversations, in turn. Returns what was undone, in words, or nothing.
    virtual std::optional<std::string> step_conversations(Direction direction) = 0;
    // Not edits: they happen by themselves and are not undone.
    virtual void remember_position(const base::Id& conversation, base::Time at) = 0;
    virtual void found_recording(const base::Id& recording, const std::string& path) = 0;
    virtual void store_sha256(const base::Id& recording, const std::string& sha256) = 0;

    // Turns. Setting them takes the place of all there were, with their corrections; what changes them after that is
    // undone in turn, apart from the edits of codings. Turns that are only ever changed were marked by hand.
    virtual void set_turns(const base::Id& conversation, const std::vector<talk::Turn>& turns,
                           talk::TurnSource source) = 0;
    virtual std::vector<talk::Turn> turns(const base::Id& conversation) = 0;
    virtual talk::TurnSource turn_source(const base::Id& conversation) = 0;  // None without turns
    virtual void change_turns(const base::Id& conversation, const std::vector<talk::TurnChange>& changes) = 0;
    // Returns what it did, already turned round for undo, or nothing.
    virtual std::optional<std::vector<talk::TurnChange>> step_turns(const base::Id& conversation,
                                                                    Direction direction) = 0;
    virtual std::optional<base::Timestamp> turns_step_time(const base::Id& conversation, Direction direction) = 0;
    // Turns with all these words (in quotation marks: one after the other), whatever their accents and capitals; the
    // last word may be a beginning. Newest conversation first, at most kMostHits. Within one conversation, or {}: all.
    virtual std::vector<SearchHit> search(const std::string& text, const base::Id& within) = 0;

    // Codebooks as the codings use them: one row per key and version, never changed.
    virtual void store_codebook(const codes::Codebook& codebook) = 0;
    virtual std::vector<codes::Codebook> codebooks() = 0;  // newest version of each key
    virtual std::optional<codes::Codebook> codebook(const std::string& key, const std::string& version) = 0;

    // Codings.
    virtual std::vector<CodingSummary> codings(const base::Id& conversation) = 0;  // newest first
    virtual std::vector<CodingSummary> all_codings() = 0;
    virtual std::optional<codes::Coding> coding(const base::Id& id) = 0;
    virtual void add(const codes::Coding& coding) = 0;  // its codebook must be stored first
    virtual void apply(const base::Id& coding, const codes::Edit& edit) = 0;
    virtual std::optional<Undone> step(const base::Id& coding, Direction direction) = 0;
    virtual bool can_step(const base::Id& coding, Direction direction) = 0;
    // When what undo (or redo) would turn now was last done (or undone); nothing when there is nothing to turn. Of this
    // and turns_step_time(), the later one is the one to turn.
    virtual std::optional<base::Timestamp> step_time(const base::Id& coding, Direction direction) = 0;
    virtual void add_active_time(const base::Id& coding, base::Time time) = 0;  // not an edit
    // The decisions with a note that were taken with any version of this codebook, oldest consensus first.
    virtual std::vector<codes::Decision> decisions_about(const std::string& codebook_key) = 0;

    // Over time: all codings by this codebook as what they add up to, by id, without reading their events; not those of
    // removed conversations.
    virtual codes::CountedCodings counted_codings(const std::string& codebook_key) = 0;
    // What the conversations that have this tag say for it.
    virtual std::map<base::Id, std::string> tag_values(const std::string& tag) = 0;
    virtual std::vector<Milestone> milestones() = 0;  // by date, without the removed
    virtual void add(const Milestone& milestone) = 0;
    virtual void remove_milestone(const base::Id& id) = 0;
    virtual void restore_milestone(const base::Id& id) = 0;

    // Reports.
    virtual Report issue(const Report& report) = 0;  // gives version, id, sha256, and `issued` where it is 0
    // One that another library issued, as it is; its version goes on counting where that one is taken.
    virtual void take_in(const Report& report) = 0;
    virtual std::vector<Report> reports(const base::Id& coding) = 0;  // without pdf and html, newest first
    virtual std::optional<Report> report(const base::Id& id) = 0;

    virtual Clips& clips() = 0;
    virtual Goals& goals() = 0;
    // What belongs to other people, and what came from them; each a store of its own.
    virtual People& people() = 0;
    virtual PackageLog& package_log() = 0;
    // All that `work` does to this library, or nothing where it throws.
    virtual void together(const std::function<void()>& work) = 0;
    virtual Reviews& reviews() = 0;  // the trainees' own views

    // Settings of this library and its user: keymap, reaction time, theme, language.
    virtual std::optional<std::string> setting(const std::string& key) = 0;
    virtual void set_setting(const std::string& key, const std::string& value) = 0;

    // Matters with an interface of their own.
    virtual Consents& consents() = 0;
    virtual Retention& retention() = 0;
    virtual AccessLog& access_log() = 0;
    virtual Erasures& erasures() = 0;

    // What no export may take the place of: every recording, and the library's own files where it has any.
    virtual std::vector<std::string> guarded_files();
};

}  // namespace library
