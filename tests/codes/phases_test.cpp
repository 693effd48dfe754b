// Phases of the conversation, and the time of each.
#include "codes/phases.h"

#include <gtest/gtest.h>

namespace codes {
namespace {

using base::seconds;

class Phases : public testing::Test {
protected:
    void set(double at, const char* phase) {
        const Edit edit = phasing::set(coding_, seconds(at), phase);
        const auto before = coding_.phases;
        apply(coding_, edit);
        Coding back = coding_;
        apply(back, inverse(edit));
        EXPECT_EQ(back.phases, before);
    }
    base::Time time(const char* phase) { return time_per_phase(coding_, {{}, seconds(100)})[phase]; }

    Coding coding_;
};

TEST_F(Phases, LastUntilTheNextBegins) {
    set(10, "engage");
    set(40, "evoke");
    EXPECT_EQ(time("engage"), seconds(30));
    EXPECT_EQ(time("evoke"), seconds(60));
    EXPECT_EQ(phase_at(coding_, seconds(5)), "");
    EXPECT_EQ(phase_at(coding_, seconds(40)), "evoke");
}

TEST_F(Phases, CanComeBackAndCanEnd) {
    set(0, "engage");
    set(20, "evoke");
    set(30, "engage");
    set(90, "");
    EXPECT_EQ(time("engage"), seconds(80));
    EXPECT_EQ(phase_stretches(coding_, {{}, seconds(100)}).size(), 3u);
}

TEST_F(Phases, AMarkThatSaysNothingNewIsNotKept) {
    set(10, "engage");
    set(20, "engage");
    EXPECT_EQ(coding_.phases.size(), 1u);
    set(30, "evoke");
    set(10, "evoke");
    ASSERT_EQ(coding_.phases.size(), 1u) << "the later one repeats it";
    EXPECT_EQ(coding_.phases[0], (PhaseMark{seconds(10), "evoke"}));
    set(10, "");
    EXPECT_TRUE(coding_.phases.empty());
}

TEST_F(Phases, ABoundaryStaysBetweenItsNeighbours) {
    set(10, "engage");
    set(40, "evoke");
    set(60, "plan");
    apply(coding_, phasing::moved(coding_, seconds(40), seconds(55)));
    EXPECT_EQ(time("engage"), seconds(45));
    apply(coding_, phasing::moved(coding_, seconds(55), seconds(99)));
    EXPECT_EQ(coding_.phases.size(), 3u);
    EXPECT_LT(coding_.phases[1].at, seconds(60));
    EXPECT_TRUE(phasing::moved(coding_, seconds(1), seconds(2)).changes.empty()) << "no boundary lies there";
}

TEST_F(Phases, OnlyTheCodedPartCounts) {
    set(10, "engage");
    set(40, "evoke");
    EXPECT_EQ(time_per_phase(coding_, {seconds(30), seconds(50)})["engage"], seconds(10));
    EXPECT_EQ(time_per_phase(coding_, {seconds(30), seconds(50)})["evoke"], seconds(10));
}

}  // namespace
}  // namespace codes
