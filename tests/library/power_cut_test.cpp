// The power goes while a coach codes: what was acknowledged is on the disk, whatever had not got there yet.
#include "codes/edits.h"
#include "library/samples.h"
#include "library/sqlite_library.h"
#include "library/unreliable_disk.h"
#include "support/shared_data.h"

#include <filesystem>
#include <gmock/gmock.h>

namespace library {
namespace {

namespace fs = std::filesystem;

class PowerCut : public testing::Test {
protected:
    PowerCut() {
        fs::create_directory(folder_.file("before"));
        SqliteLibrary library(before());
        coding_ = samples::begin_coding(library);
    }
    std::string before() const { return folder_.file("before/library.terugblik"); }

    // Codes for a while, with an undo now and then, and notes what the coding held after each edit.
    void code(const std::string& path, support::UnreliableDisk& disk) {
        states_.assign(1, {});
        acknowledged_ = 0;
        SqliteLibrary library(path);
        for (int count = 1; count <= 12; ++count) {
            if (count % 4 == 0) {
                library.step(coding_, count % 8 == 0 ? Direction::Redo : Direction::Undo);
            } else {
                codes::Event event = samples::event(count);
                event.note = std::string(static_cast<std::size_t>(count % 3) * 3'000, 'n');
                library.apply(coding_, codes::edits::added(event));
            }
            states_.push_back(library.coding(coding_)->events);
            if (!disk.is_cut()) ++acknowledged_;
        }
    }  // closing writes it all into the library's own file, and the power may go then too

    void put_after_cut(const support::UnreliableDisk& disk, const std::string& from, const std::string& to) const {
        for (const char* ending : {"", "-wal"})
            if (const auto bytes = disk.after_cut(from + ending)) support::write_file(to + ending, *bytes);
    }

    support::TemporaryFolder folder_;
    base::Id coding_;
    std::vector<std::vector<codes::Event>> states_;
    std::size_t acknowledged_ = 0;
};

TEST_F(PowerCut, LosesNothingThatWasAcknowledgedAndUndoStillWorks) {
    int most = 1'000'000;
    int in_the_middle = 0;
    for (unsigned round = 0; round < 120; ++round) {
        const std::string during = folder_.file("during" + std::to_string(round)), path = during + "/library.terugblik";
        fs::copy(folder_.file("before"), during, fs::copy_options::recursive);
        const std::string after = folder_.file("after" + std::to_string(round) + ".terugblik");
        {
            support::UnreliableDisk disk;
            // The first round only counts how many writes there are.
            disk.cut_after(round == 0 ? most : 1 + static_cast<int>(round * 7919U % static_cast<unsigned>(most)),
                           round);
            code(path, disk);
            if (round == 0) most = disk.operations();
            if (!disk.is_cut()) continue;
            put_after_cut(disk, path, after);
        }
        SqliteLibrary library(after, OpenMode::MustExist);
        const std::vector<codes::Event> kept = library.coding(coding_)->events;
        const std::size_t one_more = std::min(acknowledged_ + 1, states_.size() - 1);
        ASSERT_TRUE(kept == states_[acknowledged_] || kept == states_[one_more])
            << "round " << round << ": " << kept.size() << " codes after " << acknowledged_ << " edits";
        ASSERT_THAT(library.problems(), testing::IsEmpty()) << "round " << round;
        if (!kept.empty()) {
            ASSERT_TRUE(library.step(coding_, Direction::Undo));
            ASSERT_TRUE(library.step(coding_, Direction::Redo));
            ASSERT_EQ(library.coding(coding_)->events, kept);
        }
        in_the_middle += acknowledged_ > 0 && acknowledged_ < 12 ? 1 : 0;
    }
    EXPECT_GT(in_the_middle, 60);
}

// The journal cut off at every length, as after a crash of a disk that lost its end.
TEST_F(PowerCut, AJournalThatIsCutOffAnywhereHoldsEveryEditBeforeTheCut) {
    const std::string path = before();
    std::vector<std::size_t> ends;  // of the journal, after each edit
    std::string journal, main;
    {
        SqliteLibrary library(path);
        states_.assign(1, {});
        ends.assign(1, fs::exists(path + "-wal") ? fs::file_size(path + "-wal") : 0);
        for (int count = 1; count <= 10; ++count) {
            library.apply(coding_, codes::edits::added(samples::event(count)));
            states_.push_back(library.coding(coding_)->events);
            ends.push_back(fs::file_size(path + "-wal"));
        }
        journal = support::read_file(path + "-wal");
        main = support::read_file(path);
    }
    constexpr std::size_t kFrame = 4096 + 24;
    for (std::size_t at = 0; at <= journal.size(); at += at == 0 ? 32 : kFrame / 2) {
        const std::string after = folder_.file("cut" + std::to_string(at) + ".terugblik");
        support::write_file(after, main);
        // Behind the cut, what was on the disk before: here, whatever.
        support::write_file(after + "-wal", journal.substr(0, at) + std::string(at % 3 * 1'000, '\x5A'));
        SqliteLibrary library(after, OpenMode::MustExist);
        const auto edits = static_cast<std::size_t>(
            std::count_if(ends.begin() + 1, ends.end(), [&](std::size_t end) { return end <= at; }));
        ASSERT_EQ(library.coding(coding_)->events, states_[edits]) << "cut at " << at;
        ASSERT_EQ(library.step(coding_, Direction::Undo).has_value(), edits > 0);
    }
}

}  // namespace
}  // namespace library
