// Consents as plain values, part of MemoryLibrary.
#pragma once

#include "library/consents.h"

#include <map>
#include <utility>

namespace library {

class MemoryConsents final : public Consents {
public:
    std::optional<Consent> of(const base::Id& conversation) override;
    std::string form(const base::Id& conversation) override;
    Consent record(const Consent& consent, const std::string& form) override;
    void remove(const base::Id& conversation) override { kept_.erase(conversation); }

private:
    std::map<base::Id, std::pair<Consent, std::string>> kept_;  // with its form
};

}  // namespace library
