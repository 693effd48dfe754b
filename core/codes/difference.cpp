#include "codes/difference.h"

#include "codes/identity.h"

#include <map>
#include <set>

namespace codes {

namespace {

class Difference {
public:
    template <class T>
    void lists(const std::vector<T>& from, const std::vector<T>& to) {
        std::map<std::decay_t<decltype(identity(from.front()))>, ChangeOf<T>> changes;
        for (const T& one : from) changes[identity(one)].before = one;
        for (const T& one : to) changes[identity(one)].after = one;
        for (const auto& [name, change] : changes) add(change);
    }

    void ratings(const std::map<std::string, int>& from, const std::map<std::string, int>& to) {
        std::map<std::string, RatingChange> changes;
        for (const auto& [rating, value] : from) changes[rating].before = value;
        for (const auto& [rating, value] : to) changes[rating].after = value;
        for (auto& [rating, change] : changes) {
            change.rating = rating;
            add(change);
        }
    }

    template <class Change, class T>
    void value(const T& from, const T& to) {
        add(Change{from, to});
    }

    void untie_all_but(const std::map<std::string, std::vector<base::Id>>& from,
                       const std::map<std::string, std::vector<base::Id>>& to) {
        links(from, to, true);
    }
    void tie_all_of(const std::map<std::string, std::vector<base::Id>>& to,
                    const std::map<std::string, std::vector<base::Id>>& from) {
        links(to, from, false);
    }

    std::vector<Change> take() && { return std::move(changes_); }

private:
    template <class T>
    void add(const T& change) {
        if (change.before != change.after) changes_.emplace_back(change);
    }

    void links(const std::map<std::string, std::vector<base::Id>>& these,
               const std::map<std::string, std::vector<base::Id>>& others, bool before) {
        for (const auto& [rating, events] : these) {
            const auto other = others.find(rating);
            const std::set<base::Id> kept = other == others.end()
                                                ? std::set<base::Id>()
                                                : std::set<base::Id>(other->second.begin(), other->second.end());
            for (const base::Id& event : events)
                if (!kept.contains(event)) add(EvidenceChange{rating, event, before, !before});
        }
    }

    std::vector<Change> changes_;
};

}  // namespace

Edit difference(const Coding& from, const Coding& to) {
    Difference difference;
    difference.untie_all_but(from.evidence, to.evidence);
    difference.lists(from.events, to.events);
    difference.tie_all_of(to.evidence, from.evidence);
    difference.lists(from.utterances, to.utterances);
    difference.lists(from.ticks, to.ticks);
    difference.lists(from.phases, to.phases);
    difference.lists(from.decisions, to.decisions);
    difference.ratings(from.ratings, to.ratings);
    difference.value<SegmentChange>(from.segment, to.segment);
    difference.value<SourcesChange>(from.sources, to.sources);
    difference.value<FeedbackChange>(from.feedback, to.feedback);
    difference.value<PurposeChange>(from.purpose, to.purpose);
    difference.value<CodebookChange>(CodebookName{from.codebook_key, from.codebook_version},
                                     CodebookName{to.codebook_key, to.codebook_version});
    return {"renewed", std::move(difference).take()};
}

}  // namespace codes
