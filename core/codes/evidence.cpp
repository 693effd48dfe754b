#include "codes/evidence.h"

#include <algorithm>
#include <cstdlib>

namespace codes {

std::vector<const Event*> evidence_of(const Coding& coding, const std::string& rating) {
    std::vector<const Event*> events;
    const auto tied = coding.evidence.find(rating);
    if (tied == coding.evidence.end()) return events;
    for (const Event& event : coding.events)
        if (std::find(tied->second.begin(), tied->second.end(), event.id) != tied->second.end())
            events.push_back(&event);
    return events;
}

bool lacks_evidence(const Coding& coding, const Rating& rating) {
    const auto value = coding.ratings.find(rating.key);
    if (value == coding.ratings.end() || value->second == rating.standard) return false;
    const bool is_far = std::abs(value->second - rating.standard) >= 2 || value->second <= rating.minimum ||
                        value->second >= rating.maximum;
    return is_far && evidence_of(coding, rating.key).empty();
}

}  // namespace codes
