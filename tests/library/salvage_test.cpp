// What comes out of a damaged library file.
#include "library/salvage.h"

#include "base/error.h"
#include "codes/edits.h"
#include "library/child_process.h"
#include "library/clip_samples.h"
#include "library/samples.h"
#include "library/sqlite_library.h"
#include "library/table_shapes.h"
#include "support/shared_data.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <random>
#include <set>

namespace library {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::size_t kPage = 4096;
constexpr int kEvents = 250;

class Salvage : public testing::Test {
protected:
    Salvage() {
        SqliteLibrary library(path());
        id_ = samples::begin_coding(library);
        for (int at = 0; at < kEvents; ++at) {
            codes::Event event = samples::event(at);
            event.note = "noot " + std::to_string(at);
            library.apply(id_, codes::edits::added(event));
        }
        library.step(id_, Direction::Undo);
        library.set_turns(library.conversations()[0].id, std::vector<talk::Turn>(50), talk::TurnSource::Marked);
        Report report;
        report.coding = id_;
        report.language = "nl";
        report.content = std::string(20'000, 'c');
        report.pdf = std::string("%PDF\0pages", 10) + std::string(30'000, 'p');
        report.html = std::string(10'000, 'h');
        report_ = library.issue(report);
        library.set_setting("theme", "dark");
    }
    std::string path() const { return folder_.file("library.terugblik"); }
    std::string out() const { return folder_.file("salvaged.terugblik"); }

    static std::int64_t total(const std::vector<SalvagedTable>& tables, std::int64_t SalvagedTable::*what) {
        std::int64_t sum = 0;
        for (const SalvagedTable& table : tables) sum += table.*what;
        return sum;
    }
    static SalvagedTable of(const std::vector<SalvagedTable>& tables, const std::string& name) {
        for (const SalvagedTable& table : tables)
            if (table.table == name) return table;
        return {};
    }
    std::vector<SalvagedTable> salvaged() const {
        fs::remove(out());
        return salvage(path(), out());
    }
    std::string refusal() const {
        try {
            salvage(path(), out());
            return "salvaged";
        } catch (const base::Error& error) {
            return error.what();
        }
    }
    void change(const std::string& sql) const {
        SQLite::Database database(path(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA foreign_keys = OFF");
        for (const char* trigger : {"edit_is_kept", "codebook_is_kept", "report_is_kept"})
            database.exec(std::string("DROP TRIGGER ") + trigger);
        database.exec(sql);
    }
    std::vector<codes::Event> events_in(const std::string& file) const {
        return SqliteLibrary(file, OpenMode::MustExist).coding(id_).value().events;
    }

    support::TemporaryFolder folder_;
    base::Id id_;
    Report report_;
};

TEST_F(Salvage, KnowsWhatARowOfEachTableLooksLike) {
    SQLite::Database database(path(), SQLite::OPEN_READWRITE);
    EXPECT_EQ(kTableShapes.size(),
              static_cast<std::size_t>(
                  database
                      .execAndGet("SELECT COUNT(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                                  "AND name NOT LIKE 'sqlite_%' AND name <> 'total'")
                      .getInt()));
    for (const TableShape& shape : kTableShapes) {
        std::string types, expected;
        SQLite::Statement columns(database, fmt::format("SELECT type FROM pragma_table_info('{}')", shape.name));
        while (columns.executeStep()) types += columns.getColumn(0).getString() + " ";
        for (const char column : shape.columns)
            expected += column == 'b'                                               ? "BLOB "
                        : std::string_view("rin").find(column) != std::string::npos ? "INTEGER "
                                                                                    : "TEXT ";
        EXPECT_EQ(types, expected) << shape.name;
        const bool has_rowid =
            database.execAndGet(fmt::format("SELECT wr FROM pragma_table_list('{}')", shape.name)).getInt() == 0;
        EXPECT_EQ(has_rowid, shape.has_rowid) << shape.name;
    }
}

TEST_F(Salvage, OfAWholeLibraryIsTheSameLibrary) {
    const std::string before = support::read_file(path());
    const auto tables = salvaged();
    EXPECT_EQ(support::read_file(path()), before);
    EXPECT_EQ(total(tables, &SalvagedTable::lost), 0);
    EXPECT_EQ(total(tables, &SalvagedTable::restored), 0);
    EXPECT_EQ(of(tables, "event").kept, kEvents - 1);
    EXPECT_EQ(of(tables, "turn").kept, 50);
    const std::vector<codes::Event> events = events_in(path());
    SqliteLibrary library(out(), OpenMode::MustExist);
    EXPECT_THAT(library.problems(), IsEmpty());
    EXPECT_EQ(library.coding(id_)->events, events);
    EXPECT_EQ(library.report(report_.id)->pdf, report_.pdf);
    EXPECT_TRUE(library.step(id_, Direction::Redo));
    EXPECT_EQ(library.setting("theme"), "dark");
}

TEST_F(Salvage, ReadsTheLatestWorkFromTheJournal) {
    std::vector<codes::Event> events;
    {
        SqliteLibrary library(path());
        library.apply(id_, codes::edits::added(samples::event(9'999)));
        events = library.coding(id_)->events;
        for (const char* ending : {"", "-wal"}) fs::copy(path() + ending, folder_.file("copy.terugblik") + ending);
    }
    salvage(folder_.file("copy.terugblik"), out());
    EXPECT_EQ(events_in(out()), events);
}

// Whatever pages are gone: a code that stands on one that is not, in its table or in the log, is kept.
TEST_F(Salvage, KeepsEveryCodeOnAPageThatIsNotDamaged) {
    const std::vector<codes::Event> all = events_in(path());
    {
        SQLite::Database database(path(), SQLite::OPEN_READWRITE);
        database.exec("VACUUM");  // so that no page holds remains of rows that have moved away
    }
    const std::string whole = support::read_file(path());
    std::mt19937 random(20261122);
    int rounds_with_loss = 0, refused = 0;
    for (int round = 0; round < 40; ++round) {
        std::string damaged = whole;
        const std::size_t pages = whole.size() / kPage;
        for (std::size_t count = round == 0 ? 0 : 1 + random() % (pages / 3); count > 0; --count) {
            const std::size_t page = round % 4 == 1 ? random() % 2 : random() % pages;  // also the first ones
            for (std::size_t at = page * kPage; at < (page + 1) * kPage; ++at)
                damaged[at] = static_cast<char>(round % 2 == 0 ? 0x55 : random());
        }
        support::write_file(path(), damaged);
        std::set<std::string> standing;
        for (const codes::Event& event : all)
            if (damaged.find(event.id.text) != std::string::npos) standing.insert(event.id.text);
        try {
            const SqliteLibrary library(path(), OpenMode::MustExist);
        } catch (const base::Error& error) {
            EXPECT_THAT(error.what(), HasSubstr("--salvage"));
            ++refused;
        }
        support::write_file(path(), damaged);
        fs::remove(path() + "-wal");
        const auto tables = salvaged();
        EXPECT_EQ(support::read_file(path()), damaged);
        std::set<std::string> kept;
        SqliteLibrary library(out(), OpenMode::MustExist);
        for (const CodingSummary& summary : library.all_codings()) {
            const codes::Coding coding = library.coding(summary.id).value();
            for (const codes::Event& event : coding.events) kept.insert(event.id.text);
        }
        for (const std::string& event : standing) ASSERT_TRUE(kept.contains(event)) << "round " << round;
        ASSERT_EQ(of(tables, "event").kept, static_cast<std::int64_t>(kept.size()));
        for (const std::string& event : kept) ASSERT_TRUE(standing.contains(event)) << "made up, round " << round;
        rounds_with_loss += kept.size() < all.size() ? 1 : 0;
        library.apply(library.all_codings()[0].id, codes::edits::added(samples::event(1)));  // work goes on in it
    }
    EXPECT_GT(rounds_with_loss, 5);
    EXPECT_GT(refused, 20);
}

TEST_F(Salvage, BringsCodesBackFromTheLogOfEdits) {
    const std::vector<codes::Event> all = events_in(path());
    change("DELETE FROM event; VACUUM");
    const auto tables = salvaged();
    EXPECT_EQ(of(tables, "event").restored, kEvents - 1);
    EXPECT_EQ(of(tables, "event").lost, 0);
    EXPECT_EQ(events_in(out()), all);
    EXPECT_THAT(SqliteLibrary(out()).problems(), IsEmpty());
}

TEST_F(Salvage, OfALibraryOfVersion1IsALibraryOfToday) {
    fs::remove(path());
    SQLite::Database(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec(support::read_file(TERUGBLIK_SOURCE_DIR "/tests/library/version_1.sql"));
    const auto tables = salvaged();
    EXPECT_EQ(total(tables, &SalvagedTable::lost), 0);
    EXPECT_EQ(of(tables, "turn").kept, 4);
    EXPECT_EQ(of(tables, "coding").kept, 2);
    SqliteLibrary library(out(), OpenMode::MustExist);
    EXPECT_THAT(library.problems(), IsEmpty());
    EXPECT_EQ(library.search("stoppen", {}).size(), 1U);
}

// A migration leaves rows as they were written, with fewer columns.
TEST_F(Salvage, OfALibraryThatCameFromVersion1IsTheSameLibrary) {
    fs::remove(path());
    SQLite::Database(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec(support::read_file(TERUGBLIK_SOURCE_DIR "/tests/library/version_1.sql"));
    { const SqliteLibrary library(path()); }
    const auto tables = salvaged();
    EXPECT_EQ(of(tables, "coding").kept, 2);
    EXPECT_EQ(of(tables, "conversation").kept, 2);
    EXPECT_EQ(of(tables, "conversation").restored, 0);
    EXPECT_THAT(SqliteLibrary(out()).problems(), IsEmpty());
}

TEST_F(Salvage, KeepsTurnsAndFindsTheirWords) {
    {
        SqliteLibrary library(path());
        const base::Id talk = library.conversations()[0].id;
        talk::Turn turn;
        turn.text = "Eén woord";
        library.change_turns(talk, {{10, {}, turn}});
    }
    salvaged();
    SqliteLibrary library(out(), OpenMode::MustExist);
    EXPECT_THAT(library.problems(), IsEmpty());
    EXPECT_EQ(library.search("een", {}).at(0).turn, 10U);
    EXPECT_TRUE(library.step_turns(library.conversations()[0].id, Direction::Undo));
}

TEST_F(Salvage, KeepsClipsWithTheirThreadsAndSounds) {
    base::Id talk, spoken;
    {
        SqliteLibrary library(path());
        talk = library.conversations()[0].id;
        const codes::Clip clip = samples::clip(talk);
        library.clips().put(clip);
        const codes::Comment comment = samples::spoken(clip.id);
        spoken = comment.id;
        library.clips().put(comment, std::string("RIFF\0", 5));
    }
    const auto tables = salvaged();
    EXPECT_EQ(total(tables, &SalvagedTable::lost), 0);
    for (const char* table : {"clip", "comment", "comment_sound"}) EXPECT_EQ(of(tables, table).kept, 1) << table;
    EXPECT_EQ(of(tables, "clip_edit").kept, 2);
    SqliteLibrary library(out(), OpenMode::MustExist);
    EXPECT_THAT(library.problems(), IsEmpty());
    EXPECT_EQ(library.clips().of(talk).size(), 1U);
    EXPECT_EQ(library.clips().sound(spoken).size(), 5U);
    EXPECT_TRUE(library.clips().step(talk, Direction::Undo));
}

TEST_F(Salvage, BringsClipsBackFromTheirLog) {
    base::Id talk, clip;
    {
        SqliteLibrary library(path());
        talk = library.conversations()[0].id;
        codes::Clip made = samples::clip(talk);
        clip = made.id;
        library.clips().put(made);
        made.title = "later";
        library.clips().put(made);
        library.clips().put(samples::comment(clip), "");
        library.clips().put(samples::comment(clip), "");
    }
    change("DELETE FROM clip; DELETE FROM comment; VACUUM");
    const auto tables = salvaged();
    EXPECT_EQ(of(tables, "clip").restored, 1);
    EXPECT_EQ(of(tables, "comment").restored, 2);
    SqliteLibrary library(out(), OpenMode::MustExist);
    EXPECT_EQ(library.clips().find(clip)->title, "later");
    EXPECT_EQ(library.clips().comments(talk).size(), 2U);
    EXPECT_THAT(library.problems(), IsEmpty());
}

TEST_F(Salvage, ACommentWhoseClipIsLostGetsABareOne) {
    {
        SqliteLibrary library(path());
        const codes::Clip clip = samples::clip(library.conversations()[0].id);
        library.clips().put(clip);
        library.clips().put(samples::comment(clip.id), "");
    }
    change("DROP TRIGGER clip_edit_is_kept; DELETE FROM clip; DELETE FROM clip_edit; VACUUM");
    salvaged();
    SqliteLibrary library(out(), OpenMode::MustExist);
    EXPECT_THAT(library.problems(), IsEmpty());
    std::size_t comments = 0;
    for (const Conversation& talk : library.conversations()) comments += library.clips().comments(talk.id).size();
    EXPECT_EQ(comments, 1U);
}

TEST_F(Salvage, SaysHowManyRowsAreLost) {
    change(
        "DELETE FROM event; DELETE FROM edit WHERE number BETWEEN 11 AND 20; DELETE FROM turn WHERE number <= 5; "
        "VACUUM");
    const auto tables = salvaged();
    EXPECT_EQ(of(tables, "edit").lost, 10);
    EXPECT_EQ(of(tables, "event").lost, 10);
    EXPECT_EQ(of(tables, "turn").lost, 5);
    EXPECT_EQ(of(tables, "turn").kept, 45);
}

TEST_F(Salvage, GivesWhatRefersToALostRowAPlace) {
    const std::vector<codes::Event> all = events_in(path());
    change("DELETE FROM coding; DELETE FROM conversation; DELETE FROM codebook; VACUUM");
    const auto tables = salvaged();
    EXPECT_EQ(of(tables, "coding").restored, 1);
    EXPECT_EQ(of(tables, "conversation").restored, 2) << "the one the turns belong to, and one for the coding";
    EXPECT_EQ(events_in(out()), all);
    SqliteLibrary library(out());
    EXPECT_EQ(library.report(report_.id)->html, report_.html);
    library.apply(id_, codes::edits::added(samples::event(1)));
}

TEST_F(Salvage, LeavesDeletedRowsDeleted) {
    change("DELETE FROM edit; DELETE FROM event; DELETE FROM turn; UPDATE coding SET events = 0");
    const auto tables = salvaged();
    EXPECT_EQ(of(tables, "event").kept, 0);
    EXPECT_EQ(of(tables, "turn").kept, 0);
    EXPECT_THAT(events_in(out()), IsEmpty());
}

TEST_F(Salvage, RefusesWhatIsNoLibraryWhatIsOpenAndToReplaceAFile) {
    support::write_file(out(), "something");
    EXPECT_THAT(refusal(), HasSubstr("exists already"));
    EXPECT_EQ(support::read_file(out()), "something");
    fs::remove(out());
    {
        const SqliteLibrary library(path());
        EXPECT_THAT(refusal(), HasSubstr("open already"));
    }
    support::write_file(path(), std::string(50'000, 'x'));
    EXPECT_THAT(refusal(), HasSubstr("nothing of a library"));
    EXPECT_FALSE(fs::exists(out()));
    EXPECT_THAT(refusal(), HasSubstr(path()));
}

}  // namespace
}  // namespace library
