// What a screen reader is told about a page: which element of the document is being drawn.
#pragma once

#include <cairo.h>
#include <string>
#include <vector>

namespace report {

// One element, e.g. the second table. The number tells it from others of its kind.
struct Tag {
    std::string name;  // as PDF calls it: "H2", "P", "Table", "TR", "TD", "Figure"
    int number = 0;

    bool operator==(const Tag&) const = default;
};
using Place = std::vector<Tag>;  // from the outside in

// Opens and closes Cairo's tags while a document is drawn, page after page. On a surface that keeps no structure
// nothing comes of it.
class Tags {
public:
    explicit Tags(cairo_t* cairo);  // begins the document
    ~Tags();                        // and ends it
    Tags(const Tags&) = delete;
    Tags& operator=(const Tags&) = delete;

    // Leaves the elements that `place` is not in and enters those that it is in.
    void go_to(const Place& place);
    // Ends an element with words or a picture in it, which must not go on over the end of a page; those that only hold
    // others may.
    void end_words();

private:
    void enter(const Tag& tag);
    void leave();

    cairo_t* cairo_;
    Place open_;
};

}  // namespace report
