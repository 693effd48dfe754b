#include "media_worker/resampler.h"

#include <cstdint>

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/samplefmt.h>
#include <libswresample/swresample.h>
}

namespace media_worker {

namespace {

constexpr int kOutRate = 48'000;

}

Resampler::Resampler(int rate) {
    if (rate == kOutRate) return;
    AVChannelLayout stereo{};
    av_channel_layout_default(&stereo, 2);
    SwrContext* raw = nullptr;
    const int made =
        swr_alloc_set_opts2(&raw, &stereo, AV_SAMPLE_FMT_FLT, kOutRate, &stereo, AV_SAMPLE_FMT_FLT, rate, 0, nullptr);
    swr_.reset(raw);
    check(made, "preparing the sound");
    check(swr_init(swr_.get()), "preparing the sound");
}

std::vector<float> Resampler::process(std::span<const float> in, bool is_last) {
    if (!swr_) return {in.begin(), in.end()};
    const int frames = static_cast<int>(in.size() / 2);
    std::vector<float> out;
    const auto convert = [&](const std::uint8_t* from, int count) {
        const int room = swr_get_out_samples(swr_.get(), count) + 64;
        const std::size_t before = out.size();
        out.resize(before + 2 * static_cast<std::size_t>(room));
        auto* to = reinterpret_cast<std::uint8_t*>(out.data() + before);
        const int got =
            check(swr_convert(swr_.get(), &to, room, from == nullptr ? nullptr : &from, count), "resampling");
        out.resize(before + 2 * static_cast<std::size_t>(got));
        return got;
    };
    if (frames > 0) convert(reinterpret_cast<const std::uint8_t*>(in.data()), frames);
    while (is_last && convert(nullptr, 0) > 0) {}
    return out;
}

}  // namespace media_worker
