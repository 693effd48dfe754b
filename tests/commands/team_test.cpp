// `trend` and `compare`: on AnnoMI's conversations, and on a small library whose numbers can be worked out by hand.
#include "library/sqlite_library.h"
#include "support/shared_data.h"
#include "terugblik.h"

#include <gmock/gmock.h>

using support::expect_refused;
using support::expect_wrong_usage;
using support::Json;
using testing::HasSubstr;

namespace {

class TeamCommands : public support::CommandTest {
protected:
    // A conversation with so many open and closed questions, coded by somebody.
    void add(library::Library& library, const std::string& person, const std::string& date, int open, int closed,
             const std::string& coder = "Marit") {
        const codes::Codebook book = codes::shipped_codebooks().at(0);
        library.store_codebook(book);
        library::Conversation talk;
        talk.id = base::make_id();
        talk.trainee = person;
        talk.date = date;
        talk.created = base::now();
        library.add(talk);
        codes::Coding coding;
        coding.id = base::make_id();
        coding.conversation = talk.id;
        coding.codebook_key = book.key;
        coding.codebook_version = book.version;
        coding.coder = coder;
        coding.created = base::now();
        for (int at = 0; at < open + closed; ++at) {
            codes::Event event;
            event.id = base::make_id();
            event.at = base::seconds(at);
            event.code = at < open ? "open_question" : "closed_question";
            coding.events.push_back(event);
        }
        library.add(coding);
    }
    std::string path_ = folder_.file("team.terugblik");
};

TEST_F(TeamCommands, TrendFollowsEachPersonAndSaysWhoCoded) {
    {
        library::SqliteLibrary library(path_);
        add(library, "Bo", "2026-02-01", 2, 2);
        add(library, "Anna", "2026-03-01", 6, 2, "Ben");
        add(library, "Anna", "2026-01-01", 1, 3);
        library.add(library::Milestone{base::make_id(), library::MilestoneKind::Training, "2026-02-15", "", "Basis"});
    }
    const Json found = answer({"trend", "--library", path_, "--measure", "pct_open_questions"});
    ASSERT_EQ(found["points"].size(), 3u);
    EXPECT_EQ(found["points"][0]["person"], "Anna");
    EXPECT_EQ(found["points"][0]["day"], "2026-01-01");
    EXPECT_EQ(found["points"][0]["value"], 0.25);
    EXPECT_EQ(found["points"][0]["coder"], "Marit");
    EXPECT_EQ(found["points"][1]["numerator"], 6);
    EXPECT_FALSE(found["points"][1]["low"].is_null());
    ASSERT_EQ(found["breaks"].size(), 1u);
    EXPECT_TRUE(found["breaks"][0]["coder"]);
    EXPECT_EQ(found["milestones"][0]["day"], "2026-02-15");
    EXPECT_EQ(answer({"trend", "--library", path_, "--person", "Bo"})["points"].size(), 1u);
    EXPECT_THAT(run({"trend", "--library", path_, "--measure", "pct_open_questions"}).out,
                HasSubstr("another coder: Ben, before that Marit"));
    expect_refused(run({"trend", "--library", path_, "--measure", "melody"}), "melody");
    expect_refused(run({"trend", "--library", path_, "--codebook", "none"}), "--codebook");
    expect_refused(run({"trend", "--library", path_, "--person", "Nobody"}), "person");
}

TEST_F(TeamCommands, CompareSetsWhatWasBeforeADayBesideWhatCameAfter) {
    {
        library::SqliteLibrary library(path_);
        for (const char* day : {"01", "08", "15", "22", "28", "29"}) {
            add(library, "Anna", std::string("2026-01-") + day, 3, 9);
            add(library, "Anna", std::string("2026-03-") + day, 8, 4);
        }
    }
    const std::vector<std::string> command = {"compare", "--library", path_, "--measure", "pct_open_questions"};
    auto by_date = command;
    by_date.insert(by_date.end(), {"--date", "2026-02-01"});
    const Json found = answer(by_date);
    EXPECT_EQ(found["first"]["conversations"], 6);
    EXPECT_EQ(found["first"]["value"], 0.25);
    EXPECT_EQ(found["second"]["numerator"], 48);
    EXPECT_NEAR(found["difference"].get<double>(), 5.0 / 12, 1e-12);
    EXPECT_FALSE(found["too_few"]);
    EXPECT_FALSE(found["includes_zero"]);
    EXPECT_EQ(found["seed"], 20261122);
    EXPECT_EQ(answer(by_date), found);
    EXPECT_THAT(run(by_date).out, HasSubstr("seed 20261122"));
    expect_wrong_usage(run(command), "--date");
    auto wrong = command;
    wrong.insert(wrong.end(), {"--date", "february"});
    expect_wrong_usage(run(wrong), "not a day");
}

TEST_F(TeamCommands, AnnoMisGoodAndPoorConversationsDiffer) {
    const std::string csv = support::testdata("annomi/annomi-simple.csv");
    if (csv.empty()) GTEST_SKIP() << "no shared data here";
    answer({"import-coded", csv, "--format", "annomi", "--library", path_});
    const Json found = answer(
        {"compare", "--library", path_, "--measure", "pct_ct", "--group", "quality=low", "--group", "quality=high"});
    EXPECT_EQ(found["first"]["conversations"].get<int>() + found["second"]["conversations"].get<int>(), 133);
    EXPECT_GT(found["difference"].get<double>(), 0);
    // Point by point what `measures` says of the coding.
    const Json points =
        answer({"trend", "--library", path_, "--measure", "pct_ct", "--group", "quality=low"})["points"];
    double numerator = 0, denominator = 0;
    for (const Json& point : points) {
        if (point["numerator"].is_null()) continue;
        numerator += point["numerator"].get<double>();
        denominator += point["denominator"].get<double>();
    }
    EXPECT_EQ(found["first"]["numerator"], numerator);
    EXPECT_EQ(found["first"]["denominator"], denominator);
    for (std::size_t at = 0; at < 3; ++at) {
        const Json measured = answer({"measures", points[at]["coding"], "--library", path_})["measures"]["pct_ct"];
        for (const char* key : {"value", "numerator", "denominator", "low", "high"})
            EXPECT_EQ(points[at][key], measured[key]) << key;
    }
    expect_wrong_usage(run({"compare", "--library", path_, "--group", "quality=low"}), "twice");
    expect_wrong_usage(run({"compare", "--library", path_, "--group", "a", "--group", "b=c"}), "TAG=VALUE");
}

}  // namespace
