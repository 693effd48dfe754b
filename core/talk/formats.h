// The readers behind read_transcript: one for each way in which a transcript is written. Each takes valid UTF-8.
#pragma once

#include "talk/cue_text.h"
#include "talk/lines.h"
#include "talk/turn.h"

#include <string>
#include <string_view>
#include <vector>

namespace talk {

struct Cue {
    base::Span span;
    std::vector<Spoken> voices;
};

// A turn for each voice, by time. "Name: text" gives the speaker where most of the file is written that way.
std::vector<Turn> turns_of(std::vector<Cue>& cues);

// WebVTT and SRT, with "-->" between two times.
bool has_webvtt_header(const Lines& lines);
bool is_cue_timing(std::string_view line);
Transcript read_cues(Lines lines, const std::string& file_name);

// "[00:05:32] Anna: good morning", also without brackets, with an end, or over several lines.
bool is_timed_line(std::string_view line);
Transcript read_timed_lines(const Lines& lines);

// Whisper's table: start and end in milliseconds, and the text, with tabs between.
bool is_table_header(std::string_view line);
Transcript read_table(const Lines& lines);

// The JSON of Whisper's family, Azure and Amazon. Throws base::Error when it is broken or none of these.
bool is_json(std::string_view text);
Transcript read_json(std::string_view text, const std::string& file_name);

}  // namespace talk
