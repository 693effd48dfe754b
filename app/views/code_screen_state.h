// What the Code screen remembers for itself.
#pragma once

#include "app/came_next_choices.h"
#include "app/keymap.h"
#include "app/reading.h"
#include "app/views/timeline_state.h"
#include "app/views/transcript_state.h"
#include "media/audio_sink.h"

#include <SDL_scancode.h>
#include <map>
#include <optional>
#include <string>

namespace app {

enum class LowerTab { Timeline, Events, Transcript, Talk, Counts, CameNext, Clips, Ratings, Checklists };

struct NoteState {
    base::Id on;  // the event whose note is in `text`
    std::string text;
    bool enter_was_up = false;  // since the editor opened: the press that opened it does not close it again
};

// A list that keeps the row of the playhead in sight.
struct FollowedList {
    std::ptrdiff_t row = -1;  // that it last followed to
    float scroll_px = 0;      // as drawn last
    float height_px = 0;
};

struct EventListState {
    base::Id last_clicked;  // where a selection with Shift begins
    FollowedList list;
};

// How often each code was dropped, for one state of the coding.
struct KeptCounts {
    base::Id coding;
    std::uint64_t serial = 0;
    std::map<std::string, int> by_code;
};

// Asks which phase begins at a moment.
struct PhaseMenuState {
    std::optional<base::Time> from;
    bool is_open = false;
};

// Asks which part is to be coded.
struct SegmentMenuState {
    bool is_asked = false;
    bool is_open = false;
    int minutes = 20;
    std::string seed;  // digits, as typed
};

// What is typed about the clip in hand before it is kept.
struct ClipsState {
    base::Id of;  // the clip that title and text are of
    int revision = 0;
    std::string title, text, comment;
    bool wants_title = false;  // the keyboard
    bool wants_comment = false;
    bool types_comment = false;
    base::Id answer_in_sight;  // the list of comments was moved to it
};

struct CameNextState {
    AskedPair asked;
    KeptAnswer answer;
};

struct CodeScreenState {
    CurrentKeymap keymap;
    LowerTab tab = LowerTab::Timeline;
    TimelineState timeline;
    EventListState events;
    TranscriptState transcript;
    NoteState note;
    KeptCounts counts;
    KeptReading reading;
    CameNextState came_next;
    ClipsState clips;
    std::size_t counts_row = 0;                // of the places where a rule changed a count
    std::map<SDL_Scancode, std::string> held;  // codes whose key is down
    bool value_comes = false;                  // the next key is a value, even where a code has it
    bool explains = false;                     // a code's key shows what it means instead of coding
    std::string explained;                     // the code whose meaning is shown
    std::string rating;                        // chosen in the panel of ratings
    std::string checklist_row;                 // chosen in the panel of checklists: "checklist/item"
    PhaseMenuState phase_menu;
    SegmentMenuState segment_menu;
    base::Id details_of;         // the event whose details are asked for
    std::size_t detail_row = 0;  // the attribute that the arrow keys change
    base::Id menu_of;            // the event whose menu is asked for
    bool menu_is_open = false;
    bool details_are_open = false;
    media::Clock::time_point pointer_pressed;   // when the mouse button last went down; Application says
    media::Clock::time_point pointer_released;  // and when it last went up
    bool has_popup = false;                     // a menu or the details have the keyboard
    bool transport_menu_is_open = false;        // of speed or sound: only Escape is its own
};

}  // namespace app
