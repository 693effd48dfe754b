// A coding open on the Code screen in the real window, with real keys and a real pointer.
#pragma once

#include "app/driver.h"
#include "app/samples.h"
#include "app/settings.h"
#include "codes/codebook.h"
#include "library/memory_library.h"
#include "support/test_clip.h"

#include <gtest/gtest.h>
#include <memory>

namespace app {

class CodeScreen : public testing::Test {
protected:
    void SetUp() override {
        if (!support::Driver::has_display()) GTEST_SKIP() << "no display";
        Settings settings;
        settings.coder = "Coach";
        settings.auto_rewind = {};
        write_settings(library_, settings);
    }

    // A conversation with a coding of the basis codebook, open on the Code screen.
    void open_coding(const std::vector<codes::Event>& events = {}) {
        const support::TestClip clip{.seconds = 20, .width = 160, .height = 96, .channels = 2};
        const base::Id coding =
            samples::add_coding(library_, codes::shipped_codebooks().front(), clip.path(), base::seconds(20), events);
        driver_ = std::make_unique<support::Driver>(library_);
        driver_->application().controller().apply(OpenCoding{coding});
        ASSERT_TRUE(driver_->until([&] { return open().player && open().player->is_open(); }));
        driver_->turns(6);
    }

    static codes::Event event(double at, const std::string& code, codes::Side side) {
        codes::Event made;
        made.id = base::make_id();
        made.at = base::seconds(at);
        made.code = code;
        made.speaker = side;
        return made;
    }

    OpenConversationState& open() { return *driver_->model().open; }
    const std::vector<codes::Event>& events() { return open().coding.events; }
    bool go_to(double seconds) {
        driver_->application().controller().apply(SeekTo{base::seconds(seconds)});
        return driver_->until(
            [&] { return !open().player->is_seeking() && open().player->position() == base::seconds(seconds); });
    }
    // Where a moment lies on the timeline that shows everything, in the middle of a lane.
    ImVec2 on_lane(double seconds, codes::Side side) {
        const ImVec4 timeline = driver_->where("timeline");
        const TimelineState& state = driver_->application().ui().code.timeline;
        const float x = timeline.x + state.view.x_of(base::seconds(seconds));
        const float lane =
            timeline.y + timeline.w - driver_->where("lane client").w * (side == codes::Side::Client ? 0.5F : 1.5F);
        return {x, lane};
    }
    void expect_library_agrees() { EXPECT_EQ(library_.coding(open().coding.id)->events, events()); }

    library::MemoryLibrary library_;
    std::unique_ptr<support::Driver> driver_;
};

}  // namespace app
