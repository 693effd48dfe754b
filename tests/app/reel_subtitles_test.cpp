#include "app/reel_subtitles.h"

#include <gtest/gtest.h>

namespace app {
namespace {

const std::vector<Moment> kMoments = {{{base::seconds(10), base::seconds(14)}, ""},
                                      {{base::seconds(30), base::seconds(33)}, ""}};

TEST(ReelSubtitles, StandInTheTimeOfTheReelAndAreCutAtItsEdges) {
    const std::vector<talk::Turn> turns = {{{base::seconds(8), base::seconds(12)}, "Anna", {}, "Ik wil <niet> & wel"},
                                           {{base::seconds(20), base::seconds(25)}, "", {}, "elsewhere"},
                                           {{base::seconds(31), base::seconds(40)}, "", {}, "Ja\n\nmaar"}};
    EXPECT_EQ(subtitles_of(kMoments, turns, {}),
              "WEBVTT\n"
              "\n00:00:00.000 --> 00:00:02.000\nAnna: Ik wil &lt;niet&gt; &amp; wel\n"
              "\n00:00:05.000 --> 00:00:07.000\nJa  maar\n");
}

TEST(ReelSubtitles, AreTheNotesWhereThereIsNoTranscript) {
    codes::Coding coding;
    coding.events.resize(2);
    coding.events[0].at = base::seconds(11);
    coding.events[0].note = "hier";
    coding.events[1].at = base::seconds(12);
    EXPECT_EQ(subtitles_of(kMoments, {}, coding), "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nhier\n");
    EXPECT_EQ(subtitles_of(kMoments, {}, {}), "");
}

}  // namespace
}  // namespace app
