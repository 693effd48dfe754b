// MITI by keyboard: chosen, coded with what more can be said, undone, counted.
#include "app/window_test.h"
#include "support/test_clip.h"

#include <algorithm>

namespace app {
namespace {

using support::Driver;

class MitiByKeyboard : public support::WindowTest {
protected:
    OpenConversationState& open() { return *window().model().open; }
    const std::vector<codes::Event>& events() { return open().coding.events; }

    // From the Library screen: Enter, the arrows until the codebook is chosen, Enter.
    void begin_coding(const std::string& codebook) {
        const support::TestClip clip{.seconds = 60, .width = 160, .height = 96};
        Driver& driver = open_window({.files = {clip.path()}});
        ASSERT_TRUE(driver.until([&] { return driver.model().cards.size() == 1; }));
        ASSERT_TRUE(driver.click(driver.model().cards[0].conversation.title));
        driver.press("Return");
        ASSERT_TRUE(driver.until([&] { return driver.sees("Begin"); }));
        driver.turns(4);
        const auto& books = driver.model().new_coding->codebooks;
        const auto wanted =
            std::find_if(books.begin(), books.end(), [&](const codes::Codebook& book) { return book.key == codebook; });
        ASSERT_NE(wanted, books.end());
        for (auto book = books.begin(); book != wanted; ++book) driver.press("Down");
        driver.press("Return");
        ASSERT_TRUE(driver.until([&] { return driver.model().open && open().player && open().player->is_open(); }));
        ASSERT_EQ(open().codebook.key, codebook);
        driver.turns(6);
    }

    // The key of a code, as it is printed.
    std::string key_of(const std::string& code) {
        const Keymap keymap(&open().codebook, window().model().settings);
        std::string key = keymap.code_cap(code);
        std::transform(key.begin(), key.end(), key.begin(), [](unsigned char c) { return std::tolower(c); });
        return key;
    }
    bool go_to(double seconds) {
        window().application().controller().apply(SeekTo{base::seconds(seconds)});
        const bool is_there = window().until(
            [&] { return !open().player->is_seeking() && open().player->position() == base::seconds(seconds); });
        window().turns(6);  // a press counts where the playhead was a moment ago, and that is to be here
        return is_there;
    }
};

TEST_F(MitiByKeyboard, TenCodesUndoAndTheCountsByVolley) {
    begin_coding("miti-4.2.1");
    // The client says nothing meanwhile: one volley, in which the rules count less.
    double at = 4;
    for (const char* code : {"q", "q", "sr", "cr", "af", "gi", "seek", "emphasize", "persuade", "confront"}) {
        ASSERT_TRUE(go_to(at));
        window().press(key_of(code));
        ASSERT_EQ(events().back().at, base::seconds(at++));
    }
    ASSERT_EQ(events().size(), 10u);
    window().press("ctrl+z");
    EXPECT_EQ(events().size(), 9u);
    window().press("ctrl+y");
    EXPECT_EQ(events().size(), 10u);

    ASSERT_TRUE(window().click("Counts"));
    ASSERT_TRUE(window().until([&] { return window().sees("place 00:05.0"); }));
    const Reading& reading = window().application().ui().code.reading.of(open());
    EXPECT_EQ(reading.as_coded.at("q"), 2);
    EXPECT_EQ(reading.by_rules.at("q"), 1) << "MITI counts each code once in a volley";
    EXPECT_EQ(reading.as_coded.at("sr"), 1);
    EXPECT_EQ(reading.by_rules.at("sr"), 0) << "and one reflection, the complex one";
    EXPECT_EQ(reading.by_rules.at("cr"), 1);
    ASSERT_FALSE(reading.volleys.changed.empty());
    EXPECT_EQ(reading.volleys.changed.front().at, base::seconds(5)) << "the second question";
    ASSERT_TRUE(go_to(20));
    window().press("Return");
    EXPECT_TRUE(window().until([&] { return open().player->position() == base::seconds(5); })) << "Enter goes there";
    ASSERT_EQ(open().selected.size(), 1u);
    EXPECT_EQ(open().selected.front(), reading.volleys.changed.front().event);
    EXPECT_FALSE(open().note_on) << "Enter begins no note here";
    EXPECT_EQ(events().size(), 10u) << "what was coded stays";
    EXPECT_EQ(library_.coding(open().coding.id)->events, events());
}

}  // namespace
}  // namespace app
