// Controller: an old conversation coded again, silently, and what that says of the coder.
#include "app/controller.h"
#include "base/error.h"
#include "base/i18n.h"

namespace app {

void Controller::refresh_drift(const std::string& coder, const std::string& codebook) {
    const std::uint64_t serial = model_.drift.serial;
    model_.drift = make_drift_desk(model_.library, coder.empty() ? model_.settings.coder : coder,
                                   codebook.empty() ? model_.settings.codebook : codebook, base::now());
    model_.drift.serial = serial + 1;
}

void Controller::carry_out(const FollowDrift& action) {
    refresh_drift(action.coder, action.codebook);
}

void Controller::carry_out(const BeginRecoding& action) {
    close_conversation();  // what is not saved yet may be of the coding that is about to be hidden
    const codes::Coding coding = model_.library.recodings().begin(action.earlier);
    carry_out(OpenCoding{coding.id});
    tell(MessageKind::Information,
         _("You code this conversation again, silently: what was coded before stays unseen until you say on the "
           "Agreement screen that you are done."));
}

// From now on the earlier codes are there again, and the two are set against each other.
void Controller::carry_out(const EndRecoding& action) {
    if (!model_.open || !model_.open->recoding) return;
    if (!save_unsaved()) throw base::Error(_("The last codes could not be saved yet. Make room on the disk first."));
    const library::Recoding recoding = *model_.open->recoding;
    model_.library.recodings().end(recoding.coding, action.how);
    carry_out(OpenCoding{recoding.coding});
    model_.screen = Screen::Agreement;
    compare(recoding.earlier, recoding.coding, kUsualTolerance);
    refresh_drift(model_.open->coding.coder, model_.open->coding.codebook_key);
}

}  // namespace app
