#include "library/memory_reviews.h"

#include "library/checks.h"

#include <utility>

namespace library {

MemoryReviews::MemoryReviews(std::function<Presence(const base::Id&)> presence) : presence_(std::move(presence)) {}

std::optional<codes::Review> MemoryReviews::of(const base::Id& conversation) {
    std::optional<codes::Review> found;
    for (const codes::Review& review : all())
        if (review.conversation == conversation) found = review;
    return found;
}

std::vector<codes::Review> MemoryReviews::all() {
    std::map<base::Id, base::Id> last;
    for (const auto& [id, review] : reviews_) last[review.conversation] = id;
    std::vector<codes::Review> found;
    for (const auto& [id, review] : reviews_)
        if (last[review.conversation] == id && presence_(review.conversation) == Presence::There)
            found.push_back(review);
    return found;
}

std::vector<codes::Review> MemoryReviews::everything(const base::Id& conversation) {
    std::vector<codes::Review> found;
    for (const auto& [id, review] : reviews_)
        if (review.conversation == conversation) found.push_back(review);
    return found;
}

const codes::Review* MemoryReviews::find(const codes::Review& review) const {
    const auto here = reviews_.find(review.id);
    if (here == reviews_.end()) return nullptr;
    if (here->second.conversation != review.conversation) refuse_known_id();
    return &here->second;
}

void MemoryReviews::write(const codes::Review& review) {
    if (presence_(review.conversation) == Presence::Unknown) refuse_unknown_conversation();
    reviews_[review.id] = review;
}

codes::Review MemoryReviews::put(const codes::Review& review) {
    check(review);
    const codes::Review* before = find(review);
    codes::Review kept = review;
    kept.revision = (before ? before->revision : 0) + 1;
    kept.changed = base::now();
    write(kept);
    return kept;
}

bool MemoryReviews::take_in(const codes::Review& review) {
    check(review);
    const codes::Review* here = find(review);
    if (here && !is_later(review, *here)) return false;
    write(review);
    return true;
}

void MemoryReviews::forget(const base::Id& conversation) {
    std::erase_if(reviews_, [&](const auto& review) { return review.second.conversation == conversation; });
}

}  // namespace library
