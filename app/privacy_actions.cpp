// Controller: consent, how long a conversation is kept, who has seen it, and its erasure.
#include "app/access_text.h"
#include "app/cached_files.h"
#include "app/controller.h"
#include "base/day.h"
#include "base/i18n.h"
#include "base/whole_file.h"
#include "library/sharing.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace app {

namespace {

std::optional<std::string> chosen_day(library::Library& library, const base::Id& conversation) {
    const auto chosen = library.retention().chosen();
    const auto found = chosen.find(conversation);
    return found == chosen.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

void Controller::refresh_privacy() {
    PrivacyDesk& desk = model_.privacy;
    const auto conversation = model_.library.conversation(desk.conversation);
    const std::uint64_t serial = desk.serial + 1;
    if (!conversation) {
        desk = {};
        desk.serial = serial;
        return;
    }
    library::Library& library = model_.library;
    desk.consent = library.consents().of(conversation->id);
    desk.needs_consent = library::needs_consent(conversation->kind);
    desk.why_not = library::reason_not_to_share(library, conversation->id, base::now()).value_or("");
    desk.kept_until =
        library::kept_until(*conversation, chosen_day(library, conversation->id), library::retention_days(library));
    desk.last_day = library::last_day(*conversation);
    desk.goes = library.erasures().what_goes(conversation->id);
    desk.seen_by.clear();
    for (const library::AccessEntry& entry : library.access_log().entries(conversation->id))
        desk.seen_by.push_back(access_text(entry));
    std::reverse(desk.seen_by.begin(), desk.seen_by.end());
    desk.serial = serial;
}

void Controller::log_playing() {
    OpenConversationState& open = *model_.open;
    if (open.playing_is_logged || !open.player || !open.player->is_playing()) return;
    open.playing_is_logged = true;  // once, also where the log cannot be written
    model_.library.access_log().note(library::AccessVerb::Played, open.conversation.id, {});
}

void Controller::carry_out(const ShowPrivacy& action) {
    model_.privacy.conversation = action.conversation;
    model_.privacy.form_path.clear();
    refresh_privacy();
}

void Controller::carry_out(const ChooseForm& action) {
    if (!action.path.empty()) {
        model_.privacy.form_path = action.path;
        return;
    }
    FileRequest request;
    request.kind = FileRequest::Kind::OpenFile;
    request.title = _("The signed form");
    request.if_chosen = [](const std::vector<std::string>& paths) { return Action(ChooseForm{paths.front()}); };
    services_.ask_file(std::move(request));
}

void Controller::carry_out(const RecordConsent& action) {
    library::Consents& consents = model_.library.consents();
    library::Consent consent = action.consent;
    const auto before = consents.of(consent.conversation);
    const std::string form_before = consents.form(consent.conversation);
    std::string form = form_before;
    consent.form_name = before ? before->form_name : "";
    if (!action.form_path.empty()) {
        form = base::read_whole_file(action.form_path, library::kLargestForm);
        consent.form_name = std::filesystem::path(action.form_path).filename().string();
    }
    consents.record(consent, form);
    model_.library.access_log().note(library::AccessVerb::Consented, consent.conversation, {});
    model_.privacy.form_path.clear();
    refresh_privacy();
    offer(_("The consent is written down."), _("Undo"), RestoreConsent{consent.conversation, before, form_before});
}

void Controller::carry_out(const RestoreConsent& action) {
    if (action.consent)
        model_.library.consents().record(*action.consent, action.form);
    else
        model_.library.consents().remove(action.conversation);
    std::erase_if(model_.messages, [](const Message& message) { return !message.offered.empty(); });
    refresh_privacy();
}

void Controller::carry_out(const KeepUntil& action) {
    const auto conversation = model_.library.conversation(action.conversation);
    if (!conversation) return;
    const auto before = chosen_day(model_.library, conversation->id);
    library::keep_until(model_.library, *conversation, action.day);
    refresh_cards();
    refresh_privacy();
    offer(fmt::format(fmt::runtime(_("It is kept until {}.")), action.day), _("Undo"),
          RestoreRetention{conversation->id, before});
}

void Controller::carry_out(const RestoreRetention& action) {
    model_.library.retention().choose(action.conversation, action.day);
    std::erase_if(model_.messages, [](const Message& message) { return !message.offered.empty(); });
    refresh_cards();
    refresh_privacy();
}

void Controller::carry_out(const EraseConversation& action) {
    const auto conversation = model_.library.conversation(action.conversation);
    if (!conversation) return;
    if (model_.open && model_.open->conversation.id == conversation->id) close_conversation();
    std::vector<std::string> files = cached_files(*conversation);
    if (action.recordings == OwnRecordings::AreDeleted) {
        const library::WhatGoes goes = model_.library.erasures().what_goes(conversation->id);
        files.insert(files.end(), goes.other_files.begin(), goes.other_files.end());
    }
    // What could be undone of it is gone too.
    std::erase_if(model_.messages, [](const Message& message) { return !message.offered.empty(); });
    model_.privacy.conversation = {};
    if (model_.details.conversation == conversation->id) model_.details = {};
    try {
        model_.library.erasures().erase(conversation->id, action.reason, files);
        tell(MessageKind::Information,
             _("The conversation is erased, from the backups too. Only a tombstone is left: its number and the day."));
    } catch (const std::exception& error) {
        tell(MessageKind::Error, error.what());
    }
    refresh_cards();
    refresh_privacy();
}

}  // namespace app
