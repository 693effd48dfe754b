// One difference: what each coder gave, what the codes mean, and what is decided.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/value_keys.h"
#include "app/views/agreement_panels.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace app {
namespace {

// What one of them has: the code, her note, and what the code means.
void draw_side(const AgreementDesk& desk, const std::string& coder, const std::optional<codes::Event>& event) {
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::TextUnformatted(coder.c_str());
    ImGui::PopStyleColor();
    if (!event) {
        widgets::section(_("nothing"));
        return;
    }
    const codes::Code* code = desk.codebook.find(event->code);
    if (code == nullptr) return widgets::section(event->code.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + theme::px(3)},
                                              {at.x + theme::px(4), at.y + ImGui::GetTextLineHeight()},
                                              theme::colour(code->colour), 2);
    ImGui::Dummy({theme::px(4), 0});
    ImGui::SameLine(0, theme::grid(1));
    widgets::section(fmt::format("{}  {}", code->label.in(base::language()), clock_text(event->at)).c_str());
    ImGui::PushTextWrapPos(0);
    if (!event->note.empty()) ImGui::TextUnformatted(fmt::format("“{}”", event->note).c_str());
    ImGui::PopTextWrapPos();
    widgets::hint(code->definition.in(base::language()).c_str());
}

void draw_both_sides(const AgreementDesk& desk, const analysis::Disagreement& moment) {
    if (!ImGui::BeginTable("sides", 2, ImGuiTableFlags_SizingStretchSame | ImGuiTableFlags_BordersInnerV)) return;
    ImGui::TableNextColumn();
    draw_side(desk, first_name(desk), moment.first);
    ImGui::TableNextColumn();
    draw_side(desk, second_name(desk), moment.second);
    ImGui::EndTable();
}

struct Way {
    const char* key;
    codes::Choice choice;
    std::string label;
};

std::vector<Way> ways(const AgreementDesk& desk) {
    return {{"1", codes::Choice::First, first_name(desk)},
            {"2", codes::Choice::Second, second_name(desk)},
            {"3", codes::Choice::Both, _("Both")},
            {"4", codes::Choice::Neither, _("Neither")},
            {"5", codes::Choice::Other, _("Another code\xe2\x80\xa6")}};
}

void choose(const Model& model, AgreementState& state, codes::Choice choice, Actions& actions) {
    if (choice != codes::Choice::Other) return decide(model, state, choice, "", actions);
    state.picks_code = true;
    state.code_row = 0;
}

void draw_ways(const Model& model, AgreementState& state, Actions& actions) {
    const codes::Decision* decision = decision_at(model, state.at);
    for (const Way& way : ways(*model.agreement)) {
        const float line = ImGui::GetCursorPosY();
        ImGui::SetCursorPosY(line + ImGui::GetStyle().FramePadding.y);
        widgets::key_cap(way.key);
        ImGui::SameLine(0, 0);
        ImGui::SetCursorPosY(line);
        if (widgets::choice((way.label + "##" + way.key).c_str(),
                            decision != nullptr && decision->choice == way.choice))
            choose(model, state, way.choice, actions);
        ImGui::SameLine(0, theme::grid(1.5F));
        if (ImGui::GetContentRegionAvail().x < theme::px(120)) ImGui::NewLine();
    }
    ImGui::NewLine();
}

void draw_note(const Model& model, AgreementState& state, Actions& actions) {
    const codes::Decision* decision = decision_at(model, state.at);
    const bool is_other = state.note_of != state.at || state.note_serial != model.agreement->serial;
    if (is_other && !ImGui::IsAnyItemActive()) state.note = decision != nullptr ? decision->note : "";
    state.note_of = state.at;
    state.note_serial = model.agreement->serial;
    if (std::exchange(state.wants_note, false)) ImGui::SetKeyboardFocusHere();
    widgets::text_field(_("Why? From then on it stands with these codes in the pad."), state.note,
                        _("Enter to type; Enter again, then 1 to 5"));
    if (ImGui::IsItemDeactivatedAfterEdit() && decision != nullptr)
        actions.push_back(Decide{state.at, decision->choice, std::string(base::trimmed(state.note)), decision->code});
}

void draw_codes(const Model& model, AgreementState& state, Actions& actions) {
    constexpr const char* kId = "##another_code";
    if (!state.picks_code) return;
    if (!ImGui::IsPopupOpen(kId)) widgets::open_modal(kId);
    if (!widgets::begin_modal(kId, _("Which code is it instead?"), 460)) return;
    const std::vector<codes::Code>& all = model.agreement->codebook.codes;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
    if (pressed(ImGuiKey_DownArrow) && state.code_row + 1 < all.size()) ++state.code_row;
    if (pressed(ImGuiKey_UpArrow) && state.code_row > 0) --state.code_row;
    std::optional<std::size_t> chosen;
    ImGui::BeginChild("##codes", {0, ImGui::GetIO().DisplaySize.y * 0.5F}, false, ImGuiWindowFlags_NoNav);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (ImGui::Selectable(all[i].label.in(base::language()).c_str(), i == state.code_row)) chosen = i;
        widgets::note_last_item(all[i].label.in(base::language()).c_str());
        explain_last_item(all[i].definition.in(base::language()));
        if (i == state.code_row) ImGui::SetScrollHereY(0.5F);
    }
    ImGui::EndChild();
    widgets::hint(_("↑ ↓ another code · Enter chooses · Esc goes back"));
    if (pressed(ImGuiKey_Enter) && state.code_row < all.size() && !ImGui::IsWindowAppearing()) chosen = state.code_row;
    if (chosen) decide(model, state, codes::Choice::Other, all[*chosen].key, actions);
    if (chosen || pressed(ImGuiKey_Escape)) {
        state.picks_code = false;
        ImGui::CloseCurrentPopup();
    }
    widgets::end_modal();
}

// The moment in hand is heard as soon as the recording is there.
void begin_deciding(const Model& model, AgreementState& state, Actions& actions) {
    actions.push_back(BeginConsensus{});
    go_to_disagreement(model, state, state.at, actions);
}

void draw_how_to_begin(const Model& model, AgreementState& state, Actions& actions) {
    const AgreementDesk& desk = *model.agreement;
    if (desk.first.sources || desk.second.sources)
        return widgets::hint(_("This is what two coders agreed on already. Choose two coders' own codings to decide."));
    widgets::hint(
        _("Listen to each difference and decide together. What you decide becomes a coding of its own, the consensus; "
          "your notes stand with the codes in the pad from then on."));
    const char* label = desk.consensus ? _("Go on deciding") : _("Begin deciding");
    if (widgets::primary_button(label)) begin_deciding(model, state, actions);
    ImGui::SameLine(0, theme::grid(1));
    widgets::key_cap("Ctrl Enter");
}

void draw_state(const Model& model) {
    const AgreementDesk& desk = *model.agreement;
    const std::size_t decided = decided_count(model);
    const float share =
        desk.disagreements.empty() ? 1.0F : static_cast<float>(decided) / static_cast<float>(desk.disagreements.size());
    ImGui::ProgressBar(share, {-FLT_MIN, theme::px(6)}, "");
    widgets::hint(progress_text(desk, decided).c_str());
    ImGui::PushTextWrapPos(0);
    if (decided > 0) ImGui::TextUnformatted(before_and_after(desk).c_str());
    ImGui::PopTextWrapPos();
}

}  // namespace

bool agreement_takes(const KeyPress& press, const Model& model, AgreementState& state, Actions& actions) {
    if (!model.agreement || state.tab != AgreementTab::Differences || press.event.repeat != 0) return false;
    const SDL_Keycode key = press.event.keysym.sym;
    const bool is_enter = key == SDLK_RETURN || key == SDLK_KP_ENTER;
    const bool has_ctrl = (press.event.keysym.mod & KMOD_CTRL) != 0;
    if (is_enter && has_ctrl && !is_deciding(model)) {
        begin_deciding(model, state, actions);
        return true;
    }
    if (!is_deciding(model)) return false;
    if (is_enter && press.event.keysym.mod == KMOD_NONE) return state.wants_note = true;
    const std::optional<ValueKey> digit = value_key(meanings(press.event.keysym));
    if (!digit || digit->with_shift || digit->digit < '1' || digit->digit > '5') return false;
    constexpr std::array kChoices = {codes::Choice::First, codes::Choice::Second, codes::Choice::Both,
                                     codes::Choice::Neither, codes::Choice::Other};
    choose(model, state, kChoices.at(static_cast<std::size_t>(digit->digit - '1')), actions);
    return true;
}

void draw_decision(const Model& model, AgreementState& state, Actions& actions) {
    const AgreementDesk& desk = *model.agreement;
    if (desk.disagreements.empty()) {
        widgets::section(_("There is nothing to decide"));
        return widgets::hint(_("Both codings have the same codes at the same moments, within this tolerance."));
    }
    widgets::section(
        fmt::format(fmt::runtime(_("Difference {} of {}")), state.at + 1, desk.disagreements.size()).c_str());
    ImGui::Dummy({0, theme::px(2)});
    draw_both_sides(desk, desk.disagreements[state.at]);
    ImGui::Dummy({0, theme::grid(1)});
    if (!is_deciding(model)) return draw_how_to_begin(model, state, actions);
    draw_ways(model, state, actions);
    draw_note(model, state, actions);
    ImGui::Dummy({0, theme::grid(1)});
    draw_state(model);
    ImGui::Dummy({0, theme::grid(0.5F)});
    widgets::hint(_("Alt ↑ ↓ the moment before or after · Shift Tab hear it again · Ctrl Z takes a decision back"));
    draw_codes(model, state, actions);
}

}  // namespace app
