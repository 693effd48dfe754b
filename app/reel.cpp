#include "app/reel.h"

#include "analysis/best_moments.h"
#include "app/moment_spans.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <optional>

namespace app {
namespace {

using Candidates = std::vector<Moment>;

bool overlaps(base::Span a, base::Span b) {
    return a.from < b.to && b.from < a.to;
}

std::string event_label(const codes::Codebook& codebook, const codes::Event& event) {
    const codes::Code* code = codebook.find(event.code);
    return code ? code->label.in(base::language()) : event.code;
}

Moment moment_of(const ReelSource& source, const analysis::BestMoment& best) {
    const codes::Event& answer = best.answer ? *best.answer : *best.first;
    base::Span span = span_to_hear(*best.first, answer, source.turns);
    if (source.duration > base::Time{}) span.to = std::min(span.to, source.duration);
    Moment moment{span, event_label(source.codebook, *best.first)};
    if (best.answer) moment.text += " → " + event_label(source.codebook, *best.answer);
    if (const codes::Code* code = source.codebook.find(best.first->code)) moment.colour = code->colour;
    moment.coding = source.coding.id;
    return moment;
}

Candidates strengths_among(const ReelSource& source) {
    Candidates found;
    for (const codes::Clip& clip : source.clips)
        if (clip.kind == codes::ClipKind::Strength && !clip.removed)
            found.push_back({clip.span, clip.title, {}, source.coding.id});
    return found;
}

// What the coach chose herself first; then of each pair of the codebook.
std::vector<Candidates> candidates(const ReelSource& source) {
    std::vector<Candidates> kinds{strengths_among(source)};
    const codes::Pair* pair = nullptr;
    for (const analysis::BestMoment& best : analysis::best_moments(source.codebook, source.coding)) {
        if (best.pair != pair) kinds.emplace_back();
        pair = best.pair;
        const Moment moment = moment_of(source, best);
        if (moment.span.length() > base::Time{}) kinds.back().push_back(moment);
    }
    return kinds;
}

base::Time distance(const Moment& moment, const Candidates& chosen) {
    base::Time nearest = base::seconds(1e9);
    for (const Moment& other : chosen)
        nearest = std::min(nearest, std::max(moment.span.from - other.span.from, other.span.from - moment.span.from));
    return nearest;
}

// The one farthest from what was chosen before, so that the whole conversation is heard.
std::optional<Moment> take_one(Candidates& from, const Candidates& chosen, base::Time room) {
    std::erase_if(from, [&](const Moment& moment) {
        return moment.span.length() > room || std::any_of(chosen.begin(), chosen.end(), [&](const Moment& other) {
                   return overlaps(moment.span, other.span);
               });
    });
    const auto best = std::max_element(from.begin(), from.end(), [&](const Moment& a, const Moment& b) {
        return distance(a, chosen) < distance(b, chosen);
    });
    if (best == from.end()) return {};
    Moment taken = *best;
    from.erase(best);
    return taken;
}

}  // namespace

base::Time length_of(const PlayedList& list) {
    return std::accumulate(list.moments.begin(), list.moments.end(), base::Time{},
                           [](base::Time sum, const Moment& moment) { return sum + moment.span.length(); });
}

PlayedList reel_of(const ReelSource& source) {
    PlayedList reel;
    reel.name = kReel;
    reel.goes_on = true;
    std::vector<Candidates> kinds = candidates(source);
    const auto take_from = [&](Candidates& kind) {
        const auto moment = take_one(kind, reel.moments, kLongestReel - length_of(reel));
        if (moment) reel.moments.push_back(*moment);
        return moment.has_value();
    };
    while (take_from(kinds.front())) {}
    for (bool found = true; found && length_of(reel) < kEnoughReel;) {  // one of each kind in turn
        found = false;
        for (auto kind = std::next(kinds.begin()); kind != kinds.end() && length_of(reel) < kEnoughReel; ++kind)
            found = take_from(*kind) || found;
    }
    std::sort(reel.moments.begin(), reel.moments.end(),
              [](const Moment& a, const Moment& b) { return a.span < b.span; });
    reel.title = fmt::format(fmt::runtime(_("Strengths first: {} of the best moments")), reel.moments.size());
    return reel;
}

}  // namespace app
