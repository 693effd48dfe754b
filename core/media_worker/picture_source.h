// The pictures of a recording in presentation order, from any moment: the picture for T is the last one whose time is
// not after T. Owns a container and a decoder of its own. Used by one thread at a time.
#pragma once

#include "media_worker/container.h"
#include "media_worker/decoder.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace media_worker {

struct TimedPicture {
    Owned<AVFrame> frame;
    std::int64_t at_us = 0;     // file time; until_us likewise
    std::int64_t until_us = 0;  // the next picture's time; the end for the last
};

class PictureSource {
public:
    using GoOn = std::function<bool()>;

    // Decodes the first picture. Throws Failure, also when there is none (no_picture).
    explicit PictureSource(std::unique_ptr<Container> container);

    Container& container() { return *container_; }
    std::int64_t first_us() const { return first_us_; }
    const AVFrame& first_picture() const { return *first_; }  // its size and shape alone
    PictureRoom& room() { return decoder_->room(); }
    void set_end(std::int64_t end_us) { end_us_ = end_us; }  // of the recording: how long the last picture stays

    // After this, next() gives up to `lead` pictures before the one at `us`, that one, and those after it. Returns how
    // many lead pictures there are; nothing when `go_on` said no.
    std::optional<int> go_to(std::int64_t us, int lead, const GoOn& go_on);
    std::optional<TimedPicture> next(const GoOn& go_on);  // nothing at the end, or when `go_on` said no
    // Quicker: the key frame at or before `us`; its until_us is a guess.
    std::optional<TimedPicture> key_picture(std::int64_t us);
    // The time of the key frame that a jump to `us` starts from.
    std::int64_t key_time(std::int64_t us);

    bool is_damaged() const { return container_->is_damaged() || decoder_->is_damaged(); }

private:
    struct Decoded {
        Owned<AVFrame> frame;
        std::int64_t at_us;
    };

    AVStream& stream() const { return container_->stream(container_->video_stream()); }
    void start_over(std::int64_t floor_us);
    void seek_before(std::int64_t us);
    void step_back(std::int64_t us);
    std::int64_t last_safe_start_us() const;
    bool is_on_the_way(std::int64_t us);
    bool decode_until_after(std::int64_t us, int lead, const GoOn& go_on);
    bool decode_one();
    void read_ahead();
    void send_packet();
    bool is_skippable(const AVPacket& packet) const;
    void take_frame(Owned<AVFrame> frame);

    std::unique_ptr<Container> container_;
    std::unique_ptr<Decoder> decoder_;
    Owned<AVFrame> first_;
    std::int64_t first_us_ = 0;
    std::int64_t end_us_ = 0;

    std::deque<Decoded> queue_;           // decoded, in order, not yet given out; the first may have been
    bool first_was_given_ = false;        // queue_'s first picture was the last one given out
    bool ended_ = false;                  // no picture after queue_'s last
    std::int64_t newest_us_ = INT64_MIN;  // of the last decoded picture
    std::int64_t step_us_ = 40'000;       // last known distance between pictures
    std::int64_t floor_us_ = INT64_MIN;   // pictures before it miss what they refer to
    std::int64_t landed_ts_ = 0;          // decoding time of the key frame that the last jump landed on
    bool from_the_start_ = true;
    bool draining_ = false;

    std::deque<Owned<AVPacket>> packets_;    // read, not yet sent
    std::vector<std::int64_t> shown_times_;  // presentation times of the packets read since the last jump
    bool packets_ended_ = false;
    bool waits_for_key_ = false;
    std::int64_t skip_before_ts_ = INT64_MIN;  // stream time: pictures before it need not be decoded ...
    std::size_t skip_lead_ = 0;                // ... but so many
};

}  // namespace media_worker
