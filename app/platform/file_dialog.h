// Asks for files without holding up the window: the desktop's own dialog where there is one (zenity, kdialog), else the
// browser that the window draws itself. UI thread only.
#pragma once

#include "app/file_request.h"
#include "app/views/file_browser_state.h"
#include "base/job.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

enum class DialogChoice { Desktop, Own };  // $TERUGBLIK_FILE_DIALOG=own also chooses the second

class FileDialog {
public:
    FileDialog(DialogChoice choice, std::function<void()> wake);
    ~FileDialog();

    void ask(FileRequest request);
    // What the person asked for by answering, once.
    std::optional<Action> take();

    // The browser that the window draws: what is asked, its state, and the answer (no paths: cancelled).
    const FileRequest* own_request() const;
    FileBrowserState& browser() { return browser_; }
    void list_folder();  // reads the browser's folder when it changed
    // False when it goes on: a typed folder is entered, a typed file is not there.
    bool answer(const std::vector<std::string>& paths);

    const std::vector<std::string>& recent_folders() const { return recent_; }
    void set_recent_folders(std::vector<std::string> folders) { recent_ = std::move(folders); }

private:
    bool goes_on(const std::string& path);
    void remember_folder(const std::string& chosen);

    std::string desktop_program_;  // empty: our own
    std::function<void()> wake_;
    std::optional<FileRequest> request_;
    std::optional<Action> chosen_;
    std::vector<std::string> recent_;
    FileBrowserState browser_;
    std::unique_ptr<base::Job<std::vector<std::string>>> desktop_;  // last, so it ends before what it uses
};

// Sorted, folders first; hidden ones left out. `problem` says why a folder cannot be read.
std::vector<FileEntry> entries_of(const std::string& folder, bool only_recordings, std::string& problem);
bool looks_like_recording(const std::string& name);  // by its extension; transcripts and reviews count too
// Home, desktop, downloads, videos ... that exist.
std::vector<std::pair<std::string, std::string>> usual_places();  // name, folder

}  // namespace app
