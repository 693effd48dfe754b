// Whatever is changed in a sealed file, no reader takes it for what the sender wrote.
#include "sealed/in_memory.h"

#include <functional>
#include <gtest/gtest.h>

namespace sealed {

namespace {

const Identity kOwn = Identity::make();
const Identity kOther = Identity::make();
constexpr std::string_view kPassphrase = "geheim";
const std::string kPlain = "twenty bytes of text";

using Open = std::function<Outcome(const std::string&)>;
Outcome with_key(const std::string& bytes) {
    return open(bytes, {kOwn});
}
Outcome with_passphrase(const std::string& bytes) {
    return open(bytes, kPassphrase);
}

std::string for_two() {
    return seal(kPlain, {kOther.recipient(), kOwn.recipient()});
}

void expect_every_flip_is_refused(const std::string& bytes, const Open& open) {
    ASSERT_EQ(open(bytes).plain, kPlain);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string changed = bytes;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        const Outcome outcome = open(changed);
        ASSERT_TRUE(outcome.refused) << "bit " << bit;
        ASSERT_EQ(outcome.plain, "") << "bit " << bit;
    }
}

void expect_every_truncation_is_refused(const std::string& bytes, const Open& open) {
    ASSERT_EQ(open(bytes).plain, kPlain);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const Outcome outcome = open(bytes.substr(0, size));
        ASSERT_TRUE(outcome.refused) << size;
        ASSERT_EQ(outcome.plain, "") << size;
    }
}

// Three whole chunks and a bit, taken apart.
struct Chunks {
    std::string head;
    std::vector<std::string> chunks;

    Chunks() {
        const std::string bytes = seal(some_text(3 * kChunkBytes + 100), {kOwn.recipient()});
        const std::size_t start = bytes.find("\n--- ") + 5 + 43 + 1 + kNonceBytes;
        head = bytes.substr(0, start);
        for (std::size_t at = start; at < bytes.size(); at += kSealedChunkBytes) {
            chunks.push_back(bytes.substr(at, kSealedChunkBytes));
        }
    }
    std::string in_order(const std::vector<std::size_t>& order) const {
        std::string bytes = head;
        for (const std::size_t i : order) bytes += chunks[i];
        return bytes;
    }
};

}  // namespace

TEST(Tampering, AnyOneBitOfAFileForKeysIsRefused) {
    expect_every_flip_is_refused(for_two(), with_key);
}

TEST(Tampering, AnyOneBitOfAFileWithAPassphraseIsRefused) {
    expect_every_flip_is_refused(seal(kPlain, kPassphrase), with_passphrase);
}

TEST(Tampering, TruncationAtAnyLengthIsRefused) {
    expect_every_truncation_is_refused(for_two(), with_key);
    expect_every_truncation_is_refused(seal(kPlain, kPassphrase), with_passphrase);
}

TEST(Tampering, AnythingAddedIsRefused) {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kChunkBytes, 2 * kChunkBytes}) {
        const std::string bytes = seal(some_text(size), {kOwn.recipient()});
        for (const std::size_t more : {std::size_t{1}, kTagBytes, kSealedChunkBytes}) {
            EXPECT_TRUE(with_key(bytes + some_text(more)).refused) << size << " and " << more;
        }
        EXPECT_TRUE(with_key(bytes + bytes).refused) << size;
    }
}

TEST(Tampering, ChunksInAnyOtherOrderAreRefused) {
    const Chunks file;
    EXPECT_FALSE(with_key(file.in_order({0, 1, 2, 3})).refused);
    for (std::size_t code = 0; code < 4 * 4 * 4 * 4; ++code) {
        const std::vector<std::size_t> order = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6};
        if (order == std::vector<std::size_t>{0, 1, 2, 3}) continue;
        ASSERT_TRUE(with_key(file.in_order(order)).refused) << code;
    }
    for (const std::vector<std::size_t>& fewer : std::vector<std::vector<std::size_t>>{
             {}, {0}, {3}, {0, 1}, {0, 3}, {0, 1, 2}, {0, 1, 3}, {0, 2, 3}, {1, 2, 3}, {0, 1, 2, 3, 3}}) {
        EXPECT_TRUE(with_key(file.in_order(fewer)).refused);
    }
}

TEST(Tampering, AFileThatEndsBetweenChunksIsSaidToBeIncomplete) {
    const Chunks file;
    for (const std::vector<std::size_t>& begun : std::vector<std::vector<std::size_t>>{{}, {0}, {0, 1}, {0, 1, 2}}) {
        EXPECT_EQ(with_key(file.in_order(begun)).refused, Reason::Truncated);
    }
}

TEST(Tampering, OneBitAnywhereInALongFileIsRefused) {
    const Chunks file;
    const std::string bytes = file.in_order({0, 1, 2, 3});
    for (std::size_t at = file.head.size(); at < bytes.size(); at += 997) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        ASSERT_EQ(with_key(changed).refused, Reason::DamagedContent) << at;
    }
}

// The content of one file under the head of another, both from the same sender to the same reader.
TEST(Tampering, ContentOfAnotherFileIsRefused) {
    const Chunks one, other;
    EXPECT_TRUE(with_key(one.head + other.in_order({0, 1, 2, 3}).substr(other.head.size())).refused);
    const std::size_t code = one.head.size() - kNonceBytes - 44;
    EXPECT_EQ(with_key(one.head.substr(0, code) + other.head.substr(code)).refused, Reason::ChangedHead);
}

TEST(Tampering, AReaderAddedOrTakenAwayIsRefused) {
    const std::string bytes = for_two();
    const std::size_t second = bytes.find("\n-> ", bytes.find("-> ")) + 1, end = bytes.find("--- ");
    EXPECT_EQ(with_key(bytes.substr(0, 22) + bytes.substr(second)).refused, Reason::ChangedHead);
    EXPECT_EQ(with_key(std::string(bytes).insert(end, "-> added by someone\n\n")).refused, Reason::ChangedHead);
}

}  // namespace sealed
