// Libraries of older and newer versions, and an index that must agree with what it indexes.
#include "library/backup.h"
#include "library/clip_samples.h"
#include "library/library_file.h"
#include "library/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <numeric>

namespace library {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class LibraryVersions : public LibraryFile {};
class LibraryIndex : public LibraryFile {};

// A library that this version of the program wrote, row for row.
void write_version(int version, const std::string& path) {
    SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(support::read_file(fmt::format("{}/tests/library/version_{}.sql", TERUGBLIK_SOURCE_DIR, version)));
}

std::string shape_of(SQLite::Database& database) {
    std::string shape;
    SQLite::Statement parts(database, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name");
    while (parts.executeStep()) shape += parts.getColumn(0).getString() + "\n";
    return shape;
}

TEST_F(LibraryVersions, ALibraryOfVersion1IsBackedUpAndBroughtUpToDate) {
    write_version(1, path());
    base::Id id;
    {
        SqliteLibrary library(path(), OpenMode::MustExist);
        EXPECT_THAT(library.problems(), IsEmpty());
        const std::vector<CodingSummary> codings = library.all_codings();
        ASSERT_EQ(codings.size(), 2U);
        id = codings[1].id;
        EXPECT_EQ(codings[1].coder, "Marit");
        const codes::CountedCodings counted = library.counted_codings("sample");
        ASSERT_EQ(counted.codings.size(), 2U);
        const codes::Totals& totals = counted.codings[0].totals;
        EXPECT_EQ(std::accumulate(totals.counts.begin(), totals.counts.end(), 0,
                                  [](int sum, const auto& count) { return sum + count.second; }),
                  library.coding(counted.codings[0].coding)->events.size());
        EXPECT_EQ(codings[1].active, base::Time{});
        const codes::Coding coding = library.coding(id).value();
        ASSERT_EQ(coding.events.size(), 4U);
        EXPECT_EQ(coding.events[1].end, base::seconds(14));
        EXPECT_EQ(coding.events[1].note, "“één”");
        EXPECT_EQ(coding.ratings.at("partnership"), 4);
        EXPECT_EQ(library.coding(codings[0].id)->feedback.next_step, "doorvragen");
        EXPECT_EQ(library.reports(id).size(), 1U);
        const base::Id talk = coding.conversation;
        ASSERT_EQ(library.turns(talk).size(), 3U);
        EXPECT_EQ(library.turns(talk)[1].text, "Mm.");
        EXPECT_EQ(library.turn_source(talk), talk::TurnSource::Transcript);
        ASSERT_EQ(library.search("stop", {}).size(), 1U) << "not in the conversation that was removed";
        EXPECT_EQ(library.search("meer", {}).at(0).turn, 0U);
        library.change_turns(talk, {{1, library.turns(talk)[1], {}}});

        library.apply(id, codes::edits::tied(coding, "partnership", coding.events[0].id));
        library.add_active_time(id, base::seconds(5));
        for (int edits = 7; edits > 0; --edits) EXPECT_TRUE(library.step(id, Direction::Undo)) << edits;
        EXPECT_FALSE(library.step(id, Direction::Undo));
        EXPECT_TRUE(library.coding(id)->events.empty());
    }
    SQLite::Database file(path());
    EXPECT_EQ(file.execAndGet("PRAGMA user_version").getInt(), current_schema().version);
    SQLite::Database made(":memory:", SQLite::OPEN_READWRITE);
    create_tables(made, current_schema());
    EXPECT_EQ(shape_of(file), shape_of(made));
}

TEST_F(LibraryVersions, TheBackupBeforeAMigrationIsTheOldVersion) {
    write_version(1, path());
    { const SqliteLibrary library(path(), OpenMode::MustExist); }
    std::string before;
    for (const std::string& backup : backups_of(path())) {
        if (backup.find("-version-1-") != std::string::npos) before = backup;
    }
    ASSERT_FALSE(before.empty());
    EXPECT_EQ(SQLite::Database(before).execAndGet("PRAGMA user_version").getInt(), 1);
    SqliteLibrary old(before, OpenMode::MustExist);
    EXPECT_EQ(old.all_codings().size(), 2U);
    EXPECT_THAT(old.problems(), IsEmpty());
}

// The tables of version 2, with a coding of three codes, one of them outside its segment.
void write_version_2(const std::string& path) {
    Schema schema = current_schema();
    std::erase_if(schema.steps, [](const Migration& step) { return step.to > 2; });
    schema.version = 2;
    SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    create_tables(database, schema);
    database.exec(R"sql(
        INSERT INTO conversation VALUES ('01890000-0000-7000-8000-000000000001', 'Gesprek', 'Anna', '2026-11-01', 'real',
            'nl', '', '', '{}', 1, 0, 0, 1, 'transcript');
        INSERT INTO turn (conversation, position, from_us, to_us, speaker, role, text) VALUES
            ('01890000-0000-7000-8000-000000000001', 1048576, 0, 4000000, 'A', 'client', '');
        INSERT INTO codebook VALUES ('sample', '1.0', '{}');
        INSERT INTO coding (id, conversation, codebook_key, codebook_version, coder, purpose, created_ms, changed_ms,
            events, feedback, beginning_sha256, segment_from_us, segment_to_us) VALUES
            ('01890000-0000-7000-8000-000000000002', '01890000-0000-7000-8000-000000000001', 'sample', '1.0', 'Marit',
            'feedback', 1, 1, 3, '{}', '', 0, 3000000);
        INSERT INTO event VALUES
            ('01890000-0000-7000-8000-000000000002', '01890000-0000-7000-8000-000000000003', 0, NULL, 'a',
             'professional', '{"strength":"2"}', ''),
            ('01890000-0000-7000-8000-000000000002', '01890000-0000-7000-8000-000000000004', 2000000, NULL, 'a',
             'professional', '{"strength":"2"}', ''),
            ('01890000-0000-7000-8000-000000000002', '01890000-0000-7000-8000-000000000005', 3000000, NULL, 'b',
             'client', '{}', ''))sql");
}

TEST_F(LibraryVersions, ALibraryOfVersion2GetsTheTotalsOfItsCodings) {
    write_version_2(path());
    SqliteLibrary library(path(), OpenMode::MustExist);
    const codes::CountedCodings counted = library.counted_codings("sample");
    ASSERT_EQ(counted.codings.size(), 1U);
    EXPECT_EQ(counted.kinds, (std::vector<codes::Kind>{{"a", {{"strength", "2"}}}}));
    EXPECT_EQ(counted.codings[0].trainee, "Anna");
    EXPECT_EQ(counted.codings[0].totals.counts, (std::vector<std::pair<std::uint32_t, int>>{{0, 2}}));
    EXPECT_EQ(counted.codings[0].totals.client, base::seconds(3));
    EXPECT_EQ(counted.codings[0].totals.duration, base::seconds(3));
    const std::vector<std::string> backups = backups_of(path());
    EXPECT_TRUE(std::any_of(backups.begin(), backups.end(),
                            [](const std::string& backup) { return backup.find("-version-2-") != std::string::npos; }));
}

TEST_F(LibraryVersions, ALibraryOfVersion4KeepsAllAndTakesClips) {
    write_version(4, path());
    {
        SqliteLibrary library(path(), OpenMode::MustExist);
        EXPECT_THAT(library.problems(), IsEmpty());
        const base::Id talk = library.conversations().at(0).id;
        EXPECT_EQ(library.all_codings().size(), 3U);
        EXPECT_EQ(library.decisions_about("sample").size(), 1U);
        EXPECT_EQ(library.search("wil stoppen", {}).size(), 1U);
        EXPECT_EQ(library.milestones().size(), 1U);
        EXPECT_THAT(library.clips().of(talk), IsEmpty());
        EXPECT_THAT(library.people().all(), IsEmpty());
        EXPECT_THAT(library.package_log().packages(), IsEmpty());
        library.clips().put(samples::clip(talk));
        EXPECT_THAT(library.problems(), IsEmpty());
    }
    SQLite::Database file(path());
    SQLite::Database made(":memory:", SQLite::OPEN_READWRITE);
    create_tables(made, current_schema());
    EXPECT_EQ(shape_of(file), shape_of(made));
}

// What comes after today's version, as a test needs it.
Schema newer_schema(void (*run)(SQLite::Database& database)) {
    Schema schema = current_schema();
    schema.steps.push_back({++schema.version, run});
    return schema;
}

TEST_F(LibraryVersions, ALibraryOfANewerProgramIsRefused) {
    make();
    const Schema newer = newer_schema([](SQLite::Database& database) {
        database.exec("ALTER TABLE conversation ADD COLUMN consent TEXT NOT NULL DEFAULT ''");
    });
    { const SqliteLibrary library(path(), OpenMode::MustExist, newer); }
    EXPECT_THAT(refusal(path()), HasSubstr("newer"));
}

TEST_F(LibraryVersions, AMigrationThatFailsLeavesTheOldVersion) {
    const base::Id id = make();
    const Schema broken = newer_schema(
        [](SQLite::Database& database) { database.exec("DELETE FROM event; CREATE TABLE conversation (x)"); });
    EXPECT_THROW(SqliteLibrary(path(), OpenMode::MustExist, broken), base::Error);
    SqliteLibrary library(path());
    EXPECT_EQ(library.coding(id)->events.size(), 10U);
    EXPECT_THAT(library.problems(), IsEmpty());
}

TEST_F(LibraryIndex, AnIndexThatDoesNotAgreeWithTheTurnsIsReported) {
    for (const char* change : {"UPDATE turn SET words = 'x'", "UPDATE turn SET text = 'x'", "DELETE FROM turn",
                               "INSERT INTO turn_words (turn_words) VALUES ('delete-all')",
                               "UPDATE conversation SET turns = 7", "UPDATE turn SET text = 'x', words = 'x'"}) {
        fs::remove(path());
        {
            SqliteLibrary library(path());
            const base::Id talk = library.coding(samples::begin_coding(library))->conversation;
            talk::Turn turn;
            turn.text = "één twee";
            library.set_turns(talk, {turn, turn}, talk::TurnSource::Transcript);
            library.change_turns(talk, {{0, turn, {}}});
            EXPECT_THAT(library.problems(), IsEmpty());
        }
        SQLite::Database(path(), SQLite::OPEN_READWRITE).exec(change);
        EXPECT_THAT(SqliteLibrary(path()).problems(), Not(IsEmpty())) << change;
    }
}

TEST_F(LibraryIndex, OneCorrectionAmongFortyThousandTurnsWritesLittle) {
    SqliteLibrary library(path());
    const base::Id talk = library.coding(samples::begin_coding(library))->conversation;
    std::vector<talk::Turn> turns(40'000);
    for (std::size_t at = 0; at < turns.size(); ++at) {
        turns[at].span = {base::seconds(static_cast<double>(at)), base::seconds(static_cast<double>(at) + 1)};
        turns[at].text = "zin " + std::to_string(at);
    }
    library.set_turns(talk, turns, talk::TurnSource::Transcript);
    const auto journal = [&] { return fs::file_size(path() + "-wal"); };
    const auto before = journal();
    talk::Turn corrected = turns[20'000];
    corrected.text = "verbeterd";
    std::vector<talk::TurnChange> changes{{20'000, turns[20'000], corrected}, {20'001, {}, corrected}};
    library.change_turns(talk, changes);
    EXPECT_LT(journal(), before + 40 * 4096);
    EXPECT_EQ(library.search("verbeterd", {}).size(), 2U);
    EXPECT_EQ(library.search("zin", talk).size(), kMostHits);
    library.step_turns(talk, Direction::Undo);
    EXPECT_EQ(library.turns(talk), turns);
}

}  // namespace
}  // namespace library
