// Small codebooks and codings, made for one test.
#pragma once

#include "codes/coding.h"
#include "talk/turn.h"

#include <fmt/format.h>

namespace values {

inline codes::Code code(const std::string& key, codes::Side side, std::vector<std::string> groups = {}) {
    codes::Code made;
    made.key = key;
    made.side = side;
    made.groups = std::move(groups);
    return made;
}

// A coding with these codes at these seconds. Ids are "000", "001", ...
inline codes::Coding coding(const codes::Codebook& book, const std::vector<std::pair<double, std::string>>& heard) {
    codes::Coding made;
    for (const auto& [second, key] : heard) {
        codes::Event event;
        event.id = base::Id{fmt::format("{:03}", made.events.size())};
        event.at = base::seconds(second);
        event.code = key;
        if (const codes::Code* known = book.find(key)) event.speaker = known->side;
        made.events.push_back(event);
    }
    return made;
}

inline talk::Turn turn(double from, double to, talk::Role role) {
    return {{base::seconds(from), base::seconds(to)}, "", role, ""};
}

}  // namespace values
