#include "app/views/codebook_editor.h"

#include "app/theme.h"
#include "app/views/codebook_form.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <SDL_keyboard.h>
#include <algorithm>
#include <fmt/format.h>

namespace app {

namespace {

constexpr std::chrono::milliseconds kHandsRest{1000};

const Part& part_shown(const CodebookEditorState& state) {
    return codebook_parts()[std::min(state.part, codebook_parts().size() - 1)];
}

void take_over(const CodebookDraft& draft, CodebookEditorState& state) {
    const bool is_other = draft.name != state.draft;
    if (!is_other && (state.is_changed || draft.serial == state.serial)) return;
    if (is_other) state = {};
    if (is_other) state.focus_list = true;
    state.draft = draft.name;
    state.serial = draft.serial;
    state.document = editable(draft.document);
    state.reading = draft.reading;
    state.refused_key.clear();
}

// Hands over what was typed when the hands rest, a field is left, or somebody goes elsewhere.
void hand_over(const Model& model, CodebookEditorState& state, bool somebody_asks, Actions& actions) {
    const bool hands_rest = std::chrono::steady_clock::now() - state.typed_at > kHandsRest;
    if (!state.is_changed || (ImGui::IsAnyItemActive() && !hands_rest && !somebody_asks)) return;
    const std::string document = to_text(state.document);
    actions.insert(actions.begin(), ChangeDraft{document});
    state.is_changed = false;
    state.serial = model.codebooks.draft->serial + (document == model.codebooks.draft->document ? 0 : 1);
}

// The kind of part, and which one, that a place such as /codes/3/label lies in.
void go_to(CodebookEditorState& state, const std::string& pointer) {
    const std::size_t end = pointer.find('/', 1);
    const std::string member = pointer.size() > 1 ? pointer.substr(1, end - 1) : std::string();
    state.part = 0;
    for (std::size_t i = 0; i < codebook_parts().size(); ++i)
        if (*codebook_parts()[i].member != '\0' && member == codebook_parts()[i].member) state.part = i;
    if (end != std::string::npos && part_shown(state).kind == PartKind::List)
        state.items[state.part] = std::strtoul(pointer.c_str() + end + 1, nullptr, 10);
    state.goes_to = pointer;
}

bool is_wrong(const CodebookEditorState& state, const Part& part) {
    const auto& mistake = state.reading.mistake;
    if (!mistake || *part.member == '\0') return false;
    const std::string place = std::string("/") + part.member;
    return mistake->pointer == place || mistake->pointer.starts_with(place + "/");
}

void draw_kinds(CodebookEditorState& state) {
    const theme::Palette& p = theme::palette();
    for (std::size_t i = 0; i < codebook_parts().size(); ++i) {
        const Part& part = codebook_parts()[i];
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x, height = theme::px(30);
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::Selectable("##kind", state.part == i, 0, {width, height})) {
            state.part = i;
            state.focus_list = true;
        }
        widgets::note_last_item(_(part.title));
        ImGui::PopID();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        widgets::text_in_middle(list, theme::regular(), {from.x + theme::grid(1), from.y}, height,
                                is_wrong(state, part) ? p.danger : p.ink, _(part.title));
        const auto found = state.document.find(part.member);
        if (part.kind == PartKind::Whole || found == state.document.end() || found->empty()) continue;
        const std::string count = part.kind == PartKind::List ? std::to_string(found->size()) : "\xe2\x80\xa2";
        const float count_width = ImGui::CalcTextSize(count.c_str()).x;
        widgets::text_in_middle(list, theme::regular(), {from.x + width - count_width - theme::grid(1), from.y}, height,
                                p.muted, count.c_str());
    }
}

// A new part gets its key from its label; whoever wrote a key keeps it.
void name_by_label(Form& form, const Part& part) {
    const std::string key = text_in(*form.object, "key");
    if (!form.label_was_left || part.kind != PartKind::List || !key.starts_with(kNewKey)) return;
    const std::string wanted = key_from(words_in(*form.object, "label"));
    if (wanted.empty() || wanted == key) return;
    rename_key(form.document, part.member, key, free_key(form.document, part.member, wanted));
    changed(form);
}

void fill_in(CodebookEditorState& state, const Part& part, Document& object, const std::string& pointer,
             const OpenConversationState* open) {
    Form form{state.document, &object, pointer, state, open};
    if (state.reading.mistake && state.reading.mistake->pointer == pointer)
        say_mistake(form, pointer, ImGui::GetContentRegionAvail().x);
    if (part.member == std::string_view("measures")) draw_measure_preview(form);
    draw_form(form, part.fields);
    name_by_label(form, part);
    if (form.is_changed) touched(state);
}

void draw_permission_switch(CodebookEditorState& state, const Part& part) {
    bool is_there = state.document.contains(part.member);
    if (!ImGui::Checkbox(_("This codebook has it"), &is_there)) return;
    if (is_there)
        state.document[part.member] = Document::parse(part.begins_as);
    else
        state.document.erase(part.member);
    touched(state);
}

void draw_part(CodebookEditorState& state, const Part& part, const OpenConversationState* open) {
    widgets::hint(_(part.explanation));
    ImGui::Dummy({0, theme::grid(0.5F)});
    if (part.kind == PartKind::Whole) return fill_in(state, part, state.document, "", open);
    if (part.kind == PartKind::Object) {
        draw_permission_switch(state, part);
        const auto found = state.document.find(part.member);
        if (found != state.document.end()) fill_in(state, part, *found, std::string("/") + part.member, open);
        return;
    }
    Document& list = parts_of(state, part);
    const std::size_t at = state.items[state.part];
    if (at >= list.size()) return;
    ImGui::PushID(static_cast<int>(at));
    fill_in(state, part, list[at], fmt::format("/{}/{}", part.member, at), open);
    ImGui::PopID();
}

// What it is called, whether it is whole, and what can be done with it.
void draw_bar(const Model& model, CodebooksState& state, Actions& actions) {
    CodebookEditorState& editor = state.editor;
    const CodebookDraft& draft = *model.codebooks.draft;
    const auto when = [](bool holds) { return holds ? widgets::Enabled::Yes : widgets::Enabled::No; };
    if (widgets::secondary_button(_("All codebooks"))) actions.push_back(LeaveDraft{});
    ImGui::SameLine(0, theme::grid(2));
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(theme::large());
    const float buttons = theme::px(520);
    const std::string title = words_in(editor.document, "title") + " " + text_in(editor.document, "version");
    ImGui::TextUnformatted(widgets::fitted(title, ImGui::GetContentRegionAvail().x - buttons - theme::grid(2)).c_str());
    ImGui::PopFont();
    ImGui::SameLine(ImGui::GetContentRegionMax().x - buttons);
    if (widgets::secondary_button(_("Undo"), {theme::px(150), 0}, when(!draft.before.empty())))
        actions.push_back(StepDraft{library::Direction::Undo});
    ImGui::SameLine();
    if (widgets::secondary_button(_("Redo"), {theme::px(150), 0}, when(!draft.after.empty())))
        actions.push_back(StepDraft{library::Direction::Redo});
    ImGui::SameLine();
    const bool is_whole = !editor.reading.mistake;
    if (widgets::primary_button(_("Save (Ctrl+S)"), {theme::px(200), 0}, when(is_whole)))
        actions.push_back(SaveDraft{});
}

void draw_state(CodebookEditorState& editor) {
    ImGui::AlignTextToFramePadding();
    if (!editor.reading.mistake) {
        widgets::hint(_("The draft is kept as you type. Save makes it a version that codings can use."));
        return;
    }
    const DocumentMistake mistake = *editor.reading.mistake;
    const theme::Palette& p = theme::palette();
    ImGui::PushStyleColor(ImGuiCol_Text, p.danger);
    const float room = ImGui::GetContentRegionAvail().x - theme::px(150);
    const std::string text = std::string(widgets::icon::kWarning) + "  " + mistake.why;
    ImGui::TextUnformatted(widgets::fitted(text, room).c_str());
    ImGui::PopStyleColor();
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s\n%s", mistake.pointer.c_str(), mistake.why.c_str());
    ImGui::SameLine();
    if (widgets::link_button(_("Show where"))) go_to(editor, mistake.pointer);
}

void keys(const CodebookEditorState& editor, const std::vector<KeyPress>& pressed, Actions& actions) {
    for (const KeyPress& press : pressed) {
        if (press.event.type != SDL_KEYDOWN || press.event.repeat != 0) continue;
        const bool ctrl = (press.event.keysym.mod & KMOD_CTRL) != 0;
        if (ctrl && press.event.keysym.sym == SDLK_s && !editor.reading.mistake) actions.push_back(SaveDraft{});
    }
}

}  // namespace

Document& parts_of(CodebookEditorState& state, const Part& part) {
    Document& list = state.document[part.member];
    if (!list.is_array()) list = Document::array();
    return list;
}

void touched(CodebookEditorState& state) {
    state.is_changed = true;
    state.typed_at = std::chrono::steady_clock::now();
    state.reading = read_document(to_text(state.document));
}

void draw_codebook_editor(const Model& model, CodebooksState& state, const std::vector<KeyPress>& pressed,
                          Actions& actions) {
    CodebookEditorState& editor = state.editor;
    take_over(*model.codebooks.draft, editor);
    draw_bar(model, state, actions);
    draw_state(editor);
    keys(editor, pressed, actions);
    const Part& part = part_shown(editor);
    widgets::begin_card("##kinds", {theme::px(190), 0});
    draw_kinds(editor);
    widgets::end_card();
    ImGui::SameLine(0, theme::grid(2));
    if (part.kind == PartKind::List) {
        widgets::begin_card("##list", {theme::px(270), 0});
        draw_part_list(editor, part, pressed);
        widgets::end_card();
        ImGui::SameLine(0, theme::grid(2));
    }
    widgets::begin_card("##form", {0, 0});
    draw_part(editor, part, model.open ? &*model.open : nullptr);
    widgets::end_card();
    hand_over(model, editor, !actions.empty() || model.wants_to_quit, actions);
}

}  // namespace app
