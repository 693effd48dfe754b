// A formula with its mistake marked where it is, and what it gives now on the coding that is open.
#include "analysis/formula_check.h"
#include "analysis/measures.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/views/codebook_form.h"
#include "app/widgets.h"
#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

constexpr std::size_t kShownBefore = 48;  // characters of a long formula that lead up to its mistake

// Where the n-th character begins (counted from 0), in bytes.
std::size_t byte_of(const std::string& text, std::size_t character) {
    std::size_t at = 0;
    const auto continues = [&](std::size_t place) { return (static_cast<unsigned char>(text[place]) & 0xC0) == 0x80; };
    for (; character > 0 && at < text.size(); --character) do
            ++at;
        while (at < text.size() && continues(at));
    return at;
}

// The formula once more, with the wrong characters on a ground of their own; a blank marks a missing end.
void draw_marked(const std::string& formula, const analysis::FormulaMistake& mistake) {
    const theme::Palette& p = theme::palette();
    const std::size_t first = mistake.position() - 1;
    const std::size_t shown_from = byte_of(formula, first > kShownBefore ? first - kShownBefore : 0);
    const std::size_t from = byte_of(formula, first), to = byte_of(formula, first + mistake.length());
    const std::string before = formula.substr(shown_from, from - shown_from);
    std::string wrong = formula.substr(from, to - from);
    if (wrong.empty()) wrong = " ";
    const float left = ImGui::CalcTextSize(before.c_str()).x;
    const float width = std::max(ImGui::CalcTextSize(wrong.c_str()).x, theme::px(7));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetTextLineHeight();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({at.x + left, at.y}, {at.x + left + width, at.y + height}, p.danger_soft, theme::px(3));
    list.AddLine({at.x + left, at.y + height}, {at.x + left + width, at.y + height}, p.danger, theme::px(2));
    list.AddText(at, p.muted, before.c_str());
    list.AddText({at.x + left, at.y}, p.danger, wrong.c_str());
    list.AddText({at.x + left + width, at.y}, p.muted, formula.c_str() + to);
    ImGui::Dummy({left + width, height});
    widgets::note_last_item(fmt::format("marked {}", mistake.position()).c_str());
}

std::string number_text(double value) {
    const bool is_whole = value == static_cast<double>(static_cast<long long>(value));
    return base::number(base::language(), value, is_whole ? 0 : 2);
}

std::string formula_value_text(const codes::Measure& measure, double value) {
    if (measure.format == codes::MeasureFormat::Percentage)
        return base::number(base::language(), value * 100, 0) + " %";
    return number_text(value);
}

std::string parts_text(const std::optional<double>& part) {
    return part ? number_text(*part) : std::string(_("not known"));
}

const char* band_text(analysis::Band band) {
    switch (band) {
        case analysis::Band::TooFew:
            return _("too few to say");
        case analysis::Band::BelowFair:
            return _("not yet fair");
        case analysis::Band::Fair:
            return _("fair");
        case analysis::Band::Good:
            return _("good");
        case analysis::Band::None:
            break;
    }
    return "";
}

std::string preview_text(const codes::Measure& measure, const analysis::MeasureValue& value) {
    std::string text = value.value ? formula_value_text(measure, *value.value) : std::string(_("n/a"));
    if (!measure.denominator.empty())
        text += fmt::format("  =  {} / {}", parts_text(value.numerator), parts_text(value.denominator));
    if (*band_text(value.band) != '\0') text += std::string("  \xc2\xb7  ") + band_text(value.band);
    return text;
}

// The measure of this form as the codebook has it, if it can be read.
const codes::Measure* measure_of(const Form& form) {
    const auto& codebook = form.state.reading.codebook;
    if (!codebook) return nullptr;
    const std::size_t at = form.pointer.rfind('/');
    const auto index = static_cast<std::size_t>(std::strtoul(form.pointer.c_str() + at + 1, nullptr, 10));
    return index < codebook->measures.size() ? &codebook->measures[index] : nullptr;
}

std::string preview_of(const Form& form, const codes::Measure& measure) {
    codes::Codebook codebook = *form.state.reading.codebook;
    codebook.measures = {measure};
    const OpenConversationState& open = *form.open;
    try {
        const auto inputs = analysis::inputs_for(codebook, open.coding, open.turns, duration_of(open));
        return preview_text(measure, analysis::measures(codebook, inputs).at(measure.key));
    } catch (const base::Error&) {
        return _("This formula has a mistake; it is marked below.");
    }
}

}  // namespace

void draw_formula(Form& form, const Field& field, float width) {
    std::string text = text_in(*form.object, field.member);
    const std::string pointer = form.pointer + "/" + field.member;
    field_name(_(field.label));
    prepare_input(form, pointer);
    ImGui::SetNextItemWidth(width);
    if (ImGui::InputText("##formula", &text)) set_text(form, field, text);
    widgets::note_last_item(_(field.label));
    const auto& codebook = form.state.reading.codebook;
    const auto mistake = codebook && !text.empty() ? analysis::mistake_in(*codebook, text) : std::nullopt;
    if (!mistake) return say_mistake(form, pointer, width);
    draw_marked(text, *mistake);
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().danger);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    ImGui::TextUnformatted(
        fmt::format(fmt::runtime(_("At character {}: {}.")), mistake->position(), mistake->why()).c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
}

void draw_measure_preview(Form& form) {
    const theme::Palette& p = theme::palette();
    std::string text;
    if (form.open == nullptr)
        text = _("Open a conversation to see here what this measure gives.");
    else if (const codes::Measure* measure = measure_of(form))
        text = fmt::format(fmt::runtime(_("Now, in “{}”:  {}")), form.open->conversation.title,
                           preview_of(form, *measure));
    else
        text = _("What it gives is shown again when the mistake above is mended.");
    const float pad = theme::grid(1), width = ImGui::GetContentRegionAvail().x;
    const float height = ImGui::CalcTextSize(text.c_str(), nullptr, false, width - 2 * pad).y + 2 * pad;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, p.accent_soft, theme::px(6));
    ImGui::Dummy({width, height});
    widgets::note_last_item(("preview: " + text).c_str());
    const ImVec2 below = ImGui::GetCursorPos();
    ImGui::SetCursorScreenPos({at.x + pad, at.y + pad});
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width - 2 * pad);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::SetCursorPos(below);
}

}  // namespace app
