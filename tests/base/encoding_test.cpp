#include "base/encoding.h"

#include <gtest/gtest.h>

namespace {

using base::decoded;

// What other programs write for it.
std::string utf16(const std::u16string& text, bool is_little) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        bytes += is_little ? low : high;
        bytes += is_little ? high : low;
    }
    return bytes;
}

const std::u16string kDutch = u"Zoë: ik heb er één keer over nagedacht, en toen was het café dicht. Dat viel tegen.";
const std::string kSame = "Zoë: ik heb er één keer over nagedacht, en toen was het café dicht. Dat viel tegen.";

TEST(Encoding, TakesUtf8AsItIs) {
    EXPECT_EQ(decoded(kSame).text, kSame);
    EXPECT_EQ(decoded(kSame).encoding, "UTF-8");
    EXPECT_FALSE(decoded(kSame).is_guess);
    EXPECT_EQ(decoded("\xEF\xBB\xBFja").text, "ja");
    EXPECT_EQ(decoded("").text, "");
}

TEST(Encoding, ReadsUtf16WithAMarkAndWithout) {
    for (const bool is_little : {true, false}) {
        const std::string mark = is_little ? "\xFF\xFE" : "\xFE\xFF";
        const std::string name = is_little ? "UTF-16LE" : "UTF-16BE";
        EXPECT_EQ(decoded(mark + utf16(kDutch, is_little)).text, kSame);
        EXPECT_EQ(decoded(mark + utf16(kDutch, is_little)).encoding, name);
        EXPECT_EQ(decoded(utf16(kDutch, is_little)).text, kSame);
        EXPECT_EQ(decoded(utf16(kDutch, is_little)).encoding, name);
    }
    EXPECT_EQ(decoded(std::string("\xFF\xFE\0\0A\0\0\0", 8)).text, "A");
}

TEST(Encoding, ReadsWindowsTextAndSaysThatItGuessed) {
    const auto read = decoded("Zo\xEB: ik heb er \xE9\xE9n keer over nagedacht \x96 het was \x93te laat\x94.");
    EXPECT_EQ(read.text, "Zoë: ik heb er één keer over nagedacht – het was “te laat”.");
    EXPECT_TRUE(read.is_guess);
    EXPECT_EQ(decoded("caf\xE9").text, "café");
}

TEST(Encoding, FindsTheAccentThatComesLate) {
    std::string text;
    while (text.size() < 200'000) text += "Wat maakt dat u daar nu over nadenkt? Dat weet ik niet zo goed.\n";
    EXPECT_TRUE(decoded(text + "Ge\xEFnteresseerd was hij niet.").text.ends_with("Geïnteresseerd was hij niet."));
}

TEST(Encoding, ReadsOtherAlphabets) {
    // "Привет, как у вас дела сегодня? Хорошо, спасибо." in windows-1251
    const std::string bytes =
        "\xCF\xF0\xE8\xE2\xE5\xF2, \xEA\xE0\xEA \xF3 \xE2\xE0\xF1 \xE4\xE5\xEB\xE0 \xF1\xE5\xE3\xEE\xE4\xED\xFF? "
        "\xD5\xEE\xF0\xEE\xF8\xEE, \xF1\xEF\xE0\xF1\xE8\xE1\xEE.";
    EXPECT_EQ(decoded(bytes).text, "Привет, как у вас дела сегодня? Хорошо, спасибо.");
}

TEST(Encoding, KeepsUtf8InWhichCharactersWereCut) {
    const std::string cut = "Zo\xC3 \xAB and then Zoë, één, café";
    EXPECT_EQ(decoded(cut).text, "Zo\xEF\xBF\xBD \xEF\xBF\xBD and then Zoë, één, café");
}

TEST(Encoding, GivesTextWithoutNulWhateverTheBytes) {
    std::string bytes;
    for (int i = 0; i < 2'000; ++i) bytes += static_cast<char>((i * 197 + i / 7) & 0xFF);
    EXPECT_EQ(decoded(bytes).text.find('\0'), std::string::npos);
    EXPECT_EQ(decoded(std::string("\xFF\xFEW", 3)).text.find('\0'), std::string::npos);
}

}  // namespace
