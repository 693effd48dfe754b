// Controller: two codings beside each other, and the decisions about where they differ.
#include "app/controller.h"
#include "app/gold_test.h"
#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace app {

namespace {

// The two that are compared when nobody has chosen: those of a consensus that is open, else the open coding and the
// newest of another coder.
std::pair<base::Id, base::Id> usual_pair(const OpenConversationState& open) {
    if (open.coding.sources) return {open.coding.sources->first, open.coding.sources->second};
    const auto is_other = [&](const library::CodingSummary& coding) {
        return coding.id != open.coding.id && coding.codebook_key == open.coding.codebook_key &&
               coding.codebook_version == open.coding.codebook_version && coding.purpose != codes::Purpose::Consensus;
    };
    const auto found = std::find_if(open.codings.begin(), open.codings.end(), is_other);
    if (found == open.codings.end()) return {};
    const bool is_older = found->created < open.coding.created;
    return is_older ? std::pair(found->id, open.coding.id) : std::pair(open.coding.id, found->id);
}

bool belongs_to(const AgreementDesk& desk, const OpenConversationState& open) {
    return desk.conversation == open.conversation.id &&
           (!open.coding.sources ||
            (open.coding.sources->first == desk.first.id && open.coding.sources->second == desk.second.id));
}

}  // namespace

// Codings may have changed since, so everything is counted again.
void Controller::begin_comparing() {
    if (!model_.open) return;
    const OpenConversationState& open = *model_.open;
    if (model_.agreement && belongs_to(*model_.agreement, open)) {
        const AgreementDesk& desk = *model_.agreement;
        return compare(desk.first.id, desk.second.id, desk.tolerance);
    }
    model_.agreement.reset();
    const auto [first, second] = usual_pair(open);
    if (first && second) compare(first, second, open.coding.sources ? open.coding.sources->tolerance : kUsualTolerance);
}

void Controller::compare(const base::Id& first, const base::Id& second, base::Time tolerance) {
    const std::uint64_t serial = model_.agreement ? model_.agreement->serial : 0;
    model_.agreement = make_agreement_desk(model_.library, first, second, tolerance);
    model_.agreement->serial = serial + 1;
}

void Controller::carry_out(const CompareCodings& action) {
    if (!model_.open || action.first == action.second) return;
    save_unsaved();
    compare(action.first, action.second, action.tolerance);
}

// The consensus becomes the coding in hand: its decisions are edits like any other, with undo.
void Controller::carry_out(const BeginConsensus&) {
    if (!model_.open || !model_.agreement) return;
    const AgreementDesk desk = *model_.agreement;
    base::Id consensus = desk.consensus;
    if (!consensus) {
        if (desk.first.sources || desk.second.sources)
            throw base::Error(_("A consensus is made from two coders' own codings. Choose those."));
        const codes::Coding begun = analysis::begin_consensus(desk.first, desk.second, desk.tolerance);
        model_.library.add(begun);
        consensus = begun.id;
    }
    if (model_.open->coding.id != consensus) carry_out(OpenCoding{consensus});
    model_.screen = Screen::Agreement;
    compare(desk.first.id, desk.second.id, desk.tolerance);
}

void Controller::carry_out(const Decide& action) {
    if (!model_.open || !model_.agreement || model_.open->coding.id != model_.agreement->consensus) return;
    const AgreementDesk& desk = *model_.agreement;
    if (action.disagreement >= desk.disagreements.size()) return;
    const analysis::Disagreement& about = desk.disagreements[action.disagreement];
    const codes::Decision decision = analysis::decision(about, action.choice, action.note, action.code);
    edit(analysis::decide(model_.open->coding, about, decision, desk.codebook));
}

void Controller::carry_out(const MarkPurpose& action) {
    if (!model_.open || model_.open->coding.purpose == action.purpose) return;
    edit(codes::edits::meant(model_.open->coding, action.purpose));
}

void Controller::carry_out(const SaveCertificate& action) {
    if (!model_.agreement || !model_.agreement->gold_test) return;
    const report::CertificateSources& test = *model_.agreement->gold_test;
    if (!std::filesystem::path(action.path).has_parent_path()) {
        FileRequest request;
        request.kind = FileRequest::Kind::Save;
        request.title = _("Save the test against gold");
        request.suggested = action.path.empty() ? "test-against-gold.pdf" : action.path;
        request.if_chosen = [language = action.language](const std::vector<std::string>& chosen) -> Action {
            return SaveCertificate{language, chosen.front()};
        };
        services_.ask_file(std::move(request));
        return;
    }
    write_certificate(model_.library, test, action.language, action.path);
    tell(MessageKind::Information, fmt::format(fmt::runtime(_("The test against gold is saved: {}")), action.path));
}

void Controller::follow_decisions() {
    OpenConversationState& open = *model_.open;
    for (library::CodingSummary& coding : open.codings)
        if (coding.id == open.coding.id) coding.purpose = open.coding.purpose;
    if (!open.coding.sources) return;
    open.agreed = model_.library.decisions_about(open.codebook.key);
    if (!model_.agreement || model_.agreement->consensus != open.coding.id) return;
    measure_consensus(*model_.agreement, open.coding);
    ++model_.agreement->serial;
}

}  // namespace app
