// WebVTT and SRT as programs write them, not as a standard asks: sloppy times, missing blank lines, any line ending.
#include "base/i18n.h"
#include "base/text.h"
#include "talk/formats.h"

#include <algorithm>
#include <optional>

namespace talk {

namespace {

// NOTE, STYLE and REGION count only as whole words: "NOTES: ..." may be somebody's cue id.
bool starts_with_word(std::string_view line, std::string_view word) {
    return line.starts_with(word) &&
           (line.size() == word.size() || line[word.size()] == ' ' || line[word.size()] == '\t');
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<base::Time> time_before_settings(std::string_view text) {
    text = base::trimmed(text);
    text = text.substr(0, text.find_first_of(" \t"));
    if (text.starts_with('-')) return {};
    return base::parse_time(text);
}

class CueReader {
public:
    CueReader(Lines lines, bool is_srt) : lines_(std::move(lines)), is_srt_(is_srt) {}

    void read() {
        if (has_webvtt_header(lines_)) {
            has_header_ = true;
            while (at_ < lines_.size() && !is_blank(lines_[at_]) && !is_cue_timing(lines_[at_])) ++at_;
        }
        while (at_ < lines_.size()) {
            if (is_blank(lines_[at_])) {
                ++at_;
            } else {
                read_block();
            }
        }
    }

    bool has_header() const { return has_header_; }
    std::vector<Cue>& cues() { return cues_; }
    std::vector<Skipped>& skipped() { return skipped_; }

private:
    void read_block() {
        const std::string_view first = lines_[at_];
        const bool is_comment = !is_srt_ && (starts_with_word(first, "NOTE") || starts_with_word(first, "STYLE") ||
                                             starts_with_word(first, "REGION"));
        if (is_comment && !is_cue_timing(first)) return skip_block();
        if (is_cue_timing(first)) return read_cue();
        if (at_ + 1 < lines_.size() && is_cue_timing(lines_[at_ + 1])) {
            ++at_;  // the cue's id
            return read_cue();
        }
        skip(at_, _("these lines have no time"));
        skip_block();
    }

    void read_cue() {
        const std::size_t timing = at_++;
        const std::string text = cue_text();
        const std::string_view line = lines_[timing];
        const std::size_t arrow = line.find("-->");
        const auto from = time_before_settings(line.substr(0, arrow));
        const auto to = time_before_settings(line.substr(arrow + 3));
        if (!from || !to) return skip(timing, _("its time cannot be read"));
        if (*to < *from) return skip(timing, _("it ends before it begins"));
        cues_.push_back({{*from, *to}, voices(is_srt_ ? without_srt_codes(text) : text)});
    }

    // Up to a blank line; where that is missing, up to the next cue, whose id is not speech.
    std::string cue_text() {
        std::string text;
        for (; at_ < lines_.size() && !is_blank(lines_[at_]); ++at_) {
            if (is_cue_timing(lines_[at_])) break;
            if (at_ + 1 < lines_.size() && is_cue_timing(lines_[at_ + 1]) && can_be_id(lines_[at_])) break;
            if (!text.empty()) text += '\n';
            text += lines_[at_];
        }
        return text;
    }

    // SRT numbers its cues; WebVTT has any word for them.
    bool can_be_id(std::string_view line) const {
        return is_srt_ ? is_number(base::trimmed(line)) : line.find(' ') == std::string_view::npos;
    }

    void skip_block() {
        while (at_ < lines_.size() && !is_blank(lines_[at_]) && !is_cue_timing(lines_[at_])) ++at_;
    }

    void skip(std::size_t line, const char* reason) { skipped_.push_back({static_cast<int>(line) + 1, reason}); }

    Lines lines_;
    bool is_srt_;
    std::size_t at_ = 0;
    bool has_header_ = false;
    std::vector<Cue> cues_;
    std::vector<Skipped> skipped_;
};

// "So: we begin" now and then is speech; a program that writes names writes them in most cues.
bool writes_names(const std::vector<Cue>& cues) {
    const auto named = std::count_if(cues.begin(), cues.end(), [](const Cue& cue) {
        return !cue.voices.empty() && cue.voices[0].speaker.empty() && split_name(cue.voices[0].text);
    });
    return named * 4 >= static_cast<std::ptrdiff_t>(cues.size());
}

// "00:00:01,500" is SRT's; where only points are written, the name decides.
bool is_srt(const Lines& lines, const std::string& file_name) {
    if (has_webvtt_header(lines)) return false;
    const auto timing = std::find_if(lines.begin(), lines.end(), is_cue_timing);
    const bool has_comma = timing != lines.end() && timing->substr(0, timing->find("-->")).find(',') != timing->npos;
    return has_comma || !base::folded(file_name).ends_with(".vtt");
}

}  // namespace

std::vector<Turn> turns_of(std::vector<Cue>& cues) {
    std::vector<Turn> turns;
    const bool names_in_text = writes_names(cues);
    for (Cue& cue : cues) {
        for (Spoken& spoken : cue.voices) {
            if (names_in_text && spoken.speaker.empty())
                if (auto named = split_name(spoken.text)) spoken = std::move(*named);
            turns.push_back({cue.span, std::move(spoken.speaker), Role::Unknown, std::move(spoken.text)});
        }
    }
    std::stable_sort(turns.begin(), turns.end(),
                     [](const Turn& a, const Turn& b) { return a.span.from < b.span.from; });
    return turns;
}

bool has_webvtt_header(const Lines& lines) {
    return !lines.empty() && starts_with_word(lines[0], "WEBVTT");
}

bool is_cue_timing(std::string_view line) {
    return line.find("-->") != std::string_view::npos;
}

Transcript read_cues(Lines lines, const std::string& file_name) {
    const bool srt = is_srt(lines, file_name);
    CueReader reader(std::move(lines), srt);
    reader.read();
    Transcript transcript{turns_of(reader.cues()), std::move(reader.skipped()), {}};
    if (!srt && !reader.has_header() && !transcript.turns.empty())
        transcript.skipped.insert(transcript.skipped.begin(),
                                  {1, _("the first line does not say WEBVTT; the rest was read all the same")});
    return transcript;
}

}  // namespace talk
