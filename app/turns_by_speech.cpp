#include "app/turns_by_speech.h"

#include "base/i18n.h"
#include "media/recording.h"
#include "talk/speech_turns.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {

namespace {

constexpr const char* kOwnAudio = "audio";

std::vector<library::Recording> person_recordings(const library::Conversation& conversation) {
    std::vector<library::Recording> persons;
    for (const library::Recording& recording : conversation.recordings)
        if (recording.role == kOwnAudio) persons.push_back(recording);
    return persons;
}

// Their recordings may begin at different moments of the conversation; what was before its beginning is left out.
void shift(media::HeardChannel& channel, base::Time offset) {
    const auto steps = static_cast<std::ptrdiff_t>(offset.microseconds / media::HeardChannel::kStep.microseconds);
    if (steps >= 0) {
        channel.voiced.insert(channel.voiced.begin(), static_cast<std::size_t>(steps), false);
        channel.below.insert(channel.below.begin(), static_cast<std::size_t>(steps), media::HeardChannel::kSilent);
    } else {
        const auto cut = std::min(-steps, static_cast<std::ptrdiff_t>(channel.below.size()));
        channel.voiced.erase(channel.voiced.begin(), channel.voiced.begin() + cut);
        channel.below.erase(channel.below.begin(), channel.below.begin() + cut);
    }
}

std::string name_of(const library::Recording& person, std::size_t number) {
    return person.label.empty() ? fmt::format(fmt::runtime(_("Speaker {}")), number) : person.label;
}

TurnsBySpeech named(const media::Speech& speech, const std::vector<std::string>& names) {
    if (speech.voices != media::Voices::OneEach) return {{}, {}, speech.voices};
    std::vector<talk::SpeakerSpeech> speakers;
    for (std::size_t i = 0; i < speech.channels.size(); ++i) speakers.push_back({names[i], speech.channels[i]});
    return {talk::turns_from_speech(speakers), names, speech.voices};
}

TurnsBySpeech turns_of_persons(const std::vector<library::Recording>& persons, const base::Progress& progress) {
    std::vector<media::HeardChannel> heard;
    std::vector<std::string> names;
    for (const library::Recording& person : persons) {
        heard.push_back(media::joined(media::hear_channels(person.path, 0, progress)));
        if (progress.is_cancelled()) return {};
        shift(heard.back(), person.offset);
        names.push_back(name_of(person, names.size() + 1));
    }
    return named(media::find_speech_of_each(heard), names);
}

}  // namespace

bool can_tell_speakers(const library::Conversation& conversation) {
    if (person_recordings(conversation).size() > 1) return true;
    if (conversation.recordings.empty()) return false;
    const media::RecordingInfo info = media::probe(conversation.recordings.front().path);
    return !info.audio.empty() && info.audio.front().channels > 1;
}

TurnsBySpeech turns_by_speech(const library::Conversation& conversation, const base::Progress& progress) {
    const std::vector<library::Recording> persons = person_recordings(conversation);
    if (persons.size() > 1) return turns_of_persons(persons, progress);
    if (conversation.recordings.empty()) return {};
    const media::Speech speech =
        media::find_speech(media::hear_channels(conversation.recordings.front().path, 0, progress));
    if (progress.is_cancelled()) return {};
    std::vector<std::string> names;
    for (std::size_t i = 1; i <= speech.channels.size(); ++i)
        names.push_back(fmt::format(fmt::runtime(_("Speaker {}")), i));
    return named(speech, names);
}

std::string reason_for_no_turns(media::Voices voices) {
    switch (voices) {
        case media::Voices::None:
            return _("Nobody can be heard to speak in this recording.");
        case media::Voices::OneChannel:
            return _("Both speakers are in one channel, so speech alone does not tell who speaks. Add a transcript.");
        case media::Voices::Mixed:
            return _("Both speakers are in every channel, so speech alone does not tell who speaks. Add a transcript.");
        case media::Voices::OneEach:
            return "";
    }
    return "";
}

}  // namespace app
