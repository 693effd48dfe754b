// Lines that break at a width, one unit per byte.
#include "app/word_layout.h"

#include <gtest/gtest.h>

namespace app {
namespace {

float bytes(std::string_view text) {
    return static_cast<float>(text.size());
}

TEST(WordLayout, ALineTakesAsManyWordsAsFit) {
    const LaidText laid = lay_out("one two three", 7, bytes);
    ASSERT_EQ(laid.words.size(), 3u);
    EXPECT_EQ(laid.lines, 2);
    EXPECT_EQ(laid.words[1].line, 0);
    EXPECT_EQ(laid.words[1].x, 4);
    EXPECT_EQ(laid.words[2].line, 1);
    EXPECT_EQ(laid.words[2].x, 0);
}

TEST(WordLayout, ANakedTextHasOneEmptyLine) {
    EXPECT_EQ(lay_out("", 7, bytes).lines, 1);
    EXPECT_FALSE(lay_out("", 7, bytes).word_at(3, 0));
}

TEST(WordLayout, AWordWiderThanALineIsCutBetweenItsCharacters) {
    const LaidText laid = lay_out("ééééé", 4, bytes);
    ASSERT_EQ(laid.words.size(), 3u);
    EXPECT_EQ(laid.lines, 3);
    for (const PlacedWord& piece : laid.words) {
        EXPECT_EQ(piece.number, 0u);
        EXPECT_EQ((piece.word.to - piece.word.from) % 2, 0u);
    }
    EXPECT_EQ(lay_out("abc", 0, bytes).lines, 3) << "no room at all still ends";
}

TEST(WordLayout, TheWordUnderThePointerIsTheNearestOfItsLine) {
    const LaidText laid = lay_out("one two three", 7, bytes);
    EXPECT_EQ(laid.word_at(1, 0), 0u);
    EXPECT_EQ(laid.word_at(99, 0), 1u);
    EXPECT_EQ(laid.word_at(0, 1), 2u);
    EXPECT_EQ(laid.word_at(0, 9), 2u) << "below the last line";
}

}  // namespace
}  // namespace app
