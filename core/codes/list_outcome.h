// What an edit makes of one list of a coding (events, utterances, ...), worked out before the list is touched.
#pragma once

#include "base/error.h"
#include "base/i18n.h"
#include "codes/edits.h"
#include "codes/identity.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace codes {

template <class T>
class ListOutcome {
public:
    using Key = std::decay_t<decltype(identity(std::declval<const T&>()))>;

    // The list is sorted by `earlier`, and stays as it is until put_in().
    ListOutcome(const std::vector<T>& list, std::size_t changes) : list_(list), changes_(changes) {}

    void add(const ChangeOf<T>& change) {
        if (!change.before && !change.after) return;
        const Key key = identity(change.before ? *change.before : *change.after);
        if (change.after && identity(*change.after) != key)
            throw base::Error(_("An edit cannot turn one thing into another."));
        if (change.after) check(*change.after);
        Touched& touched = touch(key, change.before);
        if (touched.now != change.before) refuse_stale_edit();
        touched.now = change.after;
    }

    bool has(const Key& key) const {
        const auto touched = touched_.find(key);
        if (touched != touched_.end()) return touched->second.now.has_value();
        return std::any_of(list_.begin(), list_.end(), [&](const T& one) { return identity(one) == key; });
    }

    std::vector<Key> taken_out() const {
        std::vector<Key> gone;
        for (const auto& [key, touched] : touched_)
            if (touched.place && !touched.now) gone.push_back(key);
        return gone;
    }

    // Moves, never copies: one key in a coding of ten thousand events must not cost ten thousand copies.
    void put_in(std::vector<T>& list) && {
        std::vector<std::size_t> gone;
        std::vector<T> arrived;
        for (auto& [key, touched] : touched_) {
            if (touched.place) gone.push_back(*touched.place);
            if (touched.now) arrived.push_back(std::move(*touched.now));
        }
        std::sort(gone.begin(), gone.end());
        std::sort(arrived.begin(), arrived.end(), earlier);
        list.reserve(list.size() + arrived.size());  // from here on nothing can fail
        take_out(list, gone);
        const auto middle = static_cast<std::ptrdiff_t>(list.size());
        std::move(arrived.begin(), arrived.end(), std::back_inserter(list));
        std::inplace_merge(list.begin(), list.begin() + middle, list.end(), earlier);
    }

private:
    // What the edit touches: where it stood in the list, and what it is in the end.
    struct Touched {
        std::optional<std::size_t> place;
        std::optional<T> now;
    };

    Touched& touch(const Key& key, const std::optional<T>& before) {
        const auto [found, is_new] = touched_.try_emplace(key);
        if (!is_new) return found->second;
        const std::optional<std::size_t> place = before ? place_of(*before) : place_of(key);
        if (place) found->second = {place, list_[*place]};
        return found->second;
    }

    std::optional<std::size_t> place_of(const T& one) const {
        const auto found = std::lower_bound(list_.begin(), list_.end(), one, earlier);
        if (found == list_.end() || identity(*found) != identity(one)) return {};
        return static_cast<std::size_t>(found - list_.begin());
    }

    std::optional<std::size_t> place_of(const Key& key) {
        if (changes_ <= kFew) {
            const auto found =
                std::find_if(list_.begin(), list_.end(), [&](const T& one) { return identity(one) == key; });
            if (found == list_.end()) return {};
            return static_cast<std::size_t>(found - list_.begin());
        }
        for (std::size_t place = index_.size(); place < list_.size(); ++place)
            index_.emplace(identity(list_[place]), place);
        const auto found = index_.find(key);
        return found == index_.end() ? std::nullopt : std::optional<std::size_t>(found->second);
    }

    static void take_out(std::vector<T>& list, const std::vector<std::size_t>& gone) {
        if (gone.empty()) return;
        auto next_gone = gone.begin();
        std::size_t kept = gone.front();
        for (std::size_t place = kept; place < list.size(); ++place) {
            if (next_gone != gone.end() && *next_gone == place) {
                ++next_gone;
            } else {
                list[kept++] = std::move(list[place]);
            }
        }
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(kept), list.end());
    }

    static constexpr std::size_t kFew = 8;  // from here on, an index of all pays

    const std::vector<T>& list_;
    std::size_t changes_;
    std::map<Key, std::size_t> index_;  // empty until needed
    std::map<Key, Touched> touched_;
};

}  // namespace codes
