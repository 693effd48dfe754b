// Controller: the other conversations of this trainee, where a question is asked of all of them.
#include "app/controller.h"
#include "library/codebook_choices.h"

#include <algorithm>
#include <iterator>

namespace app {
namespace {

// One of each conversation, so that none counts twice: of the same coder and purpose where there is one, else the
// newest.
const library::CodingSummary* best_of(const std::vector<library::CodingSummary>& codings, const codes::Coding& like) {
    const library::CodingSummary* best = nullptr;
    const auto likeness = [&](const library::CodingSummary& one) {
        return (one.coder == like.coder ? 2 : 0) + (one.purpose == like.purpose ? 1 : 0);
    };
    for (const library::CodingSummary& one : codings) {
        if (one.codebook_key != like.codebook_key) continue;
        if (!best || likeness(one) > likeness(*best)) best = &one;
    }
    return best;
}

}  // namespace

void Controller::carry_out(const GatherCodings&) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    open.others.clear();
    open.others_are_gathered = true;
    ++open.others_serial;
    if (open.conversation.trainee.empty()) return;
    const std::vector<library::Recoding> recodings = model_.library.recodings().all();
    for (const library::Conversation& conversation : model_.library.conversations()) {
        if (conversation.id == open.conversation.id || conversation.trainee != open.conversation.trainee) continue;
        const auto codings = library::counting(model_.library.codings(conversation.id), recodings);
        const library::CodingSummary* best = best_of(codings, open.coding);
        auto coding = best ? model_.library.coding(best->id) : std::nullopt;
        if (coding) open.others.push_back({std::move(*coding), conversation.title});
    }
}

// What the newest version of the codebook asks, too, as far as this one has the codes for it.
std::vector<codes::Pair> Controller::pairs_for(const codes::Codebook& codebook) const {
    if (!codebook.pairs.empty()) return codebook.pairs;
    const auto is_known = [&](const std::string& key) { return codebook.find(key) || codebook.find_group(key); };
    const auto fits = [&](const codes::Pair& pair) {
        return std::all_of(pair.given.begin(), pair.given.end(), is_known) &&
               std::all_of(pair.after.begin(), pair.after.end(), is_known) &&
               std::all_of(pair.then.begin(), pair.then.end(), is_known);
    };
    std::vector<codes::Pair> pairs;
    for (const codes::Codebook& newest : library::newest_codebooks(model_.library)) {
        if (newest.key != codebook.key) continue;
        std::copy_if(newest.pairs.begin(), newest.pairs.end(), std::back_inserter(pairs), fits);
    }
    return pairs;
}

}  // namespace app
