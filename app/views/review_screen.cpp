// The Review screen: left what the trainee says, or both views beside each other; right the conversation itself. Only
// the layout is decided here, and what the parts share.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/trend_data.h"
#include "app/views/code_panels.h"
#include "app/views/review_parts.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {

namespace {

constexpr base::Time kHeardAround = base::seconds(5);

void draw_pages(ReviewState& state) {
    const std::pair<const char*, ReviewPage> pages[] = {{_("Side by side"), ReviewPage::Beside},
                                                        {_("Clips"), ReviewPage::Clips},
                                                        {_("Debrief"), ReviewPage::Debrief},
                                                        {_("Estimates"), ReviewPage::Estimates}};
    for (const auto& [name, page] : pages) {
        if (widgets::choice(name, state.page == page, {0, theme::px(28)})) state.page = page;
        ImGui::SameLine(0, theme::grid(0.5F));
    }
    ImGui::NewLine();
}

void draw_left(const Model& model, ReviewState& state, CodeScreenState& code, const TrendPictures& estimates,
               ImVec2 size, Actions& actions) {
    const Keymap& keymap = code.keymap.of(&model.open->codebook, model.settings);
    ImGui::BeginChild("##own", size, false, ImGuiWindowFlags_NoBackground);
    if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();  // the arrows go from answer to answer at once
    if (state.page != ReviewPage::Clips) keep_clip_words(*model.open, code.clips, actions);
    if (!model.review->is_unlocked() && state.page == ReviewPage::Clips) {
        if (widgets::link_button(_("Back to my own view"))) state.page = ReviewPage::Beside;
        draw_review_clips(model, code, actions);
    } else if (!model.review->is_unlocked()) {
        draw_own_view(model, state, keymap, actions);
    } else {
        draw_pages(state);
        if (state.page == ReviewPage::Estimates)
            draw_estimates_page(model, state, estimates);
        else if (state.page == ReviewPage::Clips)
            draw_review_clips(model, code, actions);
        else if (state.page == ReviewPage::Debrief)
            draw_debrief(model, state, actions);
        else
            draw_beside(model, state, actions);
    }
    ImGui::EndChild();
}

bool begin_panel(const char* id, ImVec2 at, ImVec2 size, ImVec2 padding) {
    ImGui::SetCursorScreenPos({std::floor(at.x), std::floor(at.y)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    const bool visible = widgets::begin_card(id, {std::floor(size.x), std::floor(size.y)},
                                             ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    return visible;
}

void draw_right(const Model& model, ReviewState& state, CodeScreenState& code, const VideoTexture* texture, ImVec2 at,
                ImVec2 size, Actions& actions) {
    const float gap = theme::grid(1.5F);
    const float transport = theme::px(44), timeline = theme::px(74);
    const float below = model.review->is_unlocked() ? 0 : std::floor(std::min(theme::px(186), size.y * 0.3F));
    const float picture = size.y - transport - timeline - below - (below > 0 ? 3 : 2) * gap;
    if (begin_panel("picture", at, {size.x, picture}, {0, 0})) draw_picture(*model.open, texture);
    widgets::end_card();
    at.y += picture + gap;
    if (begin_panel("transport", at, {size.x, transport}, {theme::grid(2), 0})) draw_transport(model, code, actions);
    widgets::end_card();
    at.y += transport + gap;
    if (begin_panel("timeline", at, {size.x, timeline}, {theme::grid(1), theme::grid(0.5F)}))
        draw_review_timeline(model, state, actions);
    widgets::end_card();
    at.y += timeline + gap;
    if (below <= 0) return;
    if (begin_panel("soon", at, {size.x, below}, {theme::grid(2), theme::grid(1.5F)})) draw_soon(*model.review);
    widgets::end_card();
}

}  // namespace

void draw_review_screen(const Model& model, ReviewState& state, CodeScreenState& code, const VideoTexture* texture,
                        const TrendPictures& estimates, Actions& actions) {
    if (!model.open || !model.review) {
        widgets::empty_state(widgets::icon::kFilm, _("No conversation is open"),
                             _("Open one from the Library, or drop a recording on this window."));
        return;
    }
    state.wanted.clear();
    state.fields_have_keys = ImGui::GetIO().NavVisible;
    code.has_popup = code.transport_menu_is_open = false;
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float margin = room.x < theme::px(1100) ? theme::grid(1.5F) : theme::grid(3);
    const float gap = theme::grid(3);
    const ImVec2 at{ImGui::GetCursorScreenPos().x + margin, ImGui::GetCursorScreenPos().y + theme::grid(2)};
    const float height = room.y - theme::grid(4);
    // Sitting together, both look at the picture.
    const bool debriefs = model.review->is_unlocked() && state.page == ReviewPage::Debrief;
    const float left = std::floor((room.x - 2 * margin - gap) * (debriefs ? 0.34F : 0.48F));
    ImGui::SetCursorScreenPos(at);
    draw_left(model, state, code, estimates, {left, height}, actions);
    const float right = room.x - 2 * margin - gap - left;
    draw_right(model, state, code, texture, {at.x + left + gap, at.y}, {right, height}, actions);
}

bool begin_review_card(const char* id, float height) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme::grid(2), 0});
    const bool visible = widgets::begin_card(
        id, {0, std::floor(height)},
        ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    return visible;
}

void put_right(float width) {
    ImGui::SameLine(ImGui::GetWindowWidth() - theme::grid(2) - width);
}

const char* moment_name(PickedMoment which) {
    return which == PickedMoment::ContentWith ? _("A moment you are content with")
                                              : _("A moment you would do otherwise");
}

std::string moment_text(const OpenConversationState& open, base::Time at) {
    const std::string words = quote_at(open, {at, at + kHeardAround}, talk::Role::Professional);
    return words.empty() ? clock_text(at) : clock_text(at) + " \xc2\xb7 " + words;
}

float say_moment_again_width() {
    return ImGui::CalcTextSize(_("Say it again")).x + theme::grid(2.5F);
}

void draw_say_moment_again(PickedMoment which, ReviewState& state, Actions& actions) {
    ImGui::PushID(static_cast<int>(which));
    if (widgets::link_button(_("Say it again"))) {
        actions.push_back(SayMomentAgain{which});
        state.page = ReviewPage::Clips;
    }
    ImGui::PopID();
    widgets::note_last_item(which == PickedMoment::ContentWith ? "say content again" : "say change again");
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", _("Hear the moment up to what was answered, then answer it anew"));
}

void draw_moment(const OpenConversationState& open, PickedMoment which, base::Time at, float room, Actions& actions) {
    const theme::Palette& p = theme::palette();
    const bool is_good = which == PickedMoment::ContentWith;
    const std::string text = widgets::fitted(moment_text(open, at), room - theme::grid(3));
    ImGui::PushStyleColor(ImGuiCol_Button, is_good ? p.good_soft : p.warning_soft);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, p.hover);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, p.hover);
    ImGui::PushStyleColor(ImGuiCol_Border, IM_COL32_BLACK_TRANS);
    ImGui::PushStyleColor(ImGuiCol_Text, is_good ? p.good : p.ink);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, theme::px(13));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(1.5F), theme::px(3)});
    if (ImGui::Button((text + "##moment").c_str())) {
        actions.push_back(SeekTo{std::max(base::Time{}, at - kHeardAround)});
        actions.push_back(Play{});
    }
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor(5);
    widgets::note_last_item(is_good ? "content with" : "would change");
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", _("Hear this moment"));
}

std::string own_minutes_text(const codes::Coding* own) {
    if (!own || own->events.empty()) return _("not yet");
    const auto count = static_cast<unsigned long>(own->events.size());
    return fmt::format(
        "{}, {}\xe2\x80\x93{}",
        fmt::format(fmt::runtime(base::translate(base::language(), "{} code", "{} codes", count)), count),
        clock_text(own->events.front().at), clock_text(own->events.back().at));
}

std::string estimate_text(const codes::Codebook& codebook, const codes::SelfEstimate& estimate, double value) {
    for (const codes::Measure& measure : codebook.measures)
        if (measure.key == estimate.measure) return value_text(measure, value);
    return base::number(base::language(), value, 2);
}

}  // namespace app
