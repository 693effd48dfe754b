// Identities that are made without asking anyone: UUIDv7 (RFC 9562), so that they sort by time of making.
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace base {

struct Id {
    std::string text;  // 36 characters, lower case; empty for "none"

    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return !text.empty(); }
};

// Later ids made by one process always compare greater. Safe from every thread.
Id make_id();

}  // namespace base

template <>
struct std::hash<base::Id> {
    std::size_t operator()(const base::Id& id) const noexcept { return std::hash<std::string>{}(id.text); }
};
