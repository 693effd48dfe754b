// Carries out what a person asked for: the only place that changes the model. An error becomes a message and the work
// stays as it was. Owned by Application; UI thread only.
#pragma once

#include "app/file_request.h"
#include "app/model.h"
#include "media/audio_sink.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace app {

// What the controller needs from the platform.
struct Services {
    media::AudioSink& sink;
    std::function<void()> wake;                 // from any thread: there is something to take
    std::function<void(FileRequest)> ask_file;  // shows the file dialog; the answer comes back as an action
};

struct Background;

class Controller {
public:
    Controller(Model& model, Services services);
    ~Controller();

    void start();  // once: what the library holds, and background work for it
    void apply(const Action& action);
    // Takes over what background jobs have finished, remembers the position; once per frame.
    void tick();
    // When tick() wants to be called again although nothing happens; nothing: never.
    std::optional<media::Clock::time_point> next_wake() const;

private:
    // Going about, library, settings: controller.cpp, library_actions.cpp, settings_actions.cpp.
    void carry_out(const GoTo& action);
    void carry_out(const OpenConversation& action);
    void carry_out(const OpenCoding& action);
    void carry_out(const NewCoding& action);
    void carry_out(const AbandonCoderQuestion& action);
    void carry_out(const CloseConversation& action);
    void carry_out(const Quit& action);
    void carry_out(const AskForFiles& action);
    void carry_out(const Import& action);
    void carry_out(const CancelImport& action);
    void carry_out(const UpdateConversation& action);
    void carry_out(const RemoveConversation& action);
    void carry_out(const StepConversations& action);
    void carry_out(const ShowDetails& action);
    void carry_out(const AttachTranscript& action);
    void carry_out(const NameSpeakers& action);
    void carry_out(const FindRecording& action);
    void carry_out(const FindTurnsBySpeech& action);  // speech_actions.cpp
    void carry_out(const CancelFindingTurns& action);
    void carry_out(const ChangeSettings& action);
    void carry_out(const DismissMessage& action);
    // Playing: playback_actions.cpp.
    void carry_out(const PlayPause& action);
    void carry_out(const Play& action);
    void carry_out(const Pause& action);
    void carry_out(const SeekTo& action);
    void carry_out(const SeekBy& action);
    void carry_out(const StepPictures& action);
    void carry_out(const ChangeSpeed& action);
    void carry_out(const JumpToEvent& action);
    void carry_out(const ReplayLast& action);
    void carry_out(const SetLoop& action);
    void carry_out(const ToggleLoop& action);
    void carry_out(const SelectAudioTrack& action);
    void carry_out(const MuteChannel& action);
    void carry_out(const SoloChannel& action);
    void carry_out(const SetVolume& action);
    // Coding: coding_actions.cpp.
    void carry_out(const DropCode& action);
    void carry_out(const Edit& action);
    void carry_out(const SelectEvents& action);
    void carry_out(const DeleteSelected& action);
    void carry_out(const RecodeSelected& action);
    void carry_out(const ShiftSelected& action);
    void carry_out(const Undo& action);
    void carry_out(const Redo& action);
    void carry_out(const StartNote& action);
    void carry_out(const FinishNote& action);
    void carry_out(const AbandonNote& action);
    // Report: report_actions.cpp.
    void carry_out(const WriteFeedback& action);
    void carry_out(const IssueReport& action);
    void carry_out(const SaveReport& action);
    void carry_out(const PreviewReport& action);
    void carry_out(const ShowIssuedReport& action);

    // The library first, then the copy on screen, so that both always agree. Where the disk refuses, the edit stays on
    // screen and is tried again; an edit that does not fit the coding throws and changes nothing. coding_edits.cpp.
    void edit(const codes::Edit& edit);
    bool save_unsaved();  // true when nothing is left unsaved
    void step_coding(library::Direction direction);
    // Where the playhead is, less the coder's reaction time when a press is meant.
    base::Time stamp(media::Clock::time_point pressed) const;
    void note_finished(bool plays_on);
    void tell(MessageKind kind, const std::string& text);
    void offer(const std::string& text, const std::string& button, Action action);
    void refresh_cards();
    void refresh_details();
    void open(const library::Conversation& conversation, const codes::Coding& coding);
    void open_player();  // or says why there is none
    bool player_is_unprotected();
    void begin_waveform(int track);
    void try_player_again();
    void remember_position();
    std::optional<media::Clock::time_point> position_due() const;  // when the position is to be remembered
    void close_conversation();
    void find_by_itself(library::Conversation& conversation);
    void attach_transcript(const base::Id& conversation, const std::string& path);
    void take_import();
    void take_found();
    void take_turns_by_speech();
    void take_sha256();
    void take_waveform();
    void begin_sha256();

    Model& model_;
    Services services_;
    std::unique_ptr<Background> background_;
};

}  // namespace app
