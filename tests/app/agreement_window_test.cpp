// The Agreement screen in the real window: reached by key, read, and decided with one key each.
#include "app/code_screen.h"

#include <gmock/gmock.h>

namespace app {
namespace {

class AgreementScreen : public CodeScreen {
protected:
    void open_two_coders() {
        using codes::Side;
        open_coding({event(1, "open_question", Side::Professional), event(4, "simple_reflection", Side::Professional),
                     event(8, "change_desire", Side::Client), event(12, "affirmation", Side::Professional)});
        codes::Coding other = open().coding;
        other.id = base::make_id();
        other.coder = "Bert";
        other.events = {event(1.4, "open_question", Side::Professional),
                        event(4.6, "complex_reflection", Side::Professional), event(8.2, "change_desire", Side::Client),
                        event(16, "summary", Side::Professional)};
        other.events[1].note = "Hij legt er iets bij.";
        library_.add(other);
        driver_->application().controller().apply(OpenCoding{open().coding.id});
        ASSERT_TRUE(driver_->until([&] { return open().player && open().player->is_open(); }));
        driver_->press("ctrl+shift+a");
        ASSERT_TRUE(driver_->until([&] { return driver_->model().screen == Screen::Agreement; }));
        ASSERT_TRUE(driver_->until([&] { return driver_->sees("curve of kappa"); }));
    }
    AgreementState& state() { return driver_->application().ui().agreement; }
    const AgreementDesk& desk() { return *driver_->model().agreement; }
    void begin_deciding() {
        driver_->press("ctrl+Tab");
        ASSERT_TRUE(driver_->until([&] { return driver_->sees("difference 3"); }));
        driver_->press("ctrl+Return");
        ASSERT_TRUE(driver_->until([&] { return bool(desk().consensus) && open().coding.id == desk().consensus; }));
        driver_->turns(6);
    }
};

TEST_F(AgreementScreen, IsReachedFromTheListOfCodings) {
    open_two_coders();
    driver_->press("F3");
    driver_->press("ctrl+o");
    ASSERT_TRUE(driver_->click("Compare"));
    EXPECT_TRUE(driver_->until([&] { return driver_->model().screen == Screen::Agreement; }));
    EXPECT_EQ(desk().disagreements.size(), 3u);
}

TEST_F(AgreementScreen, SaysWhatEveryNumberMeansByKey) {
    open_two_coders();
    EXPECT_TRUE(driver_->sees("Kappa by events"));
    EXPECT_TRUE(driver_->sees("column PABAK"));
    driver_->press("shift+F1");
    EXPECT_TRUE(driver_->until([&] { return state().explains; }));
}

TEST_F(AgreementScreen, OneKeyDecidesAndTheNextDifferenceComesByItself) {
    open_two_coders();
    begin_deciding();
    driver_->press("2");
    ASSERT_TRUE(driver_->until([&] { return open().coding.decisions.size() == 1; }));
    EXPECT_EQ(open().coding.decisions[0].choice, codes::Choice::Second);
    EXPECT_TRUE(driver_->until([&] { return state().at == 1; }));
    ASSERT_TRUE(driver_->model().played);
    EXPECT_EQ(driver_->model().played->now, 1u) << "and it is heard";
    driver_->press("3");
    driver_->press("4");
    ASSERT_TRUE(driver_->until([&] { return open().coding.decisions.size() == 3; }));
    EXPECT_EQ(events().size(), 4u) << "two alike, the complex reflection and the affirmation";
    driver_->press("ctrl+z");
    EXPECT_TRUE(driver_->until([&] { return open().coding.decisions.size() == 2; }));
    EXPECT_EQ(library_.coding(open().coding.id)->decisions.size(), 2u);
}

TEST_F(AgreementScreen, ANoteIsTypedWithoutDeciding) {
    open_two_coders();
    begin_deciding();
    driver_->press("Return");
    driver_->turns(6);
    driver_->type("met 1 gevoel");
    driver_->press("Return");
    EXPECT_TRUE(open().coding.decisions.empty()) << "a digit in a note is no decision";
    driver_->press("1");
    ASSERT_TRUE(driver_->until([&] { return open().coding.decisions.size() == 1; }));
    EXPECT_EQ(open().coding.decisions[0].note, "met 1 gevoel");
    EXPECT_EQ(open().agreed.size(), 1u);
    EXPECT_TRUE(state().note.empty()) << "the next one begins without";
}

TEST_F(AgreementScreen, AnotherCodeIsChosenFromTheCodebook) {
    open_two_coders();
    begin_deciding();
    driver_->press("5");
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("Summary"); }));
    ASSERT_TRUE(driver_->click("Summary"));
    ASSERT_TRUE(driver_->until([&] { return open().coding.decisions.size() == 1; }));
    EXPECT_EQ(open().coding.decisions[0].code, "summary");
    EXPECT_FALSE(state().picks_code);
}

TEST_F(AgreementScreen, ShowsTheTestAgainstGoldAsThePageItPrints) {
    open_two_coders();
    const auto next_tab = [&](AgreementTab tab) {
        driver_->press("ctrl+Tab");
        ASSERT_TRUE(driver_->until([&] { return state().tab == tab; }));
    };
    next_tab(AgreementTab::Differences);
    next_tab(AgreementTab::Gold);
    EXPECT_FALSE(driver_->sees("certificate page 1")) << "neither is gold yet";
    driver_->application().controller().apply(MarkPurpose{codes::Purpose::Gold});
    driver_->application().controller().apply(CompareCodings{desk().first.id, desk().second.id, desk().tolerance});
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("certificate page 1"); }));
    EXPECT_EQ(desk().gold_test->coder, "Bert");
    EXPECT_TRUE(driver_->sees("Save as PDF…"));
}

TEST_F(AgreementScreen, AnOldConversationIsCodedAgainWithoutSeeingTheEarlierCodes) {
    open_coding();
    codes::Coding old = open().coding;
    old.id = base::make_id();
    old.created.milliseconds = base::now().milliseconds - 100LL * 86'400'000;
    old.events = {event(1, "open_question", codes::Side::Professional)};
    const base::Id conversation = library_.conversation(old.conversation)->id;
    library::Conversation copy = *library_.conversation(conversation);
    copy.id = old.conversation = base::make_id();
    copy.title = "Long ago";
    copy.recordings[0].id = base::make_id();
    library_.add(copy);
    library_.add(old);
    driver_->press("ctrl+shift+a");
    ASSERT_TRUE(driver_->until([&] { return driver_->model().screen == Screen::Agreement; }));
    ASSERT_TRUE(driver_->click("Coded again"));
    ASSERT_TRUE(driver_->click("Code again Long ago"));
    ASSERT_TRUE(driver_->until([&] { return open().recoding && open().player && open().player->is_open(); }));
    EXPECT_TRUE(events().empty());
    driver_->press("q");
    ASSERT_TRUE(driver_->until([&] { return events().size() == 1; }));
    driver_->press("ctrl+shift+a");
    ASSERT_TRUE(driver_->click("Numbers"));
    ASSERT_TRUE(driver_->click("I am done: compare"));
    ASSERT_TRUE(driver_->until([&] { return driver_->model().agreement.has_value(); }));
    EXPECT_EQ(desk().first.id, old.id);
    ASSERT_TRUE(driver_->click("Coded again"));
    EXPECT_TRUE(driver_->until([&] { return driver_->sees("chart by quarter"); }));
}

TEST_F(AgreementScreen, HelpsWhereNobodyElseHasCoded) {
    open_coding({event(1, "open_question", codes::Side::Professional)});
    driver_->press("ctrl+shift+a");
    ASSERT_TRUE(driver_->until([&] { return driver_->model().screen == Screen::Agreement; }));
    ASSERT_TRUE(driver_->click("New coding"));
    EXPECT_TRUE(driver_->until([&] { return driver_->model().new_coding.has_value(); }));
}

}  // namespace
}  // namespace app
