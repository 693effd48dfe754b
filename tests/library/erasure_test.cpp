// Erasing a conversation leaves a tombstone, and its words in no byte of any file.
#include "base/error.h"
#include "library/any_library.h"
#include "library/backup.h"
#include "library/erased_list.h"
#include "library/library_file.h"
#include "library/marked_library.h"
#include "library/row_erasing.h"
#include "library/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <gmock/gmock.h>

namespace library {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

class Erasure : public LibraryFile {
protected:
    std::string folder() const { return folder_.path(); }
    std::vector<std::string> hits() const { return marked::files_with_word(folder()); }
};

template <class Adapter>
class AnyErasure : public AnyLibrary<Adapter> {};
TYPED_TEST_SUITE(AnyErasure, Adapters, AdapterNames);

TYPED_TEST(AnyErasure, LeavesATombstoneAndTheOtherConversations) {
    Library& library = this->library();
    const base::Id talk = marked::add(library, "/videos/a.mp4");
    const base::Id kept = samples::begin_coding(library);
    library.change_turns(library.coding(kept)->conversation, {{0, {}, talk::Turn{}}});
    const WhatGoes goes = library.erasures().what_goes(talk);
    EXPECT_EQ(goes.codings, 1);
    EXPECT_EQ(goes.reports, 1);
    EXPECT_EQ(goes.turns, 40);
    EXPECT_EQ(goes.clips, 1);
    EXPECT_THAT(goes.other_files, UnorderedElementsAre("/videos/a.mp4"));
    EXPECT_THAT(goes.gone_out, UnorderedElementsAre(marked::with_word("/media/stick/")));
    library.erasures().erase(talk, ErasureReason::Withdrawn, {});

    Library& again = this->reopened();
    EXPECT_FALSE(again.conversation(talk));
    EXPECT_EQ(again.conversations().size(), 1U);
    EXPECT_EQ(again.all_codings().size(), 1U);
    EXPECT_TRUE(again.search(marked::kWord, {}).empty());
    EXPECT_FALSE(again.consents().of(talk));
    EXPECT_TRUE(again.retention().chosen().empty());
    EXPECT_THAT(again.clips().everything(talk).comments, IsEmpty());
    EXPECT_THAT(again.goals().everything(talk), IsEmpty());
    EXPECT_THAT(again.reviews().everything(talk), IsEmpty());
    ASSERT_EQ(again.erasures().tombstones().size(), 1U);
    EXPECT_EQ(again.erasures().tombstones()[0].conversation, talk);
    EXPECT_EQ(again.erasures().tombstones()[0].reason, ErasureReason::Withdrawn);
    const std::vector<AccessEntry> seen = again.access_log().entries(talk);
    ASSERT_EQ(seen.size(), 3U);
    EXPECT_EQ(seen.back().verb, "erased");
    EXPECT_FALSE(seen[1].detail);
    EXPECT_EQ(chain_problem(again.access_log().entries({}), again.access_log().head()), "");

    Conversation same = samples::conversation();
    same.id = talk;
    EXPECT_THROW(again.add(same), base::Error) << "an erased one does not come back";
    EXPECT_THROW(again.erasures().erase(talk, ErasureReason::Asked, {}), base::Error);
    EXPECT_FALSE(again.step_conversations(Direction::Redo));
    EXPECT_TRUE(again.step_conversations(Direction::Undo)) << "that of the other";
}

TEST_F(Erasure, LeavesItsWordsInNoByteOfAnyFile) {
    for (const bool is_removed : {false, true}) {
        const std::string recording = marked::own_recording(path());
        base::Id talk;
        {
            SqliteLibrary library(path());
            talk = marked::add(library, recording);
            fs::remove_all(backup_folder(path()));
            library.rotate_backups();
            if (is_removed) library.remove(talk);
        }
        SqliteLibrary library(path());
        EXPECT_THAT(hits(), Not(IsEmpty())) << "the search finds what is there";
        EXPECT_EQ(library.erasures().what_goes(talk).backups, 1);
        const std::string thumbnail = file("thumbnail.ppm");
        std::ofstream(thumbnail) << marked::with_word("P6");
        library.erasures().erase(talk, ErasureReason::Asked, {thumbnail});
        EXPECT_THAT(hits(), IsEmpty());
        EXPECT_FALSE(fs::exists(recording));
        EXPECT_THAT(library.problems(), IsEmpty());
    }
    for (const std::string& backup : backups_of(path())) {
        SqliteLibrary library(backup, OpenMode::MustExist);
        EXPECT_THAT(library.problems(), IsEmpty()) << backup;
        EXPECT_EQ(library.codebooks().size(), 1U);
    }
    EXPECT_THAT(hits(), IsEmpty());
}

TEST_F(Erasure, ReachesEveryTableThatBelongsToAConversation) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    create_tables(database, current_schema());
    const std::vector<std::string> reached = tables_of_conversation(database);
    // What is not reached has nothing of a client in it; a new table is either reached or thought about here.
    const std::vector<std::string> others = {"codebook",       "milestone",   "setting", "tombstone", "access_entry",
                                             "file_to_delete", "access_head", "person",  "standing",  "package"};
    SQLite::Statement tables(database,
                             "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT "
                             "LIKE 'sqlite_%'");
    while (tables.executeStep()) {
        const std::string name = tables.getColumn(0).getString();
        const bool is_other = std::find(others.begin(), others.end(), name) != others.end();
        EXPECT_EQ(std::count(reached.begin(), reached.end(), name), is_other ? 0 : 1) << name;
    }
}

TEST_F(Erasure, IsAppliedAgainWhenAnOlderCopyIsPutBack) {
    base::Id talk;
    {
        SqliteLibrary library(path());
        talk = marked::add(library, marked::own_recording(path()));
        library.backup(file("elsewhere.terugblik"));
        library.erasures().erase(talk, ErasureReason::Asked, {});
        EXPECT_THAT(library.erasures().tombstones(), testing::SizeIs(1));
    }
    fs::remove(path());
    fs::rename(file("elsewhere.terugblik"), path());
    EXPECT_THAT(hits(), Contains(path()));
    SqliteLibrary library(path(), OpenMode::MustExist);
    EXPECT_THAT(library.warnings(), IsEmpty());
    EXPECT_FALSE(library.conversation(talk));
    EXPECT_THAT(hits(), IsEmpty());
    EXPECT_THAT(library.problems(), IsEmpty());
    EXPECT_EQ(library.erasures().tombstones().at(0).conversation, talk);
}

TEST_F(Erasure, IsAppliedToACopyUnderAnotherNameInTheSameFolder) {
    SqliteLibrary(path()).backup(file("before.terugblik"));
    base::Id talk;
    {
        SqliteLibrary library(path());
        talk = marked::add(library, "/videos/a.mp4");
        library.backup(file("copy.terugblik"));
        library.erasures().erase(talk, ErasureReason::Asked, {});
    }
    EXPECT_FALSE(SqliteLibrary(file("copy.terugblik")).conversation(talk));
    EXPECT_THAT(hits(), IsEmpty());
}

TEST_F(Erasure, IgnoresLinesOfTheListThatAreDamaged) {
    base::Id kept;
    {
        SqliteLibrary library(path());
        kept = library.coding(samples::begin_coding(library))->conversation;
    }
    std::ofstream(erased_list_of(path())) << "\xff\xfe nonsense\n"
                                          << kept.text << "\n\n12 13 14\n';DROP TABLE x -- 1 asked\n";
    SqliteLibrary library(path());
    EXPECT_TRUE(library.conversation(kept));
    EXPECT_TRUE(library.erasures().tombstones().empty());
}

TEST_F(Erasure, ReportsWhatCouldNotBeDeletedAndTriesAgain) {
    const std::string folder = file("full");
    fs::create_directories(folder + "/not empty");
    {
        SqliteLibrary library(path());
        const base::Id talk = marked::add(library, "/videos/a.mp4");
        EXPECT_THROW(library.erasures().erase(talk, ErasureReason::Asked, {folder}), base::Error);
        EXPECT_FALSE(library.conversation(talk));
        EXPECT_THAT(hits(), IsEmpty()) << "the rest is gone";
    }
    EXPECT_THAT(SqliteLibrary(path()).warnings(), testing::SizeIs(1));
    fs::remove(folder + "/not empty");
    EXPECT_THAT(SqliteLibrary(path()).warnings(), IsEmpty());
    EXPECT_FALSE(fs::exists(folder));
}

TEST_F(Erasure, IsTheOnlyThingThatLetsGoOfReportsAndLogs) {
    const base::Id talk = [&] {
        SqliteLibrary library(path());
        const base::Id other = marked::add(library, "/videos/b.mp4");
        const base::Id kept = marked::add(library, "/videos/a.mp4");
        library.erasures().erase(other, ErasureReason::Asked, {});
        return kept;
    }();
    SQLite::Database database(path(), SQLite::OPEN_READWRITE);
    for (const char* sql :
         {"DELETE FROM report", "DELETE FROM edit", "DELETE FROM turn_edit", "DELETE FROM access_entry",
          "DELETE FROM access_detail", "DELETE FROM tombstone", "DELETE FROM codebook", "UPDATE report SET html = ''",
          "UPDATE access_entry SET who = 'x'", "UPDATE access_detail SET detail = 'x'",
          "UPDATE tombstone SET reason = 'asked', erased_ms = 1"})
        EXPECT_THROW(database.exec(sql), SQLite::Exception) << sql;
    SQLite::Statement come_back(
        database,
        "INSERT INTO conversation SELECT (SELECT conversation FROM tombstone), title, trainee, "
        "date, kind, language, change_goal, remarks, tags, created_ms, last_position_us, removed, "
        "turns, turn_source FROM conversation WHERE id = ?");
    come_back.bind(1, talk.text);
    EXPECT_THROW(come_back.exec(), SQLite::Exception);
}

TEST_F(Erasure, OfALibraryOfVersion1ReachesTheBackupMadeBeforeItsMigration) {
    {
        SQLite::Database database(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec(support::read_file(TERUGBLIK_SOURCE_DIR "/tests/library/version_1.sql"));
    }
    SqliteLibrary library(path(), OpenMode::MustExist);
    const base::Id talk = library.coding(library.all_codings().at(1).id)->conversation;
    EXPECT_GE(library.erasures().what_goes(talk).backups, 1);
    library.erasures().erase(talk, ErasureReason::Asked, {});
    EXPECT_EQ(marked::files_with_word(folder(), "één").size(), 0U);
    for (const std::string& backup : backups_of(path())) {
        SQLite::Database old(backup, SQLite::OPEN_READONLY);
        EXPECT_FALSE(has_conversation(old, talk)) << backup;
        EXPECT_EQ(old.execAndGet("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'report_is_kept'").getInt(), 1);
    }
}

}  // namespace
}  // namespace library
