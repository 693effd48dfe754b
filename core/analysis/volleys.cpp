#include "analysis/volleys.h"

#include "analysis/rules.h"
#include "analysis/segment.h"
#include "analysis/stretches.h"

#include <algorithm>

namespace analysis {

namespace {

using codes::Side;

// A sign that someone speaks, or seems to.
struct Sign {
    base::Time at;
    Side side = Side::Professional;
    const codes::Event* event = nullptr;  // nothing: a stretch of speech in which nothing was coded
    const codes::Code* code = nullptr;
};

bool only_seen(const codes::Code& code) {
    return !code.ends_volley && code.extent == codes::Extent::Span;
}

// Longer than it takes to press a key.
constexpr base::Time kLate = base::seconds(2);

// An event at the beginning of the other's speech is about what its own side said just before.
base::Time moment_of(const codes::Event& event, const Stretches& own, const Stretches& others) {
    if (own.around(event.at)) return event.at;
    const auto interrupted = others.around(event.at);
    const bool late = interrupted && event.at - interrupted->from < kLate;
    return late ? interrupted->from - base::microseconds(1) : event.at;
}

std::vector<Sign> signs_of_events(const codes::Codebook& codebook, const std::vector<codes::Event>& events,
                                  const Stretches& professional, const Stretches& client) {
    std::vector<Sign> signs;
    for (const codes::Event& event : events) {
        const codes::Code* code = codebook.find(event.code);
        if (code == nullptr || only_seen(*code)) continue;
        const bool by_client = event.speaker == Side::Client;
        const base::Time at = moment_of(event, by_client ? client : professional, by_client ? professional : client);
        signs.push_back({at, event.speaker, &event, code});
    }
    return signs;
}

// The stretches of one side in which nothing was coded, and that are no mere interjection in the other's.
void add_uncoded(std::vector<Sign>& signs, Side side, const Stretches& own, const Stretches& others) {
    std::vector<base::Time> coded;
    for (const Sign& sign : signs)
        if (sign.event != nullptr && sign.side == side) coded.push_back(sign.at);
    std::sort(coded.begin(), coded.end());
    for (const base::Span& stretch : own.all()) {
        const auto next = std::lower_bound(coded.begin(), coded.end(), stretch.from);
        const bool has_code = next != coded.end() && *next < stretch.to;
        const auto outer = others.around(stretch.from);
        const bool interjected = outer && outer->from < stretch.from && outer->to >= stretch.to;
        if (!has_code && !interjected) signs.push_back({stretch.from, side});
    }
}

std::vector<Sign> signs_of(const codes::Codebook& codebook, const codes::Coding& coding,
                           const std::vector<codes::Event>& events, const std::vector<talk::Turn>& turns) {
    const Stretches professional(coding.utterances, turns, Side::Professional);
    const Stretches client(coding.utterances, turns, Side::Client);
    std::vector<Sign> signs = signs_of_events(codebook, events, professional, client);
    add_uncoded(signs, Side::Professional, professional, client);
    add_uncoded(signs, Side::Client, client, professional);
    std::stable_sort(signs.begin(), signs.end(), [](const Sign& a, const Sign& b) { return a.at < b.at; });
    return signs;
}

// Takes the signs in order and keeps the volley that is open.
class Volleys {
public:
    void take(const Sign& sign) {
        const bool goes_on = !all.empty() && all.back().side == sign.side;
        const bool listens = sign.code != nullptr && !sign.code->ends_volley;
        if (listens && (goes_on || !asked_)) return;
        if (!goes_on) all.push_back({sign.side, sign.at, {}});
        if (sign.event != nullptr) all.back().events.push_back(*sign.event);
        const bool asks = sign.code != nullptr && sign.code->asks;
        asked_ = asks || (goes_on && asked_ && sign.at == last_);  // several codes may describe the same words
        last_ = sign.at;
    }
    std::vector<Volley> all;

private:
    bool asked_ = false;
    base::Time last_;
};

}  // namespace

std::vector<Volley> volleys(const codes::Codebook& codebook, const codes::Coding& coding,
                            const std::vector<talk::Turn>& turns) {
    Volleys volleys;
    const std::vector<codes::Event> events = coded_events(coding);
    const auto heard = coding.segment ? turns_within(turns, coding.segment->span) : turns;
    for (const Sign& sign : signs_of(codebook, coding, events, heard)) volleys.take(sign);
    return std::move(volleys.all);
}

VolleyCount count_by_volley(const codes::Codebook& codebook, const codes::Coding& coding,
                            const std::vector<talk::Turn>& turns) {
    const std::vector<Volley> all = volleys(codebook, coding, turns);
    VolleyCount count;
    count.changed = changes_by_rules(codebook, coding, all);
    std::vector<base::Id> out;
    for (const RuleChange& change : count.changed) out.push_back(change.event);
    std::sort(out.begin(), out.end());
    for (const codes::Event& event : coded_events(coding))
        if (!std::binary_search(out.begin(), out.end(), event.id)) count.counted.push_back(event);
    for (const Volley& volley : all) ++(volley.side == Side::Professional ? count.professional : count.client);
    return count;
}

}  // namespace analysis
