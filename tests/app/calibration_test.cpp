// Estimates beside what was measured: only those made before the numbers were seen.
#include "app/calibration.h"

#include "app/samples.h"
#include "library/memory_library.h"

#include <gmock/gmock.h>

namespace app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

codes::Event event(double at, const std::string& code) {
    codes::Event made;
    made.id = base::make_id();
    made.at = base::seconds(at);
    made.code = code;
    return made;
}

class Estimates : public testing::Test {
protected:
    // Two reflections and four questions, six seconds of talk against four; and a complete own view.
    base::Id add(const std::string& date, double talk, double reflections, bool is_complete = true) {
        const codes::Codebook book = codes::shipped_codebooks().at(0);
        const base::Id coding = samples::add_coding(
            library_, book, {}, {},
            {event(0, "simple_reflection"), event(1, "complex_reflection"), event(2, "open_question"),
             event(3, "open_question"), event(4, "closed_question"), event(5, "closed_question")});
        library::Conversation conversation = *library_.conversation(library_.coding(coding)->conversation);
        conversation.date = date;
        library_.update(conversation);
        talk::Turn own, other;
        own.span = {{}, base::seconds(6)};
        own.role = talk::Role::Professional;
        other.span = {base::seconds(6), base::seconds(10)};
        other.role = talk::Role::Client;
        library_.set_turns(conversation.id, {own, other}, talk::TurnSource::Transcript);
        codes::Review review;
        review.id = base::make_id();
        review.conversation = conversation.id;
        review.trainee = "Robin";
        review.codebook_key = book.key;
        review.codebook_version = book.version;
        review.estimates = {{"own_talk", talk}, {"own_reflections", reflections}};
        if (is_complete) review.unlocked = base::now();
        library_.reviews().put(review);
        return conversation.id;
    }

    library::MemoryLibrary library_;
};

TEST_F(Estimates, StandBesideWhatWasMeasuredByDay) {
    add("2026-03-01", 0.5, 1);
    add("2026-02-01", 0.9, 2);
    const std::vector<Calibration> all = calibrations(library_, "");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].person, "Robin");
    EXPECT_EQ(all[0].measure.key, "talk_share");
    ASSERT_EQ(all[0].points.size(), 2u);
    EXPECT_EQ(all[0].points[0].day, "2026-02-01");
    EXPECT_EQ(all[0].points[0].estimate, 0.9);
    EXPECT_EQ(all[0].points[0].measured.value, 0.6);
    EXPECT_EQ(all[0].points[0].coder, "Coach");
    EXPECT_NEAR(all[0].mean_distance().value(), (0.3 + 0.1) / 2, 1e-12);
    EXPECT_EQ(all[1].points[0].measured.value, 0.5) << "two reflections to four questions";
    EXPECT_NEAR(all[1].mean_distance().value(), (1.5 + 0.5) / 2, 1e-12);
}

TEST_F(Estimates, OfAnOwnViewThatIsNotCompleteDoNotCount) {
    add("2026-02-01", 0.9, 2, false);
    EXPECT_THAT(calibrations(library_, ""), IsEmpty());
}

TEST_F(Estimates, AreOfOnePersonHoweverTheNameIsWritten) {
    add("2026-02-01", 0.9, 2);
    EXPECT_EQ(calibrations(library_, "ROBIN").size(), 2u);
    EXPECT_THAT(calibrations(library_, "Sam"), IsEmpty());
}

TEST_F(Estimates, WithoutACodingOfTheCoachAreNotOffAtAll) {
    const base::Id conversation = add("2026-02-01", 0.9, 2);
    library::Conversation taken = *library_.conversation(conversation);
    taken.trainee = "Coach";  // who coded it is the trainee
    library_.update(taken);
    const std::vector<Calibration> all = calibrations(library_, "");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_FALSE(all[0].points[0].measured.value);
    EXPECT_FALSE(all[0].mean_distance());
}

TEST_F(Estimates, AreDrawnAtTheSamePlaceAsWhatWasMeasured) {
    for (const char* day : {"2026-01-01", "2026-01-01", "2026-02-01"}) add(day, 0.4, 4);
    const std::vector<Calibration> all = calibrations(library_, "");
    const report::TrendChart chart = calibration_chart(all.at(1));
    ASSERT_EQ(chart.marks.size(), 3u);
    ASSERT_EQ(chart.estimates.size(), 3u);
    EXPECT_THAT((std::vector{chart.marks[0].x, chart.marks[1].x, chart.marks[2].x}), ElementsAre(0, 0.5, 1));
    EXPECT_EQ(chart.estimates[1].x, 0.5);
    EXPECT_EQ(chart.highest, 4) << "an estimate above the slider's end, of an older codebook say, stays in the picture";
    EXPECT_GT(report::draw(chart, 300, 600, 300).bgra.size(), 0u);
}

}  // namespace
}  // namespace app
