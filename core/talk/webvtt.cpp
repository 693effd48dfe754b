// WebVTT as programs write it, not as the standard asks: sloppy times, missing blank lines, any line ending.
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "talk/cue_text.h"
#include "talk/turn.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace talk {

namespace {

constexpr std::uintmax_t kLargestFile = 64u << 20;  // a day of talk is under 4 MB

struct Cue {
    base::Span span;
    std::vector<Spoken> voices;
};

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\n' && text[at] != '\r') continue;
        lines.push_back(text.substr(from, at - from));
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
        from = at + 1;
    }
    if (from < text.size()) lines.push_back(text.substr(from));
    return lines;
}

bool is_blank(std::string_view line) {
    return base::trimmed(line).empty();
}

bool is_timing(std::string_view line) {
    return line.find("-->") != std::string_view::npos;
}

// NOTE, STYLE and REGION count only as whole words: "NOTES: ..." may be somebody's cue id.
bool starts_with_word(std::string_view line, std::string_view word) {
    return line.starts_with(word) &&
           (line.size() == word.size() || line[word.size()] == ' ' || line[word.size()] == '\t');
}

std::optional<base::Time> time_before_settings(std::string_view text) {
    text = base::trimmed(text);
    text = text.substr(0, text.find_first_of(" \t"));
    if (text.starts_with('-')) return {};
    return base::parse_time(text);
}

class Reader {
public:
    Reader(std::vector<std::string_view> lines) : lines_(std::move(lines)) {}

    void read() {
        if (!lines_.empty() && starts_with_word(lines_[0], "WEBVTT")) {
            has_header_ = true;
            while (at_ < lines_.size() && !is_blank(lines_[at_]) && !is_timing(lines_[at_])) ++at_;
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
        const bool is_comment =
            starts_with_word(first, "NOTE") || starts_with_word(first, "STYLE") || starts_with_word(first, "REGION");
        if (is_comment && !is_timing(first)) return skip_block();
        if (is_timing(first)) return read_cue();
        if (at_ + 1 < lines_.size() && is_timing(lines_[at_ + 1])) {
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
        cues_.push_back({{*from, *to}, voices(text)});
    }

    // Up to a blank line; where that is missing, up to the next cue, whose id is not speech.
    std::string cue_text() {
        std::string text;
        for (; at_ < lines_.size() && !is_blank(lines_[at_]); ++at_) {
            if (is_timing(lines_[at_])) break;
            const bool id_of_next = at_ + 1 < lines_.size() && is_timing(lines_[at_ + 1]) &&
                                    lines_[at_].find(' ') == std::string_view::npos;
            if (id_of_next) break;
            if (!text.empty()) text += '\n';
            text += lines_[at_];
        }
        return text;
    }

    void skip_block() {
        while (at_ < lines_.size() && !is_blank(lines_[at_]) && !is_timing(lines_[at_])) ++at_;
    }

    void skip(std::size_t line, const char* reason) { skipped_.push_back({static_cast<int>(line) + 1, reason}); }

    std::vector<std::string_view> lines_;
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

}  // namespace

Transcript parse_transcript(const std::string& text, const std::string& where) {
    std::string_view bytes = text;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        throw base::Error(fmt::format(
            fmt::runtime(_("{} is written in UTF-16. Save it as UTF-8 in a text editor and try again.")), where));
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string valid = base::to_valid_utf8(bytes);
    Reader reader(lines_of(valid));
    reader.read();
    if (!reader.has_header() && reader.cues().empty())
        throw base::Error(fmt::format(
            fmt::runtime(_("{} is not a transcript: it has no times with text. Choose the .vtt file that Zoom or Teams "
                           "saved beside the recording.")),
            where));
    Transcript transcript{turns_of(reader.cues()), std::move(reader.skipped())};
    if (!reader.has_header())
        transcript.skipped.insert(transcript.skipped.begin(),
                                  {1, _("the first line does not say WEBVTT; the rest was read all the same")});
    return transcript;
}

Transcript read_transcript(const std::string& path) {
    const std::string name = std::filesystem::path(path).filename().string();
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    std::ifstream file(path, std::ios::binary);
    if (failed || !file)
        throw base::Error(
            fmt::format(fmt::runtime(_("{} cannot be read. Is it still there, and may you open it?")), name));
    if (size > kLargestFile)
        throw base::Error(fmt::format(fmt::runtime(_("{} is too large to be a transcript.")), name));
    return parse_transcript({std::istreambuf_iterator<char>(file), {}}, name);
}

}  // namespace talk
