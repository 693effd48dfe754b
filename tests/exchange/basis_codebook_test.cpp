// The shipped codebook: its keys are a contract with other people's scripts.
#include "codes/codebook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;

codes::Codebook basis() {
    return codes::load_codebook(TERUGBLIK_SOURCE_DIR "/assets/codebooks/gespreksvoering-basis.json");
}

template <class Things>
std::vector<std::string> keys(const Things& things) {
    std::vector<std::string> keys;
    for (const auto& thing : things) keys.push_back(thing.key);
    return keys;
}

TEST(GespreksvoeringBasis, HasTheCodesInTheOrderOfThePad) {
    EXPECT_THAT(
        keys(basis().codes),
        ElementsAre("open_question", "closed_question", "simple_reflection", "complex_reflection", "summary",
                    "affirmation", "giving_information", "asking_permission", "emphasizing_autonomy",
                    "advice_with_permission", "advice_without_permission", "confront", "change_desire",
                    "change_ability", "change_reason", "change_need", "change_plan", "sustain", "yes_but", "neutral",
                    "welcome", "agenda_setting", "key_question", "decisional_balance", "professional_leans_forward",
                    "professional_energy", "listening", "client_leans_forward", "client_energy"));
}

TEST(GespreksvoeringBasis, HasTheMeasures) {
    EXPECT_THAT(keys(basis().measures), ElementsAre("reflections_to_questions", "pct_complex_reflections",
                                                    "pct_open_questions", "pct_change_talk", "talk_share"));
}

TEST(GespreksvoeringBasis, SpeaksBothLanguagesEverywhere) {
    const codes::Codebook codebook = basis();
    const auto complete = [](const codes::Words& words) { return !words.en.empty() && !words.nl.empty(); };
    for (const codes::Code& code : codebook.codes)
        EXPECT_TRUE(complete(code.label) && complete(code.definition) && complete(code.short_label)) << code.key;
    for (const codes::Rating& rating : codebook.ratings) {
        EXPECT_TRUE(complete(rating.label) && complete(rating.definition)) << rating.key;
        EXPECT_EQ(rating.anchors.size(), 3u);
    }
    for (const codes::Measure& measure : codebook.measures)
        EXPECT_TRUE(complete(measure.label) && complete(measure.caveat)) << measure.key;
}

TEST(GespreksvoeringBasis, GivesEachCodeAKeyOfItsOwn) {
    const codes::Codebook codebook = basis();
    std::string letters;
    for (const codes::Code& code : codebook.codes) letters += code.default_key;
    EXPECT_EQ(letters, "QWERTASDFGZXYUIOPHKN4BVC56M98");
}

}  // namespace
