// What happens to a library when things go wrong around it: killed in the middle, no room, damaged bytes.
#include "base/error.h"
#include "codes/edits.h"
#include "library/backup.h"
#include "library/child_process.h"
#include "library/samples.h"
#include "library/sqlite_library.h"
#include "support/shared_data.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <gmock/gmock.h>
#include <random>
#include <sys/mount.h>
#include <sys/resource.h>
#include <thread>

namespace library {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

// Adds events, and after each says its id: from then on it must never be lost. Every fifth time it undoes one instead.
void code_for_ever(const std::string& path, const base::Id& id, const support::Line& line) {
    SqliteLibrary library(path);
    for (int count = 1;; ++count) {
        if (count % 5 == 0) {
            const codes::Edit undone = library.step(id, Direction::Undo)->edit;
            line.say("-" + std::get<codes::EventChange>(undone.changes[0]).before->id.text);
        } else {
            const codes::Event event = samples::event(count);
            library.apply(id, codes::edits::added(event));
            line.say("+" + event.id.text);
        }
    }
}

// Which events were acknowledged, with what the child did last perhaps not said any more.
struct Acknowledged {
    std::vector<std::string> events;

    void hear(const std::string& line) {
        if (line.front() == '+') {
            events.push_back(line.substr(1));
        } else {
            events.erase(std::remove(events.begin(), events.end(), line.substr(1)), events.end());
        }
    }
};

std::size_t missing(const std::vector<std::string>& wanted, const std::vector<std::string>& kept) {
    return static_cast<std::size_t>(std::count_if(wanted.begin(), wanted.end(), [&](const std::string& id) {
        return std::find(kept.begin(), kept.end(), id) == kept.end();
    }));
}

TEST(KillNine, LosesNothingThatWasAcknowledgedAndUndoStillWorks) {
    constexpr int kKills = 200;
    const support::TemporaryFolder folder;
    const std::string path = folder.file("library.terugblik");
    base::Id id;
    std::size_t acknowledgements = 0;
    std::mt19937 random(20261122);
    {
        SqliteLibrary library(path);
        id = samples::begin_coding(library);
    }
    Acknowledged acknowledged;
    for (int kill = 0; kill < kKills; ++kill) {
        support::ChildProcess coder([&](const support::Line& line) { code_for_ever(path, id, line); });
        // A random number of edits, then a random moment within the next.
        for (int edits = std::uniform_int_distribution(1, 20)(random); edits > 0; --edits) {
            const std::string said = coder.line().hear();
            ASSERT_THAT(said, testing::Not(IsEmpty()));
            ASSERT_NE(said.front(), 'e') << said;
            acknowledged.hear(said);
            ++acknowledgements;
        }
        std::this_thread::sleep_for(std::chrono::microseconds(std::uniform_int_distribution(0, 2000)(random)));
        coder.kill_now();
        for (std::string said; !(said = coder.line().hear()).empty(); ++acknowledgements) acknowledged.hear(said);

        SqliteLibrary library(path);
        std::vector<std::string> kept;
        const codes::Coding coding = library.coding(id).value();
        for (const codes::Event& event : coding.events) kept.push_back(event.id.text);
        // The one edit that was under way may be there or not: one event more or, undone, one less.
        const std::size_t lost = missing(acknowledged.events, kept);
        const std::size_t more = missing(kept, acknowledged.events);
        ASSERT_LE(lost + more, 1U) << "kill " << kill << ", lost " << lost << ", more " << more << " of "
                                   << kept.size();
        ASSERT_TRUE(lost == 0 || !acknowledged.events.empty());
        if (lost == 1) {
            ASSERT_TRUE(library.can_step(id, Direction::Redo)) << "gone without having been undone";
        }
        acknowledged.events = kept;
        if (!kept.empty()) {
            ASSERT_TRUE(library.step(id, Direction::Undo));
            ASSERT_EQ(library.coding(id)->events.size() + 1, kept.size());
            ASSERT_TRUE(library.step(id, Direction::Redo));
            ASSERT_EQ(library.coding(id)->events.size(), kept.size());
        }
    }
    SqliteLibrary library(path);
    EXPECT_THAT(library.problems(), IsEmpty());
    RecordProperty("acknowledgements", static_cast<int>(acknowledgements));
    std::printf("%d kills, %zu acknowledged edits\n", kKills, acknowledgements);
}

class SmallDisk {
public:
    explicit SmallDisk(const std::string& folder) : folder_(folder) {
        fs::create_directories(folder);
        mounted_ = mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=1500k") == 0;
    }
    ~SmallDisk() {
        if (mounted_) umount2(folder_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool is_mounted() const { return mounted_; }

private:
    std::string folder_;
    bool mounted_ = false;
};

TEST(FullDisk, IsSaidKeepsWhatWasSavedAndTheNextTryWorks) {
    const support::TemporaryFolder folder;
    const SmallDisk disk(folder.file("disk"));
    if (!disk.is_mounted()) GTEST_SKIP() << "needs the right to mount a small disk";
    const std::string path = folder.file("disk/library.terugblik");
    {
        SqliteLibrary library(path);
        const base::Id id = samples::begin_coding(library);
        codes::Event event = samples::event(1);
        event.note = std::string(20'000, 'n');
        std::size_t saved = 0;
        std::string said;
        while (said.empty() && saved < 1000) {
            event.id = base::make_id();
            try {
                library.apply(id, codes::edits::added(event));
                ++saved;
            } catch (const base::Error& error) {
                said = error.what();
            }
        }
        EXPECT_THAT(said, AllOf(HasSubstr(path), HasSubstr("disk is full")));
        EXPECT_EQ(library.coding(id)->events.size(), saved);
        EXPECT_THROW(library.backup(folder.file("disk/copy.terugblik")), base::Error);
        EXPECT_FALSE(fs::exists(folder.file("disk/copy.terugblik")));

        ASSERT_EQ(mount("tmpfs", folder.file("disk").c_str(), "tmpfs", MS_REMOUNT, "size=20m"), 0);
        library.apply(id, codes::edits::added(event));  // the same edit again
        EXPECT_EQ(library.coding(id)->events.size(), saved + 1);
        EXPECT_TRUE(library.step(id, Direction::Undo));
        EXPECT_THAT(library.problems(), IsEmpty());
    }
    EXPECT_THAT(SqliteLibrary(path).problems(), IsEmpty());
}

TEST(FullDisk, LeavesNoHalfLibrary) {
    const support::TemporaryFolder folder;
    const SmallDisk disk(folder.file("disk"));
    if (!disk.is_mounted()) GTEST_SKIP() << "needs the right to mount a small disk";
    support::write_file(folder.file("disk/film"), std::string(1'490'000, 'f'));
    const std::string path = folder.file("disk/library.terugblik");
    EXPECT_THROW(SqliteLibrary{path}, base::Error);
    fs::remove(folder.file("disk/film"));
    EXPECT_TRUE(fs::is_empty(folder.file("disk")));
    EXPECT_THAT(SqliteLibrary(path).problems(), IsEmpty());
}

// Every write beyond a size fails, as on a disk with a quota: no disk needed.
TEST(FullDisk, AWriteThatTheSystemRefusesIsSaidToo) {
    const support::TemporaryFolder folder;
    const std::string path = folder.file("library.terugblik");
    const support::ChildProcess coder([&](const support::Line& line) {
        SqliteLibrary library(path);
        const base::Id id = samples::begin_coding(library);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight{400'000, 400'000'000};
        setrlimit(RLIMIT_FSIZE, &tight);
        codes::Event event = samples::event(1);
        event.note = std::string(500'000, 'n');
        try {
            library.apply(id, codes::edits::added(event));
            line.say("saved");
        } catch (const base::Error& error) {
            line.say(error.what());
        }
        const rlimit wide{400'000'000, 400'000'000};
        setrlimit(RLIMIT_FSIZE, &wide);
        library.apply(id, codes::edits::added(event));
        line.say(library.problems().empty() ? "sound" : library.problems()[0]);
    });
    EXPECT_THAT(coder.line().hear(), AllOf(HasSubstr(path), HasSubstr("disk")));
    EXPECT_EQ(coder.line().hear(), "sound");
}

class Damage : public testing::Test {
protected:
    Damage() {
        {
            SqliteLibrary library(path());
            const base::Id id = samples::begin_coding(library);
            for (int at = 0; at < 100; ++at) library.apply(id, codes::edits::added(samples::event(at)));
        }
        fs::remove_all(folder_.file("backups"));
        whole_ = support::read_file(path());
    }
    std::string path() const { return folder_.file("library.terugblik"); }

    // Opens the bytes as a library and uses it. Whatever happens, there is no crash, and what was refused is untouched.
    std::string open(const std::string& bytes) const {
        for (const char* old : {"-wal", "-journal"}) fs::remove(path() + old);
        support::write_file(path(), bytes);
        std::string said;
        try {
            SqliteLibrary library(path(), OpenMode::MustExist);
            use(library);
            return "opened";
        } catch (const base::Error& error) {
            said = error.what();
        }
        fs::remove_all(folder_.file("backups"));
        return said;
    }

    static void use(SqliteLibrary& library) {
        for (const Conversation& talk : library.conversations()) {
            for (const CodingSummary& coding : library.codings(talk.id)) {
                if (!library.coding(coding.id)) continue;
                library.step(coding.id, Direction::Undo);
                library.step(coding.id, Direction::Redo);
            }
        }
        library.problems();
    }

    support::TemporaryFolder folder_;
    std::string whole_;
};

TEST_F(Damage, ACutOffFileIsRefusedAndLeftAsItIs) {
    for (const std::size_t length :
         {1UL, 99UL, 100UL, 4095UL, 4096UL, 10'000UL, whole_.size() / 2, whole_.size() - 4096}) {
        const std::string cut = whole_.substr(0, length);
        EXPECT_THAT(open(cut), HasSubstr(path())) << length;
        EXPECT_EQ(support::read_file(path()), cut) << length;
    }
}

TEST_F(Damage, FlippedBytesNeverCrashAndWhatIsRefusedAtOpeningIsLeftAsItIs) {
    std::mt19937 random(20261122);
    int refused = 0;
    for (int count = 0; count < 100; ++count) {
        std::string bytes = whole_;
        for (int flips = std::uniform_int_distribution(1, 8)(random); flips > 0; --flips) {
            // Half of them where it hurts: in the header and the tables' own page.
            const std::size_t end = count % 2 == 0 ? 4096 : bytes.size();
            bytes[std::uniform_int_distribution<std::size_t>(0, end - 1)(random)] ^=
                static_cast<char>(1U << std::uniform_int_distribution(0, 7)(random));
        }
        support::write_file(path(), bytes);
        bool opened = false;
        try {
            SqliteLibrary library(path(), OpenMode::MustExist);
            opened = true;
            use(library);
        } catch (const base::Error& error) {
            ++refused;
            if (!opened) {
                EXPECT_EQ(support::read_file(path()), bytes) << error.what();
            }
        }
        for (const char* old : {"-wal", "-journal"}) fs::remove(path() + old);
    }
    EXPECT_GT(refused, 5);
}

TEST_F(Damage, NamesTheNewestGoodBackup) {
    { const SqliteLibrary library(path()); }
    const std::string good = backups_of(path()).at(0);
    support::write_file(folder_.file("backups/library-2020-01-01.terugblik"), "not good");
    std::string bytes = whole_;
    std::fill(bytes.begin() + 4096, bytes.begin() + 3 * 4096, '\x55');
    support::write_file(path(), bytes);
    const auto advice = [&]() -> std::string {
        try {
            SqliteLibrary library(path());
            return "opened";
        } catch (const base::Error& error) {
            return error.what();
        }
    };
    EXPECT_THAT(advice(), AllOf(HasSubstr("damaged"), HasSubstr(good), Not(HasSubstr("-wal"))));
    // A journal that stays behind would damage the good file as well.
    support::write_file(path() + "-wal", std::string(100, 'x'));
    EXPECT_THAT(advice(), AllOf(HasSubstr(good), HasSubstr(path() + "-wal")));
    EXPECT_EQ(support::read_file(path()), bytes);
    fs::remove(path() + "-wal");
    fs::rename(path(), folder_.file("damaged"));
    fs::copy(good, path());
    EXPECT_THAT(SqliteLibrary(path()).problems(), IsEmpty());
}

}  // namespace
}  // namespace library
