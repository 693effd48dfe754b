#include "base/owned_fd.h"

#include "base/error.h"
#include "support/shared_data.h"

#include <fcntl.h>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

using base::open_for_reading;
using base::OwnedFd;
using testing::HasSubstr;
using testing::ThrowsMessage;

namespace {

// The test's own user, or for root a user without rights.
class NobodyInParticular {
public:
    NobodyInParticular() {
        if (::geteuid() == 0 && ::seteuid(65534) != 0) ADD_FAILURE() << "cannot become another user";
    }
    ~NobodyInParticular() {
        if (::getuid() == 0 && ::seteuid(0) != 0) ADD_FAILURE() << "cannot become root again";
    }
    NobodyInParticular(const NobodyInParticular&) = delete;
    NobodyInParticular& operator=(const NobodyInParticular&) = delete;
};

bool is_open(int fd) {
    return ::fcntl(fd, F_GETFD) != -1;
}

}  // namespace

TEST(OwnedFd, ClosesItself) {
    int number = -1;
    {
        const OwnedFd fd(::open("/dev/null", O_RDONLY));
        number = fd.get();
        EXPECT_TRUE(is_open(number));
    }
    EXPECT_FALSE(is_open(number));
}

TEST(OwnedFd, HasOneOwnerAtATime) {
    OwnedFd first(::open("/dev/null", O_RDONLY));
    const int number = first.get();
    OwnedFd second(std::move(first));
    EXPECT_FALSE(first);  // NOLINT(bugprone-use-after-move): this is what is tested
    EXPECT_EQ(second.get(), number);
    second = OwnedFd();
    EXPECT_FALSE(is_open(number));
}

TEST(OwnedFd, ADuplicateIsIndependent) {
    OwnedFd first(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const OwnedFd second = first.duplicate();
    first = OwnedFd();
    EXPECT_TRUE(is_open(second.get()));
    EXPECT_TRUE(::fcntl(second.get(), F_GETFD) & FD_CLOEXEC);
    EXPECT_THROW((void)first.duplicate(), base::Error);
}

TEST(OpenForReading, GivesAFileThatNoOtherProgramInherits) {
    const support::TemporaryFolder folder;
    support::write_file(folder.file("a"), "x");
    const OwnedFd file = open_for_reading(folder.file("a"));
    EXPECT_TRUE(::fcntl(file.get(), F_GETFD) & FD_CLOEXEC);
    char read = 0;
    EXPECT_EQ(::read(file.get(), &read, 1), 1);
    EXPECT_EQ(read, 'x');
}

TEST(OpenForReading, SaysWhatIsWrongWithWhichFile) {
    const support::TemporaryFolder folder;
    const std::string missing = folder.file("missing.mp4");
    EXPECT_THAT([&] { open_for_reading(missing); }, ThrowsMessage<base::Error>(HasSubstr(missing)));
    EXPECT_THAT([&] { open_for_reading(folder.path()); }, ThrowsMessage<base::Error>(HasSubstr("is not a file")));
    EXPECT_THAT([&] { open_for_reading(folder.file("")); }, ThrowsMessage<base::Error>(HasSubstr(folder.path())));
}

TEST(OpenForReading, IsNotHeldUpByAPipe) {
    const support::TemporaryFolder folder;
    ASSERT_EQ(::mkfifo(folder.file("pipe.mp4").c_str(), 0600), 0);
    EXPECT_THROW(open_for_reading(folder.file("pipe.mp4")), base::Error);
}

TEST(OpenForReading, SaysWhenTheFileIsNotYours) {
    const support::TemporaryFolder folder;
    support::write_file(folder.file("a"), "x");
    ::chmod(folder.file("a").c_str(), 0);
    const NobodyInParticular nobody;  // root may read everything
    EXPECT_THAT([&] { open_for_reading(folder.file("a")); }, ThrowsMessage<base::Error>(HasSubstr("not allowed")));
}
