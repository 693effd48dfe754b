#include "codes/coding.h"

#include <algorithm>
#include <tuple>

namespace codes {

const Event* Coding::find(const base::Id& event) const {
    const auto found = std::find_if(events.begin(), events.end(), [&](const Event& one) { return one.id == event; });
    return found == events.end() ? nullptr : &*found;
}

std::vector<const Event*> Coding::events_of(const Utterance& utterance) const {
    std::vector<const Event*> found;
    auto event = std::lower_bound(events.begin(), events.end(), utterance.span.from,
                                  [](const Event& one, base::Time from) { return one.at < from; });
    for (; event != events.end() && event->at == utterance.span.from; ++event)
        if (event->end == utterance.span.to && event->speaker == utterance.speaker) found.push_back(&*event);
    return found;
}

bool Earlier::operator()(const Utterance& a, const Utterance& b) const {
    return std::tie(a.span.from, a.id) < std::tie(b.span.from, b.id);
}

bool Earlier::operator()(const Tick& a, const Tick& b) const {
    return std::tie(a.at, a.checklist, a.item) < std::tie(b.at, b.checklist, b.item);
}

bool Earlier::operator()(const PhaseMark& a, const PhaseMark& b) const {
    return std::tie(a.at, a.phase) < std::tie(b.at, b.phase);
}

}  // namespace codes
