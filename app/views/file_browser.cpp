#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <filesystem>
#include <imgui_stdlib.h>

namespace app {

namespace {

namespace fs = std::filesystem;
using RequestKind = FileRequest::Kind;

std::string beside(const std::string& folder, const std::string& name) {
    return (fs::path(folder) / name).string();
}

void go_to(FileBrowserState& state, const std::string& folder) {
    state.folder = folder;
    state.typed.clear();
}

void place(FileBrowserState& state, const char* icon, const std::string& name, const std::string& folder) {
    ImGui::PushID(folder.c_str());
    const bool here = state.folder == folder;
    const std::string label = widgets::fitted(std::string(icon) + "  " + name, ImGui::GetContentRegionAvail().x);
    if (ImGui::Selectable(label.c_str(), here)) go_to(state, folder);
    widgets::note_last_item(name.c_str());
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", folder.c_str());
    ImGui::PopID();
}

void places(FileBrowserState& state) {
    ImGui::BeginChild("##places", {theme::px(190), theme::px(380)}, false);
    widgets::hint(_("Places"));
    for (const auto& [name, folder] : state.places)
        place(state, folder == state.places.front().second ? widgets::icon::kHome : widgets::icon::kFolder, name,
              folder);
    if (!state.recent.empty()) {
        ImGui::Dummy({0, theme::grid(1)});
        widgets::hint(_("Recent"));
        for (const std::string& folder : state.recent)
            place(state, widgets::icon::kClock, fs::path(folder).filename().string(), folder);
    }
    ImGui::EndChild();
}

void choose(FileBrowserState& state, const FileEntry& entry) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!io.KeyCtrl && !io.KeyShift) state.chosen.clear();
    if (io.KeyShift && !state.last_chosen.empty()) {
        bool between = false;
        for (const FileEntry& each : state.entries) {
            const bool is_end = each.name == entry.name || each.name == state.last_chosen;
            if ((between || is_end) && !each.is_folder) state.chosen.insert(each.name);
            if (is_end && entry.name != state.last_chosen) between = !between;
        }
    } else if (!state.chosen.insert(entry.name).second && io.KeyCtrl) {
        state.chosen.erase(entry.name);
    }
    if (!io.KeyShift) state.last_chosen = entry.name;
}

// True when this entry is the answer by itself: a double click, or Enter on a file.
bool entry_row(FileBrowserState& state, const FileEntry& entry, RequestKind kind, std::string& into) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const char* icon = entry.is_folder ? widgets::icon::kFolder : widgets::icon::kFilm;
    const std::string label = std::string(icon) + "  " + entry.name;
    const bool is_chosen = state.chosen.contains(entry.name);
    bool is_answer = false;
    const bool pressed = ImGui::Selectable(label.c_str(), is_chosen,
                                           ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowDoubleClick |
                                               ImGuiSelectableFlags_DontClosePopups);
    widgets::note_last_item(entry.name.c_str());
    if (pressed) {
        const bool by_key =
            !ImGui::IsMouseDown(ImGuiMouseButton_Left) && !ImGui::IsMouseReleased(ImGuiMouseButton_Left);
        const bool twice = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) || by_key;
        if (entry.is_folder && twice) {
            into = beside(state.folder, entry.name);
        } else {
            choose(state, entry);
            if (kind == RequestKind::Save && !entry.is_folder) state.typed = entry.name;
            is_answer = twice && !entry.is_folder && kind != RequestKind::ChooseFolder;
        }
    }
    ImGui::TableNextColumn();
    ImGui::TextDisabled("%s", entry.size.c_str());
    ImGui::TableNextColumn();
    ImGui::TextDisabled("%s", entry.date.c_str());
    return is_answer;
}

bool entries(FileBrowserState& state, RequestKind kind) {
    bool is_answer = false;
    std::string into;
    constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersOuter;
    if (!ImGui::BeginTable("##entries", 3, kFlags, {0, theme::px(380)})) return false;
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("size", ImGuiTableColumnFlags_WidthFixed, theme::px(70));
    ImGui::TableSetupColumn("date", ImGuiTableColumnFlags_WidthFixed, theme::px(90));
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(state.entries.size()));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            is_answer |= entry_row(state, state.entries[static_cast<std::size_t>(i)], kind, into);
    if (state.entries.empty()) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        widgets::hint(!state.problem.empty()  ? state.problem.c_str()
                      : state.only_recordings ? _("No recordings in this folder.")
                                              : _("This folder is empty."));
    }
    ImGui::EndTable();
    if (!into.empty()) go_to(state, into);
    return is_answer;
}

// A typed path: absolute, from home (~/...), or from the folder shown.
std::string typed_path(const FileBrowserState& state) {
    if (state.typed.empty()) return {};
    if (state.typed.front() == '/') return state.typed;
    if (state.typed.starts_with("~/") && !state.places.empty())
        return beside(state.places.front().second, state.typed.substr(2));
    return beside(state.folder, state.typed);
}

void path_line(FileBrowserState& state) {
    if (widgets::icon_button(widgets::icon::kArrowUp, _("Folder above")))
        go_to(state, fs::path(state.folder).parent_path().string());
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(theme::semibold());
    ImGui::TextUnformatted(widgets::fitted(state.folder, ImGui::GetContentRegionAvail().x).c_str());
    ImGui::PopFont();
}

FileAnswer chosen_paths(const FileBrowserState& state, RequestKind kind) {
    std::vector<std::string> paths;
    if (kind == RequestKind::ChooseFolder) {
        // a folder that is marked counts, else the one that is open
        if (!state.chosen.empty()) return std::vector{beside(state.folder, *state.chosen.begin())};
        return std::vector{state.folder};
    }
    for (const std::string& name : state.chosen) paths.push_back(beside(state.folder, name));
    return paths.empty() ? FileAnswer{} : paths;
}

// What Enter in the field, or the main button, means now.
FileAnswer accept(const FileBrowserState& state, const FileRequest& request) {
    if (!state.typed.empty()) return std::vector{typed_path(state)};
    return chosen_paths(state, request.kind);
}

bool has_file(const FileBrowserState& state, const std::string& name) {
    return std::any_of(state.entries.begin(), state.entries.end(),
                       [&](const FileEntry& entry) { return !entry.is_folder && entry.name == name; });
}

FileAnswer buttons(FileBrowserState& state, const FileRequest& request, bool is_answer) {
    FileAnswer answer;
    const char* name = request.kind == RequestKind::Save ? _("Name") : _("Or type a path");
    if (state.wants_focus && request.kind == RequestKind::Save) ImGui::SetKeyboardFocusHere();
    state.wants_focus = false;
    const bool entered = widgets::text_field(name, state.typed, "", ImGuiInputTextFlags_EnterReturnsTrue);
    if (!state.problem.empty())
        ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(theme::palette().danger), "%s", state.problem.c_str());
    if (request.kind == RequestKind::OpenRecordings) {
        ImGui::Checkbox(_("Only recordings and transcripts"), &state.only_recordings);
        widgets::note_last_item(_("Only recordings and transcripts"));
    }
    const bool replaces = request.kind == RequestKind::Save && has_file(state, state.typed);
    if (replaces) widgets::hint(_("A file of this name is there already and would be replaced."));
    const char* main = replaces                                    ? _("Replace")
                       : request.kind == RequestKind::Save         ? _("Save")
                       : request.kind == RequestKind::ChooseFolder ? _("Choose this folder")
                                                                   : _("Open");
    ImGui::Dummy({0, theme::grid(0.5F)});
    if (widgets::primary_button(main) || entered || is_answer) answer = accept(state, request);
    ImGui::SameLine();
    const bool cancel = widgets::secondary_button(_("Cancel"));
    if (cancel || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) answer = std::vector<std::string>{};
    return answer;
}

}  // namespace

FileAnswer draw_file_browser(const FileRequest& request, FileBrowserState& state) {
    constexpr const char* kId = "##file_browser";
    if (!ImGui::IsPopupOpen(kId)) widgets::open_modal(kId);
    if (!widgets::begin_modal(kId, request.title.c_str(), 820)) return {};
    path_line(state);
    places(state);
    ImGui::SameLine();
    const bool is_answer = entries(state, request.kind);
    const FileAnswer answer = buttons(state, request, is_answer);
    widgets::end_modal();
    return answer;
}

}  // namespace app
