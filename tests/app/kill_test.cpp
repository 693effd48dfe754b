// Kill -9 in the middle of coding, again and again: each code that was in the list on screen is there on reopening, and
// undo still works.
#include "app/controller.h"
#include "app/samples.h"
#include "codes/codebook.h"
#include "library/sqlite_library.h"
#include "support/shared_data.h"

#include <csignal>
#include <cstdlib>
#include <gtest/gtest.h>
#include <random>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

namespace app {
namespace {

constexpr int kKills = 200;

base::Id make_library(const std::string& path) {
    library::SqliteLibrary library(path);
    return samples::add_coding(library, codes::shipped_codebooks().front());
}

// What happens between a key and the list on screen, apart from the player's clock: then says so on the pipe.
[[noreturn]] void code_without_end(const std::string& path, const base::Id& coding, int acknowledged) {
    library::SqliteLibrary library(path);
    media::NoAudioSink sink;
    Model model{.library = library};
    Controller controller(model, {sink, [] {}, [](const FileRequest&) {}});
    controller.apply(OpenCoding{coding});
    const std::vector<codes::Code>& codes = model.open->codebook.codes;
    for (std::int64_t count = 0;; ++count) {
        codes::Event event;
        event.id = base::make_id();
        event.at = base::milliseconds(count * 37 % 3'600'000);
        const codes::Code& code = codes[static_cast<std::size_t>(count) % codes.size()];
        event.code = code.key;
        event.speaker = code.side;
        controller.apply(Edit{codes::edits::added(event)});
        const bool is_in_list = model.open->coding.find(event.id) != nullptr && model.open->unsaved.empty();
        if (is_in_list && write(acknowledged, event.id.text.data(), event.id.text.size()) < 0) std::_Exit(1);
    }
}

// Lets a child code for a while, kills it, and returns the ids it had acknowledged.
std::set<std::string> code_and_kill(const std::string& path, const base::Id& coding, std::mt19937& random) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        code_without_end(path, coding, ends[1]);
    }
    close(ends[1]);
    constexpr std::size_t kId = 36;
    const std::size_t enough = kId * (1 + random() % 5);
    std::string heard;
    char buffer[4096];
    bool is_alive = true;
    const auto listen = [&] {
        const ssize_t count = read(ends[0], buffer, sizeof buffer);
        if (count > 0) heard.append(buffer, static_cast<std::size_t>(count));
        return count > 0;
    };
    while (heard.size() < enough && is_alive) is_alive = listen();
    // Not only right after an acknowledgement: anywhere in the next edit.
    usleep(static_cast<useconds_t>(random() % 3'000));
    kill(child, SIGKILL);
    while (listen()) {}
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
    std::set<std::string> ids;
    for (std::size_t at = 0; at + kId <= heard.size(); at += kId) ids.insert(heard.substr(at, kId));
    return ids;
}

TEST(KilledWhileCoding, EachAcknowledgedCodeIsThereAndUndoWorks) {
    const support::TemporaryFolder folder;
    const std::string path = folder.file("library.terugblik");
    const base::Id coding = make_library(path);
    std::mt19937 random(20261122);
    std::set<std::string> acknowledged;
    std::size_t undone = 0;
    for (int round = 0; round < kKills && !testing::Test::HasFailure(); ++round) {
        acknowledged.merge(code_and_kill(path, coding, random));

        library::SqliteLibrary library(path, library::OpenMode::MustExist);
        const auto kept = library.coding(coding);
        ASSERT_TRUE(kept);
        std::set<std::string> ids;
        for (const codes::Event& event : kept->events) ids.insert(event.id.text);
        for (const std::string& id : acknowledged) EXPECT_TRUE(ids.contains(id)) << id << " is lost in round " << round;

        const auto step = library.step(coding, library::Direction::Undo);
        ASSERT_TRUE(step) << "undo survives the kill";
        EXPECT_EQ(library.coding(coding)->events.size() + 1, ids.size());
        ++undone;
        ASSERT_TRUE(library.step(coding, library::Direction::Redo));
        EXPECT_EQ(library.coding(coding)->events, kept->events);
        if (round % 50 == 49) {
            EXPECT_TRUE(library.problems().empty());
        }
    }
    EXPECT_GE(acknowledged.size(), static_cast<std::size_t>(kKills));
    EXPECT_EQ(undone, static_cast<std::size_t>(kKills));
}

}  // namespace
}  // namespace app
