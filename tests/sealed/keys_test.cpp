#include "sealed/keys.h"

#include "base/error.h"
#include "sealed/bech32.h"
#include "sealed/in_memory.h"

#include <gtest/gtest.h>

namespace sealed {

namespace {

// The key of the format's public test vectors, and what age-keygen says of it.
constexpr const char* kSecretKey = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";
constexpr const char* kPublicKey = "age1xmwwc06ly3ee5rytxm9mflaz2u56jjj36s0mypdrwsvlul66mv4q47ryef";

}  // namespace

TEST(Keys, KnowTheirPublicHalf) {
    EXPECT_EQ(Identity::from_text(kSecretKey).recipient().text(), kPublicKey);
    EXPECT_EQ(Recipient::from_text(kPublicKey), Identity::from_text(kSecretKey).recipient());
    EXPECT_EQ(Identity::from_text(kSecretKey).text().text(), kSecretKey);
}

TEST(Keys, AreNewEachTimeAndSurviveBeingText) {
    const Identity one = Identity::make(), other = Identity::make();
    EXPECT_NE(one.recipient(), other.recipient());
    EXPECT_EQ(Identity::from_text(one.text().text()).recipient(), one.recipient());
    EXPECT_EQ(Recipient::from_text(one.recipient().text()), one.recipient());
}

TEST(Keys, AreRefusedWhenTheyAreOfAnotherKindOrLength) {
    const std::string bytes = public_key(random_key());
    for (const std::string& text :
         {std::string(), std::string(kSecretKey), bech32("age", bytes.substr(1)), bech32("age", bytes + 'x'),
          bech32("agf", bytes), ' ' + std::string(kPublicKey), bech32("age", std::string(32, '\0'))}) {
        EXPECT_THROW(Recipient::from_text(text), base::Error) << text;
    }
    for (const std::string& text : {std::string(), std::string(kPublicKey), bech32("age-secret-key-", bytes.substr(1)),
                                    bech32("age-secret-key-pq-", bytes)}) {
        EXPECT_THROW(Identity::from_text(text), base::Error) << text;
    }
}

TEST(Keys, ThatAreWrongAreNotShownWhenTheyAreSecret) {
    const std::string half(kSecretKey, 40);
    try {
        Identity::from_text(half);
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(std::string(error.what()).find(half), std::string::npos);
    }
}

TEST(Keys, OpenExactlyWhatIsSealedForThem) {
    std::vector<Identity> people;
    for (int i = 0; i < 12; ++i) people.push_back(Identity::make());
    for (std::size_t file = 0; file < people.size(); ++file) {
        std::vector<Recipient> readers;
        for (std::size_t i = 0; i < people.size(); ++i) {
            if ((i * 7 + file * 5) % 12 < file) readers.push_back(people[i].recipient());
        }
        if (readers.empty()) readers.push_back(people[file].recipient());
        const std::string bytes = seal("for a few", readers);
        for (const Identity& person : people) {
            const bool is_reader = std::find(readers.begin(), readers.end(), person.recipient()) != readers.end();
            const Outcome outcome = open(bytes, {person});
            EXPECT_EQ(outcome.plain, is_reader ? "for a few" : "");
            EXPECT_EQ(outcome.refused, is_reader ? std::nullopt : std::optional(Reason::NoKeyFits));
        }
    }
}

}  // namespace sealed
