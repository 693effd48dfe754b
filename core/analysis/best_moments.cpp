#include "analysis/best_moments.h"

#include "analysis/following.h"

#include <algorithm>
#include <set>

namespace analysis {

namespace {

// What was asked, and what came next where that is what was hoped for.
std::vector<Followed> answered(const codes::Codebook& codebook, const codes::Coding& coding, const codes::Pair& pair) {
    const Axis rows = axis_of_asked(codebook, {pair.given, pair.after}, Rest::Together);
    const codes::Side side = side_of(codebook, pair.given).value_or(codes::Side::Professional);
    const codes::Side other = side == codes::Side::Client ? codes::Side::Professional : codes::Side::Client;
    const Axis columns =
        pair.then.empty() ? axis_of_side(codebook, other) : axis_of_asked(codebook, {pair.then}, Rest::Together);
    std::vector<Followed> found =
        followed(codebook, {&coding}, rows, columns, {static_cast<std::size_t>(pair.lag), pair.within});
    std::erase_if(found, [&](const Followed& one) { return one.row != 0 || (!pair.then.empty() && one.column != 0); });
    return found;
}

// Where any answer will do, what was not answered in codes counts too: the listener hears it.
std::vector<Followed> unanswered(const codes::Codebook& codebook, const codes::Coding& coding,
                                 const codes::Pair& pair) {
    if (!pair.then.empty() || !pair.after.empty()) return {};
    const Axis rows = axis_of_keys(codebook, pair.given);
    std::vector<Followed> found;
    for (const codes::Event& event : coding.events)
        if (rows.place(event, nullptr) >= 0) found.push_back({&coding, &event, nullptr});
    return found;
}

}  // namespace

std::vector<BestMoment> best_moments(const codes::Codebook& codebook, const codes::Coding& coding) {
    std::vector<BestMoment> found;
    std::set<base::Id> taken;
    for (const codes::Pair& pair : codebook.pairs) {
        if (!pair.strength) continue;
        const std::size_t first_of_pair = found.size();
        for (const auto& moments : {answered(codebook, coding, pair), unanswered(codebook, coding, pair)})
            for (const Followed& one : moments)
                if (taken.insert(one.first->id).second) found.push_back({&pair, one.first, one.second});
        std::stable_sort(found.begin() + static_cast<std::ptrdiff_t>(first_of_pair), found.end(),
                         [](const BestMoment& a, const BestMoment& b) { return codes::earlier(*a.first, *b.first); });
    }
    return found;
}

}  // namespace analysis
