#include "app/controller.h"

#include "app/background.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "codes/codebook.h"

#include <filesystem>

namespace app {

namespace {

using std::chrono::seconds;
constexpr seconds kKeepPosition{5};
constexpr seconds kReadingTime{8};  // of a line that asks for nothing

template <class... Kinds>
bool is_one_of(const Action& action) {
    return ((action.as<Kinds>() != nullptr) || ...);
}

bool leaves_the_place(const Action& action) {
    return is_one_of<SeekTo, SeekBy, JumpToEvent, ReplayLast, PlayMoments, StepMoments, HearMoment, PlayClip, StepClips,
                     PlayReel, GoTo, OpenConversation, OpenCoding, CloseConversation, Quit>(action);
}

}  // namespace

Controller::Controller(Model& model, Services services)
    : model_(model), services_(std::move(services)), background_(std::make_unique<Background>()) {}

Controller::~Controller() = default;

void Controller::start() {
    try {
        read_reaction_time();
        refresh_cards();
        begin_sha256();
    } catch (const std::exception& error) {
        tell(MessageKind::Error, error.what());
    }
}

template <class... Kinds>
void Controller::carry_out_as(const Action& action, KindList<Kinds...>) {
    const auto try_one = [this](const auto* what) {
        if (what) this->carry_out(*what);
        return what != nullptr;
    };
    static_cast<void>((try_one(action.as<Kinds>()) || ...));
}

void Controller::apply(const Action& action) {
    try {
        if (leaves_the_place(action)) end_turn_at_hand();
        carry_out_as(action, ActionKinds{});
    } catch (const std::exception& error) {
        tell(MessageKind::Error, error.what());
    }
}

void Controller::tick() {
    try {
        take_import();
        take_found();
        take_turns_by_speech();
        take_sha256();
        take_waveform();
        take_written();
        take_unsealed();
        take_unpacked();
        drop_old_messages();
        if (!model_.open) return;
        log_playing();
        stop_where_asked();
        hear_moment_that_waited();
        listen_to_voice();
        take_reel();
        keep_active_time(base::seconds(30));
        if (model_.open->save_at && media::Clock::now() >= *model_.open->save_at) save_unsaved();
        if (const auto due = position_due(); due && media::Clock::now() >= *due) remember_position();
        if (player_is_unprotected()) tell(MessageKind::Warning, model_.open->player->sandbox_note());
        if (model_.open->player)
            for (const std::string& warning : model_.open->player->take_warnings()) tell(MessageKind::Warning, warning);
    } catch (const std::exception& error) {
        tell(MessageKind::Error, error.what());
    }
}

std::optional<media::Clock::time_point> Controller::next_wake() const {
    const bool plays = model_.open && model_.open->player && model_.open->player->is_playing();
    std::optional<media::Clock::time_point> next = plays ? std::nullopt : position_due();
    if (model_.open && model_.open->save_at && (!next || *model_.open->save_at < *next)) next = model_.open->save_at;
    if (const auto stop = stop_due(); stop && (!next || *stop < *next)) next = stop;
    constexpr std::chrono::milliseconds kMeterMoves{50};
    if (model_.open && (model_.open->clips.speaks || model_.open->reel_job)) next = media::Clock::now() + kMeterMoves;
    for (const Message& message : model_.messages)
        if (message.goes_at && (!next || *message.goes_at < *next)) next = message.goes_at;
    return next;
}

void Controller::drop_old_messages() {
    std::erase_if(model_.messages, [now = media::Clock::now()](const Message& message) {
        return message.goes_at && now >= *message.goes_at;
    });
}

void Controller::tell(MessageKind kind, const std::string& text) {
    // The same trouble again is not news.
    if (!model_.messages.empty() && model_.messages.back().text == text) return;
    Message message{kind, text};
    if (kind == MessageKind::Information) message.goes_at = media::Clock::now() + kReadingTime;
    model_.messages.push_back(std::move(message));
}

void Controller::offer(const std::string& text, const std::string& button, Action action) {
    model_.messages.push_back({MessageKind::Information, text, button, {std::move(action)}});
}

// True once since the start, where recordings are decoded with less protection than usual.
bool Controller::player_is_unprotected() {
    const media::Player* player = model_.open->player.get();
    if (background_->told_of_sandbox || player == nullptr || player->sandbox_note().empty()) return false;
    return background_->told_of_sandbox = true;
}

std::optional<media::Clock::time_point> Controller::position_due() const {
    const media::Player* player = model_.open ? model_.open->player.get() : nullptr;
    if (player == nullptr || !player->is_open() || player->is_seeking()) return {};
    if (player->position() == model_.open->conversation.last_position) return {};
    return background_->position_kept_at + kKeepPosition;
}

void Controller::remember_position() {
    if (!model_.open || !model_.open->player || !model_.open->player->is_open()) return;
    background_->position_kept_at = media::Clock::now();
    const base::Time at = model_.open->player->position();
    try {
        model_.library.remember_position(model_.open->conversation.id, at);
        model_.open->conversation.last_position = at;
    } catch (const base::Error&) {
        // a convenience: a full disk must not keep anyone on this screen
    }
}

// The whole-file fingerprint goes into reports; reading an hour of video takes a while, so one at a time.
void Controller::begin_sha256() {
    if (background_->sha256) return;
    for (const ConversationCard& card : model_.cards) {
        for (const library::Recording& recording : card.conversation.recordings) {
            std::error_code failed;
            if (!recording.sha256.empty() || !std::filesystem::exists(recording.path, failed)) continue;
            if (!background_->fingerprinted.insert(recording.id).second) continue;
            background_->sha256 = std::make_unique<base::Job<std::pair<base::Id, std::string>>>(
                [id = recording.id, path = recording.path](const base::Progress& progress) {
                    return std::pair(id, base::sha256_of_file(path, progress));
                },
                services_.wake);
            return;
        }
    }
}

void Controller::take_sha256() {
    if (!background_->sha256 || !background_->sha256->is_done()) return;
    const auto job = std::move(background_->sha256);
    try {
        if (const auto done = job->take(); done && !done->second.empty()) {
            model_.library.store_sha256(done->first, done->second);
            const auto store = [&](library::Conversation& conversation) {
                for (library::Recording& recording : conversation.recordings)
                    if (recording.id == done->first) recording.sha256 = done->second;
            };
            for (ConversationCard& card : model_.cards) store(card.conversation);
            if (model_.open) store(model_.open->conversation);
        }
    } catch (const base::Error&) {
        // the recording went away meanwhile; it is tried again at the next start
    }
    begin_sha256();
}

void Controller::take_waveform() {
    if (!model_.open || !model_.open->waveform_job || !model_.open->waveform_job->is_done()) return;
    const auto job = std::move(model_.open->waveform_job);
    try {
        if (auto waveform = job->take()) model_.open->waveform = std::move(*waveform);
    } catch (const base::Error& error) {
        const media::Player* player = model_.open->player.get();
        const bool has_sound = player != nullptr && player->is_open() && !player->info().audio.empty();
        if (has_sound) tell(MessageKind::Warning, error.what());
    }
}

}  // namespace app
