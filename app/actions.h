// Everything a person can ask for. Button, menu and key for one thing push the same action; Controller carries it out.
#pragma once

#include "app/settings.h"
#include "codes/edits.h"
#include "library/library.h"
#include "media/player.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

enum class Screen { Library, Code, Report, Settings };

// Going about.
struct GoTo {
    Screen screen;
};
struct OpenConversation {
    base::Id conversation;
};  // newest coding of it, or a new one; on the Code screen
struct OpenCoding {
    base::Id coding;
};
struct NewCoding {
    base::Id conversation;
    std::string codebook_key;
};
struct AbandonCoderQuestion {};  // does not say who codes: nothing is opened
struct CloseConversation {};
struct Quit {};

// Library.
enum class FilesOrFolder { Files, Folder };
struct AskForFiles {
    FilesOrFolder which = FilesOrFolder::Files;
};  // the file dialog
struct Import {
    std::vector<std::string> paths;
};
struct CancelImport {};
struct UpdateConversation {
    library::Conversation conversation;
};
struct RemoveConversation {
    base::Id conversation;
};
struct StepConversations {
    library::Direction direction;
};
struct ShowDetails {
    base::Id conversation;
};  // the panel beside the list shows this one
struct AttachTranscript {
    base::Id conversation;
    std::string path;
};  // empty: ask
struct NameSpeakers {
    base::Id conversation;
    std::string professional;  // as the transcript names them; empty: none
    std::string client;
};
struct FindTurnsBySpeech {
    base::Id conversation;
};  // in the background; replaces the turns there are
struct CancelFindingTurns {};
struct FindRecording {
    base::Id conversation;
    std::string folder_or_file;
};  // empty: ask

// Playing.
struct PlayPause {};
struct Play {};  // separate, for foot pedals
struct Pause {};
struct SeekTo {
    base::Time to;
    media::SeekMode mode = media::SeekMode::Exact;
};
struct SeekBy {
    base::Time by;
};
struct StepPictures {
    int count;
};
struct ChangeSpeed {
    int steps;
};  // along media::kSpeeds; 0 is back to 1x
struct JumpToEvent {
    int direction;
};                     // -1 previous, +1 next
struct ReplayLast {};  // the last event's moment again, from a little before
struct SetLoop {
    std::optional<base::Span> span;
};
struct ToggleLoop {};  // first press: from here; second: to here; third: off
struct SelectAudioTrack {
    int track;
};
struct MuteChannel {
    int channel;
    bool muted;
};
struct SoloChannel {
    std::optional<int> channel;
};
struct SetVolume {
    float volume;
};

// Coding. `pressed` is the moment of the key or button press; the controller maps it to the recording.
struct DropCode {
    std::string code;
    media::Clock::time_point pressed;
    bool is_release = false;
};
struct Edit {
    codes::Edit edit;
};
struct SelectEvents {
    std::vector<base::Id> events;
};
struct DeleteSelected {};
struct RecodeSelected {
    std::string code;
};
struct ShiftSelected {
    base::Time by;
};
struct Undo {};
struct Redo {};
struct StartNote {
    base::Id event;
};  // pauses; none: the last code
struct FinishNote {
    std::string text;
};  // saves and plays on
struct AbandonNote {};

// Report.
struct WriteFeedback {
    codes::Feedback feedback;
};
struct IssueReport {
    base::Language language;
};
struct SaveReport {
    base::Id report;
    std::string path;
};  // .pdf or .html; empty path: ask
struct PreviewReport {
    base::Language language;
};
struct ShowIssuedReport {
    base::Id report;
};  // its frozen pages in place of the draft's

struct ChangeSettings {
    Settings settings;
};
struct DismissMessage {};

using Action = std::variant<GoTo, OpenConversation, OpenCoding, NewCoding, AbandonCoderQuestion, CloseConversation,
                            Quit, AskForFiles, Import, CancelImport, UpdateConversation, RemoveConversation,
                            StepConversations, ShowDetails, AttachTranscript, NameSpeakers, FindTurnsBySpeech,
                            CancelFindingTurns, FindRecording, PlayPause, Play, Pause, SeekTo, SeekBy, StepPictures,
                            ChangeSpeed, JumpToEvent, ReplayLast, SetLoop, ToggleLoop, SelectAudioTrack, MuteChannel,
                            SoloChannel, SetVolume, DropCode, Edit, SelectEvents, DeleteSelected, RecodeSelected,
                            ShiftSelected, Undo, Redo, StartNote, FinishNote, AbandonNote, WriteFeedback, IssueReport,
                            SaveReport, PreviewReport, ShowIssuedReport, ChangeSettings, DismissMessage>;
using Actions = std::vector<Action>;

}  // namespace app
