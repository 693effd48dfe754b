#include "terugblik.h"

#include <gmock/gmock.h>

using support::expect_refused;
using support::expect_wrong_usage;
using testing::HasSubstr;

namespace {

class CommandLine : public support::CommandTest {};

TEST_F(CommandLine, ListsItsCommandsWithoutADisplay) {
    const auto outcome = run({"--help"});
    EXPECT_EQ(outcome.exit_code, 0);
    for (const char* command : {"probe", "frame", "peaks", "import", "list", "code", "measures", "report", "clip",
                                "export", "check", "backup", "demo", "rate", "import-coded"})
        EXPECT_THAT(outcome.out, HasSubstr(command));
    EXPECT_EQ(run({"measures", "--help"}).exit_code, 0);
    EXPECT_EQ(run({"--version"}).out, "terugblik " TERUGBLIK_VERSION "\n");
}

TEST_F(CommandLine, SaysWrongUsageWithExitCodeTwo) {
    expect_wrong_usage(run({"frobnicate"}), "frobnicate");
    expect_wrong_usage(run({"probe"}), "FILE");
    expect_wrong_usage(run({"probe", "a", "b"}), "b");
    expect_wrong_usage(run({"probe", "a", "--colour"}), "--colour");
    expect_wrong_usage(run({"frame", "a", "--out", "x.png"}), "--at");
    expect_wrong_usage(run({"frame", "a", "--at", "soon", "--out", "x.png"}), "soon");
    expect_wrong_usage(run({"frame", "a", "--at", "1", "--out", "x.png", "--size", "big"}), "big");
    expect_wrong_usage(run({"peaks", "a", "--buckets", "0"}), "--buckets");
    expect_wrong_usage(run({"clip", "a", "--from", "5", "--to", "5", "--out", "x.mp4"}), "--to");
    for (const char* part : {"some", "10,10,10", "10,10,10,10,10", "50,0,60,100", "0,0,0,10", "-1,0,5,5", "1,1,nan,1"})
        expect_wrong_usage(run({"clip", "a", "--out", "x.mp4", "--blur", part}), part);
    for (const char* option : {"--mute", "--shift", "--beep"})
        for (const char* what : {"0", "client", "5-3", "1:00", "-"})
            expect_wrong_usage(run({"clip", "a", "--out", "x.mp4", std::string(option) + "=" + what}), what);
    expect_wrong_usage(run({"export", "x", "--format", "pdf", "--out", "y"}), "pdf");
    expect_wrong_usage(run({"report", "x", "--out", "y.doc"}), "y.doc");
    expect_wrong_usage(run({"list", "things"}), "things");
    expect_wrong_usage(run({"measures", "x", "--counting", "words"}), "words");
    expect_wrong_usage(run({"rate", "x"}), "RATING");
    expect_wrong_usage(run({"import-coded", "x.csv"}), "--format");
    expect_wrong_usage(run({"import-coded", "x.csv", "--format", "csv"}), "--codebook");
    expect_wrong_usage(run({"demo", "--library", "x.terugblik"}), "--folder");
}

TEST_F(CommandLine, RefusesWithExitCodeOneAndTheFilesName) {
    expect_refused(run({"probe", path("nowhere.mp4")}), "nowhere.mp4");
    expect_refused(run({"probe", file("words.mp4", "these are words")}), "words.mp4");
    expect_refused(run({"probe", file("empty.mp4", "")}), "empty.mp4");
    expect_refused(run({"peaks", path("nowhere.wav"), "--buckets", "10", "--json"}), "nowhere.wav");
    expect_refused(run({"list", "--library", path("no.terugblik")}), "no.terugblik");
    expect_refused(run({"--library", path("no.terugblik"), "check"}), "no.terugblik");
    expect_refused(run({"list", "--library", file("words.terugblik", "these are words")}), "words.terugblik");
}

TEST_F(CommandLine, ListsTheShippedCodebookWithoutALibrary) {
    const auto rows = answer({"list", "codebooks"});
    const auto& basis = rows.at(0);
    EXPECT_EQ(basis["key"], "gespreksvoering-basis");
    EXPECT_EQ(basis["version"], "1.3");
    EXPECT_EQ(basis["codes"].size(), 29u);
    EXPECT_EQ(basis["codes"][0],
              (support::Json{{"key", "open_question"}, {"side", "professional"}, {"kind", "point"}}));
    EXPECT_EQ(basis["codes"][12]["side"], "client");
    EXPECT_EQ(basis["measures"].size(), 5u);
    EXPECT_EQ(basis["measures"][0], "reflections_to_questions");
    EXPECT_EQ(basis["phases"], (support::Json{"engage", "focus", "evoke", "plan"}));
    EXPECT_EQ(basis["checklists"].size(), 4u);
}

TEST_F(CommandLine, SpeaksDutchToWhoeverDoesButNotToScripts) {
    const std::vector<std::string> dutch = {"LANG=nl_NL.UTF-8"};
    const auto english = run({"list", "codebooks"});
    const auto nederlands = support::run_terugblik({"list", "codebooks"}, folder_.path(), dutch);
    EXPECT_THAT(english.out, HasSubstr("Open question"));
    EXPECT_THAT(nederlands.out, HasSubstr("Open vraag"));
    EXPECT_EQ(support::run_terugblik({"list", "codebooks", "--json"}, folder_.path(), dutch).out,
              run({"list", "codebooks", "--json"}).out);
}

}  // namespace
