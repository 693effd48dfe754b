// Controller: the coach's own choices, and messages.
#include "app/controller.h"
#include "base/i18n.h"

namespace app {

void Controller::carry_out(const ChangeSettings& action) {
    if (action.settings == model_.settings) return;
    write_settings(model_.library, action.settings);
    const bool other_language = action.settings.language != model_.settings.language;
    const bool other_days = action.settings.kept_days != model_.settings.kept_days;
    model_.settings = action.settings;
    base::set_language(model_.settings.language);
    if (model_.open && model_.open->player) model_.open->player->set_auto_rewind(model_.settings.auto_rewind);
    if (other_days) refresh_cards();
    if (other_language) model_.messages.clear();  // said in the language from before
}

void Controller::carry_out(const DismissMessage&) {
    if (!model_.messages.empty()) model_.messages.pop_back();
}

}  // namespace app
