#include "app/widgets.h"
#include "app/window_test.h"
#include "support/test_clip.h"

#include <algorithm>
#include <filesystem>

namespace {

namespace fs = std::filesystem;
using support::Driver;

const support::TestClip kClip{.seconds = 2};

class LibraryWindow : public support::WindowTest {
protected:
    std::string copy_of_clip(const std::string& name) {
        const std::string path = folder_.file(name);
        fs::create_directories(fs::path(path).parent_path());
        fs::copy_file(kClip.path(), path);
        return path;
    }
    testing::AssertionResult wait_for_conversations(std::size_t count) {
        const auto is_there = [&] { return library_.conversations().size() == count && !window().model().import; };
        if (window().until(is_there)) return testing::AssertionSuccess();
        auto why = testing::AssertionFailure() << library_.conversations().size() << " conversations";
        if (window().model().import)
            for (const std::string& reason : window().model().import->refused) why << "; refused: " << reason;
        for (const app::Message& message : window().model().messages) why << "; said: " << message.text;
        for (const auto& widget : app::widgets::noted_widgets()) why << " [" << widget.label << "]";
        return why;
    }
    library::Conversation only() {
        const auto all = library_.conversations();
        return all.empty() ? library::Conversation{} : all.front();
    }
    base::Id add_conversation(const std::string& title, const std::string& trainee, const std::string& path = {}) {
        library::Conversation conversation;
        conversation.id = base::make_id();
        conversation.title = title;
        conversation.trainee = trainee;
        conversation.created = base::now();
        if (!path.empty()) {
            library::Recording recording;
            recording.id = base::make_id();
            recording.path = path;
            conversation.recordings.push_back(recording);
        }
        library_.add(conversation);
        return conversation.id;
    }
};

TEST_F(LibraryWindow, DroppingARecordingMakesAConversationOfIt) {
    const std::string path = copy_of_clip("Gesprek met deelnemer.mp4");
    Driver& driver = open_window();
    EXPECT_TRUE(driver.sees("Import recordings\u2026"));
    driver.drop({path});
    ASSERT_TRUE(wait_for_conversations(1));
    EXPECT_EQ(only().recordings.front().path, path);
    EXPECT_NEAR(only().recordings.front().duration.seconds(), 2, 0.2);
    EXPECT_FALSE(only().recordings.front().fingerprint.empty());
    EXPECT_TRUE(driver.until([&] { return driver.sees(only().title); }));
}

TEST_F(LibraryWindow, AFileThatIsNoRecordingIsRefusedWithItsReasonAndTheOthersCome) {
    const std::string good = copy_of_clip("goed.mp4");
    const std::string bad = folder_.file("bad.mp4");
    support::write_file(bad, "this is not a film");
    Driver& driver = open_window();
    driver.drop({bad, good});
    ASSERT_TRUE(driver.until([&] { return driver.model().import && driver.model().import->is_over; }));
    EXPECT_EQ(library_.conversations().size(), 1u);
    ASSERT_EQ(driver.model().import->refused.size(), 1u);
    EXPECT_NE(driver.model().import->refused.front().find("bad.mp4"), std::string::npos);
    EXPECT_TRUE(driver.click("Close"));
    EXPECT_FALSE(driver.model().import);
}

TEST_F(LibraryWindow, TheSameRecordingAgainIsSaidToBeThereAlready) {
    const std::string first = copy_of_clip("eerste.mp4");
    const std::string copy = copy_of_clip("kopie.mp4");
    Driver& driver = open_window();
    driver.drop({first});
    ASSERT_TRUE(wait_for_conversations(1));
    driver.drop({copy});
    ASSERT_TRUE(driver.until([&] { return driver.model().import && driver.model().import->is_over; }));
    EXPECT_EQ(library_.conversations().size(), 1u);
    EXPECT_NE(driver.model().import->refused.front().find("already in the library"), std::string::npos);
}

TEST_F(LibraryWindow, TheFileBrowserImportsWhatIsChosenInIt) {
    copy_of_clip("map/opname.mp4");
    setenv("HOME", folder_.path().c_str(), 1);
    Driver& driver = open_window();
    ASSERT_TRUE(driver.click("Import recordings\u2026"));
    ASSERT_TRUE(driver.double_click("map"));
    ASSERT_TRUE(driver.click("opname.mp4"));
    ASSERT_TRUE(driver.click("Open"));
    ASSERT_TRUE(wait_for_conversations(1));
}

TEST_F(LibraryWindow, APathCanBeTypedInTheFileBrowser) {
    copy_of_clip("opname.mp4");
    setenv("HOME", folder_.path().c_str(), 1);
    Driver& driver = open_window();
    driver.press("ctrl+o");
    ASSERT_TRUE(driver.click("Or type a path"));
    driver.type("opname.mp4");
    driver.press("Return");
    ASSERT_TRUE(wait_for_conversations(1));
}

TEST_F(LibraryWindow, SearchLeavesOnlyWhatHasEveryWord) {
    add_conversation("Roken", "Zo\u00eb");
    add_conversation("Bewegen", "Bram");
    Driver& driver = open_window();
    ASSERT_TRUE(driver.sees("Roken") && driver.sees("Bewegen"));
    driver.press("ctrl+f");
    driver.type("zoe");
    EXPECT_TRUE(driver.until([&] { return !driver.sees("Bewegen"); }));
    EXPECT_TRUE(driver.sees("Roken"));
}

TEST_F(LibraryWindow, WhatIsTypedInThePanelIsKeptWhenTheFieldIsLeft) {
    add_conversation("Roken", "");
    Driver& driver = open_window();
    ASSERT_TRUE(driver.click("Trainee"));
    driver.type("Noor");
    driver.press("Tab");
    EXPECT_TRUE(driver.until([&] { return only().trainee == "Noor"; }));
    ASSERT_TRUE(driver.click("Kind"));
    ASSERT_TRUE(driver.click("role play"));
    EXPECT_TRUE(driver.until([&] { return only().kind == library::Kind::RolePlay; }));
}

TEST_F(LibraryWindow, GoingToAnotherConversationKeepsWhatWasTyped) {
    const base::Id first = add_conversation("Roken", "");
    add_conversation("Bewegen", "");
    Driver& driver = open_window();
    ASSERT_TRUE(driver.click("Roken"));
    ASSERT_TRUE(driver.click("Change goal"));
    driver.type("minder roken");
    ASSERT_TRUE(driver.click("Bewegen"));
    EXPECT_TRUE(driver.until([&] { return library_.conversation(first)->change_goal == "minder roken"; }));
    EXPECT_EQ(library_.conversations().size(), 2u);
}

TEST_F(LibraryWindow, RemovingAsksFirstAndCanBeUndone) {
    const std::string path = copy_of_clip("blijft.mp4");
    add_conversation("Roken", "Noor", path);
    Driver& driver = open_window();
    driver.press("Delete");
    ASSERT_TRUE(driver.click("Keep"));
    EXPECT_EQ(library_.conversations().size(), 1u);
    driver.press("Delete");
    ASSERT_TRUE(driver.click("Remove"));
    EXPECT_TRUE(driver.until([&] { return library_.conversations().empty(); }));
    EXPECT_TRUE(fs::exists(path));
    ASSERT_TRUE(driver.click("Undo"));
    EXPECT_TRUE(driver.until([&] { return library_.conversations().size() == 1; }));
    driver.press("ctrl+shift+z");
    EXPECT_TRUE(driver.until([&] { return library_.conversations().empty(); }));
    driver.press("ctrl+z");
    EXPECT_TRUE(driver.until([&] { return library_.conversations().size() == 1; }));
}

TEST_F(LibraryWindow, AMovedRecordingIsFoundAgainInTheFolderThatIsNamed) {
    const std::string path = copy_of_clip("oud/opname.mp4");
    Driver& driver = open_window();
    driver.drop({path});
    ASSERT_TRUE(wait_for_conversations(1));
    driver_.reset();
    fs::create_directories(folder_.file("elders/diep"));
    fs::rename(path, folder_.file("elders/diep/andere naam.mp4"));
    setenv("HOME", folder_.path().c_str(), 1);

    Driver& again = open_window();
    ASSERT_FALSE(again.model().cards.front().recording_is_there);
    ASSERT_TRUE(again.click("Find again\u2026"));
    ASSERT_TRUE(again.click("Or type a path"));
    again.type(folder_.file("elders"));
    again.press("Return");
    EXPECT_TRUE(again.until([&] { return again.model().cards.front().recording_is_there; }));
    EXPECT_EQ(only().recordings.front().path, folder_.file("elders/diep/andere naam.mp4"));
}

TEST_F(LibraryWindow, ArrowsAndEnterOpenAConversationForCoding) {
    const base::Id older = add_conversation("Roken", "Noor");
    add_conversation("Bewegen", "Bram");
    Driver& driver = open_window();
    driver.press("Down");
    driver.press("Return");
    ASSERT_TRUE(driver.until([&] { return driver.sees("Begin"); }));
    driver.turns(4);
    driver.press("Return");
    ASSERT_TRUE(driver.until([&] { return driver.model().open.has_value(); }));
    EXPECT_EQ(driver.model().open->conversation.id, older);
    EXPECT_EQ(driver.model().screen, app::Screen::Code);
    EXPECT_EQ(driver.model().open->coding.coder, "Coach Two");
    EXPECT_EQ(library_.codings(older).size(), 1u);
}

TEST_F(LibraryWindow, ANewCodingAsksWhoAndByWhichCodebook) {
    app::write_settings(library_, app::Settings{});
    const base::Id conversation = add_conversation("Roken", "Noor");
    Driver& driver = open_window();
    driver.press("Return");
    ASSERT_TRUE(driver.until([&] { return driver.sees("Begin") && driver.model().new_coding; }));
    EXPECT_TRUE(library_.codings(conversation).empty()) << "nothing begins before it is answered";
    driver.type("Coach Bea");
    const std::size_t second = 1;
    const std::string key = driver.model().new_coding->codebooks.at(second).key;
    driver.press("Down");
    driver.press("Return");
    ASSERT_TRUE(driver.until([&] { return driver.model().open.has_value(); }));
    EXPECT_EQ(driver.model().settings.coder, "Coach Bea");
    EXPECT_EQ(library_.codings(conversation).front().coder, "Coach Bea");
    EXPECT_EQ(driver.model().open->codebook.key, key);

    driver.press("ctrl+o");
    ASSERT_TRUE(driver.until([&] { return driver.sees("New coding") && driver.sees("Close"); }));
    ASSERT_TRUE(driver.click("New coding"));
    ASSERT_TRUE(driver.until([&] { return driver.sees("Begin"); }));
    driver.turns(4);
    driver.press("Return");
    ASSERT_TRUE(driver.until([&] { return library_.codings(conversation).size() == 2; }));
    EXPECT_EQ(driver.model().open->codebook.key, key) << "the codebook used last is chosen already";
    EXPECT_EQ(driver.model().open->coding.coder, "Coach Bea");

    const base::Id newest = driver.model().open->coding.id;
    driver.press("ctrl+o");
    ASSERT_TRUE(driver.until([&] { return driver.sees("Close"); }));
    driver.turns(4);
    driver.press(driver.model().open->codings.front().id == newest ? "Down" : "Up");
    driver.press("Return");
    ASSERT_TRUE(driver.until([&] { return driver.model().open->coding.id != newest; })) << "the other one is open";
    EXPECT_EQ(library_.codings(conversation).size(), 2u);
}

TEST_F(LibraryWindow, ANewCodingThatIsGivenUpLeavesNothing) {
    const base::Id conversation = add_conversation("Roken", "Noor");
    Driver& driver = open_window();
    driver.press("Return");
    ASSERT_TRUE(driver.until([&] { return driver.sees("Begin"); }));
    driver.turns(4);
    driver.press("Escape");
    ASSERT_TRUE(driver.until([&] { return !driver.model().new_coding; }));
    EXPECT_TRUE(library_.codings(conversation).empty());
    EXPECT_FALSE(driver.model().open);
}

}  // namespace
