#include "analysis/segment.h"

#include <algorithm>

namespace analysis {

base::Span coded_stretch(const codes::Coding& coding, base::Time duration) {
    if (coding.segment) return coding.segment->span;
    base::Span whole{{}, duration};
    for (const codes::Event& event : coding.events)
        whole.to = std::max({whole.to, event.at + base::microseconds(1), event.end.value_or(event.at)});
    return whole;
}

std::vector<codes::Event> events_within(const std::vector<codes::Event>& events, base::Span stretch) {
    std::vector<codes::Event> within;
    for (const codes::Event& event : events) {
        if (!stretch.contains(event.at)) continue;
        within.push_back(event);
        if (event.end) within.back().end = std::min(*event.end, stretch.to);
    }
    return within;
}

std::vector<codes::Event> coded_events(const codes::Coding& coding) {
    return coding.segment ? events_within(coding.events, coding.segment->span) : coding.events;
}

std::vector<codes::Coding> in_common(std::vector<codes::Coding> codings) {
    std::vector<base::Span> segments;
    for (const codes::Coding& coding : codings)
        if (coding.segment) segments.push_back(coding.segment->span);
    for (codes::Coding& coding : codings)
        for (const base::Span segment : segments) coding.events = events_within(coding.events, segment);
    return codings;
}

}  // namespace analysis
