// Habits of the house that a compiler does not check.
#include "project/source_files.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <regex>

namespace {

const std::vector<std::string> kFolders = {"core", "app", "assets", "bench", "docs", "scripts", "tests", "third_party"};
const std::vector<std::string> kTexts = {".h", ".cpp", ".txt", ".cmake", ".json", ".md", ".po", ".py", ".sh", ".sql"};

}  // namespace

TEST(Sources, NameNoFolderOfOneMachine) {
    // Put together here, so that this file does not find itself. Tests may make up a home for somebody.
    const std::string start = "(^|[^\\w.])/(", end = ")/\\w";
    const std::regex anywhere(start + "root|work|Users" + end);
    const std::regex outside_tests(start + "home" + end);
    for (const auto& file : project::source_files(kFolders, kTexts)) {
        std::smatch match;
        EXPECT_FALSE(std::regex_search(file.text, match, anywhere)) << file.path << ": " << match.str();
        if (file.path.starts_with("tests/")) continue;
        EXPECT_FALSE(std::regex_search(file.text, match, outside_tests)) << file.path << ": " << match.str();
    }
}

TEST(Sources, SayWhatTheyAreForAtTheTopOfEachHeader) {
    for (const auto& file : project::source_files({"core", "app"}, {".h"})) {
        EXPECT_TRUE(file.text.starts_with("//")) << file.path;
        EXPECT_NE(file.text.find("#pragma once"), std::string::npos) << file.path;
    }
}

TEST(Sources, StayShortEnoughToRead) {
    for (const auto& file : project::source_files({"core", "app", "tests", "bench"}, {".h", ".cpp"})) {
        EXPECT_LT(std::count(file.text.begin(), file.text.end(), '\n'), 400) << file.path;
    }
}

TEST(Sources, LeaveNothingForLater) {
    const std::regex later(std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X)\\b");
    for (const auto& file : project::source_files({"core", "app", "tests", "bench"}, {".h", ".cpp"})) {
        std::smatch match;
        EXPECT_FALSE(std::regex_search(file.text, match, later)) << file.path << ": " << match.str();
    }
}
