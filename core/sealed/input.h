// A sealed file as it comes in, stretch by stretch. Knows its name, to refuse it by.
#pragma once

#include "sealed/refusal.h"

#include <functional>
#include <optional>
#include <string>

namespace sealed {

// Puts at most `size` bytes where it is told and says how many; 0 only at the end.
using Source = std::function<std::size_t(char* to, std::size_t size)>;

class Input {
public:
    Input(Source source, std::string name) : source_(std::move(source)), name_(std::move(name)) {}

    // Without its line feed; nothing where none comes within `limit` bytes.
    std::optional<std::string> line(std::size_t limit);
    // Fewer than `size` bytes only at the end.
    std::string bytes(std::size_t size);
    // What lies ahead, left where it is; fewer than `size` bytes only at the end.
    std::string_view ahead(std::size_t size);

    [[noreturn]] void refuse(Reason reason) const { throw Refusal(reason, name_); }

private:
    void skip(std::size_t size);

    Source source_;
    std::string name_;
    std::string held_;
    std::size_t used_ = 0;  // of held_
};

}  // namespace sealed
