// What ratings rest on.
#include "codes/evidence.h"

#include <gtest/gtest.h>

namespace codes {
namespace {

Rating scale(int minimum, int maximum, int standard) {
    Rating rating;
    rating.key = "empathy";
    rating.minimum = minimum;
    rating.maximum = maximum;
    rating.standard = standard;
    return rating;
}

Coding rated(int value) {
    Coding coding;
    coding.ratings["empathy"] = value;
    return coding;
}

TEST(Evidence, IsAskedForFarFromTheStart) {
    const Rating five = scale(1, 5, 3);
    EXPECT_FALSE(lacks_evidence({}, five)) << "not rated";
    EXPECT_FALSE(lacks_evidence(rated(3), five));
    EXPECT_FALSE(lacks_evidence(rated(4), five)) << "one step";
    EXPECT_TRUE(lacks_evidence(rated(5), five));
    EXPECT_TRUE(lacks_evidence(rated(1), five));
    EXPECT_TRUE(lacks_evidence(rated(2), scale(1, 7, 4))) << "two steps";
    EXPECT_TRUE(lacks_evidence(rated(1), scale(0, 1, 0))) << "an end of the scale";
    EXPECT_FALSE(lacks_evidence(rated(1), scale(1, 7, 1))) << "where raters start";
}

TEST(Evidence, OneMomentIsEnoughAndStandsInOrderOfTime) {
    Coding coding = rated(5);
    Event late;
    late.id = base::make_id();
    late.at = base::seconds(9);
    Event early = late;
    early.id = base::make_id();
    early.at = base::seconds(2);
    coding.events = {early, late};
    coding.evidence["empathy"] = {late.id, early.id};
    EXPECT_FALSE(lacks_evidence(coding, scale(1, 5, 3)));
    ASSERT_EQ(evidence_of(coding, "empathy").size(), 2u);
    EXPECT_EQ(evidence_of(coding, "empathy")[0]->at, base::seconds(2));
}

}  // namespace
}  // namespace codes
