#include "base/whole_file.h"

#include "base/error.h"
#include "support/shared_data.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

using base::read_whole_file;
using base::write_whole_file;
using testing::HasSubstr;
using testing::ThrowsMessage;

namespace {

namespace fs = std::filesystem;

std::size_t files_in(const std::string& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST(WholeFile, IsReadBackAsItWasWritten) {
    const support::TemporaryFolder folder;
    const std::string bytes = std::string("één\0\r\n", 8) + std::string(200'000, 'x');
    write_whole_file(folder.file("a"), bytes);
    EXPECT_EQ(read_whole_file(folder.file("a"), 1 << 20), bytes);
    write_whole_file(folder.file("a"), "");
    EXPECT_EQ(read_whole_file(folder.file("a"), 1 << 20), "");
    EXPECT_EQ(files_in(folder.path()), 1u);  // nothing temporary stays
}

TEST(WholeFile, LargerThanTheLimitIsRefused) {
    const support::TemporaryFolder folder;
    support::write_file(folder.file("a"), std::string(101, 'x'));
    EXPECT_EQ(read_whole_file(folder.file("a"), 101).size(), 101u);
    EXPECT_THAT([&] { (void)read_whole_file(folder.file("a"), 100); },
                ThrowsMessage<base::Error>(HasSubstr(folder.file("a"))));
}

TEST(WholeFile, ThatCannotBeWrittenIsNamedAndLeavesTheOldOne) {
    const support::TemporaryFolder folder;
    const std::string nowhere = folder.file("missing/report.pdf");
    EXPECT_THAT([&] { write_whole_file(nowhere, "x"); }, ThrowsMessage<base::Error>(HasSubstr(nowhere)));
    EXPECT_THROW(write_whole_file(folder.path(), "x"), base::Error);
    EXPECT_EQ(files_in(folder.path()), 0u);
}

TEST(WholeFile, HasTheRightsThatNewFilesHave) {
    const support::TemporaryFolder folder;
    const mode_t before = ::umask(027);
    write_whole_file(folder.file("a"), "x");
    ::umask(before);
    struct stat status {};
    ASSERT_EQ(::stat(folder.file("a").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0640u);
}

TEST(WholeFile, BehindALinkIsReplacedAndTheLinkStays) {
    const support::TemporaryFolder folder;
    support::write_file(folder.file("a"), "old");
    fs::create_symlink(folder.file("a"), folder.file("link"));
    write_whole_file(folder.file("link"), "new");
    EXPECT_EQ(support::read_file(folder.file("a")), "new");
    EXPECT_TRUE(fs::is_symlink(folder.file("link")));
}

TEST(WholeFile, IntoADeviceIsWrittenThrough) {
    EXPECT_NO_THROW(write_whole_file("/dev/null", "x"));
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}
