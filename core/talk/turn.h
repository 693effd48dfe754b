// A stretch of speech of one speaker, with its words where a transcript has them.
#pragma once

#include "base/time.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace talk {

enum class Role { Unknown, Professional, Client };

struct Turn {
    base::Span span;
    std::string speaker;  // as the source names them; empty when it does not
    Role role = Role::Unknown;
    std::string text;

    bool operator==(const Turn&) const = default;
};

// What a transcript file holds, with what had to be skipped.
struct Skipped {
    int line = 0;        // 1-based
    std::string reason;  // in the screen's language
};
struct Transcript {
    std::vector<Turn> turns;  // by time
    std::vector<Skipped> skipped;
};

// Reads WebVTT as Zoom and Teams write it. Throws base::Error when the file is no transcript at all.
Transcript read_transcript(const std::string& path);
// The same for a text at hand; `where` is the file's name for the error.
Transcript parse_transcript(const std::string& text, const std::string& where);

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

}  // namespace talk
