// The library as a file: who may open it, what is checked before it is touched, backups and migration.
#include "library/sqlite_library.h"

#include "base/error.h"
#include "codes/edits.h"
#include "library/backup.h"
#include "library/library_file.h"
#include "library/samples.h"
#include "library/schema.h"
#include "library/storage_place.h"
#include "support/shared_data.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <filesystem>
#include <functional>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

namespace library {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST_F(LibraryFile, IsMarkedAsOursAndOnlyItsUserMayReadIt) {
    make();
    SQLite::Database database(path());
    EXPECT_EQ(database.execAndGet("PRAGMA application_id").getInt(), kApplicationId);
    EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), current_schema().version);
    EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
    EXPECT_EQ(database
                  .execAndGet("SELECT COUNT(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                              "AND strict = 0 AND name NOT LIKE 'sqlite_%'")
                  .getInt(),
              0);
    EXPECT_EQ(fs::status(path()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(LibraryFile, LeavesNothingBesideItWhenClosedButItsBackups) {
    make();
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path())) names.push_back(entry.path().filename());
    EXPECT_THAT(names, testing::UnorderedElementsAre("library.terugblik", "backups"));
}

TEST_F(LibraryFile, ASecondOpeningInThisProgramIsRefusedAndHarmsNothing) {
    const base::Id id = make();
    const support::ChildProcess other(opens_when_told());
    SqliteLibrary library(path());
    EXPECT_THAT(refusal(path()), AllOf(HasSubstr(path()), HasSubstr(std::to_string(getpid()))));
    library.apply(id, codes::edits::added(samples::event(99)));
    // The refusal must not have dropped the lock that keeps other programs away.
    other.line().say("open");
    EXPECT_THAT(other.line().hear(), HasSubstr("open already"));
}

TEST_F(LibraryFile, ASecondProgramIsToldWhoHasItSinceWhen) {
    make();
    const support::ChildProcess other(opens_when_told());
    const SqliteLibrary library(path());
    other.line().say("open");
    const std::string said = other.line().hear();
    std::array<char, 256> host{};
    gethostname(host.data(), host.size() - 1);
    EXPECT_THAT(said, AllOf(HasSubstr(path()), HasSubstr(std::to_string(getpid())), HasSubstr(host.data()),
                            HasSubstr("since 20")));
}

TEST_F(LibraryFile, ANoteOfAProgramThatIsGoneBlocksNobody) {
    make();
    for (const char* note :
         {R"({"user":"x","host":"elsewhere","process":1,"since":"2026-01-01T00:00:00+01:00"})", "not a note", ""}) {
        support::write_file(path() + "-owner", note);
        EXPECT_EQ(refusal(path()), "opened");
    }
    EXPECT_FALSE(fs::exists(path() + "-owner"));
}

TEST_F(LibraryFile, OfEightProgramsThatOpenItAtOnceExactlyOneGetsIt) {
    make();
    for (int round = 0; round < 10; ++round) {
        std::vector<std::unique_ptr<support::ChildProcess>> children;
        for (int child = 0; child < 8; ++child) {
            children.push_back(std::make_unique<support::ChildProcess>([this](const support::Line& line) {
                try {
                    const SqliteLibrary library(path());
                    line.say("opened");
                    line.hear();  // keeps it until told to end
                } catch (const base::Error& error) {
                    line.say(error.what());
                }
            }));
        }
        int opened = 0;
        for (auto& child : children) opened += child->line().hear() == "opened" ? 1 : 0;
        EXPECT_EQ(opened, 1);
        for (auto& child : children) child->line().say("end");
    }
}

TEST_F(LibraryFile, WhatIsNoLibraryIsRefusedAndLeftAsItIs) {
    support::write_file(file("text"), std::string(5000, 'x'));
    support::write_file(file("short"), "SQLite");
    {
        SQLite::Database other(file("other"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    }
    for (const char* name : {"text", "short", "other"}) {
        const std::string before = support::read_file(file(name));
        EXPECT_THAT(refusal(file(name)), AllOf(HasSubstr(file(name)), HasSubstr("Terugblik library"))) << name;
        EXPECT_EQ(support::read_file(file(name)), before);
    }
    EXPECT_THAT(refusal(folder_.path()), HasSubstr("not a file"));
    EXPECT_THAT(refusal(file("none"), OpenMode::MustExist), HasSubstr("no library"));
    EXPECT_THAT(refusal(file("nowhere/x.terugblik")), HasSubstr("folder"));
    EXPECT_FALSE(fs::exists(file("none")));
}

TEST_F(LibraryFile, AnEmptyFileBecomesALibraryOnlyWhenItMay) {
    support::write_file(file("empty"), "");
    EXPECT_THAT(refusal(file("empty"), OpenMode::MustExist), HasSubstr("not a Terugblik library"));
    EXPECT_EQ(refusal(file("empty")), "opened");
}

TEST_F(LibraryFile, AJournalWithoutItsLibraryIsNotPlayedIntoANewOne) {
    support::write_file(path() + "-wal", std::string(100, 'w'));
    EXPECT_THAT(refusal(path()), HasSubstr("-wal"));
    EXPECT_FALSE(fs::exists(path()));
}

TEST_F(LibraryFile, ANewerVersionIsRefusedAndLeftAsItIs) {
    make();
    SQLite::Database(path(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 7");
    const std::string before = support::read_file(path());
    EXPECT_THAT(refusal(path()), AllOf(HasSubstr("newer"), HasSubstr("7")));
    EXPECT_EQ(support::read_file(path()), before);
}

TEST_F(LibraryFile, AFolderThatCannotBeWrittenToIsNamed) {
    make();
    if (geteuid() != 0) {
        chmod(folder_.path().c_str(), 0500);
        EXPECT_THAT(refusal(path()), HasSubstr("cannot be written to"));
        chmod(folder_.path().c_str(), 0700);
        return;
    }
    chmod(folder_.path().c_str(), 0755);
    chmod(path().c_str(), 0644);
    const auto as_nobody = [&](const std::string& which) {
        const support::ChildProcess nobody([&](const support::Line& line) {
            line.say(seteuid(65534) == 0 ? refusal(which) : "cannot become nobody");
        });
        return nobody.line().hear();
    };
    EXPECT_THAT(as_nobody(path()), AllOf(HasSubstr(path()), HasSubstr("cannot be written to")));
    EXPECT_THAT(as_nobody(file("new.terugblik")), HasSubstr("cannot be written to"));
    chmod(path().c_str(), 0600);
    EXPECT_THAT(as_nobody(path()), HasSubstr(path()));
    EXPECT_EQ(refusal(path()), "opened");
}

TEST_F(LibraryFile, ReportsAndCodebooksCannotBeChangedFromOutsideUnnoticed) {
    const base::Id id = make();
    {
        SqliteLibrary library(path());
        Report report;
        report.coding = id;
        report.language = "nl";
        report.content = "{}";
        library.issue(report);
        EXPECT_THAT(library.problems(), IsEmpty());
    }
    {
        SQLite::Database database(path(), SQLite::OPEN_READWRITE);
        for (const char* change :
             {"UPDATE report SET content = '{ }'", "DELETE FROM report", "DELETE FROM edit",
              "UPDATE edit SET change = '{}'", "UPDATE codebook SET json = '{}'", "DELETE FROM codebook"}) {
            EXPECT_THROW(database.exec(change), SQLite::Exception) << change;
        }
        database.exec("DROP TRIGGER report_is_frozen; UPDATE report SET content = '{ }'");
    }
    EXPECT_THAT(SqliteLibrary(path()).problems(), testing::ElementsAre(HasSubstr("Report")));
}

TEST_F(LibraryFile, ACodingThatWasChangedBesideItsEditsIsReported) {
    for (const char* change : {"UPDATE event SET note = 'x' WHERE at_us = 0", "DELETE FROM event WHERE at_us = 0",
                               "UPDATE coding SET events = 3", "UPDATE coding SET feedback = '{}'"}) {
        fs::remove(path());
        make();
        SQLite::Database(path(), SQLite::OPEN_READWRITE).exec(change);
        EXPECT_THAT(SqliteLibrary(path()).problems(), Not(IsEmpty())) << change;
    }
}

TEST_F(LibraryFile, IsBackedUpOncePerDayAndTheNewestFewAreKept) {
    make();
    fs::create_directories(file("backups"));
    for (int day = 1; day <= 9; ++day) {
        support::write_file(file("backups/library-2020-01-0" + std::to_string(day) + ".terugblik"), "old");
    }
    support::write_file(file("backups/library-mine.terugblik"), "kept");
    support::write_file(file("backups/other-2019-01-01.terugblik"), "of another library");
    for (int again = 0; again < 3; ++again) {
        SqliteLibrary library(path());
        library.rotate_backups();
    }
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(file("backups"))) names.push_back(entry.path().filename());
    const std::string today = "library-" + base::to_iso8601(base::now()).substr(0, 10) + ".terugblik";
    EXPECT_THAT(names,
                testing::UnorderedElementsAre(today, "library-2020-01-06.terugblik", "library-2020-01-07.terugblik",
                                              "library-2020-01-08.terugblik", "library-2020-01-09.terugblik",
                                              "library-mine.terugblik", "other-2019-01-01.terugblik"));
}

TEST_F(LibraryFile, ABackupMadeDuringUseIsAWholeLibrary) {
    const base::Id id = make();
    SqliteLibrary library(path());
    library.apply(id, codes::edits::added(samples::event(50)));
    library.backup(file("copy.terugblik"));
    library.apply(id, codes::edits::added(samples::event(60)));
    SqliteLibrary copy(file("copy.terugblik"), OpenMode::MustExist);
    EXPECT_EQ(copy.coding(id)->events.size(), 11U);
    EXPECT_THAT(copy.problems(), IsEmpty());
    EXPECT_TRUE(copy.step(id, Direction::Undo));
}

TEST_F(LibraryFile, ABackupReplacesNoFileAndLeavesNoHalfOne) {
    make();
    SqliteLibrary library(path());
    support::write_file(file("thesis.doc"), "years of work");
    EXPECT_THROW(library.backup(file("thesis.doc")), base::Error);
    EXPECT_EQ(support::read_file(file("thesis.doc")), "years of work");
    EXPECT_THROW(library.backup(path()), base::Error);
    EXPECT_THROW(library.backup(file("nowhere/copy.terugblik")), base::Error);
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
        EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr("terugblik-backup")));
    }
}

TEST_F(LibraryFile, ACodingOfTenThousandEventsLoadsInFull) {
    SqliteLibrary library(path());
    const base::Id talk = library.coding(samples::begin_coding(library))->conversation;
    codes::Coding coding = samples::coding(talk);
    for (int at = 0; at < 10'000; ++at) coding.events.push_back(samples::event(at * 0.3));
    library.add(coding);
    EXPECT_EQ(library.coding(coding.id)->events, coding.events);
}

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
