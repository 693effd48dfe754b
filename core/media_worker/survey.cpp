#include "media_worker/survey.h"

#include "base/text.h"
#include "media_worker/decoder.h"
#include "media_worker/recording_end.h"
#include "media_worker/shape.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace media_worker {

namespace {

using media::protocol::Part;

constexpr int kFirstPackets = 3000;         // within so many, every track must have begun
constexpr std::size_t kTimesForRate = 250;  // pictures whose distances tell whether the rate varies
constexpr double kUneven = 0.02;            // of the distances

std::string tag(const AVStream& stream, const char* name) {
    const AVDictionaryEntry* entry = av_dict_get(stream.metadata, name, nullptr, 0);
    return entry == nullptr ? "" : base::to_valid_utf8(std::string_view(entry->value).substr(0, 200));
}

// What reading the beginning of the file has shown.
struct Beginning {
    std::vector<SoundTrack> tracks;
    std::vector<std::int64_t> picture_times;  // microseconds, unsorted
    bool damaged = false;
};

class FirstSound {
public:
    explicit FirstSound(const AVStream& stream) : stream_(stream), decoder_(stream, 1) {
        track_.stream = stream.index;
        track_.codec = avcodec_get_name(stream.codecpar->codec_id);
        track_.title = tag(stream, "title");
        track_.language = tag(stream, "language");
        if (track_.language == "und") track_.language.clear();
    }

    bool is_found() const { return found_; }
    const SoundTrack& track() const { return track_; }

    void look_at(const AVPacket* packet) {
        if (packet != nullptr) {
            decoder_.send(*packet);
        } else {
            decoder_.send_end();
        }
        const Owned<AVFrame> frame = make_frame();
        if (found_ || decoder_.receive(*frame) != Step::Frame || frame->nb_samples <= 0) return;
        found_ = true;
        track_.channels = frame->ch_layout.nb_channels;
        track_.sample_rate = frame->sample_rate;
        const std::int64_t at = frame->pts != AV_NOPTS_VALUE ? frame->pts : frame->best_effort_timestamp;
        track_.first_us = at == AV_NOPTS_VALUE ? 0 : to_us(at, stream_.time_base);
    }

private:
    const AVStream& stream_;
    Decoder decoder_;
    SoundTrack track_;
    bool found_ = false;
};

Beginning read_beginning(Container& container, bool needs_picture_times) {
    std::vector<std::unique_ptr<FirstSound>> sounds;
    Beginning beginning;
    std::vector<int> used = container.audio_streams();
    for (const int stream : used) {
        try {
            sounds.push_back(std::make_unique<FirstSound>(container.stream(stream)));
        } catch (const Failure&) {
            beginning.damaged = true;
        }
    }
    const int video = container.video_stream();
    if (video >= 0) used.push_back(video);
    container.use_only(used);

    const Owned<AVPacket> packet = make_packet();
    const auto is_done = [&] {
        const bool enough_times = !needs_picture_times || beginning.picture_times.size() >= kTimesForRate;
        return enough_times &&
               std::all_of(sounds.begin(), sounds.end(), [](const auto& sound) { return sound->is_found(); });
    };
    bool more = true;
    for (int i = 0; i < kFirstPackets && !is_done() && more; ++i) {
        more = container.read(*packet);
        if (more && packet->stream_index == video) {
            const std::int64_t time = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
            if (time != AV_NOPTS_VALUE && (packet->flags & AV_PKT_FLAG_DISCARD) == 0) {
                beginning.picture_times.push_back(to_us(time, container.stream(video).time_base));
            }
        }
        for (const auto& sound : sounds) {
            if (sound->is_found()) continue;
            if (!more) sound->look_at(nullptr);
            if (more && packet->stream_index == sound->track().stream) sound->look_at(packet.get());
        }
    }
    for (const auto& sound : sounds) {
        if (sound->is_found()) beginning.tracks.push_back(sound->track());
        beginning.damaged = beginning.damaged || !sound->is_found();
    }
    return beginning;
}

// Where the container lists every picture, its list says more than the first few seconds.
std::vector<std::int64_t> picture_times(AVStream& stream, std::vector<std::int64_t> read) {
    const int listed = avformat_index_get_entries_count(&stream);
    if (listed > static_cast<int>(read.size())) {
        read.clear();
        for (int i = 0; i < listed; ++i) {
            read.push_back(to_us(avformat_index_get_entry(&stream, i)->timestamp, stream.time_base));
        }
    }
    std::sort(read.begin(), read.end());
    return read;
}

bool varies(const std::vector<std::int64_t>& times) {
    std::vector<std::int64_t> distances;
    for (std::size_t i = 1; i < times.size(); ++i) distances.push_back(times[i] - times[i - 1]);
    if (distances.size() < 3) return false;
    std::vector<std::int64_t> sorted = distances;
    std::sort(sorted.begin(), sorted.end());
    const std::int64_t usual = sorted[sorted.size() / 2];
    const std::int64_t tolerance = std::max<std::int64_t>(usual / 10, 1100);  // containers round to a millisecond
    const auto uneven = std::count_if(distances.begin(), distances.end(),
                                      [&](std::int64_t d) { return std::abs(d - usual) > tolerance; });
    return static_cast<double>(uneven) > kUneven * static_cast<double>(distances.size());
}

double average_fps(const AVStream& stream, const std::vector<std::int64_t>& times) {
    const double said = stream.avg_frame_rate.den > 0 ? av_q2d(stream.avg_frame_rate) : 0;
    if (times.size() < 2 || times.back() <= times.front()) return said <= 1000 ? said : 0;
    const double seen = static_cast<double>(times.size() - 1) * 1e6 / static_cast<double>(times.back() - times.front());
    return said > seen / 2 && said < seen * 2 ? said : seen;
}

nlohmann::json describe_video(PictureSource& pictures, const std::vector<std::int64_t>& read) {
    AVStream& stream = pictures.container().stream(pictures.container().video_stream());
    const AVFrame& first = pictures.first_picture();
    const Shape shape = shape_of(first, stream);
    const Size upright = upright_size({first.width, first.height}, shape);
    const std::vector<std::int64_t> times = picture_times(stream, read);
    return {{"codec", avcodec_get_name(stream.codecpar->codec_id)},
            {"width", upright.width},
            {"height", upright.height},
            {"rotation", shape.rotation},
            {"average_fps", average_fps(stream, times)},
            {"variable_rate", varies(times)}};
}

nlohmann::json describe_sound(const std::vector<SoundTrack>& tracks) {
    nlohmann::json list = nlohmann::json::array();
    for (const SoundTrack& track : tracks) {
        list.push_back({{"codec", track.codec},
                        {"channels", track.channels},
                        {"sample_rate", track.sample_rate},
                        {"title", track.title},
                        {"language", track.language}});
    }
    return list;
}

void open_pictures(Survey& survey, std::unique_ptr<Container> container) {
    const bool has_sound = !container->audio_streams().empty();
    try {
        survey.pictures = std::make_unique<PictureSource>(std::move(container));
    } catch (const Failure& failure) {
        if (!has_sound || failure.reason() == "out_of_memory") throw;
        survey.warnings.push_back("no_picture");
    }
}

}  // namespace

Survey survey_recording() {
    Survey survey;
    auto first_look = std::make_unique<Container>();
    const std::string name = first_look->name();
    if (first_look->video_stream() >= 0) {
        open_pictures(survey, std::move(first_look));
        survey.sound = std::make_unique<Container>(Look::Quick, Part::Sound);
    } else {
        survey.sound = std::move(first_look);
        survey.sound->serve(Part::Sound);
    }
    Container& container = *survey.sound;

    AVStream* const video = survey.pictures ? &container.stream(container.video_stream()) : nullptr;
    const bool times_are_listed =
        video != nullptr && avformat_index_get_entries_count(video) > 2 && name != "webm" && name != "matroska";
    Beginning beginning = read_beginning(container, video != nullptr && !times_are_listed);
    survey.tracks = std::move(beginning.tracks);
    if (!survey.pictures && survey.tracks.empty()) throw Failure("damaged", "nothing in it can be decoded");

    survey.start_us = survey.pictures ? survey.pictures->first_us() : survey.tracks.front().first_us;
    for (const SoundTrack& track : survey.tracks) survey.start_us = std::min(survey.start_us, track.first_us);
    const End end = find_end(container, survey);
    survey.duration_us = std::max<std::int64_t>(end.us - survey.start_us, 0);
    if (survey.pictures) survey.pictures->set_end(end.us);
    if (end.is_truncated) survey.warnings.push_back("truncated");
    if (beginning.damaged || container.is_damaged() || (survey.pictures && survey.pictures->is_damaged())) {
        survey.warnings.push_back("damaged");
    }
    const nlohmann::json json = {
        {"duration_us", survey.duration_us},
        {"container", name},
        {"start_us", survey.start_us},
        {"video", survey.pictures ? describe_video(*survey.pictures, beginning.picture_times) : nlohmann::json()},
        {"audio", describe_sound(survey.tracks)},
        {"warnings", survey.warnings}};
    survey.json = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (survey.tracks.empty()) survey.sound.reset();
    return survey;
}

}  // namespace media_worker
