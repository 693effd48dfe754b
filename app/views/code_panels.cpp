#include "app/views/code_panels.h"

#include "base/i18n.h"
#include "base/text.h"
#include "talk/words.h"

#include <algorithm>
#include <imgui_internal.h>

namespace app {

std::string label_of(const codes::Codebook& codebook, const std::string& code) {
    const codes::Code* found = codebook.find(code);
    return found ? found->label.in(base::language()) : code;
}

std::string short_label_of(const codes::Codebook& codebook, const std::string& code) {
    const codes::Code* found = codebook.find(code);
    if (!found) return code;
    const std::string& text = found->short_label.in(base::language());
    return text.empty() ? found->label.in(base::language()) : text;
}

codes::Colour colour_of(const codes::Codebook& codebook, const std::string& code) {
    const codes::Code* found = codebook.find(code);
    return found ? found->colour : codes::Colour{128, 128, 128};
}

const char* side_name(codes::Side side) {
    return side == codes::Side::Professional ? _("Professional") : _("Client");
}

bool is_selected(const OpenConversationState& open, const base::Id& event) {
    return std::find(open.selected.begin(), open.selected.end(), event) != open.selected.end();
}

std::vector<base::Id> clicked_selection(const OpenConversationState& open, const base::Id& event,
                                        const base::Id& last_clicked) {
    const ImGuiIO& io = ImGui::GetIO();
    std::vector<base::Id> selected = open.selected;
    if (io.KeyCtrl) {
        if (std::erase(selected, event) == 0) selected.push_back(event);
        return selected;
    }
    if (!io.KeyShift || !last_clicked) return {event};
    const auto& events = open.coding.events;
    const auto place = [&](const base::Id& id) {
        return std::find_if(events.begin(), events.end(), [&](const codes::Event& one) { return one.id == id; });
    };
    auto [from, to] = std::minmax({place(last_clicked), place(event)});
    if (to == events.end()) return {event};
    selected.clear();
    for (auto one = from; one <= to; ++one) selected.push_back(one->id);
    return selected;
}

std::string short_value(const codes::Attribute& attribute, const std::string& value) {
    const auto place = std::find(attribute.values.begin(), attribute.values.end(), value) - attribute.values.begin();
    if (static_cast<std::size_t>(place) >= attribute.value_labels.size()) return value;
    const std::string& label = attribute.value_labels[static_cast<std::size_t>(place)].in(base::language());
    return label.substr(0, label.find(": "));
}

std::string details_text(const codes::Codebook& codebook, const codes::Event& event) {
    std::string text;
    for (const codes::Attribute& attribute : codebook.attributes) {
        const auto value = event.attributes.find(attribute.key);
        if (value == event.attributes.end()) continue;
        text += (text.empty() ? "" : " · ") + attribute.label.in(base::language()) + " " +
                short_value(attribute, value->second);
    }
    return text;
}

std::string quote_at(const OpenConversationState& open, base::Span span, talk::Role role) {
    constexpr std::size_t kLongest = 240;
    return base::shortened(talk::words_at(open.turns, span, role), kLongest);
}

std::string quote_of(const OpenConversationState& open, const codes::Event& event) {
    const auto role = event.speaker == codes::Side::Client ? talk::Role::Client : talk::Role::Professional;
    return quote_at(open, {event.at, event.end.value_or(event.at)}, role);
}

void follow_row(FollowedList& list, std::ptrdiff_t row, float row_height) {
    // What was never drawn has no height yet and cannot be scrolled.
    if (row == list.row || row < 0 || list.height_px <= 0) return;
    list.row = row;
    const float top = static_cast<float>(row) * row_height;
    const float room = list.height_px - 2 * row_height;  // the header stays
    if (top < list.scroll_px || top > list.scroll_px + room - row_height)
        ImGui::SetNextWindowScroll({-1, std::max(0.0F, top - std::max(0.0F, room) / 3)});
}

void remember_scroll(FollowedList& list) {
    list.scroll_px = ImGui::GetScrollY();
    list.height_px = ImGui::GetWindowHeight();
}

const KeptCounts& counts_of(const OpenConversationState& open, KeptCounts& kept) {
    if (kept.coding == open.coding.id && kept.serial == open.coding_serial) return kept;
    kept = {open.coding.id, open.coding_serial, {}};
    for (const codes::Event& event : open.coding.events)
        if (codes::is_in_segment(open.coding, event.at)) ++kept.by_code[event.code];
    return kept;
}

}  // namespace app
