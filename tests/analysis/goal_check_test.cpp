#include "analysis/goal_check.h"

#include "codes/samples.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

const codes::Codebook* book_of(const std::string& version) {
    static const codes::Codebook made = codes::parse_codebook(samples::kCodebook, "sample");
    return version == "1.0" ? &made : nullptr;
}

// "At least half of the questions open, in the next two conversations", set on the first of February.
class GoalCheckTest : public testing::Test {
protected:
    GoalCheckTest() {
        goal_.conversation = base::make_id();
        goal_.person = "Anna";
        goal_.numerator = "open_question";
        goal_.denominator = "open_question + closed_question";
        goal_.target = 0.5;
        goal_.set_on = "2026-02-01";
    }
    codes::CountedCoding& add(const std::string& date, int open, int closed, const std::string& person = "Anna") {
        codes::CountedCoding& made = counted_.codings.emplace_back();
        made.coding = base::make_id();
        made.conversation = base::make_id();
        made.codebook_version = "1.0";
        made.trainee = person;
        made.date = date;
        made.totals.counts = {{0, open}, {1, closed}};
        return made;
    }
    GoalCheck checked() const { return check_goal(goal_, counted_, book_of); }

    codes::Goal goal_;
    codes::CountedCodings counted_{{{"open_question", {}}, {"closed_question", {}}}, {}};
};

TEST_F(GoalCheckTest, IsKeptOnceTheNextConversationsAllReachTheTarget) {
    EXPECT_FALSE(checked().kept);
    add("2026-02-08", 3, 1);
    EXPECT_EQ(checked().met, 1);
    EXPECT_FALSE(checked().kept) << "one of two";
    add("2026-02-15", 2, 2);
    EXPECT_TRUE(checked().kept) << "on the line is reached";
    add("2026-02-22", 0, 4);
    EXPECT_TRUE(checked().kept) << "the third is not asked about";
    EXPECT_EQ(checked().points.size(), 2U);
}

TEST_F(GoalCheckTest, LooksOnlyAtLaterConversationsOfThisPersonCodedForFeedback) {
    add("2026-02-01", 4, 0);
    add("2026-01-25", 4, 0);
    add("2026-02-08", 4, 0, "Bo");
    add("2026-02-08", 4, 0).purpose = codes::Purpose::Self;
    add("2026-02-08", 4, 0).purpose = codes::Purpose::SecondCoder;
    EXPECT_TRUE(checked().points.empty());
    add("2026-02-08", 4, 0);
    EXPECT_EQ(checked().points.size(), 1U);
}

TEST_F(GoalCheckTest, CountsAConversationOnce) {
    const base::Id talk = add("2026-02-08", 4, 0).conversation;
    add("2026-02-08", 4, 0).conversation = talk;
    EXPECT_EQ(checked().points.size(), 1U);
}

TEST_F(GoalCheckTest, NothingCountedIsNeitherKeptNorNot) {
    add("2026-02-08", 0, 0);
    const GoalCheck found = checked();
    ASSERT_EQ(found.points.size(), 1U);
    EXPECT_FALSE(found.points[0].met.has_value());
    EXPECT_EQ(found.met, 0);
}

TEST_F(GoalCheckTest, AtMostIsReachedFromAbove) {
    goal_.direction = codes::GoalDirection::AtMost;
    goal_.conversations = 1;
    add("2026-02-08", 3, 1);
    EXPECT_FALSE(checked().kept);
    goal_.target = 0.75;
    EXPECT_TRUE(checked().kept);
}

TEST_F(GoalCheckTest, WordsAloneHaveNothingToCheck) {
    goal_.numerator = goal_.denominator = "";
    add("2026-02-08", 3, 1);
    EXPECT_TRUE(checked().points.empty());
    EXPECT_FALSE(checked().kept);
}

TEST_F(GoalCheckTest, SaysWhetherItsFormulaCanBeFollowed) {
    EXPECT_TRUE(can_be_checked(goal_, *book_of("1.0")));
    goal_.numerator = "time.open_question";
    EXPECT_FALSE(can_be_checked(goal_, *book_of("1.0")));
}

}  // namespace
}  // namespace analysis
