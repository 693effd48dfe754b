// Asked once per conversation: who of the speakers that the transcript names is the professional, and who the client?
#include "app/theme.h"
#include "app/views/transcript_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace app {
namespace {

constexpr std::array kRoles = {talk::Role::Professional, talk::Role::Client, talk::Role::Unknown};
constexpr std::size_t kFirstWords = 140;  // characters

// What someone says first is often no more than a greeting, so several turns are put in a row.
void add_words(std::string& words, const std::string& text) {
    if (words.size() < kFirstWords) words += (words.empty() ? "" : " … ") + text;
}

std::vector<NamedSpeaker> named_speakers(const std::vector<talk::Turn>& turns) {
    std::vector<NamedSpeaker> speakers;
    for (const std::string& name : talk::speakers(turns)) speakers.push_back({name, {}, 0, {}});
    for (const talk::Turn& turn : turns) {
        const auto speaker = std::find_if(speakers.begin(), speakers.end(),
                                          [&](const NamedSpeaker& each) { return each.name == turn.speaker; });
        if (speaker == speakers.end()) continue;
        ++speaker->turns;
        if (!turn.text.empty()) add_words(speaker->first_words, turn.text);
    }
    for (NamedSpeaker& speaker : speakers) speaker.first_words = base::shortened(speaker.first_words, kFirstWords);
    return speakers;
}

void draw_speaker(SpeakersQuestion& question, std::size_t row, bool has_keys) {
    const NamedSpeaker& speaker = question.speakers[row];
    const theme::Palette& p = theme::palette();
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetTextLineHeight() * 2 + theme::grid(1);
    const float width = ImGui::GetContentRegionAvail().x - theme::grid(2);
    const float choices = theme::px(330);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (has_keys && row == question.row) list.AddRect(from, {from.x + width, from.y + height}, p.accent, theme::px(4));
    const std::string count = fmt::format(fmt::runtime(base::translate(base::language(), "{} turn", "{} turns",
                                                                       static_cast<unsigned long>(speaker.turns))),
                                          speaker.turns);
    const float left = from.x + theme::grid(1), room = width - choices - theme::grid(3);
    const float y = from.y + theme::grid(0.5F);
    ImGui::PushFont(theme::semibold());
    const std::string name = widgets::fitted(speaker.name, room);
    list.AddText({left, y}, p.ink, name.c_str());
    const float used = ImGui::CalcTextSize(name.c_str()).x + theme::grid(1);
    ImGui::PopFont();
    list.AddText({left + used, y}, p.muted, count.c_str());
    list.AddText({left, y + ImGui::GetTextLineHeight()}, p.muted, widgets::fitted(speaker.first_words, room).c_str());
    ImGui::PushID(speaker.name.c_str());
    float x = from.x + width - choices;
    for (const talk::Role role : kRoles) {
        const std::string label = fmt::format("{}##{}", role_name(role), speaker.name);
        ImGui::SetCursorScreenPos({x, from.y + theme::grid(0.5F)});
        if (widgets::choice(label.c_str(), speaker.role == role)) {
            question.row = row;
            answer(question, row, role);
        }
        x += ImGui::GetItemRectSize().x + theme::grid(0.5F);
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos({from.x, from.y + height});
    ImGui::Dummy({1, 1});
}

}  // namespace

bool asks_who_speaks(const OpenConversationState& open, TranscriptState& state) {
    SpeakersQuestion& question = state.question;
    if (question.is_postponed) return false;
    if (question.serial == open.turns_serial) return question.is_asked;
    question = {};
    question.serial = open.turns_serial;
    const bool is_answered = std::any_of(open.turns.begin(), open.turns.end(),
                                         [](const talk::Turn& turn) { return turn.role != talk::Role::Unknown; });
    if (!is_answered) question.speakers = named_speakers(open.turns);
    return question.is_asked = !question.speakers.empty();
}

void answer(SpeakersQuestion& question, std::size_t row, talk::Role role) {
    std::vector<NamedSpeaker>& speakers = question.speakers;
    if (row >= speakers.size()) return;
    speakers[row].role = role;
    if (speakers.size() != 2 || role == talk::Role::Unknown) return;
    speakers[1 - row].role = role == talk::Role::Professional ? talk::Role::Client : talk::Role::Professional;
}

void step_answer(SpeakersQuestion& question, int direction) {
    if (question.row >= question.speakers.size()) return;
    const auto& role = question.speakers[question.row].role;
    const auto now = role ? std::find(kRoles.begin(), kRoles.end(), *role) - kRoles.begin() : (direction > 0 ? -1 : 1);
    const auto next = std::clamp<std::ptrdiff_t>(now + direction, 0, static_cast<std::ptrdiff_t>(kRoles.size()) - 1);
    answer(question, question.row, kRoles[static_cast<std::size_t>(next)]);
}

void finish_question(const OpenConversationState& open, TranscriptState& state, Actions& actions) {
    NameSpeakers named{open.conversation.id, {}};
    for (const NamedSpeaker& speaker : state.question.speakers)
        named.roles[speaker.name] = speaker.role.value_or(talk::Role::Unknown);
    const bool is_answered = std::any_of(named.roles.begin(), named.roles.end(),
                                         [](const auto& each) { return each.second != talk::Role::Unknown; });
    state.question.is_postponed = true;
    if (is_answered) actions.push_back(named);
}

void draw_speakers_question(const OpenConversationState& open, TranscriptState& state, Actions& actions) {
    SpeakersQuestion& question = state.question;
    ImGui::SetCursorPosX(theme::grid(2));
    ImGui::BeginGroup();
    widgets::section(_("Who is who in this transcript?"));
    const float below = ImGui::GetFrameHeight() + theme::grid(2.5F);
    if (ImGui::BeginChild("speakers", {-theme::grid(2), ImGui::GetContentRegionAvail().y - below}))
        for (std::size_t row = 0; row < question.speakers.size(); ++row) draw_speaker(question, row, state.has_keys);
    ImGui::EndChild();
    const bool is_answered = std::any_of(question.speakers.begin(), question.speakers.end(), [](const auto& speaker) {
        return speaker.role && *speaker.role != talk::Role::Unknown;
    });
    if (widgets::primary_button(_("Done"), {0, 0}, is_answered ? widgets::Enabled::Yes : widgets::Enabled::No))
        finish_question(open, state, actions);
    ImGui::SameLine();
    if (widgets::link_button(_("Later"))) question.is_postponed = true;
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    widgets::hint(
        _("By keyboard: ↑ ↓ the speaker, ← → who that is, Enter: done. It can be changed again at any time."));
    ImGui::EndGroup();
}

}  // namespace app
