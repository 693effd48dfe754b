// A line of a table that makes no sense; caught where the line is known.
#pragma once

#include "base/error.h"

namespace exchange {

class Nonsense : public base::Error {
public:
    using base::Error::Error;
};

}  // namespace exchange
