// The trainee's own view, hidden codings and the end of a consent: what goes along, and what stays where it is.
#include "base/day.h"
#include "library/review_samples.h"
#include "packages/two_sides.h"

#include <gmock/gmock.h>

namespace packages {
namespace {

using library::PackedMedia;
using testing::IsEmpty;
using testing::SizeIs;

class OwnView : public testing::Test {
protected:
    OwnView() {
        introduce(coach_, trainee_);
        coding_ = code_conversation(coach_);
        talk_ = coach_.library->coding(coding_)->conversation;
        receive(trainee_, send(coach_, trainee_, only_codes()));
        own_ = samples::coding(talk_);
        own_.coder = "Anna";
        own_.purpose = codes::Purpose::Self;
        trainee_.library->add(own_);
        review_ = samples::review(talk_);
        review_.own_coding = own_.id;
        review_ = trainee_.library->reviews().put(review_);
    }
    Choice only_codes() const { return {talk_, {}, PackedMedia::None, {}}; }
    void share(bool is_shared) {
        review_.is_shared = is_shared;
        review_ = trainee_.library->reviews().put(review_);
    }

    Side coach_{"Marit"}, trainee_{"Anna"};
    base::Id coding_, talk_;
    codes::Coding own_;
    codes::Review review_;
};

TEST_F(OwnView, StaysWithTheTraineeUntilItIsShared) {
    receive(coach_, send(trainee_, coach_, only_codes()));
    EXPECT_FALSE(coach_.library->reviews().of(talk_));
    EXPECT_FALSE(coach_.library->coding(own_.id)) << "nor do the codes that belong to it";
    share(true);
    const std::string reply = send(trainee_, coach_, only_codes());
    receive(coach_, reply);
    EXPECT_EQ(coach_.library->reviews().of(talk_), review_);
    EXPECT_TRUE(coach_.library->coding(own_.id));
    EXPECT_EQ(receive(coach_, reply).added, 0);
}

TEST_F(OwnView, ComesAnewWhenItChangesAndGoesNoFurtherThanTheCoach) {
    share(true);
    receive(coach_, send(trainee_, coach_, only_codes()));
    review_.focus = "stiltes laten vallen";
    review_ = trainee_.library->reviews().put(review_);
    EXPECT_EQ(receive(coach_, send(trainee_, coach_, only_codes())).renewed, 1);
    EXPECT_EQ(coach_.library->reviews().of(talk_)->focus, "stiltes laten vallen");
    Side lead("Kees");
    introduce(coach_, lead);
    receive(lead, send(coach_, lead, only_codes()));
    EXPECT_THAT(lead.library->reviews().everything(talk_), IsEmpty());
}

TEST_F(OwnView, ThatTheCoachBeganTooStandsBesideTheTrainees) {
    codes::Review together = review_;
    together.id = base::make_id();
    together.own_coding = {};
    coach_.library->reviews().put(together);
    share(true);
    receive(coach_, send(trainee_, coach_, only_codes()));
    EXPECT_THAT(coach_.library->reviews().everything(talk_), SizeIs(2));
}

TEST_F(OwnView, CodingsThatStayUnseenAreNotSent) {
    coach_.library->recodings().begin(coding_);
    Side lead("Kees");
    introduce(coach_, lead);
    receive(lead, send(coach_, lead, only_codes()));
    EXPECT_FALSE(lead.library->coding(coding_));
    EXPECT_THROW(send(coach_, lead, {talk_, {coding_}, PackedMedia::None, {}}), base::Error);
}

TEST_F(OwnView, NoPackageOutlastsTheConsentAndTheOtherSideKeepsItNoLonger) {
    const std::string today = base::day_of(coach_.clock), end = base::days_after(today, 10);
    library::Consent consent;
    consent.conversation = talk_;
    consent.who = "cliënt";
    consent.given = today;
    consent.until = end;
    consent.purposes = {library::ConsentPurpose::Coaching};
    consent.text_version = "1";
    coach_.library->consents().record(consent, {});
    Choice longer = only_codes();
    longer.until = base::Timestamp{coach_.clock.milliseconds + 100LL * 24 * 60 * 60 * 1000};
    const std::string package = send(coach_, trainee_, longer);
    receive(trainee_, package);
    EXPECT_EQ(trainee_.library->retention().chosen(), (std::map<base::Id, std::string>{{talk_, end}}));
    EXPECT_FALSE(trainee_.library->consents().of(talk_)) << "the record itself names the client, and stays";
    trainee_.library->retention().choose(talk_, base::days_after(today, 3));
    receive(trainee_, package);
    EXPECT_EQ(trainee_.library->retention().chosen().at(talk_), base::days_after(today, 3)) << "an earlier day stands";
    Side late("Kees");
    introduce(coach_, late);
    const std::string unread = send(coach_, late, longer);
    late.clock.milliseconds += 12LL * 24 * 60 * 60 * 1000;
    EXPECT_THAT(refusal(late, unread), testing::HasSubstr("could be opened until"));
}

}  // namespace
}  // namespace packages
