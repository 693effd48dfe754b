// `set-goal` and `goals`, from the setting to the second conversation that keeps it.
#include "library/sqlite_library.h"
#include "support/shared_data.h"
#include "terugblik.h"

#include <gmock/gmock.h>

using support::expect_refused;
using support::expect_wrong_usage;
using support::Json;
using testing::HasSubstr;

namespace {

class GoalCommands : public support::CommandTest {
protected:
    // A conversation of Anna's with so much advice, with permission asked and without.
    void add(const std::string& title, const std::string& date, int with, int without) {
        library::SqliteLibrary library(path_);
        const codes::Codebook book = codes::shipped_codebooks().at(0);
        library.store_codebook(book);
        library::Conversation talk;
        talk.id = base::make_id();
        talk.title = title;
        talk.trainee = "Anna";
        talk.date = date;
        talk.created = base::now();
        library.add(talk);
        codes::Coding coding;
        coding.id = base::make_id();
        coding.conversation = talk.id;
        coding.codebook_key = book.key;
        coding.codebook_version = book.version;
        coding.coder = "Marit";
        coding.created = base::now();
        for (int at = 0; at < with + without; ++at) {
            codes::Event event;
            event.id = base::make_id();
            event.at = base::seconds(at);
            event.code = at < with ? "advice_with_permission" : "advice_without_permission";
            coding.events.push_back(event);
        }
        library.add(coding);
    }
    std::vector<std::string> setting(const std::vector<std::string>& more) {
        std::vector<std::string> all = {"set-goal", "Eerste", "--library",
                                        path_,      "--text", "Vraag toestemming vóór advies"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    Json goals() { return answer({"goals", "--library", path_})["goals"]; }

    std::string path_ = folder_.file("goals.terugblik");
};

TEST_F(GoalCommands, AGoalIsCheckedByTheNextCodings) {
    add("Eerste", "2026-01-05", 1, 4);
    const Json set = answer(
        setting({"--formula", "advice_with_permission", "--per", "advice_with_permission + advice_without_permission",
                 "--at-least", "75%", "--until", "2026-03-01"}));
    EXPECT_EQ(set["target"], 0.75);
    EXPECT_FALSE(set["kept"]);
    add("Tweede", "2026-01-12", 3, 1);
    EXPECT_EQ(goals()[0]["met"], 1);
    EXPECT_FALSE(goals()[0]["kept"]);
    add("Derde", "2026-01-19", 1, 2);
    EXPECT_EQ(goals()[0]["points"][1]["met"], false);
    EXPECT_THAT(run({"goals", "--library", path_}).out, HasSubstr("Not yet: kept in 1 of 2."));
    EXPECT_THAT(run({"goals", "--library", path_}).out, HasSubstr("2026-01-12  3 of 4 (75 %): kept"));
}

TEST_F(GoalCommands, AMeasureOrWordsAloneWillDo) {
    add("Eerste", "2026-01-05", 1, 4);
    EXPECT_TRUE(answer(setting({"--measure", "pct_open_questions", "--at-least", "0.5"}))["checks_itself"]);
    EXPECT_TRUE(answer(setting({}))["kept"].is_null());
    EXPECT_EQ(goals().size(), 2U);
}

TEST_F(GoalCommands, SaysWhatIsWrong) {
    add("Eerste", "2026-01-05", 1, 4);
    expect_wrong_usage(run(setting({"--measure", "pct_open_questions"})), "--at-least");
    expect_wrong_usage(run(setting({"--measure", "pct_open_questions", "--at-least", "much"})), "much");
    expect_refused(run(setting({"--measure", "melody", "--at-least", "0.5"})), "melody");
    expect_refused(run(setting({"--formula", "melody", "--at-least", "3"})), "counts");
    expect_refused(run(setting({"--until", "soon"})), "2026-11-30");
    EXPECT_TRUE(goals().empty());
}

}  // namespace
