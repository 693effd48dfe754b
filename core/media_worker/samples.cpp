#include "media_worker/samples.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/samplefmt.h>
}

namespace media_worker {

namespace {

template <class Sample>
void append(const AVFrame& frame, int from, int channel, float scale, float middle, std::vector<float>& to) {
    const bool planar = av_sample_fmt_is_planar(static_cast<AVSampleFormat>(frame.format)) != 0;
    const int step = planar ? 1 : frame.ch_layout.nb_channels;
    const auto* in =
        reinterpret_cast<const Sample*>(frame.extended_data[planar ? channel : 0]) + (planar ? 0 : channel);
    const std::size_t before = to.size();
    to.resize(before + static_cast<std::size_t>(std::max(frame.nb_samples - from, 0)));
    float* out = to.data() + before;
    for (int i = from; i < frame.nb_samples; ++i) {
        const float value = (static_cast<float>(in[static_cast<std::ptrdiff_t>(i) * step]) - middle) * scale;
        *out++ = std::isfinite(value) ? value : 0.0F;
    }
}

}  // namespace

void append_samples(const AVFrame& frame, int from, std::vector<std::vector<float>>& channels) {
    for (std::size_t c = 0; c < channels.size(); ++c) {
        const int channel = static_cast<int>(c);
        std::vector<float>& to = channels[c];
        if (channel >= frame.ch_layout.nb_channels) {
            to.resize(to.size() + static_cast<std::size_t>(frame.nb_samples - from), 0.0F);
            continue;
        }
        switch (av_get_packed_sample_fmt(static_cast<AVSampleFormat>(frame.format))) {
            case AV_SAMPLE_FMT_U8:
                append<std::uint8_t>(frame, from, channel, 1 / 128.0F, 128.0F, to);
                break;
            case AV_SAMPLE_FMT_S16:
                append<std::int16_t>(frame, from, channel, 1 / 32768.0F, 0, to);
                break;
            case AV_SAMPLE_FMT_S32:
                append<std::int32_t>(frame, from, channel, 1 / 2147483648.0F, 0, to);
                break;
            case AV_SAMPLE_FMT_S64:
                append<std::int64_t>(frame, from, channel, 1 / 9223372036854775808.0F, 0, to);
                break;
            case AV_SAMPLE_FMT_DBL:
                append<double>(frame, from, channel, 1, 0, to);
                break;
            default:
                append<float>(frame, from, channel, 1, 0, to);
                break;
        }
    }
}

}  // namespace media_worker
