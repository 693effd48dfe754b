#include "media_worker/high_dynamic_range.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

extern "C" {
#include <libavutil/frame.h>
#include <libswscale/swscale.h>
}

namespace media_worker {

namespace {

constexpr double kWhiteNits = 203;  // BT.2408: where HDR puts the white of paper
constexpr int kLevels = 1024;

double pq_nits(double signal) {
    const double power = std::pow(signal, 1 / 78.84375);
    return 10'000 * std::pow(std::max(power - 0.8359375, 0.0) / (18.8515625 - 18.6875 * power), 1 / 0.1593017578125);
}

double hlg_nits(double signal) {
    const double scene =
        signal <= 0.5 ? signal * signal / 3 : (std::exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12;
    return 1000 * std::pow(scene, 1.2);
}

// Up to about half of white as it is, above it ever less, so that a bright window does not burn out.
double squeezed(double light) {
    constexpr double kKnee = 0.6;
    if (light <= kKnee) return light;
    const double over = (light - kKnee) / (1 - kKnee);
    return kKnee + (1 - kKnee) * over / (1 + over);
}

using Curve = std::array<std::uint8_t, kLevels>;

// Brightness alone goes through the curve. Colours are kept as they are, which leaves the wider primaries a little
// pale; a coach looks at faces, and the exact way costs fifty times as much.
Curve curve_for(AVColorTransferCharacteristic transfer) {
    Curve curve{};
    for (int level = 0; level < kLevels; ++level) {
        const double signal = std::clamp((level - 64) / 876.0, 0.0, 1.0);
        const double nits = transfer == AVCOL_TRC_SMPTE2084 ? pq_nits(signal) : hlg_nits(signal);
        const double shown = std::pow(squeezed(nits / kWhiteNits), 1 / 2.4);
        curve[static_cast<std::size_t>(level)] =
            static_cast<std::uint8_t>(std::lround(16 + 219 * std::min(shown, 1.0)));
    }
    return curve;
}

Owned<AVFrame> frame_like(const AVFrame& frame, int format) {
    Owned<AVFrame> made = make_frame();
    made->width = frame.width;
    made->height = frame.height;
    made->format = format;
    check(av_frame_get_buffer(made.get(), 0), "making room for a picture");
    check(av_frame_copy_props(made.get(), &frame), "describing a picture");
    return made;
}

Owned<AVFrame> ten_bit(const AVFrame& frame) {
    Owned<AVFrame> made = frame_like(frame, AV_PIX_FMT_YUV420P10LE);
    const Owned<SwsContext> scaler(sws_getContext(frame.width, frame.height, static_cast<AVPixelFormat>(frame.format),
                                                  frame.width, frame.height, AV_PIX_FMT_YUV420P10LE, SWS_BILINEAR,
                                                  nullptr, nullptr, nullptr));
    if (!scaler) throw Failure("codec_missing", "this kind of picture cannot be converted");
    sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, made->data, made->linesize);
    return made;
}

}  // namespace

bool has_high_dynamic_range(const AVFrame& frame) {
    return frame.color_trc == AVCOL_TRC_SMPTE2084 || frame.color_trc == AVCOL_TRC_ARIB_STD_B67;
}

Owned<AVFrame> to_standard_range(const AVFrame& frame) {
    if (!has_high_dynamic_range(frame)) return nullptr;
    static const Curve pq = curve_for(AVCOL_TRC_SMPTE2084);
    static const Curve hlg = curve_for(AVCOL_TRC_ARIB_STD_B67);
    const Curve& curve = frame.color_trc == AVCOL_TRC_SMPTE2084 ? pq : hlg;
    const Owned<AVFrame> from = ten_bit(frame);
    Owned<AVFrame> to = frame_like(frame, AV_PIX_FMT_YUV420P);
    to->color_trc = AVCOL_TRC_BT709;
    for (int plane = 0; plane < 3; ++plane) {
        const int width = plane == 0 ? frame.width : (frame.width + 1) / 2;
        const int height = plane == 0 ? frame.height : (frame.height + 1) / 2;
        for (int y = 0; y < height; ++y) {
            const auto* in = reinterpret_cast<const std::uint16_t*>(from->data[plane] + y * from->linesize[plane]);
            std::uint8_t* out = to->data[plane] + y * to->linesize[plane];
            for (int x = 0; x < width; ++x) {
                const auto level = static_cast<std::size_t>(std::min<int>(in[x], kLevels - 1));
                out[x] = plane == 0 ? curve[level] : static_cast<std::uint8_t>(level >> 2);
            }
        }
    }
    return to;
}

}  // namespace media_worker
