#include "media_worker/clip_plan.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

namespace media_worker {

namespace {

using nlohmann::json;

Interval interval(const json& from) {
    return {from.at(0).get<std::int64_t>(), from.at(1).get<std::int64_t>()};
}

std::vector<Interval> intervals(const json& from) {
    std::vector<Interval> all;
    for (const json& one : from) all.push_back(interval(one));
    return all;
}

// Takes the title's pixels from the front of those that are left.
std::optional<ClipTitle> title(const json& from, std::span<const std::uint8_t>& pixels) {
    if (from.is_null()) return {};
    constexpr int kLargestSide = 16'384;
    const Size size{from.at("width").get<int>(), from.at("height").get<int>()};
    if (size.width < 1 || size.height < 1 || size.width > kLargestSide || size.height > kLargestSide) {
        throw Failure("inside", "a title of an impossible size");
    }
    const std::size_t bytes = static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 3;
    if (bytes > pixels.size()) throw Failure("too_large", "titles");
    const ClipTitle found{size, pixels.first(bytes), std::max<std::int64_t>(0, from.at("shown").get<std::int64_t>())};
    pixels = pixels.subspan(bytes);
    return found;
}

Interval within(Interval span, std::int64_t duration_us) {
    if (span.from >= duration_us) throw Failure("beyond_end", "the clip begins after the recording's end");
    const std::int64_t from = std::max<std::int64_t>(span.from, 0);
    const Interval kept{from, std::min(span.to, duration_us)};
    if (kept.length() <= 0) throw Failure("inside", "nothing lies between the clip's ends");
    return kept;
}

ClipPlan plan_of(const json& said, std::span<const std::uint8_t> pixels, std::int64_t duration_us) {
    ClipPlan plan;
    plan.track = said.at("track").get<std::uint32_t>();
    plan.beeps = intervals(said.at("beeps"));
    for (const json& stretch : said.at("stretches")) {
        plan.stretches.push_back(
            {within(interval(stretch.at("span")), duration_us), title(stretch.at("title"), pixels)});
    }
    for (const json& part : said.at("blurred")) {
        plan.blurred.push_back({part.at(0), part.at(1), part.at(2), part.at(3)});
    }
    for (const json& voice : said.at("voices")) {
        MaskedVoice masked{.is_shifted = voice.at("shift"), .channel = {}, .when = intervals(voice.at("when"))};
        if (!voice.at("channel").is_null()) masked.channel = voice.at("channel").get<int>();
        plan.voices.push_back(std::move(masked));
    }
    for (const json& subtitle : said.at("subtitles")) {
        plan.subtitles.push_back({interval(subtitle.at("span")), subtitle.at("text")});
    }
    if (plan.stretches.empty()) throw Failure("inside", "nothing to write");
    return plan;
}

}  // namespace

std::int64_t ClipPlan::length() const {
    return std::accumulate(stretches.begin(), stretches.end(), std::int64_t{0},
                           [](std::int64_t sum, const ClipStretch& stretch) { return sum + stretch.length(); });
}

ClipPlan read_clip_plan(std::span<const std::uint8_t> memory, std::size_t plan_bytes, std::int64_t duration_us) {
    if (plan_bytes > memory.size()) throw Failure("inside", "a plan longer than its memory");
    const std::span<const std::uint8_t> text = memory.first(plan_bytes);
    try {
        return plan_of(json::parse(text.begin(), text.end()), memory.subspan(plan_bytes), duration_us);
    } catch (const json::exception& error) {
        throw Failure("inside", error.what());
    }
}

}  // namespace media_worker
