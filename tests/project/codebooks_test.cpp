// The codebooks that come with the program can be read, and say everything in both languages.
#include "codes/codebook.h"
#include "project/source_files.h"

#include <gtest/gtest.h>
#include <set>

using codes::Codebook;
using codes::Words;

namespace {

void expect_both_languages(const Words& words, const std::string& where) {
    EXPECT_FALSE(words.en.empty()) << where;
    EXPECT_FALSE(words.nl.empty()) << where;
}

}  // namespace

TEST(ShippedCodebooks, AllParse) {
    const auto files = project::source_files({"assets/codebooks"}, {".json"});
    EXPECT_FALSE(files.empty());
    for (const auto& file : files) EXPECT_NO_THROW((void)codes::parse_codebook(file.text, file.path)) << file.path;
    EXPECT_EQ(codes::shipped_codebooks().size(), files.size());
}

TEST(ShippedCodebooks, SpeakBothLanguages) {
    for (const Codebook& book : codes::shipped_codebooks()) {
        expect_both_languages(book.title, book.key);
        for (const auto& code : book.codes) {
            expect_both_languages(code.label, book.key + " " + code.key);
            expect_both_languages(code.definition, book.key + " " + code.key);
        }
        for (const auto& measure : book.measures) expect_both_languages(measure.label, book.key + " " + measure.key);
    }
}

TEST(ShippedCodebooks, GiveEachCodeAKeyOfItsOwn) {
    for (const Codebook& book : codes::shipped_codebooks()) {
        std::set<std::string> keys;
        std::set<std::string> pressed;
        for (const auto& code : book.codes) {
            EXPECT_TRUE(keys.insert(code.key).second) << book.key << " " << code.key;
            EXPECT_TRUE(code.default_key.empty() || pressed.insert(code.default_key).second)
                << book.key << ": two codes on the key " << code.default_key;
        }
    }
}
