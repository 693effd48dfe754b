#include "codes/phases.h"

#include <algorithm>
#include <iterator>

namespace codes {

namespace {

using Marks = std::vector<PhaseMark>;

// A mark says something new when the phase before it was another one; at the beginning there is none.
Marks without_repetition(const Marks& marks) {
    Marks kept;
    for (const PhaseMark& mark : marks) {
        const std::string& before = kept.empty() ? std::string() : kept.back().phase;
        if (mark.phase != before) kept.push_back(mark);
    }
    return kept;
}

Edit from_to(const Marks& before, const Marks& after) {
    Edit edit{"marked", {}};
    for (const PhaseMark& mark : before)
        if (std::find(after.begin(), after.end(), mark) == after.end())
            edit.changes.emplace_back(PhaseChange{mark, std::nullopt});
    for (const PhaseMark& mark : after)
        if (std::find(before.begin(), before.end(), mark) == before.end())
            edit.changes.emplace_back(PhaseChange{std::nullopt, mark});
    return edit;
}

}  // namespace

std::vector<PhaseStretch> phase_stretches(const Coding& coding, base::Span span) {
    std::vector<PhaseStretch> stretches;
    for (auto mark = coding.phases.begin(); mark != coding.phases.end(); ++mark) {
        const base::Time end = std::next(mark) == coding.phases.end() ? span.to : std::next(mark)->at;
        const base::Span part{std::max(mark->at, span.from), std::min(end, span.to)};
        if (!mark->phase.empty() && part.from < part.to) stretches.push_back({mark->phase, part});
    }
    return stretches;
}

std::map<std::string, base::Time> time_per_phase(const Coding& coding, base::Span span) {
    std::map<std::string, base::Time> times;
    for (const PhaseStretch& stretch : phase_stretches(coding, span)) times[stretch.phase] += stretch.span.length();
    return times;
}

std::string phase_at(const Coding& coding, base::Time at) {
    std::string phase;
    for (const PhaseMark& mark : coding.phases)
        if (mark.at <= at) phase = mark.phase;
    return phase;
}

namespace phasing {

Edit set(const Coding& coding, base::Time at, const std::string& phase) {
    Marks marks = coding.phases;
    std::erase_if(marks, [&](const PhaseMark& mark) { return mark.at == at; });
    const auto next = std::find_if(marks.begin(), marks.end(), [&](const PhaseMark& mark) { return mark.at > at; });
    marks.insert(next, {at, phase});
    return from_to(coding.phases, without_repetition(marks));
}

Edit moved(const Coding& coding, base::Time from, base::Time to) {
    Marks marks = coding.phases;
    const auto mark = std::find_if(marks.begin(), marks.end(), [&](const PhaseMark& one) { return one.at == from; });
    if (mark == marks.end()) return {};
    constexpr base::Time kLeast = base::milliseconds(100);
    const base::Time first = mark == marks.begin() ? base::Time{} : std::prev(mark)->at + kLeast;
    const bool is_last = std::next(mark) == marks.end();
    mark->at = std::max(first, is_last ? to : std::min(to, std::next(mark)->at - kLeast));
    return from_to(coding.phases, marks);
}

}  // namespace phasing

}  // namespace codes
