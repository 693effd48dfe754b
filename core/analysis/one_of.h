// Whether a code is among those that a rule names.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace analysis {

inline bool is_one_of(const std::string& code, const std::vector<std::string>& codes) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace analysis
