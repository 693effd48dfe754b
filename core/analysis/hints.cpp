#include "analysis/hints.h"

#include "analysis/counted.h"
#include "analysis/segment.h"

#include <algorithm>

namespace analysis {

namespace {

using EventList = std::vector<codes::Event>;

HeardPart heard(const codes::Codebook& codebook, const EventList& events, const std::string& part) {
    HeardPart result{part, 0, {}};
    for (const codes::Event& event : events) {
        if (!counts_for(codebook, event, part)) continue;
        ++result.times;
        if (!result.first) result.first = event.at;
    }
    return result;
}

// The first event of the hint's codes that came before something it needs. Codes at the same moment describe the same
// words, so what stands there too was heard.
std::optional<RaisedHint> too_early(const codes::Codebook& codebook, const EventList& events, const codes::Hint& hint) {
    for (const codes::Event& event : events) {
        if (!counts_for_any(codebook, event, hint.codes)) continue;
        RaisedHint raised{hint.key, event.at, event.code, event.id, {}};
        for (const std::string& need : hint.needs) {
            const auto first = heard(codebook, events, need).first;
            if (!first || *first > event.at) raised.missing.push_back(need);
        }
        return raised.missing.empty() ? std::nullopt : std::optional(raised);  // later ones miss no more than this
    }
    return {};
}

std::optional<RaisedHint> occurrence(const codes::Codebook& codebook, const codes::Coding& coding,
                                     const EventList& events, const codes::Hint& hint) {
    std::optional<RaisedHint> raised;
    for (const codes::Event& event : events) {
        if (!counts_for_any(codebook, event, hint.codes)) continue;
        raised = {hint.key, event.at, event.code, event.id, {}};
        break;
    }
    for (const codes::Tick& tick : coding.ticks) {
        const bool counts = !coding.segment || coding.segment->span.contains(tick.at);
        const bool named = std::find(hint.codes.begin(), hint.codes.end(), tick.checklist) != hint.codes.end();
        if (counts && named && (!raised || tick.at < raised->at)) raised = {hint.key, tick.at, tick.checklist, {}, {}};
    }
    return raised;
}

}  // namespace

std::vector<RaisedHint> raised_hints(const codes::Codebook& codebook, const codes::Coding& coding) {
    const EventList events = coded_events(coding);
    std::vector<RaisedHint> all;
    for (const codes::Hint& hint : codebook.hints) {
        auto raised = hint.kind == codes::HintKind::Early ? too_early(codebook, events, hint)
                                                          : occurrence(codebook, coding, events, hint);
        if (raised) all.push_back(std::move(*raised));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return all;
}

std::map<std::string, std::vector<HeardPart>> coverages(const codes::Codebook& codebook, const codes::Coding& coding) {
    const EventList events = coded_events(coding);
    std::map<std::string, std::vector<HeardPart>> all;
    for (const codes::Coverage& coverage : codebook.coverages)
        for (const std::string& part : coverage.parts) all[coverage.key].push_back(heard(codebook, events, part));
    return all;
}

}  // namespace analysis
