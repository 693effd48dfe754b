#include "app/theme.h"
#include "app/views/library_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <SDL_keyboard.h>
#include <algorithm>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

void search_field(LibraryState& state, float width) {
    ImGui::SetNextItemWidth(width);
    if (state.focus_search) ImGui::SetKeyboardFocusHere();
    state.focus_search = false;
    const std::string hint = std::string(widgets::icon::kSearch) + "  " + _("Search");
    const bool entered =
        ImGui::InputTextWithHint("##search", hint.c_str(), &state.search, ImGuiInputTextFlags_EnterReturnsTrue);
    widgets::note_last_item(_("Search"));
    const bool goes_down = ImGui::IsItemActive() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow));
    if (entered || goes_down) state.focus_list = true;
}

void sort_choice(LibraryState& state, float width) {
    const std::vector<std::pair<SortBy, const char*>> choices = {{SortBy::Newest, _("Newest first")},
                                                                 {SortBy::Date, _("By date")},
                                                                 {SortBy::Trainee, _("By trainee")},
                                                                 {SortBy::Title, _("By title")}};
    const auto now = std::find_if(choices.begin(), choices.end(), [&](const auto& c) { return c.first == state.sort; });
    ImGui::SetNextItemWidth(width);
    const bool is_open = ImGui::BeginCombo("##sort", now->second);
    widgets::note_last_item(_("Sort"));
    if (!is_open) return;
    for (const auto& [sort, text] : choices) {
        if (ImGui::Selectable(text, sort == state.sort)) state.sort = sort;
        widgets::note_last_item(text);
    }
    ImGui::EndCombo();
}

void header(const Model& model, LibraryState& state, Actions& actions) {
    const float height = theme::px(34);
    ImGui::AlignTextToFramePadding();
    widgets::heading(_("Library"));
    if (model.cards.empty()) return;
    const float search = theme::px(260), sort = theme::px(150);
    const float import_width = ImGui::CalcTextSize(_("Import recordings\xe2\x80\xa6")).x + theme::grid(5);
    const float folder_width = ImGui::CalcTextSize(_("Import a folder\xe2\x80\xa6")).x + theme::grid(5);
    const float all = search + sort + import_width + folder_width + theme::grid(3);
    ImGui::SameLine(std::max(theme::px(140), ImGui::GetContentRegionAvail().x - all));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(1.5F), (height - ImGui::GetFontSize()) / 2});
    search_field(state, search);
    ImGui::SameLine();
    sort_choice(state, sort);
    ImGui::PopStyleVar();
    ImGui::SameLine();
    if (widgets::secondary_button(_("Import a folder\xe2\x80\xa6"), {folder_width, height}))
        actions.push_back(AskForFiles{FilesOrFolder::Folder});
    ImGui::SameLine();
    if (widgets::primary_button(_("Import recordings\xe2\x80\xa6"), {import_width, height}))
        actions.push_back(AskForFiles{FilesOrFolder::Files});
}

void how_to_begin(Actions& actions) {
    widgets::begin_card("##begin", {0, 0});
    widgets::empty_state(widgets::icon::kFilm, _("Begin with a recording"),
                         _("Drop a video or sound file here, or a whole folder of a Zoom meeting. The recording stays "
                           "where it is; Terugblik remembers where that is."));
    const float room = ImGui::GetContentRegionAvail().x;
    const float first = ImGui::CalcTextSize(_("Import recordings\xe2\x80\xa6")).x + theme::grid(5);
    const float second = ImGui::CalcTextSize(_("Import a folder\xe2\x80\xa6")).x + theme::grid(5);
    ImGui::Dummy({0, theme::grid(1)});
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + (room - first - second - theme::grid(1)) / 2);
    if (widgets::primary_button(_("Import recordings\xe2\x80\xa6"), {first, 0})) actions.push_back(AskForFiles{});
    ImGui::SameLine();
    if (widgets::secondary_button(_("Import a folder\xe2\x80\xa6"), {second, 0}))
        actions.push_back(AskForFiles{FilesOrFolder::Folder});
    ImGui::Dummy({0, theme::grid(2)});
    const float third = ImGui::CalcTextSize(_("Open a review\xe2\x80\xa6")).x + theme::grid(5);
    const float fourth = ImGui::CalcTextSize(_("My card\xe2\x80\xa6")).x + theme::grid(5);
    const char* coached = _("Are you being coached? Send your coach your card, and open here what they send you.");
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.F, (room - ImGui::CalcTextSize(coached).x) / 2));
    ImGui::TextUnformatted(coached);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + (room - third - fourth - theme::grid(1)) / 2);
    if (widgets::secondary_button(_("My card\xe2\x80\xa6"), {fourth, 0})) actions.push_back(ShowPeople{});
    ImGui::SameLine();
    if (widgets::secondary_button(_("Open a review\xe2\x80\xa6"), {third, 0})) actions.push_back(OpenPackage{});
    const char* demo = _("To look around first, close Terugblik and run: terugblik demo");
    ImGui::Dummy({0, theme::grid(2)});
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.F, (room - ImGui::CalcTextSize(demo).x) / 2));
    ImGui::TextDisabled("%s", demo);
    widgets::end_card();
}

void go(const Model& model, LibraryState& state, std::ptrdiff_t by, Actions& actions) {
    const auto& shown = state.shown.cards;
    if (shown.empty()) return;
    std::ptrdiff_t at = -1;
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (model.cards[shown[i]].conversation.id == state.selected) at = static_cast<std::ptrdiff_t>(i);
    const std::ptrdiff_t last = static_cast<std::ptrdiff_t>(shown.size()) - 1;
    const std::ptrdiff_t to = at < 0 ? 0 : std::clamp(at + by, std::ptrdiff_t{0}, last);
    select_card(model, state, model.cards[shown[static_cast<std::size_t>(to)]].conversation.id, actions);
    state.scroll_to_selected = true;
}

// At the first place that was found, where the search found words in its transcript.
void open_selected(const Model& model, const LibraryState& state, Actions& actions) {
    if (selected_card(model, state) == nullptr) return;
    if (const library::SearchHit* hit = first_hit(model, state.selected))
        actions.push_back(open_at(*hit));
    else
        actions.push_back(OpenConversation{state.selected});
}

void list_key(SDL_Keycode key, const Model& model, LibraryState& state, Actions& actions) {
    constexpr std::ptrdiff_t kPage = 6, kAll = 1'000'000;
    switch (key) {
        case SDLK_UP:
            go(model, state, -1, actions);
            break;
        case SDLK_DOWN:
            go(model, state, 1, actions);
            break;
        case SDLK_PAGEUP:
            go(model, state, -kPage, actions);
            break;
        case SDLK_PAGEDOWN:
            go(model, state, kPage, actions);
            break;
        case SDLK_HOME:
            go(model, state, -kAll, actions);
            break;
        case SDLK_END:
            go(model, state, kAll, actions);
            break;
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
            open_selected(model, state, actions);
            break;
        case SDLK_DELETE:
            if (selected_card(model, state) != nullptr) state.asks_to_remove = state.selected;
            break;
        default:
            break;
    }
}

void keys(const Model& model, LibraryState& state, const std::vector<KeyPress>& pressed, Actions& actions) {
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return;
    for (const KeyPress& press : pressed) {
        if (press.event.type != SDL_KEYDOWN) continue;
        const SDL_Keysym& key = press.event.keysym;
        if ((key.mod & KMOD_CTRL) != 0) {
            if ((key.mod & KMOD_SHIFT) != 0) continue;  // these are everywhere the same (shortcuts.cpp)
            if (key.sym == SDLK_f) state.focus_search = true;
            if (key.sym == SDLK_o) actions.push_back(AskForFiles{});
            if (key.sym == SDLK_p && selected_card(model, state) != nullptr)
                actions.push_back(ShowPrivacy{state.selected});
        } else if (key.sym == SDLK_ESCAPE) {
            state.focus_list = true;
        } else if (state.list_has_keys && !ImGui::GetIO().WantTextInput) {
            list_key(key.sym, model, state, actions);
        }
    }
}

void question_before_removing(const Model& model, LibraryState& state, Actions& actions) {
    constexpr const char* kId = "##remove";
    if (!state.asks_to_remove) return;
    const ConversationCard* card = nullptr;
    for (const ConversationCard& each : model.cards)
        if (each.conversation.id == state.asks_to_remove) card = &each;
    if (card == nullptr) {
        state.asks_to_remove = {};
        return;
    }
    if (!ImGui::IsPopupOpen(kId)) widgets::open_modal(kId);
    if (!widgets::begin_modal(kId, _("Remove this conversation?"))) return;
    const std::string text = fmt::format(
        fmt::runtime(_("“{}” disappears from the library, with its codings and reports. The recording itself stays "
                       "where it is. You can undo this.")),
        card->conversation.title);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::Dummy({0, theme::grid(1)});
    const bool entered = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter)) && !ImGui::IsWindowAppearing();
    bool remove = widgets::danger_button(_("Remove"));
    ImGui::SetItemDefaultFocus();
    ImGui::SameLine();
    bool keep = widgets::secondary_button(_("Keep"));
    if (entered && !remove) (ImGui::IsItemFocused() ? keep : remove) = true;
    if (remove) actions.push_back(RemoveConversation{state.asks_to_remove});
    if (remove || keep || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
        state.asks_to_remove = {};
        state.focus_list = true;
        ImGui::CloseCurrentPopup();
    }
    widgets::end_modal();
}

// Of what was to be kept until a day that has passed.
void reminder(LibraryState& state) {
    const int count = state.shown.kept_too_long;
    if (count == 0) return;
    const std::string text = fmt::format(
        fmt::runtime(base::translate(base::language(),
                                     "{} conversation has been kept longer than was meant. Erase it, or choose a later "
                                     "day, under Privacy.",
                                     "{} conversations have been kept longer than was meant. Erase them, or choose a "
                                     "later day, under Privacy.",
                                     static_cast<unsigned long>(count))),
        count);
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().danger);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopStyleColor();
    ImGui::SameLine();
    if (widgets::link_button(state.only_kept_too_long ? _("Show all") : _("Show them"))) {
        state.only_kept_too_long = !state.only_kept_too_long;
        state.focus_list = true;
    }
}

void list_card(const Model& model, LibraryState& state, const Thumbnails& thumbnails, float width, Actions& actions) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme::grid(1), theme::grid(1)});
    widgets::begin_card("##list", {width, 0}, ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    if (state.focus_list) ImGui::SetWindowFocus();
    state.focus_list = false;
    state.list_has_keys = ImGui::IsWindowFocused();
    if (state.shown.cards.empty())
        widgets::empty_state(widgets::icon::kSearch, _("Nothing found"),
                             _("No conversation has all of these words. Search looks at trainee, title, date, kind, "
                               "change goal, remarks and transcripts."));
    else
        draw_conversation_list(model, state, thumbnails, actions);
    widgets::end_card();
}

}  // namespace

void draw_library_screen(const Model& model, LibraryState& state, const Thumbnails& thumbnails,
                         const std::vector<KeyPress>& pressed, Actions& actions) {
    if (state.last_frame + 1 != ImGui::GetFrameCount()) state.focus_list = true;
    state.last_frame = ImGui::GetFrameCount();
    header(model, state, actions);
    ask_for_transcripts(state, actions);
    update_shown(model, state);
    if (model.newly_imported != state.seen_import) {
        state.seen_import = model.newly_imported;
        state.search.clear();
        update_shown(model, state);
        select_card(model, state, model.newly_imported, actions);
        state.focus_list = true;
    }
    keys(model, state, pressed, actions);
    if (model.cards.empty()) {
        how_to_begin(actions);
        return;
    }
    if (selected_card(model, state) == nullptr && !state.shown.cards.empty())
        select_card(model, state, model.cards[state.shown.cards.front()].conversation.id, actions);

    reminder(state);
    const float room = ImGui::GetContentRegionAvail().x;
    const float panel = std::clamp(room * 0.3F, theme::px(300), theme::px(400));
    list_card(model, state, thumbnails, room - panel - theme::grid(2), actions);
    ImGui::SameLine(0, theme::grid(2));
    widgets::begin_card("##panel", {0, 0});
    if (const ConversationCard* card = selected_card(model, state))
        draw_conversation_panel(model, state, *card, actions);
    else
        widgets::hint(_("Choose a conversation to see and change what is known about it."));
    widgets::end_card();
    question_before_removing(model, state, actions);
}

}  // namespace app
