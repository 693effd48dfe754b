// The fixture of the window tests: a library of its own, a cache folder of its own, and the driver.
#pragma once

#include "app/driver.h"
#include "app/settings.h"
#include "library/memory_library.h"
#include "support/shared_data.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace support {

class WindowTest : public ::testing::Test {
protected:
    void SetUp() override {
        if (!Driver::has_display()) GTEST_SKIP() << "there is no display";
        setenv("XDG_CACHE_HOME", folder_.path().c_str(), 1);
        setenv("XDG_DATA_HOME", folder_.path().c_str(), 1);
        app::Settings settings;
        settings.coder = "Coach Two";
        app::write_settings(library_, settings);
    }

    Driver& open_window(const DriverOptions& options = {}) {
        driver_ = std::make_unique<Driver>(library_, options);
        return *driver_;
    }
    Driver& window() { return *driver_; }

    TemporaryFolder folder_;
    library::MemoryLibrary library_;
    std::unique_ptr<Driver> driver_;  // last: the window closes before its library goes
};

}  // namespace support
