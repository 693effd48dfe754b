#include "base/paths.h"

#include "base/error.h"
#include "support/shared_data.h"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

// A variable of the environment for one test; empty means not set.
class Variable {
public:
    Variable(const char* name, const std::string& value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        set(value);
    }
    ~Variable() { set(before_); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    void set(const std::string& value) { value.empty() ? unsetenv(name_) : setenv(name_, value.c_str(), 1); }

    const char* name_;
    std::string before_;
};

}  // namespace

TEST(Paths, ThePersonsFilesLieInTheXdgFoldersAndAreHersAlone) {
    const support::TemporaryFolder folder;
    const Variable data("XDG_DATA_HOME", folder.file("data"));
    const Variable cache("XDG_CACHE_HOME", folder.file("cache"));
    EXPECT_EQ(base::data_folder(), folder.file("data/terugblik"));
    EXPECT_EQ(base::cache_folder(), folder.file("cache/terugblik"));
    EXPECT_EQ(base::default_library_path(), folder.file("data/terugblik/library.terugblik"));
    EXPECT_EQ(fs::status(base::data_folder()).permissions(), fs::perms::owner_all);
}

TEST(Paths, AFolderThatIsSharedOnPurposeStaysShared) {
    const support::TemporaryFolder folder;
    const Variable data("XDG_DATA_HOME", folder.path());
    base::data_folder();
    fs::permissions(folder.file("terugblik"), fs::perms::owner_all | fs::perms::group_all);
    base::data_folder();
    EXPECT_EQ(fs::status(folder.file("terugblik")).permissions(), fs::perms::owner_all | fs::perms::group_all);
}

TEST(Paths, WithoutXdgFoldersTheHomeFolderServes) {
    const support::TemporaryFolder folder;
    const Variable home("HOME", folder.path());
    const Variable data("XDG_DATA_HOME", "");
    const Variable cache("XDG_CACHE_HOME", "not/absolute");  // the standard says: ignore it
    EXPECT_EQ(base::data_folder(), folder.file(".local/share/terugblik"));
    EXPECT_EQ(base::cache_folder(), folder.file(".cache/terugblik"));
}

TEST(Paths, AFolderThatCannotBeMadeIsNamed) {
    const support::TemporaryFolder folder;
    support::write_file(folder.file("in-the-way"), "");
    const Variable data("XDG_DATA_HOME", folder.file("in-the-way"));
    try {
        base::data_folder();
        FAIL() << "no error";
    } catch (const base::Error& error) {
        EXPECT_NE(std::string(error.what()).find(folder.file("in-the-way/terugblik")), std::string::npos);
    }
}

TEST(Paths, AnAssetIsTakenFromTheNamedFolderFirst) {
    const support::TemporaryFolder folder;
    EXPECT_EQ(base::asset("locale/nl.po"), std::string(TERUGBLIK_SOURCE_DIR) + "/assets/locale/nl.po");
    fs::create_directories(folder.file("locale"));
    support::write_file(folder.file("locale/nl.po"), "");
    const Variable assets("TERUGBLIK_ASSETS", folder.path());
    EXPECT_EQ(base::asset("locale/nl.po"), folder.file("locale/nl.po"));
}

TEST(Paths, AMissingAssetIsNamed) {
    EXPECT_THROW(base::asset("codebooks/none.json"), base::Error);
}

TEST(Paths, TheMediaWorkerLiesBesideTheProgramUnlessNamed) {
    EXPECT_EQ(fs::path(base::media_worker_program()).parent_path(), base::executable_folder());
    EXPECT_TRUE(fs::exists(base::media_worker_program()));
    const Variable worker("TERUGBLIK_MEDIA_WORKER", "elsewhere/worker");
    EXPECT_EQ(base::media_worker_program(), "elsewhere/worker");
}
