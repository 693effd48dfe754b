// What the Codebooks screen remembers for itself.
#pragma once

#include "app/codebook_document.h"

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace app {

// The draft as it stands on screen. Each pause of the hands it is handed over, which makes one step of undo.
struct CodebookEditorState {
    std::string draft;  // its name
    std::uint64_t serial = 0;
    Document document;
    DocumentReading reading;  // of `document`
    bool is_changed = false;
    std::chrono::steady_clock::time_point typed_at{};
    std::size_t part = 0;                      // which kind of part is shown
    std::map<std::size_t, std::size_t> items;  // which of each kind
    std::string goes_to;                       // the place of a mistake that is to be seen
    std::string typed_key;                     // while the field has the keyboard
    std::string refused_key;                   // typed, but not to be had
    bool focus_list = false;
    bool focus_form = false;
};

struct CodebooksState {
    std::string selected;                        // a codebook's key
    std::map<std::string, std::string> instead;  // chosen for codes that are gone
    CodebookEditorState editor;
    bool focus_list = true;
    int last_frame = -2;
};

}  // namespace app
