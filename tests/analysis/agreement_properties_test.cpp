// What must hold of every agreement, whatever was coded.
#include "analysis/agreement.h"
#include "analysis/values.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace analysis {
namespace {

const std::vector<std::string> kKeys = {"change", "complex", "question", "simple"};

std::optional<std::string> by_code(const codes::Event& event) {
    return event.code;
}

codes::Coding any_coding(std::mt19937& random) {
    std::vector<std::pair<double, std::string>> heard;
    for (int i = 0; i < 25; ++i) heard.emplace_back(random() % 300, kKeys[random() % kKeys.size()]);
    std::sort(heard.begin(), heard.end());
    return values::coding({}, heard);
}

// The same coding, each code under another name.
codes::Coding renamed(codes::Coding coding, const std::vector<std::string>& names) {
    for (codes::Event& event : coding.events) {
        const auto place = std::find(kKeys.begin(), kKeys.end(), event.code) - kKeys.begin();
        event.code = names[static_cast<std::size_t>(place)];
    }
    return coding;
}

void expect_near(const std::optional<double>& a, const std::optional<double>& b) {
    ASSERT_EQ(a.has_value(), b.has_value());
    if (a) {
        EXPECT_NEAR(*a, *b, 1e-9);
    }
}

TEST(Agreement, OfTwoDoesNotDependOnWhoComesFirst) {
    std::mt19937 random(20261122);
    for (int round = 0; round < 40; ++round) {
        const codes::Coding a = any_coding(random);
        const codes::Coding b = any_coding(random);
        const Agreement one = agreement_of({{&a, &b}}, by_code, base::seconds(2));
        const Agreement other = agreement_of({{&b, &a}}, by_code, base::seconds(2));
        expect_near(one.cohen_kappa, other.cohen_kappa);
        expect_near(one.kappa_by_time, other.kappa_by_time);
        expect_near(one.fleiss_kappa, other.fleiss_kappa);
        expect_near(one.krippendorff_alpha, other.krippendorff_alpha);
        EXPECT_EQ(one.only_first, other.only_second);
        EXPECT_EQ(one.same_code, other.same_code);
    }
}

TEST(Agreement, DoesNotDependOnTheNamesOfCodes) {
    std::mt19937 random(7);
    for (int round = 0; round < 40; ++round) {
        std::vector<std::string> names = {"q", "b", "z", "a"};
        std::shuffle(names.begin(), names.end(), random);
        const codes::Coding a = any_coding(random);
        const codes::Coding b = any_coding(random);
        const codes::Coding a2 = renamed(a, names);
        const codes::Coding b2 = renamed(b, names);
        const Agreement one = agreement_of({{&a, &b}}, by_code, base::seconds(2));
        const Agreement other = agreement_of({{&a2, &b2}}, by_code, base::seconds(2));
        expect_near(one.cohen_kappa, other.cohen_kappa);
        expect_near(one.kappa_by_time, other.kappa_by_time);
        expect_near(one.fleiss_kappa, other.fleiss_kappa);
        expect_near(one.krippendorff_alpha, other.krippendorff_alpha);
    }
}

TEST(Agreement, OfManyOnTheSameUtterancesDoesNotDependOnTheirOrder) {
    std::mt19937 random(11);
    for (int round = 0; round < 40; ++round) {
        std::vector<codes::Coding> coders(4, any_coding(random));
        for (codes::Coding& coder : coders)
            for (codes::Event& event : coder.events) event.code = kKeys[random() % kKeys.size()];
        std::vector<const codes::Coding*> order;
        for (const codes::Coding& coder : coders) order.push_back(&coder);
        const Agreement one = agreement_of({order}, by_code, base::seconds(2));
        EXPECT_TRUE(one.same_utterances);
        std::shuffle(order.begin(), order.end(), random);
        const Agreement other = agreement_of({order}, by_code, base::seconds(2));
        expect_near(one.cohen_kappa, other.cohen_kappa);
        expect_near(one.fleiss_kappa, other.fleiss_kappa);
        expect_near(one.krippendorff_alpha, other.krippendorff_alpha);
    }
}

TEST(Agreement, OfIdenticalCodersIsOne) {
    std::mt19937 random(3);
    for (int round = 0; round < 20; ++round) {
        const codes::Coding a = any_coding(random);
        const codes::Coding b = any_coding(random);
        const Agreement same = agreement_of({{&a, &a, &a}, {&b, &b, &b}}, by_code, base::seconds(2));
        expect_near(same.cohen_kappa, 1);
        expect_near(same.cohen_kappa_lowest, 1);
        expect_near(same.fleiss_kappa, 1);
        expect_near(same.krippendorff_alpha, 1);
        const Agreement two = agreement_of({{&a, &a}, {&b, &b}}, by_code, base::seconds(2));
        expect_near(two.kappa_by_time, 1);
        EXPECT_EQ(two.only_first + two.only_second, 0);
        for (const LabelAgreement& label : two.labels) {
            expect_near(label.cohen_kappa, 1);
            if (label.icc) {
                EXPECT_NEAR(label.icc->two_single.value, 1, 1e-9);
            }
        }
    }
}

TEST(Agreement, CountsEachCodeOfEachCoder) {
    const codes::Coding a = values::coding({}, {{1, "simple"}, {5, "simple"}, {9, "question"}});
    const codes::Coding b = values::coding({}, {{1, "simple"}, {5, "question"}, {30, "simple"}});
    const Agreement agreement = agreement_of({{&a, &b}}, by_code, base::seconds(2));
    ASSERT_EQ(agreement.labels.size(), 2u);
    const LabelAgreement& simple = agreement.labels[1];
    EXPECT_EQ(simple.label, "simple");
    EXPECT_EQ(simple.counts, (std::vector<int>{2, 2}));
    EXPECT_EQ(simple.both, 1);
    EXPECT_EQ(simple.only_first, 1);
    EXPECT_EQ(simple.only_second, 1);
    EXPECT_EQ(agreement.matched, 2);
    EXPECT_EQ(agreement.same_code, 1);
    EXPECT_FALSE(simple.icc) << "one conversation says nothing about how conversations differ";
}

TEST(Agreement, OnARatingIsOverTheConversationsThatAllRated) {
    std::vector<codes::Coding> codings(8);
    const std::vector<int> given = {2, 2, 4, 4, 5, 5, 1, 3};
    for (std::size_t i = 0; i < codings.size(); ++i) codings[i].ratings["empathy"] = given[i];
    codings[7].ratings.clear();
    const CodedTogether together = {
        {&codings[0], &codings[1]}, {&codings[2], &codings[3]}, {&codings[4], &codings[5]}, {&codings[6], &codings[7]}};
    const auto icc = agreement_on_rating(together, "empathy");
    ASSERT_TRUE(icc);
    EXPECT_NEAR(icc->two_single.value, 1, 1e-9);
    EXPECT_FALSE(agreement_on_rating(together, "partnership"));
}

TEST(Agreement, OfOneOrNobodyIsUndefinedAndNothingBreaks) {
    const codes::Coding a = values::coding({}, {{1, "simple"}});
    EXPECT_FALSE(agreement_of({}, by_code, base::seconds(2)).cohen_kappa);
    EXPECT_FALSE(agreement_of({{&a}}, by_code, base::seconds(2)).cohen_kappa);
    const codes::Coding nothing;
    EXPECT_FALSE(agreement_of({{&nothing, &nothing}}, by_code, base::seconds(2)).cohen_kappa);
}

}  // namespace
}  // namespace analysis
