// How long a conversation is kept, who has seen it, and erasing it, on the command line.
#include "base/day.h"
#include "terugblik.h"

#include <filesystem>
#include <gmock/gmock.h>

using support::expect_refused;
using support::expect_wrong_usage;
using testing::HasSubstr;

namespace {

namespace fs = std::filesystem;

class PrivacyCommands : public support::CommandTest {
protected:
    void SetUp() override {
        wave_ = recording("zwartkoppie.wav", 10);
        talk_ = answer({"import", wave_, "--title", "Zwartkoppie", "--trainee", "Zwartkoppie"})["conversation"];
        coding_ = answer(
            {"code", talk_, "--codebook", "gespreksvoering-basis", "--coder", "c", "--from",
             file("codes.csv", "time,end,speaker,code,attributes,note\n1,,professional,open_question,,\n")})["coding"];
    }
    std::vector<std::string> words_in_library() {
        std::vector<std::string> found;
        for (const auto& entry : fs::recursive_directory_iterator(folder_.path())) {
            const std::string name = entry.path().string();
            if (name.find(".terugblik") == std::string::npos || !entry.is_regular_file()) continue;
            if (support::read_file(name).find("Zwartkoppie") != std::string::npos) found.push_back(name);
        }
        return found;
    }

    std::string wave_, talk_, coding_;
};

TEST_F(PrivacyCommands, EraseOnlyAfterYesAndTellWhatGoes) {
    const auto before = answer({"erase", talk_});
    EXPECT_EQ(before["erased"], false);
    EXPECT_EQ(before["codings"], 1);
    EXPECT_EQ(before["other_recordings"], support::Json{wave_});
    EXPECT_EQ(answer({"list"}).size(), 1u);
    EXPECT_FALSE(words_in_library().empty());

    EXPECT_EQ(answer({"erase", "Zwartkoppie", "--yes", "--withdrawn"})["erased"], true);
    EXPECT_EQ(answer({"list"}).size(), 0u);
    EXPECT_TRUE(words_in_library().empty()) << words_in_library().front();
    EXPECT_TRUE(fs::exists(wave_)) << "the coach's own file stays";
    expect_refused(run({"erase", talk_, "--yes"}), "");
    EXPECT_EQ(answer({"check"})["problems"], support::Json::array());

    const auto seen = answer({"who-saw", talk_});
    EXPECT_EQ(seen["entries"].back()["what"], "erased");
}

TEST_F(PrivacyCommands, EraseTheRecordingTooWhenAsked) {
    answer({"erase", talk_, "--yes", "--recording"});
    EXPECT_FALSE(fs::exists(wave_));
}

TEST_F(PrivacyCommands, TellWhoWroteFilesFromIt) {
    answer({"export", coding_, "--format", "csv", "--out", path("e.csv")});
    answer({"backup", path("copy.terugblik")});
    const auto seen = answer({"who-saw", "Zwartkoppie"});
    ASSERT_EQ(seen["entries"].size(), 2u);
    EXPECT_EQ(seen["entries"][0]["what"], "exported");
    EXPECT_EQ(seen["entries"][0]["detail"], path("e.csv"));
    EXPECT_EQ(seen["entries"][1]["what"], "backed_up");
    EXPECT_EQ(seen["log"]["head"], seen["entries"][1]["hash"]);
    EXPECT_EQ(answer({"check", "--log-hash", seen["entries"][0]["hash"]})["ok"], true);
    EXPECT_EQ(run({"check", "--json", "--log-hash", std::string(64, '0')}).json()["ok"], false);
    EXPECT_EQ(answer({"erase", talk_})["gone_out"], support::Json{path("e.csv")});
    EXPECT_THAT(run({"who-saw", talk_}).out, HasSubstr("Who has seen my recording?"));
}

TEST_F(PrivacyCommands, TellAndChangeUntilWhenItIsKept) {
    const std::string today = base::day_of(base::now());
    const auto kept = answer({"keep", talk_});
    EXPECT_EQ(kept["until"], base::days_after(today, 90));
    EXPECT_EQ(kept["chosen"], false);
    EXPECT_EQ(kept["over"], false);
    EXPECT_EQ(answer({"keep", talk_, "--until", "2026-01-01"})["over"], true);
    EXPECT_EQ(answer({"keep", talk_, "--until", base::years_after(today, 5)})["over"], false);
    expect_refused(run({"keep", talk_, "--until", base::years_after(today, 6)}), "5 years at most");
    expect_refused(run({"keep", talk_, "--until", "soon"}), "is not a day");
}

}  // namespace
