// The published figures in ../shared/oracles, where they are there.
#pragma once

#include "support/shared_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace oracles {

// Empty when the file is not there.
inline nlohmann::json read() {
    const std::string path = support::shared("oracles/mi-oracles.json");
    return path.empty() ? nlohmann::json() : nlohmann::json::parse(support::read_file(path));
}

}  // namespace oracles
