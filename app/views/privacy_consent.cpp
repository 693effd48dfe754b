// Privacy: who gave consent, when, for what and until when, with the signed form.
#include "app/theme.h"
#include "app/views/privacy_parts.h"
#include "app/widgets.h"
#include "base/day.h"
#include "base/i18n.h"

#include <array>
#include <filesystem>
#include <fmt/format.h>

namespace app {

namespace {

const char* state_text(const PrivacyDesk& desk) {
    if (!desk.why_not.empty()) return desk.why_not.c_str();
    if (desk.consent) return _("Reports, clips and packages may be made of this conversation.");
    return _(
        "A practice conversation or role play has no client in it, so it needs no consent. When there was a real "
        "client, say so under Kind in the Library first.");
}

// Beside each other, each half as wide.
void in_half(const char* id, float width, const char* label, std::string& text, const char* hint) {
    ImGui::BeginChild(id, {width, theme::px(50)}, false, ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar);
    widgets::text_field(label, text, hint);
    ImGui::EndChild();
}

void purposes(library::Consent& draft) {
    const std::array<std::pair<library::ConsentPurpose, const char*>, 3> all = {
        {{library::ConsentPurpose::Coaching, _("coaching of the professional")},
         {library::ConsentPurpose::Training, _("training of others")},
         {library::ConsentPurpose::Research, _("research")}}};
    widgets::section(_("For"));
    for (const auto& [purpose, name] : all) {
        if (purpose != all.front().first) ImGui::SameLine(0, theme::grid(2));
        bool is_chosen = draft.purposes.contains(purpose);
        if (ImGui::Checkbox(name, &is_chosen)) {
            if (is_chosen)
                draft.purposes.insert(purpose);
            else
                draft.purposes.erase(purpose);
        }
        widgets::note_last_item(name);
    }
}

void form(const PrivacyDesk& desk, Actions& actions) {
    std::string name = _("no form attached");
    if (!desk.form_path.empty())
        name = std::filesystem::path(desk.form_path).filename().string();
    else if (desk.consent && !desk.consent->form_name.empty())
        name = desk.consent->form_name;
    if (widgets::secondary_button(_("Attach the signed form\xe2\x80\xa6"))) actions.push_back(ChooseForm{});
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", widgets::fitted(name, ImGui::GetContentRegionAvail().x).c_str());
}

}  // namespace

void draw_consent_page(const Model& model, PrivacyState& state, Actions& actions) {
    const PrivacyDesk& desk = model.privacy;
    library::Consent& draft = state.draft;
    const float half = (ImGui::GetContentRegionAvail().x - theme::grid(1)) / 2;
    ImGui::PushStyleColor(ImGuiCol_Text, desk.why_not.empty() ? theme::palette().muted : theme::palette().danger);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(state_text(desk));
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    widgets::text_field(_("Given by"), draft.who, _("A role will do, such as: the client"));
    in_half("##given", half, _("On"), draft.given, "2026-11-22");
    ImGui::SameLine(0, theme::grid(1));
    in_half("##until", half, _("Until, that day included"), draft.until, "2027-11-22");
    purposes(draft);
    widgets::text_field(_("Version of the words that were agreed to"), draft.text_version,
                        _("As it stands on the form"));
    form(desk, actions);
    ImGui::Dummy({0, theme::grid(0.5F)});
    const bool is_whole = !draft.who.empty() && base::is_day(draft.given) && base::is_day(draft.until) &&
                          !draft.purposes.empty() && draft.given <= draft.until;
    const char* label = desk.consent ? _("Write it down anew") : _("Write it down");
    if (widgets::primary_button(label, {0, 0}, is_whole ? widgets::Enabled::Yes : widgets::Enabled::No))
        actions.push_back(RecordConsent{draft, desk.form_path});
    if (!is_whole) {
        ImGui::SameLine();
        ImGui::AlignTextToFramePadding();
        ImGui::TextDisabled("%s", _("Needed: by whom, both days as 2026-11-22, and for what."));
    }
}

}  // namespace app
