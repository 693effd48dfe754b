// Text with a time at the beginning of a line, as people and many programs type it, and Whisper's table.
#include "base/i18n.h"
#include "base/text.h"
#include "talk/formats.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace talk {

namespace {

constexpr std::size_t kLongestTime = 64;
constexpr base::Time kPerWord = base::milliseconds(400);  // 150 words a minute

struct TimedLine {
    std::string_view from, to;  // as written; `to` is empty where there is none
    std::string_view words;
    char closing = '\0';  // the bracket after the time; NUL where there are no brackets
};

std::string_view without_leading(std::string_view text, std::string_view characters) {
    const std::size_t first = text.find_first_not_of(characters);
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

// "00:05:32.5" from the front of a text; empty when there is no time with a colon.
std::string_view take_time(std::string_view& text) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789:.,"), text.size());
    std::string_view time = text.substr(0, end);
    while (!time.empty() && (time.back() == ':' || time.back() == '.' || time.back() == ',')) time.remove_suffix(1);
    if (time.empty() || time.front() < '0' || time.front() > '9' || time.find(':') == std::string_view::npos) return {};
    text.remove_prefix(time.size());
    return time;
}

// "[00:05:32] ...", "(05:32) ...", "[00:00.000 --> 00:05.360] ..." or "00:05:32 ...".
std::optional<TimedLine> timed_line(std::string_view line) {
    line = base::trimmed(line);
    if (line.empty()) return {};
    const char closing = line.front() == '[' ? ']' : line.front() == '(' ? ')' : '\0';
    if (closing == '\0' && is_cue_timing(line)) return {};
    TimedLine found;
    found.closing = closing;
    std::string_view times = line;
    if (closing != '\0') {
        const std::size_t end = line.substr(0, kLongestTime).find(closing);
        if (end == std::string_view::npos) return {};
        times = base::trimmed(line.substr(1, end - 1));
        line = line.substr(end + 1);
    }
    found.from = take_time(times);
    if (found.from.empty()) return {};
    if (closing == '\0') {
        if (times.empty() || (times.front() != ' ' && times.front() != '\t')) return {};
        line = times;
    } else if (!times.empty()) {
        times = without_leading(times, " \t->");
        found.to = take_time(times);
        if (found.to.empty() || !times.empty()) return {};
    }
    found.words = base::trimmed(without_leading(line, " \t-:"));
    return found;
}

// "[00:0x:12] ...": meant as a time all the same.
bool is_broken_time(std::string_view line) {
    line = base::trimmed(line);
    if (line.size() < 2 || line[0] != '[' || line[1] < '0' || line[1] > '9') return false;
    const std::size_t end = line.substr(0, kLongestTime).find(']');
    return end != std::string_view::npos && line.substr(0, end).find(':') != std::string_view::npos;
}

class TimedLineReader {
public:
    explicit TimedLineReader(const Lines& lines) : lines_(lines) {}

    Transcript read() {
        for (at_ = 0; at_ < lines_.size(); ++at_) {
            if (is_blank(lines_[at_])) continue;
            const auto line = timed_line(lines_[at_]);
            if (line && !closing_) closing_ = line->closing;
            // "10:30 would suit me" is speech where times stand in brackets.
            if (line && line->closing == *closing_) {
                finish();
                begin(*line);
            } else if (is_broken_time(lines_[at_])) {
                finish();
                skip(_("its time cannot be read"));
            } else if (is_open_) {
                text_ += ' ';
                text_ += lines_[at_];
            } else if (cues_.empty()) {
                skip(_("these words stand before the first time"));
            } else {
                skip(_("these lines have no time"));
            }
        }
        finish();
        Transcript transcript{{}, std::move(skipped_), {}};
        give_ends(transcript);
        transcript.turns = turns_of(cues_);
        return transcript;
    }

private:
    void begin(const TimedLine& line) {
        const auto from = base::parse_time(line.from);
        const auto to = line.to.empty() ? from : base::parse_time(line.to);
        if (!from || !to) return skip(_("its time cannot be read"));
        if (*to < *from) return skip(_("it ends before it begins"));
        span_ = {*from, *to};
        has_end_ = !line.to.empty();
        text_ = line.words;
        is_open_ = true;
    }

    void finish() {
        if (!is_open_) return;
        is_open_ = false;
        std::vector<Spoken> spoken = voices(text_);
        if (spoken.empty()) return;
        if (!has_end_) without_end_.push_back(cues_.size());
        cues_.push_back({span_, std::move(spoken)});
    }

    // Who began to speak is thought to speak until the next begins.
    void give_ends(Transcript& transcript) {
        if (without_end_.empty()) return;
        std::vector<base::Time> starts;
        for (const Cue& cue : cues_) starts.push_back(cue.span.from);
        std::sort(starts.begin(), starts.end());
        for (const std::size_t number : without_end_) {
            Cue& cue = cues_[number];
            const auto next = std::upper_bound(starts.begin(), starts.end(), cue.span.from);
            const auto named = split_name(cue.voices.back().text);
            const std::string& words = named ? named->text : cue.voices.back().text;
            const auto blanks = std::count(words.begin(), words.end(), ' ');
            cue.span.to =
                next != starts.end() ? *next : cue.span.from + base::Time{kPerWord.microseconds * (blanks + 1)};
        }
        transcript.notes.push_back(
            _("The transcript says when turns begin and not when they end: each was given until the next begins, so "
              "talk time counts the silence between them too."));
    }

    void skip(const char* reason) { skipped_.push_back({static_cast<int>(at_) + 1, reason}); }

    const Lines& lines_;
    std::size_t at_ = 0;
    std::optional<char> closing_;  // as the first time is written
    bool is_open_ = false;
    bool has_end_ = false;
    base::Span span_;
    std::string text_;
    std::vector<Cue> cues_;
    std::vector<std::size_t> without_end_;
    std::vector<Skipped> skipped_;
};

std::optional<base::Time> whole_milliseconds(std::string_view text) {
    constexpr std::int64_t kLongest = 1'000LL * 3'600'000;
    text = base::trimmed(text);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > kLongest) return {};
    return base::milliseconds(value);
}

}  // namespace

bool is_timed_line(std::string_view line) {
    return timed_line(line).has_value();
}

Transcript read_timed_lines(const Lines& lines) {
    return TimedLineReader(lines).read();
}

bool is_table_header(std::string_view line) {
    return base::folded(base::trimmed(line)) == "start\tend\ttext";
}

Transcript read_table(const Lines& lines) {
    Transcript transcript;
    std::vector<Cue> cues;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const std::string_view line = lines[at];
        if (is_blank(line) || is_table_header(line)) continue;
        const auto skip = [&](const char* reason) { transcript.skipped.push_back({static_cast<int>(at) + 1, reason}); };
        const std::size_t first = line.find('\t');
        const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
        if (second == std::string_view::npos) {
            skip(_("these lines have no time"));
            continue;
        }
        const auto from = whole_milliseconds(line.substr(0, first));
        const auto to = whole_milliseconds(line.substr(first + 1, second - first - 1));
        if (!from || !to) {
            skip(_("its time cannot be read"));
        } else if (*to < *from) {
            skip(_("it ends before it begins"));
        } else if (std::string words = with_single_blanks(line.substr(second + 1)); !words.empty()) {
            cues.push_back({{*from, *to}, {{"", std::move(words)}}});
        }
    }
    transcript.turns = turns_of(cues);
    return transcript;
}

}  // namespace talk
