// What the built-in file browser remembers for itself.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace app {

struct FileEntry {
    std::string name;
    bool is_folder = false;
    std::string size;  // for people
    std::string date;
};

struct FileBrowserState {
    std::vector<std::pair<std::string, std::string>> places;  // name, folder
    std::vector<std::string> recent;                          // folders
    std::string folder;
    std::string typed;  // a path or a name to save as
    bool only_recordings = true;
    std::vector<FileEntry> entries;  // of `folder`; read when `folder` changes
    std::string listed_folder;
    bool listed_only_recordings = true;
    std::string problem;  // why the folder cannot be read
    std::set<std::string> chosen;
    std::string last_chosen;
    bool wants_focus = false;
};

}  // namespace app
