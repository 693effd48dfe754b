#include "base/text.h"

#include <gtest/gtest.h>

using base::folded;
using base::is_valid_utf8;
using base::shortened;
using base::to_valid_utf8;
using base::trimmed;
using namespace std::string_literals;

TEST(Folded, FindsDutchWordsWithoutTheirDiacritics) {
    EXPECT_EQ(folded("Één gevoel"), "een gevoel");
    EXPECT_EQ(folded("coördinatie, geïnteresseerd, café, maïs, reünie, à, ç"),
              "coordinatie, geinteresseerd, cafe, mais, reunie, a, c");
    EXPECT_EQ(folded("IJSSEL Ĳssel"), "ijssel ijssel");
}

TEST(Folded, IsTheSameForComposedAndDecomposedText) {
    EXPECT_EQ(folded("e\xCC\x81\x65n"), folded("één").substr(0, 3));
    EXPECT_EQ(folded("\xC3\xA9"), folded("e\xCC\x81"));
}

TEST(Folded, KnowsTheNeighboursOfLowerCase) {
    EXPECT_EQ(folded("Straße"), "strasse");
    EXPECT_EQ(folded("STRASSE"), "strasse");
    EXPECT_EQ(folded("İzmir"), "izmir");
    EXPECT_EQ(folded("ﬁjn"), "fijn");
    EXPECT_EQ(folded("ℌ Ⅷ"), "h viii");  // a compatibility form of a capital
    EXPECT_EQ(folded("ΣΊΣΥΦΟΣ"), "σισυφοσ");
}

TEST(Folded, KeepsWhatHasNoCase) {
    EXPECT_EQ(folded(""), "");
    EXPECT_EQ(folded("12:03 — 50%"), "12:03 — 50%");
    EXPECT_EQ(folded("你好 🙂"), "你好 🙂");
}

TEST(Folded, TwiceIsTheSameAsOnce) {
    for (const char* text : {"Één", "Straße", "İ", "ℌ", "ǅ", "ΰ", "ﬃ", "Å"}) {
        EXPECT_EQ(folded(folded(text)), folded(text)) << text;
    }
}

TEST(Utf8, ValidIsWellFormedAndWithoutNul) {
    EXPECT_TRUE(is_valid_utf8(""));
    EXPECT_TRUE(is_valid_utf8("één 🙂 \xEF\xBF\xBD"));  // a replacement character that was written so
    EXPECT_FALSE(is_valid_utf8("a\0b"s));
    EXPECT_FALSE(is_valid_utf8("\xC3"));              // cut in the middle
    EXPECT_FALSE(is_valid_utf8("\x80"));              // a stray continuation
    EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));          // overlong
    EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));      // a surrogate
    EXPECT_FALSE(is_valid_utf8("\xF5\x80\x80\x80"));  // beyond Unicode
    EXPECT_FALSE(is_valid_utf8("caf\xE9"));           // Latin-1
}

TEST(Utf8, WhatIsNotValidBecomesTheReplacementCharacter) {
    EXPECT_EQ(to_valid_utf8("caf\xE9 ok"), "caf\xEF\xBF\xBD ok");
    EXPECT_EQ(to_valid_utf8("a\0b"s), "a\xEF\xBF\xBD\x62");
    EXPECT_EQ(to_valid_utf8("één"), "één");
    std::string every_byte;
    for (int i = 0; i < 256; ++i) every_byte += static_cast<char>(i);
    EXPECT_TRUE(is_valid_utf8(to_valid_utf8(every_byte)));
}

TEST(Utf8, IsJudgedRightInLongTexts) {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "één gevoel 🙂 ";
    EXPECT_TRUE(is_valid_utf8(text));
    EXPECT_EQ(to_valid_utf8(text), text);
    text.back() = '\xFF';
    EXPECT_FALSE(is_valid_utf8(text));
}

TEST(Trimmed, TakesBlanksOffBothEnds) {
    EXPECT_EQ(trimmed("  een twee\t\r\n"), "een twee");
    EXPECT_EQ(trimmed(" \n "), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Shortened, KeepsWhatFits) {
    EXPECT_EQ(shortened("gevoel", 6), "gevoel");
    EXPECT_EQ(shortened("één", 3), "één");
    EXPECT_EQ(shortened("", 0), "");
}

TEST(Shortened, CutsAtACharacterAndSaysSo) {
    EXPECT_EQ(shortened("gevoelens", 6), "gevoe…");
    EXPECT_EQ(shortened("éééé", 3), "éé…");
    EXPECT_EQ(shortened("gevoel", 1), "…");
    EXPECT_EQ(shortened("gevoel", 0), "");
}

TEST(Shortened, NeverTakesAnAccentOrAPieceOfAnEmojiAway) {
    const std::string accented = "e\xCC\x81";  // e and its accent apart
    EXPECT_EQ(shortened(accented + accented + accented, 3), accented + accented + accented);
    EXPECT_EQ(shortened(accented + accented + accented, 2), accented + "…");
    const std::string family = "👩‍👩‍👧";
    EXPECT_EQ(shortened(family + "abc", 2), family + "…");
}

TEST(Words, AreLettersAndDigitsThatStandTogether) {
    const std::string text = "Z’n idéeën: 3x méér—ﬁjn! e\u0301e\u0301n \xff ½";
    std::vector<std::string> found, written;
    for (const base::Word& word : base::words(text)) {
        found.push_back(word.folded);
        written.push_back(text.substr(word.from, word.to - word.from));
    }
    EXPECT_EQ(found, (std::vector<std::string>{"z", "n", "ideeen", "3x", "meer", "fijn", "een"}));
    EXPECT_EQ(written, (std::vector<std::string>{"Z", "n", "idéeën", "3x", "méér", "ﬁjn", "e\u0301e\u0301n"}));
    EXPECT_TRUE(base::words(" …!\n").empty());
}
