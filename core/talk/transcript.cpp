// Which of the formats a transcript is written in: its content says so, whatever the file is called.
#include "base/encoding.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/whole_file.h"
#include "talk/formats.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace talk {

namespace {

constexpr std::size_t kLargestFile = 64u << 20;  // a day of talk is under 4 MB; with the time of each word, under 40

// A note with a few times of day in it is no transcript: among its lines they are rare.
bool has_timed_lines(const Lines& lines) {
    std::size_t written = 0, timed = 0;
    for (const std::string_view line : lines) {
        if (is_blank(line)) continue;
        ++written;
        if (is_timed_line(line)) ++timed;
    }
    return timed > 0 && timed * 10 >= written;
}

Transcript read_text(const std::string& text, const std::string& file_name) {
    Lines lines = lines_of(text);
    if (has_webvtt_header(lines)) return read_cues(std::move(lines), file_name);
    const auto first = std::find_if_not(lines.begin(), lines.end(), is_blank);
    if (first != lines.end() && is_table_header(*first)) return read_table(lines);
    // Whisper's own listing has both: "[00:00.000 --> 00:05.360] text".
    const bool has_cues = std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
        return is_cue_timing(line) && !base::trimmed(line).starts_with('[');
    });
    if (has_cues) return read_cues(std::move(lines), file_name);
    if (has_timed_lines(lines)) return read_timed_lines(lines);
    return {};
}

bool is_empty_webvtt(const std::string& text) {
    return has_webvtt_header({std::string_view(text).substr(0, text.find_first_of("\r\n"))});
}

}  // namespace

Transcript read_transcript(std::string_view bytes, const std::string& file_name) {
    if (bytes.size() > kLargestFile)
        throw base::Error(fmt::format(fmt::runtime(_("{} is too large to be a transcript.")), file_name));
    const base::Decoded whole = base::decoded(bytes);
    Transcript transcript = is_json(whole.text) ? read_json(whole.text, file_name) : read_text(whole.text, file_name);
    if (transcript.turns.empty() && !is_json(whole.text) && !is_empty_webvtt(whole.text))
        throw base::Error(
            fmt::format(fmt::runtime(_("{} is not a transcript: it has no times with text. Choose a WebVTT, SRT or "
                                       "JSON file, or a text whose lines begin with their time.")),
                        file_name));
    if (whole.is_guess)
        transcript.notes.push_back(
            fmt::format(fmt::runtime(_("The file does not say in which encoding it is written; it was read as {}. See "
                                       "whether letters with accents are right.")),
                        whole.encoding));
    return transcript;
}

Transcript read_transcript(const std::string& path) {
    const std::string name = std::filesystem::path(path).filename().string();
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    if (!failed && size > kLargestFile)
        throw base::Error(fmt::format(fmt::runtime(_("{} is too large to be a transcript.")), name));
    return read_transcript(base::read_whole_file(path, kLargestFile), name);
}

bool is_transcript(const std::string& path) {
    try {
        return !read_transcript(path).turns.empty();
    } catch (const base::Error&) {
        return false;
    }
}

}  // namespace talk
