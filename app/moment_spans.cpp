#include "app/moment_spans.h"

#include <algorithm>

namespace app {
namespace {

constexpr base::Time kBefore = base::seconds(3);
constexpr base::Time kAfter = base::seconds(6);
constexpr base::Time kLongTurn = base::seconds(15);

const talk::Turn* turn_of(const codes::Event& event, const std::vector<talk::Turn>* turns) {
    if (!turns) return nullptr;
    const auto role = event.speaker == codes::Side::Client ? talk::Role::Client : talk::Role::Professional;
    const auto found = std::find_if(turns->begin(), turns->end(), [&](const talk::Turn& turn) {
        return turn.role == role && turn.span.contains(event.at);
    });
    return found == turns->end() ? nullptr : &*found;
}

}  // namespace

base::Span span_to_hear(const codes::Event& first, const codes::Event& second, const std::vector<talk::Turn>* turns) {
    const talk::Turn* begins = turn_of(first, turns);
    const talk::Turn* ends = turn_of(second, turns);
    const base::Time from = begins ? std::max(begins->span.from, first.at - kLongTurn) : first.at - kBefore;
    const base::Time said = std::max(second.at, second.end.value_or(second.at));
    const base::Time to = ends ? std::min(ends->span.to, said + kLongTurn) : said + kAfter;
    return {std::max(base::Time{}, from), std::max(to, said + base::seconds(1))};
}

}  // namespace app
