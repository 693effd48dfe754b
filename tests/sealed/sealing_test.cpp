#include "base/error.h"
#include "sealed/in_memory.h"

#include <gtest/gtest.h>

namespace sealed {

namespace {

const Identity kOwn = Identity::make();
const std::vector<Recipient> kReaders = {kOwn.recipient()};

}  // namespace

TEST(Sealing, GivesBackTheSameBytesWhateverTheirNumber) {
    for (const std::size_t size : {0u, 1u, 1000u, 65535u, 65536u, 65537u, 131071u, 131072u, 131073u, 1000000u}) {
        const std::string plain = some_text(size);
        const Outcome by_key = open(seal(plain, kReaders), {kOwn});
        EXPECT_TRUE(by_key.plain == plain && !by_key.refused) << size << " " << by_key.why;
        const Outcome by_passphrase = open(seal(plain, "één woord"), "één woord");
        EXPECT_TRUE(by_passphrase.plain == plain && !by_passphrase.refused) << size << " " << by_passphrase.why;
    }
}

TEST(Sealing, DoesNotDependOnTheStretchesInWhichItGoesAndComes) {
    const std::string plain = some_text(200'000);
    for (const std::size_t stretch : {7u, 65536u, 65552u, 100'000u}) {
        std::string bytes;
        Sealer sealer([&](std::string_view more) { bytes += more; }, kReaders);
        for (std::size_t from = 0; from < plain.size(); from += stretch) sealer.write(plain.substr(from, stretch));
        sealer.finish();
        Opener opener(source_of(bytes, stretch), "review");
        opener.unlock({kOwn});
        EXPECT_TRUE(read_all(opener) == plain) << stretch;
    }
}

TEST(Sealing, NeverGivesTheSameFileTwiceAndShowsNothingOfTheText) {
    const std::string plain = "She said that she had not told her husband.";
    const std::string one = seal(plain, kReaders), other = seal(plain, kReaders);
    EXPECT_NE(one.substr(one.find("---")), other.substr(other.find("---")));
    EXPECT_EQ(one.find("husband"), std::string::npos);
    EXPECT_EQ(one.find(kOwn.recipient().text()), std::string::npos);
}

TEST(Sealing, TakesTheWorkForAPassphraseThatOthersTakeToo) {
    const std::string bytes = seal("text", "geheim", kWork);
    EXPECT_NE(bytes.find(" 18\n"), std::string::npos);
    EXPECT_EQ(open(bytes, "geheim").plain, "text");
}

TEST(Sealing, ForNobodyOrForEverybodyIsRefused) {
    EXPECT_THROW(seal("text", std::vector<Recipient>{}), base::Error);
    EXPECT_THROW(seal("text", ""), base::Error);
    EXPECT_THROW(seal("text", std::vector<Recipient>(5000, kReaders.front())), base::Error);
    const std::string bytes = seal("text", std::vector<Recipient>(500, kReaders.front()));
    EXPECT_EQ(open(bytes, {kOwn}).plain, "text");
}

TEST(Opening, AsksForWhatTheFileWants) {
    const std::string by_key = seal("text", kReaders), by_passphrase = seal("text", "geheim");
    EXPECT_FALSE(Opener(source_of(by_key), "review").wants_passphrase());
    EXPECT_TRUE(Opener(source_of(by_passphrase), "review").wants_passphrase());
    EXPECT_EQ(open(by_key, "geheim").refused, Reason::WantsKey);
    EXPECT_EQ(open(by_passphrase, {kOwn}).refused, Reason::WantsPassphrase);
    EXPECT_EQ(open(by_key, {Identity::make()}).refused, Reason::NoKeyFits);
    EXPECT_EQ(open(by_key, std::vector<Identity>{}).refused, Reason::NoKeyFits);
}

TEST(Opening, MayTryAnotherPassphraseAfterAWrongOne) {
    Opener opener(source_of(seal("text", "geheim")), "review");
    for (const char* wrong : {"", "Geheim", "geheim "}) EXPECT_THROW(opener.unlock(std::string_view(wrong)), Refusal);
    opener.unlock("geheim");
    EXPECT_EQ(read_all(opener), "text");
}

TEST(Opening, SaysWhichFileItRefusesAndWhatToDo) {
    const std::string why = open(seal("text", "geheim"), "gehiem").why;
    EXPECT_EQ(why, "review: does not open with this passphrase. Check it and try again.");
}

TEST(Opening, RefusesWhatIsNotASealedFile) {
    EXPECT_EQ(open("", {kOwn}).refused, Reason::NotSealed);
    EXPECT_EQ(open("SQLite format 3", {kOwn}).refused, Reason::NotSealed);
    EXPECT_EQ(open(some_text(100'000), {kOwn}).refused, Reason::NotSealed);
    EXPECT_EQ(open("-----BEGIN AGE ENCRYPTED FILE-----\n", {kOwn}).refused, Reason::Armored);
    EXPECT_EQ(open("age-encryption.org/v2\n", {kOwn}).refused, Reason::NewerFormat);
    EXPECT_EQ(
        open("age-encryption.org/v1\n-> other x\n\n--- " + std::string(43, 'A') + '\n' + std::string(16, 'n'), {kOwn})
            .refused,
        Reason::UnknownKindOfKey);
}

// A head without an end costs a quarter of a megabyte, not the memory of the machine.
TEST(Opening, StopsReadingAHeadThatDoesNotEnd) {
    for (const std::string endless : {"-> x\n", "a", "A\n-> ", "-> X25519 "}) {
        std::size_t given = 0;
        const std::string start = "age-encryption.org/v1\n-> x\n";
        const Source source = [&](char* to, std::size_t size) {
            for (std::size_t i = 0; i < size; ++i, ++given) {
                to[i] = given < start.size() ? start[given] : endless[(given - start.size()) % endless.size()];
            }
            return size;
        };
        EXPECT_THROW(Opener(source, "review"), Refusal);
        EXPECT_LE(given, kMaxHeaderBytes + 1024);
    }
}

TEST(Opening, RefusesWorkThatOnlyAnAttackerAsksFor) {
    const std::string bytes = seal("text", "geheim");
    const std::size_t work = bytes.find(" 2\n");
    for (const char* much : {" 21\n", " 63\n", " 64\n", " 99999999999999999999\n"}) {
        EXPECT_EQ(open(std::string(bytes).replace(work, 3, much), "geheim").refused, Reason::TooMuchWork) << much;
    }
}

}  // namespace sealed
