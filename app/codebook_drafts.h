// Codebooks that are being written, kept in the library's settings with every change until they are saved as a version
// or given up: a crash loses nothing.
#pragma once

#include "app/codebook_document.h"

#include <map>
#include <string>
#include <vector>

namespace library {
class Library;
}

namespace app {

// The one in hand. Owned by the model; changed by Controller only.
struct CodebookDraft {
    std::string name;  // under which it is kept; stays when its key changes
    std::string document;
    std::vector<std::string> before;  // what undo goes back to, the newest last
    std::vector<std::string> after;   // what redo goes back to
    DocumentReading reading;          // of `document`
    std::uint64_t serial = 0;         // changes with it

    void change(const std::string& changed);  // can be undone
    bool step_back();                         // false: there is nothing to undo
    bool step_forward();

private:
    void become(std::string other);
};
CodebookDraft open_draft(const std::string& name, const std::string& document);

std::map<std::string, std::string> kept_drafts(library::Library& library);  // documents by name
void keep_draft(library::Library& library, const std::string& name, const std::string& document);
void forget_draft(library::Library& library, const std::string& name);

}  // namespace app
