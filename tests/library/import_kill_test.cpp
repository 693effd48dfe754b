// A program that is killed while it takes in conversations with codings: they are all in the library, or none is.
#include "library/child_process.h"
#include "library/library_file.h"

#include <chrono>
#include <filesystem>
#include <gmock/gmock.h>
#include <thread>

namespace library {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

constexpr int kKills = 50;
constexpr std::size_t kConversations = 10;

class KilledImport : public LibraryFile {
protected:
    KilledImport() {
        for (std::size_t count = 0; count < kConversations; ++count) {
            WholeConversation one{samples::conversation("Gesprek " + std::to_string(count)), {}, {}};
            talk::Turn turn;
            turn.text = "ik wil stoppen";
            turn.span = {base::seconds(1), base::seconds(2)};
            one.turns.assign(10, turn);
            codes::Coding coding = samples::coding(one.conversation.id);
            for (int at = 0; at < 20; ++at) coding.events.push_back(samples::event(at));
            one.codings.push_back(coding);
            imported_.push_back(one);
        }
    }

    void begin_anew() const {
        for (const fs::directory_entry& entry : fs::directory_iterator(folder_.path())) fs::remove_all(entry.path());
        SqliteLibrary(path()).store_codebook(samples::codebook());
    }
    void kill_while_importing(std::chrono::microseconds after) const {
        support::ChildProcess importer([&](const support::Line& line) {
            SqliteLibrary library(path(), OpenMode::MustExist);
            line.say("ready");
            line.hear();
            library.add(imported_);
            line.say("done");
            line.hear();
        });
        ASSERT_EQ(importer.line().hear(), "ready");
        importer.line().say("go");
        std::this_thread::sleep_for(after);
        importer.kill_now();
    }

    std::vector<WholeConversation> imported_;
};

TEST_F(KilledImport, IsDoneOrWasNotBegun) {
    begin_anew();
    const auto began = std::chrono::steady_clock::now();
    SqliteLibrary(path()).add(imported_);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    int done = 0, not_begun = 0;
    for (int kill = 0; kill < kKills && !HasFailure(); ++kill) {
        begin_anew();
        kill_while_importing(3 * whole * kill / kKills);
        SqliteLibrary library(path(), OpenMode::MustExist);
        EXPECT_THAT(library.problems(), IsEmpty());
        const std::size_t there = library.conversations().size();
        ++(there == 0 ? not_begun : done);
        EXPECT_TRUE(there == 0 || there == kConversations) << there;
        EXPECT_EQ(library.all_codings().size(), there);
        EXPECT_EQ(library.search("stoppen", {}).size(), 10 * there);
    }
    EXPECT_GT(done, 0);
    EXPECT_GT(not_begun, 0);
}

}  // namespace
}  // namespace library
