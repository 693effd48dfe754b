// Before a coding begins: who codes, and by which codebook. The one used last is chosen already, so Enter is enough.
#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <imgui_internal.h>

namespace app {
namespace {

void begin_answers(const Model& model, NewCodingState& state) {
    const CodingQuestion& question = *model.new_coding;
    state = {.conversation = question.conversation, .coder = model.settings.coder};
    const auto last = std::find_if(question.codebooks.begin(), question.codebooks.end(),
                                   [&](const codes::Codebook& book) { return book.key == model.settings.codebook; });
    if (last != question.codebooks.end()) state.chosen = static_cast<std::size_t>(last - question.codebooks.begin());
}

std::string codebook_size_text(const codes::Codebook& book) {
    const auto counted = [](const char* one, const char* many, std::size_t count) {
        return fmt::format(fmt::runtime(base::translate(base::language(), one, many, count)), count);
    };
    std::string text = counted("{} code", "{} codes", book.codes.size());
    if (!book.ratings.empty()) text += " · " + counted("{} rating", "{} ratings", book.ratings.size());
    return text;
}

void draw_texts(const codes::Codebook& book, ImVec2 from, float width) {
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float small = theme::small()->FontSize * ImGui::GetIO().FontGlobalScale;
    const float line = ImGui::GetTextLineHeight();
    const auto put = [&](ImFont* font, float size, float y, ImU32 colour, const std::string& text, float room) {
        ImGui::PushFont(font);
        list.AddText(font, size, {from.x, y}, colour, widgets::fitted(text, room).c_str());
        ImGui::PopFont();
    };
    const std::string size = codebook_size_text(book);
    const float size_width = theme::small()->CalcTextSizeA(small, FLT_MAX, 0, size.c_str()).x;
    const std::string title = book.title.in(base::language()) + "  " + book.version;
    float y = from.y;
    put(theme::semibold(), ImGui::GetFontSize(), y, p.ink, title, width - size_width - theme::grid(2));
    list.AddText(theme::small(), small, {from.x + width - size_width, y + (line - small) / 2}, p.muted, size.c_str());
    y += line + theme::px(1);
    if (!book.use.in(base::language()).empty())
        put(theme::regular(), ImGui::GetFontSize(), y, p.ink, book.use.in(base::language()), width);
    y += line + theme::px(2);
    put(theme::small(), small, y, p.muted, book.source.in(base::language()), width);
}

void draw_source(const codes::Codebook& book) {
    if (!ImGui::IsItemHovered() || book.source.in(base::language()).empty()) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(theme::px(420));
    ImGui::TextUnformatted(book.source.in(base::language()).c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

// Not the key that opened the question and is still held.
bool pressed_now(ImGuiKey key) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), false);
}

enum class Pressed { Nothing, Once, Twice };

Pressed draw_book(const codes::Codebook& book, bool is_chosen) {
    const theme::Palette& p = theme::palette();
    const float pad = theme::grid(1);
    const float small = theme::small()->FontSize * ImGui::GetIO().FontGlobalScale;
    const float height = 2 * pad + 2 * ImGui::GetTextLineHeight() + small + theme::px(3);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 to{from.x + ImGui::GetContentRegionAvail().x, from.y + height};
    const bool pressed = ImGui::InvisibleButton(book.key.c_str(), {to.x - from.x, height});
    widgets::note_last_item(book.title.in(base::language()).c_str());
    const bool is_twice = ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(from, to, is_chosen ? p.accent_soft : ImGui::IsItemHovered() ? p.hover : p.card, theme::px(6));
    list.AddRect(from, to, is_chosen ? p.accent : p.hairline, theme::px(6));
    draw_texts(book, {from.x + 1.5F * pad, from.y + pad}, to.x - from.x - 3 * pad);
    draw_source(book);
    return is_twice ? Pressed::Twice : pressed ? Pressed::Once : Pressed::Nothing;
}

// True when one was pressed twice: that is the answer.
bool draw_books(const std::vector<codes::Codebook>& books, NewCodingState& state, bool appears) {
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
    const std::size_t before = state.chosen;
    if (pressed(ImGuiKey_DownArrow) && state.chosen + 1 < books.size()) ++state.chosen;
    if (pressed(ImGuiKey_UpArrow) && state.chosen > 0) --state.chosen;
    const float room = ImGui::GetIO().DisplaySize.y - theme::px(330);
    const float row = 2 * ImGui::GetTextLineHeight() + theme::px(46);
    const float height = std::min(std::max(row, room), row * static_cast<float>(books.size()));
    bool is_answer = false;
    ImGui::BeginChild("##books", {0, height}, false, ImGuiWindowFlags_NoNav);
    for (std::size_t i = 0; i < books.size(); ++i) {
        const Pressed how = draw_book(books[i], i == state.chosen);
        if (how != Pressed::Nothing) state.chosen = i;
        is_answer = is_answer || how == Pressed::Twice;
        if (i == state.chosen && (appears || state.chosen != before)) ImGui::SetScrollHereY(0.5F);
    }
    ImGui::EndChild();
    return is_answer;
}

}  // namespace

void draw_new_coding(const Model& model, NewCodingState& state, Actions& actions) {
    constexpr const char* kId = "##new_coding";
    if (!model.new_coding) return;
    const CodingQuestion& question = *model.new_coding;
    const bool appears = !ImGui::IsPopupOpen(kId);
    if (appears) {
        begin_answers(model, state);
        widgets::open_modal(kId);
    }
    if (!widgets::begin_modal(kId, _("A new coding"), 640)) return;
    widgets::hint(
        _("Your name goes with the coding and on the report. Codings by other people and by other codebooks "
          "stand beside it."));
    if (appears) ImGui::SetKeyboardFocusHere();
    widgets::text_field(_("Who codes?"), state.coder);
    bool is_answer = !appears && (pressed_now(ImGuiKey_Enter) || pressed_now(ImGuiKey_KeyPadEnter));
    ImGui::Dummy({0, 0});
    widgets::section(_("By which codebook?"));
    is_answer = draw_books(question.codebooks, state, appears) || is_answer;
    const std::string coder(base::trimmed(state.coder));
    const auto enabled = coder.empty() ? widgets::Enabled::No : widgets::Enabled::Yes;
    ImGui::Dummy({0, 0});
    is_answer = widgets::primary_button(_("Begin"), {}, enabled) || is_answer;
    ImGui::SameLine();
    const bool cancel = widgets::secondary_button(_("Cancel"));
    ImGui::SameLine(0, theme::grid(2));
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", _("↑ ↓ another codebook · Enter begins"));
    if (is_answer && !coder.empty()) {
        actions.push_back(NewCoding{question.conversation, question.codebooks.at(state.chosen).key, coder});
        ImGui::CloseCurrentPopup();
    } else if (cancel || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
        actions.push_back(AbandonNewCoding{});
        ImGui::CloseCurrentPopup();
    }
    widgets::end_modal();
}

}  // namespace app
