// Carries out what a person asked for: the only place that changes the model. An error becomes a message and the work
// stays as it was. Owned by Application; UI thread only.
#pragma once

#include "app/active_time.h"
#include "app/file_request.h"
#include "app/model.h"
#include "app/reaction_time.h"
#include "media/audio_sink.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace app {

class VoiceNotes;

// What the controller needs from the platform.
struct Services {
    media::AudioSink& sink;
    std::function<void()> wake;                 // from any thread: there is something to take
    std::function<void(FileRequest)> ask_file;  // shows the file dialog; the answer comes back as an action
    VoiceNotes* voice = nullptr;                // microphone and loudspeaker for comments; null: there are none
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
    // A key, the pointer, or playing; or the window is no longer in front.
    void notice_person(media::Clock::time_point now, bool in_front);
    // When tick() wants to be called again although nothing happens; nothing: never.
    std::optional<media::Clock::time_point> next_wake() const;

private:
    // Going about, library, settings: controller.cpp, library_actions.cpp, settings_actions.cpp.
    template <class... Kinds>
    void carry_out_as(const Action& action, KindList<Kinds...>);
    void carry_out(const GoTo& action);
    void carry_out(const OpenConversation& action);
    void carry_out(const OpenCoding& action);
    void carry_out(const AskForCoding& action);
    void carry_out(const NewCoding& action);
    void carry_out(const AbandonNewCoding& action);
    void carry_out(const CloseConversation& action);
    void carry_out(const Quit& action);
    void carry_out(const AskForFiles& action);
    void carry_out(const Import& action);
    void carry_out(const CancelImport& action);
    void carry_out(const UpdateConversation& action);
    void carry_out(const RemoveConversation& action);
    void carry_out(const StepConversations& action);
    void carry_out(const ShowDetails& action);
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
    // A list of moments: moment_actions.cpp.
    void carry_out(const PlayMoments& action);
    void carry_out(const StepMoments& action);
    void carry_out(const HearMoment& action);
    void carry_out(const LetMomentsGoOn& action);
    void carry_out(const CloseMoments& action);
    void carry_out(const GatherCodings& action);  // pooling_actions.cpp
    // Coding: coding_actions.cpp; values: value_actions.cpp.
    void carry_out(const DropCode& action);
    void carry_out(const Edit& action);
    void carry_out(const SelectEvents& action);
    void carry_out(const DeleteSelected& action);
    void carry_out(const RecodeSelected& action);
    void carry_out(const ShiftSelected& action);
    void carry_out(const GiveValue& action);
    void carry_out(const PressValueKey& action);
    void carry_out(const ChooseAttribute& action);
    void carry_out(const Undo& action);
    void carry_out(const Redo& action);
    void carry_out(const StartNote& action);
    void carry_out(const FinishNote& action);
    void carry_out(const AbandonNote& action);
    // Transcript: transcript_actions.cpp.
    void carry_out(const AttachTranscript& action);
    void carry_out(const NameSpeakers& action);
    void carry_out(const SetTurns& action);
    void carry_out(const SearchTranscripts& action);
    void carry_out(const OpenAt& action);
    void carry_out(const ShowUnread& action);
    void carry_out(const CorrectTurn& action);
    void carry_out(const SplitTurn& action);
    void carry_out(const JoinTurns& action);
    void carry_out(const SwapSpeakers& action);
    void carry_out(const SwapRoles& action);
    void carry_out(const GiveTurns& action);
    void carry_out(const RemoveTurns& action);
    void carry_out(const MarkTurn& action);
    // Parse, then code: parse_actions.cpp, utterance_actions.cpp.
    void carry_out(const ChooseStyle& action);
    void carry_out(const MarkSpeaker& action);
    void carry_out(const TakeOverTurns& action);
    void carry_out(const JoinUtterances& action);
    void carry_out(const ReshapeUtterance& action);
    void carry_out(const ShiftEdge& action);
    void carry_out(const SwapSpeaker& action);
    void carry_out(const DeleteUtterance& action);
    void carry_out(const HoldUtterance& action);
    void carry_out(const StepUtterances& action);
    void carry_out(const PlayUtterance& action);
    void carry_out(const Uncode& action);
    // Ratings, checklists, phases, segment: rating_actions.cpp, part_actions.cpp.
    void carry_out(const Rate& action);
    void carry_out(const TieEvidence& action);
    void carry_out(const UntieEvidence& action);
    void carry_out(const PlayEvidence& action);
    void carry_out(const ToggleTick& action);
    void carry_out(const SetPhase& action);
    void carry_out(const MovePhase& action);
    void carry_out(const SetSegment& action);
    void carry_out(const DrawSegment& action);
    // Clips: clip_actions.cpp.
    void carry_out(const MakeClip& action);
    void carry_out(const MakeClips& action);
    void carry_out(const ChangeClip& action);
    void carry_out(const RemoveClip& action);
    void carry_out(const HoldClip& action);
    void carry_out(const StepClips& action);
    void carry_out(const PlayClip& action);
    void carry_out(const SetClipEdge& action);
    void carry_out(const PlayReel& action);
    void carry_out(const StartComment& action);
    void carry_out(const FinishComment& action);
    void carry_out(const AbandonComment& action);
    void carry_out(const RemoveComment& action);
    void carry_out(const SpeakComment& action);
    void carry_out(const HearComment& action);
    void carry_out(const SayAgain& action);  // say_again_actions.cpp
    void carry_out(const SayMomentAgain& action);
    void carry_out(const HearBoth& action);
    void carry_out(const HoldAnswer& action);
    void carry_out(const SaveReel& action);  // reel_actions.cpp
    void carry_out(const CancelReel& action);
    // Report: report_actions.cpp.
    void carry_out(const WriteFeedback& action);
    void carry_out(const IssueReport& action);
    void carry_out(const SaveReport& action);
    void carry_out(const PreviewReport& action);
    void carry_out(const ShowIssuedReport& action);
    // Review: review_actions.cpp.
    void carry_out(const OpenReview& action);
    void carry_out(const ChangeReview& action);
    void carry_out(const PickMoment& action);
    void carry_out(const SetGoal& action);
    void carry_out(const CodeOwnMinutes& action);
    void carry_out(const ShowCoachView& action);
    void carry_out(const StepReview& action);
    // Codebooks: codebook_actions.cpp.
    void carry_out(const BeginDraft& action);
    void carry_out(const ResumeDraft& action);
    void carry_out(const ChangeDraft& action);
    void carry_out(const StepDraft& action);
    void carry_out(const SaveDraft& action);
    void carry_out(const LeaveDraft& action);
    void carry_out(const DiscardDraft& action);
    void carry_out(const ImportCodebook& action);
    void carry_out(const ExportCodebook& action);
    // Moving a coding to another version: coding_move.cpp.
    void carry_out(const ShowMove& action);
    void carry_out(const MoveCoding& action);
    void carry_out(const AbandonMove& action);
    // Privacy: privacy_actions.cpp.
    void carry_out(const ShowPrivacy& action);
    void carry_out(const ChooseForm& action);
    void carry_out(const RecordConsent& action);
    void carry_out(const RestoreConsent& action);
    void carry_out(const KeepUntil& action);
    void carry_out(const RestoreRetention& action);
    void carry_out(const EraseConversation& action);
    // Sending a review: send_actions.cpp; opening one: arrival_actions.cpp; people: person_actions.cpp.
    void carry_out(const ShowSending& action);
    void carry_out(const ShowPeople& action);
    void carry_out(const NameYourself& action);
    void carry_out(const ChangeSending& action);
    void carry_out(const LookOnceMore& action);
    void carry_out(const ChooseAgain& action);
    void carry_out(const WriteReview& action);
    void carry_out(const OpenPackage& action);
    void carry_out(const UnlockPackage& action);
    void carry_out(const TrustSender& action);
    void carry_out(const TakeInPackage& action);
    void carry_out(const LeavePackage& action);
    void carry_out(const AddPerson& action);
    void carry_out(const RemovePerson& action);
    void carry_out(const TrustPerson& action);
    // Team: team_actions.cpp.
    void carry_out(const FollowCodebook& action);
    void carry_out(const AddMilestone& action);
    void carry_out(const RemoveMilestone& action);
    void carry_out(const RestoreMilestone& action);

    // Agreement between coders: agreement_actions.cpp.
    void carry_out(const CompareCodings& action);
    void carry_out(const BeginConsensus& action);
    void carry_out(const Decide& action);
    void carry_out(const MarkPurpose& action);
    void carry_out(const SaveCertificate& action);

    // Coding again, silently: recoding_actions.cpp.
    void carry_out(const FollowDrift& action);
    void carry_out(const BeginRecoding& action);
    void carry_out(const EndRecoding& action);

    // The library first, then the copy on screen, so that both always agree. Where the disk refuses, the edit stays on
    // screen and is tried again; an edit that does not fit the coding throws and changes nothing. coding_edits.cpp.
    void edit(const codes::Edit& edit);
    void add_event(const codes::Code& code, base::Time at, std::optional<base::Time> end);
    void code_words(const codes::Code& code, base::Span words);
    bool save_unsaved();  // true when nothing is left unsaved
    void step_coding(library::Direction direction);
    void follow_codebook();  // after an edit: the coding may have moved to another
    // Where the playhead is, less the coder's reaction time when a press is meant.
    base::Time stamp(media::Clock::time_point pressed) const;
    // The same where there is nothing to play: where the playhead stands.
    base::Time moment(media::Clock::time_point pressed) const;
    void note_finished(bool plays_on);
    void end_running_utterance(base::Time at);  // the one that is being marked, if any
    bool take_back_mark();                      // undo of a key pressed while listening; false: there was none
    void code_utterance(const codes::Code& code);
    void hold_utterance_of(const codes::Edit& done);
    void play_in_turn(std::vector<base::Span> stretches);
    void go_to(base::Time at);
    std::vector<codes::Pair> pairs_for(const codes::Codebook& codebook) const;
    void hear_moment();
    void hear_moment_that_waited();
    void moment_ended(base::Span heard);
    bool is_heard_now(const PlayedList& list) const;
    void stop_where_asked();  // at the end of a stretch that plays by itself, and of the segment
    std::optional<media::Clock::time_point> stop_due() const;
    void begin_active_time();
    void keep_active_time(base::Time at_least);
    void read_reaction_time();
    void keep_reaction_time();
    void learn_from(const codes::Edit& edit);
    void drop_old_messages();
    void tell(MessageKind kind, const std::string& text);
    void offer(const std::string& text, const std::string& button, Action action);
    void refresh_cards();
    void refresh_details();
    void refresh_privacy();
    void log_playing();  // once for each opening
    void begin_comparing();
    void compare(const base::Id& first, const base::Id& second, base::Time tolerance);
    void refresh_drift(const std::string& coder, const std::string& codebook);  // empty: the usual ones
    void follow_decisions();  // after an edit: what was agreed on may have changed
    void learn_titles(const std::vector<library::CodingSummary>& codings);
    void refresh_codebooks();
    void refresh_team(const std::string& codebook);  // empty: the default one, if it was coded with
    void refresh_review();
    void keep_review(const codes::Review& review);
    bool looks_first(const base::Id& conversation) const;
    void keep_draft();
    void tell_saved(const codes::Codebook& codebook);
    void open(const library::Conversation& conversation, const codes::Coding& coding);
    void open_player();  // or says why there is none
    bool player_is_unprotected();
    void make_player(const std::string& path, base::Time begins, base::Time at);
    bool play_excerpt(base::Time at);     // whether there is one
    void turn_to_excerpt(base::Time at);  // where excerpts are played, and another holds this moment
    void begin_waveform(int track);
    void try_player_again();
    void remember_position();
    std::optional<media::Clock::time_point> position_due() const;  // when the position is to be remembered
    void close_conversation();
    void find_by_itself(library::Conversation& conversation);
    void attach_transcript(const base::Id& conversation, const std::string& path);
    void tell_unread(const std::vector<UnreadPlace>& places);
    using TurnsChange = std::function<void(std::vector<talk::Turn>&)>;
    void change_turns(const base::Id& conversation, const TurnsChange& change);
    void change_turns(const TurnsChange& change);   // of the open conversation
    bool step_turns(library::Direction direction);  // when that is what was done last
    void show_turns(const base::Id& conversation, std::vector<talk::Turn> turns);
    void end_turn_at_hand();  // where the playhead is
    void read_clips();
    void put_clip(const codes::Clip& clip);
    bool step_clips(library::Direction direction);  // when that is what was done last
    codes::Comment comment_in_hand() const;
    void comment_finished();
    void keep_comment(const codes::Comment& comment, const std::string& sound);
    void begin_speaking();
    void finish_speaking();
    void what_comes_then();
    void code_answer(const codes::Code& code);
    void take_reel();
    void listen_to_voice();
    void take_written();
    void unseal_package(const std::string& passphrase);
    void look_at_sender();
    void take_unsealed();
    void take_unpacked();
    void show_what_came(const base::Id& conversation);
    void take_import();
    void take_found();
    void take_turns_by_speech();
    void take_sha256();
    void take_waveform();
    void begin_sha256();

    Model& model_;
    Services services_;
    std::unique_ptr<Background> background_;
    ActiveTime active_time_;  // of the coding that is open
    ReactionTime reaction_time_;
};

}  // namespace app
