// What a codebook is made of, and what can be filled in for each part: the forms of the editor, as data. Names of
// members are those of docs/codebook-format.md.
#pragma once

#include <string>
#include <vector>

namespace app {

enum class FieldKind {
    Text,
    Key,
    Words,        // a line in each language
    LongWords,    // several lines
    ListOfWords,  // any number of them
    Choice,       // one of `choices`
    Flag,
    Whole,
    Number,
    Colour,
    PadKey,  // one letter or digit of the keyboard
    Formula,
    OneKey,      // of the parts in `from`
    Keys,        // any of them
    Conditions,  // values of attributes
    Anchors,     // words for values of a rating
    Rows,        // a list of objects with the fields in `row`
};

struct Field {
    const char* member;
    FieldKind kind;
    const char* label;                                              // English; translated when shown
    float width = 1;                                                // of the line
    std::vector<std::pair<const char*, const char*>> choices = {};  // value, label; the first is the default
    std::vector<const char*> from = {};                             // lists of the document
    std::vector<Field> row = {};
    const char* explanation = "";
    bool is_required = false;  // stays in the document although it is empty
};

enum class PartKind { Whole, List, Object };  // the document itself, a list in it, one object in it

struct Part {
    const char* member;  // of the document; empty: the document itself
    PartKind kind;
    const char* title;
    const char* one;          // "Code": what a new one is called
    const char* explanation;  // what it is for
    const char* begins_as;    // a new one, as JSON
    std::vector<Field> fields;
};

const std::vector<Part>& codebook_parts();

}  // namespace app
