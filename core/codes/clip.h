// A stretch of a conversation that is worth hearing again, and what was said about it since. Plain values: the library
// keeps them (library/clips.h), packages carry them. Each has one author, and a revision that only grows, so that two
// copies agree on which of two versions is the later one. What is removed stays, marked so: a removal travels too.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <string>
#include <vector>

namespace codes {

enum class ClipKind { Strength, Question, Suggestion, Note };

struct Clip {
    base::Id id;
    base::Id conversation;
    base::Id coding;  // the coding it was made beside, or none
    base::Span span;
    ClipKind kind = ClipKind::Strength;
    std::string title;
    std::string text;
    std::string author;  // a person's name
    base::Timestamp changed;
    int revision = 0;  // 1 once it is in a library, one more with every change
    bool removed = false;

    bool operator==(const Clip&) const = default;
};

// Something that is said about the clip, or what would be said now in place of what the professional said there.
enum class Contribution { Remark, SaidAgain };

// One contribution to the thread of a clip.
struct Comment {
    base::Id id;
    base::Id clip;
    base::Id reply_to;  // another comment of that clip, or none
    std::string author;
    base::Timestamp at;  // when it was made
    std::string text;
    base::Time spoken;  // how long its sound is (library::Clips::sound); 0: typed only
    Contribution contribution = Contribution::Remark;
    std::vector<std::string> codes;  // what was said again is coded, too: keys of the codebook, in their order
    base::Timestamp changed;
    int revision = 0;
    bool removed = false;

    bool operator==(const Comment&) const = default;
};

// As it is written in files: strength, question, suggestion, note.
const char* name_of(ClipKind kind);
ClipKind clip_kind_named(const std::string& name);  // throws base::Error for any other name

// Each throws base::Error when no library can hold this.
void check(const Clip& clip);
void check(const Comment& comment);

// The same but for the revision and the moment of the change.
bool says_the_same(Clip a, const Clip& b);
bool says_the_same(Comment a, const Comment& b);

// Which of two versions of one thing stands when copies come together, the same on every side whatever came first.
bool is_later(const Clip& a, const Clip& b);
bool is_later(const Comment& a, const Comment& b);

// One JSON object each, for the log of the library and for packages; a round trip gives the same value. Reading throws
// base::Error.
std::string to_json(const Clip& clip);
std::string to_json(const Comment& comment);
Clip clip_from_json(const std::string& json);
Comment comment_from_json(const std::string& json);

}  // namespace codes
