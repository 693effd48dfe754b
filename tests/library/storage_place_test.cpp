// Places where a library is not safe.
#include "library/storage_place.h"

#include "library/library_file.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <unistd.h>

namespace library {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(StoragePlace, NetworkDrivesAreKnownByTheirKind) {
    for (const long type : {0x6969L, 0xFE534D42L, 0xFF534D42L, 0x517BL, 0x65735546L, 0x01021997L}) {
        EXPECT_NE(network_drive(type), "") << type;
    }
    EXPECT_EQ(network_drive(static_cast<int>(0xFF534D42)), "SMB");
    for (const long type : {0xEF53L, 0x9123683EL, 0x58465342L, 0x01021994L}) EXPECT_EQ(network_drive(type), "");
}

TEST(StoragePlace, SynchronisedFoldersAreKnownByTheirNames) {
    EXPECT_EQ(synchronised_by("/home/a/Dropbox/x/l.terugblik"), "Dropbox");
    EXPECT_EQ(synchronised_by("/home/a/Dropbox (Praktijk)/l.terugblik"), "Dropbox");
    EXPECT_EQ(synchronised_by("/home/a/OneDrive - Universiteit/l.terugblik"), "OneDrive");
    EXPECT_EQ(synchronised_by("/home/a/Nextcloud/l.terugblik"), "Nextcloud");
    EXPECT_EQ(synchronised_by("/home/a/Documents/dropbox.terugblik"), "");
}

TEST(StoragePlace, ALibraryThereOpensWithAWarning) {
    const support::TemporaryFolder folder;
    fs::create_directory(folder.file("Nextcloud"));
    const SqliteLibrary library(folder.file("Nextcloud/l.terugblik"));
    EXPECT_THAT(library.warnings(), testing::ElementsAre(HasSubstr("Nextcloud")));
}

TEST(StoragePlace, ASecondNameOfTheFileIsWarnedOf) {
    const support::TemporaryFolder folder;
    { const SqliteLibrary library(folder.file("a")); }
    fs::create_hard_link(folder.file("a"), folder.file("b"));
    EXPECT_THAT(SqliteLibrary(folder.file("a")).warnings(), testing::ElementsAre(HasSubstr("hard link")));
}

}  // namespace
}  // namespace library
