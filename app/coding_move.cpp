// Controller: the open coding goes on with another version of its codebook, or with another codebook. What that changes
// is shown first; it is one step of undo. Issued reports stay as they are.
#include "app/controller.h"
#include "base/error.h"
#include "base/i18n.h"
#include "codes/codebook_changes.h"

#include <fmt/format.h>

namespace app {

void Controller::carry_out(const ShowMove& action) {
    if (!model_.open) throw base::Error(_("Open a conversation in the library first."));
    if (model_.codebooks.shelf.empty()) refresh_codebooks();
    const OpenConversationState& open = *model_.open;
    for (const ShelvedCodebook& each : model_.codebooks.shelf) {
        if (each.codebook.key != action.key) continue;
        model_.codebooks.move = CodingMove{each.codebook, codes::changes(open.codebook, each.codebook, open.coding)};
        ++model_.codebooks.serial;
    }
}

void Controller::carry_out(const MoveCoding& action) {
    if (!model_.open || !model_.codebooks.move) return;
    const codes::Codebook to = model_.codebooks.move->to;
    const codes::Edit move = codes::moved(model_.open->coding, model_.open->codebook, to, action.instead);
    model_.library.store_codebook(to);
    edit(move);
    model_.codebooks.move.reset();
    refresh_codebooks();
    offer(fmt::format(fmt::runtime(_("This coding now uses “{}” {}. Reports that were issued stay as they are.")),
                      to.title.in(base::language()), to.version),
          _("Undo"), Undo{});
}

void Controller::carry_out(const AbandonMove&) {
    model_.codebooks.move.reset();
    ++model_.codebooks.serial;
}

}  // namespace app
