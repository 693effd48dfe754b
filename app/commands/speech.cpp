// terugblik speech FILE...: who can be heard when.
#include "media/speech.h"

#include "app/commands/command_line.h"
#include "app/commands/no_progress.h"
#include "base/error.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace commands {

namespace {

struct SpeechArguments {
    std::vector<std::string> files;
    int track = 1;
};

const char* key_of(media::Voices voices) {
    switch (voices) {
        case media::Voices::None:
            return "none";
        case media::Voices::OneChannel:
            return "one_channel";
        case media::Voices::Mixed:
            return "mixed";
        case media::Voices::OneEach:
            return "one_each";
    }
    return "";
}

std::string sentence_for(media::Voices voices, bool is_recording_each) {
    switch (voices) {
        case media::Voices::None:
            return _("Nobody speaks.");
        case media::Voices::OneChannel:
            return _("All speech is in one channel, so who speaks cannot be told.");
        case media::Voices::Mixed:
            return _("Every channel has all speakers, so who speaks cannot be told.");
        case media::Voices::OneEach:
            return is_recording_each ? _("Each recording is taken for one speaker.")
                                     : _("Each channel has a speaker of its own.");
    }
    return "";
}

// Speech of all, silence left out; nothing when nobody speaks.
std::optional<double> share(base::Time of, base::Time all) {
    if (all <= base::Time{}) return {};
    return of.seconds() / all.seconds();
}

Json spans_json(const std::vector<base::Span>& spans) {
    Json list = Json::array();
    for (const base::Span& span : spans) list.push_back({span.from.microseconds, span.to.microseconds});
    return list;
}

media::Speech heard_in(const SpeechArguments& arguments) {
    const NoProgress progress;
    const int track = arguments.track - 1;
    if (arguments.files.size() == 1)
        return media::find_speech(media::hear_channels(arguments.files.front(), track, progress.get()));
    std::vector<media::HeardChannel> persons;
    for (const std::string& file : arguments.files)
        persons.push_back(media::joined(media::hear_channels(file, track, progress.get())));
    return media::find_speech_of_each(persons);
}

Answer speech(const SpeechArguments& arguments) {
    const media::Speech found = heard_in(arguments);
    const bool separate = found.voices == media::Voices::OneEach;
    base::Time all;
    for (const auto& spans : found.channels) all += media::total(spans);
    Answer answer;
    answer.json = {{"duration_us", found.duration.microseconds},
                   {"voices", key_of(found.voices)},
                   {"separate_speakers", separate},
                   {"channels", Json::array()}};
    answer.text = sentence_for(found.voices, arguments.files.size() > 1) + "\n";
    for (std::size_t c = 0; c < found.channels.size(); ++c) {
        const base::Time spoken = media::total(found.channels[c]);
        const std::optional<double> part = separate ? share(spoken, all) : std::nullopt;
        Json channel = {{"spans", spans_json(found.channels[c])}, {"speech_us", spoken.microseconds}};
        if (arguments.files.size() > 1) channel["file"] = arguments.files[c];
        channel["share"] = part ? Json(*part) : Json(nullptr);
        answer.json["channels"].push_back(std::move(channel));
        answer.text += "  " + (arguments.files.size() > 1 ? arguments.files[c]
                                                          : fmt::format(fmt::runtime(_("channel {}")), c + 1));
        answer.text += "  " + base::to_text(spoken);
        if (part) answer.text += "  " + base::number(base::language(), *part * 100, 0) + " %";
        answer.text += "\n";
    }
    return answer;
}

}  // namespace

void add_speech(Menu& menu) {
    const auto arguments = std::make_shared<SpeechArguments>();
    menu.add("speech", _("Who can be heard when: stretches of speech in each channel, and talk time"),
             [arguments](const Common&) { return speech(*arguments); })
        .arguments("FILE", arguments->files, _("the recording; or several, each the sound of one person"))
        .option("--track", arguments->track, 1, 100, _("which sound track, counted from 1"));
}

}  // namespace commands
