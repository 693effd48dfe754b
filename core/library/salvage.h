// What a damaged library file still holds, brought together in a new one. The damaged file is only read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace library {

struct SalvagedTable {
    std::string table;
    std::int64_t kept = 0;  // rows in the new library
    std::int64_t lost = 0;  // at least: those that other rows or their numbers tell of
    std::int64_t restored =
        0;  // of the kept: from the log of edits, or made up so that what refers to them has a place
};

// Every row that can be read, also where what leads to it is gone. Throws base::Error when the damaged file cannot be
// read or is in use, and when `out` exists already.
std::vector<SalvagedTable> salvage(const std::string& damaged, const std::string& out);

}  // namespace library
