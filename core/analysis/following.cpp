#include "analysis/following.h"

#include "analysis/counted.h"
#include "codes/segment.h"

#include <algorithm>
#include <map>

namespace analysis {

namespace {

// Each code of a side has a place of its own, from `first` on.
std::map<std::string, int> places_of(const codes::Codebook& codebook, std::optional<codes::Side> side, int first) {
    std::map<std::string, int> places;
    for (const codes::Code& code : codebook.codes)
        if (!side || code.side == *side) places.emplace(code.key, first++);
    return places;
}

void add_codes(Axis& axis, const codes::Codebook& codebook, std::optional<codes::Side> side) {
    for (const codes::Code& code : codebook.codes)
        if (!side || code.side == *side) axis.keys.push_back(code.key);
}

bool is_step(const codes::Codebook& codebook, const codes::Event& event, const Axis& rows, const Axis& columns) {
    const codes::Code* code = codebook.find(event.code);
    return !code || code->ends_volley || counts_for_any(codebook, event, rows.asked) ||
           counts_for_any(codebook, event, columns.asked);
}

std::vector<const codes::Event*> steps_of(const codes::Codebook& codebook, const codes::Coding& coding,
                                          const Axis& rows, const Axis& columns) {
    std::vector<const codes::Event*> steps;
    for (const codes::Event& event : coding.events)
        if (codes::is_in_segment(coding, event.at) && is_step(codebook, event, rows, columns)) steps.push_back(&event);
    return steps;
}

}  // namespace

Axis axis_of_side(const codes::Codebook& codebook, std::optional<codes::Side> side) {
    Axis axis;
    add_codes(axis, codebook, side);
    axis.place = [places = places_of(codebook, side, 0)](const codes::Event& event, const codes::Event*) {
        const auto found = places.find(event.code);
        return found == places.end() ? -1 : found->second;
    };
    return axis;
}

Axis axis_of_keys(const codes::Codebook& codebook, const std::vector<std::string>& keys) {
    Axis axis{keys, {}, keys};
    axis.place = [&codebook, keys](const codes::Event& event, const codes::Event*) {
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (counts_for(codebook, event, keys[i])) return static_cast<int>(i);
        return -1;
    };
    return axis;
}

Axis axis_of_asked(const codes::Codebook& codebook, const Asked& asked, Rest rest) {
    Axis axis{{kAsked}, {}, asked.keys};
    axis.asked.insert(axis.asked.end(), asked.after.begin(), asked.after.end());
    const auto side = side_of(codebook, asked.keys);
    if (rest == Rest::Each)
        add_codes(axis, codebook, side);
    else
        axis.keys.emplace_back("other");
    axis.place = [&codebook, asked, rest, places = places_of(codebook, side, 1)](const codes::Event& event,
                                                                                 const codes::Event* before) {
        const bool is_asked = counts_for_any(codebook, event, asked.keys) &&
                              (asked.after.empty() || (before && counts_for_any(codebook, *before, asked.after)));
        if (is_asked) return 0;
        const auto found = places.find(event.code);
        if (found == places.end()) return -1;
        return rest == Rest::Together ? 1 : found->second;
    };
    return axis;
}

std::optional<codes::Side> side_of(const codes::Codebook& codebook, const std::vector<std::string>& keys) {
    for (const codes::Code& code : codebook.codes)
        for (const std::string& key : keys)
            if (code.key == key || std::find(code.groups.begin(), code.groups.end(), key) != code.groups.end())
                return code.side;
    return {};
}

std::vector<Followed> followed(const codes::Codebook& codebook, const std::vector<const codes::Coding*>& codings,
                               const Axis& rows, const Axis& columns, const Distance& distance) {
    std::vector<Followed> pairs;
    for (const codes::Coding* coding : codings) {
        const auto steps = steps_of(codebook, *coding, rows, columns);
        Sequence sequence;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const codes::Event* before = i > 0 ? steps[i - 1] : nullptr;
            sequence.push_back({rows.place(*steps[i], before), columns.place(*steps[i], before), steps[i]->at});
        }
        for (const Pair& pair :
             distance.within ? pairs_within(sequence, *distance.within) : pairs_at_lag(sequence, distance.lag))
            pairs.push_back({coding, steps[pair.first], steps[pair.second],
                             static_cast<std::size_t>(sequence[pair.first].row),
                             static_cast<std::size_t>(sequence[pair.second].column)});
    }
    return pairs;
}

int times_asked(const codes::Codebook& codebook, const std::vector<const codes::Coding*>& codings, const Axis& rows,
                const Axis& columns) {
    int times = 0;
    for (const codes::Coding* coding : codings) {
        const auto steps = steps_of(codebook, *coding, rows, columns);
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (rows.place(*steps[i], i > 0 ? steps[i - 1] : nullptr) == 0) ++times;
    }
    return times;
}

Matrix counts_of(const std::vector<Followed>& pairs, const Axis& rows, const Axis& columns) {
    Matrix counts(rows.keys.size(), std::vector<double>(columns.keys.size()));
    for (const Followed& pair : pairs) ++counts[pair.row][pair.column];
    return counts;
}

std::vector<CameBefore> came_before(const codes::Codebook& codebook, const std::vector<const codes::Coding*>& codings,
                                    const std::vector<std::string>& given, const std::vector<std::string>& needs) {
    std::vector<CameBefore> all;
    for (const codes::Coding* coding : codings) {
        std::map<std::string, base::Time> heard;  // when first
        for (const codes::Event& event : coding->events)
            for (const std::string& need : needs)
                if (codes::is_in_segment(*coding, event.at) && counts_for(codebook, event, need))
                    heard.emplace(need, event.at);
        for (const codes::Event& event : coding->events) {
            if (!codes::is_in_segment(*coding, event.at) || !counts_for_any(codebook, event, given)) continue;
            CameBefore came{coding, &event, {}};
            for (const std::string& need : needs) {
                const auto first = heard.find(need);
                if (first == heard.end() || first->second > event.at) came.missing.push_back(need);
            }
            all.push_back(std::move(came));
        }
    }
    return all;
}

}  // namespace analysis
