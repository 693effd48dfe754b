// Sending: the last look before anything is written.
#include "app/parcel_words.h"
#include "app/size_text.h"
#include "app/theme.h"
#include "app/views/send_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {

namespace {

std::string readers_of_it(const SendDesk& desk) {
    std::string readers = desk.readers->passphrase ? _("whoever knows the passphrase") : "";
    for (const library::Person& person : desk.readers->people)
        readers += fmt::format("{}{} ({})", readers.empty() ? "" : "\n", person.name,
                               packages::fingerprint_words(packages::card_of(person)));
    return readers;
}

// Clips get their size when they are cut.
std::string size_of_it(const SendDesk& desk) {
    const packages::Parcel& parcel = *desk.parcel;
    std::uint64_t bytes = 0;
    for (const packages::Blob& blob : parcel.manifest.blobs) bytes += blob.length;
    if (!parcel.recordings.empty()) bytes += static_cast<std::uint64_t>(desk.recording_bytes);
    const std::string text = size_text(bytes);
    return parcel.excerpts.empty() ? text : fmt::format(fmt::runtime(_("{}, and what the clips come to")), text);
}

}  // namespace

bool draw_last_look(const SendDesk& desk, SendState& state) {
    const packages::Manifest& manifest = desk.parcel->manifest;
    if (begin_facts("##parcel")) {
        draw_fact(_("Readers"), readers_of_it(desk));
        draw_fact(_("About"), desk.title);
        draw_fact(_("With"), things_in_words(*desk.parcel));
        if (const std::string hidden = hidden_in_words(choice_of(desk)); !hidden.empty())
            draw_fact(_("Hidden"), hidden);
        draw_fact(_("Until"),
                  manifest.until ? base::to_iso8601(*manifest.until).substr(0, 10) : std::string(_("no end")));
        draw_fact(_("Size"), size_of_it(desk));
        end_facts();
    }
    if (desk.parcel->leaks.empty()) return true;
    widgets::section(_("This may still name someone"));
    const float line = ImGui::GetTextLineHeightWithSpacing();
    const auto lines = static_cast<float>(std::min<std::size_t>(desk.parcel->leaks.size(), 7));
    ImGui::BeginChild("##leaks", {0, line * lines + theme::grid(0.5F)}, false, ImGuiWindowFlags_NavFlattened);
    for (const packages::Leak& leak : desk.parcel->leaks) draw_wrapped(leak_in_words(leak));
    ImGui::EndChild();
    ImGui::Checkbox(_("I looked at these; they may be read"), &state.may_name);
    widgets::note_last_item(_("I looked at these; they may be read"));
    return state.may_name;
}

}  // namespace app
