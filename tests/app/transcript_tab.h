// The transcript tab of an open coding in the real window, with a transcript as Zoom wrote it.
#pragma once

#include "app/code_screen.h"
#include "app/views/code_panels.h"
#include "app/views/transcript_parts.h"
#include "app/widgets.h"
#include "support/shared_data.h"

#include <algorithm>
#include <string>
#include <vector>

namespace app {

using talk::Role;

inline constexpr const char* kZoom = "dev/transcripts/zoom_cloud_names.vtt";

class TranscriptTab : public CodeScreen {
protected:
    // The recording of the test is long enough for what the tests go to.
    void open_with_transcript() {
        zoom_ = support::testdata(kZoom);
        if (zoom_.empty()) GTEST_SKIP() << "no shared test data";
        open_coding();
        driver_->application().controller().apply(AttachTranscript{open().conversation.id, zoom_});
        ASSERT_FALSE(turns().empty());
        show_transcript();
    }
    void open_with_roles() {
        open_with_transcript();
        if (HasFatalFailure() || IsSkipped()) return;
        driver_->application().controller().apply(NameSpeakers{
            open().conversation.id, {{"Andrew Knight", Role::Professional}, {"Paul McCartney", Role::Client}}});
        driver_->turns(6);
    }
    void show_transcript() {
        ASSERT_TRUE(driver_->click("Transcript"));
        driver_->turns(4);
    }

    const std::vector<talk::Turn>& turns() { return open().turns; }
    const std::vector<SearchHit>& hits_of_tab() { return hits_of(open(), state()); }
    TranscriptState& state() { return driver_->application().ui().code.transcript; }
    void expect_library_has_the_turns() { EXPECT_EQ(library_.turns(open().conversation.id), turns()); }
    static std::size_t count(const std::vector<talk::Turn>& turns, Role role) {
        return static_cast<std::size_t>(
            std::count_if(turns.begin(), turns.end(), [&](const talk::Turn& turn) { return turn.role == role; }));
    }

    std::string zoom_;
};

}  // namespace app
