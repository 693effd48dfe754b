#include "analysis/rules.h"

#include "analysis/one_of.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace analysis {

namespace {

using codes::RuleKind;
using codes::RuleScope;
using Events = std::vector<const codes::Event*>;

bool holds_one_of(const Events& events, const std::vector<std::string>& codes) {
    return std::any_of(events.begin(), events.end(), [&](const auto* event) { return is_one_of(event->code, codes); });
}

Events beyond_the_first(const codes::Rule& rule, const Events& events) {
    std::set<std::string> seen;
    Events out;
    for (const codes::Event* event : events)
        if (is_one_of(event->code, rule.codes) && !seen.insert(event->code).second) out.push_back(event);
    return out;
}

Events below_the_highest(const codes::Rule& rule, const Events& events) {
    const auto highest = std::find_if(rule.codes.begin(), rule.codes.end(),
                                      [&](const std::string& code) { return holds_one_of(events, {code}); });
    Events out;
    for (const codes::Event* event : events)
        if (is_one_of(event->code, rule.codes) && event->code != *highest) out.push_back(event);
    return out;
}

Events excluded(const codes::Rule& rule, const Events& events) {
    Events out;
    if (!holds_one_of(events, rule.codes)) return out;
    for (const codes::Event* event : events)
        if (is_one_of(event->code, rule.excluded)) out.push_back(event);
    return out;
}

Events taken_out(const codes::Rule& rule, const Events& events) {
    switch (rule.kind) {
        case RuleKind::Once:
            return beyond_the_first(rule, events);
        case RuleKind::Pyramid:
            return below_the_highest(rule, events);
        case RuleKind::Exclusion:
            return excluded(rule, events);
    }
    return {};
}

// Where the utterance begins that the event is about.
base::Time utterance_of(const codes::Event& event, const std::vector<codes::Utterance>& utterances) {
    const auto about = std::find_if(utterances.begin(), utterances.end(), [&](const codes::Utterance& utterance) {
        return utterance.speaker == event.speaker && utterance.span.contains(event.at);
    });
    return about == utterances.end() ? event.at : about->span.from;
}

std::vector<Events> by_utterance(const std::vector<Events>& volleys, const std::vector<codes::Utterance>& utterances) {
    std::vector<Events> all;
    for (const Events& volley : volleys) {
        std::map<base::Time, Events> parts;
        for (const codes::Event* event : volley) parts[utterance_of(*event, utterances)].push_back(event);
        for (auto& [from, events] : parts) all.push_back(std::move(events));
    }
    return all;
}

}  // namespace

std::vector<RuleChange> changes_by_rules(const codes::Codebook& codebook, const codes::Coding& coding,
                                         const std::vector<Volley>& volleys) {
    std::vector<Events> in_volleys;
    for (const Volley& volley : volleys) {
        Events& events = in_volleys.emplace_back();
        for (const codes::Event& event : volley.events) events.push_back(&event);
    }
    const std::vector<Events> in_utterances = by_utterance(in_volleys, coding.utterances);
    std::vector<RuleChange> changes;
    std::set<const codes::Event*> gone;
    for (const codes::Rule& rule : codebook.rules) {
        for (Events events : rule.scope == RuleScope::Volley ? in_volleys : in_utterances) {
            std::erase_if(events, [&](const auto* event) { return gone.contains(event); });
            for (const codes::Event* event : taken_out(rule, events)) {
                gone.insert(event);
                changes.push_back({event->id, event->at, event->code, rule.key});
            }
        }
    }
    std::stable_sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return changes;
}

}  // namespace analysis
