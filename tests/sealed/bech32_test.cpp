#include "sealed/bech32.h"

#include <algorithm>
#include <cctype>
#include <gtest/gtest.h>

namespace sealed {

namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace

// BIP 173, "Test vectors": those that a sequence of bytes can be behind.
TEST(Bech32, ReadsAndWritesThePublishedStrings) {
    for (const std::string text :
         {"A12UEL5L", "a12uel5l",
          "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
          "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
          "11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j",
          "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", "?1ezyfcl"}) {
        const auto read = from_bech32(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(bech32(read->prefix, read->bytes), lower(text));
    }
    EXPECT_EQ(from_bech32("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw")->bytes,
              std::string("\x00\x44\x32\x14\xc7\x42\x54\xb6\x35\xcf\x84\x65\x3a\x56\xd7\xc6\x75\xbe\x77\xdf", 20));
}

TEST(Bech32, RefusesThePublishedInvalidStrings) {
    for (const std::string text : {"\x20"
                                   "1nwldj5",
                                   "\x7f"
                                   "1axkwrx",
                                   "\x80"
                                   "1eym55h",
                                   "pzry9x0s0muk", "1pzry9x0s0muk", "x1b4n0q5v", "li1dgmt3", "de1lg7wt\xff", "A1G7SGD8",
                                   "10a06t8", "1qzzfhee", "", "1", "a12UEL5L"}) {
        EXPECT_FALSE(from_bech32(text)) << text;
    }
}

// A checksum that holds, over groups of five bits that are no whole bytes: BIP 173's rules for what is left over.
TEST(Bech32, RefusesARestThatNoBytesLeave) {
    for (const std::string text :
         {"BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P", "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3pjxtptv"}) {
        EXPECT_FALSE(from_bech32(text)) << text;
    }
}

TEST(Bech32, NoticesEveryCharacterThatIsTypedWrongly) {
    const std::string text = bech32("age", std::string(32, 'k'));
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (char c = '!'; c <= '~'; ++c) {
            std::string wrong = text;
            wrong[i] = c;
            EXPECT_EQ(from_bech32(wrong).has_value(), c == text[i]) << wrong;
        }
        EXPECT_FALSE(from_bech32(text.substr(0, i)));
    }
}

}  // namespace sealed
