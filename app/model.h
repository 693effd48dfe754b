// What the window shows: the library's contents and the one conversation that is open. Owned by Application, changed by
// Controller only, read by the views.
#pragma once

#include "app/actions.h"
#include "app/agreement_desk.h"
#include "app/clip_desk.h"
#include "app/codebook_desk.h"
#include "app/conversation_files.h"
#include "app/drift_desk.h"
#include "app/privacy_desk.h"
#include "app/settings.h"
#include "app/team_desk.h"
#include "app/turns_by_speech.h"
#include "base/job.h"
#include "library/library.h"
#include "media/player.h"
#include "media/recording.h"
#include "media/waveform.h"
#include "report/report.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct ArrivalDesk;
struct ReviewDesk;
struct SendDesk;

// Which attribute of which event was asked for; otherwise the value keys go on by themselves.
struct AttributeAskedFor {
    base::Id event;
    std::size_t attribute = 0;
};

// Of another conversation of the same trainee, with the same codebook.
struct OtherCoding {
    codes::Coding coding;
    std::string conversation;  // its title
};

// The conversation on the Code screen, with the coding in hand. Its coding equals the library's at every moment.
struct OpenConversationState {
    library::Conversation conversation;
    codes::Codebook codebook;
    codes::Coding coding;
    std::vector<talk::Turn> turns;
    talk::TurnSource turn_source = talk::TurnSource::None;
    std::uint64_t turns_serial = 0;               // changes with them
    std::string found;                            // it was opened where these words were found ...
    base::Time found_at;                          // ... at this moment
    std::uint64_t found_serial = 0;               // changes with every such opening
    std::vector<library::CodingSummary> codings;  // of this conversation, as far as they may be seen; newest first
    std::optional<library::Recoding> recoding;    // when this coding is a silent one
    std::vector<codes::Pair> pairs;               // questions about what came next that the codebook has ready
    std::vector<OtherCoding> others;              // once they were asked for
    bool others_are_gathered = false;
    std::uint64_t others_serial = 0;            // changes with them
    std::vector<library::Report> reports;       // issued ones of this coding, newest first
    std::unique_ptr<media::Player> player;      // empty when the recording is nowhere to be found
    std::optional<library::Recording> excerpt;  // plays instead of the recording, which is not at hand
    std::string recording_problem;              // why there is no player
    media::Waveform waveform;
    std::unique_ptr<base::Job<media::Waveform>> waveform_job;
    std::unique_ptr<base::Job<TurnsBySpeech>> speech_job;  // listens for who speaks when
    std::vector<codes::Decision> agreed;                   // what coders agreed on about this codebook
    std::vector<base::Id> selected;                        // events
    base::Id last_event;                                   // the last code dropped
    std::optional<AttributeAskedFor> attribute_asked_for;
    base::Id note_on;  // the event whose note is being typed
    bool play_after_note = false;
    std::uint64_t coding_serial = 0;                  // changes with every edit
    std::vector<codes::Edit> unsaved;                 // on screen, but the disk refused them; tried again, in order
    std::optional<media::Clock::time_point> save_at;  // when
    std::optional<base::Time> loop_from;              // a loop that has a beginning and no end yet
    StyleState style;
    ClipDesk clips;
    std::unique_ptr<base::Job<std::vector<std::string>>> reel_job;  // writes the best moments; gives what it wrote
    base::Time active_kept;                                         // time worked on this coding, as the library has it
    base::Time active_since_kept;                                   // and since
    bool playing_is_logged = false;
    std::map<std::string, media::Clock::time_point> begun_spans;  // codes of spans not ended: when their key went down
};

// Whether the open conversation is played on this screen.
bool shows_recording(Screen screen);

// Where the playhead is, with or without a recording; and how long the conversation is as far as anything tells.
base::Time playhead(const OpenConversationState& open);
base::Time duration_of(const OpenConversationState& open);

// A card on the Library screen.
struct ConversationCard {
    library::Conversation conversation;
    std::vector<library::CodingSummary> codings;
    bool recording_is_there = true;
    std::string kept_until;         // a day
    bool is_kept_too_long = false;  // that day has passed
};

// What the panel beside the list of conversations needs besides the card.
struct Details {
    base::Id conversation;
    int turns = 0;
    std::vector<std::string> speakers;  // of the transcript
    std::string professional;           // which of them that is; empty: not said
    std::string client;
};

struct ImportState {
    std::string doing;  // file in hand
    int done = 0;
    int total = 0;
    std::vector<std::string> refused;  // one sentence each
    bool is_over = false;              // stays until dismissed where something was refused
    float fraction = 0;
};

enum class MessageKind { Information, Warning, Error };
struct Message {
    MessageKind kind = MessageKind::Information;
    std::string text;
    std::string offer = {};                                // a button beside it, e.g. Undo ...
    std::vector<Action> offered = {};                      // ... and what it does
    std::optional<media::Clock::time_point> goes_at = {};  // by itself; nothing: it stays until dismissed
};

// Before a coding begins: who codes, and by which of these?
struct CodingQuestion {
    base::Id conversation;
    std::vector<codes::Codebook> codebooks;
};

struct Model {
    library::Library& library;
    std::string library_name = {};  // for the title bar
    std::string media_folder = {};  // where recordings that come in packages go
    Settings settings = {};
    Screen screen = Screen::Library;
    std::vector<ConversationCard> cards = {};
    std::uint64_t cards_serial = 0;                            // changes with them
    std::map<std::string, codes::Words> codebook_titles = {};  // of all codings shown, by key and version
    Details details = {};
    base::Id newly_imported = {};  // the list shows it
    std::optional<ImportState> import = {};
    float volume = 1;               // as it was set last, for the next conversation too
    std::string searched_for = {};  // in all transcripts
    std::vector<library::SearchHit> transcript_hits = {};
    std::uint64_t hits_serial = 0;                  // changes with them
    std::vector<UnreadPlace> unread = {};           // of the transcripts that were read last
    bool shows_unread = false;                      // the list of them
    bool finds_recording = false;                   // a folder is being searched
    std::optional<CodingQuestion> new_coding = {};  // waits for an answer
    std::optional<OpenConversationState> open = {};
    // Of the open conversation, once it was asked for. Shared, so that only who shows it needs to know what is in it.
    std::shared_ptr<ReviewDesk> review = {};
    std::optional<report::Report> preview = {};   // the draft as it will print
    std::uint64_t preview_serial = 0;             // changes with it
    std::optional<AgreementDesk> agreement = {};  // of two codings of the open conversation
    DriftDesk drift = {};                         // who still codes as before
    std::optional<PlayedList> played = {};        // moments that are heard; none: nothing but the recording itself
    CodebookDesk codebooks = {};
    TeamDesk team = {};
    PrivacyDesk privacy = {};
    std::shared_ptr<SendDesk> sending = {};     // a conversation that is being sent; none: none is
    std::shared_ptr<ArrivalDesk> arrival = {};  // a package that is being opened
    std::uint64_t packages_serial = 0;          // changes with both
    std::vector<Message> messages = {};         // newest last
    bool wants_to_quit = false;
    bool warned_of_unsaved = false;  // quitting again leaves without what could not be saved
};

}  // namespace app
