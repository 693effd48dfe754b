// Killed at any moment while a package is written or taken in: it is there whole or not at all, and so is the merge.
#include "library/child_process.h"
#include "library/sqlite_library.h"
#include "packages/two_sides.h"

#include <chrono>
#include <filesystem>
#include <gmock/gmock.h>
#include <optional>
#include <random>
#include <thread>

namespace packages {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

constexpr int kKills = 50;

class Killed : public testing::Test {
protected:
    Killed() {
        introduce(coach_, trainee_);
        conversation_ = with_recording(coach_, std::string(400'000, 'm'));
        coach_.library->store_codebook(samples::codebook());
        for (int codings = 0; codings < 4; ++codings) {
            codes::Coding coding = samples::coding(conversation_.id);
            for (int at = 0; at < 50; ++at) coding.events.push_back(samples::event(at));
            coach_.library->add(coding);
        }
    }

    std::string path(const Side& side) const { return side.folder.file("library.terugblik"); }
    std::unique_ptr<library::SqliteLibrary> opened(const Side& side) const {
        return std::make_unique<library::SqliteLibrary>(path(side));
    }
    // Kills what was begun after it said "go" and a random while; the first is let be, to know how long it takes.
    void kill_soon(const std::function<void(const support::Line&)>& life) {
        support::ChildProcess child(life);
        ASSERT_EQ(child.line().hear(), "go");
        const auto begun = std::chrono::steady_clock::now();
        if (!whole_) {
            ASSERT_EQ(child.line().hear(), "done");
            whole_ = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
            return;
        }
        const auto longest = whole_->count() + whole_->count() / 4;
        std::this_thread::sleep_for(
            std::chrono::microseconds(std::uniform_int_distribution<long>(0, longest)(random_)));
        child.kill_now();
    }

    std::mt19937 random_{7};
    std::optional<std::chrono::microseconds> whole_;
    Side coach_{"Marit"}, trainee_{"Anna"};
    library::Conversation conversation_;
};

TEST_F(Killed, AMergeIsDoneOrNotBegun) {
    const std::string package = send(coach_, trainee_, {conversation_.id, {}, {}, {}});
    const library::Person marit = trainee_.knows(coach_);
    int done = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        for (const fs::directory_entry& entry : fs::directory_iterator(trainee_.folder.path()))
            fs::remove_all(entry.path());
        opened(trainee_)->people().add(marit);
        kill_soon([&](const support::Line& line) {
            trainee_.library = opened(trainee_);
            line.say("go");
            receive(trainee_, package);
            line.say("done");
            line.hear();
        });
        trainee_.library = opened(trainee_);
        EXPECT_THAT(static_cast<library::SqliteLibrary&>(*trainee_.library).problems(), IsEmpty());
        const auto standing = trainee_.library->conversation(conversation_.id);
        if (standing) {
            ++done;
            EXPECT_EQ(trainee_.library->codings(conversation_.id).size(), 4U);
            EXPECT_EQ(fs::file_size(standing->recordings.front().path), 400'000U);
        } else {
            EXPECT_THAT(trainee_.library->all_codings(), IsEmpty());
            EXPECT_THAT(trainee_.library->package_log().packages(), IsEmpty());
        }
        receive(trainee_, package);
        EXPECT_EQ(content_of(*trainee_.library, conversation_.id), content_of(*coach_.library, conversation_.id));
        EXPECT_EQ(std::distance(fs::directory_iterator(trainee_.media_folder()), {}), 1) << "what was left is gone";
        trainee_.library = std::make_unique<library::MemoryLibrary>();
    }
    std::printf("%d kills, %d of them after the merge\n", kKills, done);
}

TEST_F(Killed, APackageIsWrittenWholeOrNotAtAll) {
    const std::string out = coach_.folder.file("out.terugblik-review");
    int done = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        fs::remove(out);
        kill_soon([&](const support::Line& line) {
            const Readers readers = coach_.readers(trainee_);
            std::atomic<float> fraction{0};
            line.say("go");
            const Parcel parcel =
                prepare(*coach_.library, coach_.keys, "Marit", readers, {conversation_.id, {}, {}, {}}, kNow);
            write_package_file(*coach_.library, coach_.keys, readers, parcel, out,
                               base::Progress(std::stop_token{}, fraction));
            line.say("done");
            line.hear();
        });
        if (!fs::exists(out)) continue;
        ++done;
        trainee_.library = std::make_unique<library::MemoryLibrary>();
        trainee_.meet(coach_);
        EXPECT_THAT(refusal(trainee_, support::read_file(out)), IsEmpty());
    }
    std::printf("%d kills, %d of them after it was written\n", kKills, done);
}

}  // namespace
}  // namespace packages
