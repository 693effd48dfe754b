#include "library/memory_library.h"

#include "library/checks.h"

#include <algorithm>
#include <tuple>

namespace library {

namespace {

// Newest first; equal moments by id, which also sorts by time of making.
template <class T>
void sort_newest_first(std::vector<T>& values) {
    std::sort(values.begin(), values.end(),
              [](const T& a, const T& b) { return std::tie(b.created, b.id) < std::tie(a.created, a.id); });
}

}  // namespace

MemoryLibrary::Entry& MemoryLibrary::present(const base::Id& conversation) {
    const auto found = conversations_.find(conversation);
    if (found == conversations_.end() || found->second.is_removed) refuse_unknown_conversation();
    return found->second;
}

Presence MemoryLibrary::presence(const base::Id& conversation) const {
    const auto found = conversations_.find(conversation);
    if (found == conversations_.end()) return Presence::Unknown;
    return found->second.is_removed ? Presence::Removed : Presence::There;
}

Recording& MemoryLibrary::recording(const base::Id& id) {
    for (auto& [conversation, entry] : conversations_) {
        for (Recording& recording : entry.conversation.recordings) {
            if (recording.id == id) return recording;
        }
    }
    refuse_unknown_recording();
}

MemoryLibrary::KeptCoding& MemoryLibrary::kept(const base::Id& coding) {
    const auto found = codings_.find(coding);
    if (found == codings_.end()) refuse_unknown_coding();
    return found->second;
}

void MemoryLibrary::refuse_recordings_of_others(const Conversation& conversation) const {
    for (const auto& [id, entry] : conversations_) {
        if (id == conversation.id) continue;
        for (const Recording& other : entry.conversation.recordings) {
            const bool shared = std::any_of(conversation.recordings.begin(), conversation.recordings.end(),
                                            [&](const Recording& own) { return own.id == other.id; });
            if (shared) refuse_known_id();
        }
    }
}

std::vector<Conversation> MemoryLibrary::conversations() {
    std::vector<Conversation> found;
    for (const auto& [id, entry] : conversations_) {
        if (!entry.is_removed) found.push_back(entry.conversation);
    }
    sort_newest_first(found);
    return found;
}

std::optional<Conversation> MemoryLibrary::conversation(const base::Id& id) {
    const auto found = conversations_.find(id);
    if (found == conversations_.end() || found->second.is_removed) return {};
    return found->second.conversation;
}

void MemoryLibrary::add(const Conversation& conversation) {
    check(conversation);
    const bool is_erased = std::any_of(tombstones_.begin(), tombstones_.end(), [&](const Tombstone& tombstone) {
        return tombstone.conversation == conversation.id;
    });
    if (is_erased || conversations_.count(conversation.id) > 0) refuse_known_id();
    refuse_recordings_of_others(conversation);
    conversations_[conversation.id].conversation = conversation;
    conversation_log_.add({conversation.id, {ConversationVerb::Added, {}, {}}});
}

void MemoryLibrary::add(const std::vector<WholeConversation>& conversations) {
    together([&] {
        for (const WholeConversation& whole : conversations) {
            if (conversation(whole.conversation.id) != whole.conversation) {
                add(whole.conversation);
                set_turns(whole.conversation.id, whole.turns, talk::TurnSource::Transcript);
            }
            for (const codes::Coding& coding : whole.codings) add(coding);
        }
    });
}

void MemoryLibrary::together(const std::function<void()>& work) {
    const MemoryLibrary before = *this;
    try {
        work();
    } catch (...) {
        *this = before;
        throw;
    }
}

void MemoryLibrary::update(const Conversation& conversation) {
    check(conversation);
    Entry& entry = present(conversation.id);
    refuse_recordings_of_others(conversation);
    const Conversation before = entry.conversation;
    entry.conversation = merged(before, conversation);
    conversation_log_.add({conversation.id, {ConversationVerb::Changed, before, entry.conversation}});
}

void MemoryLibrary::remove(const base::Id& conversation) {
    present(conversation).is_removed = true;
    conversation_log_.add({conversation, {ConversationVerb::Removed, {}, {}}});
}

std::optional<std::string> MemoryLibrary::step_conversations(Direction direction) {
    const LoggedConversationEdit* logged = conversation_log_.next(direction);
    if (logged == nullptr) return {};
    const auto& [id, edit] = *logged;
    Entry& entry = conversations_.at(id);
    const bool undo = direction == Direction::Undo;
    if (edit.verb == ConversationVerb::Changed) {
        const Conversation& wanted = undo ? *edit.before : *edit.after;
        refuse_recordings_of_others(wanted);
        entry.conversation = merged(entry.conversation, wanted);
    } else {
        entry.is_removed = undo == (edit.verb == ConversationVerb::Added);
    }
    const std::string words = in_words(edit.verb, direction, entry.conversation.title);
    conversation_log_.turn(direction);
    return words;
}

void MemoryLibrary::remember_position(const base::Id& conversation, base::Time at) {
    present(conversation).conversation.last_position = at;
}

void MemoryLibrary::found_recording(const base::Id& id, const std::string& path) {
    check_text(path, "path");
    recording(id).path = path;
}

void MemoryLibrary::store_sha256(const base::Id& id, const std::string& sha256) {
    check_text(sha256, "SHA-256");
    recording(id).sha256 = sha256;
}

void MemoryLibrary::store_codebook(const codes::Codebook& codebook) {
    // Parsed again, as the file would: the document is what is kept.
    const codes::Codebook kept = codes::parse_codebook(codebook.json, codebook.key);
    if (const auto known = this->codebook(kept.key, kept.version)) {
        if (!same_json(known->json, kept.json)) refuse_other_codebook(kept.key, kept.version);
        return;
    }
    codebooks_.push_back(kept);
}

std::vector<codes::Codebook> MemoryLibrary::codebooks() {
    std::map<std::string, codes::Codebook> newest;
    for (const codes::Codebook& codebook : codebooks_) {
        const auto [kept, is_first] = newest.try_emplace(codebook.key, codebook);
        if (!is_first && is_older_version(kept->second.version, codebook.version)) kept->second = codebook;
    }
    std::vector<codes::Codebook> result;
    for (auto& [key, codebook] : newest) result.push_back(std::move(codebook));
    return result;
}

std::optional<codes::Codebook> MemoryLibrary::codebook(const std::string& key, const std::string& version) {
    for (const codes::Codebook& codebook : codebooks_) {
        if (codebook.key == key && codebook.version == version) return codebook;
    }
    return {};
}

std::vector<CodingSummary> MemoryLibrary::summaries(const base::Id* conversation) {
    std::vector<CodingSummary> found;
    for (const auto& [id, kept] : codings_) {
        const codes::Coding& coding = kept.coding;
        const bool wanted = conversation != nullptr ? coding.conversation == *conversation
                                                    : !conversations_.at(coding.conversation).is_removed;
        if (!wanted) continue;
        found.push_back({coding.id, coding.conversation, coding.codebook_key, coding.codebook_version, coding.coder,
                         coding.purpose, coding.created, static_cast<int>(coding.events.size()), kept.changed,
                         kept.active});
    }
    sort_newest_first(found);
    return found;
}

std::vector<CodingSummary> MemoryLibrary::codings(const base::Id& conversation) {
    return summaries(&conversation);
}

std::vector<CodingSummary> MemoryLibrary::all_codings() {
    return summaries(nullptr);
}

std::optional<codes::Coding> MemoryLibrary::coding(const base::Id& id) {
    const auto found = codings_.find(id);
    if (found == codings_.end()) return {};
    return found->second.coding;
}

void MemoryLibrary::add(const codes::Coding& coding) {
    check(coding);
    present(coding.conversation);
    if (!codebook(coding.codebook_key, coding.codebook_version)) {
        refuse_missing_codebook(coding.codebook_key, coding.codebook_version);
    }
    if (codings_.count(coding.id) > 0) refuse_known_id();
    KeptCoding& kept = codings_[coding.id];
    kept.coding.id = coding.id;
    kept.coding.conversation = coding.conversation;
    kept.coding.codebook_key = coding.codebook_key;
    kept.coding.codebook_version = coding.codebook_version;
    kept.coding.coder = coding.coder;
    kept.coding.purpose = coding.purpose;
    kept.coding.created = coding.created;
    codes::apply(kept.coding, codes::edits::begun(coding));
    kept.changed = coding.created;
}

void MemoryLibrary::apply(const base::Id& coding, const codes::Edit& edit) {
    check(edit);
    KeptCoding& standing = kept(coding);
    for (const codes::Change& change : edit.changes) {
        const auto* to = std::get_if<codes::CodebookChange>(&change);
        if (to != nullptr && !codebook(to->after.key, to->after.version))
            refuse_missing_codebook(to->after.key, to->after.version);
    }
    codes::apply(standing.coding, edit);
    standing.log.add(edit);
    standing.changed = base::now();
}

std::optional<Undone> MemoryLibrary::step(const base::Id& coding, Direction direction) {
    KeptCoding& standing = kept(coding);
    const codes::Edit* edit = standing.log.next(direction);
    if (edit == nullptr) return {};
    const Undone undone{direction == Direction::Undo ? codes::inverse(*edit) : *edit};
    codes::apply(standing.coding, undone.edit);
    standing.changed = base::now();
    standing.log.turn(direction);
    return undone;
}

bool MemoryLibrary::can_step(const base::Id& coding, Direction direction) {
    const auto found = codings_.find(coding);
    return found != codings_.end() && !found->second.log.from(direction).empty();
}

std::optional<base::Timestamp> MemoryLibrary::step_time(const base::Id& coding, Direction direction) {
    const auto found = codings_.find(coding);
    return found == codings_.end() ? std::nullopt : found->second.log.time(direction);
}

void MemoryLibrary::add_active_time(const base::Id& coding, base::Time time) {
    check_active_time(time);
    kept(coding).active += time;
}

std::vector<codes::Decision> MemoryLibrary::decisions_about(const std::string& codebook_key) {
    std::vector<const KeptCoding*> codings;
    for (const auto& [id, kept] : codings_)
        if (kept.coding.codebook_key == codebook_key) codings.push_back(&kept);
    std::sort(codings.begin(), codings.end(), [](const KeptCoding* a, const KeptCoding* b) {
        return std::tie(a->coding.created, a->coding.id) < std::tie(b->coding.created, b->coding.id);
    });
    std::vector<codes::Decision> found;
    for (const KeptCoding* kept : codings)
        for (const codes::Decision& decision : kept->coding.decisions)
            if (!decision.note.empty()) found.push_back(decision);
    return found;
}

Report MemoryLibrary::issue(const Report& report) {
    check(report);
    kept(report.coding);
    Report issued = report;
    issued.id = base::make_id();
    issued.version = 1 + static_cast<int>(reports(report.coding).size());
    if (issued.issued == base::Timestamp{}) issued.issued = base::now();
    issued.sha256 = report_sha256(report.content, report.pdf, report.html);
    reports_.push_back(issued);
    return issued;
}

void MemoryLibrary::take_in(const Report& report) {
    check_taken_in(report);
    kept(report.coding);
    int newest = 0;
    bool is_taken = false;
    for (const Report& other : reports_) {
        if (other.id == report.id) refuse_known_id();
        if (other.coding != report.coding) continue;
        newest = std::max(newest, other.version);
        is_taken = is_taken || other.version == report.version;
    }
    reports_.push_back(report);
    if (is_taken) reports_.back().version = newest + 1;
}

std::vector<Report> MemoryLibrary::reports(const base::Id& coding) {
    std::vector<Report> found;
    for (auto report = reports_.rbegin(); report != reports_.rend(); ++report) {
        if (report->coding != coding) continue;
        found.push_back(*report);
        found.back().pdf.clear();
        found.back().html.clear();
    }
    return found;
}

std::optional<Report> MemoryLibrary::report(const base::Id& id) {
    for (const Report& report : reports_) {
        if (report.id == id) return report;
    }
    return {};
}

Clips& MemoryLibrary::clips() {
    return clips_;
}

std::optional<std::string> MemoryLibrary::setting(const std::string& key) {
    const auto found = settings_.find(key);
    return found == settings_.end() ? std::nullopt : std::optional(found->second);
}

void MemoryLibrary::set_setting(const std::string& key, const std::string& value) {
    check_text(key, "setting");
    check_text(value, "setting");
    settings_[key] = value;
}

}  // namespace library
