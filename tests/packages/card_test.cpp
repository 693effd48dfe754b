// Cards and keys: what people give each other before anything is sent.
#include "packages/card.h"

#include "base/error.h"
#include "packages/own_keys.h"
#include "support/shared_data.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <unistd.h>

namespace packages {
namespace {

using testing::HasSubstr;

Card anna() {
    return new_keys().card("Anna Öberg");
}

TEST(Card, TravelsAsOneLineThatMayBeBrokenUpOnTheWay) {
    const Card card = anna();
    const std::string text = to_text(card);
    EXPECT_TRUE(text.starts_with("terugblik1"));
    EXPECT_EQ(card_from_text(text), card);
    EXPECT_EQ(card_from_text("  " + text.substr(0, 40) + "\r\n  " + text.substr(40) + "\n"), card);
}

TEST(Card, NoticesEveryWrongMissingOrSwappedCharacter) {
    const std::string text = to_text(anna());
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string wrong = text;
        wrong[at] = wrong[at] == 'q' ? 'p' : 'q';
        EXPECT_THROW(card_from_text(wrong), base::Error) << at;
        EXPECT_THROW(card_from_text(text.substr(0, at)), base::Error) << at;
    }
    EXPECT_THROW(card_from_text(to_text(anna()) + "q"), base::Error);
    EXPECT_THROW(card_from_text(new_keys().reading.recipient().text()), base::Error) << "an age key is no card";
}

TEST(Card, WordsNameBothKeysAndNothingElse) {
    const Card card = anna();
    const std::string words = fingerprint_words(card);
    EXPECT_EQ(words.size(), 6U * 6 - 1);
    EXPECT_TRUE(is_fingerprint(words, card));
    std::string spoken = words;
    std::replace(spoken.begin(), spoken.end(), '-', ' ');
    spoken[0] = static_cast<char>(spoken[0] - 'a' + 'A');
    EXPECT_TRUE(is_fingerprint(spoken, card));
    EXPECT_FALSE(is_fingerprint(words.substr(6), card));
    EXPECT_FALSE(is_fingerprint("", card));

    Card renamed = card, other_reading = card, other_signing = card;
    renamed.name = "Hanna";
    other_reading.reading_key = anna().reading_key;
    other_signing.signing_key = anna().signing_key;
    EXPECT_EQ(fingerprint_words(renamed), words);
    EXPECT_NE(fingerprint_words(other_reading), words);
    EXPECT_NE(fingerprint_words(other_signing), words);
}

// The published example of proquints: 127.0.0.1 is lusab-babad.
TEST(Card, WordsAreProquints) {
    std::set<std::string> seen;
    for (int cards = 0; cards < 50; ++cards) seen.insert(fingerprint_words(anna()));
    EXPECT_EQ(seen.size(), 50U);
    for (const std::string& words : seen)
        EXPECT_THAT(words, testing::MatchesRegex("([bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou]"
                                                 "[bdfghjklmnprstvz]-?){6}"));
}

TEST(OwnKeys, AreMadeOnceAndOnlyTheirOwnerMayReadThem) {
    const support::TemporaryFolder folder;
    const Card card = own_keys(folder.path()).card("Anna");
    EXPECT_EQ(own_keys(folder.path()).card("Anna"), card);
    const auto permissions = std::filesystem::status(folder.file("identity")).permissions();
    EXPECT_EQ(permissions, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1) << "nothing half made";
}

TEST(OwnKeys, ThatOthersMayReadOrThatAreGoneAreRefused) {
    const support::TemporaryFolder folder;
    own_keys(folder.path());
    std::filesystem::permissions(folder.file("identity"), std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);
    try {
        own_keys(folder.path());
        ADD_FAILURE();
    } catch (const base::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("chmod 600"));
    }
    support::write_file(folder.file("identity"), "# nothing\n");
    std::filesystem::permissions(folder.file("identity"), std::filesystem::perms::owner_read);
    EXPECT_THROW(own_keys(folder.path()), base::Error);
}

TEST(Signature, IsOfOnePersonAndOneText) {
    const OwnKeys anna = new_keys(), marit = new_keys();
    const std::string signature = anna.signing.signature("text");
    EXPECT_TRUE(sealed::is_signed("text", signature, anna.signing.public_text()));
    EXPECT_FALSE(sealed::is_signed("Text", signature, anna.signing.public_text()));
    EXPECT_FALSE(sealed::is_signed("text", signature, marit.signing.public_text()));
    EXPECT_FALSE(sealed::is_signed("text", signature.substr(1), anna.signing.public_text()));
    EXPECT_FALSE(sealed::is_signed("text", "", ""));
}

}  // namespace
}  // namespace packages
