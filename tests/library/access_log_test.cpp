// The access log: what is in it, and that no entry is changed, removed or swapped unseen.
#include "library/access_log.h"

#include "base/error.h"
#include "library/any_library.h"
#include "library/library_file.h"
#include "library/retention.h"
#include "library/samples.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

namespace library {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::size_t kEntries = 1'000;

std::pair<std::vector<AccessEntry>, AccessHead> long_log() {
    std::vector<AccessEntry> entries;
    const base::Id talks[] = {base::make_id(), base::make_id(), {}};
    for (std::size_t at = 0; at < kEntries; ++at)
        entries.push_back(next_entry(entries.empty() ? std::nullopt : std::optional(entries.back()),
                                     at % 5 == 0 ? AccessVerb::Exported : AccessVerb::Played, talks[at % 3],
                                     at % 5 == 0 ? "/stick/" + std::to_string(at) : ""));
    return {entries, {entries.back().number, entries.back().hash}};
}

TEST(AccessChain, IsWholeAsItWasWritten) {
    const auto [entries, head] = long_log();
    EXPECT_EQ(chain_problem(entries, head), "");
    EXPECT_EQ(chain_problem({}, {}), "");
    std::vector<AccessEntry> erased = entries;
    for (AccessEntry& entry : erased) entry.detail.reset();
    EXPECT_EQ(chain_problem(erased, head), "") << "details go with their conversation";
}

void change(AccessEntry& entry, std::size_t which) {
    switch (which) {
        case 0:
            entry.who += "x";
            break;
        case 1:
            entry.at.milliseconds -= 60'000;
            break;
        case 2:
            entry.conversation = base::make_id().text;
            break;
        default:
            entry.verb = "opened";
    }
}

// Each kind of manipulation at each entry; the check stops at the first that is wrong.
TEST(AccessChain, ShowsEveryManipulationOfEveryEntry) {
    const auto [entries, head] = long_log();
    std::vector<AccessEntry> forged = entries;
    std::size_t unseen = 0;
    const auto look = [&] { unseen += chain_problem(forged, head).empty() ? 1 : 0; };
    for (std::size_t at = 0; at < kEntries; ++at) {
        change(forged[at], at % 4);
        look();
        forged[at].hash = hash_of(forged[at]);  // by somebody who knows how it is made
        look();
        forged[at] = entries[at];

        const auto here = forged.begin() + static_cast<std::ptrdiff_t>(at);
        forged.erase(here);
        look();
        forged.insert(forged.begin() + static_cast<std::ptrdiff_t>(at), entries[at]);

        const std::size_t other = (at + 1) % kEntries;
        std::swap(forged[at], forged[other]);
        look();
        std::swap(forged[at], forged[other]);
    }
    EXPECT_EQ(forged, entries);
    EXPECT_EQ(unseen, 0U);
}

TEST(AccessChain, ShowsDetailsThatWereChangedAndEntriesThatWereAdded) {
    const auto [entries, head] = long_log();
    std::vector<AccessEntry> forged = entries;
    forged[5].detail = "/elsewhere";
    EXPECT_THAT(chain_problem(forged, head), HasSubstr("detail of entry 6"));
    forged = entries;
    forged.push_back(next_entry(entries.back(), AccessVerb::Opened, {}, {}));
    EXPECT_THAT(chain_problem(forged, head), Not(IsEmpty()));
    forged.assign(entries.begin(), entries.begin() + 10);
    EXPECT_THAT(chain_problem(forged, head), HasSubstr("entry 11 was removed"));
    EXPECT_THAT(chain_problem({}, head), HasSubstr("entry 1 was removed"));
}

template <class Adapter>
class AnyAccessLog : public AnyLibrary<Adapter> {};
TYPED_TEST_SUITE(AnyAccessLog, Adapters, AdapterNames);

TYPED_TEST(AnyAccessLog, TellsWhoDidWhatWithAConversation) {
    const base::Id talk = this->library().coding(samples::begin_coding(this->library()))->conversation;
    AccessLog& log = this->library().access_log();
    log.note(AccessVerb::BackedUp, {}, "/before/it");
    log.note(AccessVerb::Opened, talk, {});
    log.note(AccessVerb::Opened, base::make_id(), {});
    log.note(AccessVerb::Exported, talk, "/stick/a.csv");
    log.note(AccessVerb::BackedUp, {}, "/stick/all");
    const std::vector<AccessEntry> entries = this->reopened().access_log().entries(talk);
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].verb, "opened");
    EXPECT_FALSE(entries[0].who.empty());
    EXPECT_EQ(entries[1].detail, "/stick/a.csv");
    EXPECT_EQ(entries[2].verb, "backed_up") << "a copy of the whole library has it too";
    EXPECT_EQ(this->library().access_log().head().entries, 5);
}

TYPED_TEST(AnyAccessLog, TellsUntilWhenSomethingWasToBeKept) {
    Library& library = this->library();
    const Conversation talk =
        library.conversation(library.coding(samples::begin_coding(library))->conversation).value();
    EXPECT_EQ(kept_until(talk, {}, 90), kept_until(talk, {}, retention_days(library)));
    EXPECT_THROW(keep_until(library, talk, "ooit"), base::Error);
    EXPECT_THROW(keep_until(library, talk, "2999-01-01"), base::Error) << "five years at most";
    keep_until(library, talk, last_day(talk));
    EXPECT_EQ(this->reopened().retention().chosen().at(talk.id), last_day(talk));
    EXPECT_EQ(this->library().access_log().entries(talk.id).at(0).verb, "kept");
    EXPECT_EQ(kept_until(talk, "2999-01-01", 90), last_day(talk));
    set_retention_days(this->library(), 30);
    EXPECT_EQ(retention_days(this->library()), 30);
    this->library().set_setting("retention_days", "nonsense");
    EXPECT_EQ(retention_days(this->library()), kRetentionDays);
}

class AccessLogFile : public LibraryFile {};

TEST_F(AccessLogFile, IsLookedThroughByTheCheck) {
    for (const char* change :
         {"UPDATE access_entry SET who = 'x' WHERE number = 2", "DELETE FROM access_entry WHERE number = 3",
          "UPDATE access_entry SET verb = 'played' WHERE number = 1", "DELETE FROM access_detail WHERE number = 2",
          "UPDATE access_detail SET detail = 'x'", "UPDATE access_head SET entries = 2", "DELETE FROM access_head"}) {
        std::filesystem::remove(path());
        {
            SqliteLibrary library(path());
            const base::Id talk = library.coding(samples::begin_coding(library))->conversation;
            library.access_log().note(AccessVerb::Opened, talk, {});
            library.access_log().note(AccessVerb::Exported, talk, "/stick/a.csv");
            library.access_log().note(AccessVerb::Played, talk, {});
            EXPECT_THAT(library.problems(), IsEmpty());
        }
        {
            SQLite::Database database(path(), SQLite::OPEN_READWRITE);
            for (const char* trigger :
                 {"access_entry_is_frozen", "access_entry_is_kept", "access_detail_is_frozen", "access_detail_is_kept"})
                database.exec(std::string("DROP TRIGGER ") + trigger);
            database.exec(change);
        }
        EXPECT_THAT(SqliteLibrary(path()).problems(), Not(IsEmpty())) << change;
    }
}

}  // namespace
}  // namespace library
