// An old conversation coded again: nothing of the earlier codes can be seen until it is done, and then both stand
// beside each other.
#include "app/controller_test.h"
#include "app/drift_words.h"
#include "app/gold_test.h"
#include "support/shared_data.h"

#include <filesystem>
#include <gmock/gmock.h>

namespace app {
namespace {

constexpr std::int64_t kDay = 86'400'000;

codes::Event event(double at, const std::string& code) {
    codes::Event made;
    made.id = base::make_id();
    made.at = base::seconds(at);
    made.code = code;
    return made;
}

// One conversation that Coach coded 40 days ago, with a recording; and another of the same trainee, coded today.
class CodingAgain : public Coding {
protected:
    CodingAgain() {
        const support::TestClip clip{.seconds = 10, .width = 64, .height = 48};
        const base::Id id = samples::add_coding(library_, small_codebook(), clip.path(), base::seconds(10), {});
        codes::Coding old = *library_.coding(id);
        conversation_ = old.conversation;
        old.id = base::make_id();
        old.created.milliseconds = base::now().milliseconds - 40 * kDay;
        old.events = {event(1, "question"), event(3, "change"), event(5, "question")};
        library_.add(old);
        old_ = old.id;
        empty_ = id;
    }
    void begin() {
        controller_.apply(BeginRecoding{old_});
        ASSERT_TRUE(model_.open && model_.open->recoding);
        wait_until([&] { return open().player && open().player->is_open(); });
    }
    std::size_t messages() const { return model_.messages.size(); }

    base::Id conversation_, old_, empty_;
};

TEST_F(CodingAgain, BeginsEmptyAndIsTheOnlyCodingInSight) {
    begin();
    EXPECT_TRUE(events().empty());
    EXPECT_EQ(open().coding.coder, "Coach");
    EXPECT_EQ(open().codings.size(), 1u) << "the list of codings shows no other";
    controller_.apply(GoTo{Screen::Library});
    for (const ConversationCard& card : model_.cards)
        if (card.conversation.id == conversation_) {
            EXPECT_EQ(card.codings.size(), 1u) << "nor do the cards";
        }
}

TEST_F(CodingAgain, EarlierCodingsCannotBeOpenedMeanwhile) {
    begin();
    const base::Id now = open().coding.id;
    const std::size_t before = messages();
    controller_.apply(OpenCoding{old_});
    EXPECT_EQ(open().coding.id, now);
    EXPECT_EQ(messages(), before + 1) << "and it is said why";
    controller_.apply(CloseConversation{});
    controller_.apply(OpenConversation{conversation_});
    EXPECT_EQ(open().coding.id, now) << "the conversation opens where one was";
    controller_.apply(AskForCoding{conversation_});
    EXPECT_FALSE(model_.new_coding);
}

TEST_F(CodingAgain, TotalsAndWhatIsPooledSayNothingOfEither) {
    const auto points = [&] { return trend_data(library_, small_codebook()).counted.codings.size(); };
    ASSERT_EQ(points(), 3u);
    begin();
    drop_at("question", 2);
    EXPECT_EQ(points(), 1u) << "only the other conversation";
    controller_.apply(EndRecoding{library::RecodingState::Done});
    EXPECT_EQ(points(), 3u) << "and what was coded again counts for nobody";
}

TEST_F(CodingAgain, HintsFromOtherConversationsLeaveTheHiddenOnesOut) {
    const auto others = [&] {
        controller_.apply(GatherCodings{});
        return open().others.size();
    };
    const base::Id other = open().coding.id;
    ASSERT_EQ(others(), 1u);
    begin();
    controller_.apply(OpenCoding{other});
    EXPECT_EQ(others(), 0u);
}

TEST_F(CodingAgain, NothingIsComparedBeforeItIsDone) {
    begin();
    controller_.apply(GoTo{Screen::Agreement});
    EXPECT_FALSE(model_.agreement);
    controller_.apply(CompareCodings{old_, open().coding.id, base::seconds(2)});
    EXPECT_FALSE(model_.agreement) << "not by asking for it either";
}

TEST_F(CodingAgain, DoneItStandsBesideTheEarlierOneAndStaysAsItIs) {
    begin();
    drop_at("question", 1);
    drop_at("change", 3);
    controller_.apply(EndRecoding{library::RecodingState::Done});
    EXPECT_EQ(model_.screen, Screen::Agreement);
    ASSERT_TRUE(model_.agreement);
    EXPECT_EQ(model_.agreement->first.id, old_);
    EXPECT_EQ(model_.agreement->numbers.same_code, 2);
    EXPECT_EQ(model_.agreement->numbers.only_first, 1);
    const std::size_t before = messages();
    controller_.apply(Undo{});
    drop("question");
    EXPECT_EQ(events().size(), 2u);
    EXPECT_GT(messages(), before) << "and it is said why";
    expect_same_as_library();
    EXPECT_TRUE(open().unsaved.empty()) << "a refusal is no disk that is full";
    ASSERT_EQ(model_.drift.quarters.size(), 1u);
    EXPECT_EQ(model_.drift.quarters[0].agreement.conversations, 1u);
    EXPECT_THAT(drift_sentence(model_.drift), testing::HasSubstr("Coach"));
    EXPECT_EQ(drift_cells(model_.drift.quarters[0]).size(), drift_columns().size());
}

TEST_F(CodingAgain, GivenUpItIsACodingLikeAnyOther) {
    begin();
    controller_.apply(EndRecoding{library::RecodingState::GivenUp});
    wait_until([&] { return open().player && open().player->is_open(); });
    drop_at("question", 1);
    EXPECT_EQ(events().size(), 1u);
    EXPECT_TRUE(model_.drift.quarters.empty());
    EXPECT_EQ(open().codings.size(), 3u);
}

TEST_F(CodingAgain, IsOfferedForOldConversationsOnly) {
    const auto offered = [&](std::int64_t days_from_now) {
        std::vector<base::Id> found;
        base::Timestamp now = base::now();
        now.milliseconds += days_from_now * kDay;
        for (const OldCoding& old : make_drift_desk(library_, "Coach", "small", now).offers)
            found.push_back(old.coding);
        return found;
    };
    EXPECT_TRUE(offered(0).empty()) << "the newest coding of the old conversation is empty, the other is of today";
    library_.apply(empty_, codes::edits::added(event(1, "question")));
    EXPECT_TRUE(offered(0).empty());
    EXPECT_EQ(offered(31), std::vector<base::Id>{empty_}) << "the newest of the conversation";
    const codes::Coding again = library_.recodings().begin(empty_);
    EXPECT_TRUE(offered(31).empty());
    EXPECT_EQ(make_drift_desk(library_, "Coach", "small", base::now()).under_way.size(), 1u);
    library_.apply(again.id, codes::edits::added(event(1, "question")));
    library_.recodings().end(again.id, library::RecodingState::Done);
    EXPECT_TRUE(offered(31).empty()) << "not again so soon";
    EXPECT_EQ(offered(91), std::vector<base::Id>{again.id});
    EXPECT_TRUE(make_drift_desk(library_, "Nobody", "other", base::now()).coders.size() == 1u);
}

TEST_F(CodingAgain, TheChartShowsQuartersByTimeAndBelowZeroWhereNeeded) {
    DriftDesk desk;
    desk.coder = "Coach";
    for (const auto& [year, number, kappa] : {std::tuple(2025, 4, 0.8), std::tuple(2026, 2, -0.2)}) {
        analysis::QuarterAgreement quarter{{year, number}, {}, true};
        quarter.agreement.cohen_kappa = kappa;
        desk.quarters.push_back(quarter);
    }
    desk.quarters.insert(desk.quarters.begin() + 1, {{2026, 1}, {}, true});
    const report::TrendChart chart = drift_chart(desk);
    ASSERT_EQ(chart.marks.size(), 2u) << "a quarter without kappa has no dot";
    EXPECT_EQ(chart.marks[1].x, 1.0);
    EXPECT_TRUE(chart.marks[0].few);
    EXPECT_EQ(chart.lowest, -0.5);
    EXPECT_EQ(chart.labels.size(), 4u);
}

// Gold.
class TestAgainstGold : public CodingAgain {
protected:
    base::Id add_coder(const base::Id& like, const char* coder, const std::vector<codes::Event>& events) {
        codes::Coding coding = *library_.coding(like);
        coding.id = base::make_id();
        coding.coder = coder;
        coding.purpose = codes::Purpose::SecondCoder;
        coding.events = events;
        library_.add(coding);
        return coding.id;
    }
};

TEST_F(TestAgainstGold, PoolsEveryConversationThatHasGold) {
    library_.apply(old_, codes::edits::meant(*library_.coding(old_), codes::Purpose::Gold));
    const base::Id bert = add_coder(old_, "Bert", {event(1, "question"), event(3, "question")});
    EXPECT_FALSE(gold_test(library_, small_codebook(), "Carla", base::seconds(2)));
    EXPECT_FALSE(gold_test(library_, small_codebook(), "Coach", base::seconds(2))) << "nobody is tested on their own";
    auto test = gold_test(library_, small_codebook(), "Bert", base::seconds(1));
    ASSERT_TRUE(test);
    EXPECT_EQ(test->conversations, 1u);
    EXPECT_EQ(test->gold_coders, std::vector<std::string>{"Coach"});
    EXPECT_EQ(test->agreement.same_code, 1);
    EXPECT_EQ(test->agreement.only_first, 1) << "what the gold coding has alone";

    const base::Id second = open().coding.id;
    library_.apply(second, codes::edits::added(event(2, "change")));
    library_.apply(second, codes::edits::meant(*library_.coding(second), codes::Purpose::Gold));
    add_coder(second, "Bert", {event(2, "change")});
    test = gold_test(library_, small_codebook(), "Bert", base::seconds(1));
    EXPECT_EQ(test->conversations, 2u);
    EXPECT_EQ(test->agreement.same_code, 2);

    controller_.apply(OpenCoding{bert});
    controller_.apply(CompareCodings{old_, bert, base::seconds(2)});
    ASSERT_TRUE(model_.agreement && model_.agreement->gold_test);
    EXPECT_EQ(model_.agreement->gold_test->coder, "Bert");
}

TEST_F(TestAgainstGold, IsSavedAsAPdfAndNeverOverTheLibrary) {
    const support::TemporaryFolder folder;
    library_.apply(old_, codes::edits::meant(*library_.coding(old_), codes::Purpose::Gold));
    const base::Id bert = add_coder(old_, "Bert", {event(1, "question")});
    controller_.apply(OpenCoding{bert});
    controller_.apply(CompareCodings{old_, bert, base::seconds(2)});
    controller_.apply(SaveCertificate{base::Language::English, folder.file("bert.pdf")});
    EXPECT_TRUE(support::read_file(folder.file("bert.pdf")).starts_with("%PDF"));
    const std::string recording = open().conversation.recordings[0].path;
    const auto size = std::filesystem::file_size(recording);
    controller_.apply(SaveCertificate{base::Language::English, recording});
    EXPECT_EQ(std::filesystem::file_size(recording), size) << "a recording is never written over";
}

}  // namespace
}  // namespace app
