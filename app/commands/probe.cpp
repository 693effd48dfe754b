// terugblik probe FILE: what a recording is.
#include "app/commands/command_line.h"
#include "base/i18n.h"
#include "media/recording.h"

#include <fmt/format.h>

namespace commands {

namespace {

Json video_json(const std::optional<media::VideoInfo>& video) {
    if (!video) return nullptr;
    return {{"codec", video->codec},
            {"width", video->width},
            {"height", video->height},
            {"rotation", video->rotation},
            {"average_fps", video->average_fps},
            {"variable_rate", video->variable_rate}};
}

Json audio_json(const std::vector<media::AudioTrackInfo>& tracks) {
    Json list = Json::array();
    for (const media::AudioTrackInfo& track : tracks)
        list.push_back({{"codec", track.codec},
                        {"channels", track.channels},
                        {"sample_rate", track.sample_rate},
                        {"title", track.title},
                        {"language", track.language}});
    return list;
}

std::string video_text(const std::optional<media::VideoInfo>& video) {
    if (!video) return _("none");
    std::string text = fmt::format("{}, {} × {}", video->codec, video->width, video->height);
    if (video->rotation != 0) text += ", " + fmt::format(fmt::runtime(_("turned {}°")), video->rotation);
    if (video->average_fps > 0)
        text += ", " + fmt::format(fmt::runtime(_("{} pictures a second")),
                                   base::number(base::language(), video->average_fps, 2));
    if (video->variable_rate) text += std::string(", ") + _("at a changing rate");
    return text;
}

std::string audio_text(const media::AudioTrackInfo& track) {
    const std::string channels = fmt::format(fmt::runtime(base::translate(base::language(), "{} channel", "{} channels",
                                                                          static_cast<unsigned long>(track.channels))),
                                             track.channels);
    std::string text = fmt::format("{}, {}, {} Hz", track.codec, channels, track.sample_rate);
    for (const std::string& extra : {track.title, track.language})
        if (!extra.empty()) text += ", " + extra;
    return text;
}

std::string text_of(const media::RecordingInfo& info, const std::string& file) {
    const auto row = [](const char* name, const std::string& value) {
        return fmt::format("  {:<12}{}\n", name, value);
    };
    std::string text = file + "\n";
    text += row(_("length"), base::to_text(info.duration));
    text += row(_("container"), info.container);
    text += row(_("picture"), video_text(info.video));
    if (info.audio.empty()) text += row(_("sound"), _("none"));
    for (const media::AudioTrackInfo& track : info.audio) text += row(_("sound"), audio_text(track));
    if (info.start.microseconds != 0) text += row(_("file starts"), base::to_text(info.start));
    for (const std::string& warning : info.warnings) text += row(_("warning"), warning);
    return text;
}

Answer probe(const std::string& file) {
    const media::RecordingInfo info = media::probe(file);
    return {.json = {{"duration_us", info.duration.microseconds},
                     {"container", info.container},
                     {"video", video_json(info.video)},
                     {"audio", audio_json(info.audio)},
                     {"start_us", info.start.microseconds},
                     {"warnings", info.warnings}},
            .text = text_of(info, file),
            .failure = {}};
}

}  // namespace

void add_probe(Menu& menu) {
    const auto file = std::make_shared<std::string>();
    menu.add("probe", _("What a recording is: length, picture, sound"), [file](const Common&) { return probe(*file); })
        .argument("FILE", *file, _("the recording"));
}

}  // namespace commands
