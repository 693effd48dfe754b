#include "sealed/primitives.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <new>

namespace sealed {

namespace {

std::string hexadecimal(const Key& key) {
    static constexpr const char* kDigits = "0123456789abcdef";
    std::string text;
    std::for_each(key.data(), key.data() + Key::size(), [&](unsigned char byte) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    });
    return text;
}

Key derived(const std::string& secret, std::string_view salt, std::string_view info) {
    return derived_key(reinterpret_cast<const unsigned char*>(secret.data()), secret.size(), salt, info);
}

}  // namespace

// RFC 5869, appendix A.1 and A.3, the first 32 bytes.
TEST(Primitives, DeriveKeysAsTheStandardDoes) {
    const std::string secret(22, '\x0b');
    EXPECT_EQ(hexadecimal(derived(secret, std::string_view("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c", 13),
                                  "\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9")),
              "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
    EXPECT_EQ(hexadecimal(derived(secret, "", "")), "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
}

// RFC 7914, section 12, the first 32 bytes.
TEST(Primitives, StretchPassphrasesAsTheStandardDoes) {
    EXPECT_EQ(hexadecimal(stretched("pleaseletmein", "SodiumChloride", 14)),
              "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2");
}

TEST(Primitives, ReadOnlyTheBase64ThatTheyWouldWrite) {
    EXPECT_EQ(base64("foob"), "Zm9vYg");  // RFC 4648, section 10
    EXPECT_EQ(from_base64("Zm9vYg"), "foob");
    EXPECT_EQ(from_base64(""), "");
    EXPECT_EQ(from_base64("////"), "\xff\xff\xff");
    for (const char* text : {"Zm9vYg==", "Zm9vYh", "Zm9vY", "Zm9v Yg", "Zm9vYg\n", "//\xaf/", "Zm-_"}) {
        EXPECT_FALSE(from_base64(text)) << text;
    }
}

TEST(Primitives, RefuseAPointThatGivesAwayTheSecret) {
    EXPECT_FALSE(shared_secret(random_key(), std::string(32, '\0')));
    EXPECT_FALSE(shared_secret(random_key(), '\1' + std::string(31, '\0')));
}

TEST(Secret, LeavesZerosBehind) {
    alignas(Key) std::array<unsigned char, sizeof(Key)> memory{};
    Key* key = new (memory.data()) Key(random_key());
    EXPECT_NE(*key, Key());
    key->~Key();
    EXPECT_TRUE(std::all_of(memory.begin(), memory.end(), [](unsigned char byte) { return byte == 0; }));
}

}  // namespace sealed
