// What the Codebooks screen shows: the codebooks there are, the one that is being written, and a coding that is about
// to move to another version. Part of the model.
#pragma once

#include "app/codebook_drafts.h"
#include "codes/codebook_changes.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct ShelvedCodebook {
    codes::Codebook codebook;  // its newest version
    bool is_shipped = false;   // comes with the program: may be copied, not changed
    int codings = 0;           // that use any version of it
};

struct WaitingDraft {
    std::string name;
    codes::Words title;
    std::string version;
};

// The open coding may move to `to`; what that changes is shown first.
struct CodingMove {
    codes::Codebook to;
    codes::CodebookChanges changes;
};

struct CodebookDesk {
    std::vector<ShelvedCodebook> shelf;
    std::vector<WaitingDraft> drafts;
    std::optional<CodebookDraft> draft;  // in hand
    std::optional<CodingMove> move;
    std::uint64_t serial = 0;  // changes with all of it
};

}  // namespace app
