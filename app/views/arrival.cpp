// The window for opening a review that somebody sent: from whom it is, what is in it, and whether it is taken in.
#include "app/parcel_words.h"
#include "app/review_desk.h"
#include "app/theme.h"
#include "app/views/send_parts.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <filesystem>
#include <fmt/format.h>
#include <utility>

namespace app {

namespace {

constexpr const char* kArrivalId = "##arrival";

void forget(sealed::SecretText& secret) {
    sealed::wipe(secret.text().data(), secret.text().size());
    secret.text().clear();
}

// Another page is shown, or none.
void begin_page(const Model& model, ArrivalState& state) {
    state.types = state.stage == ArrivalStage::WantsPassphrase;
    if (!state.types) {
        forget(state.passphrase);
        focus_anew();
    }
    if (state.stage == ArrivalStage::WantsTrust) state.name = model.arrival->manifest().sender.name;
    // Who never said who they are is most likely the trainee.
    if (state.stage == ArrivalStage::Ready) state.is_trainee = model.settings.coder.empty() && model.arrival->is_new;
}

void leave_button(const char* label, Actions& actions) {
    if (second_button(label)) actions.push_back(LeavePackage{});
}

void draw_reading(const char* words, float fraction, Actions& actions) {
    widgets::hint(words);
    draw_progress(fraction);
    leave_button(_("Cancel"), actions);
}

void draw_asking_passphrase(const ArrivalDesk& desk, ArrivalState& state, Actions& actions) {
    widgets::hint(_("It is sealed with a passphrase. Its sender tells you which, by telephone."));
    if (state.types) ImGui::SetKeyboardFocusHere();
    password_field(_("Passphrase"), state.passphrase);
    if (ImGui::IsItemActive()) state.types = false;
    draw_problem(desk.problem);
    const bool is_typed = !state.passphrase.text().empty();
    const bool is_entered = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter));
    const bool is_clicked =
        widgets::primary_button(_("Open it"), {0, 0}, is_typed ? widgets::Enabled::Yes : widgets::Enabled::No);
    if (is_clicked || (is_typed && is_entered)) actions.push_back(UnlockPackage{state.passphrase});
    ImGui::SameLine();
    leave_button(_("Leave it"), actions);
}

void draw_asking_trust(const ArrivalDesk& desk, ArrivalState& state, Actions& actions) {
    const std::string& says = desk.manifest().sender.name;
    if (desk.stranger) {
        draw_wrapped(fmt::format(fmt::runtime(_("It comes from {}, whose words you have not compared yet.")),
                                 desk.stranger->name));
    } else {
        draw_wrapped(fmt::format(
            fmt::runtime(_("It comes from somebody you do not know yet, who says to be {}. Anybody can say so.")),
            says));
    }
    ImGui::Dummy({0, 0});
    draw_words_to_compare(desk.stranger ? desk.stranger->name : says, desk.words);
    widgets::hint(_("Call a number that you know already. If the words differ, leave it: it was made by another."));
    if (!desk.stranger) widgets::text_field(_("What you call them"), state.name);
    draw_problem(desk.problem);
    if (widgets::primary_button(_("The words are the same"))) actions.push_back(TrustSender{state.name});
    ImGui::SameLine();
    leave_button(_("Leave it"), actions);
}

std::string about(const ArrivalDesk& desk) {
    const std::string& title = desk.conversation.title;
    std::string text = title.empty() ? std::string(_("Conversation without a title")) : title;
    if (!desk.conversation.trainee.empty()) text += " \xc2\xb7 " + desk.conversation.trainee;
    return text + " (" + (desk.is_new ? _("new here") : _("in your library")) + ")";
}

// A trainee's first package: the program does not know yet who sits here.
void draw_whose(const Model& model, const ArrivalDesk& desk, ArrivalState& state) {
    const std::string& trainee = desk.conversation.trainee;
    if (desk.is_own || !desk.is_new || trainee.empty() || same_person(model.settings.coder, trainee)) return;
    const std::string label = fmt::format(fmt::runtime(_("I am {}: this is my own conversation")), trainee);
    ImGui::Checkbox(label.c_str(), &state.is_trainee);
    widgets::note_last_item(label.c_str());
}

void draw_question(const Model& model, const ArrivalDesk& desk, ArrivalState& state, Actions& actions) {
    const packages::Manifest& manifest = desk.manifest();
    if (begin_facts("##arrived")) {
        const std::string sender = desk.is_own ? std::string(_("yourself")) : desk.opened->sender.name;
        draw_fact(_("From"), fmt::format("{} ({})", sender, desk.words));
        draw_fact(_("About"), about(desk));
        draw_fact(_("With"), things_in_words(manifest));
        draw_fact(_("Made"), base::to_iso8601(manifest.made).substr(0, 10));
        draw_fact(_("Until"),
                  manifest.until ? base::to_iso8601(*manifest.until).substr(0, 10) : std::string(_("no end")));
        end_facts();
    }
    widgets::hint(desk.was_opened_before
                      ? _("You took this in before; doing so again changes nothing.")
                      : _("All of it is whole, and signed by its sender. Nothing of it is in your library yet."));
    draw_whose(model, desk, state);
    ImGui::Dummy({0, theme::grid(0.5F)});
    if (first_button(_("Take it in"))) actions.push_back(TakeInPackage{state.is_trainee});
    ImGui::SameLine();
    leave_button(_("Leave it"), actions);
}

}  // namespace

void draw_arrival(const Model& model, ArrivalState& state, Actions& actions) {
    if (!model.arrival) {
        forget(state.passphrase);
        return;
    }
    const ArrivalDesk& desk = *model.arrival;
    if (!ImGui::IsPopupOpen(kArrivalId)) widgets::open_modal(kArrivalId);
    const std::string name = std::filesystem::path(desk.path).filename().string();
    if (!widgets::begin_modal(kArrivalId, fmt::format(fmt::runtime(_("Open “{}”")), name).c_str(), 600)) return;
    if (std::exchange(state.stage, desk.stage) != desk.stage || ImGui::IsWindowAppearing()) begin_page(model, state);
    switch (desk.stage) {
        case ArrivalStage::Unsealing:
            draw_reading(_("Looking who may open it, and from whom it is."), 0, actions);
            break;
        case ArrivalStage::Unpacking:
            draw_reading(_("Looking at everything in it. Nothing is taken in yet."),
                         desk.unpacking ? desk.unpacking->progress() : 1, actions);
            break;
        case ArrivalStage::WantsPassphrase:
            draw_asking_passphrase(desk, state, actions);
            break;
        case ArrivalStage::WantsTrust:
            draw_asking_trust(desk, state, actions);
            break;
        case ArrivalStage::Ready:
            draw_question(model, desk, state, actions);
            break;
        case ArrivalStage::Refused:
            draw_problem(desk.problem);
            leave_button(_("Close"), actions);
            break;
    }
    widgets::end_modal();
}

}  // namespace app
