// Sending: who may read it. People whose words were compared once, or whoever is told a passphrase.
#include "app/theme.h"
#include "app/views/send_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {

namespace {

void draw_ways(const SendChoice& choice, Actions& actions) {
    const std::pair<const char*, bool> ways[] = {{_("People you know"), false}, {_("By a passphrase"), true}};
    for (const auto& [name, by_passphrase] : ways) {
        if (by_passphrase) ImGui::SameLine(0, theme::grid(0.5F));
        if (!widgets::choice(name, choice.by_passphrase == by_passphrase)) continue;
        SendChoice changed = choice;
        changed.by_passphrase = by_passphrase;
        actions.push_back(ChangeSending{changed});
    }
}

void draw_small(const std::string& text) {
    ImGui::PushFont(theme::small());
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    draw_wrapped(text);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void draw_words(const KnownPerson& known) {
    const float indent = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x;
    ImGui::Indent(indent);
    draw_small(known.words);
    ImGui::Unindent(indent);
}

void draw_compared(const KnownPerson& known, const SendChoice& choice, Actions& actions) {
    bool reads = choice.people.contains(known.person.id);
    if (ImGui::Checkbox(known.person.name.c_str(), &reads)) {
        SendChoice changed = choice;
        if (reads)
            changed.people.insert(known.person.id);
        else
            changed.people.erase(known.person.id);
        actions.push_back(ChangeSending{changed});
    }
    widgets::note_last_item(known.person.name.c_str());
    draw_words(known);
}

void draw_not_compared(const KnownPerson& known, SendState& state, Actions& actions) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", fmt::format(fmt::runtime(_("{}: not compared yet")), known.person.name).c_str());
    ImGui::SameLine();
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ImGui::GetStyle().FramePadding.y - theme::grid(0.25F));
    const bool is_shown = state.compared == known.person.id;
    if (widgets::link_button(is_shown ? _("Not now") : _("Compare the words")))
        state.compared = is_shown ? base::Id{} : known.person.id;
    if (!is_shown) return;
    draw_words_to_compare(known.person.name, known.words);
    if (widgets::primary_button(_("They are the same"))) actions.push_back(TrustPerson{known.person.id});
    ImGui::SameLine();
    if (widgets::secondary_button(_("Remove this card"))) actions.push_back(RemovePerson{known.person.id});
}

void draw_people(const SendDesk& desk, SendState& state, Actions& actions) {
    if (desk.people.empty())
        widgets::hint(_("You know nobody yet. Ask the other person for their card, and paste it below."));
    for (const KnownPerson& known : desk.people) {
        ImGui::PushID(known.person.id.text.c_str());
        if (!known.person.compared) {
            draw_not_compared(known, state, actions);
        } else if (desk.conversation) {
            draw_compared(known, desk.choice, actions);
        } else {
            ImGui::TextUnformatted(known.person.name.c_str());
            draw_words(known);
        }
        ImGui::PopID();
    }
}

void draw_adding(SendState& state, Actions& actions) {
    const char* const label = _("Add");
    const float button = ImGui::CalcTextSize(label).x + theme::grid(4);
    const float width = ImGui::GetContentRegionAvail().x - button - theme::grid(1);
    ImGui::BeginChild("##card", {width, theme::px(50)}, false,
                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NavFlattened);
    widgets::text_field(_("Somebody else: paste their card"), state.card, "terugblik1\xe2\x80\xa6");
    ImGui::EndChild();
    ImGui::SameLine(0, theme::grid(1));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + theme::px(16.5F));
    const auto enabled = state.card.empty() ? widgets::Enabled::No : widgets::Enabled::Yes;
    if (!widgets::secondary_button(label, {button, 0}, enabled)) return;
    actions.push_back(AddPerson{state.card});
    state.card.clear();
}

void draw_own_card(const SendDesk& desk, SendState& state, Actions& actions) {
    const packages::Card card = desk.own.card(desk.own_name);
    widgets::section(_("Your own card"));
    widgets::text_field(_("Your name, as others know you"), state.own_name);
    if (ImGui::IsItemDeactivatedAfterEdit() && !state.own_name.empty()) actions.push_back(NameYourself{state.own_name});
    widgets::hint(_("Others need it to send you something: mail it to them. When they call, read out these words:"));
    draw_wrapped(packages::fingerprint_words(card));
    if (widgets::secondary_button(_("Copy my card"))) ImGui::SetClipboardText(packages::to_text(card).c_str());
}

void draw_passphrase(SendState& state) {
    password_field(_("Passphrase, of several words"), state.passphrase);
    password_field(_("Once more"), state.again);
    if (!state.again.text().empty() && state.again.text() != state.passphrase.text())
        draw_problem(_("These two are not the same."));
    widgets::hint(_("Tell it by telephone, never in the same mail. Whoever opens it compares your words once, too."));
}

}  // namespace

void draw_readers(const SendDesk& desk, SendState& state, Actions& actions) {
    widgets::section(_("Who may read it"));
    draw_ways(desk.choice, actions);
    if (desk.choice.by_passphrase) {
        draw_passphrase(state);
    } else {
        draw_people(desk, state, actions);
        draw_adding(state, actions);
    }
    ImGui::Dummy({0, theme::grid(0.5F)});
    draw_own_card(desk, state, actions);
}

void draw_people_page(const SendDesk& desk, SendState& state, Actions& actions) {
    draw_people(desk, state, actions);
    draw_adding(state, actions);
    ImGui::Dummy({0, theme::grid(0.5F)});
    draw_own_card(desk, state, actions);
}

}  // namespace app
