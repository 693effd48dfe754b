#include "analysis/counted.h"

#include <algorithm>
#include <cstdint>

namespace analysis {

namespace {

bool meets_conditions(const codes::Group* group, const codes::Event& event) {
    if (group == nullptr) return true;
    return std::all_of(group->where.begin(), group->where.end(), [&](const auto& condition) {
        const auto said = event.attributes.find(condition.first);
        return said != event.attributes.end() &&
               std::find(condition.second.begin(), condition.second.end(), said->second) != condition.second.end();
    });
}

}  // namespace

bool counts_for(const codes::Codebook& codebook, const codes::Event& event, const std::string& key) {
    const codes::Code* code = codebook.find(event.code);
    if (code == nullptr) return false;
    if (code->key == key) return true;
    return std::find(code->groups.begin(), code->groups.end(), key) != code->groups.end() &&
           meets_conditions(codebook.find_group(key), event);
}

bool counts_for_any(const codes::Codebook& codebook, const codes::Event& event, const std::vector<std::string>& keys) {
    return std::any_of(keys.begin(), keys.end(),
                       [&](const std::string& key) { return counts_for(codebook, event, key); });
}

base::Time covered(std::vector<base::Span> spans) {
    std::sort(spans.begin(), spans.end());
    base::Time total;
    base::Time counted_until{INT64_MIN};
    for (const base::Span& span : spans) {
        const base::Time from = std::max(span.from, counted_until);
        if (span.to <= from) continue;
        total += span.to - from;
        counted_until = span.to;
    }
    return total;
}

}  // namespace analysis
