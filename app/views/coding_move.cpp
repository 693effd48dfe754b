// Before the open coding goes on with another version of a codebook: what that changes, and what is to become of what
// would be lost.
#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {

namespace {

std::string events_text(int events) {
    const char* text = base::translate(base::language(), "{} event", "{} events", static_cast<unsigned long>(events));
    return fmt::format(fmt::runtime(text), events);
}

void line(const std::string& text) {
    ImGui::PushTextWrapPos(0);
    ImGui::Bullet();
    ImGui::SameLine();
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    widgets::note_last_item(text.c_str());
}

void draw_choice(const codes::CodebookChanges::Gone& gone, const codes::Codebook& to, CodebooksState& state) {
    std::vector<std::string> keys, labels;
    for (const codes::Code& code : to.codes) {
        keys.push_back(code.key);
        labels.push_back(code.label.in(base::language()));
    }
    std::string& chosen = state.instead[gone.key];
    int at = static_cast<int>(std::find(keys.begin(), keys.end(), chosen) - keys.begin());
    const std::string label = fmt::format(fmt::runtime(_("“{}” is gone ({}). Give instead:")),
                                          gone.label.in(base::language()), events_text(gone.events));
    if (widgets::drop_down(label.c_str(), at, labels)) chosen = keys[static_cast<std::size_t>(at)];
}

void draw_changes(const codes::CodebookChanges& changes, const codes::Codebook& to, CodebooksState& state) {
    const auto language = base::language();
    std::string unused;
    for (const auto& gone : changes.gone) {
        if (gone.events > 0)
            draw_choice(gone, to, state);
        else
            unused += (unused.empty() ? "" : ", ") + gone.label.in(language);
    }
    for (const auto& value : changes.values)
        line(fmt::format(fmt::runtime(_("“{}: {}” can no longer be said of “{}” and is taken out of {}.")),
                         value.attribute.in(language), value.value.in(language), value.code.in(language),
                         events_text(value.events)));
    for (const auto& rating : changes.ratings)
        line(fmt::format(fmt::runtime(_("The rating “{}” of {} no longer fits and is taken out.")),
                         rating.label.in(language), rating.value));
    if (changes.ticks > 0)
        line(fmt::format(fmt::runtime(_("Ticks on checklists that are gone are taken out: {}.")), changes.ticks));
    if (changes.phases > 0)
        line(fmt::format(fmt::runtime(_("Marks of phases that are gone are taken out: {}.")), changes.phases));
    for (const codes::Words& label : changes.other_side)
        line(
            fmt::format(fmt::runtime(_("“{}” is now the other person's, and so are its events.")), label.in(language)));
    for (const auto& renamed : changes.renamed)
        line(fmt::format(fmt::runtime(_("“{}” is now called “{}”.")), renamed.before.in(language),
                         renamed.after.in(language)));
    std::string added;
    for (const codes::Words& label : changes.added) added += (added.empty() ? "" : ", ") + label.in(language);
    if (!added.empty()) line(fmt::format(fmt::runtime(_("New: {}.")), added));
    if (!unused.empty()) line(fmt::format(fmt::runtime(_("Gone, and not used in this coding: {}.")), unused));
    const bool nothing = changes.gone.empty() && changes.values.empty() && changes.ratings.empty() &&
                         changes.other_side.empty() && changes.renamed.empty() && changes.added.empty() &&
                         changes.ticks == 0 && changes.phases == 0;
    if (nothing) line(_("No code changes; measures, words and rules may."));
}

bool is_all_chosen(const codes::CodebookChanges& changes, const CodebooksState& state) {
    return std::all_of(changes.gone.begin(), changes.gone.end(), [&](const auto& gone) {
        const auto chosen = state.instead.find(gone.key);
        return gone.events == 0 || (chosen != state.instead.end() && !chosen->second.empty());
    });
}

}  // namespace

void draw_coding_move(const Model& model, CodebooksState& state, Actions& actions) {
    constexpr const char* kId = "##move";
    if (!model.codebooks.move || !model.open) return;
    const CodingMove& move = *model.codebooks.move;
    if (!ImGui::IsPopupOpen(kId)) {
        state.instead.clear();
        widgets::open_modal(kId);
    }
    const std::string title = fmt::format(fmt::runtime(_("Move this coding to “{}” {}?")),
                                          move.to.title.in(base::language()), move.to.version);
    if (!widgets::begin_modal(kId, title.c_str(), 620)) return;
    widgets::hint(fmt::format(fmt::runtime(_("It uses “{}” {} now. Reports that were issued never change, and this is "
                                             "one step that you can undo.")),
                              model.open->codebook.title.in(base::language()), model.open->codebook.version)
                      .c_str());
    const float most = std::floor(ImGui::GetIO().DisplaySize.y * 0.5F);
    const float lines = static_cast<float>(move.changes.gone.size() + move.changes.renamed.size() +
                                           move.changes.values.size() + move.changes.ratings.size() + 4);
    ImGui::BeginChild("##changes", {0, std::min(most, lines * theme::px(46))});
    draw_changes(move.changes, move.to, state);
    ImGui::EndChild();
    const auto enabled = is_all_chosen(move.changes, state) ? widgets::Enabled::Yes : widgets::Enabled::No;
    const bool moves = widgets::primary_button(_("Move the coding"), {}, enabled);
    ImGui::SameLine();
    const bool stays = widgets::secondary_button(_("Leave it as it is"));
    const bool leaves = stays || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
    if (moves) actions.push_back(MoveCoding{state.instead});
    if (leaves) actions.push_back(AbandonMove{});
    if (moves || leaves) ImGui::CloseCurrentPopup();
    widgets::end_modal();
}

}  // namespace app
