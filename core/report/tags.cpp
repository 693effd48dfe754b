#include "report/tags.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace report {

namespace {

bool only_holds_others(const Tag& tag) {
    constexpr std::array<std::string_view, 7> kNames = {"Document", "L", "LI", "Table", "THead", "TBody", "TR"};
    return std::find(kNames.begin(), kNames.end(), tag.name) != kNames.end();
}

}  // namespace

Tags::Tags(cairo_t* cairo) : cairo_(cairo) {
    enter({"Document"});
}

Tags::~Tags() {
    while (!open_.empty()) leave();
}

void Tags::go_to(const Place& place) {
    // The document itself stands before every place.
    std::size_t shared = 0;
    while (shared < place.size() && shared + 1 < open_.size() && open_[shared + 1] == place[shared]) ++shared;
    while (open_.size() > shared + 1) leave();
    for (std::size_t i = shared; i < place.size(); ++i) enter(place[i]);
}

void Tags::end_words() {
    while (!only_holds_others(open_.back())) leave();
}

void Tags::enter(const Tag& tag) {
    cairo_tag_begin(cairo_, tag.name.c_str(), nullptr);
    open_.push_back(tag);
}

void Tags::leave() {
    cairo_tag_end(cairo_, open_.back().name.c_str());
    open_.pop_back();
}

}  // namespace report
