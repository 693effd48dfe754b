#include "media_worker/clip_pictures.h"

#include <algorithm>

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
}

namespace media_worker {

namespace {

const auto kAlways = [] { return true; };
constexpr std::int64_t kTitleAgainUs = 1'000'000;  // players jump to pictures, so a long one is told of again

Size even(Size size) {
    return {std::max(2, size.width / 2 * 2), std::max(2, size.height / 2 * 2)};
}

Shape shape_in(PictureSource& source, const AVFrame& frame) {
    return shape_of(frame, source.container().stream(source.container().video_stream()));
}

Size size_for(PictureSource* source, const ClipPlan& plan) {
    if (source != nullptr) {
        const AVFrame& first = source->first_picture();
        return even(upright_size({first.width, first.height}, shape_in(*source, first)));
    }
    for (const ClipStretch& stretch : plan.stretches) {
        if (stretch.title) return even(stretch.title->size);
    }
    return {2, 2};
}

// libav wants its rows with room behind them.
Owned<AVFrame> as_frame(const ClipTitle& title) {
    Owned<AVFrame> frame = make_frame();
    frame->width = title.size.width;
    frame->height = title.size.height;
    frame->format = AV_PIX_FMT_RGB24;
    check(av_frame_get_buffer(frame.get(), 0), "making room for a title");
    const std::ptrdiff_t row = std::ptrdiff_t{3} * title.size.width;
    for (int y = 0; y < title.size.height; ++y) {
        std::copy_n(title.rgb.data() + y * row, row, frame->data[0] + y * std::ptrdiff_t{frame->linesize[0]});
    }
    return frame;
}

}  // namespace

ClipPictures::ClipPictures(PictureSource* source, const ClipPlan& plan)
    : source_(source), mask_(plan.blurred, size_for(source, plan)), size_(size_for(source, plan)) {
    if (source_ != nullptr) bt709_ = shape_in(*source_, source_->first_picture()).bt709;
}

void ClipPictures::write_title(ClipWriter& writer, const ClipTitle& title, Interval written) {
    const Owned<AVFrame> frame = as_frame(title);
    for (std::int64_t at = written.from; at < written.to; at += kTitleAgainUs) {
        const Owned<AVFrame> picture = converter_.upright_planes(*frame, {.bt709 = bt709_, .full_range = true}, size_);
        writer.add_picture(*picture, at, std::min(at + kTitleAgainUs, written.to));
    }
}

void ClipPictures::begin(Interval stretch, std::int64_t written_us) {
    stretch_ = stretch;
    written_us_ = written_us;
    at_us_ = stretch.from;
    done_ = source_ == nullptr;
    if (source_ != nullptr) source_->go_to(stretch.from, 0, kAlways);
}

void ClipPictures::write_next(ClipWriter& writer) {
    const std::optional<TimedPicture> picture = source_->next(kAlways);
    done_ = !picture || picture->at_us >= stretch_.to;
    if (done_) return;
    const Owned<AVFrame> upright =
        converter_.upright_planes(*picture->frame, shape_in(*source_, *picture->frame), size_);
    const std::int64_t at = std::max(picture->at_us, stretch_.from);
    at_us_ = std::min(picture->until_us, stretch_.to);
    mask_.apply(*upright, at);
    const std::int64_t moved = written_us_ - stretch_.from;
    if (at_us_ > at) writer.add_picture(*upright, at + moved, at_us_ + moved);
}

}  // namespace media_worker
