#include "library/memory_consents.h"

#include "library/checks.h"

namespace library {

std::optional<Consent> MemoryConsents::of(const base::Id& conversation) {
    const auto found = kept_.find(conversation);
    return found == kept_.end() ? std::nullopt : std::optional(found->second.first);
}

std::string MemoryConsents::form(const base::Id& conversation) {
    const auto found = kept_.find(conversation);
    return found == kept_.end() ? std::string() : found->second.second;
}

Consent MemoryConsents::record(const Consent& consent, const std::string& form) {
    check(consent, form);
    const Consent kept = as_recorded(consent, of(consent.conversation));
    kept_[kept.conversation] = {kept, form};
    return kept;
}

}  // namespace library
