#include "media/info_json.h"

#include "base/text.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace media {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kLongest = 1000LL * 3600 * 1'000'000;  // a thousand hours
constexpr std::size_t kMostTracks = 64;
constexpr std::size_t kMostWarnings = 32;
constexpr std::size_t kLongestText = 200;

// Collects whether every value was what it had to be.
class Reader {
public:
    explicit Reader(const Json& object) : object_(object) {}

    std::int64_t whole(const char* key, std::int64_t least, std::int64_t most) {
        const auto found = object_.find(key);
        if (found == object_.end() || !found->is_number_integer()) return refuse(least);
        if (found->is_number_unsigned() && found->get<std::uint64_t>() > std::uint64_t{1} << 62) return refuse(least);
        const auto value = found->get<std::int64_t>();
        return value < least || value > most ? refuse(least) : value;
    }
    int small(const char* key, int least, int most) { return static_cast<int>(whole(key, least, most)); }
    double rate(const char* key) {
        const auto found = object_.find(key);
        if (found == object_.end() || !found->is_number()) return 0;
        const auto value = found->get<double>();
        return std::isfinite(value) && value >= 0 && value <= 100'000 ? value : 0;
    }
    bool flag(const char* key) {
        const auto found = object_.find(key);
        return found != object_.end() && found->is_boolean() && found->get<bool>();
    }
    std::string text(const char* key) {
        const auto found = object_.find(key);
        if (found == object_.end() || !found->is_string()) return {};
        return base::shortened(base::to_valid_utf8(found->get<std::string>()), kLongestText);
    }
    const Json& list(const char* key) {
        static const Json none = Json::array();
        const auto found = object_.find(key);
        return found != object_.end() && found->is_array() ? *found : none;
    }
    bool is_good() const { return good_; }

private:
    std::int64_t refuse(std::int64_t instead) {
        good_ = false;
        return instead;
    }

    const Json& object_;
    bool good_ = true;
};

std::optional<VideoInfo> video_from(const Json& json) {
    Reader read(json);
    VideoInfo video;
    video.codec = read.text("codec");
    video.width = read.small("width", 1, 65'536);
    video.height = read.small("height", 1, 65'536);
    video.rotation = read.small("rotation", 0, 270);
    video.average_fps = read.rate("average_fps");
    video.variable_rate = read.flag("variable_rate");
    if (!read.is_good() || video.rotation % 90 != 0) return {};
    return video;
}

std::optional<AudioTrackInfo> track_from(const Json& json) {
    Reader read(json);
    AudioTrackInfo track;
    track.codec = read.text("codec");
    track.channels = read.small("channels", 1, 64);
    track.sample_rate = read.small("sample_rate", 1, 10'000'000);
    track.title = read.text("title");
    track.language = read.text("language");
    if (!read.is_good()) return {};
    return track;
}

}  // namespace

std::optional<RecordingInfo> info_from_json(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return {};
    Reader read(json);
    RecordingInfo info;
    info.duration = {read.whole("duration_us", 0, kLongest)};
    info.start = {read.whole("start_us", std::numeric_limits<std::int64_t>::min(), std::int64_t{1} << 62)};
    info.container = read.text("container");
    if (const auto video = json.find("video"); video != json.end() && video->is_object()) {
        info.video = video_from(*video);
        if (!info.video) return {};
    }
    for (const Json& entry : read.list("audio")) {
        std::optional<AudioTrackInfo> track = entry.is_object() ? track_from(entry) : std::nullopt;
        if (!track || info.audio.size() >= kMostTracks) return {};
        info.audio.push_back(std::move(*track));
    }
    for (const Json& warning : read.list("warnings")) {
        if (!warning.is_string() || info.warnings.size() >= kMostWarnings) return {};
        info.warnings.push_back(warning.get<std::string>());
    }
    if (!read.is_good()) return {};
    return info;
}

}  // namespace media
