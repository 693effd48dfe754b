// What went wrong, in words that can be shown to the coach: what happened, to which file, and what to do.
#pragma once

#include <stdexcept>
#include <string>

namespace base {

class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace base
