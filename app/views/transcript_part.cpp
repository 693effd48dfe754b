#include "app/theme.h"
#include "app/views/library_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {

namespace {

int index_of(const std::vector<std::string>& speakers, const std::string& name) {
    const auto found = std::find(speakers.begin(), speakers.end(), name);
    return name.empty() || found == speakers.end() ? 0 : static_cast<int>(found - speakers.begin()) + 1;
}

}  // namespace

// Who of the transcript's speakers is who: two drop-downs.
void draw_transcript_part(const Model& model, const ConversationCard& card, Actions& actions) {
    const Details& details = model.details;
    if (details.conversation != card.conversation.id) return;
    if (details.turns == 0) {
        widgets::hint(_("None yet. Drop a transcript here (.vtt, .srt, .json or .txt), or choose one."));
    } else {
        const std::string count = fmt::format(fmt::runtime(base::translate(base::language(), "{} turn", "{} turns",
                                                                           static_cast<unsigned long>(details.turns))),
                                              details.turns);
        ImGui::TextUnformatted(count.c_str());
    }
    if (!details.speakers.empty()) {
        std::vector<std::string> choices = {_("nobody")};
        choices.insert(choices.end(), details.speakers.begin(), details.speakers.end());
        int professional = index_of(details.speakers, details.professional);
        int client = index_of(details.speakers, details.client);
        const bool changed_professional = widgets::drop_down(_("The professional is"), professional, choices);
        const bool changed_client = widgets::drop_down(_("The client is"), client, choices);
        if (changed_professional && client == professional) client = 0;
        if (changed_client && client == professional) professional = 0;
        // With two speakers, naming one names the other.
        const bool only_two = details.speakers.size() == 2;
        if (only_two && changed_professional && professional > 0 && client == 0) client = 3 - professional;
        if (only_two && changed_client && client > 0 && professional == 0) professional = 3 - client;
        const auto name = [&](int index) {
            return index == 0 ? std::string() : details.speakers[static_cast<std::size_t>(index - 1)];
        };
        if (changed_professional || changed_client) {
            NameSpeakers named{card.conversation.id, {}};
            if (professional > 0) named.roles[name(professional)] = talk::Role::Professional;
            if (client > 0) named.roles[name(client)] = talk::Role::Client;
            actions.push_back(named);
        }
    }
    if (widgets::link_button(details.turns == 0 ? _("Add a transcript\xe2\x80\xa6")
                                                : _("Replace the transcript\xe2\x80\xa6")))
        actions.push_back(AttachTranscript{card.conversation.id, ""});
}

}  // namespace app
