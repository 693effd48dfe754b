#include "analysis/formula_check.h"

#include "codes/samples.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

codes::Codebook sample() {
    return codes::parse_codebook(samples::kCodebook, "sample");
}

TEST(FormulaCheck, AWholeFormulaHasNoMistake) {
    for (const char* formula :
         {"open_question", "questions / (duration / 60)", "talk.professional + talk.client", "partnership * 2"})
        EXPECT_FALSE(mistake_in(sample(), formula)) << formula;
}

TEST(FormulaCheck, MarksTheCharacterOfASlip) {
    const auto mistake = mistake_in(sample(), "open_question + * 2");
    ASSERT_TRUE(mistake);
    EXPECT_EQ(mistake->position(), 17U);
    EXPECT_EQ(mistake->length(), 1U);
}

TEST(FormulaCheck, MarksAMissingEndBehindTheLastCharacter) {
    const auto mistake = mistake_in(sample(), "(questions");
    ASSERT_TRUE(mistake);
    EXPECT_EQ(mistake->position(), 11U);
}

TEST(FormulaCheck, MarksTheWholeOfAnUnknownName) {
    const auto mistake = mistake_in(sample(), "open_question + open / 2");
    ASSERT_TRUE(mistake);
    EXPECT_EQ(mistake->position(), 17U) << "not the beginning of open_question";
    EXPECT_EQ(mistake->length(), 4U);
    EXPECT_NE(mistake->why().find("“open”"), std::string::npos);
}

TEST(FormulaCheck, AFormulaThatIsFarTooLongIsAMistakeToo) {
    EXPECT_TRUE(mistake_in(sample(), std::string(30'000, '1')));
}

TEST(FormulaCheck, NamesTheMeasureAndItsMember) {
    codes::Codebook codebook = sample();
    EXPECT_FALSE(mistake_in_measures(codebook));
    codebook.measures[0].denominator = "questions +";
    const auto found = mistake_in_measures(codebook);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->measure, 0U);
    EXPECT_EQ(found->member, "denominator");
    EXPECT_EQ(found->mistake.position(), 12U);
}

}  // namespace
}  // namespace analysis
