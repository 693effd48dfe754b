// What the library keeps of each coding so that trends need not read its events, and dates that people mark.
#include "base/error.h"
#include "library/any_library.h"
#include "library/library_file.h"
#include "library/samples.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <random>

namespace library {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template <class Adapter>
class Totals : public AnyLibrary<Adapter> {
protected:
    codes::CountedCoding counted(const base::Id& coding) {
        for (const codes::CountedCoding& one : this->library().counted_codings("sample").codings)
            if (one.coding == coding) return one;
        ADD_FAILURE() << "not counted";
        return {};
    }
    std::map<std::string, int> times(const base::Id& coding) {
        const codes::CountedCodings all = this->library().counted_codings("sample");
        std::map<std::string, int> times;
        for (const codes::CountedCoding& one : all.codings)
            for (const auto& [kind, count] : one.totals.counts)
                if (one.coding == coding) times[all.kinds.at(kind).code] += count;
        return times;
    }
    base::Id coding_ = samples::begin_coding(this->library());
};
TYPED_TEST_SUITE(Totals, Adapters, AdapterNames);

TYPED_TEST(Totals, FollowEditsUndoAndRedo) {
    Library& library = this->library();
    EXPECT_THAT(this->times(this->coding_), IsEmpty());
    const codes::Event question = samples::event(1, "open_question");
    library.apply(this->coding_, codes::edits::added(question));
    library.apply(this->coding_, codes::edits::added(samples::event(2, "open_question")));
    codes::Event other = question;
    other.code = "closed_question";
    library.apply(this->coding_, codes::edits::changed(question, other));
    using Times = std::map<std::string, int>;
    EXPECT_EQ(this->times(this->coding_), (Times{{"open_question", 1}, {"closed_question", 1}}));
    library.step(this->coding_, Direction::Undo);
    EXPECT_EQ(this->times(this->coding_), (Times{{"open_question", 2}}));
    library.step(this->coding_, Direction::Redo);
    library.apply(this->coding_, codes::edits::rated(*library.coding(this->coding_), "partnership", 4));
    Library& reopened = this->reopened();
    EXPECT_EQ(this->times(this->coding_), (Times{{"open_question", 1}, {"closed_question", 1}}));
    EXPECT_EQ(reopened.counted_codings("sample").codings.at(0).totals.ratings.at("partnership"), 4);
    EXPECT_THAT(reopened.counted_codings("another").codings, IsEmpty());
}

TYPED_TEST(Totals, KeepToTheSegmentAndKnowWhoSpokeInIt) {
    Library& library = this->library();
    for (const double at : {1.0, 5.0, 9.0})
        library.apply(this->coding_, codes::edits::added(samples::event(at, "open_question")));
    EXPECT_EQ(this->counted(this->coding_).totals.duration, base::seconds(600));
    EXPECT_EQ(this->counted(this->coding_).totals.client, std::nullopt);
    const base::Id talk = library.coding(this->coding_)->conversation;
    const talk::Turn client{{{}, base::seconds(6)}, "c", talk::Role::Client, ""};
    const talk::Turn coach{{base::seconds(6), base::seconds(8)}, "p", talk::Role::Professional, ""};
    library.set_turns(talk, {client, coach}, talk::TurnSource::Transcript);
    EXPECT_EQ(this->counted(this->coding_).totals.client, base::seconds(6));

    const codes::Segment segment{{base::seconds(5), base::seconds(9)}, {}};
    library.apply(this->coding_, codes::edits::limited(*library.coding(this->coding_), segment));
    EXPECT_EQ(this->times(this->coding_).at("open_question"), 1);
    EXPECT_EQ(this->counted(this->coding_).totals.duration, base::seconds(4));
    EXPECT_EQ(this->counted(this->coding_).totals.client, base::seconds(1));
    EXPECT_EQ(this->counted(this->coding_).totals.professional, base::seconds(2));
    library.change_turns(talk, {{1, coach, {}}});
    EXPECT_EQ(this->counted(this->coding_).totals.professional, base::Time{});
    library.step_turns(talk, Direction::Undo);
    EXPECT_EQ(this->counted(this->coding_).totals.professional, base::seconds(2));
    library.step(this->coding_, Direction::Undo);
    EXPECT_EQ(this->times(this->coding_).at("open_question"), 3);
    EXPECT_EQ(this->counted(this->coding_).totals.client, base::seconds(6));
}

TYPED_TEST(Totals, AreOfConversationsThatAreThereWithWhatATrendShows) {
    Library& library = this->library();
    Conversation talk = *library.conversation(library.coding(this->coding_)->conversation);
    talk.trainee = "Bo";
    library.update(talk);
    const codes::CountedCoding one = this->counted(this->coding_);
    EXPECT_EQ(one.trainee, "Bo");
    EXPECT_EQ(one.date, talk.date);
    EXPECT_EQ(one.coder, "Marit");
    EXPECT_EQ(one.codebook_version, "1.0");
    EXPECT_EQ(library.tag_values("quality"), (std::map<base::Id, std::string>{{talk.id, "high"}}));
    EXPECT_THAT(library.tag_values("none"), IsEmpty());
    library.remove(talk.id);
    EXPECT_THAT(library.counted_codings("sample").codings, IsEmpty());
    EXPECT_THAT(library.tag_values("quality"), IsEmpty());
}

TYPED_TEST(Totals, MarkedDatesAreKeptAndComeBackAfterRemoving) {
    Library& library = this->library();
    const Milestone training{base::make_id(), MilestoneKind::Training, "2026-03-01", "", "Basistraining"};
    const Milestone coaching{base::make_id(), MilestoneKind::Coaching, "2026-02-01", "Anna", ""};
    library.add(training);
    library.add(coaching);
    EXPECT_THROW(library.add(training), base::Error);
    EXPECT_THAT(this->reopened().milestones(), ElementsAre(coaching, training));
    Library& reopened = this->library();
    reopened.remove_milestone(coaching.id);
    EXPECT_THAT(reopened.milestones(), ElementsAre(training));
    reopened.restore_milestone(coaching.id);
    EXPECT_THAT(reopened.milestones(), ElementsAre(coaching, training));
    EXPECT_THROW(reopened.remove_milestone(base::make_id()), base::Error);
    for (const char* date : {"", "maart", "2026-13-01", "2026-03-01T10:00:00Z"}) {
        Milestone wrong = training;
        wrong.id = base::make_id();
        wrong.date = date;
        EXPECT_THROW(reopened.add(wrong), base::Error) << date;
    }
}

// How often each kind stands in the coding, counted from its events.
std::map<codes::Kind, int> rebuilt(const codes::Coding& coding) {
    std::map<codes::Kind, int> times;
    for (const codes::Event& event : coding.events)
        if (!coding.segment || coding.segment->span.contains(event.at)) ++times[{event.code, event.attributes}];
    return times;
}

std::map<codes::Kind, int> kept(Library& library) {
    const codes::CountedCodings all = library.counted_codings("sample");
    std::map<codes::Kind, int> times;
    for (const auto& [kind, count] : all.codings.at(0).totals.counts) times[all.kinds.at(kind)] = count;
    return times;
}

TYPED_TEST(Totals, EqualWhatIsRebuiltFromTheEventsThroughTenThousandEditsUndosAndRedos) {
    Library& library = this->library();
    std::mt19937 random(4);
    samples::RandomEdits edits(random);
    int refused = 0;
    for (int count = 1; count <= 10'000; ++count) {
        try {
            const int choice = edits.below(10);
            if (choice < 3)
                library.step(this->coding_, choice < 2 ? Direction::Undo : Direction::Redo);
            else
                library.apply(this->coding_, edits.next(*library.coding(this->coding_)));
        } catch (const base::Error&) {
            ++refused;
        }
        if (count % 10 != 0) continue;
        ASSERT_EQ(kept(library), rebuilt(*library.coding(this->coding_))) << count;
    }
    EXPECT_LT(refused, 2'000);
    Library& reopened = this->reopened();
    EXPECT_EQ(kept(reopened), rebuilt(*reopened.coding(this->coding_)));
}

class TotalsInFile : public LibraryFile {};

TEST_F(TotalsInFile, ThatDoNotAgreeWithTheCodesAreReported) {
    for (const char* change : {"DELETE FROM total", "UPDATE total SET counts = '7 x'", "UPDATE total SET client_us = 5",
                               "UPDATE coding SET segment_from_us = 0, segment_to_us = 1"}) {
        std::filesystem::remove(path());
        make();
        SQLite::Database(path(), SQLite::OPEN_READWRITE).exec(change);
        SqliteLibrary library(path());
        EXPECT_THAT(library.problems(), testing::Contains(HasSubstr("totals"))) << change;
        library.counted_codings("sample");
    }
}

}  // namespace
}  // namespace library
