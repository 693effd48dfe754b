// Small pictures of the window that must stay exactly as they are. UPDATE_GOLDEN=1 rewrites them; a failure leaves what
// was drawn, and what differs, beside the expected one.
#pragma once

#include "app/platform/window.h"

#include <gtest/gtest.h>
#include <string>

namespace support {

struct Crop {
    int x = 0, y = 0, width = 0, height = 0;
};

// Compares with tests/golden/<name>.png.
testing::AssertionResult looks_as_before(const std::string& name, const app::Window::Pixels& pixels, Crop crop);

}  // namespace support
