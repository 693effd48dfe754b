#include "base/hash.h"

#include "base/error.h"
#include "support/shared_data.h"

#include <gtest/gtest.h>

namespace {

constexpr const char* kOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

struct Asked {
    std::stop_source stop;
    std::atomic<float> fraction{0};
    base::Progress progress{stop.get_token(), fraction};
};

}  // namespace

// The example messages of FIPS 180-2, appendix B.
TEST(Sha256, AgreesWithThePublishedExamples) {
    EXPECT_EQ(base::sha256(""), kOfNothing);
    EXPECT_EQ(base::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(base::sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(base::sha256(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, OfAFileIsThatOfItsBytes) {
    const support::TemporaryFolder folder;
    Asked asked;
    std::string bytes;
    for (std::size_t size : {0u, 3u, 1u << 20, (2u << 20) + 17}) {
        bytes.assign(size, 'x');
        support::write_file(folder.file("recording"), bytes);
        EXPECT_EQ(base::sha256_of_file(folder.file("recording"), asked.progress), base::sha256(bytes)) << size;
    }
    EXPECT_EQ(asked.fraction, 1.0F);
}

TEST(Sha256, OfAFileIsEmptyWhenCancelled) {
    const support::TemporaryFolder folder;
    support::write_file(folder.file("recording"), "sound");
    Asked asked;
    asked.stop.request_stop();
    EXPECT_EQ(base::sha256_of_file(folder.file("recording"), asked.progress), "");
}

TEST(Sha256, OfAMissingFileSaysWhichFile) {
    Asked asked;
    try {
        base::sha256_of_file("there/is/none.mp4", asked.progress);
        FAIL() << "no error";
    } catch (const base::Error& error) {
        EXPECT_NE(std::string(error.what()).find("none.mp4"), std::string::npos);
    }
}

TEST(Fingerprint, StaysWhenAFileMovesAndChangesWithItsBytesOrSize) {
    const support::TemporaryFolder folder;
    std::string bytes(1 << 20, 'x');
    support::write_file(folder.file("a"), bytes);
    support::write_file(folder.file("b"), bytes);
    const std::string fingerprint = base::fast_fingerprint(folder.file("a"));
    EXPECT_EQ(base::fast_fingerprint(folder.file("b")), fingerprint);
    for (const std::size_t place : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
        std::string other = bytes;
        other[place] = 'y';
        support::write_file(folder.file("b"), other);
        EXPECT_NE(base::fast_fingerprint(folder.file("b")), fingerprint) << place;
    }
    support::write_file(folder.file("b"), bytes + "x");
    EXPECT_NE(base::fast_fingerprint(folder.file("b")), fingerprint);
}

TEST(Fingerprint, OfAnEmptyFileAndOfATinyOneDiffer) {
    const support::TemporaryFolder folder;
    support::write_file(folder.file("empty"), "");
    support::write_file(folder.file("tiny"), "x");
    EXPECT_NE(base::fast_fingerprint(folder.file("empty")), base::fast_fingerprint(folder.file("tiny")));
}
