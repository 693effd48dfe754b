// The trainee's own view, in the model in memory and in the file.
#include "base/error.h"
#include "library/any_library.h"
#include "library/library_file.h"
#include "library/review_samples.h"
#include "library/samples.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <gmock/gmock.h>
#include <limits>

namespace library {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

template <class Adapter>
class AnyReviews : public AnyLibrary<Adapter> {};
TYPED_TEST_SUITE(AnyReviews, Adapters, AdapterNames);

codes::Review review_of(const Conversation& talk) {
    return samples::review(talk.id, {});
}

TYPED_TEST(AnyReviews, EachAnswerIsKeptAtOnceAndCounted) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    EXPECT_EQ(this->library().reviews().of(talk.id), std::nullopt);
    codes::Review review = review_of(talk);
    review.answers["energy"] = codes::Most::Client;
    review = this->library().reviews().put(review);
    EXPECT_EQ(review.revision, 1);
    EXPECT_GT(review.changed.milliseconds, 0);
    EXPECT_EQ(this->reopened().reviews().of(talk.id), review);
    review.would_change = base::seconds(3);
    review = this->library().reviews().put(review);
    EXPECT_EQ(review.revision, 2);
    EXPECT_EQ(this->reopened().reviews().of(talk.id), review);
    EXPECT_THAT(this->library().reviews().all(), ElementsAre(review));
}

TYPED_TEST(AnyReviews, TheOneBegunLastIsTheConversations) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    const codes::Review first = this->library().reviews().put(review_of(talk));
    const codes::Review second = this->library().reviews().put(review_of(talk));
    this->library().reviews().put(first);
    EXPECT_EQ(this->reopened().reviews().of(talk.id), second);
    EXPECT_THAT(this->library().reviews().all(), ElementsAre(second));
}

TYPED_TEST(AnyReviews, GoesAndComesBackWithItsConversation) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    const codes::Review review = this->library().reviews().put(review_of(talk));
    this->library().remove(talk.id);
    EXPECT_EQ(this->reopened().reviews().of(talk.id), std::nullopt);
    EXPECT_THAT(this->library().reviews().all(), IsEmpty());
    this->library().step_conversations(Direction::Undo);
    EXPECT_EQ(this->reopened().reviews().of(talk.id), review);
}

TYPED_TEST(AnyReviews, TwoCopiesComeToTheSameWhateverComesFirst) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    codes::Review early = review_of(talk), late = early;
    early.revision = 3, early.focus = "early";
    late.revision = 4, late.focus = "late";
    codes::Review twin = late;
    twin.focus = "twin";
    Reviews& reviews = this->library().reviews();
    EXPECT_TRUE(reviews.take_in(late));
    EXPECT_FALSE(reviews.take_in(late));
    EXPECT_FALSE(reviews.take_in(early));
    EXPECT_NE(reviews.take_in(twin), is_later(late, twin));
    EXPECT_EQ(this->reopened().reviews().of(talk.id), is_later(late, twin) ? late : twin);
}

TYPED_TEST(AnyReviews, WhatCannotBeKeptIsRefused) {
    const Conversation talk = samples::conversation(), other = samples::conversation();
    this->library().add(talk);
    this->library().add(other);
    Reviews& reviews = this->library().reviews();
    const codes::Review good = reviews.put(review_of(talk));
    codes::Review wrong = good;
    wrong.focus = "\xff";
    EXPECT_THROW(reviews.put(wrong), base::Error);
    wrong = good;
    wrong.estimates["talk"] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(reviews.put(wrong), base::Error);
    wrong = good;
    wrong.conversation = other.id;
    EXPECT_THROW(reviews.put(wrong), base::Error);
    EXPECT_THROW(reviews.put(review_of(samples::conversation())), base::Error);
    EXPECT_THROW(reviews.take_in(review_of(samples::conversation())), base::Error);
    wrong = good;
    wrong.id = {};
    EXPECT_THROW(reviews.take_in(wrong), base::Error);
    EXPECT_EQ(this->reopened().reviews().of(talk.id), good);
}

TYPED_TEST(AnyReviews, AllOfAConversationTravelNotOnlyTheLast) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    const codes::Review first = this->library().reviews().put(review_of(talk));
    const codes::Review second = this->library().reviews().put(review_of(talk));
    EXPECT_THAT(this->reopened().reviews().everything(talk.id), ElementsAre(first, second));
    EXPECT_EQ(this->library().reviews().of(talk.id), second);
}

class ReviewFile : public LibraryFile {};

TEST_F(ReviewFile, WhatWasChangedFromOutsideIsAProblem) {
    {
        SqliteLibrary library(path());
        const base::Id talk = library.coding(samples::begin_coding(library))->conversation;
        library.reviews().put(samples::review(talk));
        library.goals().put(samples::goal(talk));
        EXPECT_THAT(library.problems(), IsEmpty());
    }
    for (const char* change : {"UPDATE review SET content = replace(content, '\"focus\"', '\"f\"')",
                               "UPDATE review SET revision = revision + 1", "UPDATE goal SET content = '{}'",
                               "UPDATE goal SET revision = revision + 1"}) {
        SqliteLibrary(path()).backup(file("good.terugblik"));
        {
            SQLite::Database database(path(), SQLite::OPEN_READWRITE);
            ASSERT_EQ(database.exec(change), 1) << change;
        }
        EXPECT_THAT(SqliteLibrary(path()).problems(), testing::SizeIs(1)) << change;
        std::filesystem::rename(file("good.terugblik"), path());
    }
}

}  // namespace
}  // namespace library
