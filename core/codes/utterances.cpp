#include "codes/utterances.h"

#include "codes/segment.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace codes {

namespace {

std::vector<Event> codes_of(const Coding& coding, const Utterance& utterance) {
    std::vector<Event> events;
    for (const Event* event : coding.events_of(utterance)) events.push_back(*event);
    return events;
}

void append(Edit& edit, Edit more) {
    std::move(more.changes.begin(), more.changes.end(), std::back_inserter(edit.changes));
}

bool overlap(base::Span a, base::Span b) {
    return a.from < b.to && b.from < a.to;
}

const Utterance* that(const Coding& coding, const Utterance& but_not, bool (*touches)(base::Span, base::Span)) {
    const auto found = std::find_if(coding.utterances.begin(), coding.utterances.end(), [&](const Utterance& other) {
        return other.id != but_not.id && touches(other.span, but_not.span);
    });
    return found == coding.utterances.end() ? nullptr : &*found;
}

bool ends_where(base::Span one, base::Span begins) {
    return one.to == begins.from;
}
bool begins_where(base::Span one, base::Span ends) {
    return one.from == ends.to;
}

}  // namespace

const Utterance* find_utterance(const Coding& coding, const base::Id& utterance) {
    const auto found = std::find_if(coding.utterances.begin(), coding.utterances.end(),
                                    [&](const Utterance& one) { return one.id == utterance; });
    return found == coding.utterances.end() ? nullptr : &*found;
}

const Utterance* utterance_at(const Coding& coding, base::Time at) {
    const Utterance* found = nullptr;
    for (const Utterance& one : coding.utterances) {
        if (one.span.from > at) break;
        if (one.span.contains(at)) found = &one;
    }
    return found;
}

const Event* code_of(const Coding& coding, const Utterance& utterance) {
    const std::vector<const Event*> events = coding.events_of(utterance);
    return events.empty() ? nullptr : events.front();
}

std::vector<const Utterance*> utterances_in_segment(const Coding& coding) {
    std::vector<const Utterance*> found;
    for (const Utterance& one : coding.utterances)
        if (is_in_segment(coding, one.span.from)) found.push_back(&one);
    return found;
}

CodedCount count_coded(const Coding& coding) {
    CodedCount count;
    for (const Utterance* one : utterances_in_segment(coding)) {
        ++count.all;
        if (code_of(coding, *one)) ++count.coded;
    }
    return count;
}

namespace parsing {

Edit marked(const Coding& coding, base::Span span, Side speaker) {
    for (const Utterance& other : coding.utterances) {
        if (!overlap(other.span, span)) continue;
        if (other.span.from <= span.from)
            span.from = other.span.to;
        else
            span.to = other.span.from;
    }
    if (span.length() < kLeastUtterance) return {"parsed", {}};
    return edits::added(std::vector{Utterance{base::make_id(), span, speaker}});
}

Edit took_over(const Coding& coding, std::vector<Utterance> utterances) {
    std::erase_if(utterances, [&](const Utterance& one) {
        return std::any_of(coding.utterances.begin(), coding.utterances.end(), [&](const Utterance& other) {
            return other.speaker == one.speaker && overlap(other.span, one.span);
        });
    });
    // Two that begin and end together could not be told apart once coded; one without length could not be heard.
    std::set<std::tuple<base::Time, base::Time, Side>> taken;
    for (Utterance& one : utterances) {
        one.span.to = std::max(one.span.to, one.span.from + base::milliseconds(1));
        while (!taken.emplace(one.span.from, one.span.to, one.speaker).second) one.span.to += base::milliseconds(1);
    }
    return edits::added(utterances);
}

Edit split(const Coding& coding, const Utterance& utterance, base::Time at, Side speaker_of_second) {
    if (at - utterance.span.from < kLeastUtterance || utterance.span.to - at < kLeastUtterance) return {"parsed", {}};
    Utterance first = utterance;
    first.span.to = at;
    Edit edit = edits::changed(coding, utterance, first);
    append(edit, edits::added(std::vector{Utterance{base::make_id(), {at, utterance.span.to}, speaker_of_second}}));
    return edit;
}

Edit joined(const Coding& coding, const Utterance& first, const Utterance& second) {
    const std::vector<Event> kept = codes_of(coding, first);
    const std::vector<Event> others = codes_of(coding, second);
    Utterance both = first;
    both.span.to = std::max(first.span.to, second.span.to);
    if (kept.empty() && !others.empty()) both.speaker = second.speaker;
    Edit edit = edits::changed(coding, first, both);
    append(edit, edits::deleted(std::vector{second}));
    if (!kept.empty()) {
        append(edit, edits::deleted(coding, others));
        return edit;
    }
    for (const Event& event : others) {
        Event moved = event;
        moved.at = both.span.from;
        moved.end = both.span.to;
        append(edit, edits::changed(event, moved));
    }
    return edit;
}

Edit reshaped(const Coding& coding, const Utterance& utterance, base::Span span) {
    const Utterance* before = that(coding, utterance, ends_where);
    const Utterance* after = that(coding, utterance, begins_where);
    if (span.from != utterance.span.from) {
        const base::Time first = before ? before->span.from + kLeastUtterance : base::Time{};
        span.from = std::max(first, std::min(span.from, utterance.span.to - kLeastUtterance));
    }
    if (span.to != utterance.span.to) {
        if (after) span.to = std::min(span.to, after->span.to - kLeastUtterance);
        span.to = std::max(span.to, span.from + kLeastUtterance);
    }
    Edit edit{"parsed", {}};
    const auto reshape = [&](const Utterance& one, base::Span to) {
        Utterance now = one;
        now.span = to;
        if (now != one) append(edit, edits::changed(coding, one, now));
    };
    reshape(utterance, span);
    if (before && span.from != utterance.span.from) reshape(*before, {before->span.from, span.from});
    if (after && span.to != utterance.span.to) reshape(*after, {span.to, after->span.to});
    return edit;
}

Edit spoken_by(const Coding& coding, const Utterance& utterance, Side speaker) {
    if (utterance.speaker == speaker) return {"parsed", {}};
    Utterance now = utterance;
    now.speaker = speaker;
    Edit edit{"parsed", {UtteranceChange{utterance, now}}};
    append(edit, edits::deleted(coding, codes_of(coding, utterance)));
    return edit;
}

Edit removed(const Coding& coding, const Utterance& utterance) {
    Edit edit = edits::deleted(std::vector{utterance});
    append(edit, edits::deleted(coding, codes_of(coding, utterance)));
    return edit;
}

Edit coded(const Coding& coding, const Codebook& codebook, const Utterance& utterance, const Code& code) {
    Utterance now = utterance;
    now.speaker = code.side;
    Edit edit{"coded", {}};
    if (now != utterance) edit.changes.emplace_back(UtteranceChange{utterance, now});
    const std::vector<Event> standing = codes_of(coding, utterance);
    if (standing.empty()) {
        Event event;
        event.id = base::make_id();
        event.code = code.key;
        append(edit, edits::coded(now, event));
    } else if (standing.front().code != code.key) {
        append(edit, edits::changed(standing.front(), recoded(standing.front(), code, codebook)));
    }
    return edit;
}

Edit uncoded(const Coding& coding, const Utterance& utterance) {
    return edits::deleted(coding, codes_of(coding, utterance));
}

}  // namespace parsing

}  // namespace codes
