// The access log and days of retention as plain values, part of MemoryLibrary.
#pragma once

#include "library/access_log.h"
#include "library/retention.h"

namespace library {

class MemoryAccessLog final : public AccessLog {
public:
    void note(AccessVerb verb, const base::Id& conversation, const std::string& detail) override;
    std::vector<AccessEntry> entries(const base::Id& conversation) override;
    AccessHead head() override;
    void forget_details(const base::Id& conversation);

private:
    std::vector<AccessEntry> entries_;
};

class MemoryRetention final : public Retention {
public:
    std::map<base::Id, std::string> chosen() override { return chosen_; }
    void choose(const base::Id& conversation, const std::optional<std::string>& day) override;

private:
    std::map<base::Id, std::string> chosen_;
};

}  // namespace library
