#include "base/i18n.h"

#include "support/shared_data.h"

#include <cerrno>
#include <filesystem>
#include <gtest/gtest.h>
#include <vector>

namespace {

using base::Language;
using namespace std::string_literals;

// A catalogue as msgfmt writes it, with one text and one plural, sorted.
std::string small_catalogue() {
    struct Entry {
        std::string id, text;
    };
    const std::vector<Entry> entries = {
        {"", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"},
        {"Play", "Afspelen"},
        {"one code\0{} codes"s, "één code\0{} codes"s},
        {"screen\004Play", "Speelscherm"},
    };
    std::string table, strings;
    const auto word = [](std::size_t value) {
        std::string bytes;
        for (int i = 0; i < 4; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
        return bytes;
    };
    const std::size_t header = 28, strings_at = header + entries.size() * 16;
    for (const bool original : {true, false}) {
        for (const Entry& entry : entries) {
            const std::string& text = original ? entry.id : entry.text;
            table += word(text.size()) + word(strings_at + strings.size());
            strings += text + '\0';
        }
    }
    return word(0x950412de) + word(0) + word(entries.size()) + word(header) + word(header + entries.size() * 8) +
           word(0) + word(strings_at) + table + strings;
}

class Translating : public testing::Test {
protected:
    Translating() {
        const std::string messages = folder_.file("nl/LC_MESSAGES");
        std::filesystem::create_directories(messages);
        support::write_file(messages + "/terugblik.mo", small_catalogue());
        base::open_catalogues(folder_.path());
    }
    ~Translating() override { base::set_language(Language::English); }

    support::TemporaryFolder folder_;
};

}  // namespace

TEST_F(Translating, DutchComesFromTheCatalogueAndEnglishIsTheSourceText) {
    EXPECT_STREQ(translate(Language::Dutch, "Play"), "Afspelen");
    EXPECT_STREQ(translate(Language::English, "Play"), "Play");
}

TEST_F(Translating, FollowsTheLanguageOfTheScreen) {
    EXPECT_STREQ(_("Play"), "Play");
    base::set_language(Language::Dutch);
    EXPECT_STREQ(_("Play"), "Afspelen");
    EXPECT_STREQ(base::code(base::language()), "nl");
}

TEST_F(Translating, WhatIsNotInTheCatalogueStaysEnglish) {
    EXPECT_STREQ(translate(Language::Dutch, "Not there"), "Not there");
    EXPECT_STREQ(translate(Language::Dutch, ""), "");
}

TEST_F(Translating, AContextTellsEqualWordsApartAndIsNeverShown) {
    EXPECT_STREQ(translate(Language::Dutch, NC_("screen", "Play")), "Speelscherm");
    EXPECT_STREQ(translate(Language::English, NC_("screen", "Play")), "Play");
    EXPECT_STREQ(translate(Language::Dutch, NC_("menu", "Play")), "Play");
}

TEST_F(Translating, WhatTheSystemSaysIsInTheLanguageOfTheScreenToo) {
    set_language(Language::English);
    EXPECT_EQ(base::system_reason(ENOSPC), "No space left on device");
    EXPECT_EQ(base::system_reason(99'999), "error 99999");
    set_language(Language::Dutch);
    EXPECT_FALSE(base::system_reason(ENOSPC).empty());
    set_language(Language::English);
}

TEST_F(Translating, CountsChooseTheForm) {
    EXPECT_STREQ(translate(Language::English, "one code", "{} codes", 1), "one code");
    EXPECT_STREQ(translate(Language::English, "one code", "{} codes", 0), "{} codes");
    EXPECT_STREQ(translate(Language::Dutch, "one code", "{} codes", 1), "één code");
    EXPECT_STREQ(translate(Language::Dutch, "one code", "{} codes", 2), "{} codes");
}

TEST(Number, IsWrittenWithTheCommaOfItsLanguage) {
    EXPECT_EQ(number(Language::English, 0.375, 3), "0.375");
    EXPECT_EQ(number(Language::Dutch, 0.375, 3), "0,375");
    EXPECT_EQ(number(Language::Dutch, 2, 0), "2");
    EXPECT_EQ(number(Language::Dutch, 1.0 / 3, 2), "0,33");
    EXPECT_EQ(number(Language::English, 1234.5, 1), "1234.5");
}

TEST(Number, IsNeverMinusZero) {
    EXPECT_EQ(number(Language::English, -0.04, 1), "0.0");
    EXPECT_EQ(number(Language::Dutch, -0.0, 0), "0");
    EXPECT_EQ(number(Language::English, -0.06, 1), "-0.1");
}
