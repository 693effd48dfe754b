// Goals, in the file and in the model alike.
#include "library/goals.h"

#include "base/error.h"
#include "library/any_library.h"
#include "library/samples.h"

namespace library {
namespace {

template <class Adapter>
class AnyGoals : public AnyLibrary<Adapter> {
protected:
    AnyGoals() { this->library().add(talk_); }
    Goals& goals() { return this->library().goals(); }
    codes::Goal goal(const std::string& text = "Vraag toestemming vóór advies") const {
        codes::Goal made;
        made.id = base::make_id();
        made.conversation = talk_.id;
        made.person = "Anna";
        made.text = text;
        made.codebook_key = "gespreksvoering-basis";
        made.numerator = "advice_with_permission";
        made.denominator = "advice_with_permission + advice_without_permission";
        made.target = 0.8;
        made.set_on = "2026-11-01";
        made.until = "2026-12-01";
        made.author = "Anna";
        return made;
    }

    Conversation talk_ = samples::conversation();
};
TYPED_TEST_SUITE(AnyGoals, Adapters, AdapterNames);

TYPED_TEST(AnyGoals, AGoalIsKeptAsItWasSet) {
    const codes::Goal put = this->goals().put(this->goal());
    EXPECT_EQ(put.revision, 1);
    EXPECT_EQ(this->reopened().goals().all(), std::vector{put});
    EXPECT_EQ(codes::goal_from_json(codes::to_json(put)), put);
}

TYPED_TEST(AnyGoals, ChangingGivesTheNextRevisionAndRemovingKeepsIt) {
    codes::Goal goal = this->goals().put(this->goal());
    goal.removed = true;
    goal = this->goals().put(goal);
    EXPECT_EQ(goal.revision, 2);
    EXPECT_TRUE(this->goals().all().empty());
    EXPECT_EQ(this->goals().everything(this->talk_.id), std::vector{goal});
}

TYPED_TEST(AnyGoals, OfTwoCopiesTheLaterStandsWhicheverCameFirst) {
    const codes::Goal first = this->goals().put(this->goal());
    codes::Goal second = first;
    second.text = "Vraag eerst toestemming";
    second.revision = 2;
    EXPECT_TRUE(this->goals().take_in(second));
    EXPECT_FALSE(this->goals().take_in(first));
    EXPECT_FALSE(this->goals().take_in(second));
    EXPECT_EQ(this->goals().all(), std::vector{second});
}

TYPED_TEST(AnyGoals, GoesAndComesBackWithItsConversation) {
    this->goals().put(this->goal());
    this->library().remove(this->talk_.id);
    EXPECT_TRUE(this->goals().all().empty());
    this->library().step_conversations(Direction::Undo);
    EXPECT_EQ(this->goals().all().size(), 1U);
}

TYPED_TEST(AnyGoals, RefusesWhatNoGoalIs) {
    codes::Goal goal = this->goal();
    const auto refuses = [&](const codes::Goal& wrong) {
        EXPECT_THROW(this->goals().put(wrong), base::Error);
        EXPECT_THROW(this->goals().take_in(wrong), base::Error);
    };
    refuses(this->goal(""));
    refuses(this->goal("\xff"));
    goal.until = "volgende week";
    refuses(goal);
    goal = this->goal();
    goal.denominator.clear();
    refuses(goal);
    goal = this->goal();
    goal.conversation = base::make_id();
    refuses(goal);
    EXPECT_TRUE(this->goals().all().empty());
}

}  // namespace
}  // namespace library
