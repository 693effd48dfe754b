// Which code of the one was taken to be the same moment as which code of the other: all that the numbers rest on.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/agreement_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

void draw_code(const AgreementDesk& desk, const std::optional<codes::Event>& event) {
    ImGui::TableNextColumn();
    if (event)
        ImGui::TextDisabled("%s", clock_text(event->at).c_str());
    else
        ImGui::TextDisabled("%s", "–");
    ImGui::TableNextColumn();
    if (!event) return ImGui::TextDisabled("%s", _("nothing"));
    const codes::Code* code = desk.codebook.find(event->code);
    const std::string name = code != nullptr ? code->label.in(base::language()) : event->code;
    ImGui::TextUnformatted(widgets::fitted(name, ImGui::GetContentRegionAvail().x).c_str());
}

// How far apart the two begin, and whether they are the same.
std::string outcome(const PairedCodes& pair) {
    if (!pair.first || !pair.second) return _("alone");
    const double apart = std::abs((pair.second->at - pair.first->at).seconds());
    const char* what = pair.first->code == pair.second->code ? _("the same, {} s apart") : _("another, {} s apart");
    return fmt::format(fmt::runtime(what), base::number(base::language(), apart, 1));
}

}  // namespace

void draw_pairs(const AgreementDesk& desk) {
    constexpr ImGuiTableFlags kTable = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp;
    if (!ImGui::BeginTable("pairs", 5, kTable)) return;
    for (const std::string& title : {std::string(), first_name(desk), std::string(), second_name(desk), std::string()})
        ImGui::TableSetupColumn(title.c_str());
    ImGui::TableHeadersRow();
    for (const PairedCodes& pair : desk.pairs) {
        ImGui::TableNextRow();
        draw_code(desk, pair.first);
        draw_code(desk, pair.second);
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(outcome(pair).c_str());
    }
    ImGui::EndTable();
    widgets::note_last_item("pairs");
}

}  // namespace app
