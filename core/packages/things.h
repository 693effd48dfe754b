// What travels in a package, kind by kind: how it is taken out of a library, written as JSON, and taken into another.
#pragma once

#include "library/library.h"

#include <string>
#include <vector>

namespace packages {

// What is asked for: a conversation, with these of its codings.
struct Extent {
    base::Id conversation;
    std::vector<base::Id> codings;
    std::vector<base::Id> clips{};  // none: all, also the removed
};

struct Thing {
    std::string id;
    std::string json;
};

enum class Travels {
    Freely,         // is nobody's and never changes
    AsContext,      // whoever says something about it sends it along
    WithItsAuthor,  // only its author sends it
};

struct Kind {
    const char* name;
    Travels travels;
    std::vector<Thing> (*of)(library::Library& library, const Extent& extent);
    bool (*is_there)(library::Library& library, const base::Id& conversation, const std::string& id);
    // Adds it, or makes what stands there into it; false where what it rests on is not here. Throws base::Error where
    // it cannot be, or belongs elsewhere.
    bool (*take_in)(library::Library& library, const base::Id& conversation, const Thing& thing);
};

// In the order in which they are taken in: each rests on those before it.
const std::vector<Kind>& kinds();
const Kind* kind_named(const std::string& name);

// The codings that are meant for the other side: feedback, and a trainee's own unless it belongs to a view that is not
// shared. Not those that are hidden while they are done again.
std::vector<base::Id> codings_to_send(library::Library& library, const base::Id& conversation);

}  // namespace packages
