// The answer to a question about what came next, in the words that a coach reads.
#include "app/what_came_next.h"

#include "app/came_next_choices.h"
#include "app/moment_spans.h"

#include <gmock/gmock.h>

namespace app {
namespace {

using codes::Side;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

codes::Code code(const std::string& key, Side side, const std::string& label, std::vector<std::string> groups = {}) {
    codes::Code made;
    made.key = key;
    made.side = side;
    made.label = {label, label + " (nl)"};
    made.groups = std::move(groups);
    return made;
}

codes::Codebook codebook() {
    codes::Codebook book;
    book.key = "small";
    book.version = "1";
    book.codes = {code("advice", Side::Professional, "Advice without permission"),
                  code("question", Side::Professional, "Question"), code("sustain", Side::Client, "Sustain talk"),
                  code("change", Side::Client, "Change talk", {"talk"})};
    book.groups = {{"talk", {"Talk", ""}}};
    return book;
}

codes::Pair pair(std::vector<std::string> given, std::vector<std::string> then) {
    codes::Pair made;
    made.given = std::move(given);
    made.then = std::move(then);
    return made;
}

// So many times each pair, one event a second.
codes::Coding coding(const std::vector<std::pair<int, std::pair<std::string, std::string>>>& pairs) {
    codes::Coding made;
    made.id = base::make_id();
    made.codebook_version = "1";
    const auto book = codebook();
    for (const auto& [times, two] : pairs)
        for (int i = 0; i < times; ++i)
            for (const std::string& key : {two.first, two.second}) {
                codes::Event event;
                event.id = base::make_id();
                event.at = base::seconds(static_cast<double>(made.events.size()) * 10);
                event.code = key;
                event.speaker = book.find(key)->side;
                made.events.push_back(event);
            }
    return made;
}

// 7 of 9 after advice, 5 of 51 after a question: the sentence of the handbook.
codes::Coding sixty() {
    return coding({{7, {"advice", "sustain"}},
                   {2, {"advice", "change"}},
                   {5, {"question", "sustain"}},
                   {46, {"question", "change"}}});
}

class Answers : public testing::Test {
protected:
    void TearDown() override { base::set_language(base::Language::English); }
    WhatCameNext ask(const codes::Pair& what, const codes::Coding& of) {
        return what_came_next(book_, what, {{&of, {}, {}}});
    }
    const codes::Codebook book_ = codebook();
};

TEST_F(Answers, BeginWithASentence) {
    const auto heard = sixty();
    const WhatCameNext answer = ask(pair({"advice"}, {"sustain"}), heard);
    EXPECT_EQ(answer.sentence,
              "After advice without permission the client answered with sustain talk 7 of 9 times; overall 12 of 60.");
    EXPECT_EQ(answer.certainty, "45–94 % (Wilson interval, 95 %), overall 20 %: more often than overall.");
    EXPECT_THAT(answer.rows, ElementsAre("Advice without permission", "Question"));
    EXPECT_THAT(answer.columns, ElementsAre("Sustain talk", "Change talk"));
    EXPECT_EQ(answer.counts, (analysis::Matrix{{7, 2}, {5, 46}}));
    EXPECT_NEAR(answer.figures.expected[0][0].value(), 1.8, 1e-9);
    EXPECT_EQ(answer.moments.size(), 7u);
    EXPECT_EQ(answer.moments[0].coding, heard.id);
}

TEST_F(Answers, SayWhenItIsTooLittleToSay) {
    const auto heard = coding({{2, {"advice", "sustain"}}, {1, {"question", "change"}}});
    EXPECT_THAT(ask(pair({"advice"}, {"sustain"}), heard).certainty, HasSubstr("Too few to say: fewer than 5 times."));
    codes::Pair lenient = pair({"advice"}, {"sustain"});
    lenient.few_below = 2;
    EXPECT_THAT(ask(lenient, heard).certainty, HasSubstr("chance"));
}

TEST_F(Answers, SayWhatWasLeftOut) {
    const auto heard = coding({{5, {"advice", "sustain"}}, {3, {"advice", "question"}}});
    const WhatCameNext answer = ask(pair({"advice"}, {"sustain"}), heard);
    EXPECT_THAT(answer.sentence, HasSubstr("5 of 5 times"));
    EXPECT_THAT(answer.certainty, HasSubstr("Left out: 3 times when no code of the client came there."));
}

TEST_F(Answers, WithoutAnAnswerThatIsMeantTellWhatCameMost) {
    const auto heard = coding({{4, {"sustain", "question"}}, {6, {"sustain", "advice"}}});
    const WhatCameNext answer = ask(pair({"sustain"}, {}), heard);
    EXPECT_EQ(answer.sentence,
              "After sustain talk (10 times) the professional most often came with advice without "
              "permission (6), question (4).");
    EXPECT_EQ(answer.moments.size(), 10u);
    EXPECT_FALSE(answer.has_asked_column);
}

TEST_F(Answers, TellWhatCameBeforeItsTime) {
    codes::Pair early = pair({"advice"}, {"change"});
    early.kind = codes::PairKind::Before;
    const auto heard = coding({{2, {"advice", "sustain"}}, {3, {"advice", "change"}}});
    const WhatCameNext answer = ask(early, heard);
    EXPECT_EQ(answer.sentence, "Of 5 times advice without permission, 3 came before change talk had been heard.");
    EXPECT_EQ(answer.moments.size(), 3u);
    EXPECT_THAT(answer.moments[0].text, HasSubstr("not yet heard: change talk"));
    EXPECT_EQ(answer.counts, (analysis::Matrix{{3, 2}}));
}

TEST_F(Answers, SaySoWhereNothingWasCoded) {
    const auto heard = coding({{2, {"question", "change"}}});
    const WhatCameNext answer = ask(pair({"advice"}, {"sustain"}), heard);
    EXPECT_EQ(answer.sentence, "Not coded here: advice without permission.");
    EXPECT_THAT(answer.certainty, IsEmpty());
    EXPECT_THAT(answer.moments, IsEmpty());
    EXPECT_EQ(ask(pair({"advice"}, {"sustain"}), {}).sentence, "Not coded here: advice without permission.");
    EXPECT_EQ(ask(pair({"advice"}, {}), {}).sentence, "Not coded here: advice without permission.");
}

TEST_F(Answers, PoolConversationsAndNameThem) {
    const auto here = coding({{3, {"advice", "sustain"}}});
    const auto there = coding({{4, {"advice", "change"}}, {2, {"advice", "sustain"}}});
    const WhatCameNext answer =
        what_came_next(book_, pair({"advice"}, {"sustain"}), {{&here, {}, {}}, {&there, "Second talk", {}}});
    EXPECT_THAT(answer.sentence, HasSubstr("5 of 9 times"));
    EXPECT_THAT(answer.moments.back().text, HasSubstr("Second talk"));
    EXPECT_EQ(answer.moments.back().coding, there.id);
}

TEST_F(Answers, SpeakOfPlacesAndTime) {
    const auto heard = coding({{6, {"advice", "sustain"}}});
    codes::Pair later = pair({"advice"}, {"advice"});
    later.lag = 2;
    EXPECT_THAT(ask(later, heard).sentence, HasSubstr("2 codes on"));
    codes::Pair soon = pair({"advice"}, {"sustain"});
    soon.within = base::seconds(10);
    EXPECT_EQ(ask(soon, heard).sentence,
              "Within 10 s after advice without permission came sustain talk 6 of 6 times; overall 6 of 6.");
}

codes::Event event(double at, Side side) {
    codes::Event made;
    made.at = base::seconds(at);
    made.speaker = side;
    return made;
}

TEST(SpanToHear, RunsFromTheTurnOfTheFirstToTheEndOfTheTurnOfTheSecond) {
    const std::vector<talk::Turn> turns = {
        {{base::seconds(10), base::seconds(20)}, "", talk::Role::Professional, "advice"},
        {{base::seconds(20), base::seconds(31)}, "", talk::Role::Client, "yes, but"}};
    EXPECT_EQ(span_to_hear(event(14, Side::Professional), event(22, Side::Client), &turns),
              (base::Span{base::seconds(10), base::seconds(31)}));
    EXPECT_EQ(span_to_hear(event(14, Side::Professional), event(22, Side::Client), nullptr),
              (base::Span{base::seconds(11), base::seconds(28)}));
    EXPECT_EQ(span_to_hear(event(1, Side::Professional), event(2, Side::Client), nullptr).from, base::Time{});
    const std::vector<talk::Turn> long_ones = {
        {{base::seconds(0), base::seconds(300)}, "", talk::Role::Professional, ""}};
    EXPECT_EQ(span_to_hear(event(100, Side::Professional), event(100, Side::Professional), &long_ones),
              (base::Span{base::seconds(85), base::seconds(115)}));
}

class Choices : public testing::Test {
protected:
    Choices() {
        open_.codebook = codebook();
        open_.pairs = {pair({"advice"}, {"sustain"}), pair({"sustain"}, {})};
        open_.pairs[0].label = {"Advice, then?", ""};
        open_.conversation.trainee = "Robin";
        begin_asking(open_, asked_);
    }
    OpenConversationState open_;
    AskedPair asked_;
};

TEST_F(Choices, BeginWithTheFirstQuestionOfTheCodebook) {
    EXPECT_EQ(asked_.pair, open_.pairs[0]);
    EXPECT_EQ(choices_of(NextField::Question, open_, asked_).now, "Advice, then?");
    EXPECT_EQ(choices_of(NextField::Given, open_, asked_).now, "Advice without permission");
    EXPECT_EQ(choices_of(NextField::When, open_, asked_).now, "the next code");
    EXPECT_EQ(choices_of(NextField::Codings, open_, asked_).now, "this coding");
    step_choice(NextField::Question, +1, open_, asked_);
    EXPECT_EQ(asked_.pair, open_.pairs[1]);
    EXPECT_EQ(choices_of(NextField::Then, open_, asked_).chosen, 0);
}

TEST_F(Choices, ChangingAPartMakesItOnesOwnQuestion) {
    step_choice(NextField::Given, +1, open_, asked_);
    EXPECT_THAT(asked_.pair.given, ElementsAre("question"));
    EXPECT_EQ(choices_of(NextField::Question, open_, asked_).now, "Your own question");
    choose(NextField::Then, 5, open_, asked_);
    EXPECT_THAT(asked_.pair.then, ElementsAre("talk")) << "groups come after the codes";
    choose(NextField::When, 6, open_, asked_);
    EXPECT_EQ(asked_.pair.within, base::seconds(10));
    choose(NextField::When, 10, open_, asked_);
    EXPECT_EQ(asked_.pair.kind, codes::PairKind::Before);
    choose(NextField::Then, 0, open_, asked_);
    EXPECT_EQ(asked_.pair.kind, codes::PairKind::Next) << "before what?";
    for (int i = 0; i < 20; ++i) step_choice(NextField::When, -1, open_, asked_);
    EXPECT_EQ(asked_.pair.lag, 1);
    EXPECT_FALSE(asked_.pair.within);
}

TEST_F(Choices, WithoutATraineeThereIsOnlyThisCoding) {
    EXPECT_EQ(choices_of(NextField::Codings, open_, asked_).options.size(), 2u);
    open_.conversation.trainee.clear();
    EXPECT_EQ(choices_of(NextField::Codings, open_, asked_).options.size(), 1u);
}

TEST_F(Choices, ACodebookWithoutQuestionsStillLetsOneAsk) {
    OpenConversationState other;
    other.codebook = codebook();
    other.codebook.version = "2";
    begin_asking(other, asked_);
    EXPECT_THAT(asked_.pair.given, ElementsAre("advice"));
    EXPECT_EQ(choices_of(NextField::Question, other, asked_).now, "Your own question");
}

}  // namespace
}  // namespace app
