// A stretch of speech of one speaker, with its words where a transcript has them.
#pragma once

#include "base/time.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talk {

enum class Role { Unknown, Professional, Client };

// Where the turns of a conversation come from: a transcript, speech activity, or two keys while listening.
enum class TurnSource { None, Transcript, Speech, Marked };

struct Turn {
    base::Span span;
    std::string speaker;  // as the source names them; empty when it does not
    Role role = Role::Unknown;
    std::string text;

    bool operator==(const Turn&) const = default;
};

// What a transcript file holds, with what had to be skipped.
struct Skipped {
    int line = 0;        // 1-based; in JSON, whose lines say nothing, the number of the item in its list
    std::string reason;  // in the screen's language
};
struct Transcript {
    std::vector<Turn> turns;  // by time
    std::vector<Skipped> skipped;
    std::vector<std::string> notes;  // what was taken for granted about the whole file, in the screen's language
};

// Reads WebVTT, SRT, lines that begin with their time, and the JSON of Whisper's family, Azure and Amazon; which of
// them it is, and in which encoding, its bytes say and not its name. Throws base::Error, with the name, when it is no
// transcript at all.
Transcript read_transcript(std::string_view bytes, const std::string& file_name);
Transcript read_transcript(const std::string& path);
// Whether there is anything to read: for files whose name ("talk.json", "talk.txt") could mean anything.
bool is_transcript(const std::string& path);

// Speakers in order of first appearance.
std::vector<std::string> speakers(const std::vector<Turn>& turns);
// Gives each turn the role of its speaker; speakers that are not named keep none.
void assign_roles(std::vector<Turn>& turns, const std::map<std::string, Role>& role_of);

// Speech time of each role. Where both speak at once it counts for both; overlapping turns of one role count once.
struct TalkTime {
    base::Time professional;
    base::Time client;
};
TalkTime talk_time(const std::vector<Turn>& turns);

// The parts of them that lie in the stretch.
std::vector<Turn> turns_within(const std::vector<Turn>& turns, base::Span stretch);

}  // namespace talk
