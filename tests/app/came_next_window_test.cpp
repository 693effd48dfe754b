// What came next, in the real window: the answer as a sentence, its moments by one key.
#include "app/code_screen.h"

namespace app {
namespace {

class CameNext : public CodeScreen {
protected:
    // Two answers with "yes, but" of three, and a question.
    void open_with_pairs() {
        using enum codes::Side;
        open_coding({event(1, "advice_without_permission", Professional), event(3, "yes_but", Client),
                     event(6, "advice_without_permission", Professional), event(8, "sustain", Client),
                     event(11, "advice_without_permission", Professional), event(12, "change_need", Client),
                     event(15, "open_question", Professional), event(16, "change_reason", Client)});
    }
    bool sees(const std::string& label) {
        return driver_->until([&] { return driver_->sees(label); }, std::chrono::seconds(5));
    }
};

TEST_F(CameNext, IsASentenceAndItsMomentsAreHeardByKeys) {
    open_with_pairs();
    driver_->press("ctrl+n");
    ASSERT_TRUE(
        sees("After advice without permission the client answered with sustain talk 2 of 3 times; overall 2 of 4."));
    driver_->press("Return");
    ASSERT_TRUE(driver_->model().played);
    EXPECT_EQ(driver_->model().played->moments.size(), 2u);
    EXPECT_TRUE(open().player->is_playing());
    ASSERT_TRUE(sees("moment 1 of 2"));
    driver_->press("alt+Down");
    ASSERT_TRUE(sees("moment 2 of 2"));
    driver_->press("Escape");
    driver_->turns(4);
    EXPECT_FALSE(driver_->model().played);
    EXPECT_EQ(events().size(), 8u);
    ASSERT_TRUE(driver_->click("hear 00:00"));
    EXPECT_TRUE(driver_->model().played) << "by the pointer as well";
    driver_->press("Escape");
    driver_->press("ctrl+n");
    driver_->turns(4);
    EXPECT_EQ(driver_->application().ui().code.tab, LowerTab::Timeline) << "the same key goes back";
}

TEST_F(CameNext, AnotherQuestionIsAskedByArrows) {
    open_with_pairs();
    driver_->press("ctrl+n");
    ASSERT_TRUE(sees("In: this coding"));
    driver_->press("Right");
    ASSERT_TRUE(sees("After open questions the client answered with change talk 1 of 1 times; overall 2 of 4."));
    driver_->press("Down");
    driver_->press("Right");
    ASSERT_TRUE(sees("Question: Your own question"));
    for (int i = 0; i < 3; ++i) driver_->press("Down");
    driver_->press("Right");
    ASSERT_TRUE(sees("In: all conversations of Robin"));
    EXPECT_TRUE(driver_->until([&] { return open().others_are_gathered; }));
}

TEST_F(CameNext, PoolsTheOtherConversationsOfTheTraineeAndOpensThemToBeHeard) {
    using enum codes::Side;
    const support::TestClip clip{.seconds = 9, .width = 160, .height = 96, .channels = 2};
    const base::Id other =
        samples::add_coding(library_, codes::shipped_codebooks().front(), clip.path(), base::seconds(9),
                            {event(2, "advice_without_permission", Professional), event(4, "sustain", Client)});
    open_with_pairs();
    driver_->press("ctrl+n");
    for (int i = 0; i < 4; ++i) driver_->press("Down");
    driver_->press("Right");
    ASSERT_TRUE(
        sees("After advice without permission the client answered with sustain talk 3 of 4 times; overall 3 of 5."));
    driver_->press("Return");
    driver_->press("alt+Down");
    driver_->press("alt+Down");
    ASSERT_TRUE(driver_->until([&] { return open().coding.id == other; }));
    ASSERT_TRUE(sees("moment 3 of 3"));
    EXPECT_TRUE(
        driver_->until([&] { return open().player && open().player->is_open() && open().player->is_playing(); }));
}

}  // namespace
}  // namespace app
