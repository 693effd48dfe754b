// The public test vectors of the age format (C2SP/CCTV): each says how it is sealed and what must become of it.
#include "base/hash.h"
#include "sealed/in_memory.h"
#include "support/shared_data.h"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>
#include <zlib.h>

namespace sealed {

namespace {

struct Vector {
    std::string name;
    std::multimap<std::string, std::string> facts;
    std::string bytes;

    std::string fact(const std::string& key) const {
        const auto found = facts.find(key);
        return found == facts.end() ? "" : found->second;
    }
};

std::string unpacked(const std::string& packed) {
    std::string bytes(32 << 20, '\0');
    uLongf size = bytes.size();
    const int result = uncompress(reinterpret_cast<Bytef*>(bytes.data()), &size,
                                  reinterpret_cast<const Bytef*>(packed.data()), packed.size());
    EXPECT_EQ(result, Z_OK);
    bytes.resize(size);
    return bytes;
}

Vector read_vector(const std::filesystem::path& path) {
    const std::string text = support::read_file(path.string());
    const std::size_t end = text.find("\n\n");
    Vector vector{path.filename().string(), {}, text.substr(end + 2)};
    std::istringstream lines(text.substr(0, end));
    for (std::string line; std::getline(lines, line);) {
        const std::size_t colon = line.find(": ");
        vector.facts.emplace(line.substr(0, colon), line.substr(colon + 2));
    }
    if (vector.fact("compressed") == "zlib") vector.bytes = unpacked(vector.bytes);
    return vector;
}

std::vector<Vector> all_vectors() {
    std::vector<Vector> vectors;
    const std::string folder = support::testdata("age-vectors");
    if (folder.empty()) return vectors;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) vectors.push_back(read_vector(entry.path()));
    return vectors;
}

bool is_armored(const Vector& vector) {
    return vector.fact("armored") == "yes";
}

// For a key of a kind that we do not have (ML-KEM).
bool is_for_other_kind(const Vector& vector) {
    return vector.fact("identity").starts_with("AGE-SECRET-KEY-PQ-");
}

std::vector<Identity> identities_of(const Vector& vector) {
    std::vector<Identity> identities;
    for (auto [fact, end] = vector.facts.equal_range("identity"); fact != end; ++fact) {
        if (!fact->second.starts_with("AGE-SECRET-KEY-PQ-")) identities.push_back(Identity::from_text(fact->second));
    }
    return identities;
}

Outcome outcome_of(const Vector& vector) {
    if (const std::string passphrase = vector.fact("passphrase"); !passphrase.empty()) {
        return open(vector.bytes, passphrase);
    }
    return open(vector.bytes, identities_of(vector));
}

std::string name_of(std::optional<Reason> refused) {
    if (!refused) return "success";
    static const std::set<Reason> no_match = {Reason::NoKeyFits, Reason::UnknownKindOfKey, Reason::WrongPassphrase,
                                              Reason::WantsKey};
    static const std::set<Reason> payload = {Reason::DamagedContent, Reason::Truncated, Reason::SomethingAdded};
    if (no_match.contains(*refused)) return "no match";
    if (payload.contains(*refused)) return "payload failure";
    if (*refused == Reason::ChangedHead) return "HMAC failure";
    return *refused == Reason::Armored ? "armored" : "header failure";
}

}  // namespace

TEST(AgeVectors, AllEndAsTheySayAndGiveOutNoMoreThanTheySay) {
    const std::vector<Vector> vectors = all_vectors();
    if (vectors.empty()) GTEST_SKIP() << "no public test vectors here";
    std::map<std::string, int> tried;
    for (const Vector& vector : vectors) {
        if (is_armored(vector) || is_for_other_kind(vector)) continue;
        SCOPED_TRACE(vector.name + ": " + vector.fact("comment"));
        const Outcome outcome = outcome_of(vector);
        EXPECT_EQ(name_of(outcome.refused), vector.fact("expect")) << outcome.why;
        if (const std::string payload = vector.fact("payload"); !payload.empty()) {
            EXPECT_EQ(base::sha256(outcome.plain), payload);
        } else {
            EXPECT_EQ(outcome.plain, "");
        }
        ++tried[vector.fact("expect")];
    }
    const std::map<std::string, int> expected = {
        {"success", 15}, {"header failure", 52}, {"no match", 7}, {"HMAC failure", 1}, {"payload failure", 18}};
    EXPECT_EQ(tried, expected);
}

// The format's text form is not read; whatever stands in one must be refused all the same.
TEST(AgeVectors, ThatAreArmoredAreRefused) {
    const std::vector<Vector> vectors = all_vectors();
    if (vectors.empty()) GTEST_SKIP() << "no public test vectors here";
    int named_so = 0;
    for (const Vector& vector : vectors) {
        if (!is_armored(vector)) continue;
        const Outcome outcome = outcome_of(vector);
        EXPECT_TRUE(outcome.refused) << vector.name;
        if (vector.fact("expect") == "success" && outcome.refused == Reason::Armored) ++named_so;
    }
    EXPECT_GE(named_so, 5);
}

TEST(AgeVectors, ForAnotherKindOfKeyAreRefusedWithoutOne) {
    const std::vector<Vector> vectors = all_vectors();
    if (vectors.empty()) GTEST_SKIP() << "no public test vectors here";
    const Identity nobody = Identity::make();
    for (const Vector& vector : vectors) {
        if (!is_for_other_kind(vector) || is_armored(vector)) continue;
        const Outcome outcome = open(vector.bytes, {nobody});
        ASSERT_TRUE(outcome.refused) << vector.name;
        const bool is_damaged = name_of(outcome.refused) == "header failure";
        EXPECT_TRUE(name_of(outcome.refused) == "no match" || is_damaged) << vector.name << ": " << outcome.why;
        if (is_damaged) {
            EXPECT_EQ(vector.fact("expect"), "header failure") << vector.name;
        }
    }
}

}  // namespace sealed
