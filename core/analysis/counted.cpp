#include "analysis/counted.h"

#include "analysis/segment.h"

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

std::optional<double> questions_per_minute(const codes::Codebook& codebook, const codes::Coding& coding,
                                           codes::Side side, base::Time duration) {
    const auto asks = [side](const codes::Code& code) { return code.asks && code.side == side; };
    const double minutes = coded_stretch(coding, duration).length().seconds() / 60;
    if (minutes <= 0 || std::none_of(codebook.codes.begin(), codebook.codes.end(), asks)) return {};
    const std::vector<codes::Event> events = coded_events(coding);
    const auto is_question = [&](const codes::Event& event) {
        const codes::Code* code = codebook.find(event.code);
        return code != nullptr && asks(*code);
    };
    return static_cast<double>(std::count_if(events.begin(), events.end(), is_question)) / minutes;
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
