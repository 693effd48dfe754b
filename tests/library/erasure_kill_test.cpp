// A program that is killed while it erases: once the library is opened again, the erasure is done or was not begun.
#include "library/child_process.h"
#include "library/library_file.h"
#include "library/marked_library.h"

#include <chrono>
#include <filesystem>
#include <gmock/gmock.h>
#include <thread>

namespace library {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

constexpr int kKills = 50;

class KilledErasure : public LibraryFile {
protected:
    // A library with a conversation to erase, one to keep, and a backup; copied for each kill.
    void SetUp() override {
        fs::create_directory(file("template"));
        SqliteLibrary library(template_path());
        talk_ = marked::add(library, marked::own_recording(path()));
        kept_ = samples::begin_coding(library);
        library.rotate_backups();
    }
    std::string template_path() const { return file("template/library.terugblik"); }
    void lay_out() const {
        for (const char* each :
             {"/backups", "/library.terugblik", "/library.terugblik-erased", "/library.terugblik-wal"})
            fs::remove_all(folder_.path() + each);
        fs::copy(file("template"), folder_.path(), fs::copy_options::recursive);
        marked::own_recording(path());
    }
    std::vector<std::string> hits() const {
        std::vector<std::string> found = marked::files_with_word(folder_.path());
        std::erase_if(found, [&](const std::string& file) { return file.starts_with(folder_.file("template")); });
        return found;
    }

    std::string recording() const { return own_folder(path()) + "/" + marked::kWord + ".mp4"; }
    void kill_while_erasing(std::chrono::microseconds after) const {
        support::ChildProcess eraser([&](const support::Line& line) {
            SqliteLibrary library(path(), OpenMode::MustExist);
            line.say("ready");
            line.hear();
            library.erasures().erase(talk_, ErasureReason::Asked, {});
            line.say("done");
            line.hear();
        });
        ASSERT_EQ(eraser.line().hear(), "ready");
        eraser.line().say("go");
        std::this_thread::sleep_for(after);
        eraser.kill_now();
    }

    base::Id talk_, kept_;
};

TEST_F(KilledErasure, IsDoneOrWasNotBegun) {
    lay_out();
    const auto began = std::chrono::steady_clock::now();
    SqliteLibrary(path(), OpenMode::MustExist).erasures().erase(talk_, ErasureReason::Asked, {});
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    EXPECT_THAT(hits(), IsEmpty());
    int done = 0, not_begun = 0;
    for (int kill = 0; kill < kKills && !HasFailure(); ++kill) {
        lay_out();
        const auto after = whole * kill / kKills;
        kill_while_erasing(after);
        SqliteLibrary library(path(), OpenMode::MustExist);
        EXPECT_THAT(library.problems(), IsEmpty());
        EXPECT_TRUE(library.coding(kept_));
        const bool is_there = library.conversation(talk_).has_value();
        ++(is_there ? not_begun : done);
        EXPECT_EQ(library.erasures().tombstones().empty(), is_there);
        EXPECT_EQ(fs::exists(recording()), is_there);
        EXPECT_EQ(library.turns(talk_).size(), is_there ? 40U : 0U);
        EXPECT_EQ(hits().empty(), !is_there) << "killed after " << after.count() << " microseconds";
    }
    EXPECT_GT(done, 0);
    EXPECT_GT(not_begun, 0);
}

}  // namespace
}  // namespace library
