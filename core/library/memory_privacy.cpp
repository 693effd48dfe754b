#include "library/memory_privacy.h"

#include "library/checks.h"
#include "library/memory_library.h"

namespace library {

void MemoryAccessLog::note(AccessVerb verb, const base::Id& conversation, const std::string& detail) {
    entries_.push_back(
        next_entry(entries_.empty() ? std::nullopt : std::optional(entries_.back()), verb, conversation, detail));
}

std::vector<AccessEntry> MemoryAccessLog::entries(const base::Id& conversation) {
    std::vector<AccessEntry> found;
    for (const AccessEntry& entry : entries_)
        if (!conversation || entry.conversation == conversation.text || (entry.conversation.empty() && !found.empty()))
            found.push_back(entry);
    return found;
}

AccessHead MemoryAccessLog::head() {
    return entries_.empty() ? AccessHead{} : AccessHead{entries_.back().number, entries_.back().hash};
}

void MemoryAccessLog::forget_details(const base::Id& conversation) {
    for (AccessEntry& entry : entries_) {
        if (entry.conversation != conversation.text) continue;
        entry.detail.reset();
        entry.salt.clear();
    }
}

void MemoryRetention::choose(const base::Id& conversation, const std::optional<std::string>& day) {
    if (day)
        chosen_[conversation] = *day;
    else
        chosen_.erase(conversation);
}

WhatGoes MemoryLibrary::what_goes(const base::Id& conversation) {
    const auto found = conversations_.find(conversation);
    if (found == conversations_.end()) refuse_unknown_conversation();
    WhatGoes goes;
    goes.turns = static_cast<int>(found->second.turns.size());
    goes.clips = static_cast<int>(clips_.of(conversation).size());
    for (const auto& [id, kept] : codings_) {
        if (kept.coding.conversation != conversation) continue;
        ++goes.codings;
        goes.reports += static_cast<int>(reports(id).size());
    }
    for (const Recording& recording : found->second.conversation.recordings) goes.other_files.push_back(recording.path);
    for (const AccessEntry& entry : access_log_.entries(conversation))
        if ((entry.verb == name_of(AccessVerb::Exported) || entry.verb == name_of(AccessVerb::Shared)) && entry.detail)
            goes.gone_out.push_back(*entry.detail);
    return goes;
}

void MemoryLibrary::erase(const base::Id& conversation, ErasureReason reason, const std::vector<std::string>& files) {
    static_cast<void>(files);  // this library has no files
    if (conversations_.erase(conversation) == 0) refuse_unknown_conversation();
    const auto is_of_it = [&](const base::Id& coding) {
        const auto found = codings_.find(coding);
        return found != codings_.end() && found->second.coding.conversation == conversation;
    };
    std::erase_if(reports_, [&](const Report& report) { return is_of_it(report.coding); });
    std::erase_if(codings_, [&](const auto& kept) { return kept.second.coding.conversation == conversation; });
    conversation_log_.forget([&](const LoggedConversationEdit& edit) { return edit.conversation == conversation; });
    clips_.forget(conversation);
    goals_.forget(conversation);
    reviews_.forget(conversation);
    consents_.remove(conversation);
    retention_.choose(conversation, {});
    access_log_.note(AccessVerb::Erased, conversation, {});
    access_log_.forget_details(conversation);
    tombstones_.push_back({conversation, base::now(), reason});
}

}  // namespace library
