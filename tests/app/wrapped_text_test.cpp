#include "app/wrapped_text.h"

#include <gtest/gtest.h>

namespace {

using app::widgets::unwrapped;
using app::widgets::wrapped;

float one_each(std::string_view) {
    return 1;
}

std::string lines(const std::string& text, float width) {
    std::string shown = wrapped(text, width, one_each);
    for (std::size_t at = 0; (at = shown.find(app::widgets::kSoftBreak, at)) != std::string::npos;)
        shown.replace(at, app::widgets::kSoftBreak.size(), "|");
    return shown;
}

TEST(WrappedText, BreaksBehindASpace) {
    EXPECT_EQ(lines("een twee drie", 7), "een |twee |drie");
    EXPECT_EQ(lines("een twee drie", 9), "een twee |drie");
    EXPECT_EQ(lines("kort", 9), "kort");
}

TEST(WrappedText, ASpaceMayStickOutOfTheLine) {
    EXPECT_EQ(lines("een twee drie", 8), "een twee |drie");
}

TEST(WrappedText, KeepsTheLineEndsThatWereTyped) {
    EXPECT_EQ(lines("een\n\ntwee drie\n", 5), "een\n\ntwee |drie\n");
}

TEST(WrappedText, BreaksInsideAWordThatIsLongerThanALine) {
    EXPECT_EQ(lines("abcdefgh", 3), "abc|def|gh");
    EXPECT_EQ(lines("\u00e9\u00e9\u00e9\u00e9", 3), "\u00e9\u00e9\u00e9|\u00e9");
}

TEST(WrappedText, UnwrappingGivesBackWhatWasWrapped) {
    for (const std::string text :
         {"", "\n", "a b c d e f", "een twee\ndrie vier vijf\n\n", "woord  met  dubbele  spaties"})
        for (const float width : {1.F, 3.F, 7.F, 100.F}) EXPECT_EQ(unwrapped(wrapped(text, width, one_each)), text);
}

TEST(WrappedText, AMarkWhoseLineEndWasDeletedIsNoPartOfTheText) {
    EXPECT_EQ(unwrapped("een \xe2\x80\x8btwee"), "een twee");
}

}  // namespace
