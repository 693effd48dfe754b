#include "library/access_log.h"

#include "base/hash.h"
#include "base/i18n.h"
#include "library/owner.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace library {

namespace {

constexpr std::array<std::pair<AccessVerb, const char*>, 9> kVerbs = {{{AccessVerb::Opened, "opened"},
                                                                       {AccessVerb::Played, "played"},
                                                                       {AccessVerb::Issued, "issued"},
                                                                       {AccessVerb::Exported, "exported"},
                                                                       {AccessVerb::Shared, "shared"},
                                                                       {AccessVerb::BackedUp, "backed_up"},
                                                                       {AccessVerb::Consented, "consented"},
                                                                       {AccessVerb::Kept, "kept"},
                                                                       {AccessVerb::Erased, "erased"}}};

// With its length in front, so that no two lists of fields read the same.
std::string field(const std::string& text) {
    return fmt::format("{}:{}", text.size(), text);
}

std::string problem(const char* text, std::int64_t number) {
    return fmt::format(fmt::runtime(text), number);
}

}  // namespace

const char* name_of(AccessVerb verb) {
    for (const auto& [each, name] : kVerbs)
        if (each == verb) return name;
    return "";
}

std::optional<AccessVerb> access_verb_named(const std::string& name) {
    for (const auto& [verb, each] : kVerbs)
        if (name == each) return verb;
    return {};
}

std::string in_words(AccessVerb verb) {
    switch (verb) {
        case AccessVerb::Opened:
            return _("opened");
        case AccessVerb::Played:
            return _("played");
        case AccessVerb::Issued:
            return _("issued a report");
        case AccessVerb::Exported:
            return _("wrote a file from it");
        case AccessVerb::Shared:
            return _("shared in a package");
        case AccessVerb::BackedUp:
            return _("copied the whole library");
        case AccessVerb::Consented:
            return _("wrote down consent");
        case AccessVerb::Kept:
            return _("changed how long it is kept");
        case AccessVerb::Erased:
            break;
    }
    return _("erased");
}

std::string hash_of(const AccessEntry& entry) {
    return base::sha256(field(std::to_string(entry.number)) + field(std::to_string(entry.at.milliseconds)) +
                        field(entry.who) + field(entry.verb) + field(entry.conversation) + field(entry.detail_sha256) +
                        field(entry.before));
}

std::string digest_of(const std::string& salt, const std::string& detail) {
    return base::sha256(field(salt) + field(detail));
}

AccessEntry next_entry(const std::optional<AccessEntry>& last, AccessVerb verb, const base::Id& conversation,
                       const std::string& detail) {
    AccessEntry entry;
    entry.number = last ? last->number + 1 : 1;
    entry.at = base::now();
    entry.who = user_name();
    entry.verb = name_of(verb);
    entry.conversation = conversation.text;
    if (!detail.empty()) {
        entry.detail = detail;
        entry.salt = base::make_id().text + base::make_id().text;
        entry.detail_sha256 = digest_of(entry.salt, detail);
    }
    if (last) entry.before = last->hash;
    entry.hash = hash_of(entry);
    return entry;
}

std::string chain_problem(const std::vector<AccessEntry>& entries, const AccessHead& head) {
    std::int64_t number = 0;
    std::string before;
    for (const AccessEntry& entry : entries) {
        ++number;
        if (entry.number != number) return problem(_("The access log: entry {} was removed."), number);
        if (entry.hash != hash_of(entry)) return problem(_("The access log: entry {} was changed."), number);
        if (entry.before != before)
            return problem(_("The access log: what came before entry {} was removed, changed or swapped."), number);
        if (entry.detail && digest_of(entry.salt, *entry.detail) != entry.detail_sha256)
            return problem(_("The access log: the detail of entry {} was changed."), number);
        before = entry.hash;
    }
    if (head.entries > number) return problem(_("The access log: entry {} was removed."), number + 1);
    if (head != AccessHead{number, before})
        return problem(_("The access log does not end as it did; see entry {}."), number);
    return {};
}

}  // namespace library
