// What a code means: as a tooltip under the pointer, and as a card for who asked by keyboard.
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {
namespace {

void draw_text(const OpenConversationState& open, const codes::Code& code, const std::string& cap) {
    const base::Language language = base::language();
    widgets::section(code.label.in(language).c_str());
    if (const codes::Code* parent = open.codebook.find(code.parent))
        widgets::hint(fmt::format(fmt::runtime(_("a kind of {}")), parent->label.in(language)).c_str());
    if (!code.definition.in(language).empty()) ImGui::TextUnformatted(code.definition.in(language).c_str());
    for (const codes::Words& example : code.examples) widgets::hint(fmt::format("“{}”", example.in(language)).c_str());
    for (const std::string& note : codes::agreed_about(open.agreed, code.key))
        ImGui::TextUnformatted(fmt::format(fmt::runtime(_("Agreed: {}")), note).c_str());
    if (code.extent == codes::Extent::Span)
        widgets::hint(_("Press once where it begins and once where it ends, or hold the key meanwhile."));
    if (!cap.empty())
        widgets::hint(
            fmt::format(fmt::runtime(_("{} codes it now; Alt {} gives it to what is selected.")), cap, cap).c_str());
}

}  // namespace

void draw_meaning(const OpenConversationState& open, const codes::Code& code) {
    ImGui::PushTextWrapPos(0);
    draw_text(open, code, {});
    ImGui::PopTextWrapPos();
}

void draw_definition(const OpenConversationState& open, const codes::Code& code, const std::string& cap) {
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(theme::px(340));
    draw_text(open, code, cap);
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

void draw_explanation(const Model& model, CodeScreenState& state, ImVec2 from, ImVec2 to) {
    if (!state.explains) return;
    const codes::Codebook& codebook = model.open->codebook;
    const Keymap& keymap = state.keymap.of(&codebook, model.settings);
    ImGui::SetNextWindowPos({from.x + theme::grid(2), to.y - theme::grid(2)}, ImGuiCond_Always, {0, 1});
    const float width = std::min(theme::px(400), to.x - from.x - theme::grid(4));
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, to.y - from.y});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, theme::palette().card);
    ImGui::Begin("##explanation", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::PushTextWrapPos(0);
    if (const codes::Code* code = codebook.find(state.explained))
        draw_text(*model.open, *code, keymap.code_cap(code->key));
    else
        widgets::section(_("What does a code mean?"));
    ImGui::PopTextWrapPos();
    widgets::hint(_("Press the key of a code to read what it means; Esc goes on coding."));
    widgets::note_widget("explanation", ImGui::GetWindowPos(),
                         {ImGui::GetWindowPos().x + width, ImGui::GetWindowPos().y + ImGui::GetWindowHeight()});
    ImGui::End();
    ImGui::PopStyleColor();
}

}  // namespace app
