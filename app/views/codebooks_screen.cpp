// The codebooks there are: those that come with the program, those of one's own, and drafts.
#include "app/theme.h"
#include "app/views/codebook_editor.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <SDL_keyboard.h>
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace app {

namespace {

std::string title_or(const codes::Words& title, const std::string& otherwise) {
    const std::string& text = title.in(base::language());
    return text.empty() ? otherwise : text;
}

const ShelvedCodebook* selected_in(const CodebookDesk& desk, const CodebooksState& state) {
    for (const ShelvedCodebook& each : desk.shelf)
        if (each.codebook.key == state.selected) return &each;
    return nullptr;
}

std::string use_text(const ShelvedCodebook& each) {
    const std::string version = fmt::format(fmt::runtime(_("version {}")), each.codebook.version);
    if (each.codings == 0) return version + " \xc2\xb7 " + _("not used yet");
    const char* text =
        base::translate(base::language(), "{} coding", "{} codings", static_cast<unsigned long>(each.codings));
    return version + " \xc2\xb7 " + fmt::format(fmt::runtime(text), each.codings);
}

void row(const ShelvedCodebook& each, CodebooksState& state) {
    const theme::Palette& p = theme::palette();
    const codes::Codebook& book = each.codebook;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = theme::px(52);
    ImGui::PushID(book.key.c_str());
    if (ImGui::Selectable("##codebook", state.selected == book.key, 0, {width, height})) state.selected = book.key;
    const std::string title = title_or(book.title, book.key);
    widgets::note_last_item(title.c_str());
    ImGui::PopID();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float left = from.x + theme::grid(1.5F), half = height / 2;
    widgets::text_in_middle(list, theme::semibold(), {left, from.y + theme::px(3)}, half, p.ink,
                            widgets::fitted(title, width - theme::grid(3)).c_str());
    widgets::text_in_middle(list, theme::small(), {left, from.y + half - theme::px(3)}, half, p.muted,
                            widgets::fitted(use_text(each), width - theme::grid(3)).c_str());
}

void drafts(const CodebookDesk& desk, Actions& actions) {
    if (desk.drafts.empty()) return;
    widgets::section(_("Drafts, not saved as a version yet"));
    for (const WaitingDraft& draft : desk.drafts) {
        ImGui::PushID(draft.name.c_str());
        const std::string text = title_or(draft.title, draft.name) + " " + draft.version;
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(widgets::fitted(text, ImGui::GetContentRegionAvail().x - theme::px(210)).c_str());
        ImGui::SameLine(ImGui::GetContentRegionMax().x - theme::px(200));
        if (widgets::secondary_button(_("Go on writing"))) actions.push_back(ResumeDraft{draft.name, {}});
        ImGui::SameLine();
        if (widgets::icon_button(widgets::icon::kTrash, _("Throw this draft away")))
            actions.push_back(DiscardDraft{draft.name});
        ImGui::PopID();
    }
    ImGui::Dummy({0, theme::grid(1)});
}

void shelf(const CodebookDesk& desk, CodebooksState& state, bool is_shipped) {
    const auto belongs = [&](const ShelvedCodebook& each) { return each.is_shipped == is_shipped; };
    widgets::section(is_shipped ? _("With Terugblik") : _("Your own"));
    if (std::none_of(desk.shelf.begin(), desk.shelf.end(), belongs))
        widgets::hint(_("None yet. Begin with a copy of the one that comes nearest."));
    for (const ShelvedCodebook& each : desk.shelf)
        if (belongs(each)) row(each, state);
    ImGui::Dummy({0, theme::grid(1)});
}

void codes_of_side(const codes::Codebook& book, codes::Side side) {
    for (const codes::Code& code : book.codes) {
        if (code.side != side) continue;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = ImGui::GetTextLineHeight();
        ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + theme::px(3)},
                                                  {at.x + theme::px(5), at.y + height - theme::px(2)},
                                                  theme::colour(code.colour), theme::px(2));
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + theme::px(14));
        ImGui::TextUnformatted(code.label.in(base::language()).c_str());
        if (ImGui::IsItemHovered() && !code.definition.en.empty())
            ImGui::SetTooltip("%s", code.definition.in(base::language()).c_str());
    }
}

void what_can_be_done(const Model& model, const ShelvedCodebook& each, Actions& actions) {
    const codes::Codebook& book = each.codebook;
    if (each.is_shipped) {
        if (widgets::primary_button(_("New from a copy"))) actions.push_back(BeginDraft{book.key, DraftKind::Copy});
    } else {
        if (widgets::primary_button(_("Edit"))) actions.push_back(BeginDraft{book.key, DraftKind::NextVersion});
        ImGui::SameLine();
        if (widgets::secondary_button(_("New from a copy"))) actions.push_back(BeginDraft{book.key, DraftKind::Copy});
    }
    ImGui::SameLine();
    if (widgets::secondary_button(_("Export\xe2\x80\xa6"))) actions.push_back(ExportCodebook{book.key, {}});
    if (!model.open) return widgets::hint(_("Open a conversation to code it with this codebook."));
    const OpenConversationState& open = *model.open;
    const bool is_in_use = open.codebook.key == book.key && open.codebook.version == book.version;
    if (is_in_use)
        return widgets::hint(
            fmt::format(fmt::runtime(_("The coding of “{}” that is open uses it.")), open.conversation.title).c_str());
    if (widgets::secondary_button(_("Move the open coding…"))) actions.push_back(ShowMove{book.key});
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", _("Shows first what that changes."));
    ImGui::SameLine();
    if (widgets::secondary_button(_("New coding with it")))
        actions.push_back(NewCoding{open.conversation.id, book.key, open.coding.coder});
}

void panel(const Model& model, const ShelvedCodebook& each, Actions& actions) {
    const codes::Codebook& book = each.codebook;
    ImGui::PushFont(theme::large());
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(title_or(book.title, book.key).c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    widgets::hint((book.key + " \xc2\xb7 " + use_text(each)).c_str());
    ImGui::Dummy({0, theme::grid(0.5F)});
    what_can_be_done(model, each, actions);
    ImGui::Dummy({0, theme::grid(1)});
    if (!book.source.en.empty()) widgets::hint(book.source.in(base::language()).c_str());
    ImGui::Dummy({0, theme::grid(1)});
    const float half = ImGui::GetContentRegionAvail().x / 2;
    const float left = ImGui::GetCursorPosX();
    ImGui::BeginGroup();
    widgets::section(_("Professional"));
    codes_of_side(book, codes::Side::Professional);
    ImGui::EndGroup();
    ImGui::SameLine(left + half);
    ImGui::BeginGroup();
    widgets::section(_("Client"));
    codes_of_side(book, codes::Side::Client);
    ImGui::EndGroup();
}

void go(const CodebookDesk& desk, CodebooksState& state, std::ptrdiff_t by) {
    std::vector<std::string> keys;  // as they are drawn
    for (const bool shipped : {false, true})
        for (const ShelvedCodebook& each : desk.shelf)
            if (each.is_shipped == shipped) keys.push_back(each.codebook.key);
    if (keys.empty()) return;
    const auto at = std::find(keys.begin(), keys.end(), state.selected) - keys.begin();
    const auto last = static_cast<std::ptrdiff_t>(keys.size()) - 1;
    state.selected = keys[static_cast<std::size_t>(std::clamp(at + by, std::ptrdiff_t{0}, last))];
}

void list_keys(const CodebookDesk& desk, CodebooksState& state, const std::vector<KeyPress>& pressed,
               Actions& actions) {
    if (!ImGui::IsWindowFocused()) return;
    const ShelvedCodebook* selected = selected_in(desk, state);
    for (const KeyPress& press : pressed) {
        if (press.event.type != SDL_KEYDOWN) continue;
        const SDL_Keycode key = press.event.keysym.sym;
        if (key == SDLK_UP || key == SDLK_DOWN) go(desk, state, key == SDLK_UP ? -1 : 1);
        if (key == SDLK_RETURN && selected)
            actions.push_back(
                BeginDraft{selected->codebook.key, selected->is_shipped ? DraftKind::Copy : DraftKind::NextVersion});
    }
}

}  // namespace

void draw_codebooks_screen(const Model& model, CodebooksState& state, const std::vector<KeyPress>& pressed,
                           Actions& actions) {
    const CodebookDesk& desk = model.codebooks;
    if (desk.draft) return draw_codebook_editor(model, state, pressed, actions);
    if (state.last_frame + 1 != ImGui::GetFrameCount()) state.focus_list = true;
    state.last_frame = ImGui::GetFrameCount();
    if (!state.editor.draft.empty()) state.selected = state.editor.document.value("key", state.selected);
    state.editor.draft.clear();
    widgets::heading(_("Codebooks"));
    const float import = ImGui::CalcTextSize(_("Import a codebook\xe2\x80\xa6")).x + theme::grid(5);
    ImGui::SameLine(ImGui::GetContentRegionMax().x - import);
    if (widgets::secondary_button(_("Import a codebook\xe2\x80\xa6"), {import, 0})) actions.push_back(ImportCodebook{});
    if (selected_in(desk, state) == nullptr && !desk.shelf.empty())
        state.selected = model.open ? model.open->codebook.key : desk.shelf.front().codebook.key;

    const float room = ImGui::GetContentRegionAvail().x;
    widgets::begin_card("##shelf", {std::floor(room * 0.42F), 0}, ImGuiWindowFlags_NoNav);
    if (std::exchange(state.focus_list, false)) ImGui::SetWindowFocus();
    list_keys(desk, state, pressed, actions);
    drafts(desk, actions);
    shelf(desk, state, false);
    shelf(desk, state, true);
    widgets::end_card();
    ImGui::SameLine(0, theme::grid(2));
    widgets::begin_card("##codebook", {0, 0});
    if (const ShelvedCodebook* selected = selected_in(desk, state)) panel(model, *selected, actions);
    widgets::end_card();
}

}  // namespace app
