#include "media_worker/picture_writer.h"

#include "media_worker/high_dynamic_range.h"

#include <algorithm>
#include <cmath>
#include <cstring>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

namespace media_worker {

namespace {

constexpr int kAlign = 32;

int aligned(int bytes) {
    return (bytes + kAlign - 1) / kAlign * kAlign;
}

// swscale takes the J formats for full range by name and the others by what it is told.
AVPixelFormat without_range(int format) {
    switch (format) {
        case AV_PIX_FMT_YUVJ420P:
            return AV_PIX_FMT_YUV420P;
        case AV_PIX_FMT_YUVJ422P:
            return AV_PIX_FMT_YUV422P;
        case AV_PIX_FMT_YUVJ444P:
            return AV_PIX_FMT_YUV444P;
        case AV_PIX_FMT_YUVJ440P:
            return AV_PIX_FMT_YUV440P;
        default:
            return static_cast<AVPixelFormat>(format);
    }
}

bool is_plain_420(int format) {
    return without_range(format) == AV_PIX_FMT_YUV420P;
}

bool is_rgb(int format) {
    const AVPixFmtDescriptor* description = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(format));
    return description != nullptr && (description->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
}

void copy_plane(std::uint8_t* to, int to_stride, const std::uint8_t* from, int from_stride, int width, int height) {
    av_image_copy_plane(to, to_stride, from, from_stride, width, height);
}

// The position in the stored picture of each upright pixel, as a start and two steps.
struct Walk {
    std::ptrdiff_t start;
    std::ptrdiff_t right;
    std::ptrdiff_t down;
};
Walk walk_for(const Shape& shape, int width, int height) {
    const std::ptrdiff_t row = width;
    Walk walk{};
    switch (shape.rotation) {
        case 90:
            walk = {(height - 1) * row, -row, 1};
            break;
        case 180:
            walk = {(height - 1) * row + width - 1, -1, -row};
            break;
        case 270:
            walk = {width - 1, row, -1};
            break;
        default:
            walk = {0, 1, row};
            break;
    }
    if (!shape.mirrored) return walk;
    const auto mirror = [&](std::ptrdiff_t step) { return step == 1 ? -1 : step == -1 ? 1 : step; };
    const std::ptrdiff_t x = walk.start % row;
    return {walk.start - x + (width - 1 - x), mirror(walk.right), mirror(walk.down)};
}

Owned<AVFrame> make_picture(Size size) {
    Owned<AVFrame> picture = make_frame();
    picture->width = size.width;
    picture->height = size.height;
    picture->format = AV_PIX_FMT_YUV420P;
    check(av_frame_get_buffer(picture.get(), 0), "making room for a picture");
    return picture;
}

}  // namespace

Planes planes_for(int width, int height) {
    Planes planes{.width = width, .height = height};
    const int half_width = (width + 1) / 2;
    const int half_height = (height + 1) / 2;
    planes.stride = {aligned(width), aligned(half_width), aligned(half_width)};
    const auto luma = static_cast<std::uint32_t>(planes.stride[0] * height);
    const auto chroma = static_cast<std::uint32_t>(planes.stride[1] * half_height);
    planes.offset = {0, luma, luma + chroma};
    planes.bytes = luma + 2 * static_cast<std::size_t>(chroma);
    return planes;
}

Size largest_fitting(Size size, std::size_t bytes) {
    Size smaller = size;
    for (double by = 1; planes_for(smaller.width, smaller.height).bytes > bytes; by *= 0.9) {
        smaller = {std::max(2, static_cast<int>(size.width * by) / 2 * 2),
                   std::max(2, static_cast<int>(size.height * by) / 2 * 2)};
        if (smaller.width == 2 && smaller.height == 2) break;
    }
    return smaller;
}

bool is_taken_as_it_is(const AVFrame& frame) {
    return is_plain_420(frame.format) && !has_high_dynamic_range(frame);
}

Planes PictureWriter::write_planes(const AVFrame& frame, std::span<std::uint8_t> to) {
    if (const Owned<AVFrame> dimmed = to_standard_range(frame)) return write_planes(*dimmed, to);
    const Size size = largest_fitting({frame.width, frame.height}, to.size());
    const Planes planes = planes_for(size.width, size.height);
    std::uint8_t* const data[4] = {to.data(), to.data() + planes.offset[1], to.data() + planes.offset[2], nullptr};
    const int strides[4] = {planes.stride[0], planes.stride[1], planes.stride[2], 0};
    if (is_plain_420(frame.format) && size.width == frame.width && size.height == frame.height) {
        copy_plane(data[0], strides[0], frame.data[0], frame.linesize[0], size.width, size.height);
        for (int plane = 1; plane < 3; ++plane) {
            copy_plane(data[plane], strides[plane], frame.data[plane], frame.linesize[plane], (size.width + 1) / 2,
                       (size.height + 1) / 2);
        }
        return planes;
    }
    convert(frame, size, AV_PIX_FMT_YUV420P, data, strides, {});
    return planes;
}

Size PictureWriter::write_rgb(const AVFrame& frame, const Shape& shape, Size fit_inside, std::span<std::uint8_t> to) {
    if (const Owned<AVFrame> dimmed = to_standard_range(frame)) return write_rgb(*dimmed, shape, fit_inside, to);
    const Size size = fitted(upright_size({frame.width, frame.height}, shape), fit_inside);
    const std::size_t pixels = static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
    if (pixels * 3 > to.size()) throw Failure("too_large", "picture");
    Size lying = size;
    if (shape.rotation % 180 != 0) std::swap(lying.width, lying.height);
    const int stride = aligned(lying.width * 3);
    turning_.resize(static_cast<std::size_t>(stride) * static_cast<std::size_t>(lying.height) + kAlign);
    std::uint8_t* const data[4] = {turning_.data(), nullptr, nullptr, nullptr};
    const int strides[4] = {stride, 0, 0, 0};
    convert(frame, lying, AV_PIX_FMT_RGB24, data, strides, shape);

    std::uint8_t* out = to.data();
    const Walk walk = walk_for(shape, lying.width, lying.height);
    for (int y = 0; y < size.height; ++y) {
        std::ptrdiff_t at = walk.start + y * walk.down;
        for (int x = 0; x < size.width; ++x, at += walk.right, out += 3) {
            std::memcpy(out, turning_.data() + at / lying.width * stride + at % lying.width * 3, 3);
        }
    }
    return size;
}

Owned<AVFrame> PictureWriter::upright_planes(const AVFrame& frame, const Shape& shape, Size size) {
    if (const Owned<AVFrame> dimmed = to_standard_range(frame)) return upright_planes(*dimmed, shape, size);
    Size lying = size;
    if (shape.rotation % 180 != 0) std::swap(lying.width, lying.height);
    const Owned<AVFrame> flat = make_picture(lying);
    // Ranges differ in this conversion alone, so its converter is not kept with the others.
    const Owned<SwsContext> scaler(sws_getContext(frame.width, frame.height, without_range(frame.format), lying.width,
                                                  lying.height, AV_PIX_FMT_YUV420P, SWS_BICUBIC | SWS_ACCURATE_RND,
                                                  nullptr, nullptr, nullptr));
    if (!scaler) throw Failure("codec_missing", "this kind of picture cannot be converted");
    const int* matrix = sws_getCoefficients(shape.bt709 ? SWS_CS_ITU709 : SWS_CS_ITU601);
    const int from_range = is_rgb(frame.format) || shape.full_range ? 1 : 0;
    sws_setColorspaceDetails(scaler.get(), matrix, from_range, matrix, 0, 0, 1 << 16, 1 << 16);
    sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, flat->data, flat->linesize);

    Owned<AVFrame> upright = make_picture(size);
    upright->colorspace = shape.bt709 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    upright->color_range = AVCOL_RANGE_MPEG;
    for (int plane = 0; plane < 3; ++plane) {
        const int part = plane == 0 ? 1 : 2;
        const Walk walk = walk_for(shape, lying.width / part, lying.height / part);
        const std::ptrdiff_t row = lying.width / part;
        for (int y = 0; y < size.height / part; ++y) {
            std::uint8_t* out = upright->data[plane] + y * upright->linesize[plane];
            std::ptrdiff_t at = walk.start + y * walk.down;
            for (int x = 0; x < size.width / part; ++x, at += walk.right) {
                out[x] = flat->data[plane][at / row * flat->linesize[plane] + at % row];
            }
        }
    }
    return upright;
}

void PictureWriter::convert(const AVFrame& frame, Size size, int format, std::uint8_t* const planes[],
                            const int strides[], const Shape& shape) {
    const std::array<int, 6> is_for = {
        frame.width, frame.height, frame.format,
        size.width,  size.height,  format | (shape.bt709 ? 1 << 16 : 0) | (shape.full_range ? 1 << 17 : 0)};
    if (!scaler_ || scaler_is_for_ != is_for) {
        const bool smaller = size.width < frame.width || size.height < frame.height;
        const int quality =
            (smaller ? SWS_AREA : SWS_BICUBIC) | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;
        scaler_.reset(sws_getContext(frame.width, frame.height, without_range(frame.format), size.width, size.height,
                                     static_cast<AVPixelFormat>(format), quality, nullptr, nullptr, nullptr));
        if (!scaler_) throw Failure("codec_missing", "this kind of picture cannot be converted");
        // Planes keep the range that they have; only RGB has one of its own.
        const int* matrix = sws_getCoefficients(shape.bt709 ? SWS_CS_ITU709 : SWS_CS_ITU601);
        const int range = shape.full_range ? 1 : 0;
        const int from_range = is_rgb(frame.format) ? 1 : range;
        const int to_range = format == AV_PIX_FMT_RGB24 ? 1 : range;
        sws_setColorspaceDetails(scaler_.get(), matrix, from_range, matrix, to_range, 0, 1 << 16, 1 << 16);
        scaler_is_for_ = is_for;
    }
    sws_scale(scaler_.get(), frame.data, frame.linesize, 0, frame.height, planes, strides);
}

}  // namespace media_worker
