#include "talk/turn_changes.h"

#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <utility>

namespace talk {

namespace {

bool fits(const std::vector<Turn>& turns, const TurnChange& change) {
    if (change.before) return change.at < turns.size() && turns[change.at] == *change.before;
    return change.at <= turns.size();
}

void make(std::vector<Turn>& turns, const TurnChange& change) {
    const auto place = turns.begin() + static_cast<std::ptrdiff_t>(change.at);
    if (change.before && change.after) *place = *change.after;
    if (change.before && !change.after) turns.erase(place);
    if (!change.before && change.after) turns.insert(place, *change.after);
}

TurnChange turned(TurnChange change) {
    std::swap(change.before, change.after);
    return change;
}

}  // namespace

std::vector<TurnChange> inverse(const std::vector<TurnChange>& changes) {
    std::vector<TurnChange> all;
    all.reserve(changes.size());
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) all.push_back(turned(*change));
    return all;
}

void apply(std::vector<Turn>& turns, const std::vector<TurnChange>& changes) {
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (fits(turns, *change)) {
            make(turns, *change);
            continue;
        }
        while (change != changes.begin()) make(turns, turned(*--change));
        refuse_stale_turns();
    }
}

void refuse_stale_turns() {
    throw base::Error(
        _("These turns have changed meanwhile, so the correction no longer fits. Open the conversation again."));
}

}  // namespace talk
