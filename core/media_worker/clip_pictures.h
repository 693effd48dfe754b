// The pictures of what is written: titles, and those of each stretch, masked and cut to its borders. Times of the
// recording are file time; those of what is written count from its beginning.
#pragma once

#include "media_worker/clip_writer.h"
#include "media_worker/picture_mask.h"
#include "media_worker/picture_source.h"

namespace media_worker {

class ClipPictures {
public:
    // `source` may be missing, in a recording of sound alone: then the titles are all there is to see.
    ClipPictures(PictureSource* source, const ClipPlan& plan);

    Size size() const { return size_; }
    bool bt709() const { return bt709_; }

    // A title stands alone in front of its stretch; without pictures it stays on to the stretch's end.
    void write_title(ClipWriter& writer, const ClipTitle& title, Interval written);
    void begin(Interval stretch, std::int64_t written_us);
    void write_next(ClipWriter& writer);
    bool is_done() const { return done_; }
    std::int64_t at_us() const { return at_us_; }  // file time up to which the stretch is written

private:
    PictureSource* source_;
    PictureWriter converter_;
    PictureMask mask_;
    Size size_;
    bool bt709_ = true;
    Interval stretch_;
    std::int64_t written_us_ = 0;  // where the stretch begins
    std::int64_t at_us_ = 0;
    bool done_ = true;
};

}  // namespace media_worker
