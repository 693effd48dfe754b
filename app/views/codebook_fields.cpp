// Fields of one value: colour, key on the keyboard, and other parts of the codebook.
#include "app/theme.h"
#include "app/views/codebook_form.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

// Okabe and Ito (2008): told apart by who sees colours differently, too.
constexpr std::array kPalette = {"#0072B2", "#56B4E9", "#009E73", "#F0E442",
                                 "#E69F00", "#D55E00", "#CC79A7", "#8A8F98"};

codes::Colour colour_in(const std::string& text) {
    unsigned value = 0x808080;
    if (text.size() == 7) std::from_chars(text.data() + 1, text.data() + 7, value, 16);
    return {static_cast<unsigned char>(value >> 16), static_cast<unsigned char>(value >> 8 & 0xFF),
            static_cast<unsigned char>(value & 0xFF)};
}

bool swatch(const char* text, bool is_chosen) {
    const float side = ImGui::GetFrameHeight();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::Button("##swatch", {side, side});
    widgets::note_last_item(fmt::format("colour {}", text).c_str());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float inside = theme::px(is_chosen ? 4 : 7);
    list.AddRectFilled({at.x + inside, at.y + inside}, {at.x + side - inside, at.y + side - inside},
                       theme::colour(colour_in(text)), theme::px(4));
    if (is_chosen) list.AddRect(at, {at.x + side, at.y + side}, theme::palette().ink, theme::px(4));
    return pressed;
}

// The code that has a key already; nothing when it is free.
Document* code_with_key(Form& form, const std::string& key) {
    for (Document& code : form.document["codes"])
        if (&code != form.object && text_in(code, "default_key") == key) return &code;
    return nullptr;
}

// One of several that stand in a line and go on in the next.
bool toggle_in_line(const char* label, bool is_chosen, bool is_first, float right) {
    const float width = ImGui::CalcTextSize(label).x + theme::grid(4);
    if (!is_first) {
        ImGui::SameLine(0, theme::grid(0.5F));
        if (ImGui::GetCursorScreenPos().x + width > right) ImGui::NewLine();
    }
    return widgets::choice(label, is_chosen);
}

bool holds(const Document& list, const std::string& key) {
    return list.is_array() && std::find(list.begin(), list.end(), Document(key)) != list.end();
}

// An empty list says nothing, so it is not written.
void toggle(Document& object, const std::string& member, const std::string& key) {
    Document list = object.value(member, Document::array());
    if (holds(list, key))
        list.erase(std::find(list.begin(), list.end(), Document(key)));
    else
        list.push_back(key);
    if (list.empty())
        object.erase(member);
    else
        object[member] = list;
}

std::vector<const Document*> parts_in(const Document& document, const char* list) {
    std::vector<const Document*> parts;
    const auto found = document.find(list);
    if (found == document.end() || !found->is_array()) return parts;
    for (const Document& part : *found)
        if (part.is_object()) parts.push_back(&part);
    return parts;
}

}  // namespace

void draw_colour(Form& form, const Field& field, float width) {
    std::string now = text_in(*form.object, field.member);
    field_name(_(field.label));
    const float from = ImGui::GetCursorPosX();
    for (const char* each : kPalette) {
        if (each != kPalette.front()) ImGui::SameLine(0, theme::grid(0.5F));
        ImGui::PushID(each);
        if (swatch(each, now == each)) set_text(form, field, each);
        ImGui::PopID();
    }
    ImGui::SameLine(0, theme::grid(1));
    prepare_input(form, form.pointer + "/" + field.member);
    ImGui::SetNextItemWidth(std::max(theme::px(80), std::min(theme::px(110), from + width - ImGui::GetCursorPosX())));
    if (ImGui::InputText("##free", &now)) set_text(form, field, now);
    widgets::note_last_item(_(field.label));
}

void draw_pad_key(Form& form, const Field& field, float width) {
    std::string text = text_in(*form.object, field.member);
    field_name(_(field.label));
    prepare_input(form, form.pointer + "/" + field.member);
    ImGui::SetNextItemWidth(theme::px(56));
    constexpr auto kFlags =
        ImGuiInputTextFlags_CharsUppercase | ImGuiInputTextFlags_CharsNoBlank | ImGuiInputTextFlags_AutoSelectAll;
    if (ImGui::InputText("##key", &text, kFlags)) set_text(form, field, text);
    widgets::note_last_item(_(field.label));
    ImGui::SameLine();
    ImGui::TextDisabled("%s", _("a letter or a digit"));
    const std::string key = text_in(*form.object, field.member);
    Document* other = key.empty() ? nullptr : code_with_key(form, key);
    if (other == nullptr) return;
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    ImGui::TextUnformatted(
        fmt::format(fmt::runtime(_("{} already does “{}”.")), key, words_in(*other, "label")).c_str());
    ImGui::PopTextWrapPos();
    if (!widgets::link_button(_("Use it here instead"))) return;
    other->erase(field.member);
    changed(form);
}

void draw_one_key(Form& form, const Field& field, float width) {
    const std::string now = text_in(*form.object, field.member);
    std::vector<std::string> keys = {""}, labels = {_("nothing")};
    for (const char* list : field.from) {
        for (const Document* part : parts_in(form.document, list)) {
            if (part == form.object) continue;
            keys.push_back(text_in(*part, "key"));
            labels.push_back(words_in(*part, "label"));
        }
    }
    const auto found = std::find(keys.begin(), keys.end(), now);
    field_name(_(field.label));
    ImGui::SetNextItemWidth(width);
    const std::string shown = found == keys.end() ? now : labels[static_cast<std::size_t>(found - keys.begin())];
    const bool is_open = ImGui::BeginCombo("##one", shown.c_str());
    widgets::note_last_item(_(field.label));
    if (!is_open) return;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::Selectable(labels[i].c_str(), keys[i] == now)) set_text(form, field, keys[i]);
        widgets::note_last_item(labels[i].c_str());
        ImGui::PopID();
    }
    ImGui::EndCombo();
}

void draw_keys(Form& form, const Field& field) {
    const Document now = form.object->value(field.member, Document::array());
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    field_name(_(field.label));
    std::vector<std::string> known;
    for (const char* list : field.from) {
        for (const Document* part : parts_in(form.document, list)) {
            const std::string key = text_in(*part, "key");
            ImGui::PushID(key.c_str());
            if (toggle_in_line(words_in(*part, "label").c_str(), holds(now, key), known.empty(), right)) {
                toggle(*form.object, field.member, key);
                changed(form);
            }
            ImGui::PopID();
            known.push_back(key);
        }
    }
    // What refers to nothing can still be seen, and taken out.
    for (const Document& key : now) {
        if (!key.is_string() || std::find(known.begin(), known.end(), key.get<std::string>()) != known.end()) continue;
        const std::string text = key.get<std::string>();
        ImGui::PushID(text.c_str());
        if (toggle_in_line((text + " ?").c_str(), true, known.empty(), right)) {
            toggle(*form.object, field.member, text);
            changed(form);
        }
        ImGui::PopID();
        known.push_back(text);
    }
    if (known.empty()) ImGui::TextDisabled("%s", _("There are none in this codebook yet."));
}

void draw_conditions(Form& form, const Field& field) {
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    Document where = form.object->value(field.member, Document::object());
    field_name(_(field.label));
    bool is_touched = false;
    for (const Document* attribute : parts_in(form.document, "attributes")) {
        const std::string key = text_in(*attribute, "key");
        ImGui::PushID(key.c_str());
        ImGui::TextUnformatted(words_in(*attribute, "label").c_str());
        bool is_first = true;
        for (const Document* value : parts_in(*attribute, "values")) {
            const std::string text = text_in(*value, "value");
            const std::string label = words_in(*value, "label");
            ImGui::PushID(text.c_str());
            const bool is_chosen = holds(where.value(key, Document::array()), text);
            if (toggle_in_line(label.empty() ? text.c_str() : label.c_str(), is_chosen, is_first, right)) {
                toggle(where, key, text);
                is_touched = true;
            }
            is_first = false;
            ImGui::PopID();
        }
        ImGui::PopID();
    }
    if (parts_in(form.document, "attributes").empty())
        ImGui::TextDisabled("%s", _("There are no attributes in this codebook yet."));
    if (!is_touched) return;
    if (where.empty())
        form.object->erase(field.member);
    else
        (*form.object)[field.member] = where;
    changed(form);
}

}  // namespace app
