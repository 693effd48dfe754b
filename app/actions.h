// Everything a person can ask for. Button, menu and key for one thing push the same action; Controller carries it out.
#pragma once

#include "app/agreement_requests.h"
#include "app/clip_requests.h"
#include "app/codebook_requests.h"
#include "app/package_requests.h"
#include "app/playing_requests.h"
#include "app/privacy_requests.h"
#include "app/review_requests.h"
#include "app/settings.h"
#include "app/team_requests.h"
#include "app/transcript_requests.h"
#include "app/utterance_requests.h"
#include "codes/edits.h"
#include "library/library.h"
#include "media/player.h"

#include <any>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace app {

enum class Screen { Library, Code, Review, Report, Agreement, Team, Codebooks, Settings };

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
struct AskForCoding {
    base::Id conversation;
};  // the question who codes, and by which codebook
struct NewCoding {
    base::Id conversation;
    std::string codebook_key;
    std::string coder;
};
struct AbandonNewCoding {};  // the question stays unanswered: nothing is opened
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
    std::map<std::string, talk::Role> roles;  // by name; who is not in it is nobody
};
struct SetTurns {
    base::Id conversation;
    std::vector<talk::Turn> turns;
    talk::TurnSource source;
};  // what there was before a transcript took its place
struct SearchTranscripts {
    std::string text;
};  // of all conversations
struct OpenAt {
    base::Id conversation;
    base::Time at;
    std::string found;  // the words that were searched for
};
struct ShowUnread {
    bool shown;
};  // the places of a transcript that could not be read
struct FindTurnsBySpeech {
    base::Id conversation;
};  // in the background; replaces the turns there are
struct CancelFindingTurns {};
struct FindRecording {
    base::Id conversation;
    std::string folder_or_file;
};  // empty: ask

// Coding. `pressed` is the moment of the key or button press; the controller maps it to the recording.
struct DropCode {
    std::string code;
    media::Clock::time_point pressed;
    bool is_release = false;
    std::optional<base::Span> words = {};  // of the transcript, selected: the code is theirs
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
// What is said besides the code of the event in hand (app/value_keys.h).
struct GiveValue {
    std::string attribute;
    std::string value;
};
struct ValueKey {
    char digit;
    bool with_shift;
    bool operator==(const ValueKey&) const = default;
};
// Where it stands for no value, `otherwise` happens.
struct PressValueKey {
    ValueKey key;
    std::optional<DropCode> otherwise;
};
struct ChooseAttribute {
    int step;  // -1 the one before, +1 the next
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

// Ratings, checklists, phases, segment.
struct Rate {
    std::string rating;
    std::optional<int> value;
};
struct TieEvidence {
    std::string rating;
};  // the selected events, or else the last one; those that are tied already are untied
struct UntieEvidence {
    std::string rating;
    base::Id event;
};
struct PlayEvidence {
    std::string rating;
};
struct ToggleTick {
    std::string checklist;
    std::string item;
    media::Clock::time_point pressed;
};
struct SetPhase {
    std::string phase;  // empty: none
    base::Time from;
};
struct MovePhase {
    base::Time from;
    base::Time to;
};
struct SetSegment {
    std::optional<codes::Segment> segment;
};
struct DrawSegment {
    base::Time length;
    std::optional<std::uint64_t> seed;  // none: a new one
};

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

template <class... Kinds>
struct KindList {};
using ActionKinds = KindList<
    GoTo, OpenConversation, OpenCoding, AskForCoding, NewCoding, AbandonNewCoding, CloseConversation, Quit, AskForFiles,
    Import, CancelImport, UpdateConversation, RemoveConversation, StepConversations, ShowDetails, AttachTranscript,
    NameSpeakers, SetTurns, SearchTranscripts, OpenAt, ShowUnread, FindTurnsBySpeech, CancelFindingTurns, FindRecording,
    PlayPause, Play, Pause, SeekTo, SeekBy, StepPictures, ChangeSpeed, JumpToEvent, ReplayLast, SetLoop, ToggleLoop,
    SelectAudioTrack, MuteChannel, SoloChannel, SetVolume, PlayMoments, StepMoments, HearMoment, LetMomentsGoOn,
    CloseMoments, GatherCodings, DropCode, Edit, SelectEvents, DeleteSelected, RecodeSelected, ShiftSelected, GiveValue,
    PressValueKey, ChooseAttribute, Undo, Redo, StartNote, FinishNote, AbandonNote, CorrectTurn, SplitTurn, JoinTurns,
    SwapSpeakers, SwapRoles, GiveTurns, RemoveTurns, MarkTurn, ChooseStyle, MarkSpeaker, TakeOverTurns, HoldUtterance,
    StepUtterances, PlayUtterance, JoinUtterances, ReshapeUtterance, ShiftEdge, SwapSpeaker, DeleteUtterance, Uncode,
    Rate, TieEvidence, UntieEvidence, PlayEvidence, ToggleTick, SetPhase, MovePhase, SetSegment, DrawSegment,
    WriteFeedback, IssueReport, SaveReport, PreviewReport, ShowIssuedReport, BeginDraft, ResumeDraft, ChangeDraft,
    StepDraft, SaveDraft, LeaveDraft, DiscardDraft, ImportCodebook, ExportCodebook, ShowMove, MoveCoding, AbandonMove,
    FollowCodebook, AddMilestone, RemoveMilestone, RestoreMilestone, OpenReview, ChangeReview, PickMoment, SetGoal,
    CodeOwnMinutes, ShowCoachView, StepReview, CompareCodings, BeginConsensus, Decide, MarkPurpose, SaveCertificate,
    FollowDrift, BeginRecoding, EndRecoding, MakeClip, MakeClips, ChangeClip, RemoveClip, HoldClip, StepClips, PlayClip,
    SetClipEdge, PlayReel, StartComment, FinishComment, AbandonComment, RemoveComment, SpeakComment, HearComment,
    SayAgain, SayMomentAgain, HearBoth, HoldAnswer, SaveReel, CancelReel, ShowPrivacy, ChooseForm, RecordConsent,
    RestoreConsent, KeepUntil, RestoreRetention, EraseConversation, ShowSending, ShowPeople, NameYourself,
    ChangeSending, LookOnceMore, ChooseAgain, WriteReview, AddPerson, RemovePerson, TrustPerson, OpenPackage,
    UnlockPackage, TrustSender, TakeInPackage, LeavePackage, ChangeSettings, DismissMessage>;

template <class Kind, class List>
inline constexpr bool kIsIn = false;
template <class Kind, class... Kinds>
inline constexpr bool kIsIn<Kind, KindList<Kinds...>> = (std::is_same_v<Kind, Kinds> || ...);
template <class Kind>
concept ActionKind = kIsIn<Kind, ActionKinds>;

// One of them. Not a std::variant: with a hundred kinds its name alone is two thousand letters in every symbol that
// mentions an action, and the objects of the window grow to gigabytes.
class Action {
public:
    template <ActionKind Kind>
    Action(Kind kind) : held_(std::move(kind)) {}

    template <ActionKind Kind>
    const Kind* as() const {
        return std::any_cast<Kind>(&held_);
    }
    template <ActionKind Kind>
    Kind* as() {
        return std::any_cast<Kind>(&held_);
    }

private:
    std::any held_;
};
using Actions = std::vector<Action>;

}  // namespace app
