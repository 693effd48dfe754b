// Ten thousand packages that somebody tampered with: none is taken in, none ends the program, and the library stays as
// it was, byte for byte.
#include "base/hash.h"
#include "library/clip_samples.h"
#include "library/review_samples.h"
#include "library/sqlite_library.h"
#include "packages/two_sides.h"
#include "sealed/chunk_cipher.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <random>

namespace packages {
namespace {

using Json = nlohmann::json;
using testing::IsEmpty;
using testing::Not;

class Tampering : public testing::Test {
protected:
    Tampering() {
        coach_.library = std::make_unique<library::SqliteLibrary>(coach_.folder.file("library.terugblik"));
        trainee_.library = std::make_unique<library::SqliteLibrary>(trainee_.folder.file("library.terugblik"));
        introduce(coach_, trainee_);
        talk_ = with_film(coach_).id;
        fill();
        package_ = send(coach_, trainee_, {talk_, {}, library::PackedMedia::Clips, {}});
        plain_ = inside(package_, trainee_.keys);
        before_ = library_bytes();
    }

    // One of every kind of thing there is.
    void fill() {
        library::Library& library = *coach_.library;
        library.store_codebook(samples::codebook());
        const codes::Coding coding = samples::coding(talk_);
        library.add(coding);
        for (int at = 0; at < 6; ++at) library.apply(coding.id, codes::edits::added(samples::event(at)));
        talk::Turn turn;
        turn.text = "Ik wil stoppen.";
        turn.span.to = base::seconds(1);
        library.set_turns(talk_, {turn}, talk::TurnSource::Transcript);
        const codes::Clip clip = samples::clip(talk_, 1, 1.2);
        library.clips().put(clip);
        library.clips().put(samples::comment(clip.id), {});
        library.clips().put(samples::spoken(clip.id), "RIFF");
        library.goals().put(samples::goal(talk_));
        codes::Review review = samples::review(talk_);
        review.is_shared = true;
        library.reviews().put(review);
        library::Report report;
        report.coding = coding.id;
        report.language = "nl";
        report.content = "{}";
        library.issue(report);
    }

    std::string library_bytes() const {
        const std::string path = trainee_.folder.file("library.terugblik");
        return base::sha256(support::read_file(path)) + base::sha256(support::read_file(path + "-wal"));
    }
    void expect_refused(const std::string& bytes, const std::string& how) {
        ++tried_;
        EXPECT_THAT(refusal(trainee_, bytes), Not(IsEmpty())) << how;
    }
    void expect_untouched() {
        EXPECT_EQ(library_bytes(), before_);
        EXPECT_THAT(trainee_.library->conversations(), IsEmpty());
        std::printf("%d packages, none accepted\n", tried_);
        EXPECT_THAT(refusal(trainee_, package_), IsEmpty()) << "what nobody touched is taken in";
    }
    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }
    std::string flipped(std::string bytes) {
        for (std::size_t flips = 1 + below(3); flips > 0; --flips)
            bytes[below(bytes.size())] ^= static_cast<char>(1U << below(8));
        return bytes;
    }

    std::mt19937 random_{20261122};
    Side coach_{"Marit"}, trainee_{"Anna"};
    base::Id talk_;
    std::string package_, plain_, before_;
    int tried_ = 0;
};

TEST_F(Tampering, WithTheSealedFileIsAlwaysNoticed) {
    for (int times = 0; times < 4'000; ++times) {
        const std::string bytes = flipped(package_);
        if (bytes != package_) expect_refused(bytes, "bits");
    }
    for (int times = 0; times < 1'500; ++times) expect_refused(package_.substr(0, below(package_.size())), "shorter");
    for (int times = 0; times < 500; ++times) {
        std::string bytes = package_;
        bytes.insert(below(bytes.size() + 1), std::string(1 + below(40), static_cast<char>(below(256))));
        expect_refused(bytes, "longer");
    }
    expect_untouched();
}

TEST_F(Tampering, WithTheInsideAndSealingItAgainIsNoticed) {
    for (int times = 0; times < 2'500; ++times) {
        const std::string plain = flipped(plain_);
        if (plain != plain_) expect_refused(sealed_for(trainee_.keys, plain), "bits inside");
    }
    for (int times = 0; times < 700; ++times)
        expect_refused(sealed_for(trainee_.keys, plain_.substr(0, below(plain_.size()))), "shorter inside");
    for (int times = 0; times < 300; ++times)
        expect_refused(sealed_for(trainee_.keys, plain_ + std::string(1 + below(90), 'x')), "longer inside");
    const OwnKeys stranger = new_keys();
    for (int times = 0; times < 100; ++times) {
        std::vector<std::string> lines;
        std::string rest = plain_;
        for (int line = 0; line < 4; ++line) {
            lines.push_back(rest.substr(0, rest.find('\n')));
            rest.erase(0, rest.find('\n') + 1);
        }
        if (times % 2 == 0) lines[1] = stranger.signing.public_text();
        lines[2] = stranger.signing.signature(fmt::format("{}\n{}\n{}\n", lines[0], lines[1], lines[3]));
        expect_refused(
            sealed_for(trainee_.keys, fmt::format("{}\n{}\n{}\n{}\n{}", lines[0], lines[1], lines[2], lines[3], rest)),
            "another's signature");
    }
    expect_untouched();
}

// The worst case: who signs is known, and lies.
TEST_F(Tampering, ByAKnownSenderWhoLiesAboutWhatIsInItIsNoticed) {
    for (const Kind& kind : kinds())
        EXPECT_NE(plain_.find(fmt::format(R"("kind":"{}")", kind.name)), std::string::npos) << kind.name;
    const std::size_t json_from = plain_.find('{');
    const std::size_t json_to = plain_.find('\n', json_from);
    const Json manifest = Json::parse(plain_.substr(json_from, json_to - json_from));
    const std::string blobs = plain_.substr(json_to + 1);
    const std::size_t count = manifest["blobs"].size();
    const auto with = [&](const std::string& json) {
        const std::string head = fmt::format("terugblik-review/1\n{}\n", coach_.keys.signing.public_text());
        return sealed_for(trainee_.keys, fmt::format("{}{}\n{}\n{}", head,
                                                     coach_.keys.signing.signature(head + json + "\n"), json, blobs));
    };
    ASSERT_EQ(inside(with(manifest.dump()), trainee_.keys), plain_);
    const std::vector<std::function<void(Json&)>> lies = {
        [&](Json& one) { one["blobs"][below(count)]["length"] = below(100'000'000'000); },
        [&](Json& one) { one["blobs"][below(count)]["length"] = -static_cast<int>(1 + below(9)); },
        [&](Json& one) { one["blobs"][below(count)]["length"] = ~0ULL; },
        [&](Json& one) { one["blobs"][below(count)]["sha256"] = base::sha256(std::to_string(below(1'000))); },
        [&](Json& one) { one["blobs"].erase(one["blobs"].begin() + static_cast<int>(below(count))); },
        [&](Json& one) { one["blobs"].push_back(one["blobs"][below(count)]); },
        [&](Json& one) { std::swap(one["blobs"][0], one["blobs"][1 + below(count - 1)]); },
        [&](Json& one) { one["blobs"][below(count)]["id"] = "../../etc/passwd"; },
        [&](Json& one) { one["blobs"][below(count)]["id"] = base::make_id().text; },
        [&](Json& one) { one["blobs"][0]["kind"] = "recording"; },
        [&](Json& one) { one["conversation"] = base::make_id().text; },
        [&](Json& one) { one["package"] = "x"; },
        [&](Json& one) { one["revision"] = -static_cast<int>(below(5)); },
        [&](Json& one) { one["until_ms"] = below(1'000); },
        [&](Json& one) { one["readers"] = Json::array({new_keys().reading.recipient().text()}); },
        [&](Json& one) { one["sender"]["reading_key"] = new_keys().reading.recipient().text(); },
        [&](Json& one) { one["sender"]["signing_key"] = new_keys().signing.public_text(); },
        [&](Json& one) { one.erase(std::next(one.begin(), static_cast<int>(below(one.size())))); },
        [&](Json& one) { one[std::to_string(below(9))] = below(9); },
    };
    for (int times = 0; times < 500; ++times) {
        const std::size_t lie = static_cast<std::size_t>(times) % lies.size();
        Json forged = manifest;
        lies[lie](forged);
        if (forged != manifest) expect_refused(with(forged.dump()), fmt::format("lie {}: {}", lie, forged.dump()));
    }
    expect_refused(with(manifest.dump(1)), "not canonical");
    expect_refused(with("[" + std::string(100'000, '[')), "nested");
    expect_untouched();
}

// Chunks of 64 KiB: a package of many of them.
TEST_F(Tampering, WithTheOrderOfItsChunksIsNoticed) {
    const library::Conversation conversation = with_recording(coach_, std::string(600'000, 'm'));
    const std::string large = send(coach_, trainee_, {conversation.id, {}, {}, {}});
    const std::size_t chunks = large.size() / sealed::kSealedChunkBytes;
    ASSERT_GT(chunks, 8U);
    const std::size_t from = large.find("\n--- ") + 5 + 43 + 1 + 16;  // "--- ", the code, the nonce
    const auto chunk = [&](std::size_t at) {
        return large.substr(from + at * sealed::kSealedChunkBytes, sealed::kSealedChunkBytes);
    };
    for (std::size_t one = 0; one < chunks; ++one) {
        for (std::size_t other = one + 1; other < chunks; ++other) {
            std::string swapped = large;
            swapped.replace(from + one * sealed::kSealedChunkBytes, sealed::kSealedChunkBytes, chunk(other));
            swapped.replace(from + other * sealed::kSealedChunkBytes, sealed::kSealedChunkBytes, chunk(one));
            if (swapped != large) expect_refused(swapped, fmt::format("{} and {}", one, other));
        }
        std::string without = large;
        without.erase(from + one * sealed::kSealedChunkBytes, sealed::kSealedChunkBytes);
        expect_refused(without, "one less");
    }
    std::error_code none;
    EXPECT_TRUE(std::filesystem::is_empty(trainee_.media_folder(), none)) << "nothing half written stays";
    expect_untouched();
}

}  // namespace
}  // namespace packages
