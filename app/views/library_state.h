// What the Library screen remembers for itself.
#pragma once

#include "base/id.h"
#include "library/library.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace app {

enum class SortBy { Newest, Date, Trainee, Title };

// What is searched and sorted by, folded once for all cards, so that ten thousand of them follow as one types.
struct FoldedCard {
    std::string words, trainee, title;
};

// Which cards are shown, in which order; worked out again when any of what it follows from changes.
struct ShownCards {
    std::vector<FoldedCard> folded;         // of all cards
    std::unordered_set<base::Id> with_hit;  // conversations in whose transcript something was found
    std::vector<std::size_t> cards;
    std::uint64_t cards_serial = 0;
    std::uint64_t hits_serial = 0;
    std::string search;
    SortBy sort = SortBy::Newest;
    bool only_kept_too_long = false;
    int kept_too_long = 0;  // of all cards
    bool is_known = false;
};

struct LibraryState {
    std::string search;
    std::string asked_for;  // in the transcripts, last
    SortBy sort = SortBy::Newest;
    bool only_kept_too_long = false;  // the day until which they were to be kept has passed
    ShownCards shown;
    base::Id selected;
    base::Id seen_import;                        // the newest import that was scrolled to
    std::optional<library::Conversation> draft;  // what is typed in the panel, until the field is left
    library::Conversation draft_of;              // the conversation as it was when the draft began
    base::Id asks_to_remove;
    int last_frame = -2;  // when it was last drawn; after another screen the list has the keys again
    bool focus_search = false;
    bool focus_list = true;
    bool list_has_keys = true;
    bool scroll_to_selected = false;
    bool opens_question = false;
};

}  // namespace app
