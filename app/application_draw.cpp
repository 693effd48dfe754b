// Application: what one frame shows.
#include "app/application.h"
#include "app/theme.h"
#include "app/widgets.h"

#include <algorithm>
#include <imgui.h>

namespace app {

namespace {

constexpr ImGuiWindowFlags kRoom = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;

bool goes_to_fields(const KeyPress& press) {
    const SDL_Scancode key = press.event.keysym.scancode;
    return key == SDL_SCANCODE_TAB || key == SDL_SCANCODE_UP || key == SDL_SCANCODE_DOWN;
}

}  // namespace

// Before the frame begins, so that the key that was just pressed counts already.
void Application::share_out_keys() {
    ImGuiIO& io = ImGui::GetIO();
    // On the Code screen every key belongs to coding and playing; elsewhere Tab and arrows go from field to field.
    const bool decides =
        model_.screen == Screen::Agreement && model_.agreement && ui_.agreement.tab == AgreementTab::Differences;
    // On the Review screen the arrows sideways play, but not from when Tab or an arrow up or down went to the fields
    // until the pointer is pressed.
    bool& walks = ui_.review.walks_through_fields;
    if (std::any_of(pressed_.begin(), pressed_.end(), goes_to_fields)) walks = true;
    if (model_.screen != Screen::Review || io.MouseDown[0]) walks = false;
    const bool plays = model_.screen == Screen::Review && (!walks || ui_.review.page == ReviewPage::Clips);
    const bool keys_are_codes = (model_.screen == Screen::Code || decides || plays) && !is_dialog_open();
    io.ConfigFlags = keys_are_codes ? io.ConfigFlags & ~ImGuiConfigFlags_NavEnableKeyboard
                                    : io.ConfigFlags | ImGuiConfigFlags_NavEnableKeyboard;
}

void Application::draw(Actions& actions) {
    const ImGuiIO& io = ImGui::GetIO();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("##window", nullptr, kRoom | ImGuiWindowFlags_NoNavFocus);
    ImGui::PopStyleVar(3);
    draw_top_bar(model_, ui_, actions);
    draw_messages(model_, actions);
    draw_screen(actions);
    draw_dialogs(actions);
    ImGui::End();
}

void Application::draw_screen(Actions& actions) {
    // The Code, Review and Report screens use the whole room and keep their own margins.
    const bool has_margin =
        model_.screen != Screen::Code && model_.screen != Screen::Review && model_.screen != Screen::Report;
    const float margin = has_margin ? theme::grid(3) : 0, above = has_margin ? theme::grid(2) : 0;
    ImGui::SetCursorPos({margin, ImGui::GetCursorPosY() + above});
    const ImVec2 room = ImGui::GetContentRegionAvail();
    ImGui::BeginChild("##screen", {room.x - margin, room.y - margin}, false,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    switch (model_.screen) {
        case Screen::Library:
            draw_library_screen(model_, ui_.library, thumbnails_.all(), pressed_, actions);
            break;
        case Screen::Code:
            draw_code_screen(model_, ui_.code, video_.has_picture() ? &video_ : nullptr, actions);
            break;
        case Screen::Review:
            draw_review_screen(model_, ui_.review, ui_.code, video_.has_picture() ? &video_ : nullptr, estimates_,
                               actions);
            break;
        case Screen::Report:
            draw_report_screen(model_, ui_.report, pages_.all(), actions);
            break;
        case Screen::Team:
            draw_team_screen(model_, ui_.team, trends_, pressed_, actions);
            break;
        case Screen::Codebooks:
            draw_codebooks_screen(model_, ui_.codebooks, pressed_, actions);
            break;
        case Screen::Agreement:
            draw_agreement_screen(model_, ui_.agreement, video_.has_picture() ? &video_ : nullptr, agreement_, actions);
            break;
        case Screen::Settings:
            draw_settings_screen(model_, ui_.settings, pressed_, actions);
            break;
    }
    ImGui::EndChild();
}

bool Application::is_dialog_open() const {
    return model_.new_coding.has_value() || ui_.codings.are_shown || model_.codebooks.move.has_value() ||
           ui_.agreement.picks_code || dialog_.own_request() != nullptr || ui_.shows_keys || model_.shows_unread ||
           model_.sending || model_.arrival;
}

void Application::draw_dialogs(Actions& actions) {
    draw_import(model_, actions);
    draw_unread(model_, actions);
    draw_codings(model_, ui_.codings, actions);
    draw_new_coding(model_, ui_.new_coding, actions);
    draw_coding_move(model_, ui_.codebooks, actions);
    if (dialog_.own_request() == nullptr) {
        draw_privacy(model_, ui_.privacy, actions);
        draw_sending(model_, ui_.sending, actions);
        draw_arrival(model_, ui_.arrival, actions);
    }
    if (const FileRequest* request = dialog_.own_request()) {
        dialog_.list_folder();
        if (const FileAnswer answer = draw_file_browser(*request, dialog_.browser())) {
            if (dialog_.answer(*answer)) widgets::close_modals();
            draw_again();
        }
    }
    draw_keys_overview(model_, ui_.shows_keys);
}

}  // namespace app
