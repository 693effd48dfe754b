// From files on disk to a conversation: which of them belong together, what they are, and finding them again later.
// Knows nothing of media: whoever calls has probed the files.
#pragma once

#include "library/library.h"

#include <string>
#include <vector>

namespace library {

// One conversation's worth of files, as found in what was dropped: a single file, or a Zoom folder (video,
// audio_only, one sound file per person under "Audio Record", .vtt, chat.txt).
struct Found {
    std::string title;
    std::string date;                       // from the folder's or file's name or time; ISO 8601
    std::vector<std::string> recordings;    // the one to play first
    std::vector<std::string> person_audio;  // one file per person
    std::vector<std::string> transcripts;   // the fullest first: captions that Zoom made meanwhile come last
    std::string chat;
};

// Groups dropped files and folders into conversations. Files that cannot be recordings are left in `ignored`.
struct FoundFiles {
    std::vector<Found> conversations;
    std::vector<std::string> ignored;
};
FoundFiles look_for_recordings(const std::vector<std::string>& paths);

// Whose sound Zoom's file is: "audioJanBakker12345.m4a" -> "JanBakker".
std::string person_in(const std::string& path);

// Where a recording is now: its own path if it is still that file, else a file in `folders` (and beside its old place)
// with the same size and fingerprint. Empty when nowhere.
std::string find_again(const Recording& recording, const std::vector<std::string>& folders);

}  // namespace library
