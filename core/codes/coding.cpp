#include "codes/coding.h"

#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace codes {

namespace {

constexpr std::array<const char*, 5> kPurposes{"feedback", "self", "second_coder", "gold", "consensus"};

}  // namespace

const char* name_of(Purpose purpose) {
    return kPurposes.at(static_cast<std::size_t>(purpose));
}

Purpose purpose_named(const std::string& name) {
    const auto found = std::find(kPurposes.begin(), kPurposes.end(), name);
    if (found == kPurposes.end())
        throw base::Error(_("A coding is for feedback, self, second_coder, gold or consensus."));
    return static_cast<Purpose>(found - kPurposes.begin());
}

const char* name_of(Most most) {
    return most == Most::Professional ? "professional" : most == Most::Client ? "client" : "same";
}

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

bool Earlier::operator()(const Decision& a, const Decision& b) const {
    return std::tie(a.first, a.second) < std::tie(b.first, b.second);
}

}  // namespace codes
