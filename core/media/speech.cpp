#include "media/speech.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>

namespace media {

namespace {

using base::Span;
using base::Time;

constexpr int kSilence = -127;            // dB
constexpr double kLoudShare = 0.95;       // of the steps with a voice lie under a channel's own loudness
constexpr int kSpeechDepth = 40;          // dB
constexpr int kBreathDepth = 20;          // dB
constexpr int kStrong = 10;               // dB under its own loudness, a speaker certainly speaks
constexpr int kLeastBetween = 10;         // dB between a voice and the same voice in another's channel
constexpr int kLeakSpread = 8;            // dB by which it varies above ...
constexpr double kLeakShare = 0.25;       // ... this part of the steps in which the other speaks
constexpr int kApart = 24;                // dB
constexpr double kApartShare = 0.02;      // of the steps at either end do not count
constexpr std::size_t kAround = 10;       // steps before and after, over which a voice keeps its level
constexpr std::size_t kLongestEcho = 30;  // steps
constexpr std::size_t kShortestPause = 40;
constexpr std::size_t kShortestSpeech = 10;
constexpr Time kLeastSaid = base::seconds(1);  // by someone who counts as a speaker

struct Channel {
    std::vector<bool> voiced;
    std::vector<int> level;   // dB over the channel's own loudness
    std::vector<int> around;  // the loudest of the steps round each
    std::vector<int> echo;    // the loudest that may still be heard elsewhere

    bool is_strong(std::size_t step) const { return voiced[step] && level[step] > -kStrong; }
    bool has_speech(std::size_t step) const { return voiced[step] && level[step] >= -kSpeechDepth; }
};

// The value that a share of all values lies under; they are sorted for it.
int quantile(std::vector<int>& values, double share) {
    const auto at = std::min(values.size() - 1, static_cast<std::size_t>(static_cast<double>(values.size()) * share));
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
    return values[at];
}

std::vector<int> loudest(const std::vector<int>& levels, std::size_t before, std::size_t after) {
    std::vector<int> result(levels.size());
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto from = levels.begin() + static_cast<std::ptrdiff_t>(i - std::min(i, before));
        const auto to = levels.begin() + static_cast<std::ptrdiff_t>(std::min(i + after + 1, levels.size()));
        result[i] = *std::max_element(from, to);
    }
    return result;
}

Channel prepared(const HeardChannel& heard, std::size_t steps) {
    Channel channel;
    channel.voiced = heard.voiced;
    channel.voiced.resize(steps, false);
    std::vector<int> spoken;
    for (std::size_t i = 0; i < heard.below.size(); ++i)
        if (heard.voiced[i]) spoken.push_back(-int{heard.below[i]});
    const int own = spoken.empty() ? 0 : quantile(spoken, kLoudShare);
    for (const std::uint8_t below : heard.below) channel.level.push_back(-int{below} - own);
    channel.level.resize(steps, kSilence - own);
    channel.around = loudest(channel.level, kAround, kAround);
    channel.echo = loudest(channel.level, kLongestEcho, kAround);
    return channel;
}

std::vector<Channel> prepared(const std::vector<HeardChannel>& heard) {
    std::size_t steps = 0;
    for (const HeardChannel& channel : heard) steps = std::max(steps, channel.below.size());
    std::vector<Channel> channels;
    for (const HeardChannel& channel : heard) channels.push_back(prepared(channel, steps));
    return channels;
}

Span span_of(std::size_t from, std::size_t to) {
    const auto at = [](std::size_t step) {
        return Time{static_cast<std::int64_t>(step) * HeardChannel::kStep.microseconds};
    };
    return {at(from), at(to)};
}

std::vector<Span> spans_where(const Channel& channel, const std::function<bool(std::size_t)>& is_speech) {
    std::vector<Span> spans;
    std::optional<std::size_t> from;
    std::size_t to = 0;  // just after the last step with speech
    int loudest = kSilence;
    const auto end = [&] {
        if (from && to - *from >= kShortestSpeech && loudest >= -kBreathDepth) spans.push_back(span_of(*from, to));
        from.reset();
        loudest = kSilence;
    };
    for (std::size_t step = 0; step < channel.level.size(); ++step) {
        if (!is_speech(step)) continue;
        if (from && step - to >= kShortestPause) end();
        if (!from) from = step;
        to = step + 1;
        loudest = std::max(loudest, channel.level[step]);
    }
    end();
    return spans;
}

// The level of the one, over that of the other, under which it is the other who is heard.
int highest_leak(const Channel& one, const Channel& other) {
    std::vector<int> differences;
    for (std::size_t i = 0; i < one.level.size(); ++i)
        if (other.is_strong(i)) differences.push_back(one.around[i] - other.echo[i]);
    if (differences.empty()) return std::numeric_limits<int>::min();
    return std::min(quantile(differences, kLeakShare) + kLeakSpread, -kLeastBetween);
}

std::vector<Span> own_speech(const std::vector<Channel>& channels, std::size_t of) {
    const Channel& one = channels[of];
    std::vector<int> leaks;
    for (const Channel& other : channels) leaks.push_back(highest_leak(one, other));
    return spans_where(one, [&](std::size_t step) {
        if (!one.has_speech(step)) return false;
        for (std::size_t c = 0; c < channels.size(); ++c)
            if (c != of && one.around[step] - channels[c].echo[step] < leaks[c]) return false;
        return true;
    });
}

bool are_apart(const Channel& a, const Channel& b) {
    std::vector<int> differences;
    for (std::size_t i = 0; i < a.level.size(); ++i)
        if (a.has_speech(i) || b.has_speech(i)) differences.push_back(a.around[i] - b.around[i]);
    if (differences.empty()) return false;
    const int low = quantile(differences, kApartShare);
    return quantile(differences, 1 - kApartShare) - low >= kApart;
}

Voices voices_in(const std::vector<Channel>& channels, const std::vector<std::vector<Span>>& speech) {
    std::vector<std::size_t> speaking;
    for (std::size_t c = 0; c < channels.size(); ++c)
        if (total(speech[c]) >= kLeastSaid) speaking.push_back(c);
    if (speaking.empty()) return Voices::None;
    if (speaking.size() == 1) return Voices::OneChannel;
    for (std::size_t a = 0; a < speaking.size(); ++a)
        for (std::size_t b = a + 1; b < speaking.size(); ++b)
            if (!are_apart(channels[speaking[a]], channels[speaking[b]])) return Voices::Mixed;
    return Voices::OneEach;
}

Speech speech_of_each(const std::vector<Channel>& channels) {
    Speech speech;
    for (std::size_t c = 0; c < channels.size(); ++c) speech.channels.push_back(own_speech(channels, c));
    if (!channels.empty()) speech.duration = span_of(0, channels.front().level.size()).to;
    const auto says_something = [](const auto& spans) { return !spans.empty(); };
    if (std::any_of(speech.channels.begin(), speech.channels.end(), says_something)) speech.voices = Voices::OneEach;
    return speech;
}

}  // namespace

Speech find_speech(const std::vector<HeardChannel>& heard) {
    const std::vector<Channel> channels = prepared(heard);
    Speech speech = speech_of_each(channels);
    speech.voices = voices_in(channels, speech.channels);
    if (speech.voices != Voices::Mixed) return speech;
    for (std::size_t c = 0; c < channels.size(); ++c)
        speech.channels[c] = spans_where(channels[c], [&](std::size_t step) { return channels[c].has_speech(step); });
    return speech;
}

Speech find_speech_of_each(const std::vector<HeardChannel>& persons) {
    return speech_of_each(prepared(persons));
}

Time total(const std::vector<Span>& spans) {
    return std::accumulate(spans.begin(), spans.end(), Time{},
                           [](Time sum, const Span& span) { return sum + span.length(); });
}

}  // namespace media
