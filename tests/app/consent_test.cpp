// Without consent, the window plays and refuses to issue; without a window.
#include "app/controller_test.h"
#include "base/day.h"
#include "support/shared_data.h"

#include <filesystem>
#include <gmock/gmock.h>

namespace app {
namespace {

using testing::HasSubstr;

TEST_F(Coding, ARealConversationIsPlayedButNotReportedOnWithoutConsent) {
    library::Conversation real = open().conversation;
    real.kind = library::Kind::Real;
    controller_.apply(UpdateConversation{real});
    drop_at("question", 1);
    EXPECT_EQ(open().coding.events.size(), 1u);
    controller_.apply(IssueReport{base::Language::English});
    EXPECT_TRUE(open().reports.empty());
    ASSERT_FALSE(model_.messages.empty());
    EXPECT_THAT(model_.messages.back().text, HasSubstr("without a record of consent"));

    library::Consent consent;
    consent.conversation = real.id;
    consent.who = "client";
    consent.given = base::day_of(base::now());
    consent.until = consent.given;
    consent.purposes = {library::ConsentPurpose::Coaching};
    library_.consents().record(consent, {});
    controller_.apply(IssueReport{base::Language::English});
    ASSERT_EQ(open().reports.size(), 1u);

    consent.given = "2025-01-01";
    consent.until = "2026-01-01";
    library_.consents().record(consent, {});
    const support::TemporaryFolder folder;
    controller_.apply(SaveReport{open().reports.at(0).id, folder.file("a.pdf")});
    EXPECT_FALSE(std::filesystem::exists(folder.file("a.pdf")));
    EXPECT_THAT(model_.messages.back().text, HasSubstr("ended on"));
}

TEST_F(Coding, OpeningPlayingAndSavingAReportAreInTheAccessLog) {
    const auto verbs = [&] {
        std::vector<std::string> found;
        for (const library::AccessEntry& entry : library_.access_log().entries(open().conversation.id))
            found.push_back(entry.verb);
        return found;
    };
    EXPECT_EQ(verbs(), std::vector<std::string>{"opened"});
    controller_.apply(Play{});
    wait_until([&] { return verbs().size() == 2; });
    controller_.apply(Pause{});
    controller_.apply(Play{});
    controller_.tick();
    controller_.apply(Pause{});
    controller_.apply(IssueReport{base::Language::English});
    const support::TemporaryFolder folder;
    controller_.apply(SaveReport{open().reports.at(0).id, folder.file("a.pdf")});
    EXPECT_EQ(verbs(), (std::vector<std::string>{"opened", "played", "issued", "exported"}))
        << "playing once an opening";
}

TEST_F(Coding, ErasingTheOpenConversationClosesIt) {
    const base::Id talk = open().conversation.id;
    controller_.apply(ShowPrivacy{talk});
    EXPECT_EQ(model_.privacy.goes.codings, 1);
    controller_.apply(EraseConversation{talk, library::ErasureReason::Asked, OwnRecordings::Stay});
    EXPECT_FALSE(model_.open);
    EXPECT_FALSE(model_.privacy.conversation);
    EXPECT_FALSE(library_.conversation(talk));
    EXPECT_EQ(library_.erasures().tombstones().size(), 1u);
    EXPECT_TRUE(model_.cards.empty());
}

}  // namespace
}  // namespace app
