#include "codes/clip.h"

#include "base/error.h"

#include <gtest/gtest.h>

namespace codes {
namespace {

Clip sample() {
    Clip clip;
    clip.id = base::make_id();
    clip.conversation = base::make_id();
    clip.coding = base::make_id();
    clip.span = {base::seconds(1), base::seconds(2.5)};
    clip.kind = ClipKind::Question;
    clip.title = "Waaróm?";
    clip.text = "Wat hoorde je?";
    clip.author = "Marit";
    clip.changed = {12};
    clip.revision = 3;
    clip.removed = true;
    return clip;
}

Comment reply() {
    Comment comment;
    comment.id = base::make_id();
    comment.clip = base::make_id();
    comment.reply_to = base::make_id();
    comment.author = "Anna";
    comment.at = {5};
    comment.text = "Ik";
    comment.spoken = base::seconds(2);
    comment.changed = {12};
    comment.revision = 1;
    return comment;
}

TEST(Clip, ComesBackFromJsonAsItWas) {
    const Clip clip = sample();
    EXPECT_EQ(clip_from_json(to_json(clip)), clip);
    const Comment comment = reply();
    EXPECT_EQ(comment_from_json(to_json(comment)), comment);
    Comment again = comment;
    again.contribution = Contribution::SaidAgain;
    again.codes = {"open_question", "affirmation"};
    EXPECT_EQ(comment_from_json(to_json(again)), again);
}

TEST(Clip, OnlyWhatWasSaidAgainHasCodes) {
    Comment comment = reply();
    comment.codes = {"open_question"};
    EXPECT_THROW(check(comment), base::Error);
    comment.contribution = Contribution::SaidAgain;
    EXPECT_NO_THROW(check(comment));
    for (const std::vector<std::string>& wrong :
         {std::vector<std::string>{""}, std::vector<std::string>{"two keys"}, std::vector<std::string>(21, "key")}) {
        comment.codes = wrong;
        EXPECT_THROW(check(comment), base::Error);
    }
}

TEST(Clip, JsonThatIsNotOursIsRefused) {
    const std::string good = to_json(sample());
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string json = good;
        json.replace(json.find(from), from.size(), to);
        return json;
    };
    for (const std::string& json :
         {std::string("{"), std::string("[]"), std::string("{}"), with("question", "praise"), with("1000000", "1e9"),
          with("1000000", "9000000"), with("\"revision\":3", "\"revision\":99999999999"),
          with("\"revision\":3", "\"revision\":-1"), with("true", "1")}) {
        EXPECT_THROW(clip_from_json(json), base::Error) << json;
    }
    EXPECT_THROW(comment_from_json(good), base::Error);
}

TEST(Clip, TheLaterOfTwoVersionsIsTheSameOnEverySide) {
    const Clip first = sample();
    Clip second = first;
    EXPECT_FALSE(is_later(first, second));
    second.revision = 4;
    second.changed = {1};
    EXPECT_TRUE(is_later(second, first));
    EXPECT_FALSE(is_later(first, second));
    second = first;
    second.title = "Z";
    EXPECT_NE(is_later(first, second), is_later(second, first));
}

TEST(Clip, EveryKindHasItsName) {
    for (const ClipKind kind : {ClipKind::Strength, ClipKind::Question, ClipKind::Suggestion, ClipKind::Note})
        EXPECT_EQ(clip_kind_named(name_of(kind)), kind);
}

}  // namespace
}  // namespace codes
