#include "codes/edits.h"

#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace codes {

namespace {

template <class... Handlers>
struct Cases : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Cases(Handlers...) -> Cases<Handlers...>;

[[noreturn]] void refuse(const char* why) {
    throw base::Error(why);
}

// What an edit makes of a coding, worked out in full before the coding is touched, so that it fits or nothing happens.
class Outcome {
public:
    Outcome(const Coding& coding, const Edit& edit)
        : coding_(coding),
          changes_(edit.changes.size()),
          feedback_(coding.feedback),
          codebook_{coding.codebook_key, coding.codebook_version} {
        for (const Change& change : edit.changes) {
            std::visit(
                Cases{[&](const EventChange& event) { add(event); }, [&](const RatingChange& rating) { add(rating); },
                      [&](const FeedbackChange& feedback) { add(feedback); },
                      [&](const CodebookChange& codebook) { add(codebook); }},
                change);
        }
    }

    void put_in(Coding& coding) && {
        put_in_events(coding.events);
        for (const auto& [rating, value] : ratings_) {
            if (value) {
                coding.ratings[rating] = *value;
            } else {
                coding.ratings.erase(rating);
            }
        }
        coding.feedback = std::move(feedback_);
        coding.codebook_key = std::move(codebook_.key);
        coding.codebook_version = std::move(codebook_.version);
    }

private:
    // An event that the edit touches: where it stood in the coding, and what it is in the end.
    struct Touched {
        std::optional<std::size_t> place;
        std::optional<Event> now;
    };

    void add(const EventChange& change) {
        if (!change.before && !change.after) return;
        const base::Id& id = change.before ? change.before->id : change.after->id;
        if (change.after && change.after->id != id) refuse(_("An edit cannot turn one event into another."));
        if (change.after) check(*change.after);
        Touched& touched = touch(id, change.before);
        if (touched.now != change.before) refuse_stale_edit();
        touched.now = change.after;
    }

    Touched& touch(const base::Id& id, const std::optional<Event>& before) {
        const auto [found, is_new] = events_.try_emplace(id);
        if (!is_new) return found->second;
        const std::optional<std::size_t> place = before ? place_of(*before) : place_of(id);
        if (place) found->second = {place, coding_.events[*place]};
        return found->second;
    }

    std::optional<std::size_t> place_of(const Event& event) const {
        const auto found = std::lower_bound(coding_.events.begin(), coding_.events.end(), event, earlier);
        if (found == coding_.events.end() || found->id != event.id) return {};
        return static_cast<std::size_t>(found - coding_.events.begin());
    }
    std::optional<std::size_t> place_of(const base::Id& id) {
        if (changes_ <= kFew) {
            const Event* found = coding_.find(id);
            if (found == nullptr) return {};
            return static_cast<std::size_t>(found - coding_.events.data());
        }
        for (std::size_t place = index_.size(); place < coding_.events.size(); ++place) {
            index_.emplace(coding_.events[place].id, place);
        }
        const auto found = index_.find(id);
        return found == index_.end() ? std::nullopt : std::optional<std::size_t>(found->second);
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

    // Moves, never copies: one key in a coding of ten thousand events must not cost ten thousand copies.
    void put_in_events(std::vector<Event>& events) {
        std::vector<std::size_t> gone;
        std::vector<Event> arrived;
        for (auto& [id, touched] : events_) {
            if (touched.place) gone.push_back(*touched.place);
            if (touched.now) arrived.push_back(std::move(*touched.now));
        }
        std::sort(gone.begin(), gone.end());
        std::sort(arrived.begin(), arrived.end(), earlier);
        events.reserve(events.size() + arrived.size());  // from here on nothing can fail
        take_out(events, gone);
        const auto middle = static_cast<std::ptrdiff_t>(events.size());
        std::move(arrived.begin(), arrived.end(), std::back_inserter(events));
        std::inplace_merge(events.begin(), events.begin() + middle, events.end(), earlier);
    }

    static void take_out(std::vector<Event>& events, const std::vector<std::size_t>& gone) {
        if (gone.empty()) return;
        auto next_gone = gone.begin();
        std::size_t kept = gone.front();
        for (std::size_t place = kept; place < events.size(); ++place) {
            if (next_gone != gone.end() && *next_gone == place) {
                ++next_gone;
            } else {
                events[kept++] = std::move(events[place]);
            }
        }
        events.erase(events.begin() + static_cast<std::ptrdiff_t>(kept), events.end());
    }

    static constexpr std::size_t kFew = 8;  // from here on, an index of all ids pays

    const Coding& coding_;
    std::size_t changes_;
    std::unordered_map<base::Id, std::size_t> index_;  // empty until needed
    std::unordered_map<base::Id, Touched> events_;
    std::map<std::string, std::optional<int>> ratings_;
    Feedback feedback_;
    CodebookName codebook_;
};

}  // namespace

void check(const Event& event) {
    if (!event.id) refuse(_("An event needs an id."));
    if (event.code.empty()) refuse(_("An event needs a code."));
    if (event.at < base::Time{}) refuse(_("An event cannot lie before the beginning of the recording."));
    if (event.end && *event.end < event.at) refuse(_("An event cannot end before it begins."));
}

void refuse_stale_edit() {
    refuse(_("This coding has changed meanwhile, so the edit no longer fits. Open the coding again."));
}

void apply(Coding& coding, const Edit& edit) {
    Outcome(coding, edit).put_in(coding);
}

Edit inverse(const Edit& edit) {
    Edit turned{edit.what, {}};
    turned.changes.reserve(edit.changes.size());
    for (auto change = edit.changes.rbegin(); change != edit.changes.rend(); ++change) {
        turned.changes.push_back(std::visit(Cases{[](const EventChange& event) -> Change {
                                                      return EventChange{event.after, event.before};
                                                  },
                                                  [](const RatingChange& rating) -> Change {
                                                      return RatingChange{rating.rating, rating.after, rating.before};
                                                  },
                                                  [](const FeedbackChange& feedback) -> Change {
                                                      return FeedbackChange{feedback.after, feedback.before};
                                                  },
                                                  [](const CodebookChange& codebook) -> Change {
                                                      return CodebookChange{codebook.after, codebook.before};
                                                  }},
                                            *change));
    }
    return turned;
}

namespace edits {

Edit added(const Event& event) {
    return {"added", {EventChange{std::nullopt, event}}};
}

Edit deleted(const std::vector<Event>& events) {
    Edit edit{"deleted", {}};
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

}  // namespace edits

}  // namespace codes
