// Consent on the command line, and what is refused without it.
#include "base/day.h"
#include "terugblik.h"

#include <filesystem>
#include <gmock/gmock.h>

using support::expect_refused;
using support::expect_wrong_usage;
using testing::HasSubstr;

namespace {

class ConsentCommand : public support::CommandTest {
protected:
    void SetUp() override {
        wave_ = recording("talk.wav", 10);
        talk_ = answer({"import", wave_, "--title", "Talk", "--kind", "real"})["conversation"];
        coding_ = answer(
            {"code", talk_, "--codebook", "gespreksvoering-basis", "--coder", "c", "--from",
             file("codes.csv", "time,end,speaker,code,attributes,note\n1,,professional,open_question,,\n")})["coding"];
    }
    std::vector<std::vector<std::string>> ways_out() {
        return {{"report", coding_, "--out", path("r.pdf")},
                {"export", coding_, "--format", "csv", "--out", path("e.csv")},
                {"export", coding_, "--format", "json", "--out", path("e.json")},
                {"clip", wave_, "--from", "1", "--to", "2", "--out", path("c.mp4")}};
    }

    static std::string next_year() { return base::years_after(base::day_of(base::now()), 1); }

    std::string wave_, talk_, coding_;
};

TEST_F(ConsentCommand, OpensTheWayOutOfARealConversationAndItsEndClosesItAgain) {
    for (const auto& way : ways_out()) {
        expect_refused(run(way), "without a record of consent");
        EXPECT_FALSE(std::filesystem::exists(way.back())) << way.back();
    }
    EXPECT_EQ(answer({"measures", coding_})["counts"]["open_question"], 1) << "looking is not sharing";

    const std::string form = file("form.pdf", "%PDF signed");
    const auto given = answer({"consent", "Talk", "--who", "client", "--until", next_year(), "--purpose", "coaching",
                               "--purpose", "training", "--form", form});
    EXPECT_EQ(given["may_share"], true);
    EXPECT_EQ(given["consent"]["form"], "form.pdf");
    EXPECT_EQ(given["consent"]["purposes"], (support::Json{"coaching", "training"}));
    for (const auto& way : ways_out())
        if (way[0] != "clip") answer(way);

    const auto ended = answer({"consent", "Talk", "--who", "client", "--given", "2025-01-05", "--until", "2026-01-05",
                               "--purpose", "coaching"});
    EXPECT_EQ(ended["may_share"], false);
    EXPECT_EQ(ended["consent"]["revision"], 2);
    for (const auto& way : ways_out()) expect_refused(run(way), "ended on 2026-01-05");
    expect_refused(run({"report", coding_, "--version", "1", "--out", path("again.pdf")}), "ended on");
}

TEST_F(ConsentCommand, ForOtherPurposesThanCoachingIsNotEnoughForAReport) {
    answer({"consent", talk_, "--who", "client", "--until", next_year(), "--purpose", "research"});
    expect_refused(run({"report", coding_, "--out", path("r.pdf")}), "not for this use");
    answer({"export", coding_, "--format", "csv", "--out", path("e.csv")});
}

TEST_F(ConsentCommand, RefusesWhatIsIncomplete) {
    expect_refused(run({"consent", talk_, "--who", "client"}), "is not a day");
    expect_refused(run({"consent", talk_, "--until", next_year()}), "who gave consent");
    expect_wrong_usage(run({"consent", talk_, "--who", "client", "--until", next_year(), "--purpose", "fun"}), "fun");
    const auto shown = answer({"consent", talk_});
    EXPECT_TRUE(shown["consent"].is_null());
    EXPECT_THAT(shown["reason"].get<std::string>(), HasSubstr("without a record of consent"));
}

}  // namespace
