// Controller: turns from speech, where there is no transcript.
#include "app/controller.h"
#include "base/error.h"
#include "base/i18n.h"
#include "talk/turn.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {

void Controller::carry_out(const FindTurnsBySpeech& action) {
    if (!model_.open || model_.open->conversation.id != action.conversation || model_.open->speech_job) return;
    const bool has_words = std::any_of(model_.open->turns.begin(), model_.open->turns.end(),
                                       [](const talk::Turn& turn) { return !turn.text.empty(); });
    if (has_words)
        throw base::Error(_("There is a transcript, which knows more than speech can tell. It stays as it is."));
    if (!can_tell_speakers(model_.open->conversation))
        throw base::Error(reason_for_no_turns(media::Voices::OneChannel));
    model_.open->speech_job = std::make_unique<base::Job<TurnsBySpeech>>(
        [conversation = model_.open->conversation](const base::Progress& progress) {
            return turns_by_speech(conversation, progress);
        },
        services_.wake);
}

void Controller::carry_out(const CancelFindingTurns&) {
    if (model_.open) model_.open->speech_job.reset();
}

void Controller::take_turns_by_speech() {
    if (!model_.open || !model_.open->speech_job || !model_.open->speech_job->is_done()) return;
    const auto job = std::move(model_.open->speech_job);
    const std::optional<TurnsBySpeech> found = job->take();
    if (!found) return;
    if (found->turns.empty()) {
        tell(MessageKind::Information, reason_for_no_turns(found->voices));
        return;
    }
    const base::Id conversation = model_.open->conversation.id;
    carry_out(SetTurns{conversation, found->turns, talk::TurnSource::Speech});
    tell(MessageKind::Information,
         fmt::format(fmt::runtime(_("{} stretches of speech were found, of {} speakers. Say in the Talk tab who is the "
                                    "professional.")),
                     found->turns.size(), talk::speakers(found->turns).size()));
}

}  // namespace app
