// What a file's or folder's name says: which kind of file, which moment, which title, and how Zoom names things.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace library {

bool is_recording_name(const std::string& name);
bool is_transcript_name(const std::string& name);
// "x.json", "x.txt" and "x.tsv" are transcripts only when their content says so.
bool may_be_transcript_name(const std::string& name);
// Captions as they were shown during the meeting, which say less than the transcript: "….cc.vtt".
bool is_captions_name(const std::string& name);
bool is_chat_name(const std::string& name);
bool is_person_audio_folder(const std::string& name);  // "Audio Record"

// One meeting's folder: named as Zoom does, or with files in it that are.
bool is_zoom_folder(const std::string& name, const std::vector<std::filesystem::path>& files);
// What the files of one cloud recording begin with: "GMT20261112-130300"; empty for other names.
std::string cloud_recording_of(const std::string& name);
// 0 for the recording to play first; sound only comes last.
int zoom_rank(const std::string& name);

// "2026-11-12 14.03.00 Anna's Zoom Meeting", "GMT20261112-130300_Recording", "VID_20261112_140300", "2026-11-12":
// ISO 8601, with a zone where the name has one; empty when there is none.
std::string moment_in_name(const std::string& name);
// The name without its moment: "Anna's Zoom Meeting"; empty when nothing else is in it.
std::string title_in_name(const std::string& name);

}  // namespace library
