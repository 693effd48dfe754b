// The Team screen: who is shown, what a date does, and from a number to the conversation behind it.
#include "app/samples.h"
#include "app/window_test.h"

namespace {

using app::Screen;
using support::Driver;

class TeamWindow : public support::WindowTest {
protected:
    base::Id add(const std::string& person, const std::string& date, int open, int closed,
                 const std::string& coder = "Marit") {
        const codes::Codebook book = codes::shipped_codebooks().at(0);
        library_.store_codebook(book);
        library::Conversation talk;
        talk.id = base::make_id();
        talk.title = person + " " + date;
        talk.trainee = person;
        talk.date = date;
        talk.created = base::now();
        library_.add(talk);
        codes::Coding coding;
        coding.id = base::make_id();
        coding.conversation = talk.id;
        coding.codebook_key = book.key;
        coding.codebook_version = book.version;
        coding.coder = coder;
        for (int at = 0; at < open + closed; ++at) {
            codes::Event event;
            event.id = base::make_id();
            event.at = base::seconds(at);
            event.code = at < open ? "open_question" : "closed_question";
            coding.events.push_back(event);
        }
        library_.add(coding);
        return coding.id;
    }
    Driver& open_team() {
        Driver& driver = open_window();
        driver.click("Team");
        EXPECT_TRUE(driver.until([&] { return driver.model().screen == Screen::Team; }));
        return driver;
    }
};

TEST_F(TeamWindow, SaysHowToBeginWhereNothingWasCoded) {
    Driver& driver = open_team();
    EXPECT_FALSE(driver.model().team.data);
}

TEST_F(TeamWindow, ShowsAChartForEachPersonAndFollowsWhatIsTyped) {
    add("Anna", "2026-01-10", 2, 6);
    add("Bo", "2026-02-10", 3, 3);
    Driver& driver = open_team();
    ASSERT_TRUE(driver.until([&] { return driver.sees("chart of Anna") && driver.sees("chart of Bo"); }));
    driver.click("Find a person");
    driver.type("bo");
    EXPECT_TRUE(driver.until([&] { return !driver.sees("chart of Anna") && driver.sees("chart of Bo"); }));
}

TEST_F(TeamWindow, ARowOfTheTableOpensTheCoding) {
    const base::Id coding = add("Anna", "2026-01-10", 2, 6);
    Driver& driver = open_team();
    driver.click("Show as a table");
    driver.click("row 2026-01-10");
    ASSERT_TRUE(driver.until([&] { return driver.model().screen == Screen::Code; }));
    EXPECT_EQ(driver.model().open->coding.id, coding);
}

TEST_F(TeamWindow, AGoalStandsWithItsPersonAndSaysWhetherItWasKept) {
    const base::Id first = library_.coding(add("Anna", "2026-01-10", 2, 6))->conversation;
    add("Anna", "2026-01-17", 6, 2);
    add("Anna", "2026-01-24", 7, 1);
    add("Bo", "2026-01-24", 1, 7);
    codes::Goal goal;
    goal.id = base::make_id();
    goal.conversation = first;
    goal.person = "Anna";
    goal.text = "Ask openly";
    goal.codebook_key = codes::shipped_codebooks().at(0).key;
    goal.numerator = "open_question";
    goal.denominator = "open_question + closed_question";
    goal.target = 0.7;
    goal.set_on = "2026-01-10";
    library_.goals().put(goal);
    Driver& driver = open_team();
    ASSERT_TRUE(driver.until([&] { return driver.sees("Goal: Ask openly \u00b7 Kept"); }));
    goal.target = 0.8;
    library_.goals().put(goal);
    driver.click("Library");
    driver.click("Team");
    EXPECT_TRUE(driver.until([&] { return driver.sees("Goal: Ask openly \u00b7 Not yet: kept in 1 of 2."); }));
}

TEST_F(TeamWindow, ADateIsMarkedAndRemovedAndComesBack) {
    add("Anna", "2026-01-10", 2, 6);
    add("Anna", "2026-03-10", 6, 2);
    Driver& driver = open_team();
    driver.click("Mark a date\u2026");
    driver.click("Day");
    driver.type("2026-02-01");
    driver.click("Mark this date");
    ASSERT_TRUE(driver.until([&] { return library_.milestones().size() == 1; }));
    EXPECT_EQ(library_.milestones()[0].date, "2026-02-01");
    driver.click("Remove this date");
    ASSERT_TRUE(driver.until([&] { return library_.milestones().empty(); }));
    driver.press("ctrl+z");
    EXPECT_TRUE(driver.until([&] { return library_.milestones().size() == 1; }));
}

}  // namespace
