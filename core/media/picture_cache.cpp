#include "media/picture_cache.h"

#include <tuple>

namespace media {

void PictureCache::begin(base::Time from) {
    asked_from_ = from;
    entries_.clear();
    index_.reset();
    answer_.reset();
    has_ended_ = false;
}

void PictureCache::add(Picture picture, std::uint32_t lap, bool is_lead) {
    if (!is_lead && !answer_) answer_ = Position{picture.at, lap};
    entries_.push_back({std::move(picture), lap});
}

std::optional<base::Time> PictureCache::newest_until() const {
    if (entries_.empty()) return {};
    return entries_.back().picture.until;
}

std::optional<std::size_t> PictureCache::index_at(Position position) const {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        if (entry.lap == position.lap && entry.picture.at <= position.at && position.at < entry.picture.until) return i;
    }
    return {};
}

void PictureCache::show_at(Position position) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        const bool has_begun = std::tie(entry.lap, entry.picture.at) <= std::tie(position.lap, position.at);
        // Before the first picture of all, that one stands for it.
        const bool is_answer = !best && answer_ && asked_from_ <= position.at &&
                               std::tie(entry.lap, entry.picture.at) == std::tie(answer_->lap, answer_->at);
        if (has_begun || is_answer) best = i;
    }
    if (best && (answer_ || has_ended_)) show(*best);
}

bool PictureCache::show_next() {
    if (!index_ || *index_ + 1 >= entries_.size()) return false;
    if (entries_[*index_ + 1].lap != entries_[*index_].lap) return false;
    show(*index_ + 1);
    return true;
}

bool PictureCache::show_previous() {
    if (!index_ || *index_ == 0 || entries_[*index_ - 1].lap != entries_[*index_].lap) return false;
    show(*index_ - 1);
    return true;
}

std::optional<Position> PictureCache::next_begins() const {
    if (!index_ || *index_ + 1 >= entries_.size()) return {};
    const Entry& next = entries_[*index_ + 1];
    return Position{next.picture.at, next.lap};
}

void PictureCache::forget_shown() {
    if (shown_) ++serial_;
    shown_.reset();
    index_.reset();
}

void PictureCache::show(std::size_t index) {
    if (index_ != index) {
        shown_ = entries_[index].picture;
        shown_lap_ = entries_[index].lap;
        ++serial_;
    }
    for (; index > behind_; --index) entries_.pop_front();
    index_ = index;
}

}  // namespace media
