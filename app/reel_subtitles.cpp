#include "app/reel_subtitles.h"

#include <algorithm>

namespace app {
namespace {

constexpr base::Time kNoteStands = base::seconds(4);

struct Cue {
    base::Span span;  // of the recording
    std::string text;
};

// In a cue, "<" begins markup and an empty line ends it.
std::string cue_text(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (c == '<')
            safe += "&lt;";
        else if (c == '&')
            safe += "&amp;";
        else if (c == '>')
            safe += "&gt;";
        else
            safe += c == '\n' || c == '\r' ? ' ' : c;
    }
    return safe;
}

std::vector<Cue> cues_of(const std::vector<talk::Turn>& turns, const codes::Coding& coding) {
    std::vector<Cue> cues;
    for (const talk::Turn& turn : turns)
        if (!turn.text.empty())
            cues.push_back({turn.span, turn.speaker.empty() ? turn.text : turn.speaker + ": " + turn.text});
    if (!cues.empty()) return cues;
    for (const codes::Event& event : coding.events)
        if (!event.note.empty()) cues.push_back({{event.at, event.end.value_or(event.at + kNoteStands)}, event.note});
    return cues;
}

}  // namespace

std::string subtitles_of(const std::vector<Moment>& moments, const std::vector<talk::Turn>& turns,
                         const codes::Coding& coding) {
    const std::vector<Cue> cues = cues_of(turns, coding);
    std::string text;
    base::Time begin;
    for (const Moment& moment : moments) {
        for (const Cue& cue : cues) {
            const base::Span heard{std::max(cue.span.from, moment.span.from), std::min(cue.span.to, moment.span.to)};
            if (heard.length() <= base::Time{}) continue;
            const base::Time shift = begin - moment.span.from;
            text += "\n" + base::to_text(heard.from + shift) + " --> " + base::to_text(heard.to + shift) + "\n" +
                    cue_text(cue.text) + "\n";
        }
        begin += moment.span.length();
    }
    return text.empty() ? text : "WEBVTT\n" + text;
}

}  // namespace app
