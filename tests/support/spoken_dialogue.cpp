#include "support/spoken_dialogue.h"

#include "support/shared_data.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <random>
#include <stdexcept>

namespace support {

namespace {

constexpr const char* kVoices[] = {"nl", "nl+f3"};
constexpr const char* kSaid[][2] = {
    {"Goedemiddag, fijn dat u er bent. Hoe gaat het met u?", "Het gaat wel, een beetje moe."},
    {"Wat zou u vandaag willen bespreken?", "Ik wil eigenlijk stoppen met roken, maar het lukt me steeds niet."},
    {"U wilt stoppen, en tegelijk is het lastig vol te houden.", "Ja."},
    {"Wat maakt dat het nu belangrijk is?",
     "Mijn dochter krijgt een baby. En ik merk dat ik de trap niet meer op kom zonder te hijgen."},
    {"Hm hm.", "En mijn man is vorig jaar gestopt, dus het zou fijn zijn als ik het ook kan."},
    {"Op een schaal van nul tot tien, hoe belangrijk is het voor u?", "Een acht."},
    {"Waarom een acht en geen vijf?", "Omdat ik het echt wil. Ik heb het al drie keer geprobeerd."},
    {"Drie keer al, daar is doorzettingsvermogen voor nodig.", "Zo had ik het nog niet bekeken."},
    {"Wat zou een eerste stap zijn?", "Ik zou met mijn huisarts kunnen praten, of de asbak weggooien."},
};

float gain(float db) {
    return std::pow(10.0F, db / 20);
}

// The voice's samples without what is quieter than -50 dB before and after.
std::vector<float> trimmed(const std::string& wav) {
    constexpr std::size_t kHeader = 44;
    std::vector<float> samples((wav.size() - kHeader) / 2);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        std::int16_t value = 0;
        std::memcpy(&value, wav.data() + kHeader + 2 * i, sizeof value);
        samples[i] = static_cast<float>(value) / 32768;
    }
    const auto is_loud = [](float sample) { return std::abs(sample) > 0.003F; };
    const auto last = std::find_if(samples.rbegin(), samples.rend(), is_loud).base();
    return {std::find_if(samples.begin(), last, is_loud), last};
}

std::vector<float> voice(const char* name, const char* words, int words_a_minute, const TemporaryFolder& folder) {
    const std::string file = folder.file("voice.wav");
    const std::string command = std::string("espeak-ng -v ") + name + " -s " + std::to_string(words_a_minute) +
                                " -w '" + file + "' '" + words + "'";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("espeak-ng could not speak");
    return trimmed(read_file(file));
}

void write(const std::string& path, const std::vector<const std::vector<float>*>& channels) {
    const auto count = static_cast<std::uint16_t>(channels.size());
    const std::size_t frames = channels.front()->size();
    std::string data;
    data.reserve(frames * count * 2);
    for (std::size_t i = 0; i < frames; ++i)
        for (const auto* channel : channels) {
            const auto value = static_cast<std::int16_t>(std::lround(std::clamp((*channel)[i], -1.0F, 1.0F) * 32767));
            data.append(reinterpret_cast<const char*>(&value), sizeof value);
        }
    std::string header = "RIFF";
    const auto add = [&header](auto value) { header.append(reinterpret_cast<const char*>(&value), sizeof value); };
    add(static_cast<std::uint32_t>(36 + data.size()));
    header += "WAVEfmt ";
    add(std::uint32_t{16});
    add(std::uint16_t{1});
    add(count);
    add(std::uint32_t{SpokenDialogue::kRate});
    add(std::uint32_t{SpokenDialogue::kRate} * count * 2);
    add(static_cast<std::uint16_t>(count * 2));
    add(std::uint16_t{16});
    header += "data";
    add(static_cast<std::uint32_t>(data.size()));
    write_file(path, header + data);
}

}  // namespace

base::Time SpokenDialogue::duration() const {
    return base::seconds(static_cast<double>(channels[0].size()) / kRate);
}

void SpokenDialogue::add_noise(float level_db) {
    std::mt19937 random(1);
    std::normal_distribution<float> noise(0, gain(level_db));
    for (auto& channel : channels)
        for (float& sample : channel) sample += noise(random);
}

void SpokenDialogue::add_echo(float level_db, base::Time delay) {
    const auto late = static_cast<std::size_t>(delay.seconds() * kRate);
    const auto dry = channels;
    for (std::size_t c = 0; c < 2; ++c)
        for (std::size_t i = late; i < dry[c].size(); ++i) channels[c][i] += gain(level_db) * dry[1 - c][i - late];
}

void SpokenDialogue::amplify(std::size_t channel, float db) {
    for (float& sample : channels[channel]) sample *= gain(db);
}

void SpokenDialogue::write_wav(const std::string& path) const {
    write(path, {&channels[0], &channels[1]});
}

void SpokenDialogue::write_wav(const std::string& path, std::size_t channel) const {
    write(path, {&channels[channel]});
}

void SpokenDialogue::write_wav_mixed(const std::string& path) const {
    SpokenDialogue both = *this;
    both.add_echo(-6, base::milliseconds(1));
    both.write_wav(path);
}

SpokenDialogue speak_dialogue(unsigned seed) {
    const TemporaryFolder folder;
    std::mt19937 random(seed);
    const auto one_of = [&random](std::initializer_list<double> values) {
        return values.begin()[random() % values.size()];
    };
    SpokenDialogue dialogue;
    double at = 1;  // seconds
    for (const auto& pair : kSaid) {
        for (std::size_t c = 0; c < 2; ++c) {
            const std::vector<float> words =
                voice(kVoices[c], pair[c], static_cast<int>(one_of({140, 160, 180})), folder);
            const auto from = static_cast<std::size_t>(at * SpokenDialogue::kRate);
            const auto level = static_cast<float>(one_of({0.3, 0.6, 0.9}));
            auto& channel = dialogue.channels[c];
            channel.resize(std::max(channel.size(), from + words.size()));
            for (std::size_t i = 0; i < words.size(); ++i) channel[from + i] += level * words[i];
            const double length = static_cast<double>(words.size()) / SpokenDialogue::kRate;
            dialogue.spoken[c].push_back({base::seconds(at), base::seconds(at + length)});
            at += length + one_of({-0.2, 0.05, 0.2, 0.2, 0.4, 0.8, 1.5, 3.2});
        }
    }
    for (auto& channel : dialogue.channels) channel.resize(static_cast<std::size_t>((at + 2) * SpokenDialogue::kRate));
    return dialogue;
}

}  // namespace support
