// The window for sending a conversation: who may read it and what goes along, a last look, then the file.
#include "app/views/send.h"

#include "app/review_desk.h"
#include "app/theme.h"
#include "app/views/send_parts.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace app {

namespace {

constexpr const char* kSendId = "##send";
constexpr float kWidth = 880;

// Of the columns: as much as they need, and the screen has.
float column_height() {
    return std::floor(std::min(theme::px(560), ImGui::GetIO().DisplaySize.y - theme::px(250)));
}

void forget_passphrase(sealed::SecretText& secret) {
    sealed::wipe(secret.text().data(), secret.text().size());
    secret.text().clear();
}

void begin_anew(SendState& state, const SendDesk* desk) {
    forget_passphrase(state.passphrase);
    forget_passphrase(state.again);
    state.card.clear();
    state.compared = {};
    state.conversation = desk ? desk->conversation : base::Id{};
    state.own_name = desk ? desk->own_name : "";
    state.is_shown = desk != nullptr;
    state.hides = state.may_name = false;
}

std::string missing(const SendDesk& desk, const SendState& state) {
    std::string text = desk.missing();
    if (text.empty() && desk.choice.by_passphrase && state.passphrase.text().empty()) text = _("Type a passphrase.");
    if (text.empty() && desk.choice.by_passphrase && state.passphrase.text() != state.again.text())
        text = _("Type the passphrase once more.");
    return text;
}

void draw_why_not(const SendDesk& desk, Actions& actions) {
    draw_problem(desk.problem);
    if (desk.why_not.empty()) return;
    draw_problem(desk.why_not);
    if (!widgets::secondary_button(_("To the consent\xe2\x80\xa6"))) return;
    actions.push_back(ShowPrivacy{desk.conversation});
    actions.push_back(ShowSending{});
}

void draw_choosing(const Model& model, const SendDesk& desk, SendState& state, Actions& actions) {
    const float gap = theme::grid(3), half = std::floor((ImGui::GetContentRegionAvail().x - gap) / 2);
    constexpr ImGuiWindowFlags kColumn = ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NavFlattened;
    ImGui::BeginChild("##readers", {half, column_height()}, false, kColumn);
    draw_readers(desk, state, actions);
    ImGui::EndChild();
    ImGui::SameLine(0, gap);
    ImGui::BeginChild("##contents", {half, column_height()}, false, kColumn);
    draw_contents(model, desk, state, actions);
    ImGui::EndChild();
    draw_why_not(desk, actions);
    const std::string lacks = missing(desk, state);
    if (first_button(_("A last look"), lacks.empty() && desk.why_not.empty()))
        actions.push_back(LookOnceMore{state.passphrase});
    ImGui::SameLine();
    if (second_button(_("Close"))) actions.push_back(ShowSending{});
    ImGui::SameLine(0, theme::grid(2));
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", lacks.c_str());
}

void draw_people_window(const SendDesk& desk, SendState& state, Actions& actions) {
    if (!widgets::begin_modal(kSendId, _("People, and your own card"), 520)) return;
    ImGui::BeginChild("##people", {0, column_height()}, false,
                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NavFlattened);
    draw_people_page(desk, state, actions);
    ImGui::EndChild();
    draw_problem(desk.problem);
    if (second_button(_("Close"))) actions.push_back(ShowSending{});
    widgets::end_modal();
}

void draw_look(const SendDesk& desk, SendState& state, Actions& actions) {
    const bool may_go = draw_last_look(desk, state);
    draw_problem(desk.problem);
    ImGui::Dummy({0, theme::grid(0.5F)});
    if (first_button(_("Write the file\xe2\x80\xa6"), may_go)) actions.push_back(WriteReview{});
    ImGui::SameLine();
    if (second_button(_("Change something"))) actions.push_back(ChooseAgain{});
}

void draw_writing(const SendDesk& desk, Actions& actions) {
    draw_wrapped(fmt::format(fmt::runtime(_("{} is being written.")), desk.path));
    draw_progress(desk.writing ? desk.writing->progress() : 1);
    if (second_button(_("Cancel"))) actions.push_back(ChooseAgain{});
}

void draw_written(const SendDesk& desk, Actions& actions) {
    widgets::section(_("The file is written"));
    draw_wrapped(desk.path);
    widgets::hint(desk.choice.by_passphrase
                      ? _("Mail it, or hand it over. Tell the passphrase by telephone, not in the same mail.")
                      : _("Mail it, or hand it over: nobody else can open it. The other person drops it on the window "
                          "of Terugblik."));
    ImGui::Dummy({0, theme::grid(0.5F)});
    if (second_button(_("Close"))) actions.push_back(ShowSending{});
}

}  // namespace

void draw_sending(const Model& model, SendState& state, Actions& actions) {
    if (!model.sending) {
        if (state.is_shown) begin_anew(state, nullptr);
        return;
    }
    const SendDesk& desk = *model.sending;
    if (!state.is_shown || state.conversation != desk.conversation) begin_anew(state, &desk);
    if (!ImGui::IsPopupOpen(kSendId)) widgets::open_modal(kSendId);
    if (!desk.conversation) return draw_people_window(desk, state, actions);
    const char* const words = desk.is_reply ? _("Send “{}” back") : _("Send “{}” for review");
    if (!widgets::begin_modal(kSendId, fmt::format(fmt::runtime(words), desk.title).c_str(), kWidth)) return;
    if (std::exchange(state.stage, desk.stage) != desk.stage) {
        focus_anew();
        state.may_name = false;
    }
    switch (desk.stage) {
        case SendStage::Choosing:
            draw_choosing(model, desk, state, actions);
            break;
        case SendStage::LastLook:
            draw_look(desk, state, actions);
            break;
        case SendStage::Writing:
            draw_writing(desk, actions);
            break;
        case SendStage::Written:
            draw_written(desk, actions);
            break;
    }
    widgets::end_modal();
}

void send_button(const Model& model, const library::Conversation& conversation, ImVec2 size, Actions& actions) {
    const bool is_trainee = same_person(model.settings.coder, conversation.trainee);
    if (widgets::secondary_button(is_trainee ? _("Send back\xe2\x80\xa6") : _("Send for review\xe2\x80\xa6"), size))
        actions.push_back(ShowSending{conversation.id});
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("Ctrl+Shift+P");
}

}  // namespace app
