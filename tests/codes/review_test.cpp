// What the trainee saw for themselves, and what is still missing before the coach's view opens.
#include "codes/review.h"

#include "base/error.h"

#include <gtest/gtest.h>

namespace codes {
namespace {

Review full() {
    Review review;
    review.id = base::make_id();
    review.conversation = base::make_id();
    review.trainee = "Sam “S” de Vries";
    review.codebook_key = "basis";
    review.codebook_version = "1.3";
    review.answers = {{"energy", Most::Client}, {"forward", Most::Same}};
    review.content_with = base::Time{};
    review.would_change = base::seconds(12.5);
    review.estimates = {{"talk", 0.1 + 0.2}, {"ratio", 3}};
    review.own_coding = base::make_id();
    review.unlocked = base::Timestamp{1'700'000'000'123};
    review.is_shared = true;
    review.focus = "Vraag toestemming";
    review.agenda = {"rust", "ja, maar"};
    review.changed = {5};
    review.revision = 7;
    return review;
}

Codebook questions() {
    Codebook book;
    for (const char* key : {"energy", "forward", "talked"}) book.self_questions.push_back({key, {key, ""}, "", ""});
    book.self_estimates = {{"talk", {"Talk", ""}, "talk_share"}};
    return book;
}

TEST(Review, IsReadBackAsItWasWritten) {
    const Review review = full();
    EXPECT_EQ(review_from_json(to_json(review)), review);
    EXPECT_EQ(review_from_json(to_json(Review{})), Review{});
}

TEST(Review, ADamagedOneIsRefused) {
    const std::string whole = to_json(full());
    for (std::size_t length = 0; length < whole.size(); length += 7)
        EXPECT_THROW(review_from_json(whole.substr(0, length)), base::Error) << length;
    for (const auto& [what, instead] : {std::pair("\"client\"", "\"nobody\""), std::pair("12500000", "-12500000"),
                                        std::pair("12500000", "\"soon\""), std::pair("0.30000000000000004", "null")}) {
        std::string wrong = whole;
        const std::size_t at = wrong.find(what);
        ASSERT_NE(at, std::string::npos) << what;
        EXPECT_THROW(review_from_json(wrong.replace(at, std::string(what).size(), instead)), base::Error) << instead;
    }
}

TEST(Review, NothingOfAFreshOneIsThereYet) {
    const Missing missing = missing_in({}, questions(), 0);
    EXPECT_EQ(missing.questions, 3);
    EXPECT_EQ(missing.moments, 2);
    EXPECT_EQ(missing.estimates, 1);
    EXPECT_TRUE(missing.own_codes);
    EXPECT_FALSE(missing.nothing());
}

TEST(Review, OnlyWhatTheCodebookAsksIsMissing) {
    Review review;
    review.content_with = review.would_change = base::Time{};
    EXPECT_TRUE(missing_in(review, Codebook{}, 1).nothing());
    review.answers = {{"of another codebook", Most::Same}};
    EXPECT_EQ(missing_in(review, questions(), 1).questions, 3);
    EXPECT_FALSE(missing_in(review, Codebook{}, 0).nothing()) << "a few minutes of one's own codes";
}

}  // namespace
}  // namespace codes
