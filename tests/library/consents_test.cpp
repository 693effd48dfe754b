// Consent, and what may leave the library without it; over both libraries.
#include "base/error.h"
#include "library/any_library.h"
#include "library/samples.h"
#include "library/sharing.h"

#include <gmock/gmock.h>

namespace library {
namespace {

using testing::HasSubstr;

template <class Adapter>
class AnyConsents : public AnyLibrary<Adapter> {
protected:
    base::Id talk(Kind kind) {
        Conversation conversation = samples::conversation("Mevrouw J.");
        conversation.kind = kind;
        this->library().add(conversation);
        return conversation.id;
    }
    static Consent consent_for(const base::Id& conversation) {
        Consent consent;
        consent.conversation = conversation;
        consent.who = "cliënt";
        consent.given = "2026-11-01";
        consent.until = "2027-11-01";
        consent.purposes = {ConsentPurpose::Coaching};
        consent.text_version = "gemeente 3";
        return consent;
    }
    std::string reason(const base::Id& conversation, const char* day, std::optional<ConsentPurpose> purpose = {}) {
        const base::Timestamp noon = base::parse_iso8601(std::string(day) + "T12:00:00").value();
        return reason_not_to_share(this->library(), conversation, noon, purpose).value_or("");
    }
};
TYPED_TEST_SUITE(AnyConsents, Adapters, AdapterNames);

TYPED_TEST(AnyConsents, AConsentIsKeptWithItsForm) {
    const base::Id talk = this->talk(Kind::Real);
    EXPECT_FALSE(this->library().consents().of(talk));
    Consent wanted = this->consent_for(talk);
    wanted.form_name = "formulier.pdf";
    wanted.purposes = {ConsentPurpose::Coaching, ConsentPurpose::Research};
    const std::string form("%PDF\0\xff", 6);
    const Consent kept = this->library().consents().record(wanted, form);
    EXPECT_EQ(kept.revision, 1);
    EXPECT_TRUE(kept.id);
    Library& again = this->reopened();
    EXPECT_EQ(again.consents().of(talk), kept);
    EXPECT_EQ(again.consents().form(talk), form);

    wanted.until = "2028-01-01";
    const Consent second = again.consents().record(wanted, {});
    EXPECT_EQ(second.revision, 2);
    EXPECT_EQ(second.id, kept.id);
    EXPECT_EQ(again.consents().form(talk), "");
    again.consents().remove(talk);
    EXPECT_FALSE(again.consents().of(talk));
}

TYPED_TEST(AnyConsents, AnIncompleteConsentIsRefused) {
    const base::Id talk = this->talk(Kind::Real);
    const Consent good = this->consent_for(talk);
    const auto refused = [&](auto change, const std::string& form = {}) {
        Consent consent = good;
        change(consent);
        EXPECT_THROW(this->library().consents().record(consent, form), base::Error);
    };
    refused([](Consent& consent) { consent.who.clear(); });
    refused([](Consent& consent) { consent.who = "\xff"; });
    refused([](Consent& consent) { consent.given = "gisteren"; });
    refused([](Consent& consent) { consent.until = "2026-13-01"; });
    refused([](Consent& consent) { consent.until = "2026-10-31"; });
    refused([](Consent& consent) { consent.until = "2031-11-02"; });
    refused([](Consent& consent) { consent.purposes.clear(); });
    refused([](Consent&) {}, std::string(kLargestForm + 1, 'x'));
    EXPECT_FALSE(this->library().consents().of(talk));
    Consent longest = good;
    longest.until = "2031-11-01";
    EXPECT_EQ(this->library().consents().record(longest, {}).revision, 1);
}

TYPED_TEST(AnyConsents, ARealConversationIsSharedOnlyWithConsentAndWhileItHolds) {
    const base::Id talk = this->talk(Kind::Real);
    EXPECT_THAT(this->reason(talk, "2026-11-22"), HasSubstr("without a record of consent"));
    this->library().consents().record(this->consent_for(talk), {});
    EXPECT_EQ(this->reason(talk, "2026-11-22"), "");
    EXPECT_EQ(this->reason(talk, "2027-11-01"), "") << "its last day";
    EXPECT_THAT(this->reason(talk, "2027-11-02"), HasSubstr("ended on 2027-11-01"));
    EXPECT_EQ(this->reason(talk, "2026-11-22", ConsentPurpose::Coaching), "");
    EXPECT_THAT(this->reason(talk, "2026-11-22", ConsentPurpose::Training), HasSubstr("not for this use"));
}

TYPED_TEST(AnyConsents, PracticeAndRolePlayNeedNoneButAnEndedOneCounts) {
    for (const Kind kind : {Kind::Practice, Kind::RolePlay}) {
        const base::Id talk = this->talk(kind);
        EXPECT_EQ(this->reason(talk, "2026-11-22"), "");
        this->library().consents().record(this->consent_for(talk), {});
        EXPECT_EQ(this->reason(talk, "2026-11-22"), "");
        EXPECT_THAT(this->reason(talk, "2028-01-01"), HasSubstr("ended"));
    }
    EXPECT_THAT(this->reason(base::make_id(), "2026-11-22"), HasSubstr("not in the library"));
}

}  // namespace
}  // namespace library
