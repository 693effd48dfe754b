// The readers of the parts of a codebook, each by its shape alone: what must hold between them, codebook_references
// checks. Only for codebook_read.cpp.
#pragma once

#include "codes/document.h"

#include <fmt/format.h>
#include <utility>

namespace codes {

// What is counted, rated and measured (codebook_parts.cpp).
Code read_code(const Place& place);
Group read_group(const Place& place);
Attribute read_attribute(const Place& place);
Rating read_rating(const Place& place);
Measure read_measure(const Place& place);
// What guides coding and the report beside that (codebook_guidance.cpp).
Rule read_rule(const Place& place);
Checklist read_checklist(const Place& place);
Phase read_phase(const Place& place);
PermissionWindow read_permission(const Place& place);
Hint read_hint(const Place& place);
Coverage read_coverage(const Place& place);
Curve read_curve(const Place& place);
Pair read_pair(const Place& place);
SelfQuestion read_self_question(const Place& place);
SelfEstimate read_self_estimate(const Place& place);

Colour read_colour(const Place& place);

// A value of one of a few names.
template <class T>
T one_of(const Place& place, const char* name, const std::vector<std::pair<const char*, T>>& choices) {
    const std::string text = place.text(name);
    std::string allowed;
    for (const auto& [word, value] : choices) {
        if (text == word) return value;
        allowed += (allowed.empty() ? "" : ", ") + std::string(word);
    }
    place.at(name).refuse(fmt::format(fmt::runtime(_("“{}” is not one of: {}.")), text, allowed));
}

}  // namespace codes
