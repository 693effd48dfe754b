#include "codes/edits.h"

#include "codes/list_outcome.h"

#include <algorithm>
#include <set>
#include <utility>

namespace codes {

namespace {

bool is_tied(const Coding& coding, const std::string& rating, const base::Id& event) {
    const auto tied = coding.evidence.find(rating);
    return tied != coding.evidence.end() && std::binary_search(tied->second.begin(), tied->second.end(), event);
}

// What an edit makes of a coding, worked out in full before the coding is touched, so that it fits or nothing happens.
class Outcome {
public:
    Outcome(const Coding& coding, const Edit& edit)
        : coding_(coding),
          events_(coding.events, edit.changes.size()),
          utterances_(coding.utterances, edit.changes.size()),
          ticks_(coding.ticks, edit.changes.size()),
          phases_(coding.phases, edit.changes.size()),
          decisions_(coding.decisions, edit.changes.size()),
          sources_(coding.sources),
          purpose_(coding.purpose),
          segment_(coding.segment),
          feedback_(coding.feedback),
          codebook_{coding.codebook_key, coding.codebook_version} {
        for (const Change& change : edit.changes) std::visit([&](const auto& one) { add(one); }, change);
        check_evidence();
    }

    void put_in(Coding& coding) && {
        std::move(events_).put_in(coding.events);
        std::move(utterances_).put_in(coding.utterances);
        std::move(ticks_).put_in(coding.ticks);
        std::move(phases_).put_in(coding.phases);
        std::move(decisions_).put_in(coding.decisions);
        coding.sources = std::move(sources_);
        coding.purpose = purpose_;
        for (const auto& [rating, value] : ratings_) {
            if (value) {
                coding.ratings[rating] = *value;
            } else {
                coding.ratings.erase(rating);
            }
        }
        for (const auto& [link, is_tied] : links_) put_in(coding, link.first, link.second, is_tied);
        coding.segment = segment_;
        coding.feedback = std::move(feedback_);
        coding.codebook_key = std::move(codebook_.key);
        coding.codebook_version = std::move(codebook_.version);
    }

private:
    void add(const EventChange& change) { events_.add(change); }
    void add(const UtteranceChange& change) { utterances_.add(change); }
    void add(const TickChange& change) { ticks_.add(change); }
    void add(const PhaseChange& change) { phases_.add(change); }
    void add(const DecisionChange& change) { decisions_.add(change); }

    void add(const SourcesChange& change) {
        if (change.after) check(*change.after);
        if (sources_ != change.before) refuse_stale_edit();
        sources_ = change.after;
    }

    void add(const PurposeChange& change) {
        if (purpose_ != change.before) refuse_stale_edit();
        purpose_ = change.after;
    }

    void add(const RatingChange& change) {
        const auto kept = coding_.ratings.find(change.rating);
        const std::optional<int> standing =
            kept == coding_.ratings.end() ? std::nullopt : std::optional<int>(kept->second);
        std::optional<int>& now = ratings_.try_emplace(change.rating, standing).first->second;
        if (now != change.before) refuse_stale_edit();
        now = change.after;
    }

    void add(const FeedbackChange& change) {
        if (feedback_ != change.before) refuse_stale_edit();
        feedback_ = change.after;
    }

    void add(const CodebookChange& change) {
        if (codebook_ != change.before) refuse_stale_edit();
        codebook_ = change.after;
    }

    void add(const EvidenceChange& change) {
        bool& now = links_.try_emplace({change.rating, change.event}, is_tied(coding_, change.rating, change.event))
                        .first->second;
        if (now != change.before) refuse_stale_edit();
        now = change.after;
    }

    void add(const SegmentChange& change) {
        if (change.after) check(*change.after);
        if (segment_ != change.before) refuse_stale_edit();
        segment_ = change.after;
    }

    void check_evidence() const {
        for (const auto& [link, is_tied] : links_)
            if (is_tied && !events_.has(link.second)) refuse_lost_evidence();
        const std::vector<base::Id> gone = events_.taken_out();
        if (gone.empty()) return;
        const std::set<base::Id> lost(gone.begin(), gone.end());
        for (const auto& [rating, events] : coding_.evidence)
            for (const base::Id& event : events)
                if (lost.contains(event) && !links_.contains({rating, event})) refuse_lost_evidence();
    }

    static void put_in(Coding& coding, const std::string& rating, const base::Id& event, bool is_tied) {
        std::vector<base::Id>& events = coding.evidence[rating];
        const auto place = std::lower_bound(events.begin(), events.end(), event);
        const bool was_tied = place != events.end() && *place == event;
        if (is_tied && !was_tied) events.insert(place, event);
        if (!is_tied && was_tied) events.erase(place);
        if (events.empty()) coding.evidence.erase(rating);
    }

    const Coding& coding_;
    ListOutcome<Event> events_;
    ListOutcome<Utterance> utterances_;
    ListOutcome<Tick> ticks_;
    ListOutcome<PhaseMark> phases_;
    ListOutcome<Decision> decisions_;
    std::optional<Sources> sources_;
    Purpose purpose_;
    std::map<std::string, std::optional<int>> ratings_;
    std::map<std::pair<std::string, base::Id>, bool> links_;
    std::optional<Segment> segment_;
    Feedback feedback_;
    CodebookName codebook_;
};

}  // namespace

void apply(Coding& coding, const Edit& edit) {
    Outcome(coding, edit).put_in(coding);
}

Edit inverse(const Edit& edit) {
    Edit turned = edit;
    std::reverse(turned.changes.begin(), turned.changes.end());
    for (Change& change : turned.changes) std::visit([](auto& one) { std::swap(one.before, one.after); }, change);
    return turned;
}

namespace edits {

namespace {

Event on(const Utterance& utterance, Event event) {
    event.at = utterance.span.from;
    event.end = utterance.span.to;
    event.speaker = utterance.speaker;
    return event;
}

template <class T>
std::optional<T> standing(const std::vector<T>& list, const T& like) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const T& one) { return identity(one) == identity(like); });
    return found == list.end() ? std::nullopt : std::optional<T>(*found);
}

}  // namespace

Edit added(const Event& event) {
    return {"added", {EventChange{std::nullopt, event}}};
}

Edit deleted(const Coding& coding, const std::vector<Event>& events) {
    Edit edit{"deleted", {}};
    for (const Event& event : events)
        for (const auto& [rating, tied] : coding.evidence)
            if (is_tied(coding, rating, event.id))
                edit.changes.emplace_back(EvidenceChange{rating, event.id, true, false});
    for (const Event& event : events) edit.changes.emplace_back(EventChange{event, std::nullopt});
    return edit;
}

Edit changed(const Event& before, const Event& after) {
    return {"changed", {EventChange{before, after}}};
}

Edit changed(const std::vector<EventChange>& changes) {
    return {"changed", {changes.begin(), changes.end()}};
}

Edit rated(const Coding& coding, const std::string& rating, std::optional<int> value) {
    const auto standing = coding.ratings.find(rating);
    const std::optional<int> before =
        standing == coding.ratings.end() ? std::nullopt : std::optional<int>(standing->second);
    return {"rated", {RatingChange{rating, before, value}}};
}

Edit wrote(const Coding& coding, const Feedback& feedback) {
    return {"wrote", {FeedbackChange{coding.feedback, feedback}}};
}

Edit begun(const Coding& coding) {
    Edit whole{"begun", {}};
    for (const Event& event : coding.events) whole.changes.emplace_back(EventChange{{}, event});
    for (const auto& [rating, value] : coding.ratings) whole.changes.emplace_back(RatingChange{rating, {}, value});
    whole.changes.emplace_back(FeedbackChange{{}, coding.feedback});
    for (const Utterance& utterance : coding.utterances) whole.changes.emplace_back(UtteranceChange{{}, utterance});
    for (const auto& [rating, events] : coding.evidence)
        for (const base::Id& event : events) whole.changes.emplace_back(EvidenceChange{rating, event});
    for (const Tick& tick : coding.ticks) whole.changes.emplace_back(TickChange{{}, tick});
    for (const PhaseMark& mark : coding.phases) whole.changes.emplace_back(PhaseChange{{}, mark});
    if (coding.segment) whole.changes.emplace_back(SegmentChange{{}, coding.segment});
    if (coding.sources) whole.changes.emplace_back(SourcesChange{{}, coding.sources});
    for (const Decision& decision : coding.decisions) whole.changes.emplace_back(DecisionChange{{}, decision});
    return whole;
}

Edit added(const std::vector<Utterance>& utterances) {
    Edit edit{"parsed", {}};
    for (const Utterance& utterance : utterances) edit.changes.emplace_back(UtteranceChange{std::nullopt, utterance});
    return edit;
}

Edit deleted(const std::vector<Utterance>& utterances) {
    Edit edit{"parsed", {}};
    for (const Utterance& utterance : utterances) edit.changes.emplace_back(UtteranceChange{utterance, std::nullopt});
    return edit;
}

Edit changed(const Coding& coding, const Utterance& before, const Utterance& after) {
    Edit edit{"parsed", {UtteranceChange{before, after}}};
    for (const Event* event : coding.events_of(before))
        edit.changes.emplace_back(EventChange{*event, on(after, *event)});
    return edit;
}

Edit coded(const Utterance& utterance, Event event) {
    return added(on(utterance, std::move(event)));
}

Edit tied(const Coding& coding, const std::string& rating, const base::Id& event) {
    return {"tied", {EvidenceChange{rating, event, is_tied(coding, rating, event), true}}};
}

Edit untied(const Coding& coding, const std::string& rating, const base::Id& event) {
    return {"tied", {EvidenceChange{rating, event, is_tied(coding, rating, event), false}}};
}

Edit ticked(const Coding& coding, const Tick& tick) {
    return {"ticked", {TickChange{standing(coding.ticks, tick), tick}}};
}

Edit unticked(const Tick& tick) {
    return {"ticked", {TickChange{tick, std::nullopt}}};
}

Edit marked(const Coding& coding, const PhaseMark& mark) {
    return {"marked", {PhaseChange{standing(coding.phases, mark), mark}}};
}

Edit unmarked(const PhaseMark& mark) {
    return {"marked", {PhaseChange{mark, std::nullopt}}};
}

Edit moved(const Coding& coding, const PhaseMark& mark, base::Time to) {
    const PhaseMark after{to, mark.phase};
    if (to == mark.at) return {"marked", {}};
    return {"marked", {PhaseChange{mark, std::nullopt}, PhaseChange{standing(coding.phases, after), after}}};
}

Edit limited(const Coding& coding, const std::optional<Segment>& segment) {
    return {"limited", {SegmentChange{coding.segment, segment}}};
}

Edit meant(const Coding& coding, Purpose purpose) {
    return {"meant", {PurposeChange{coding.purpose, purpose}}};
}

}  // namespace edits

}  // namespace codes
