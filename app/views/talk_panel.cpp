// How the talk went: each measure of both sides with its definition, and, before that, how turns come to be known.
#include "analysis/counted.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "talk/talk_measures.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <vector>

namespace app {
namespace {

bool has_roles(const std::vector<talk::Turn>& turns) {
    return std::any_of(turns.begin(), turns.end(), [](const auto& turn) { return turn.role != talk::Role::Unknown; });
}

const char* words_for(talk::TurnSource source) {
    switch (source) {
        case talk::TurnSource::Speech:
            return _("Turns: from speech in each channel or recording. Breaths and echoes are left out.");
        case talk::TurnSource::Marked:
            return _("Turns: marked by hand.");
        case talk::TurnSource::Transcript:
        case talk::TurnSource::None:
            break;
    }
    return _("Turns: from the transcript.");
}

// Who is the professional, once for the conversation. With two speakers the other is the client.
void draw_who_is_who(const OpenConversationState& open, Actions& actions) {
    const std::vector<std::string> speakers = talk::speakers(open.turns);
    widgets::hint(_("Who is the professional? Listen, and see on the timeline who speaks."));
    for (const std::string& name : speakers) {
        if (widgets::secondary_button(name.c_str())) {
            std::map<std::string, talk::Role> roles = {{name, talk::Role::Professional}};
            if (speakers.size() == 2)
                for (const std::string& other : speakers) roles.emplace(other, talk::Role::Client);
            actions.push_back(NameSpeakers{open.conversation.id, roles});
        }
        ImGui::SameLine(0, theme::grid(1));
    }
    ImGui::NewLine();
    if (speakers.size() > 2)
        widgets::hint(_("With more than two speakers, the client is named on the Library screen."));
}

struct TalkRow {
    std::string name;
    std::string professional;
    std::string client;  // both in one where this is empty
    std::string definition;
};

std::string percent(const std::optional<double>& part) {
    return part ? base::number(base::language(), *part * 100, 0) + " %" : _("n/a");
}

std::optional<double> rest(const std::optional<double>& part) {
    return part ? std::optional(1 - *part) : std::nullopt;
}

std::string seconds_text(const std::optional<base::Time>& time) {
    return time ? base::number(base::language(), time->seconds(), 1) + " s" : _("n/a");
}

std::string count(const std::optional<int>& value) {
    return value ? std::to_string(*value) : _("n/a");
}

std::string thirds(const talk::TalkMeasures& talk, bool of_client) {
    std::string text;
    for (const auto& third : talk.thirds) text += (text.empty() ? "" : "  ") + percent(of_client ? rest(third) : third);
    return text;
}

std::optional<double> part_of_time(const talk::TalkMeasures& talk, base::Time speech) {
    if (!talk.share_of_time) return {};
    return speech.seconds() / talk.span.length().seconds();
}

TalkRow questions(const OpenConversationState& open) {
    const auto of = [&](codes::Side side) {
        const auto found = analysis::questions_per_minute(open.codebook, open.coding, side, duration_of(open));
        return found ? base::number(base::language(), *found, 1) : _("n/a");
    };
    return {_("Questions per minute"), of(codes::Side::Professional), of(codes::Side::Client),
            _("Codes that ask something, over the minutes that are coded.")};
}

std::vector<TalkRow> rows_of(const OpenConversationState& open, const talk::TalkMeasures& talk) {
    const talk::SideMeasures &p = talk.professional, &c = talk.client;
    return {
        {_("Talk share"), percent(talk.share), percent(rest(talk.share)),
         _("Part of all speech; silence is left out, speaking together counts for both.")},
        {_("Of all time"), percent(talk.share_of_time), percent(part_of_time(talk, c.speech)),
         _("Part of the conversation, silence included.")},
        {_("Share by thirds"), thirds(talk, false), thirds(talk, true),
         _("Talk share in the first, second and last third.")},
        {_("Words"), count(p.words), count(c.words), _("Only where a transcript has them.")},
        {_("Turns"), count(p.turns), count(c.turns),
         _("All that one says until the other says something; “hm” and “ja” meanwhile end no turn.")},
        {_("Median turn"), seconds_text(p.median_turn), seconds_text(c.median_turn),
         _("Speech in a turn, pauses left out.")},
        {_("Longest turn"), seconds_text(p.longest_turn), seconds_text(c.longest_turn), _("Likewise.")},
        {_("Response time"), seconds_text(p.latency), seconds_text(c.latency),
         _("From the end of the other's turn, median; below 0: before that end.")},
        {_("Silences ended"), count(p.silences_ended), count(c.silences_ended),
         fmt::format(fmt::runtime(_("Of the {} in which nobody spoke for 3 s or more: who spoke first.")),
                     talk.long_silences)},
        {_("Overlaps"), count(p.overlaps), count(c.overlaps),
         _("Began more than 0.25 s before the other's end; “hm” meanwhile is left out.")},
        {_("Interruptions"), count(p.interruptions), count(c.interruptions),
         _("Overlaps after which the other stopped first.")},
        questions(open),
    };
}

void draw_row(const TalkRow& row) {
    ImGui::TableNextRow();
    for (const std::string* text : {&row.name, &row.professional, &row.client, &row.definition}) {
        ImGui::TableNextColumn();
        const bool is_definition = text == &row.definition;
        if (is_definition) ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
        ImGui::TextWrapped("%s", text->c_str());
        if (is_definition) ImGui::PopStyleColor();
    }
}

void draw_measures(const OpenConversationState& open, const talk::TalkMeasures& talk) {
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {theme::grid(1), theme::px(3)});
    if (ImGui::BeginTable("talk", 4, ImGuiTableFlags_ScrollY, {ImGui::GetContentRegionAvail().x - theme::grid(1), 0})) {
        ImGui::TableSetupScrollFreeze(0, 1);
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, theme::px(130));
        ImGui::TableSetupColumn(side_name(codes::Side::Professional), ImGuiTableColumnFlags_WidthFixed, theme::px(130));
        ImGui::TableSetupColumn(side_name(codes::Side::Client), ImGuiTableColumnFlags_WidthFixed, theme::px(130));
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch);
        ImGui::TableHeadersRow();
        for (const TalkRow& row : rows_of(open, talk)) draw_row(row);
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
}

}  // namespace

void draw_turns_offer(const OpenConversationState& open, Actions& actions) {
    if (open.speech_job) {
        widgets::hint(fmt::format(fmt::runtime(_("Listening for who speaks when: {} %")),
                                  static_cast<int>(open.speech_job->progress() * 100))
                          .c_str());
        if (widgets::secondary_button(_("Cancel"))) actions.push_back(CancelFindingTurns{});
        return;
    }
    widgets::hint(_(
        "Who speaks when is not known yet. Where each channel, or each person's own recording, has one speaker, speech "
        "itself tells. Otherwise add a transcript on the Library screen."));
    if (widgets::secondary_button(_("Find turns by speech")))
        actions.push_back(FindTurnsBySpeech{open.conversation.id});
}

void draw_talk(const Model& model, CodeScreenState&, Actions& actions) {
    const OpenConversationState& open = *model.open;
    ImGui::SetCursorPosX(theme::grid(2));
    ImGui::BeginGroup();
    if (open.turns.empty() || open.speech_job) {
        draw_turns_offer(open, actions);
    } else {
        widgets::hint(words_for(open.turn_source));
        if (!has_roles(open.turns)) draw_who_is_who(open, actions);
        const base::Span whole{base::Time{}, duration_of(open)};
        const auto talk = talk::talk_measures(open.turns, open.coding.segment ? open.coding.segment->span : whole);
        if (talk) draw_measures(open, *talk);
    }
    ImGui::EndGroup();
}

}  // namespace app
