#include "app/views/codebook_form.h"

#include "app/theme.h"
#include "app/widgets.h"
#include "app/wrapped_text.h"
#include "base/i18n.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <imgui_stdlib.h>
#include <utility>

namespace app {

namespace {

constexpr float kLinesOfLongWords = 3;

// In the same line, with its top as high: Dear ImGui would line up the texts inside.
void beside(float top, float gap) {
    ImGui::SameLine(0, gap);
    ImGui::SetCursorPosY(top);
}

// A group whose first text stands at its top, not on the baseline of what is beside it.
void begin_field() {
    ImGui::BeginGroup();
    const float top = ImGui::GetCursorPosY();
    ImGui::Dummy({0, 0});
    ImGui::SetCursorPosY(top);
}

std::string pointer_of(const Form& form, const Field& field) {
    return form.pointer + "/" + field.member;
}

std::string name_of(const Form& form, const Field& field) {
    return _(field.label) + form.suffix;
}

void draw_text(Form& form, const Field& field, float width) {
    std::string text = text_in(*form.object, field.member);
    field_name(_(field.label));
    prepare_input(form, pointer_of(form, field));
    ImGui::SetNextItemWidth(width);
    if (ImGui::InputText("##text", &text)) set_text(form, field, text);
    widgets::note_last_item(name_of(form, field).c_str());
}

// "/codes/3" -> "codes"
std::string list_of(const Form& form) {
    return form.pointer.substr(1, form.pointer.find('/', 1) - 1);
}

// Taken over when the field is left, everywhere at once; half a key would part the document from itself.
void draw_key(Form& form, const Field& field, float width) {
    const std::string key = text_in(*form.object, field.member);
    std::string text = key;
    field_name(_(field.label));
    prepare_input(form, pointer_of(form, field));
    ImGui::SetNextItemWidth(width);
    std::string& refused = form.state.refused_key;
    if (ImGui::InputText("##key", &text)) form.state.typed_key = text;
    const bool was_left = ImGui::IsItemDeactivatedAfterEdit();
    widgets::note_last_item(name_of(form, field).c_str());
    if (was_left && form.state.typed_key != key) {
        const std::string wanted = std::exchange(form.state.typed_key, {});
        const std::string list = list_of(form);
        const bool is_free = is_key(wanted) && free_key(form.document, list, wanted) == wanted;
        refused = is_free ? std::string() : wanted;
        if (is_free) {
            rename_key(form.document, list, key, wanted);
            changed(form);
        }
    }
    if (refused.empty()) return;
    widgets::hint(
        fmt::format(fmt::runtime(_("“{}” is no free key of a-z, 0-9, - _ and . only; the old one stays.")), refused)
            .c_str());
}

void draw_words(Form& form, const Field& field, float width) {
    Document words = form.object->value(field.member, Document::object());
    if (!words.is_object()) words = Document::object();
    const Document before = words;
    const float gap = theme::grid(1), half = std::floor((width - gap) / 2);
    const float top = ImGui::GetCursorPosY();
    const bool is_long = field.kind == FieldKind::LongWords;
    const float height =
        kLinesOfLongWords * ImGui::GetTextLineHeight() + 2 * ImGui::GetStyle().FramePadding.y + theme::px(2);
    for (const auto& [language, name] : {std::pair("en", "English"), std::pair("nl", "Nederlands")}) {
        const std::string label = fmt::format("{} ({})", name_of(form, field), name);
        std::string text = words.value(language, "");
        if (language == std::string_view("nl")) beside(top, gap);
        begin_field();
        ImGui::PushID(language);
        field_name(fmt::format("{} · {}", _(field.label), name).c_str());
        prepare_input(form, pointer_of(form, field));
        ImGui::SetNextItemWidth(half);
        if (is_long ? widgets::wrapped_input("##words", text, {half, height}) : ImGui::InputText("##words", &text))
            words[language] = text;
        if (field.member == std::string_view("label") && ImGui::IsItemDeactivatedAfterEdit())
            form.label_was_left = true;
        widgets::note_last_item(label.c_str());
        ImGui::PopID();
        ImGui::EndGroup();
    }
    if (words == before) return;
    if (words.value("nl", "").empty()) words.erase("nl");
    if (!words.contains("en")) words["en"] = "";
    const bool is_empty = words.value("en", "").empty() && !words.contains("nl");
    if (is_empty && !field.is_required)
        form.object->erase(field.member);
    else
        (*form.object)[field.member] = words;
    changed(form);
}

void draw_choice(Form& form, const Field& field) {
    const std::string now = form.object->value(field.member, field.choices.front().first);
    field_name(_(field.label));
    for (const auto& [value, label] : field.choices) {
        if (value != field.choices.front().first) ImGui::SameLine(0, theme::grid(0.5F));
        if (!widgets::choice(_(label), now == value) || now == value) continue;
        set_text(form, field, value == field.choices.front().first && !field.is_required ? "" : value);
    }
}

void draw_flag(Form& form, const Field& field) {
    const bool usual = field.choices.front().first == std::string_view("true");
    const auto found = form.object->find(field.member);
    bool flag = found != form.object->end() && found->is_boolean() ? found->get<bool>() : usual;
    ImGui::Dummy({0, theme::grid(1)});
    if (ImGui::Checkbox(_(field.label), &flag)) {
        if (flag == usual)
            form.object->erase(field.member);
        else
            (*form.object)[field.member] = flag;
        changed(form);
    }
    widgets::note_last_item(name_of(form, field).c_str());
}

std::optional<double> number_in(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    double number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? std::optional(number) : std::nullopt;
}

void draw_number(Form& form, const Field& field, float width) {
    const auto found = form.object->find(field.member);
    std::string text = found != form.object->end() && found->is_number() ? found->dump() : std::string();
    field_name(_(field.label));
    prepare_input(form, pointer_of(form, field));
    ImGui::SetNextItemWidth(width);
    if (ImGui::InputText("##number", &text, ImGuiInputTextFlags_CharsDecimal)) {
        const auto number = number_in(text);
        if (!number)
            form.object->erase(field.member);
        else if (field.kind == FieldKind::Whole)
            (*form.object)[field.member] = static_cast<int>(std::lround(std::clamp(*number, -1e6, 1e6)));
        else
            (*form.object)[field.member] = *number;
        changed(form);
    }
    widgets::note_last_item(name_of(form, field).c_str());
}

void draw_field(Form& form, const Field& field, float width) {
    switch (field.kind) {
        case FieldKind::Text:
            return draw_text(form, field, width);
        case FieldKind::Key:
            return draw_key(form, field, width);
        case FieldKind::Words:
        case FieldKind::LongWords:
            return draw_words(form, field, width);
        case FieldKind::ListOfWords:
            return draw_list_of_words(form, field, width);
        case FieldKind::Choice:
            return draw_choice(form, field);
        case FieldKind::Flag:
            return draw_flag(form, field);
        case FieldKind::Whole:
        case FieldKind::Number:
            return draw_number(form, field, width);
        case FieldKind::Colour:
            return draw_colour(form, field, width);
        case FieldKind::PadKey:
            return draw_pad_key(form, field, width);
        case FieldKind::Formula:
            return draw_formula(form, field, width);
        case FieldKind::OneKey:
            return draw_one_key(form, field, width);
        case FieldKind::Keys:
            return draw_keys(form, field);
        case FieldKind::Conditions:
            return draw_conditions(form, field);
        case FieldKind::Anchors:
            return draw_anchors(form, field, width);
        case FieldKind::Rows:
            return draw_rows(form, field);
    }
}

}  // namespace

void draw_form(Form& form, const std::vector<Field>& fields) {
    const float gap = theme::grid(2), room = ImGui::GetContentRegionAvail().x;
    float used = 0, top = 0;
    for (const Field& field : fields) {
        const bool fits = used > 0 && used + field.width < 1.01F;
        if (fits) beside(top, gap);
        if (!fits) used = 0;
        top = ImGui::GetCursorPosY();
        used += field.width;
        const float width = std::floor((room + gap) * field.width - gap);
        ImGui::PushID(field.member);
        begin_field();
        draw_field(form, field, width);
        if (*field.explanation != '\0') {
            ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
            ImGui::PushFont(theme::small());
            ImGui::TextDisabled("%s", _(field.explanation));
            ImGui::PopFont();
            ImGui::PopTextWrapPos();
        }
        const bool says_itself = field.kind == FieldKind::Formula || field.kind == FieldKind::Rows;
        if (!says_itself) say_mistake(form, pointer_of(form, field), width);
        ImGui::Dummy({width, theme::grid(0.25F)});
        ImGui::EndGroup();
        ImGui::PopID();
    }
}

std::string text_in(const Document& object, const char* member) {
    const auto found = object.find(member);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void set_text(Form& form, const Field& field, const std::string& text) {
    if (text.empty() && !field.is_required)
        form.object->erase(field.member);
    else
        (*form.object)[field.member] = text;
    changed(form);
}

void prepare_input(Form& form, const std::string& pointer) {
    std::string& goes_to = form.state.goes_to;
    const bool is_meant = !goes_to.empty() && (goes_to == pointer || goes_to.starts_with(pointer + "/"));
    if (!is_meant && !form.state.focus_form) return;
    ImGui::SetKeyboardFocusHere();
    if (is_meant) ImGui::SetScrollHereY(0.3F);
    goes_to.clear();
    form.state.focus_form = false;
}

void say_mistake(const Form& form, const std::string& pointer, float width) {
    const auto& mistake = form.state.reading.mistake;
    if (!mistake || (mistake->pointer != pointer && !mistake->pointer.starts_with(pointer + "/"))) return;
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().danger);
    ImGui::TextUnformatted(mistake->why.c_str());
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    widgets::note_last_item("mistake");
}

std::string words_in(const Document& part, const char* member) {
    const auto found = part.find(member);
    const Document words = found != part.end() && found->is_object() ? *found : Document::object();
    const bool dutch = base::language() == base::Language::Dutch && !words.value("nl", "").empty();
    const std::string text = words.value(dutch ? "nl" : "en", "");
    return text.empty() ? text_in(part, "key") : text;
}

void field_name(const char* label) {
    ImGui::PushFont(theme::small());
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::TextUnformatted(label);
    ImGui::PopStyleColor();
    ImGui::PopFont();
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - theme::grid(0.5F));
}

void changed(Form& form) {
    form.is_changed = true;
}

}  // namespace app
