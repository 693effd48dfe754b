#include "talk/talk_measures.h"

#include "base/text.h"
#include "talk/floor.h"

#include <algorithm>

namespace talk {

namespace {

using base::Span;
using base::Time;

// Turns that reach into the span, cut to it, and those without length that lie in it.
std::vector<Turn> cut_to(Span span, const std::vector<Turn>& turns) {
    std::vector<Turn> inside;
    for (const Turn& turn : turns) {
        const Time from = turn.span.from, to = std::max(from, turn.span.to);
        const bool reaches_in = from < span.to && to > span.from;
        const bool lies_in = from == to && from >= span.from && to <= span.to;
        if (!reaches_in && !lies_in) continue;
        inside.push_back(turn);
        inside.back().span = {std::max(from, span.from), std::min(to, span.to)};
        if (from < span.from) inside.back().text.clear();  // its words are counted where it begins
    }
    return inside;
}

std::optional<int> words_of(const std::vector<Turn>& turns, Role role) {
    if (std::all_of(turns.begin(), turns.end(), [](const Turn& turn) { return turn.text.empty(); })) return {};
    int words = 0;
    for (const Turn& turn : turns)
        if (turn.role == role) words += base::count_words(turn.text);
    return words;
}

std::optional<double> part(double of, double other) {
    if (of + other <= 0) return {};
    return of / (of + other);
}

std::optional<double> share_in(const std::vector<Turn>& turns) {
    const TalkTime time = talk_time(turns);
    return part(time.professional.seconds(), time.client.seconds());
}

Time median(std::vector<Time> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    return {(values[middle - 1].microseconds + values[middle].microseconds) / 2};
}

void add_turns(SideMeasures& side, Role role, const std::vector<WholeTurn>& turns) {
    std::vector<Time> lengths, latencies;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        if (turns[i].role != role) continue;
        ++side.turns;
        if (turns[i].speech > Time{}) lengths.push_back(turns[i].speech);
        if (i > 0) latencies.push_back(turns[i].span.from - turns[i - 1].span.to);
    }
    if (!latencies.empty()) side.latency = median(latencies);
    if (lengths.empty()) return;
    Time sum;
    for (const Time length : lengths) sum += length;
    side.mean_turn = Time{sum.microseconds / static_cast<std::int64_t>(lengths.size())};
    side.median_turn = median(lengths);
    side.longest_turn = *std::max_element(lengths.begin(), lengths.end());
}

// The other's speech that goes on longest, of what began before each of this side's stretches.
void add_overlaps(SideMeasures& side, Role role, const std::vector<Stretch>& stretches) {
    Time heard_until{INT64_MIN};
    for (const Stretch& stretch : stretches) {
        if (stretch.role != role) {
            if (!stretch.is_backchannel) heard_until = std::max(heard_until, stretch.span.to);
            continue;
        }
        if (stretch.is_backchannel || heard_until <= stretch.span.from + kOverlap) continue;
        ++side.overlaps;
        if (heard_until < stretch.span.to) ++side.interruptions;
    }
}

SideMeasures& side_of(TalkMeasures& measures, Role role) {
    return role == Role::Professional ? measures.professional : measures.client;
}

// `turns` by time.
void add_silences(TalkMeasures& measures, const std::vector<Turn>& turns) {
    Time heard_until = measures.span.from;
    bool anybody_spoke = false;
    for (const Turn& turn : turns) {
        const Time gap = turn.span.from - heard_until;
        if (gap > Time{}) measures.silence += gap;
        if (anybody_spoke && gap >= kLongSilence) {
            ++measures.long_silences;
            if (turn.role != Role::Unknown) ++side_of(measures, turn.role).silences_ended;
        }
        anybody_spoke = true;
        heard_until = std::max(heard_until, turn.span.to);
    }
    measures.silence += std::max(measures.span.to - heard_until, Time{});
}

void add_side(TalkMeasures& measures, Role role, const std::vector<Turn>& turns) {
    SideMeasures& side = side_of(measures, role);
    const TalkTime time = talk_time(turns);
    side.speech = role == Role::Professional ? time.professional : time.client;
    side.words = words_of(turns, role);
    const std::vector<Stretch> said = stretches(turns);
    add_turns(side, role, whole_turns(said));
    add_overlaps(side, role, said);
}

}  // namespace

std::optional<TalkMeasures> talk_measures(const std::vector<Turn>& turns, Span span) {
    std::vector<Turn> inside = cut_to(span, turns);
    if (std::all_of(inside.begin(), inside.end(), [](const Turn& turn) { return turn.role == Role::Unknown; }))
        return {};
    std::stable_sort(inside.begin(), inside.end(), [](const Turn& a, const Turn& b) { return a.span < b.span; });

    TalkMeasures measures;
    measures.span = span;
    add_side(measures, Role::Professional, inside);
    add_side(measures, Role::Client, inside);
    add_silences(measures, inside);
    measures.share = share_in(inside);
    if (measures.share && span.length() > Time{})
        measures.share_of_time = measures.professional.speech.seconds() / span.length().seconds();
    if (measures.professional.words)
        measures.share_of_words = part(*measures.professional.words, *measures.client.words);
    for (std::size_t third = 0; third < measures.thirds.size(); ++third) {
        const auto edge = [&](std::size_t n) {
            return Time{span.from.microseconds + span.length().microseconds * static_cast<std::int64_t>(n) / 3};
        };
        measures.thirds[third] = share_in(cut_to({edge(third), edge(third + 1)}, inside));
    }
    return measures;
}

}  // namespace talk
