// Codings that others made, and ratings: `import-coded` and `rate`.
#include "terugblik.h"

#include <gmock/gmock.h>
#include <map>

using support::expect_refused;
using support::expect_wrong_usage;
using support::Json;
using testing::HasSubstr;

namespace {

class CodedCommands : public support::CommandTest {
protected:
    Json import_annomi(const std::string& text) {
        return answer({"import-coded", file("annomi.csv", kColumns + text), "--format", "annomi"});
    }

    const std::string kColumns =
        "mi_quality,transcript_id,video_title,utterance_id,interlocutor,timestamp,utterance_text,annotator_id,"
        "main_therapist_behaviour,client_talk_type\n";
    const std::string kTwoCoders =
        "low,7,Talk,0,therapist,00:00:13,Hm?,3,question,n/a\nlow,7,Talk,0,therapist,00:00:13,Hm?,4,other,n/a\n"
        "low,7,Talk,1,client,00:00:12,Één keer.,3,n/a,change\nlow,7,Talk,2,client,soon,Ja.,3,n/a,applause\n";
};

TEST_F(CodedCommands, ImportConversationsWithTheirCodersTagsAndWords) {
    const Json made = import_annomi(kTwoCoders);
    ASSERT_EQ(made["conversations"].size(), 1u);
    const Json& talk = made["conversations"][0];
    EXPECT_EQ(talk["title"], "Talk");
    EXPECT_EQ(talk["tags"], (Json{{"transcript", "7"}, {"quality", "low"}}));
    EXPECT_EQ(talk["turns"], 2);
    ASSERT_EQ(talk["codings"].size(), 2u);
    EXPECT_EQ(talk["codings"][0]["coder"], "AnnoMI 3");
    ASSERT_EQ(made["skipped"].size(), 1u);
    EXPECT_EQ(made["skipped"][0]["line"], 5);
    EXPECT_THAT(made["skipped"][0]["reason"].get<std::string>(), HasSubstr("applause"));
    ASSERT_EQ(made["moved"].size(), 1u);
    EXPECT_EQ(made["moved"][0]["line"], 4);
    EXPECT_EQ(answer({"measures", talk["codings"][0]["coding"]})["counts"]["change"], 1);
}

TEST_F(CodedCommands, ImportTwiceAddsNothingTwice) {
    const Json first = import_annomi(kTwoCoders);
    const Json again = import_annomi(kTwoCoders);
    EXPECT_EQ(again["conversations"].size(), 0u);
    ASSERT_EQ(again["already"].size(), 1u);
    EXPECT_EQ(again["already"][0]["conversation"], first["conversations"][0]["conversation"]);
    EXPECT_EQ(again["already"][0]["coders"], (Json{"AnnoMI 3", "AnnoMI 4"}));
    EXPECT_EQ(answer({"list", "codings"}).size(), 2u);

    // A coder who came later belongs to the conversation that is there; other coders are another set of data.
    const Json more = import_annomi(kTwoCoders + "low,7,Talk,1,client,00:00:12,Één keer.,5,n/a,change\n");
    ASSERT_EQ(more["conversations"].size(), 1u);
    EXPECT_EQ(more["conversations"][0]["conversation"], first["conversations"][0]["conversation"]);
    EXPECT_EQ(more["conversations"][0]["codings"].size(), 1u);
    EXPECT_EQ(more["conversations"][0]["codings"][0]["coder"], "AnnoMI 5");
    EXPECT_EQ(answer({"list"}).size(), 1u);

    const std::string other = file("other.csv", kColumns + "low,8,Other,0,client,00:00:01,Nee.,1,n/a,sustain\n");
    const Json twice = answer({"import-coded", other, other, "--format", "annomi"});
    EXPECT_EQ(twice["conversations"].size(), 1u);
    EXPECT_EQ(twice["already"].size(), 1u);
}

TEST_F(CodedCommands, AConversationWithoutARecordingGoesThroughEveryCommand) {
    const Json made = import_annomi(kTwoCoders);
    const std::string coding = made["conversations"][0]["codings"][0]["coding"];
    EXPECT_EQ(answer({"list"})[0]["duration_us"], 0);
    EXPECT_EQ(answer({"list", "codings"})[0]["ratings"], Json::object());
    EXPECT_EQ(answer({"report", coding, "--out", path("r.pdf"), "--out", path("r.html")})["version"], 1);
    for (const char* format : {"csv", "json", "vtt"})
        EXPECT_EQ(answer({"export", coding, "--format", format, "--out", path(format)})["events"], 2);
    EXPECT_EQ(answer({"code", "Talk", "--codebook", "annomi", "--coder", "x", "--from", path("csv")})["events"], 2);
    EXPECT_TRUE(answer({"check"})["ok"]);
    expect_refused(run({"measures", "Talk"}), "more than one");
}

TEST_F(CodedCommands, ImportRefusesAFileThatIsNoSuchTableAndMakesNoLibrary) {
    const std::string good = file("good.csv", kColumns + kTwoCoders);
    expect_refused(run({"import-coded", good, file("bad.csv", "time,code\n1,x\n"), "--format", "annomi"}), "bad.csv");
    expect_refused(run({"import-coded", path("nowhere.csv"), "--format", "annomi"}), "nowhere.csv");
    expect_refused(run({"import-coded", good, "--format", "csv", "--codebook", "miti-9"}), "miti-9");
    expect_refused(run({"list"}), "library.terugblik");
}

TEST_F(CodedCommands, ImportTablesOfOurOwnFormWithOtherColumnsAsTags) {
    const std::string table =
        file("own.csv",
             "conversation,coder,time,end,speaker,code,attributes,note,quality\n"
             "A,Marit,2,,,open_question,,\"=note\",high\nA,Joost,2,,,closed_question,,,high\n"
             "B,Marit,5,9,client,change_desire,strength=2,,low\nB,,6,,,summary,,,low\nA,Marit,1,,,summary,,,\n");
    const Json made = answer({"import-coded", table, "--format", "csv", "--codebook", "gespreksvoering-basis"});
    ASSERT_EQ(made["conversations"].size(), 2u);
    EXPECT_EQ(made["conversations"][0]["tags"], (Json{{"quality", "high"}}));
    EXPECT_EQ(made["conversations"][0]["codings"].size(), 2u);
    EXPECT_EQ(made["conversations"][0]["codings"][0]["events"], 2);
    ASSERT_EQ(made["skipped"].size(), 1u);
    EXPECT_EQ(made["skipped"][0]["line"], 5);
    EXPECT_EQ(
        answer({"import-coded", table, "--format", "csv", "--codebook", "gespreksvoering-basis"})["already"].size(),
        2u);
    expect_refused(run({"import-coded", file("x.csv", "time,code\n"), "--format", "csv", "--codebook", "annomi"}),
                   "conversation");
}

TEST_F(CodedCommands, RateKeepsRatingsInTheRangesOfTheCodebook) {
    answer({"import", recording("talk.wav", 60), "--title", "Talk"});
    const std::string coding = answer({"code", "Talk", "--codebook", "miti-4.2.1", "--coder", "c", "--from",
                                       file("c.csv", "time,code\n1,gi\n")})["coding"];
    const Json ratings = {{"cultivating", 4}, {"empathy", 5}, {"partnership", 3}, {"softening", 2}};
    EXPECT_EQ(answer({"rate", coding, "cultivating=4", "softening=2", "partnership=1", "empathy=5", "partnership=3"}),
              (Json{{"coding", coding}, {"ratings", ratings}}));
    EXPECT_EQ(answer({"measures", coding})["measures"]["technical"]["value"], 3.0);
    EXPECT_EQ(answer({"list", "codings"})[0]["ratings"], ratings);
    EXPECT_TRUE(answer({"list", "codings"})[0]["segment"].is_null());
    EXPECT_EQ(answer({"list", "codings"})[0]["active_us"], 0);

    expect_refused(run({"rate", coding, "empathy=1", "empathy=6"}), "from 1 to 5");
    expect_refused(run({"rate", coding, "empathy=four"}), "four");
    expect_refused(run({"rate", coding, "empaty=4"}), "cultivating, softening, partnership, empathy");
    expect_wrong_usage(run({"rate", coding, "empathy"}), "empathy=4");
    EXPECT_EQ(answer({"list", "codings"})[0]["ratings"], ratings) << "what is refused changes nothing";
}

// The figures that were worked out of AnnoMI's tables elsewhere, through the commands.
TEST_F(CodedCommands, GiveTheCountsOfAnnomiThatWereFoundElsewhere) {
    const std::string simple = support::testdata("annomi/annomi-simple.csv");
    const std::string full = support::testdata("annomi/annomi-full.csv");
    const std::string oracles = support::shared("oracles/mi-oracles.json");
    if (simple.empty() || full.empty() || oracles.empty()) GTEST_SKIP() << "AnnoMI is not here";
    const Json both = answer({"import-coded", simple, full, "--format", "annomi"});
    EXPECT_EQ(both["conversations"].size(), 266u);
    EXPECT_EQ(both["skipped"].size(), 0u);
    EXPECT_EQ(answer({"import-coded", full, "--format", "annomi"})["already"].size(), 133u);

    std::size_t with_ten = 0;
    std::map<std::string, std::map<std::string, int>> counts;  // by quality and code, of the simple table
    for (const Json& talk : both["conversations"]) {
        if (talk["codings"].size() == 10) ++with_ten;
        if (talk["codings"][0]["coder"] != "AnnoMI") continue;
        const Json measured = answer({"measures", talk["codings"][0]["coding"]});
        for (const auto& [code, count] : measured["counts"].items())
            for (const std::string& quality : {std::string("all"), talk["tags"]["quality"].get<std::string>()})
                counts[quality][code] += count.get<int>();
    }
    EXPECT_EQ(with_ten, 7u);
    for (const auto& [quality, expected] : Json::parse(support::read_file(oracles)).at("annomi_simple_counts").items())
        for (const char* side : {"therapist", "client"})
            for (const auto& [code, count] : expected.at(side).items())
                EXPECT_EQ(counts[quality][code], count.get<int>()) << quality << " " << code;
}

}  // namespace
