// `reel`: the best moments as a list, as one film with titles, as separate clips.
#include "support/test_clip.h"
#include "terugblik.h"

#include <filesystem>
#include <gmock/gmock.h>

using support::expect_refused;
using support::expect_wrong_usage;
using support::Json;
using testing::HasSubstr;

namespace {

class ReelCommand : public support::CommandTest {
protected:
    // A film of half a minute with two questions that were answered with change talk.
    void import_coded() {
        const support::TestClip clip{.seconds = 30, .width = 160, .height = 96};
        answer({"import", clip.path(), "--title", "Talk"});
        const std::string codes = file("codes.csv",
                                       "time,end,speaker,code,attributes,note\n4,,professional,open_question,,\n"
                                       "6,,client,change_need,,met wat zij zei\n18,,professional,open_question,,\n"
                                       "20,,client,change_desire,,\n");
        answer({"code", "Talk", "--codebook", "gespreksvoering-basis", "--coder", "Marit", "--from", codes});
    }
};

TEST_F(ReelCommand, ListsTheBestMomentsAndWritesThemAsOneFilmWithTitlesAndSubtitles) {
    import_coded();
    const Json listed = answer({"reel", "Talk"});
    ASSERT_EQ(listed["moments"].size(), 2U);
    EXPECT_EQ(listed["moments"][0]["text"], "Open question → Change talk · need");
    EXPECT_TRUE(listed["files"].empty());
    const Json written = answer({"reel", "Talk", "--out", path("reel.mp4"), "--subtitles", path("reel.vtt")});
    EXPECT_EQ(written["files"].size(), 2U);
    const Json probed = answer({"probe", path("reel.mp4")});
    const auto titles = 2 * 3'000'000;
    EXPECT_NEAR(probed["duration_us"].get<double>(), listed["duration_us"].get<double>() + titles, 100'000);
    EXPECT_THAT(support::read_file(path("reel.vtt")), HasSubstr("met wat zij zei"));
}

TEST_F(ReelCommand, WritesSeparateClips) {
    import_coded();
    std::filesystem::create_directory(path("clips"));
    const Json written = answer({"reel", "Talk", "--separate", path("clips")});
    ASSERT_EQ(written["files"].size(), 2U);
    for (const char* name : {"clips/01.mp4", "clips/02.mp4"}) {
        const Json probed = answer({"probe", path(name)});
        EXPECT_LT(probed["duration_us"], 15'000'000);
    }
    expect_refused(run({"reel", "Talk", "--separate", path("nowhere")}), "nowhere");
}

TEST_F(ReelCommand, RefusesWhereThereIsNothingToHearAndWrongUsage) {
    answer({"import", recording("talk.wav", 5), "--title", "Talk"});
    const std::string codes = file("codes.csv", "time,code\n1,closed_question\n");
    answer({"code", "Talk", "--codebook", "gespreksvoering-basis", "--coder", "Marit", "--from", codes});
    expect_refused(run({"reel", "Talk"}), "no best moments yet");
    expect_wrong_usage(run({"reel", "Talk", "--subtitles", path("x.vtt")}), "--out");
}

}  // namespace
