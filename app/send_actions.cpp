// Controller: sending a conversation as a file that only its readers open.
#include "app/controller.h"
#include "app/send_desk.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "library/overwriting.h"

namespace app {

void Controller::carry_out(const ShowSending& action) {
    ++model_.packages_serial;
    model_.sending.reset();
    const auto conversation = model_.library.conversation(action.conversation);
    if (!conversation) return;
    if (!save_unsaved())
        throw base::Error(
            _("The last codes could not be saved yet, so nothing is sent. Make room on the disk, or plug it "
              "in again."));
    carry_out(Pause{});
    model_.sending = std::make_shared<SendDesk>(
        send_desk(model_.library, model_.settings, *conversation, packages::own_keys(base::data_folder())));
}

void Controller::carry_out(const ChangeSending& action) {
    if (!model_.sending) return;
    model_.sending->choice = action.choice;
    model_.sending->problem.clear();
    refresh(*model_.sending, model_.library);
}

void Controller::carry_out(const LookOnceMore& action) {
    if (!model_.sending || !model_.sending->missing().empty()) return;
    SendDesk& desk = *model_.sending;
    try {
        const auto readers = std::make_shared<packages::Readers>(readers_of(desk, action.passphrase));
        desk.parcel = std::make_shared<packages::Parcel>(
            packages::prepare(model_.library, desk.own, desk.own_name, *readers, choice_of(desk), base::now()));
        desk.readers = readers;
        desk.problem.clear();
        desk.stage = SendStage::LastLook;
    } catch (const base::Error& error) {
        desk.problem = error.what();
    }
}

void Controller::carry_out(const ChooseAgain&) {
    if (!model_.sending) return;
    SendDesk& desk = *model_.sending;
    if (desk.writing) return desk.writing->cancel();  // it tells itself whether it stopped in time
    desk.problem.clear();
    desk.stage = SendStage::Choosing;
    refresh(desk, model_.library);
}

void Controller::carry_out(const WriteReview& action) {
    if (!model_.sending || model_.sending->stage != SendStage::LastLook) return;
    SendDesk& desk = *model_.sending;
    if (action.path.empty()) {
        FileRequest request;
        request.kind = FileRequest::Kind::Save;
        request.title = _("Where the review goes");
        request.suggested = suggested_file_name();
        request.if_chosen = [](const std::vector<std::string>& paths) { return Action(WriteReview{paths.front()}); };
        services_.ask_file(std::move(request));
        return;
    }
    try {
        library::check_export(model_.library, action.path);
    } catch (const base::Error& error) {
        desk.problem = error.what();
        return;
    }
    desk.problem.clear();
    desk.stage = SendStage::Writing;
    desk.path = action.path;
    desk.writing = std::make_unique<base::Job<packages::Parcel>>(
        [own = desk.own, readers = desk.readers, parcel = desk.parcel, path = action.path](
            const base::Progress& progress) { return packages::seal(own, *readers, *parcel, path, progress); },
        services_.wake);
}

void Controller::take_written() {
    if (!model_.sending || !model_.sending->writing || !model_.sending->writing->is_done()) return;
    SendDesk& desk = *model_.sending;
    ++model_.packages_serial;
    const auto job = std::move(desk.writing);
    try {
        packages::remember_sent(model_.library, *desk.readers, job->take().value(), desk.path);
        desk.stage = SendStage::Written;
    } catch (const base::Error& error) {
        desk.problem = error.what();
        desk.stage = SendStage::LastLook;
    }
}

}  // namespace app
