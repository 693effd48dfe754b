// The Privacy window of one conversation: consent, how long it is kept, who has seen it, erasing it.
#include "app/theme.h"
#include "app/views/privacy_parts.h"
#include "app/widgets.h"
#include "base/day.h"
#include "base/i18n.h"

#include <array>
#include <fmt/format.h>

namespace app {

namespace {

constexpr const char* kPrivacyId = "##privacy";
constexpr float kPageHeight = 400;

// What is typed follows what was written down.
void follow(const Model& model, PrivacyState& state) {
    const PrivacyDesk& desk = model.privacy;
    if (state.conversation != desk.conversation) state = {};
    if (state.serial == desk.serial && state.conversation == desk.conversation) return;
    state.conversation = desk.conversation;
    state.serial = desk.serial;
    state.day = desk.kept_until;
    state.draft = desk.consent.value_or(library::Consent{});
    state.draft.conversation = desk.conversation;
    if (desk.consent) return;
    state.draft.given = base::day_of(base::now());
    state.draft.until = desk.kept_until;
    state.draft.purposes = {library::ConsentPurpose::Coaching};
}

void page_choices(PrivacyState& state) {
    const std::array<std::pair<PrivacyPage, const char*>, 4> pages = {{{PrivacyPage::Consent, _("Consent")},
                                                                       {PrivacyPage::Keeping, _("How long")},
                                                                       {PrivacyPage::Seen, _("Who has seen it")},
                                                                       {PrivacyPage::Erasing, _("Erase")}}};
    for (const auto& [page, name] : pages) {
        if (page != pages.front().first) ImGui::SameLine();
        if (widgets::choice(name, state.page == page)) state.page = page;
    }
}

}  // namespace

void draw_privacy(const Model& model, PrivacyState& state, Actions& actions) {
    if (!model.privacy.conversation) return;
    follow(model, state);
    std::string title;
    for (const ConversationCard& card : model.cards)
        if (card.conversation.id == model.privacy.conversation) title = card.conversation.title;
    if (!ImGui::IsPopupOpen(kPrivacyId)) widgets::open_modal(kPrivacyId);
    if (!widgets::begin_modal(kPrivacyId, fmt::format(fmt::runtime(_("Privacy of “{}”")), title).c_str(), 640)) return;
    page_choices(state);
    ImGui::BeginChild("##page", {0, theme::px(kPageHeight)});
    ImGui::Dummy({0, theme::grid(0.5F)});
    switch (state.page) {
        case PrivacyPage::Consent:
            draw_consent_page(model, state, actions);
            break;
        case PrivacyPage::Keeping:
            draw_keeping_page(model, state, actions);
            break;
        case PrivacyPage::Seen:
            draw_seen_page(model);
            break;
        case PrivacyPage::Erasing:
            draw_erasing_page(model, state, actions);
            break;
    }
    ImGui::EndChild();
    const bool closes = widgets::secondary_button(_("Close"));
    if (closes || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
        actions.push_back(ShowPrivacy{});
        ImGui::CloseCurrentPopup();
    }
    widgets::end_modal();
}

}  // namespace app
