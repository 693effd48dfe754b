// JSON: read with care, since it may come from anywhere, and told apart by what is in it. Whisper's family is here.
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "talk/formats.h"
#include "talk/json_items.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>

namespace talk {

namespace {

constexpr int kDeepest = 64;
constexpr std::size_t kMostValues = 5'000'000;  // a day of talk with each word has about two million

bool is_in_number(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

// Python writes NaN and Infinity, which are no JSON; a number beyond all bounds would end the reading. Both become
// null. Says no to what is nested or large beyond any transcript.
class Washed {
public:
    explicit Washed(std::string_view text) : text_(text) {
        json_.reserve(text.size());
        while (at_ < text_.size() && is_modest_) step();
    }

    bool is_modest() const { return is_modest_; }
    const std::string& json() const { return json_; }

private:
    void step() {
        const char c = text_[at_];
        if (c == '"') return take_string();
        if (is_in_number(c) || c == 'N' || c == 'I') return take_number();
        if (c == '{' || c == '[') ++depth_;
        if (c == '}' || c == ']') --depth_;
        if (c == ',' || c == '{' || c == '[') ++values_;
        is_modest_ = depth_ <= kDeepest && values_ <= kMostValues;
        json_ += c;
        ++at_;
    }

    void take_string() {
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2u : 1u;
        end = std::min(end + 1, text_.size());
        json_ += text_.substr(at_, end - at_);
        at_ = end;
    }

    void take_number() {
        for (const std::string_view word : {"NaN", "Infinity", "-Infinity"}) {
            if (!text_.substr(at_).starts_with(word)) continue;
            json_ += "null";
            at_ += word.size();
            return;
        }
        std::size_t end = at_ + 1;
        while (end < text_.size() && is_in_number(text_[end])) ++end;
        const std::string_view number = text_.substr(at_, end - at_);
        double value = 0;
        const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
        json_ += read.ec == std::errc::result_out_of_range ? "null" : number;
        at_ = end;
    }

    std::string_view text_;
    std::string json_;
    std::size_t at_ = 0;
    std::size_t values_ = 0;
    int depth_ = 0;
    bool is_modest_ = true;
};

// Who says most of the words, where only they are told apart.
std::string speaker_of_words(const Json& words) {
    std::map<std::string, int> counts;
    std::string most;
    if (!words.is_array()) return most;
    for (const Json& word : words) {
        std::string name = speaker_name(member(word, "speaker"));
        if (name.empty()) continue;
        if (++counts[name] > counts[most]) most = std::move(name);
    }
    return most;
}

// WhisperX leaves times out of words that are numbers or signs; the first and last that have one will do.
std::optional<base::Time> first_time(const Json& words, const char* name) {
    if (!words.is_array()) return {};
    for (const Json& word : words)
        if (const auto time = time_in_seconds(member(word, name))) return time;
    return {};
}

std::optional<base::Time> last_time(const Json& words, const char* name) {
    if (!words.is_array()) return {};
    for (auto word = words.rbegin(); word != words.rend(); ++word)
        if (const auto time = time_in_seconds(member(*word, name))) return time;
    return {};
}

// openai/whisper, whisperX, whisper-timestamped, and what others write after their example.
Transcript read_segments(const Json& segments) {
    JsonTurns turns;
    for (const Json& segment : segments) {
        turns.next();
        if (!segment.is_object() || !member(segment, "text").is_string()) {
            turns.skip(_("it has no text"));
            continue;
        }
        const Json& words = member(segment, "words");
        auto from = time_in_seconds(member(segment, segment.contains("start") ? "start" : "start_time"));
        auto to = time_in_seconds(member(segment, segment.contains("end") ? "end" : "end_time"));
        if (!from) from = first_time(words, "start");
        if (!to) to = last_time(words, "end");
        std::string speaker = speaker_name(member(segment, "speaker"));
        if (speaker.empty()) speaker = speaker_of_words(words);
        turns.add(from, to, std::move(speaker), plain_text(member(segment, "text")));
    }
    return turns.finish();
}

Transcript read_whisper_cpp(const Json& segments) {
    JsonTurns turns;
    for (const Json& segment : segments) {
        turns.next();
        if (!member(segment, "text").is_string()) {
            turns.skip(_("it has no text"));
            continue;
        }
        const auto time = [&](const char* end) {
            const auto offset = time_in(member(member(segment, "offsets"), end), 1'000);
            return offset ? offset : time_in_seconds(member(member(segment, "timestamps"), end));
        };
        turns.add(time("from"), time("to"), speaker_name(member(segment, "speaker")),
                  plain_text(member(segment, "text")));
    }
    return turns.finish();
}

std::optional<Transcript> read_known(const Json& document) {
    if (is_amazon(document)) return read_amazon(document);
    if (is_azure(document)) return read_azure(document);
    if (const Json& segments = member(document, "transcription"); segments.is_array())
        return read_whisper_cpp(segments);
    if (const Json& segments = member(document, "segments"); segments.is_array()) return read_segments(segments);
    if (document.is_array() && !document.empty()) return read_segments(document);
    return {};
}

// The line in which the reading stopped.
class FindBreak : public nlohmann::json_sax<Json> {
public:
    std::size_t position = 0;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&) override {
        position = at;
        return false;
    }
};

std::size_t broken_line(const std::string& json) {
    FindBreak search;
    Json::sax_parse(json, &search);
    return lines_of(std::string_view(json).substr(0, search.position)).size();
}

}  // namespace

bool is_json(std::string_view text) {
    text = base::trimmed(text);
    if (text.starts_with('{')) return true;
    if (!text.starts_with('[')) return false;
    // "[00:05:32] Anna: ..." is text; a list of segments is JSON.
    text = base::trimmed(text.substr(1));
    return text.starts_with('{') || text.starts_with(']') || text.starts_with('[');
}

Transcript read_json(std::string_view text, const std::string& file_name) {
    const Washed washed(text);
    if (!washed.is_modest())
        throw base::Error(
            fmt::format(fmt::runtime(_("{} is too large or too deeply nested for a transcript.")), file_name));
    const Json document = Json::parse(washed.json(), nullptr, false);
    if (document.is_discarded())
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: its JSON breaks off or is damaged in line {}. Save or download it again.")),
                        file_name, broken_line(washed.json())));
    auto transcript = read_known(document);
    if (!transcript || (transcript->turns.empty() && !transcript->skipped.empty()))
        throw base::Error(fmt::format(
            fmt::runtime(_("{} is JSON, but no transcript with times by Whisper, Azure or Amazon.")), file_name));
    return std::move(*transcript);
}

}  // namespace talk
