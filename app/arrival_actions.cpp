// Controller: opening a package that somebody sent. Everything in it is looked at first; then the person says whether
// it is taken in.
#include "app/arrival_desk.h"
#include "app/controller.h"
#include "app/parcel_words.h"
#include "app/review_desk.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "library/conversation_edits.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {

namespace {

using packages::Unsealed;

// Its title and trainee, as the package has them.
library::Conversation conversation_in(const packages::Opened& opened) {
    const auto found = opened.things.find({"conversation", opened.manifest.conversation.text});
    return found == opened.things.end() ? library::Conversation{} : library::conversation_from_json(found->second);
}

bool was_opened(library::Library& library, const packages::Manifest& manifest) {
    const auto all = library.package_log().packages();
    return std::any_of(all.begin(), all.end(), [&](const library::LoggedPackage& one) {
        return one.passage == library::Passage::Opened && one.package == manifest.package &&
               one.revision == manifest.revision;
    });
}

}  // namespace

bool is_package(const std::string& path) {
    return path.ends_with(".terugblik-review");
}

void Controller::carry_out(const OpenPackage& action) {
    if (action.path.empty()) {
        FileRequest request;
        request.kind = FileRequest::Kind::OpenFile;
        request.title = _("Open a review that somebody sent you");
        request.if_chosen = [](const std::vector<std::string>& paths) { return Action(OpenPackage{paths.front()}); };
        services_.ask_file(std::move(request));
        return;
    }
    carry_out(Pause{});
    model_.sending.reset();
    model_.arrival = std::make_shared<ArrivalDesk>(packages::own_keys(base::data_folder()), action.path);
    unseal_package({});
}

void Controller::unseal_package(const std::string& passphrase) {
    ArrivalDesk& desk = *model_.arrival;
    desk.stage = ArrivalStage::Unsealing;
    desk.problem.clear();
    ++model_.packages_serial;
    desk.unsealing = std::make_unique<base::Job<std::shared_ptr<Unsealed>>>(
        [own = desk.own, path = desk.path, media_folder = model_.media_folder,
         secret = sealed::SecretText(passphrase)](const base::Progress&) {
            packages::Arrival arrival = packages::arrival_of(path, media_folder, base::now());
            arrival.passphrase = secret.text();
            return std::shared_ptr<Unsealed>(packages::unseal(own, arrival));
        },
        services_.wake);
}

void Controller::carry_out(const UnlockPackage& action) {
    if (model_.arrival && model_.arrival->stage == ArrivalStage::WantsPassphrase)
        unseal_package(action.passphrase.text());
}

void Controller::take_unsealed() {
    if (!model_.arrival || !model_.arrival->unsealing || !model_.arrival->unsealing->is_done()) return;
    ArrivalDesk& desk = *model_.arrival;
    ++model_.packages_serial;
    const auto job = std::move(desk.unsealing);
    try {
        desk.unsealed = job->take().value();
        look_at_sender();
    } catch (const sealed::Refusal& refusal) {
        const bool was_wrong = refusal.reason() == sealed::Reason::WrongPassphrase;
        const bool asks = was_wrong || refusal.reason() == sealed::Reason::WantsPassphrase;
        desk.stage = asks ? ArrivalStage::WantsPassphrase : ArrivalStage::Refused;
        if (was_wrong || !asks) desk.problem = refusal.what();
    } catch (const base::Error& error) {
        desk.stage = ArrivalStage::Refused;
        desk.problem = error.what();
    }
}

// Whoever is known and compared needs no question; then all of it is read.
void Controller::look_at_sender() {
    ArrivalDesk& desk = *model_.arrival;
    const packages::Card& card = desk.manifest().sender;
    desk.words = packages::fingerprint_words(card);
    desk.is_own = card.signing_key == desk.own.signing.public_text();
    desk.stranger.reset();
    for (const library::Person& person : model_.library.people().all())
        if (packages::fingerprint_words(packages::card_of(person)) == desk.words) desk.stranger = person;
    try {
        const library::Person sender = packages::vouch(model_.library, desk.own, *desk.unsealed);
        desk.stage = ArrivalStage::Unpacking;
        desk.unpacking = std::make_unique<base::Job<std::shared_ptr<packages::Opened>>>(
            [unsealed = desk.unsealed, sender](const base::Progress& progress) {
                return std::make_shared<packages::Opened>(packages::unpack(*unsealed, sender, progress));
            },
            services_.wake);
    } catch (const packages::Refusal& refusal) {
        const bool asks = refusal.reason() == packages::Reason::UnknownSender ||
                          refusal.reason() == packages::Reason::UncomparedSender;
        desk.stage = asks ? ArrivalStage::WantsTrust : ArrivalStage::Refused;
        desk.problem = asks ? "" : refusal.what();
    }
}

void Controller::carry_out(const TrustSender& action) {
    if (!model_.arrival || model_.arrival->stage != ArrivalStage::WantsTrust) return;
    ArrivalDesk& desk = *model_.arrival;
    try {
        library::Person sender =
            desk.stranger ? *desk.stranger : packages::person_of(desk.manifest().sender, action.name);
        if (!desk.stranger) model_.library.people().add(sender);
        model_.library.people().remember_comparing(sender.id, base::now());
        look_at_sender();
    } catch (const base::Error& error) {
        desk.problem = error.what();
    }
}

void Controller::take_unpacked() {
    if (!model_.arrival || !model_.arrival->unpacking || !model_.arrival->unpacking->is_done()) return;
    ArrivalDesk& desk = *model_.arrival;
    ++model_.packages_serial;
    const auto job = std::move(desk.unpacking);
    try {
        desk.opened = job->take().value();
        desk.conversation = conversation_in(*desk.opened);
        const auto here = model_.library.conversation(desk.manifest().conversation);
        desk.is_new = !here;
        if (here) desk.conversation = *here;
        desk.was_opened_before = was_opened(model_.library, desk.manifest());
        desk.stage = ArrivalStage::Ready;
    } catch (const base::Error& error) {
        desk.stage = ArrivalStage::Refused;
        desk.problem = error.what();
    }
}

void Controller::carry_out(const TakeInPackage& action) {
    if (!model_.arrival || model_.arrival->stage != ArrivalStage::Ready) return;
    const std::shared_ptr<ArrivalDesk> desk = model_.arrival;
    if (model_.open && model_.open->conversation.id == desk->manifest().conversation) close_conversation();
    try {
        const packages::Merged merged = packages::merge(model_.library, desk->own, *desk->opened, base::now());
        model_.arrival.reset();
        if (action.is_trainee) {
            Settings settings = model_.settings;
            settings.coder = desk->conversation.trainee;
            carry_out(ChangeSettings{settings});
        }
        refresh_cards();
        begin_sha256();
        tell(MessageKind::Information, merged_in_words(merged));
        show_what_came(merged.conversation);
    } catch (const packages::Refusal& refusal) {
        desk->stage = ArrivalStage::Refused;
        desk->problem = refusal.what();
    }
}

// Where the person goes on: a trainee looks first, a coach sees both views once the trainee's came along.
void Controller::show_what_came(const base::Id& conversation) {
    const auto found = model_.library.conversation(conversation);
    if (!found) return;
    model_.details.conversation = model_.newly_imported = conversation;
    if (same_person(model_.settings.coder, found->trainee)) return carry_out(OpenReview{conversation});
    carry_out(OpenConversation{conversation});
    const auto review = model_.library.reviews().of(conversation);
    if (!review || !review->unlocked) return;
    const auto codings = model_.library.codings(conversation);
    if (const library::CodingSummary* own = coach_coding(codings, found->trainee)) carry_out(OpenCoding{own->id});
    carry_out(GoTo{Screen::Review});
}

void Controller::carry_out(const LeavePackage&) {
    ++model_.packages_serial;
    model_.arrival.reset();
}

}  // namespace app
