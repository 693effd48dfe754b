// Values by keyboard right after a code: which keys, to which attribute, and that no code is ever eaten.
#include "app/value_keys.h"

#include "app/code_screen.h"
#include "app/pad_rows.h"

#include <algorithm>

namespace app {
namespace {

codes::Attribute attribute(std::vector<std::string> values) {
    codes::Attribute made;
    made.key = "a";
    made.values = std::move(values);
    return made;
}

SDL_Keysym key(SDL_Keycode printed, SDL_Scancode place, int modifiers = KMOD_NONE) {
    SDL_Keysym pressed{};
    pressed.sym = printed;
    pressed.scancode = place;
    pressed.mod = static_cast<Uint16>(modifiers);
    return pressed;
}

std::string pressed_for(const codes::Attribute& attribute, const Keymap& keymap = {}) {
    std::string all;
    for (const auto& one : value_keys(attribute)) all += (one ? value_cap(attribute, *one, keymap) : "none") + "  ";
    return all;
}

TEST(ValueKeys, ANumberIsItsDigitAndAnythingElseItsPlace) {
    EXPECT_EQ(pressed_for(attribute({"-2", "-1", "0", "1", "2"})), "⇧ 2  ⇧ 1  0  1  2  ");
    EXPECT_EQ(pressed_for(attribute({"+", "-", "0", "±"})), "1  2  0  4  ");
    EXPECT_EQ(pressed_for(attribute({"with", "1"})), "2  1  ") << "each digit once";
    EXPECT_EQ(value_of(attribute({"-2", "2"}), {'2', true}), 0u);
    EXPECT_EQ(value_of(attribute({"-2", "2"}), {'2', false}), 1u);
    EXPECT_EQ(value_of(attribute({"with", "without"}), {'2', true}), 1u)
        << "Shift matters for numbers with a minus only";
    EXPECT_EQ(value_of(attribute({"with", "without"}), {'3', false}), std::nullopt);
}

TEST(ValueKeys, WhereACodeHasTheDigitTheStripSaysWhatToPressInstead) {
    codes::Codebook book;
    codes::Code code;
    code.key = "structure";
    code.default_key = "1";
    book.codes = {code};
    EXPECT_EQ(pressed_for(attribute({"with", "without"}), Keymap(&book, {})), "⇧ 1  2  ");
    EXPECT_EQ(pressed_for(attribute({"-1", "1"}), Keymap(&book, {})), "⇧ 1  ` 1  ");
}

TEST(ValueKeys, DigitsAreFoundOnFrenchKeyboardsAndOnTheNumberPad) {
    const auto is = [](const SDL_Keysym& pressed, char digit, bool with_shift) {
        return value_key(meanings(pressed)) == ValueKey{digit, with_shift};
    };
    EXPECT_TRUE(is(key(SDLK_2, SDL_SCANCODE_2), '2', false));
    EXPECT_TRUE(is(key(0xE9, SDL_SCANCODE_2), '2', false)) << "AZERTY prints é there";
    EXPECT_TRUE(is(key(0xE9, SDL_SCANCODE_2, KMOD_LSHIFT), '2', true));
    EXPECT_TRUE(is(key(SDLK_KP_2, SDL_SCANCODE_KP_2), '2', false));
    EXPECT_FALSE(value_key(meanings(key(SDLK_q, SDL_SCANCODE_Q))));
    EXPECT_FALSE(value_key(meanings(key(SDLK_2, SDL_SCANCODE_2, KMOD_LCTRL))));
}

class ShippedOnThePad : public testing::TestWithParam<const char*> {};

TEST_P(ShippedOnThePad, EveryCodeHasAKeyOfItsOwnAndARow) {
    Settings settings;
    settings.keymap = GetParam();
    for (const codes::Codebook& book : codes::shipped_codebooks()) {
        const Keymap keymap(&book, settings);
        std::size_t rows = 0;
        for (const codes::Side side : {codes::Side::Professional, codes::Side::Client})
            rows += pad_rows(book, side).size();
        EXPECT_EQ(rows, book.codes.size()) << book.key;
        for (const codes::Code& code : book.codes) {
            const std::string name = std::string(kCodePrefix) + code.key;
            EXPECT_FALSE(keymap.chords(name).empty()) << book.key << " " << code.key;
            EXPECT_TRUE(keymap.clashes(name, keymap.chords(name)).empty()) << book.key << " " << code.key;
        }
        for (const codes::Attribute& each : book.attributes)
            for (const auto& value : value_keys(each)) EXPECT_TRUE(value) << book.key << " " << each.key;
    }
}
INSTANTIATE_TEST_SUITE_P(Keymaps, ShippedOnThePad, testing::Values("letters", "transport"));

TEST(ValueKeys, EveryValueOfTheShippedCodebooksIsOnePress) {
    for (const codes::Codebook& book : codes::shipped_codebooks()) {
        const Keymap keymap(&book, {});
        for (const codes::Attribute& each : book.attributes)
            for (const auto& value : value_keys(each))
                EXPECT_FALSE(value_cap(each, *value, keymap).starts_with(keymap.cap("value")))
                    << book.key << ": a code has the key of a value of " << each.key;
    }
}

TEST(PadRows, AKindOfACodeFollowsItWhereverTheCodebookHasIt) {
    codes::Codebook book;
    for (const auto& [name, parent] : std::vector<std::pair<const char*, const char*>>{
             {"question", ""}, {"reflection", ""}, {"open", "question"}, {"a", "b"}, {"b", "a"}}) {
        codes::Code code;
        code.key = name;
        code.parent = parent;
        book.codes.push_back(code);
    }
    std::string order;
    for (const PadRow& row : pad_rows(book, codes::Side::Professional))
        order += std::string(static_cast<std::size_t>(row.depth), '>') + row.code->key + " ";
    EXPECT_EQ(order, "question >open reflection a >b ") << "a circle of parents loses none";
    EXPECT_TRUE(pad_rows(book, codes::Side::Client).empty());
}

class ValuesOnScreen : public CodeScreen {
protected:
    std::string said(std::size_t event, const std::string& attribute) {
        const auto found = events().at(event).attributes.find(attribute);
        return found == events().at(event).attributes.end() ? "" : found->second;
    }
};

TEST_F(ValuesOnScreen, DigitsGiveTheLastCodeItsStrengthAndShiftIsTheMinus) {
    open_coding();
    driver_->press("space");
    ASSERT_TRUE(driver_->until([&] { return open().player->is_playing(); }));
    driver_->press("y");
    driver_->press("2");
    ASSERT_EQ(events().size(), 1u);
    EXPECT_EQ(said(0, "strength"), "2");
    EXPECT_TRUE(open().player->is_playing()) << "nothing stops";
    driver_->press("shift+3");
    EXPECT_EQ(said(0, "strength"), "-3");
    driver_->press("ctrl+z");
    EXPECT_EQ(said(0, "strength"), "2") << "each value is one step";
    driver_->press("7");
    EXPECT_EQ(said(0, "strength"), "2") << "a key that says nothing here changes nothing";
    driver_->press("q");
    driver_->press("2");
    ASSERT_EQ(events().size(), 2u);
    EXPECT_EQ(said(0, "strength"), "2") << "a code without values takes no keys, and the one before is left alone";
    expect_library_agrees();
}

TEST_F(ValuesOnScreen, ACodesKeyAlwaysCodesUnlessAValueWasAnnounced) {
    open_coding();
    Settings settings = driver_->model().settings;
    settings.keymap = "transport";  // digits are codes there
    driver_->application().controller().apply(ChangeSettings{settings});
    driver_->press("shift+1");
    ASSERT_EQ(events().size(), 1u);
    driver_->press("2");
    ASSERT_EQ(events().size(), 2u) << "2 is a code here";
    driver_->press("shift+1");
    driver_->press("grave");
    driver_->press("2");
    ASSERT_EQ(events().size(), 3u) << "announced, it is a value";
    EXPECT_EQ(events()[2].attributes.size(), 1u);
    driver_->press("grave");
    driver_->press("shift+1");
    ASSERT_EQ(events().size(), 3u);
    EXPECT_EQ(events()[2].attributes.begin()->second, "-1");
    driver_->press("grave");
    driver_->press("9");
    EXPECT_EQ(events().size(), 4u) << "what is no value codes all the same: no code is ever eaten";
    expect_library_agrees();
}

TEST_F(ValuesOnScreen, TheSelectedEventOfTheListTakesThem) {
    codes::Event first = event(2, "change_desire", codes::Side::Client);
    open_coding({first, event(5, "open_question", codes::Side::Professional)});
    ASSERT_TRUE(driver_->click("Events 2"));
    ASSERT_TRUE(driver_->click("event 00:02.0"));
    driver_->press("1");
    EXPECT_EQ(said(0, "strength"), "1");
    ASSERT_TRUE(driver_->click("value 3"));
    EXPECT_EQ(said(0, "strength"), "3") << "the same by pointer";
    expect_library_agrees();
}

TEST_F(ValuesOnScreen, TheKeyOfACodeShowsWhatItMeansWhileThatIsAsked) {
    open_coding();
    driver_->press("shift+F1");
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("explanation"); }));
    driver_->press("q");
    EXPECT_TRUE(events().empty()) << "asked for its meaning, it does not code";
    EXPECT_EQ(driver_->application().ui().code.explained, "open_question");
    driver_->press("Escape");
    driver_->press("q");
    EXPECT_EQ(events().size(), 1u);
    EXPECT_FALSE(driver_->sees("explanation"));
}

}  // namespace
}  // namespace app
