#include "app/keymap.h"

#include "app/key_commands.h"

#include <gtest/gtest.h>
#include <set>

namespace app {
namespace {

codes::Code code(const std::string& key, codes::Side side, const std::string& letter) {
    codes::Code made;
    made.key = key;
    made.side = side;
    made.label = {key, ""};
    made.default_key = letter;
    return made;
}

codes::Codebook codebook() {
    using enum codes::Side;
    codes::Codebook book;
    book.codes = {code("open_question", Professional, "Q"), code("affirmation", Professional, "A"),
                  code("summary", Professional, "Z"), code("change_reason", Client, "I"), code("yes_but", Client, "K")};
    return book;
}

SDL_Keysym key(SDL_Keycode printed, SDL_Scancode place, int modifiers = KMOD_NONE) {
    SDL_Keysym pressed{};
    pressed.sym = printed;
    pressed.scancode = place;
    pressed.mod = static_cast<Uint16>(modifiers);
    return pressed;
}

const Settings kTransport = [] {
    Settings settings;
    settings.keymap = "transport";
    return settings;
}();

TEST(Chord, ReadsBackWhatItWrites) {
    for (const char* text : {"A", "Ctrl+Z", "Ctrl+Shift+Z", "Alt+Left", "Ctrl++", "+", "Ctrl+-", ",", "\\"}) {
        ASSERT_TRUE(parse_chord(text)) << text;
        EXPECT_EQ(to_text(*parse_chord(text)), text);
    }
    EXPECT_EQ(to_text(*parse_chord("q")), "Q");
    EXPECT_FALSE(parse_chord(""));
    EXPECT_EQ(parse_chords("Ctrl+Y  Alt+Left").size(), 2u);
}

TEST(Keymap, ALetterIsWhatIsPrintedOnTheKey) {
    const auto book = codebook();
    const Keymap keymap(&book, {});
    EXPECT_EQ(keymap.find(key(SDLK_q, SDL_SCANCODE_Q)), "code:open_question");
    EXPECT_EQ(keymap.find(key(SDLK_a, SDL_SCANCODE_Q)), "code:affirmation") << "AZERTY prints A where the US has Q";
    EXPECT_EQ(keymap.find(key(SDLK_z, SDL_SCANCODE_Y)), "code:summary") << "QWERTZ prints Z where the US has Y";
}

TEST(Keymap, PunctuationThatAKeyboardLacksIsFoundByItsPlace) {
    const Keymap keymap(nullptr, {});
    EXPECT_EQ(keymap.find(key(0xFC, SDL_SCANCODE_LEFTBRACKET)), "slower") << "QWERTZ prints Ü there";
    EXPECT_EQ(keymap.find(key(SDLK_COMMA, SDL_SCANCODE_M)), "previous_picture") << "AZERTY has its comma on M";
    EXPECT_EQ(keymap.find(key(SDLK_COLON, SDL_SCANCODE_PERIOD)), "next_picture");
    EXPECT_EQ(keymap.find(key(SDLK_v, SDL_SCANCODE_PERIOD)), "") << "Dvorak's V stays a letter";
}

TEST(Keymap, DigitsWorkOnAzertyWhereTheyNeedShift) {
    const auto book = codebook();
    const Keymap keymap(&book, kTransport);
    EXPECT_EQ(keymap.find(key(SDLK_1, SDL_SCANCODE_1)), "code:open_question");
    EXPECT_EQ(keymap.find(key(SDLK_AMPERSAND, SDL_SCANCODE_1)), "code:open_question");
    EXPECT_EQ(keymap.find(key(SDLK_AMPERSAND, SDL_SCANCODE_1, KMOD_LSHIFT)), "code:change_reason");
    EXPECT_EQ(keymap.find(key(SDLK_KP_2, SDL_SCANCODE_KP_2)), "code:affirmation") << "the number pad counts too";
}

TEST(Keymap, TheSecondKeymapKeepsJklAndIoForPlaying) {
    const auto book = codebook();
    const Keymap keymap(&book, kTransport);
    EXPECT_EQ(keymap.find(key(SDLK_j, SDL_SCANCODE_J)), "back_5");
    EXPECT_EQ(keymap.find(key(SDLK_k, SDL_SCANCODE_K)), "play_pause");
    EXPECT_EQ(keymap.find(key(SDLK_l, SDL_SCANCODE_L)), "forward_5");
    EXPECT_EQ(keymap.find(key(SDLK_i, SDL_SCANCODE_I)), "loop_from");
    EXPECT_EQ(keymap.find(key(SDLK_o, SDL_SCANCODE_O)), "loop_to");
}

TEST(Keymap, NoKeyMeansTwoThings) {
    const auto book = codebook();
    for (const Settings& settings : {Settings(), kTransport}) {
        const Keymap keymap(&book, settings);
        for (const KeyCommand& command : key_commands()) {
            const std::string name(command.name);
            EXPECT_FALSE(keymap.chords(name).empty()) << name;
            EXPECT_TRUE(keymap.clashes(name, keymap.chords(name)).empty()) << name << " in " << settings.keymap;
        }
        for (const codes::Code& one : book.codes) {
            const std::string name = "code:" + one.key;
            EXPECT_TRUE(keymap.clashes(name, keymap.chords(name)).empty()) << name << " in " << settings.keymap;
        }
    }
}

TEST(Keymap, AltWithACodesKeyRecodes) {
    const auto book = codebook();
    const Keymap keymap(&book, {});
    EXPECT_EQ(keymap.code_to_recode_to(key(SDLK_q, SDL_SCANCODE_Q, KMOD_LALT)), "open_question");
    EXPECT_EQ(keymap.code_to_recode_to(key(SDLK_q, SDL_SCANCODE_Q)), "");
    EXPECT_EQ(keymap.code_to_recode_to(key(SDLK_SPACE, SDL_SCANCODE_SPACE, KMOD_LALT)), "");
}

TEST(Keymap, AltGrWithACodesKeyDropsNothing) {
    const auto book = codebook();
    const Keymap keymap(&book, {});
    EXPECT_EQ(keymap.find(key(SDLK_q, SDL_SCANCODE_Q, KMOD_MODE)), "");
    EXPECT_EQ(keymap.find(key(SDLK_q, SDL_SCANCODE_Q, KMOD_RALT)), "") << "where it is a second Alt it recodes";
    EXPECT_EQ(keymap.code_to_recode_to(key(SDLK_q, SDL_SCANCODE_Q, KMOD_RALT)), "open_question");
    EXPECT_EQ(keymap.code_to_recode_to(key(SDLK_q, SDL_SCANCODE_Q, KMOD_RALT | KMOD_MODE)), "");
}

TEST(Keymap, AChangedKeyClashesUntilTheOtherGivesItUp) {
    const auto book = codebook();
    const Settings before;
    const Chord q{.key = "Q"};
    EXPECT_EQ(Keymap(&book, before).clashes("play_pause", {q}), std::vector<std::string>{"code:open_question"});

    const Settings after = with_keys(before, &book, "play_pause", {q});
    const Keymap keymap(&book, after);
    EXPECT_EQ(keymap.find(key(SDLK_q, SDL_SCANCODE_Q)), "play_pause");
    EXPECT_TRUE(keymap.chords("code:open_question").empty());
    EXPECT_EQ(keymap.find(key(SDLK_SPACE, SDL_SCANCODE_SPACE)), "");
}

TEST(Keymap, ModifiersByThemselvesMeanNothing) {
    EXPECT_TRUE(meanings(key(SDLK_LSHIFT, SDL_SCANCODE_LSHIFT, KMOD_LSHIFT)).empty());
}

TEST(Keymap, CommandNamesAreUnique) {
    std::set<std::string_view> names;
    for (const KeyCommand& command : key_commands()) EXPECT_TRUE(names.insert(command.name).second) << command.name;
}

}  // namespace
}  // namespace app
