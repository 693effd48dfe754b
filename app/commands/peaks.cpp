// terugblik peaks FILE --buckets N: the waveform as numbers.
#include "app/commands/command_line.h"
#include "app/commands/no_progress.h"
#include "base/i18n.h"
#include "media/waveform.h"

#include <fmt/format.h>

namespace commands {

namespace {

struct PeaksArguments {
    std::string file;
    int buckets = 0;
    int track = 1;
};

double fraction(std::int8_t level) {
    return static_cast<double>(level) / 127;
}

Json channel_json(const std::vector<media::Peak>& peaks) {
    Json list = Json::array();
    for (const media::Peak& peak : peaks) list.push_back({fraction(peak.low), fraction(peak.high)});
    return list;
}

std::string channel_text(const std::vector<media::Peak>& peaks, int channel) {
    std::string text = fmt::format(fmt::runtime(_("channel {}")), channel + 1) + "\n";
    for (const media::Peak& peak : peaks)
        text += fmt::format("  {:+.3f} {:+.3f}\n", fraction(peak.low), fraction(peak.high));
    return text;
}

Answer peaks(const PeaksArguments& arguments) {
    const NoProgress progress;
    const media::Waveform waveform = media::compute_waveform(arguments.file, arguments.track - 1, progress.get());
    Answer answer;
    answer.json = {{"duration_us", waveform.duration().microseconds},
                   {"sample_rate", waveform.sample_rate()},
                   {"channels", Json::array()}};
    for (int channel = 0; channel < waveform.channels(); ++channel) {
        const auto values = waveform.peaks(channel, {base::Time{}, waveform.duration()}, arguments.buckets);
        answer.json["channels"].push_back(channel_json(values));
        answer.text += channel_text(values, channel);
    }
    return answer;
}

}  // namespace

void add_peaks(Menu& menu) {
    const auto arguments = std::make_shared<PeaksArguments>();
    menu.add("peaks", _("The waveform: lowest and highest sample of each stretch, -1 to 1, per channel"),
             [arguments](const Common&) { return peaks(*arguments); })
        .argument("FILE", arguments->file, _("the recording"))
        .option("--buckets", arguments->buckets, 1, 1'000'000, _("how many stretches of equal length"), Need::Required)
        .option("--track", arguments->track, 1, 100, _("which sound track, counted from 1"));
}

}  // namespace commands
