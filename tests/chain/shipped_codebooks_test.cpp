// What the codebooks that come with the program say of conversations that were made up to be judged: the rules of
// MITI's volleys, the hints, and formulas that can all be worked out.
#include "analysis/hints.h"
#include "analysis/measures.h"
#include "analysis/over_time.h"
#include "analysis/volleys.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

codes::Codebook shipped(const std::string& key) {
    return codes::load_codebook(TERUGBLIK_SOURCE_DIR "/assets/codebooks/" + key + ".json");
}

// One code after another, two seconds apart; "a+b" stand at the same moment.
codes::Coding coding(const codes::Codebook& book, const std::vector<std::string>& heard) {
    codes::Coding made;
    for (std::size_t moment = 0; moment < heard.size(); ++moment) {
        std::string left = heard[moment];
        while (!left.empty()) {
            const std::string key = left.substr(0, left.find('+'));
            left = key.size() == left.size() ? "" : left.substr(key.size() + 1);
            codes::Event event;
            event.id = base::Id{fmt::format("{:03}", made.events.size())};
            event.at = base::seconds(2.0 * static_cast<double>(moment));
            event.code = key;
            EXPECT_NE(book.find(key), nullptr) << key;
            if (book.find(key) != nullptr) event.speaker = book.find(key)->side;
            made.events.push_back(event);
        }
    }
    return made;
}

std::vector<std::string> changed(const codes::Codebook& book, const std::vector<std::string>& heard) {
    std::vector<std::string> changes;
    for (const auto& change : analysis::count_by_volley(book, coding(book, heard), {}).changed)
        changes.push_back(change.code + " by " + change.rule);
    return changes;
}

std::vector<std::string> hints(const codes::Codebook& book, const std::vector<std::string>& heard) {
    std::vector<std::string> keys;
    for (const auto& raised : analysis::raised_hints(book, coding(book, heard))) keys.push_back(raised.hint);
    return keys;
}

TEST(MitiVolleys, CountOneReflectionAndOneQuestion) {
    const auto miti = shipped("miti-4.2.1");
    EXPECT_THAT(changed(miti, {"sr", "cr", "q", "q", "client_speaks", "sr", "sr"}),
                ElementsAre("sr by complex_over_simple", "q by once_in_a_volley", "sr by once_in_a_volley"));
    EXPECT_THAT(changed(miti, {"sr", "client_speaks", "cr", "client_speaks", "q"}), IsEmpty());
}

TEST(MitiVolleys, GoOnOverAListenerAndEndAtAnAnswer) {
    const auto miti = shipped("miti-4.2.1");
    EXPECT_THAT(changed(miti, {"gi", "client_follows", "gi"}), ElementsAre("gi by once_in_a_volley"));
    EXPECT_THAT(changed(miti, {"q", "client_follows", "q"}), IsEmpty());
    EXPECT_THAT(changed(miti, {"seek", "client_follows", "gi", "client_follows", "gi"}),
                ElementsAre("gi by once_in_a_volley"));
}

TEST(MitiVolleys, HoldPersuadingOnlyOnceWithPermissionFirst) {
    EXPECT_THAT(changed(shipped("miti-4.2.1"), {"persuade", "persuade_with"}),
                ElementsAre("persuade by permission_over_persuade"));
}

TEST(MitiVolleys, CountOneAdherentAndOneNonAdherentCodeForAnUtterance) {
    const auto miti = shipped("miti-4.2.1");
    EXPECT_THAT(changed(miti, {"af+seek+emphasize"}),
                ElementsAre("af by adherent_pyramid", "seek by adherent_pyramid"));
    EXPECT_THAT(changed(miti, {"af", "seek", "emphasize"}), IsEmpty()) << "three utterances of one volley";
    EXPECT_THAT(
        changed(miti, {"q+confront", "persuade+confront"}),
        ElementsAre("q by confront_over_question", "persuade by non_adherent_pyramid", "confront by once_in_a_volley"));
}

TEST(MitiVolleys, HoldAtMostTheEightCodesOfTheManual) {
    const auto miti = shipped("miti-4.2.1");
    std::vector<std::string> everything;
    for (int twice = 0; twice < 2; ++twice)
        for (const auto& code : miti.codes)
            if (code.side == codes::Side::Professional) everything.push_back(code.key);
    EXPECT_EQ(analysis::count_by_volley(miti, coding(miti, everything), {}).counted.size(), 8u);
}

TEST(BasisHints, SayWherePlanningCameBeforeAbilityReasonAndNeed) {
    const auto basis = shipped("gespreksvoering-basis");
    EXPECT_THAT(hints(basis, {"change_desire", "key_question"}), ElementsAre("planning_early"));
    EXPECT_THAT(hints(basis, {"change_ability", "change_reason", "change_need", "key_question"}), IsEmpty());
    EXPECT_THAT(hints(basis, {"decisional_balance"}), ElementsAre("balance_feeds_sustain"));
}

TEST(BasisCoverage, SaysWhichQuestionsWereAsked) {
    const auto basis = shipped("gespreksvoering-basis");
    auto heard = coding(basis, {"open_question", "closed_question", "open_question"});
    heard.events[0].attributes["asks_for"] = "desire";
    heard.events[1].attributes["asks_for"] = "need";
    std::vector<int> times;
    const auto all = analysis::coverages(basis, heard);
    for (const auto& part : all.at("darn_asked")) times.push_back(part.times);
    EXPECT_THAT(times, ElementsAre(1, 0, 0, 1));
}

TEST(BasisVolleys, TakePostureAndEnergyForNoSpeech) {
    const auto basis = shipped("gespreksvoering-basis");
    EXPECT_THAT(changed(basis, {"open_question", "client_leans_forward", "client_energy", "open_question"}),
                ElementsAre("open_question by once_in_a_volley"));
    EXPECT_THAT(changed(basis, {"open_question", "listening", "open_question"}), IsEmpty()) << "an answer";
}

TEST(MitiHints, SayThatABalanceLowersSofteningSustainTalk) {
    codes::Coding ticked;
    ticked.ticks = {{"decisional_balance", "good_of_staying", base::seconds(3)}};
    EXPECT_EQ(analysis::raised_hints(shipped("miti-4.2.1"), ticked).size(), 1u);
}

TEST(DifficultMessage, HasItsHandholdsInTheirOrder) {
    const auto book = shipped("lastige-boodschap");
    EXPECT_THAT(
        hints(book, {"protest", "to_the_feeling", "facts", "opens_up", "what_is_possible", "repeats", "rounding_off"}),
        IsEmpty());
    EXPECT_THAT(hints(book, {"facts", "to_the_feeling", "what_is_possible", "rounding_off"}),
                ElementsAre("facts_early", "possible_early", "rounding_off_early"));
}

TEST(ShippedFormulas, CanAllBeWorkedOut) {
    for (const codes::Codebook& book : codes::shipped_codebooks()) {
        const auto inputs = analysis::inputs_for(book, {}, {}, base::seconds(600));
        EXPECT_NO_THROW((void)analysis::measures(book, inputs)) << book.key;
        for (const auto& question : book.self_questions)
            for (const std::string& formula : {question.professional, question.client})
                EXPECT_NO_THROW((void)analysis::value_of(book, inputs, formula)) << book.key << " " << question.key;
        for (const auto& attribute : book.attributes)
            EXPECT_TRUE(attribute.key != book.quotes_by || analysis::is_scale(attribute)) << book.key;
    }
}

}  // namespace
