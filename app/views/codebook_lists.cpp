// Fields that hold several: anchors of a rating, examples, rows of smaller forms.
#include "app/theme.h"
#include "app/views/codebook_form.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

constexpr int kMostAnchors = 21;

enum class RowFate { Stays, Goes, Rises };

RowFate row_buttons(std::size_t at) {
    RowFate fate = RowFate::Stays;
    const std::string up = fmt::format(fmt::runtime(_("Row {} up")), at + 1);
    const std::string out = fmt::format(fmt::runtime(_("Take row {} out")), at + 1);
    if (widgets::icon_button(widgets::icon::kArrowUp, up.c_str(),
                             at > 0 ? widgets::Enabled::Yes : widgets::Enabled::No))
        fate = RowFate::Rises;
    ImGui::SameLine(0, 0);
    if (widgets::icon_button(widgets::icon::kTrash, out.c_str())) fate = RowFate::Goes;
    return fate;
}

void carry_out(Form& form, Document& list, std::size_t at, RowFate fate) {
    if (fate == RowFate::Stays) return;
    if (fate == RowFate::Goes)
        list.erase(at);
    else
        std::swap(list[at], list[at - 1]);
    changed(form);
}

float buttons_width() {
    return 2 * ImGui::GetFrameHeight() + theme::grid(1);
}

bool is_empty(const Document& words) {
    return words.value("en", "").empty() && words.value("nl", "").empty();
}

// As a row of this kind begins, with a key of its own where it needs one.
Document new_row(const Document& list, const Field& field) {
    Document row = Document::object();
    for (const Field& member : field.row) {
        if (!member.is_required) continue;
        if (member.kind == FieldKind::Words)
            row[member.member] = {{"en", ""}};
        else
            row[member.member] =
                fmt::format("{}{}", member.member == std::string_view("key") ? "step_" : "", list.size() + 1);
    }
    return row;
}

}  // namespace

void draw_anchors(Form& form, const Field& field, float width) {
    Document anchors = form.object->value(field.member, Document::object());
    const int from = form.object->value("minimum", 1), to = form.object->value("maximum", 5);
    field_name(_(field.label));
    if (to < from || to - from >= kMostAnchors) return widgets::hint(_("This scale has too many values for anchors."));
    const float number = theme::px(32);
    bool is_touched = false;
    for (int value = from; value <= to; ++value) {
        const std::string name = std::to_string(value);
        Document words = anchors.value(name, Document::object());
        const Document before = words;
        ImGui::PushID(value);
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(name.c_str());
        ImGui::SameLine(number);
        words_input(form, fmt::format("{} {}", _(field.label), value), words, width - number);
        ImGui::PopID();
        if (words == before) continue;
        is_touched = true;
        if (is_empty(words))
            anchors.erase(name);
        else
            anchors[name] = words;
    }
    if (!is_touched) return;
    if (anchors.empty())
        form.object->erase(field.member);
    else
        (*form.object)[field.member] = anchors;
    changed(form);
}

void draw_list_of_words(Form& form, const Field& field, float width) {
    Document list = form.object->value(field.member, Document::array());
    const Document before = list;
    field_name(_(field.label));
    for (std::size_t i = 0; i < list.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        words_input(form, fmt::format("{} {}", _(field.label), i + 1), list[i], width - buttons_width());
        ImGui::SameLine(0, theme::grid(0.5F));
        const RowFate fate = row_buttons(i);
        carry_out(form, list, i, fate);
        ImGui::PopID();
        if (fate != RowFate::Stays) break;
    }
    if (widgets::link_button(fmt::format(fmt::runtime(_("Add: {}")), _(field.label)).c_str()))
        list.push_back({{"en", ""}});
    if (list == before) return;
    if (list.empty())
        form.object->erase(field.member);
    else
        (*form.object)[field.member] = list;
    changed(form);
}

void draw_rows(Form& form, const Field& field) {
    Document& list = (*form.object)[field.member];
    if (!list.is_array()) list = Document::array();
    ImGui::PushFont(theme::semibold());
    ImGui::TextUnformatted(_(field.label));
    ImGui::PopFont();
    const std::string place = form.pointer + "/" + field.member;
    for (std::size_t i = 0; i < list.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const RowFate fate = row_buttons(i);
        ImGui::SameLine(0, theme::grid(1));
        ImGui::BeginGroup();
        Form row{form.document, &list[i],  fmt::format("{}/{}", place, i),
                 form.state,    form.open, fmt::format(" {}", i + 1)};
        draw_form(row, field.row);
        ImGui::EndGroup();
        form.is_changed |= row.is_changed;
        carry_out(form, list, i, fate);
        ImGui::PopID();
        if (fate != RowFate::Stays) break;
    }
    if (widgets::link_button(fmt::format(fmt::runtime(_("Add: {}")), _(field.label)).c_str())) {
        list.push_back(new_row(list, field));
        changed(form);
    }
    if (form.state.reading.mistake && form.state.reading.mistake->pointer == place)
        say_mistake(form, place, ImGui::GetContentRegionAvail().x);
}

void words_input(Form& form, const std::string& label, Document& words, float width) {
    const float gap = theme::grid(1), half = std::floor((width - gap) / 2);
    for (const auto& [language, name] : {std::pair("en", "English"), std::pair("nl", "Nederlands")}) {
        std::string text = words.value(language, "");
        if (language == std::string_view("nl")) ImGui::SameLine(0, gap);
        ImGui::SetNextItemWidth(half);
        ImGui::PushID(language);
        if (ImGui::InputTextWithHint("##words", name, &text)) {
            words[language] = text;
            if (text.empty() && language == std::string_view("nl")) words.erase("nl");
            changed(form);
        }
        widgets::note_last_item(fmt::format("{} ({})", label, name).c_str());
        ImGui::PopID();
    }
}

}  // namespace app
