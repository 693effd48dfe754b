// The shipped MITI codebook reproduces the published summary scores of twelve coded training transcripts.
#include "analysis/measures.h"
#include "support/shared_data.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using testing::ElementsAre;
using testing::Pair;

codes::Codebook miti() {
    return codes::load_codebook(TERUGBLIK_SOURCE_DIR "/assets/codebooks/miti-4.2.1.json");
}

const std::map<std::string, std::string> kCodes = {
    {"GI", "gi"}, {"P", "persuade"}, {"PW", "persuade_with"}, {"Q", "q"},          {"SR", "sr"}, {"CR", "cr"},
    {"AF", "af"}, {"SEEK", "seek"},  {"EMPH", "emphasize"},   {"CONF", "confront"}};
const std::map<std::string, std::string> kRatings = {
    {"CCT", "cultivating"}, {"SST", "softening"}, {"PART", "partnership"}, {"EMP", "empathy"}};

codes::Coding coding_of(const nlohmann::json& session) {
    codes::Coding coding;
    for (const auto& [name, code] : kCodes)
        for (int i = 0; i < session.at("counts").at(name).get<int>(); ++i) {
            codes::Event event;
            event.code = code;
            coding.events.push_back(event);
        }
    for (const auto& [name, rating] : kRatings) coding.ratings[rating] = session.at(name);
    return coding;
}

// With as many digits as the published figures have.
std::string printed(const std::optional<double>& value, double times, int digits) {
    return value ? fmt::format("{:.{}f}", *value * times, digits) : "undefined";
}
std::string printed(const nlohmann::json& value, int digits) {
    return value.is_null() ? "undefined" : fmt::format("{:.{}f}", value.get<double>(), digits);
}

std::map<std::string, analysis::MeasureValue> measures_of(const codes::Coding& coding) {
    return analysis::measures(miti(), analysis::inputs_for(miti(), coding, {}, {}));
}

TEST(Miti, GivesThePublishedSummaryScoresToThePrintedDigit) {
    const std::string path = support::shared("oracles/mi-oracles.json");
    if (path.empty()) GTEST_SKIP() << "the published figures are not here";
    const auto sessions = nlohmann::json::parse(support::read_file(path)).at("casaa_miti4_gold");
    ASSERT_EQ(sessions.size(), 12u);
    int undefined = 0;
    for (const auto& session : sessions) {
        SCOPED_TRACE(session.at("title").get<std::string>());
        const auto values = measures_of(coding_of(session));
        EXPECT_EQ(printed(values.at("technical").value, 1, 1), printed(session.at("technical"), 1));
        EXPECT_EQ(printed(values.at("relational").value, 1, 1), printed(session.at("relational"), 1));
        EXPECT_EQ(printed(values.at("pct_cr").value, 100, 2), printed(session.at("pct_CR"), 2));
        EXPECT_EQ(printed(values.at("r_to_q").value, 1, 4), printed(session.at("R_Q"), 4));
        EXPECT_EQ(printed(values.at("mia").value, 1, 0), printed(session.at("MIA"), 0));
        EXPECT_EQ(printed(values.at("mina").value, 1, 0), printed(session.at("MINA"), 0));
        if (session.at("pct_CR").is_null()) ++undefined;
    }
    EXPECT_EQ(undefined, 1);
}

TEST(Miti, IsUndefinedAndNeverZeroWithoutQuestionsReflectionsOrRatings) {
    const auto values = measures_of({});
    for (const char* key : {"technical", "relational", "pct_cr", "r_to_q"})
        EXPECT_EQ(values.at(key).value, std::nullopt) << key;
    EXPECT_EQ(values.at("mia").value, 0.0);
}

TEST(Miti, HasTheLinesOfTheManualAndItsReservation) {
    std::map<std::string, std::pair<std::optional<double>, std::optional<double>>> lines;
    for (const codes::Measure& measure : miti().measures) {
        lines[measure.key] = {measure.fair, measure.good};
        EXPECT_FALSE(measure.caveat.en.empty() || measure.caveat.nl.empty()) << measure.key;
        if (!measure.fair) continue;
        EXPECT_THAT(measure.threshold_source.en, testing::HasSubstr("expert opinion")) << measure.key;
        EXPECT_THAT(measure.threshold_source.en, testing::HasSubstr("without norm or validity data")) << measure.key;
    }
    EXPECT_THAT(lines, ElementsAre(Pair("mia", Pair(std::nullopt, std::nullopt)),
                                   Pair("mina", Pair(std::nullopt, std::nullopt)), Pair("pct_cr", Pair(0.4, 0.5)),
                                   Pair("r_to_q", Pair(1.0, 2.0)), Pair("relational", Pair(3.5, 4.0)),
                                   Pair("technical", Pair(3.0, 4.0))));
}

TEST(Miti, HasFourRatingsThatStartInTheMiddleWithAnchorsInBothLanguages) {
    ASSERT_EQ(miti().ratings.size(), 4u);
    for (const codes::Rating& rating : miti().ratings) {
        EXPECT_EQ(std::tie(rating.minimum, rating.standard, rating.maximum), std::make_tuple(1, 3, 5)) << rating.key;
        EXPECT_THAT(rating.anchors, ElementsAre(Pair(1, testing::_), Pair(3, testing::_), Pair(5, testing::_)));
        for (const auto& [value, words] : rating.anchors) EXPECT_FALSE(words.en.empty() || words.nl.empty());
    }
}

}  // namespace
