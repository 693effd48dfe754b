// What a person can ask for on the Codebooks screen; part of the actions.
#pragma once

#include "library/library.h"

#include <map>
#include <string>

namespace app {

// A draft of a codebook of one's own, made from another.
enum class DraftKind { Copy, NextVersion };
struct BeginDraft {
    std::string key;
    DraftKind kind = DraftKind::Copy;
};
struct ResumeDraft {
    std::string name;
    std::string document;  // one that was thrown away; empty: as it is kept
};
struct ChangeDraft {
    std::string document;
};
struct StepDraft {
    library::Direction direction;
};
struct SaveDraft {};   // as a version that codings can use
struct LeaveDraft {};  // back to the list; the draft stays
struct DiscardDraft {
    std::string name;
};
struct ImportCodebook {
    std::string path;
};  // empty: ask
struct ExportCodebook {
    std::string key;
    std::string path;
};  // empty: ask

// The open coding goes on with the newest version of this codebook, after its changes were seen.
struct ShowMove {
    std::string key;
};
struct MoveCoding {
    std::map<std::string, std::string> instead;  // for codes that are gone
};
struct AbandonMove {};

}  // namespace app
