// What came after what, and how far coders agree: `sequence` and `agree` on AnnoMI's own tables, against the figures
// worked out from them by other programs.
#include "support/shared_data.h"
#include "terugblik.h"

#include <algorithm>
#include <gmock/gmock.h>

using support::expect_refused;
using support::expect_wrong_usage;
using support::Json;

namespace {

class ComparisonCommands : public support::CommandTest {
protected:
    // Empty when the data is not here.
    Json import_annomi(const std::string& table) {
        const std::string path = support::testdata("annomi/" + table);
        return path.empty() ? Json() : answer({"import-coded", path, "--format", "annomi"});
    }
    static Json oracles() { return Json::parse(support::read_file(support::shared("oracles/mi-oracles.json"))); }
};

TEST_F(ComparisonCommands, SequenceGivesTheTransitionsOfAnnoMi) {
    if (import_annomi("annomi-simple.csv").is_null()) GTEST_SKIP() << "no shared data here";
    const Json figures = oracles()["annomi_lag1"]["high:therapist->client"];
    const Json found = answer({"sequence", "--where", "quality=high"});
    EXPECT_EQ(found["total"], figures["N"]);
    const auto place = [](const Json& labels, const std::string& label) {
        return static_cast<std::size_t>(std::find(labels.begin(), labels.end(), label) - labels.begin());
    };
    for (std::size_t r = 0; r < figures["rows"].size(); ++r) {
        for (std::size_t c = 0; c < figures["cols"].size(); ++c) {
            const std::size_t row = place(found["rows"], figures["rows"][r]);
            const std::size_t column = place(found["columns"], figures["cols"][c]);
            ASSERT_LT(row, found["rows"].size());
            ASSERT_LT(column, found["columns"].size());
            EXPECT_EQ(found["counts"][row][column], figures["freq"][r][c]);
            EXPECT_NEAR(found["adjusted_residual"][row][column].get<double>(),
                        figures["adj_residual"][r][c].get<double>(), 5.1e-4);
            EXPECT_NEAR(found["yules_q"][row][column].get<double>(), figures["yules_q"][r][c].get<double>(), 5.1e-4);
        }
    }
    const Json pair =
        answer({"sequence", "--where", "quality=low", "--given", "question", "--then", "sustain"})["pair"];
    EXPECT_EQ(pair["moments"].size(), pair["count"].get<std::size_t>());
    EXPECT_GT(pair["given_total"].get<int>(), pair["count"].get<int>());
    const Json grouped = answer({"sequence", "--where", "quality=low", "--rows", "change,sustain", "--columns",
                                 "change,sustain", "--lag", "2", "--repeats", "impossible", "--pool", "each"});
    EXPECT_EQ(grouped["rows"], Json::parse(R"(["change", "sustain"])"));
    EXPECT_EQ(grouped["counts"][0][0], 0);
    EXPECT_TRUE(grouped["expected"][1][1].is_null()) << "it cannot happen";
    ASSERT_EQ(grouped["each"].size(), grouped["codings"].get<std::size_t>());
    int total = 0;
    for (const Json& one : grouped["each"]) total += one["total"].get<int>();
    EXPECT_EQ(total, grouped["total"].get<int>()) << "pooled is the sum, and nothing runs from one into the next";
    const Json lags = answer({"sequence", "--where", "quality=low", "--lags", "3"})["lags"];
    ASSERT_EQ(lags.size(), 3U);
    EXPECT_EQ(lags[1]["counts"], answer({"sequence", "--where", "quality=low", "--lag", "2"})["counts"]);
    expect_wrong_usage(run({"sequence", "--where", "quality=low", "--lags", "3", "--within", "00:00:05"}), "--within");
    expect_refused(run({"sequence", "--where", "quality=low", "--rows", "applause"}), "applause");
    expect_refused(run({"sequence", "--where", "quality=superb"}), "tags");
    expect_refused(run({"sequence", "--where", "quality=low", "--given", "applause", "--then", "sustain"}), "applause");
    expect_wrong_usage(run({"sequence", "--where", "quality=low", "--given", "question"}), "--then");
    expect_wrong_usage(run({"sequence", "--where", "quality"}), "TAG=VALUE");
}

TEST_F(ComparisonCommands, AgreeGivesTheFleissKappasOfTenAnnotators) {
    const Json made = import_annomi("annomi-full.csv");
    if (made.is_null()) GTEST_SKIP() << "no shared data here";
    std::vector<std::string> codings;
    for (const Json& conversation : made["conversations"])
        if (conversation["codings"].size() == 10)
            for (const Json& coding : conversation["codings"]) codings.push_back(coding["coding"]);
    ASSERT_EQ(codings.size(), 70u);
    const auto agreement = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments = {"agree"};
        arguments.insert(arguments.end(), codings.begin(), codings.end());
        arguments.insert(arguments.end(), more.begin(), more.end());
        return answer(arguments);
    };
    const Json figures = oracles()["annomi_fleiss_kappa_7x10"];
    const Json alphas = oracles()["krippendorff_nominal_same_data"];
    const Json professional = agreement({"--side", "professional"});
    EXPECT_EQ(professional["moments"], figures["N_therapist"]);
    EXPECT_TRUE(professional["same_utterances"]);
    EXPECT_NEAR(professional["fleiss_kappa"].get<double>(), figures["main_therapist_behaviour"].get<double>(), 5e-11);
    EXPECT_NEAR(professional["krippendorff_alpha"].get<double>(), alphas["main_therapist_behaviour"].get<double>(),
                5e-7);
    EXPECT_NEAR(professional["cohen_kappa"].get<double>(), 0.736735, 5e-7);
    EXPECT_NEAR(professional["per_code"]["question"]["fleiss_kappa"].get<double>(), .8011, 5e-5);
    const Json client = agreement({"--side", "client"});
    EXPECT_EQ(client["moments"], figures["N_client"]);
    EXPECT_NEAR(client["fleiss_kappa"].get<double>(), figures["client_talk_type"].get<double>(), 5e-11);
    EXPECT_NEAR(client["per_code"]["neutral"]["fleiss_kappa"].get<double>(), .4200, 5e-5);
    const Json kind = agreement({"--side", "professional", "--by", "attribute:question_subtype"});
    EXPECT_NEAR(kind["fleiss_kappa"].get<double>(), figures["question_subtype(3 cat incl n/a)"].get<double>(), 5e-11);
    EXPECT_FALSE(professional["icc"]["question"].is_null()) << "counts over seven conversations";
    expect_refused(run({"agree", codings[0]}), "two");
    expect_refused(run({"agree", codings[0], codings[1], "--by", "attribute:melody"}), "melody");
}

}  // namespace
