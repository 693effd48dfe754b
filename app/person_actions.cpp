// Controller: the people with whom reviews are exchanged.
#include "app/controller.h"
#include "app/send_desk.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "packages/card.h"

#include <fmt/format.h>

namespace app {

void Controller::carry_out(const ShowPeople&) {
    model_.sending = std::make_shared<SendDesk>(packages::own_keys(base::data_folder()), base::Id{});
    model_.sending->own_name = own_name(model_.settings);
    refresh(*model_.sending, model_.library);
}

void Controller::carry_out(const NameYourself& action) {
    Settings settings = model_.settings;
    settings.coder = action.name;
    carry_out(ChangeSettings{settings});
    if (model_.sending) model_.sending->own_name = own_name(model_.settings);
}

void Controller::carry_out(const AddPerson& action) {
    if (!model_.sending) return;
    SendDesk& desk = *model_.sending;
    try {
        const packages::Card card = packages::card_from_text(action.card);
        if (card.signing_key == desk.own.signing.public_text())
            throw base::Error(_("This is your own card. Send it to the other person, and paste theirs here."));
        model_.library.people().add(packages::person_of(card, {}));
        desk.problem.clear();
    } catch (const base::Error& error) {
        desk.problem = error.what();
    }
    refresh(desk, model_.library);
}

void Controller::carry_out(const RemovePerson& action) {
    model_.library.people().remove(action.person);
    if (model_.sending) refresh(*model_.sending, model_.library);
}

void Controller::carry_out(const TrustPerson& action) {
    model_.library.people().remember_comparing(action.person, base::now());
    if (!model_.sending) return;
    if (!model_.sending->choice.by_passphrase) model_.sending->choice.people.insert(action.person);
    refresh(*model_.sending, model_.library);
}

}  // namespace app
