// Two coders of one conversation: comparing, deciding, and what is left of it after a restart.
#include "app/agreement_words.h"
#include "app/controller_test.h"
#include "library/sqlite_library.h"
#include "report/kappa_words.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>

namespace app {
namespace {

using codes::Choice;

codes::Event event(double at, const std::string& code, codes::Side side = codes::Side::Professional) {
    codes::Event made;
    made.id = base::make_id();
    made.at = base::seconds(at);
    made.code = code;
    made.speaker = side;
    return made;
}

// Anna and Bert agree at 1, give different codes at 3, and have 5 and 8 each alone.
std::pair<base::Id, base::Id> add_two_coders(library::Library& library) {
    const base::Id anna = samples::add_coding(library, small_codebook(), {}, {},
                                              {event(1, "question"), event(3, "question"), event(5, "question")});
    codes::Coding bert = *library.coding(anna);
    bert.id = base::make_id();
    bert.coder = "Bert";
    bert.created = base::now();
    bert.events = {event(1.5, "question"), event(3.5, "change", codes::Side::Client),
                   event(8, "change", codes::Side::Client)};
    library.add(bert);
    return {anna, bert.id};
}

class ComparingCoders : public testing::Test {
protected:
    void open_on_agreement(library::Library& library) {
        model_ = std::make_unique<Model>(Model{.library = library});
        controller_ = std::make_unique<Controller>(*model_, Services{sink_, [] {}, [](const FileRequest&) {}});
        controller_->apply(OpenCoding{coders_.first});
        controller_->apply(GoTo{Screen::Agreement});
    }
    void SetUp() override {
        coders_ = add_two_coders(library_);
        open_on_agreement(library_);
    }
    const AgreementDesk& desk() { return *model_->agreement; }
    const codes::Coding& coding() { return model_->open->coding; }
    std::vector<std::string> codes_now() {
        std::vector<std::string> keys;
        for (const codes::Event& one : coding().events) keys.push_back(one.code);
        return keys;
    }

    library::MemoryLibrary library_;
    media::NoAudioSink sink_;
    std::pair<base::Id, base::Id> coders_;
    std::unique_ptr<Model> model_;
    std::unique_ptr<Controller> controller_;
};

TEST_F(ComparingCoders, BeginsWithTheOpenCodingAndThatOfAnother) {
    ASSERT_TRUE(model_->agreement);
    EXPECT_EQ(desk().first.id, coders_.first);
    EXPECT_EQ(desk().second.id, coders_.second);
    EXPECT_EQ(desk().tolerance, base::seconds(2));
    EXPECT_EQ(desk().disagreements.size(), 3u);
    EXPECT_EQ(desk().numbers.same_code, 1);
    ASSERT_EQ(desk().pairs.size(), 4u) << "every moment that the numbers rest on";
    EXPECT_EQ(desk().pairs[0].first->at, base::seconds(1));
    EXPECT_EQ(desk().pairs[0].second->at, base::seconds(1.5));
    EXPECT_FALSE(desk().pairs[2].second);
    EXPECT_EQ(desk().curve.size(), 11u) << "exactly, and half a second to five";
    EXPECT_FALSE(desk().consensus);
}

TEST_F(ComparingCoders, AnotherToleranceIsAnotherComparison) {
    controller_->apply(CompareCodings{coders_.second, coders_.first, base::milliseconds(500)});
    EXPECT_EQ(desk().first.id, coders_.second);
    EXPECT_EQ(desk().numbers.matched, 2);
    controller_->apply(CompareCodings{coders_.second, coders_.first, base::Time{}});
    EXPECT_EQ(desk().numbers.matched, 0);
    controller_->apply(CompareCodings{coders_.first, coders_.first, base::seconds(1)});
    EXPECT_EQ(desk().first.id, coders_.second) << "nobody is compared with herself";
}

TEST_F(ComparingCoders, AConversationWithOneCoderHasNothingToCompare) {
    library::MemoryLibrary alone;
    coders_.first = samples::add_coding(alone, small_codebook());
    open_on_agreement(alone);
    EXPECT_EQ(model_->screen, Screen::Agreement);
    EXPECT_FALSE(model_->agreement);
    controller_->apply(BeginConsensus{});
    controller_->apply(Decide{0, Choice::First, ""});
    EXPECT_TRUE(model_->messages.empty());
}

TEST_F(ComparingCoders, DecisionsAreEditsOfAConsensusThatCanBeUndone) {
    controller_->apply(BeginConsensus{});
    EXPECT_EQ(model_->screen, Screen::Agreement);
    EXPECT_EQ(coding().purpose, codes::Purpose::Consensus);
    EXPECT_EQ(coding().id, desk().consensus);
    EXPECT_EQ(codes_now(), std::vector<std::string>{"question"});

    controller_->apply(Decide{0, Choice::Second, "Hij wil echt."});
    EXPECT_EQ(codes_now(), (std::vector<std::string>{"question", "change"}));
    EXPECT_EQ(library_.coding(coding().id)->events, coding().events);
    EXPECT_EQ(library_.coding(coding().id)->decisions, coding().decisions);
    EXPECT_EQ(codes::agreed_about(model_->open->agreed, "change"), std::vector<std::string>{"Hij wil echt."});
    controller_->apply(Undo{});
    EXPECT_EQ(codes_now(), std::vector<std::string>{"question"});
    EXPECT_TRUE(coding().decisions.empty());
    EXPECT_TRUE(model_->open->agreed.empty()) << "what was taken back was not agreed on";
    controller_->apply(Redo{});
    EXPECT_EQ(coding().decisions.size(), 1u);
}

TEST_F(ComparingCoders, SidingWithOneBringsThatOneToFullAgreement) {
    controller_->apply(BeginConsensus{});
    for (std::size_t i = 0; i < 3; ++i) controller_->apply(Decide{i, Choice::First, ""});
    EXPECT_EQ(coding().events, library_.coding(coders_.first)->events);
    EXPECT_EQ(desk().second_with_consensus, desk().numbers.cohen_kappa);
    EXPECT_THAT(before_and_after(desk()), testing::HasSubstr("Coach"));
}

TEST_F(ComparingCoders, ADecisionThatIsNoneChangesNothing) {
    controller_->apply(Decide{0, Choice::First, ""});
    EXPECT_EQ(coding().id, coders_.first) << "nothing is decided before it is begun";
    controller_->apply(BeginConsensus{});
    controller_->apply(Decide{17, Choice::First, ""});
    controller_->apply(Decide{0, Choice::Other, "", ""});
    EXPECT_TRUE(coding().decisions.empty());
    EXPECT_EQ(codes_now(), std::vector<std::string>{"question"});
}

TEST_F(ComparingCoders, TheConsensusItselfIsNoSourceOfAnother) {
    controller_->apply(BeginConsensus{});
    const base::Id consensus = coding().id;
    controller_->apply(CompareCodings{coders_.first, consensus, base::seconds(2)});
    controller_->apply(BeginConsensus{});
    EXPECT_EQ(library_.codings(coding().conversation).size(), 3u);
    ASSERT_EQ(model_->messages.size(), 1u) << "and it is said why";
}

TEST_F(ComparingCoders, IsGoneOnWithAfterARestartInTheMiddle) {
    const support::TemporaryFolder folder;
    const std::string path = folder.file("l.terugblik");
    base::Id consensus;
    {
        library::SqliteLibrary library(path);
        coders_ = add_two_coders(library);
        open_on_agreement(library);
        controller_->apply(CompareCodings{coders_.first, coders_.second, base::seconds(1)});
        controller_->apply(BeginConsensus{});
        consensus = coding().id;
        controller_->apply(Decide{0, Choice::Both, "allebei gehoord"});
        controller_.reset();
        model_.reset();
    }
    library::SqliteLibrary library(path);
    coders_.first = consensus;
    open_on_agreement(library);
    EXPECT_EQ(desk().consensus, consensus);
    EXPECT_EQ(desk().pairing, base::seconds(1)) << "as it was begun";
    EXPECT_EQ(coding().decisions.size(), 1u);
    EXPECT_EQ(codes_now(), (std::vector<std::string>{"question", "question", "change"}));
    controller_->apply(CompareCodings{desk().first.id, desk().second.id, base::seconds(5)});
    EXPECT_EQ(desk().pairing, base::seconds(1)) << "the decisions keep the moments they are about";
    controller_->apply(Undo{});
    EXPECT_EQ(codes_now(), std::vector<std::string>{"question"});
    EXPECT_TRUE(library.problems().empty());
    controller_.reset();
    model_.reset();
}

TEST_F(ComparingCoders, ACodingIsMarkedGoldAndNoLonger) {
    controller_->apply(MarkPurpose{codes::Purpose::Gold});
    EXPECT_EQ(library_.coding(coders_.first)->purpose, codes::Purpose::Gold);
    controller_->apply(Undo{});
    EXPECT_EQ(library_.coding(coders_.first)->purpose, codes::Purpose::Feedback);
}

TEST_F(ComparingCoders, SaysItInASentenceWithEveryNumberExplained) {
    const std::string sentence = agreement_sentence(desk());
    for (const char* part : {"Coach", "Bert", "4 moments", "kappa"}) EXPECT_THAT(sentence, testing::HasSubstr(part));
    for (const AgreementFigure& figure : agreement_figures(desk())) {
        EXPECT_FALSE(figure.explanation.empty()) << figure.name;
        EXPECT_FALSE(figure.value.empty()) << figure.name;
    }
    EXPECT_THAT(report::band_text(base::Language::English, 0.64), testing::HasSubstr("Landis"));
    const auto columns = label_columns(desk());
    for (const AgreementColumn& column : columns) EXPECT_FALSE(column.explanation.empty()) << column.name;
    for (const auto& label : desk().numbers.labels) EXPECT_EQ(label_cells(desk(), label).size(), columns.size());
    EXPECT_THAT(icc_ground(desk()), testing::HasSubstr("at least two"));
}

TEST_F(ComparingCoders, ThreeCodersAreAlsoMeasuredTogether) {
    codes::Coding carla = *library_.coding(coders_.second);
    carla.id = base::make_id();
    carla.coder = "Carla";
    for (codes::Event& one : carla.events) one.id = base::make_id();
    library_.add(carla);
    open_on_agreement(library_);
    ASSERT_TRUE(desk().all);
    EXPECT_EQ(desk().all->coders, 3u);
    EXPECT_EQ(desk().all_coders.size(), 3u);
    controller_->apply(BeginConsensus{});
    controller_->apply(GoTo{Screen::Agreement});
    EXPECT_EQ(desk().all->coders, 3u) << "a consensus is nobody's own coding";
}

TEST_F(ComparingCoders, SeveralConversationsGiveAnIcc) {
    library::Conversation other = *library_.conversation(library_.coding(coders_.first)->conversation);
    other.id = base::make_id();
    library_.add(other);
    for (const base::Id& id : {coders_.first, coders_.second}) {
        codes::Coding coding = *library_.coding(id);
        coding.id = base::make_id();
        coding.conversation = other.id;
        coding.events = {event(2, "question")};
        library_.add(coding);
    }
    open_on_agreement(library_);
    EXPECT_EQ(desk().shared.count, 2u);
    ASSERT_FALSE(desk().shared.counts.empty());
    EXPECT_TRUE(desk().shared.counts.back().icc);
    EXPECT_THAT(icc_text(desk().shared.counts.back().icc), testing::HasSubstr("ICC(2,1)"));
}

}  // namespace
}  // namespace app
