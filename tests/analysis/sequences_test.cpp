#include "analysis/sequences.h"

#include "analysis/oracles.h"

#include <cmath>
#include <random>

namespace analysis {
namespace {

Sequence sequence_of(const std::string& codes) {
    Sequence sequence;
    for (const char code : codes) {
        Step step;
        step.row = code == 'a' || code == 'b' ? code - 'a' : -1;
        step.column = code == 'x' || code == 'y' ? code - 'x' : -1;
        step.at = base::seconds(static_cast<double>(sequence.size()));
        sequence.push_back(step);
    }
    return sequence;
}

TEST(Sequences, PairEachEventWithTheOneAfterIt) {
    const Sequence sequence = sequence_of("axayb-xy");
    const std::vector<Pair> next = {{0, 1}, {2, 3}};
    EXPECT_EQ(pairs_at_lag(sequence, 1), next);
    const std::vector<Pair> second_next = {{4, 6}};
    EXPECT_EQ(pairs_at_lag(sequence, 2), second_next);
    EXPECT_TRUE(pairs_at_lag(sequence, 100).empty());
    EXPECT_TRUE(pairs_at_lag({}, 1).empty());
}

TEST(Sequences, PairAnEventWithTheFirstAnswerInTime) {
    const Sequence sequence = sequence_of("a--xyb---y");
    const std::vector<Pair> in_three = {{0, 3}};
    EXPECT_EQ(pairs_within(sequence, base::seconds(3)), in_three);
    const std::vector<Pair> in_four = {{0, 3}, {5, 9}};
    EXPECT_EQ(pairs_within(sequence, base::seconds(4)), in_four);
}

TEST(Sequences, ArePooledByAddingUp) {
    Matrix counts(2, std::vector<double>(2));
    for (const char* conversation : {"axay", "bx", "ax"}) {
        const Sequence sequence = sequence_of(conversation);
        add_pairs(counts, sequence, pairs_at_lag(sequence, 1));
    }
    EXPECT_EQ(counts, (Matrix{{2, 1}, {1, 0}})) << "and never from the end of one to the beginning of the next";
}

TEST(Transitions, AreThoseOfGriffinAndGottman) {
    const auto oracle = oracles::read();
    if (oracle.is_null()) GTEST_SKIP() << "no published figures here";
    const auto& figures = oracle.at("griffin_gottman_1990");
    const Matrix counts = figures.at("freq").get<Matrix>();
    const Transitions result = transitions(counts);
    EXPECT_NEAR(result.likelihood_ratio, figures.at("LRX2"), 0.05);
    EXPECT_EQ(result.degrees_of_freedom, figures.at("df").get<int>());
    EXPECT_LT(result.chance, 0.001);
    EXPECT_TRUE(result.few_expected);
    const auto residuals = figures.at("adj_residual_2dp").get<Matrix>();
    for (std::size_t r = 0; r < counts.size(); ++r)
        for (std::size_t c = 0; c < counts.size(); ++c)
            EXPECT_NEAR(result.adjusted_residual[r][c].value(), residuals[r][c], 0.00501) << r << " " << c;
    EXPECT_NEAR(result.yules_q[1][1].value(), -.82, 0.005);
    EXPECT_NEAR(result.yules_q[1][4].value(), .68, 0.005);
    EXPECT_NEAR(result.probability[1][4].value(), .60, 0.005);
}

TEST(Transitions, AreThoseOfAnnoMi) {
    const auto oracle = oracles::read();
    if (oracle.is_null()) GTEST_SKIP() << "no published figures here";
    for (const auto& entry : oracle.at("annomi_lag1").items()) {
        const std::string& name = entry.key();
        const nlohmann::json& figures = entry.value();
        const Matrix counts = figures.at("freq").get<Matrix>();
        const Transitions result = transitions(counts);
        EXPECT_EQ(result.total, figures.at("N").get<double>());
        const auto close = [&](const Table<double>& ours, const char* key) {
            for (std::size_t r = 0; r < counts.size(); ++r)
                for (std::size_t c = 0; c < counts[r].size(); ++c)
                    EXPECT_NEAR(ours[r][c].value(), figures.at(key).at(r).at(c).get<double>(), 5.1e-4)
                        << name << " " << key << " " << r << " " << c;
        };
        close(result.probability, "p");
        close(result.expected, "expected");
        close(result.adjusted_residual, "adj_residual");
        close(result.odds_ratio, "odds_ratio");
        close(result.yules_q, "yules_q");
    }
}

// Where a code cannot follow itself, chance alone keeps the margins and leaves the diagonal empty.
TEST(Transitions, KeepTheMarginsWhereCellsAreImpossible) {
    const Matrix counts = {{0, 12, 7}, {9, 0, 14}, {10, 11, 0}};
    const Cells diagonal = {{true, false, false}, {false, true, false}, {false, false, true}};
    const Transitions result = transitions(counts, diagonal);
    for (std::size_t r = 0; r < 3; ++r) {
        double row = 0;
        double column = 0;
        double row_expected = 0;
        double column_expected = 0;
        for (std::size_t c = 0; c < 3; ++c) {
            row += counts[r][c];
            column += counts[c][r];
            row_expected += result.expected[r][c].value_or(0);
            column_expected += result.expected[c][r].value_or(0);
        }
        EXPECT_NEAR(row, row_expected, 1e-6);
        EXPECT_NEAR(column, column_expected, 1e-6);
        EXPECT_FALSE(result.expected[r][r]);
        EXPECT_FALSE(result.adjusted_residual[r][r]);
    }
    EXPECT_EQ(result.degrees_of_freedom, 1);
    // With one degree of freedom left every cell is as far from chance as any other, for or against.
    EXPECT_NEAR(std::abs(result.adjusted_residual[0][1].value()), std::abs(result.adjusted_residual[2][0].value()),
                1e-6);
}

TEST(Transitions, AreTheSameByLeverageAsByHabermansFormula) {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        Matrix counts(4, std::vector<double>(5));
        for (auto& row : counts)
            for (double& cell : row) cell = 1 + static_cast<double>(random() % 30);
        const Transitions plain = transitions(counts);
        const Transitions by_leverage = transitions(counts, Cells(4, std::vector<bool>(5, false)));
        for (std::size_t r = 0; r < 4; ++r)
            for (std::size_t c = 0; c < 5; ++c)
                EXPECT_NEAR(plain.adjusted_residual[r][c].value(), by_leverage.adjusted_residual[r][c].value(), 1e-6);
    }
}

TEST(Transitions, OfNothingAreNothing) {
    const Transitions none = transitions({{0, 0}, {0, 0}});
    EXPECT_EQ(none.total, 0);
    EXPECT_FALSE(none.probability[0][0]);
    EXPECT_FALSE(none.adjusted_residual[0][0]);
    const Transitions one = transitions({{3, 0}, {0, 0}});
    EXPECT_FALSE(one.adjusted_residual[0][0]) << "nothing could have been otherwise";
    EXPECT_FALSE(one.odds_ratio[0][0]);
    EXPECT_FALSE(one.probability[1][0]);
}

}  // namespace
}  // namespace analysis
