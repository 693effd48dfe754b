// What the transcript tab remembers for itself: where the coach is in it, which words are selected, what is searched
// for.
#pragma once

#include "app/turn_search.h"
#include "base/id.h"
#include "talk/turn_edits.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

// Words of the turn at the cursor, by number; the one where the selection began, and the one where it has come to.
struct SelectedWords {
    std::size_t anchor = 0;
    std::size_t head = 0;

    std::size_t first() const { return std::min(anchor, head); }
    std::size_t last() const { return std::max(anchor, head); }
};

// Where each row begins: turns have as many lines as they need. Worked out again when turns or room change.
struct TurnRows {
    std::uint64_t serial = 0;
    float width = 0;
    float font_size = 0;
    std::vector<float> tops;  // one more than there are turns
};

struct TranscriptSearch {
    std::string text;
    TurnSearch turns;
    std::size_t current = 0;  // of the hits
    bool takes_focus = false;
};

struct CorrectedTurn {
    std::optional<std::size_t> turn;  // whose words are being typed
    std::string text;
    bool is_new = false;
};

// Who of the named speakers is who.
struct NamedSpeaker {
    std::string name;
    std::string first_words;
    int turns = 0;
    std::optional<talk::Role> role;  // as answered so far; Unknown: another
};
struct SpeakersQuestion {
    std::vector<NamedSpeaker> speakers;
    std::optional<std::uint64_t> serial;  // of the turns they were taken from
    std::size_t row = 0;                  // that the arrow keys change
    bool is_asked = false;
    bool is_postponed = false;  // the transcript is read without an answer
};

struct TranscriptState {
    base::Id conversation;  // whose state it is
    bool has_keys = false;  // arrows and Enter belong to the transcript, not to playing
    bool follows = true;    // the turn at the playhead stays in sight
    bool shows_cursor = false;
    std::optional<std::size_t> cursor;  // a turn
    std::size_t range_from = 0;         // with Shift, the turns between this one and the cursor are selected
    std::optional<SelectedWords> words;
    std::optional<std::size_t> pressed_word;  // the pointer went down on it
    bool is_dragging = false;
    bool was_playing = false;
    TurnRows rows;
    TranscriptSearch search;
    CorrectedTurn correcting;
    SpeakersQuestion question;
    std::ptrdiff_t scrolled_to = -1;  // the row that was last brought in sight
    int frames_to_scroll = 0;         // what is drawn for the first time can be scrolled a frame later
    float scroll_px = 0, height_px = 0;
    std::optional<std::size_t> menu_of;
    bool menu_is_open = false;
    std::uint64_t seen_finding = 0;  // OpenConversationState::found_serial

    talk::TurnRange range() const {
        const std::size_t at = cursor.value_or(0);
        return {std::min(range_from, at), std::max(range_from, at)};
    }
    void put_cursor(std::size_t turn) {
        cursor = range_from = turn;
        words.reset();
    }
};

}  // namespace app
