// `estimates`: what was estimated beside what was measured.
#include "app/samples.h"
#include "library/sqlite_library.h"
#include "terugblik.h"

#include <gmock/gmock.h>

using support::expect_refused;
using support::Json;

namespace {

class EstimatesCommand : public support::CommandTest {
protected:
    std::string path_ = folder_.file("own.terugblik");
};

TEST_F(EstimatesCommand, PrintsEachEstimateWithWhatWasMeasured) {
    {
        library::SqliteLibrary library(path_);
        const codes::Codebook book = codes::shipped_codebooks().at(0);
        codes::Event question;
        question.id = base::make_id();
        question.code = "open_question";
        const base::Id coding = samples::add_coding(library, book, {}, {}, {question});
        codes::Review review;
        review.id = base::make_id();
        review.conversation = library.coding(coding)->conversation;
        review.trainee = "Robin";
        review.codebook_key = book.key;
        review.codebook_version = book.version;
        review.estimates = {{"own_reflections", 0.5}};
        review.unlocked = base::now();
        library.reviews().put(review);
    }
    const Json found = answer({"estimates", "--library", path_});
    ASSERT_EQ(found["points"].size(), 1u);
    EXPECT_EQ(found["points"][0]["estimate"], "own_reflections");
    EXPECT_EQ(found["points"][0]["measure"], "reflections_to_questions");
    EXPECT_EQ(found["points"][0]["estimated"], 0.5);
    EXPECT_EQ(found["points"][0]["measured"], 0);
    EXPECT_EQ(found["points"][0]["too_few"], true);
    EXPECT_EQ(found["points"][0]["coder"], "Coach");
    EXPECT_EQ(found["mean_distance"][0]["value"], 0.5);
    expect_refused(run({"estimates", "--library", path_, "--person", "Sam"}), "own view");
}

}  // namespace
