#include "app/reel_writing.h"

#include <gtest/gtest.h>

namespace app {
namespace {

TEST(ReelWriting, SubtitlesAreTheTranscriptElseTheNotes) {
    codes::Coding coding;
    coding.events.resize(2);
    coding.events[0].at = base::seconds(11);
    coding.events[0].note = "hier";
    ASSERT_EQ(cues_of({}, coding).size(), 1U);
    EXPECT_EQ(cues_of({}, coding)[0].text, "hier");
    const std::vector<talk::Turn> turns = {{{base::seconds(8), base::seconds(12)}, "Anna", {}, "Ik wil wel"},
                                           {{base::seconds(20), base::seconds(25)}, "", {}, ""}};
    ASSERT_EQ(cues_of(turns, coding).size(), 1U);
    EXPECT_EQ(cues_of(turns, coding)[0].text, "Anna: Ik wil wel");
}

TEST(ReelWriting, EachMomentHasATitleAsLargeAsThePicture) {
    PlayedList reel;
    reel.moments = {{{base::seconds(1), base::seconds(2)}, "Open vraag → Wens"}};
    const media::ReelPlan plan = plan_of(reel, {320, 180}, {});
    ASSERT_EQ(plan.stretches.size(), 1U);
    ASSERT_TRUE(plan.stretches[0].title);
    EXPECT_EQ(plan.stretches[0].title->width, 320);
    EXPECT_EQ(plan.stretches[0].title->rgb.size(), 320U * 180U * 3U);
    EXPECT_FALSE(plan_of(reel, {}, {}).stretches[0].title) << "sound alone";
}

}  // namespace
}  // namespace app
