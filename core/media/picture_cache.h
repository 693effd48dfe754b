// Pictures in the order in which they are shown: some that were, the one that is, and those decoded ahead. Decides
// which one belongs to a position. Lets slots go promptly, because the worker decodes into them. UI thread only.
#pragma once

#include "media/frames.h"
#include "media/position_history.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace media {

class PictureCache {
public:
    // How many pictures before the one shown are kept for stepping back.
    void keep_behind(std::size_t pictures) { behind_ = pictures; }

    // For the answers to a new request, from a time on: everything goes but the picture on screen.
    void begin(base::Time from = {});
    // The next picture of that request; `is_lead` as in the protocol.
    void add(Picture picture, std::uint32_t lap, bool is_lead);
    // No picture comes after those that are here.
    void end() { has_ended_ = true; }

    // The picture asked for has come (or the news that there is none).
    bool is_answered() const { return answer_.has_value() || has_ended_; }
    bool has_ended() const { return has_ended_; }
    bool covers(Position position) const { return index_at(position).has_value(); }
    std::optional<base::Time> newest_until() const;

    // Shows what belongs to the position; keeps what is shown while that has not come.
    void show_at(Position position);
    // Shows the neighbour in time; false when it is not here.
    bool show_next();
    bool show_previous();

    const Picture* shown() const { return shown_ ? &*shown_ : nullptr; }
    std::uint32_t shown_lap() const { return shown_lap_; }
    bool shows_own() const { return index_.has_value(); }  // one of this request, not one left from the last
    std::uint64_t serial() const { return serial_; }
    // When the picture after the one shown begins, if it is here.
    std::optional<Position> next_begins() const;
    void forget_shown();

private:
    struct Entry {
        Picture picture;
        std::uint32_t lap = 0;
    };

    std::optional<std::size_t> index_at(Position position) const;
    void show(std::size_t index);

    std::deque<Entry> entries_;
    std::optional<std::size_t> index_;  // of the shown one, if it is among entries_
    std::optional<Position> answer_;    // the beginning of the picture that was asked for
    std::optional<Picture> shown_;
    std::uint32_t shown_lap_ = 0;
    std::uint64_t serial_ = 0;
    std::size_t behind_ = 8;
    base::Time asked_from_;
    bool has_ended_ = false;
};

}  // namespace media
