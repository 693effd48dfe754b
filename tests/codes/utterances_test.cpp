// Parse, then code: what marking, joining, splitting and coding make of a coding, and that one step undoes each.
#include "codes/utterances.h"

#include "codes/segment.h"

#include <gtest/gtest.h>

namespace codes {
namespace {

using base::seconds;

Codebook small_codebook() {
    Codebook book;
    Code question;
    question.key = "question";
    question.side = Side::Professional;
    question.attributes = {"strength"};
    Code answer = question;
    answer.key = "answer";
    answer.side = Side::Client;
    answer.attributes = {};
    book.codes = {question, answer};
    return book;
}

class Parsing : public testing::Test {
protected:
    // Carries it out and takes it back, so that every test also says that one step of undo is enough.
    void carry_out(const Edit& edit) {
        const Coding before = coding_;
        apply(coding_, edit);
        Coding back = coding_;
        apply(back, inverse(edit));
        EXPECT_EQ(back.utterances, before.utterances);
        EXPECT_EQ(back.events, before.events);
        EXPECT_EQ(back.evidence, before.evidence);
    }
    void mark(double from, double to, Side speaker = Side::Professional) {
        carry_out(parsing::marked(coding_, {seconds(from), seconds(to)}, speaker));
    }
    void code(std::size_t utterance, const char* key) {
        carry_out(parsing::coded(coding_, book_, coding_.utterances[utterance], *book_.find(key)));
    }
    const Event* code_of(std::size_t utterance) { return codes::code_of(coding_, coding_.utterances[utterance]); }
    base::Span span(std::size_t utterance) { return coding_.utterances[utterance].span; }

    Codebook book_ = small_codebook();
    Coding coding_;
};

TEST_F(Parsing, UtterancesStandInOrderOfTime) {
    mark(5, 8);
    mark(1, 4, Side::Client);
    ASSERT_EQ(coding_.utterances.size(), 2u);
    EXPECT_EQ(span(0), (base::Span{seconds(1), seconds(4)}));
    EXPECT_EQ(coding_.utterances[0].speaker, Side::Client);
}

TEST_F(Parsing, ANewUtteranceTakesOnlyFreeRoom) {
    mark(4, 6);
    mark(2, 9, Side::Client);
    ASSERT_EQ(coding_.utterances.size(), 2u);
    EXPECT_EQ(span(0), (base::Span{seconds(2), seconds(4)}));
    mark(5, 9);
    EXPECT_EQ(span(2), (base::Span{seconds(6), seconds(9)}));
    EXPECT_TRUE(parsing::marked(coding_, {seconds(4.5), seconds(5)}, Side::Client).changes.empty());
}

TEST_F(Parsing, AKeyPressedTwiceIsNoUtterance) {
    EXPECT_TRUE(parsing::marked(coding_, {seconds(1), seconds(1.05)}, Side::Client).changes.empty());
}

TEST_F(Parsing, AnUtteranceIsCodedAsAWholeAndOnce) {
    mark(1, 4);
    code(0, "question");
    ASSERT_EQ(coding_.events.size(), 1u);
    EXPECT_EQ(coding_.events[0].at, seconds(1));
    EXPECT_EQ(coding_.events[0].end, seconds(4));
    code(0, "question");
    EXPECT_EQ(coding_.events.size(), 1u);
    EXPECT_EQ(count_coded(coding_).coded, 1);
}

TEST_F(Parsing, AnotherCodeTakesThePlaceOfTheFirst) {
    mark(1, 4);
    code(0, "question");
    coding_.events[0].attributes["strength"] = "1";
    const base::Id id = coding_.events[0].id;
    code(0, "answer");
    ASSERT_EQ(coding_.events.size(), 1u);
    EXPECT_EQ(coding_.events[0].id, id);
    EXPECT_EQ(coding_.events[0].code, "answer");
    EXPECT_TRUE(coding_.events[0].attributes.empty());
    EXPECT_EQ(coding_.utterances[0].speaker, Side::Client) << "a code of the client's is said by the client";
    EXPECT_TRUE(code_of(0));
}

TEST_F(Parsing, TheCodeStaysWithTheFirstPartOfASplit) {
    mark(1, 5);
    code(0, "question");
    carry_out(parsing::split(coding_, coding_.utterances[0], seconds(3), Side::Client));
    ASSERT_EQ(coding_.utterances.size(), 2u);
    EXPECT_EQ(span(1), (base::Span{seconds(3), seconds(5)}));
    EXPECT_EQ(coding_.utterances[1].speaker, Side::Client);
    ASSERT_TRUE(code_of(0));
    EXPECT_FALSE(code_of(1));
    EXPECT_TRUE(parsing::split(coding_, coding_.utterances[0], seconds(1.05), Side::Client).changes.empty());
}

TEST_F(Parsing, JoiningKeepsTheFirstCodeAndItsEvidence) {
    mark(1, 3);
    mark(3, 6);
    code(0, "question");
    code(1, "question");
    const base::Id kept = code_of(0)->id;
    const base::Id gone = code_of(1)->id;
    coding_.evidence["empathy"] = {kept, gone};
    carry_out(parsing::joined(coding_, coding_.utterances[0], coding_.utterances[1]));
    ASSERT_EQ(coding_.utterances.size(), 1u);
    ASSERT_EQ(coding_.events.size(), 1u);
    EXPECT_EQ(code_of(0)->id, kept);
    EXPECT_EQ(span(0), (base::Span{seconds(1), seconds(6)}));
    EXPECT_EQ(coding_.evidence["empathy"], (std::vector{kept}));
}

TEST_F(Parsing, JoiningTakesTheSecondCodeWhereTheFirstHasNone) {
    mark(1, 3);
    mark(3, 6, Side::Client);
    code(1, "answer");
    carry_out(parsing::joined(coding_, coding_.utterances[0], coding_.utterances[1]));
    ASSERT_TRUE(code_of(0));
    EXPECT_EQ(code_of(0)->code, "answer");
    EXPECT_EQ(coding_.utterances[0].speaker, Side::Client);
}

TEST_F(Parsing, ASharedBoundaryMovesForBothWithTheirCodes) {
    mark(1, 3);
    mark(3, 6, Side::Client);
    code(0, "question");
    code(1, "answer");
    carry_out(parsing::reshaped(coding_, coding_.utterances[0], {seconds(1), seconds(4)}));
    EXPECT_EQ(span(0).to, seconds(4));
    EXPECT_EQ(span(1).from, seconds(4));
    EXPECT_TRUE(code_of(0));
    EXPECT_TRUE(code_of(1));
    carry_out(parsing::reshaped(coding_, coding_.utterances[1], {seconds(0), seconds(6)}));
    EXPECT_EQ(span(1).from, seconds(1) + kLeastUtterance) << "the neighbour keeps the least there is";
}

TEST_F(Parsing, AnUtteranceThatTheOtherSaidLosesItsCode) {
    mark(1, 3);
    code(0, "question");
    carry_out(parsing::spoken_by(coding_, coding_.utterances[0], Side::Client));
    EXPECT_EQ(coding_.utterances[0].speaker, Side::Client);
    EXPECT_TRUE(coding_.events.empty());
}

TEST_F(Parsing, ARemovedUtteranceTakesItsCodeAlong) {
    mark(1, 3);
    code(0, "question");
    carry_out(parsing::removed(coding_, coding_.utterances[0]));
    EXPECT_TRUE(coding_.utterances.empty());
    EXPECT_TRUE(coding_.events.empty());
}

TEST_F(Parsing, TurnsThatBeginAndEndTogetherCanBeCodedApart) {
    const base::Span at{seconds(2), seconds(2)};
    carry_out(parsing::took_over(coding_, {{base::make_id(), at, Side::Client}, {base::make_id(), at, Side::Client}}));
    ASSERT_EQ(coding_.utterances.size(), 2u);
    code(0, "answer");
    EXPECT_TRUE(code_of(0));
    EXPECT_FALSE(code_of(1));
}

TEST_F(Parsing, TurnsAreTakenOverOnlyWhereNothingOfThatSpeakerLies) {
    mark(1, 4);
    const Edit taken = parsing::took_over(coding_, {{base::make_id(), {seconds(2), seconds(3)}, Side::Professional},
                                                    {base::make_id(), {seconds(2), seconds(3)}, Side::Client}});
    EXPECT_EQ(taken.changes.size(), 1u);
}

TEST_F(Parsing, OnlyWhatBeginsInTheSegmentCounts) {
    mark(1, 3);
    mark(3, 6);
    mark(6, 9);
    code(0, "question");
    coding_.segment = Segment{{seconds(3), seconds(6)}, std::nullopt};
    EXPECT_EQ(count_coded(coding_).all, 1);
    EXPECT_EQ(count_coded(coding_).coded, 0);
}

}  // namespace
}  // namespace codes
