#include "talk/words.h"

#include <gtest/gtest.h>

namespace talk {
namespace {

base::Span seconds(double from, double to) {
    return {base::seconds(from), base::seconds(to)};
}

const std::vector<Turn> kTalk = {{seconds(0, 4), "Anna", Role::Professional, "Hoe is het?"},
                                 {seconds(3, 9), "Bo", Role::Client, "Ik wil wel stoppen."},
                                 {seconds(9, 10), "Anna", Role::Professional, ""},
                                 {seconds(12, 15), "Bo", Role::Client, "Maar het is moeilijk."}};

TEST(Words, AreThoseOfTheSpeakerWhoIsCoded) {
    EXPECT_EQ(words_at(kTalk, seconds(3.5, 3.5), Role::Professional), "Hoe is het?");
    EXPECT_EQ(words_at(kTalk, seconds(3.5, 3.5), Role::Client), "Ik wil wel stoppen.");
    EXPECT_EQ(words_at(kTalk, seconds(3.5, 3.5), Role::Unknown), "Hoe is het? Ik wil wel stoppen.");
}

TEST(Words, OfWhatWasJustSaidWhenTheKeyComesAfterIt) {
    EXPECT_EQ(words_at(kTalk, seconds(11, 11), Role::Client), "Ik wil wel stoppen.");
    EXPECT_EQ(words_at(kTalk, seconds(18.9, 18.9), Role::Client), "Maar het is moeilijk.");
    EXPECT_EQ(words_at(kTalk, seconds(19.1, 19.1), Role::Client), "");
    EXPECT_EQ(words_at(kTalk, seconds(8.5, 8.5), Role::Professional), "");
}

TEST(Words, OfASpanAreAllItReachesInto) {
    EXPECT_EQ(words_at(kTalk, seconds(8, 13), Role::Client), "Ik wil wel stoppen. Maar het is moeilijk.");
    EXPECT_EQ(words_at(kTalk, seconds(9, 12), Role::Client), "Ik wil wel stoppen.");
    EXPECT_EQ(words_at({}, seconds(0, 100), Role::Client), "");
}

}  // namespace
}  // namespace talk
