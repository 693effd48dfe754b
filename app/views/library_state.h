// What the Library screen remembers for itself.
#pragma once

#include "base/id.h"
#include "library/library.h"

#include <optional>
#include <string>

namespace app {

enum class SortBy { Newest, Date, Trainee, Title };

struct LibraryState {
    std::string search;
    SortBy sort = SortBy::Newest;
    base::Id selected;
    std::optional<library::Conversation> draft;  // what is typed in the panel, until it is kept
    base::Id asks_to_remove;
    bool focus_search = false;
    bool scroll_to_selected = false;
};

}  // namespace app
