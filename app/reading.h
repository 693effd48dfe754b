// What the codebook makes of the coding as it is: where permission stands, the hints it raises, the counts as coded and
// by its rules. Worked out again when the coding, its turns or the language changes.
#pragma once

#include "analysis/volleys.h"
#include "app/model.h"
#include "report/report.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace app {

struct Remark {
    std::string name;  // stays the same while the coding changes: what was put away stays away
    base::Time at;
    std::optional<base::Id> event;
    std::string text;
};

struct Reading {
    base::Id coding;
    std::uint64_t serial = 0;
    std::uint64_t turns = 0;
    base::Language language = base::Language::English;
    std::vector<base::Span> permission;
    std::vector<Remark> remarks;  // by time
    analysis::VolleyCount volleys;
    std::map<std::string, int> as_coded;  // by code
    std::map<std::string, int> by_rules;
    std::vector<report::MeasureRow> measures;  // as coded
    std::vector<report::MeasureRow> measures_by_rules;
    std::string problem;  // why there are no measures
};

class KeptReading {
public:
    const Reading& of(const OpenConversationState& open);
    // Those that were not put away.
    std::vector<const Remark*> remarks_of(const OpenConversationState& open);
    const Remark* remark_on(const OpenConversationState& open, const base::Id& event);
    void put_away(const Remark& remark) { put_away_.insert(remark.name); }

private:
    Reading reading_;
    std::set<std::string> put_away_;
};

}  // namespace app
