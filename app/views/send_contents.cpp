// Sending: what goes along, and until when it opens.
#include "app/coding_names.h"
#include "app/size_text.h"
#include "app/theme.h"
#include "app/views/send_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>
#include <set>
#include <tuple>

namespace app {

namespace {

using library::PackedMedia;

void tick(const char* label, const base::Id& id, const std::set<base::Id>& chosen,
          std::set<base::Id> SendChoice::*which, const SendDesk& desk, Actions& actions) {
    bool goes = chosen.contains(id);
    const float room = ImGui::GetContentRegionAvail().x - ImGui::GetFrameHeight() - theme::grid(1);
    ImGui::PushID(id.text.c_str());
    if (ImGui::Checkbox(widgets::fitted(label, room).c_str(), &goes)) {
        SendChoice changed = desk.choice;
        if (goes)
            (changed.*which).insert(id);
        else
            (changed.*which).erase(id);
        actions.push_back(ChangeSending{changed});
    }
    ImGui::PopID();
    widgets::note_last_item(label);
}

void draw_clips(const SendDesk& desk, Actions& actions) {
    ImGui::Indent(ImGui::GetFrameHeight());
    for (const codes::Clip& clip : desk.clips) {
        const std::string label =
            base::to_short_text(clip.span.from) + "  " + (clip.title.empty() ? _("clip without a title") : clip.title);
        tick(label.c_str(), clip.id, desk.choice.clips, &SendChoice::clips, desk, actions);
    }
    ImGui::Unindent(ImGui::GetFrameHeight());
}

void draw_recording(const SendDesk& desk, Actions& actions) {
    widgets::section(_("The recording"));
    const std::string whole = desk.recording_bytes == 0
                                  ? std::string(_("all of it"))
                                  : fmt::format(fmt::runtime(_("all of it, {}")),
                                                size_text(static_cast<std::uintmax_t>(desk.recording_bytes)));
    const std::tuple<PackedMedia, std::string, bool> ways[] = {
        {PackedMedia::None, _("nothing of it"), true},
        {PackedMedia::Clips, _("only clips, cut out anew"), desk.recording_bytes > 0 && !desk.clips.empty()},
        {PackedMedia::Whole, whole, desk.recording_bytes > 0}};
    for (const auto& [media, name, is_possible] : ways) {
        ImGui::BeginDisabled(!is_possible);
        if (ImGui::RadioButton(name.c_str(), desk.media() == media)) {
            SendChoice changed = desk.choice;
            changed.media = media;
            actions.push_back(ChangeSending{changed});
        }
        widgets::note_last_item(library::name_of(media));
        ImGui::EndDisabled();
        if (media == PackedMedia::Clips && desk.media() == media) draw_clips(desk, actions);
    }
    if (!desk.why_usual.empty() && desk.media() == desk.usual_media) widgets::hint(desk.why_usual.c_str());
}

void draw_voices(SendChoice& choice) {
    int way = choice.masked ? (*choice.masked == media::VoiceMask::Way::Mute ? 1 : 2) : 0;
    if (widgets::drop_down(_("Voices"), way,
                           {_("as they are"), _("silent"), _("lower or higher, not recognised by ear")}))
        choice.masked = way == 0   ? std::nullopt
                        : way == 1 ? std::optional(media::VoiceMask::Way::Mute)
                                   : std::optional(media::VoiceMask::Way::Shift);
    if (!choice.masked) return;
    int channel = choice.masked_channel ? *choice.masked_channel + 1 : 0;
    if (widgets::drop_down(_("Whose"), channel, {_("everybody's"), _("channel 1 only"), _("channel 2 only")}))
        choice.masked_channel = channel == 0 ? std::nullopt : std::optional(channel - 1);
}

void draw_hiding(const SendDesk& desk, SendState& state, Actions& actions) {
    SendChoice choice = desk.choice;
    const bool hides = choice.masked || choice.blurs || !choice.beeps.empty() || !choice.names.empty();
    if (!state.hides && !hides) {
        if (widgets::link_button(_("Hide voices, the picture or names\xe2\x80\xa6"))) state.hides = true;
        return;
    }
    widgets::section(_("Hidden"));
    if (desk.media() != PackedMedia::None) {
        ImGui::Checkbox(_("Blur the picture"), &choice.blurs);
        widgets::note_last_item(_("Blur the picture"));
        draw_voices(choice);
        widgets::text_field(_("Beep over these stretches"), choice.beeps, "1:05-1:20, 2:10-2:12");
    }
    widgets::text_field(_("Names that others take the place of, in all that was written"), choice.names,
                        _("separated by commas"));
    if (!choice.names.empty()) widgets::hint(_("Reports stay here: names in them cannot be replaced."));
    if (choice != desk.choice) actions.push_back(ChangeSending{choice});
}

void draw_codings(const Model& model, const SendDesk& desk, Actions& actions) {
    widgets::section(_("Codings"));
    if (desk.codings.empty()) widgets::hint(_("There are none that are meant for others."));
    for (const library::CodingSummary& coding : desk.codings)
        tick((coding.coder + " \xc2\xb7 " + codebook_text(model, coding)).c_str(), coding.id, desk.choice.codings,
             &SendChoice::codings, desk, actions);
    widgets::hint(_("With them go the transcript, clips and what was said about them, goals and issued reports."));
}

void draw_until(const SendDesk& desk, Actions& actions) {
    SendChoice changed = desk.choice;
    if (widgets::text_field(_("Can be opened until, that day included"), changed.until, _("without an end")))
        actions.push_back(ChangeSending{changed});
}

}  // namespace

void draw_contents(const Model& model, const SendDesk& desk, SendState& state, Actions& actions) {
    draw_recording(desk, actions);
    ImGui::Dummy({0, theme::grid(0.5F)});
    draw_codings(model, desk, actions);
    ImGui::Dummy({0, theme::grid(0.5F)});
    draw_until(desk, actions);
    ImGui::Dummy({0, theme::grid(0.5F)});
    draw_hiding(desk, state, actions);
}

}  // namespace app
