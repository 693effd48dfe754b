#include "analysis/disagreements.h"

#include "analysis/comparison.h"

#include <algorithm>

namespace analysis {

namespace {

base::Span span_of(const codes::Event& event) {
    return {event.at, event.end.value_or(event.at)};
}

Disagreement between(const codes::Event* first, const codes::Event* second) {
    Disagreement made;
    if (first != nullptr) made.first = *first;
    if (second != nullptr) made.second = *second;
    made.span = span_of(first != nullptr ? *first : *second);
    if (first != nullptr && second != nullptr) {
        const base::Span other = span_of(*second);
        made.span = {std::min(made.span.from, other.from), std::max(made.span.to, other.to)};
    } else {
        made.kind = first != nullptr ? DisagreementKind::OnlyFirst : DisagreementKind::OnlySecond;
    }
    return made;
}

base::Id id_of(const std::optional<codes::Event>& event) {
    return event ? event->id : base::Id{};
}

std::string code_of(const std::optional<codes::Event>& event) {
    return event ? event->code : "";
}

const codes::Decision* find(const std::vector<codes::Decision>& decisions, const Disagreement& about) {
    const auto found = std::find_if(decisions.begin(), decisions.end(), [&](const codes::Decision& one) {
        return one.first == id_of(about.first) && one.second == id_of(about.second);
    });
    return found == decisions.end() ? nullptr : &*found;
}

// Of both coders' events here, those that stand in the consensus.
std::vector<codes::Event> standing(const codes::Coding& consensus, const Disagreement& about) {
    std::vector<codes::Event> events;
    for (const auto& event : {about.first, about.second})
        if (const codes::Event* found = event ? consensus.find(event->id) : nullptr) events.push_back(*found);
    return events;
}

}  // namespace

TwoCodings compare_two(const codes::Coding& first, const codes::Coding& second, base::Time tolerance) {
    TwoCodings two;
    for (const Moment& moment : compare({&first, &second}, by_code(), tolerance).moments) {
        const codes::Event* a = moment.events[0] ? &first.events[*moment.events[0]] : nullptr;
        const codes::Event* b = moment.events[1] ? &second.events[*moment.events[1]] : nullptr;
        if (a != nullptr && b != nullptr && a->code == b->code)
            two.agreed.push_back(*a);
        else
            two.disagreements.push_back(between(a, b));
    }
    std::sort(two.agreed.begin(), two.agreed.end(), codes::earlier);
    std::stable_sort(two.disagreements.begin(), two.disagreements.end(),
                     [](const Disagreement& a, const Disagreement& b) { return a.span.from < b.span.from; });
    return two;
}

const codes::Decision* decision_on(const codes::Coding& consensus, const Disagreement& disagreement) {
    return find(consensus.decisions, disagreement);
}

codes::Decision decision(const Disagreement& disagreement, codes::Choice choice, const std::string& note,
                         const std::string& other_code) {
    return {id_of(disagreement.first),
            id_of(disagreement.second),
            code_of(disagreement.first),
            code_of(disagreement.second),
            choice,
            other_code,
            note};
}

std::vector<codes::Event> outcome(const Disagreement& disagreement, const codes::Decision& decision,
                                  const codes::Codebook& codebook) {
    const auto& [span, kind, first, second] = disagreement;
    std::vector<codes::Event> events;
    const bool takes_first = decision.choice == codes::Choice::First || decision.choice == codes::Choice::Both;
    const bool takes_second = decision.choice == codes::Choice::Second || decision.choice == codes::Choice::Both;
    if (takes_first && first) events.push_back(*first);
    if (takes_second && second) events.push_back(*second);
    if (decision.choice != codes::Choice::Other) return events;
    const codes::Code* code = codebook.find(decision.code);
    if (code != nullptr) events.push_back(codes::recoded(first ? *first : *second, *code, codebook));
    return events;
}

codes::Coding begin_consensus(const codes::Coding& first, const codes::Coding& second, base::Time tolerance) {
    codes::Coding consensus;
    consensus.id = base::make_id();
    consensus.conversation = first.conversation;
    consensus.codebook_key = first.codebook_key;
    consensus.codebook_version = first.codebook_version;
    consensus.coder = first.coder == second.coder ? first.coder : first.coder + " & " + second.coder;
    consensus.purpose = codes::Purpose::Consensus;
    consensus.created = base::now();
    consensus.events = compare_two(first, second, tolerance).agreed;
    consensus.segment = first.segment ? first.segment : second.segment;
    consensus.sources = codes::Sources{first.id, second.id, tolerance};
    return consensus;
}

codes::Edit decide(const codes::Coding& consensus, const Disagreement& disagreement, const codes::Decision& decision,
                   const codes::Codebook& codebook) {
    codes::Edit edit = codes::edits::deleted(consensus, standing(consensus, disagreement));
    edit.what = "decided";
    for (const codes::Event& event : outcome(disagreement, decision, codebook))
        edit.changes.emplace_back(codes::EventChange{std::nullopt, event});
    const codes::Decision* before = decision_on(consensus, disagreement);
    edit.changes.emplace_back(
        codes::DecisionChange{before != nullptr ? std::optional(*before) : std::nullopt, decision});
    return edit;
}

std::vector<codes::Event> consensus_of(const TwoCodings& two, const std::vector<codes::Decision>& decisions,
                                       const codes::Codebook& codebook) {
    std::vector<codes::Event> events = two.agreed;
    for (const Disagreement& disagreement : two.disagreements) {
        const codes::Decision* decision = find(decisions, disagreement);
        if (decision == nullptr) continue;
        const std::vector<codes::Event> left = outcome(disagreement, *decision, codebook);
        events.insert(events.end(), left.begin(), left.end());
    }
    std::sort(events.begin(), events.end(), codes::earlier);
    return events;
}

}  // namespace analysis
