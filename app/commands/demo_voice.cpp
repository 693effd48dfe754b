#include "app/commands/demo_voice.h"

#include "app/commands/program.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/whole_file.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <fstream>

namespace commands::demo {

namespace {

constexpr std::size_t kLargestSentence = 32u << 20;
constexpr double kLeadIn = 1.2;            // seconds of silence before the first word
constexpr double kBetweenSentences = 0.3;  // within a turn
constexpr double kLeadOut = 1.5;
constexpr int kSilence = 300;          // of 32 767
constexpr double kSpeechLevel = 0.11;  // root mean square, as a fraction of full scale

struct Sound {
    int rate = 0;
    std::vector<std::int16_t> samples;
};

std::uint32_t number_at(const std::string& bytes, std::size_t at, std::size_t size) {
    static_assert(std::endian::native == std::endian::little);
    std::uint32_t value = 0;
    if (at + size <= bytes.size()) std::memcpy(&value, bytes.data() + at, size);
    return value;
}

// 16-bit mono WAV, as both voices write it. A data length that is a lie (a pipe's) ends at the file's end.
Sound read_wav(const std::string& path) {
    const std::string bytes = base::read_whole_file(path, kLargestSentence);
    Sound sound;
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const std::size_t size = std::min<std::size_t>(number_at(bytes, at + 4, 4), bytes.size() - at - 8);
        if (bytes.compare(at, 4, "fmt ") == 0) sound.rate = static_cast<int>(number_at(bytes, at + 12, 4));
        if (bytes.compare(at, 4, "data") == 0) {
            sound.samples.resize(size / 2);
            std::memcpy(sound.samples.data(), bytes.data() + at + 8, sound.samples.size() * 2);
        }
        at += 8 + size + size % 2;
    }
    if (sound.rate <= 0 || sound.samples.empty())
        throw base::Error(fmt::format(fmt::runtime(_("{}: the voice wrote no sound.")), path));
    return sound;
}

void trim_silence(std::vector<std::int16_t>& samples) {
    const auto loud = [](std::int16_t sample) { return std::abs(static_cast<int>(sample)) > kSilence; };
    const auto last = std::find_if(samples.rbegin(), samples.rend(), loud).base();
    samples.erase(last, samples.end());
    samples.erase(samples.begin(), std::find_if(samples.begin(), samples.end(), loud));
}

// Voices differ in loudness; two people in a call hardly do.
void level(std::vector<std::int16_t>& samples) {
    double sum = 0;
    int peak = 1;
    for (const std::int16_t sample : samples) {
        sum += static_cast<double>(sample) * sample;
        peak = std::max(peak, std::abs(static_cast<int>(sample)));
    }
    const double now = std::sqrt(sum / static_cast<double>(std::max<std::size_t>(samples.size(), 1)));
    const double gain = std::min(kSpeechLevel * 32'767 / std::max(now, 1.0), 0.95 * 32'767 / peak);
    for (std::int16_t& sample : samples) sample = static_cast<std::int16_t>(std::lround(sample * gain));
}

Sound say(const Voice& voice, const std::string& text, const std::string& folder) {
    std::ofstream(folder + "/words.txt") << text << "\n";
    if (voice.program == "flite") {
        // Debian's ffmpeg carries the voices of flite, so no other program is needed for them.
        run_program({"ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "flite=textfile=words.txt:voice=" + voice.name,
                     "words.wav"},
                    "ffmpeg", folder);
    } else {
        run_program({"espeak-ng", "-v", voice.name, "-s", std::to_string(voice.speed), "-p",
                     std::to_string(voice.pitch), "-f", "words.txt", "-w", "words.wav"},
                    "espeak-ng", folder);
    }
    Sound sound = read_wav(folder + "/words.wav");
    trim_silence(sound.samples);
    level(sound.samples);
    return sound;
}

class Tape {
public:
    explicit Tape(Soundtrack& soundtrack) : soundtrack_(soundtrack) {}

    void silence(double seconds) {
        const auto count = static_cast<std::size_t>(seconds * soundtrack_.rate);
        for (auto& channel : soundtrack_.channels) channel.resize(channel.size() + count);
    }
    base::Span record(std::size_t speaker, const std::vector<std::int16_t>& samples) {
        const base::Time from = soundtrack_.duration();
        for (auto& channel : soundtrack_.channels) channel.resize(channel.size() + samples.size());
        auto& channel = soundtrack_.channels[speaker];
        std::copy(samples.begin(), samples.end(), channel.end() - static_cast<std::ptrdiff_t>(samples.size()));
        return {from, soundtrack_.duration()};
    }

private:
    Soundtrack& soundtrack_;
};

void append_number(std::string& bytes, std::uint32_t value, std::size_t size) {
    bytes.append(reinterpret_cast<const char*>(&value), size);
}

}  // namespace

base::Time Soundtrack::duration() const {
    return base::microseconds(static_cast<std::int64_t>(channels[0].size()) * 1'000'000 / std::max(rate, 1));
}

Soundtrack speak(const Script& script, const std::string& folder) {
    Soundtrack soundtrack;
    Tape tape(soundtrack);
    for (const Turn& turn : script.turns) {
        double pause_s = turn.pause_s;
        for (const Utterance& utterance : turn.say) {
            const Sound sound = say(script.speakers[turn.speaker].voice, utterance.text, folder);
            if (soundtrack.rate == 0) {
                soundtrack.rate = sound.rate;
                pause_s = kLeadIn;
            }
            if (sound.rate != soundtrack.rate)
                throw base::Error(
                    fmt::format(fmt::runtime(_("{}: both voices must have the same sample rate")), script.key));
            tape.silence(pause_s);
            pause_s = kBetweenSentences;
            soundtrack.spoken.push_back({turn.speaker, &utterance, tape.record(turn.speaker, sound.samples)});
        }
    }
    tape.silence(kLeadOut);
    return soundtrack;
}

void write_wav(const Soundtrack& soundtrack, const std::string& path) {
    const std::size_t frames = soundtrack.channels[0].size();
    const auto data_bytes = static_cast<std::uint32_t>(frames * 4);
    const auto rate = static_cast<std::uint32_t>(soundtrack.rate);
    std::string bytes = "RIFF";
    append_number(bytes, 36 + data_bytes, 4);
    bytes += "WAVEfmt ";
    append_number(bytes, 16, 4);
    append_number(bytes, 1, 2);
    append_number(bytes, 2, 2);
    append_number(bytes, rate, 4);
    append_number(bytes, rate * 4, 4);
    append_number(bytes, 4, 2);
    append_number(bytes, 16, 2);
    bytes += "data";
    append_number(bytes, data_bytes, 4);
    for (std::size_t i = 0; i < frames; ++i)
        for (const auto& channel : soundtrack.channels)
            bytes.append(reinterpret_cast<const char*>(&channel[i]), sizeof channel[i]);
    base::write_whole_file(path, bytes);
}

std::string transcript(const Script& script, const Soundtrack& soundtrack) {
    std::string text = "WEBVTT\n";
    int number = 0;
    for (const Spoken& spoken : soundtrack.spoken)
        text +=
            fmt::format("\n{}\n{} --> {}\n{}: {}\n", ++number, base::to_text(spoken.span.from),
                        base::to_text(spoken.span.to), script.speakers[spoken.speaker].name, spoken.utterance->text);
    return text;
}

std::vector<float> loudness(const Soundtrack& soundtrack, std::size_t speaker, int pictures_per_second) {
    const std::vector<std::int16_t>& samples = soundtrack.channels[speaker];
    const auto step = static_cast<std::size_t>(soundtrack.rate / pictures_per_second);
    std::vector<float> levels;
    for (std::size_t from = 0; from < samples.size(); from += step) {
        const std::size_t to = std::min(from + step, samples.size());
        double sum = 0;
        for (std::size_t i = from; i < to; ++i) sum += static_cast<double>(samples[i]) * samples[i];
        const double level = std::sqrt(sum / static_cast<double>(to - from)) / (32'767 * kSpeechLevel * 1.6);
        levels.push_back(static_cast<float>(std::min(level, 1.0)));
    }
    return levels;
}

}  // namespace commands::demo
