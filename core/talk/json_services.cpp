// The JSON of Amazon Transcribe and of Azure's batch and fast transcription.
#include "base/i18n.h"
#include "base/text.h"
#include "talk/json_items.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <set>

namespace talk {

namespace {

constexpr base::Time kLongPause = base::seconds(1);  // words further apart are turns of their own

// Amazon gives words; turns are made of those of one speaker without a long pause.
class Words {
public:
    explicit Words(JsonTurns& turns) : turns_(turns) {}

    void take(const Json& item, const std::string& speaker) {
        turns_.next();
        const Json& alternatives = member(item, "alternatives");
        if (!alternatives.is_array() || alternatives.empty()) return turns_.skip(_("it has no text"));
        const std::string word = plain_text(member(alternatives.front(), "content"));
        if (word.empty()) return turns_.skip(_("it has no text"));
        if (member(item, "type") == "punctuation") {
            if (!text_.empty()) text_ += word;
            return;
        }
        const auto from = time_in_seconds(member(item, "start_time"));
        const auto to = time_in_seconds(member(item, "end_time"));
        if (!from || !to) return turns_.skip(_("its time cannot be read"));
        if (*to < *from) return turns_.skip(_("it ends before it begins"));
        if (text_.empty() || speaker != speaker_ || *from < span_.from || span_.to + kLongPause < *from) {
            finish();
            span_ = {*from, *to};
            speaker_ = speaker;
        }
        span_.to = std::max(span_.to, *to);
        text_ += (text_.empty() ? "" : " ") + word;
    }

    void finish() {
        if (!text_.empty()) turns_.add(span_.from, span_.to, speaker_, std::move(text_));
        text_.clear();
    }

private:
    JsonTurns& turns_;
    base::Span span_;
    std::string speaker_;
    std::string text_;
};

// Older files say who speaks only in a second list, by the time at which a word begins.
std::map<std::string, std::string> speakers_by_start(const Json& labels) {
    std::map<std::string, std::string> speakers;
    const Json& segments = member(labels, "segments");
    if (!segments.is_array()) return speakers;
    for (const Json& segment : segments) {
        const Json& items = member(segment, "items");
        if (!items.is_array()) continue;
        for (const Json& item : items) {
            std::string name = plain_text(member(item, "speaker_label"));
            if (name.empty()) name = plain_text(member(segment, "speaker_label"));
            speakers.emplace(plain_text(member(item, "start_time")), std::move(name));
        }
    }
    return speakers;
}

std::string speaker_or_channel(const Json& item) {
    std::string speaker = plain_text(member(item, "speaker_label"));
    return speaker.empty() ? plain_text(member(item, "channel_label")) : speaker;
}

void read_amazon_segments(const Json& segments, JsonTurns& turns) {
    for (const Json& segment : segments) {
        turns.next();
        if (!member(segment, "transcript").is_string()) {
            turns.skip(_("it has no text"));
            continue;
        }
        turns.add(time_in_seconds(member(segment, "start_time")), time_in_seconds(member(segment, "end_time")),
                  speaker_or_channel(segment), plain_text(member(segment, "transcript")));
    }
}

void read_amazon_words(const Json& results, JsonTurns& turns) {
    const auto speakers = speakers_by_start(member(results, "speaker_labels"));
    Words words(turns);
    for (const Json& item : member(results, "items")) {
        std::string speaker = speaker_or_channel(item);
        const auto known = speakers.find(plain_text(member(item, "start_time")));
        if (speaker.empty() && known != speakers.end()) speaker = known->second;
        words.take(item, speaker);
    }
    words.finish();
}

void read_amazon_channels(const Json& channels, JsonTurns& turns) {
    for (const Json& channel : channels) {
        const Json& items = member(channel, "items");
        if (!items.is_array()) continue;
        Words words(turns);
        for (const Json& item : items) words.take(item, plain_text(member(channel, "channel_label")));
        words.finish();
    }
}

// "PT1H2M3.04S"
std::optional<base::Time> iso_duration(const Json& value) {
    if (!value.is_string()) return {};
    std::string_view text = value.get_ref<const std::string&>();
    if (!text.starts_with("PT")) return {};
    text.remove_prefix(2);
    double seconds = 0;
    while (!text.empty()) {
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end == text.data() + text.size()) return {};
        const char unit = *end;
        if (unit != 'H' && unit != 'M' && unit != 'S') return {};
        seconds += number * (unit == 'H' ? 3'600 : unit == 'M' ? 60 : 1);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    }
    return time_in(Json(seconds), 1);
}

// Azure writes a time in ticks of 100 ns, in milliseconds and as ISO 8601, by its version.
std::optional<base::Time> azure_time(const Json& phrase, const std::string& name) {
    if (const auto ticks = time_in(member(phrase, (name + "InTicks").c_str()), 1e7)) return ticks;
    if (const auto ms = time_in(member(phrase, (name + "Milliseconds").c_str()), 1e3)) return ms;
    if (const auto ms = time_in(member(phrase, name.c_str()), 1e3)) return ms;
    return iso_duration(member(phrase, name.c_str()));
}

std::string azure_text(const Json& phrase) {
    const Json& best = member(phrase, "nBest");
    if (!best.is_array() || best.empty()) return plain_text(member(phrase, "text"));
    std::string text = plain_text(member(best.front(), "display"));
    return text.empty() ? plain_text(member(best.front(), "lexical")) : text;
}

const Json& azure_phrases(const Json& document) {
    const Json& recognized = member(document, "recognizedPhrases");
    return recognized.is_array() ? recognized : member(document, "phrases");
}

bool has_channels(const Json& phrases) {
    std::set<std::int64_t> channels;
    for (const Json& phrase : phrases)
        if (const Json& channel = member(phrase, "channel"); channel.is_number_integer())
            channels.insert(channel.get<std::int64_t>());
    return channels.size() > 1;
}

}  // namespace

bool is_amazon(const Json& document) {
    const Json& results = member(document, "results");
    return member(results, "items").is_array() || member(results, "audio_segments").is_array();
}

Transcript read_amazon(const Json& document) {
    const Json& results = member(document, "results");
    const Json& segments = member(results, "audio_segments");
    const Json& channels = member(member(results, "channel_labels"), "channels");
    JsonTurns turns;
    if (segments.is_array() && !segments.empty()) {
        read_amazon_segments(segments, turns);
    } else if (channels.is_array() && !channels.empty()) {
        read_amazon_channels(channels, turns);
    } else if (member(results, "items").is_array()) {
        read_amazon_words(results, turns);
    }
    return turns.finish();
}

bool is_azure(const Json& document) {
    return azure_phrases(document).is_array();
}

Transcript read_azure(const Json& document) {
    const Json& phrases = azure_phrases(document);
    const bool channels = has_channels(phrases);
    JsonTurns turns;
    for (const Json& phrase : phrases) {
        turns.next();
        const Json& status = member(phrase, "recognitionStatus");
        if (status.is_string() && status != "Success") {
            turns.skip(_("nothing was understood there"));
            continue;
        }
        const auto from = azure_time(phrase, "offset");
        const auto length = azure_time(phrase, "duration");
        std::string speaker = speaker_name(member(phrase, "speaker"));
        const Json& channel = member(phrase, "channel");
        if (speaker.empty() && channels && channel.is_number_integer())
            speaker = fmt::format("channel {}", channel.get<std::int64_t>());
        const auto to = from && length ? std::optional(*from + *length) : std::nullopt;
        turns.add(from, to, std::move(speaker), azure_text(phrase));
    }
    return turns.finish();
}

}  // namespace talk
