// How the coach codes: the choice of styles, and for those in two steps what is done and what can be done next.
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "codes/utterances.h"
#include "talk/words.h"

#include <array>
#include <fmt/format.h>

namespace app {
namespace {

constexpr std::array kStyles = {CodingStyle::OnePass, CodingStyle::Parse, CodingStyle::CodeUtterances};

const char* name_of(CodingStyle style) {
    switch (style) {
        case CodingStyle::OnePass:
            return _("One pass");
        case CodingStyle::Parse:
            return _("Parse");
        case CodingStyle::CodeUtterances:
            return _("Code utterances");
    }
    return "";
}

const char* explanation_of(CodingStyle style) {
    switch (style) {
        case CodingStyle::OnePass:
            return _("While the conversation plays, a key gives a code to the moment.");
        case CodingStyle::Parse:
            return _("While you listen, one key for each person marks where an utterance ends and the next begins.");
        case CodingStyle::CodeUtterances:
            return _("Each utterance is played by itself; one key gives it its code and plays the next.");
    }
    return "";
}

// Presses the action that a key does, too.
void tool(const char* label, const std::string& cap, Actions& actions, Action action) {
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::link_button(label)) actions.push_back(std::move(action));
    if (ImGui::IsItemHovered() && !cap.empty()) ImGui::SetTooltip("%s", cap.c_str());
}

void key_and_word(const std::string& cap, const char* word) {
    ImGui::SameLine(0, theme::grid(1.5F));
    if (!cap.empty()) {
        widgets::key_cap(cap.c_str());
        ImGui::SameLine(0, theme::grid(0.75F));
    }
    ImGui::TextDisabled("%s", word);
}

void draw_parse_bar(const Model& model, const Keymap& keymap, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const auto count = open.coding.utterances.size();
    ImGui::TextUnformatted(
        fmt::format(fmt::runtime(base::translate(base::language(), "{} utterance", "{} utterances", count)), count)
            .c_str());
    key_and_word(keymap.cap("utterance_professional"), side_name(codes::Side::Professional));
    key_and_word(keymap.cap("utterance_client"), side_name(codes::Side::Client));
    key_and_word(keymap.cap("utterance_end"), _("nobody"));
    ImGui::SameLine(0, theme::grid(2));
    if (const codes::Utterance* held = codes::find_utterance(open.coding, open.style.utterance)) {
        tool(_("Join with the next"), keymap.cap("join_utterances"), actions, JoinUtterances{});
        if (held->span.contains(playhead(open)) && playhead(open) > held->span.from)
            tool(_("Split here"),
                 keymap.cap(held->speaker == codes::Side::Client ? "utterance_client" : "utterance_professional"),
                 actions, MarkSpeaker{held->speaker, media::Clock::now()});
        tool(_("The other person"), keymap.cap("swap_utterance"), actions, SwapSpeaker{});
        tool(_("Delete"), keymap.cap("delete"), actions, DeleteUtterance{});
    } else if (!open.turns.empty()) {
        tool(_("Take over the turns"), keymap.cap("take_turns"), actions, TakeOverTurns{});
    }
}

void draw_progress(const codes::CodedCount& count) {
    const theme::Palette& p = theme::palette();
    const float width = theme::px(72);
    const float height = theme::px(6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float y = at.y + (ImGui::GetTextLineHeight() - height) / 2;
    const float share = static_cast<float>(count.coded) / static_cast<float>(std::max(1, count.all));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({at.x, y}, {at.x + width, y + height}, p.hover, height / 2);
    if (count.coded > 0) list.AddRectFilled({at.x, y}, {at.x + width * share, y + height}, p.accent, height / 2);
    ImGui::Dummy({width, ImGui::GetTextLineHeight()});
    ImGui::SameLine(0, theme::grid(1));
    const std::string text = fmt::format(fmt::runtime(_("{} of {} coded")), count.coded, count.all);
    ImGui::TextUnformatted(text.c_str());
    widgets::note_last_item(text.c_str());
}

void draw_words(const OpenConversationState& open, float room) {
    const codes::Utterance* held = codes::find_utterance(open.coding, open.style.utterance);
    if (!held || room < theme::px(60)) return;
    const codes::Event* code = codes::code_of(open.coding, *held);
    std::string text = fmt::format("{}: {}", side_name(held->speaker),
                                   code ? label_of(open.codebook, code->code) : std::string(_("no code yet")));
    if (const std::string words = words_of(open, *held); !words.empty()) text += " · “" + words + "”";
    ImGui::TextDisabled("%s", widgets::fitted(text, room).c_str());
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", text.c_str());
}

void draw_code_bar(const Model& model, const Keymap& keymap, Actions& actions) {
    const OpenConversationState& open = *model.open;
    if (open.coding.utterances.empty()) {
        ImGui::TextDisabled("%s", _("No utterances yet. Mark them first, or take over the turns."));
        if (!open.turns.empty()) tool(_("Take over the turns"), keymap.cap("take_turns"), actions, TakeOverTurns{});
        tool(name_of(CodingStyle::Parse), keymap.cap("style"), actions, ChooseStyle{CodingStyle::Parse});
        return;
    }
    draw_progress(codes::count_coded(open.coding));
    const std::array labels = {_("Again"), _("Previous"), _("Next"), _("Next without a code"), _("Take off, again")};
    float tools = theme::grid(3);
    for (const char* label : labels) tools += ImGui::CalcTextSize(label).x + theme::grid(2.25F);
    ImGui::SameLine(0, theme::grid(2));
    const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - tools;
    draw_words(open, right - ImGui::GetCursorPosX());
    ImGui::SameLine(right);
    ImGui::Dummy({0, 0});
    tool(labels[0], keymap.cap("replay"), actions, PlayUtterance{});
    tool(labels[1], keymap.cap("previous_utterance"), actions, StepUtterances{-1});
    tool(labels[2], keymap.cap("next_utterance"), actions, StepUtterances{+1});
    tool(labels[3], keymap.cap("next_uncoded"), actions, StepUtterances{+1, true});
    tool(labels[4], keymap.cap("uncode_rewind"), actions, Uncode{true});
}

}  // namespace

std::string words_of(const OpenConversationState& open, const codes::Utterance& utterance) {
    const bool is_client = utterance.speaker == codes::Side::Client;
    return talk::words_at(open.turns, utterance.span, is_client ? talk::Role::Client : talk::Role::Professional);
}

float style_choice_width(StyleChoice choice, CodingStyle in_hand) {
    float width = 0;
    for (const CodingStyle style : kStyles)
        if (choice == StyleChoice::All || style == in_hand)
            width += ImGui::CalcTextSize(name_of(style)).x + theme::grid(4.5F);
    return width;
}

void draw_style_choice(const Model& model, StyleChoice choice, const Keymap& keymap, Actions& actions) {
    const CodingStyle in_hand = model.open->style.style;
    for (const CodingStyle style : kStyles) {
        if (choice == StyleChoice::InHand && style != in_hand) continue;
        const CodingStyle wanted = choice == StyleChoice::All ? style : next_style(style);
        if (widgets::choice(name_of(style), style == in_hand)) actions.push_back(ChooseStyle{wanted});
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s  (%s)", explanation_of(style), keymap.cap("style").c_str());
        ImGui::SameLine(0, theme::grid(0.5F));
    }
}

float style_bar_height(const OpenConversationState& open) {
    return open.style.style == CodingStyle::OnePass ? 0 : theme::px(30);
}

void draw_style_bar(const Model& model, const Keymap& keymap, Actions& actions) {
    if (model.open->style.style == CodingStyle::OnePass) return;
    ImGui::SetCursorPosX(theme::grid(2));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(0.75), theme::grid(0.25)});  // as its buttons have
    ImGui::AlignTextToFramePadding();
    if (model.open->style.style == CodingStyle::Parse)
        draw_parse_bar(model, keymap, actions);
    else
        draw_code_bar(model, keymap, actions);
    ImGui::PopStyleVar();
}

}  // namespace app
