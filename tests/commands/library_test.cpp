#include "library/table_shapes.h"
#include "terugblik.h"

#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>

using support::expect_refused;
using support::expect_wrong_usage;
using testing::HasSubstr;

namespace {

class LibraryCommands : public support::CommandTest {
protected:
    std::string conversation() {
        const std::string transcript = file("talk.vtt",
                                            "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nNoor: Hoe gaat het?\n\n"
                                            "2\n00:00:04.000 --> 00:00:10.000\nBas: Gaat wel.\n");
        return answer({"import", recording("talk.wav", 60), "--title", "Talk", "--transcript", transcript,
                       "--professional", "Noor", "--trainee", "trainee 7", "--date", "2026-11-12"})["conversation"];
    }
    support::Json code(const std::string& conversation, const std::string& table) {
        return answer({"code", conversation, "--codebook", "gespreksvoering-basis", "--coder", "coach 2", "--from",
                       file("codes.csv", table)});
    }
    std::string coding() {
        return code(conversation(),
                    "time,end,speaker,code,attributes,note\n1,,professional,open_question,,\n"
                    "5,,client,change_desire,strength=2,\"=1+1, zei ze\"\n7,,client,yes_but,,\n")["coding"];
    }
};

TEST_F(LibraryCommands, TakeATalkFromRecordingToReport) {
    const std::string made = coding();
    const auto measures = answer({"measures", made});
    EXPECT_EQ(measures["counts"]["open_question"], 1);
    EXPECT_EQ(measures["counts"]["confront"], 0);
    EXPECT_EQ(measures["measures"]["pct_change_talk"]["value"], 0.5);
    EXPECT_EQ(measures["measures"]["pct_change_talk"]["numerator"], 1);
    EXPECT_EQ(measures["measures"]["pct_change_talk"]["denominator"], 2);
    EXPECT_EQ(measures["measures"]["pct_change_talk"]["band"], "too_few");
    EXPECT_EQ(measures["measures"]["pct_change_talk"]["interval"], "wilson_95");
    EXPECT_TRUE(measures["measures"]["talk_share"]["interval"].is_null());
    EXPECT_TRUE(measures["measures"]["pct_complex_reflections"]["value"].is_null());
    EXPECT_EQ(measures["talk_time"]["professional_us"], 2'000'000);
    EXPECT_EQ(measures["measures"]["talk_share"]["value"], 0.25);

    const auto report = answer({"report", made, "--out", path("r.pdf"), "--out", path("r.html")});
    EXPECT_EQ(report["version"], 1);
    EXPECT_EQ(report["sha256"].get<std::string>().size(), 64u);
    EXPECT_GE(report["pages"], 1);
    EXPECT_TRUE(support::read_file(path("r.pdf")).starts_with("%PDF"));
    EXPECT_THAT(support::read_file(path("r.html")), HasSubstr("<html"));
    EXPECT_EQ(answer({"report", made, "--out", path("r.pdf"), "--language", "nl"})["version"], 2);
    EXPECT_EQ(answer({"list", "reports"}).size(), 2u);
}

TEST_F(LibraryCommands, FindThingsByTheBeginningOfTheirIdAndByTitle) {
    const std::string made = coding();
    EXPECT_EQ(answer({"measures", "Talk"})["coding"], made);
    EXPECT_EQ(answer({"measures", made.substr(0, 20)})["coding"], made);
    expect_refused(run({"measures", "talk"}), "talk");
    expect_refused(run({"measures", ""}), "coding");
    code("Talk", "time,code\n1,summary\n");
    expect_refused(run({"measures", "Talk"}), made);
    expect_refused(run({"measures", made.substr(0, 4)}), "more than one");
}

TEST_F(LibraryCommands, CodeSkipsAndListsLinesThatMakeNoSense) {
    const auto json = code(conversation(), "time,code\n1,summary\n2,smmary\n61,summary\nx,summary\n");
    EXPECT_EQ(json["events"], 1);
    ASSERT_EQ(json["skipped"].size(), 3u);
    EXPECT_EQ(json["skipped"][0]["line"], 3);
    EXPECT_THAT(json["skipped"][0]["reason"].get<std::string>(), HasSubstr("smmary"));
    EXPECT_EQ(json["skipped"][1]["line"], 4);
}

TEST_F(LibraryCommands, CodeRefusesAnUnknownCodebookAndAFileThatIsNoTable) {
    const std::string talk = conversation();
    const auto with = [&](const std::string& codebook, const std::string& table) {
        return run({"code", talk, "--codebook", codebook, "--coder", "c", "--from", file("t.csv", table)});
    };
    expect_refused(with("miti-9", "time,code\n"), "gespreksvoering-basis");
    expect_refused(with("gespreksvoering-basis", "hello\n"), "t.csv");
    EXPECT_EQ(answer({"list", "codings"}).size(), 0u);
}

TEST_F(LibraryCommands, ExportGivesBackWhatCodeTook) {
    const std::string made = coding();
    EXPECT_EQ(answer({"export", made, "--format", "csv", "--out", path("out.csv")})["events"], 3);
    const std::string table = support::read_file(path("out.csv"));
    EXPECT_THAT(table, HasSubstr("\"'=1+1, zei ze\""));
    const std::string again = code("Talk", table)["coding"];
    answer({"export", again, "--format", "csv", "--out", path("again.csv")});
    EXPECT_EQ(support::read_file(path("again.csv")), table);

    answer({"export", made, "--format", "json", "--out", path("out.json")});
    EXPECT_EQ(support::Json::parse(support::read_file(path("out.json")))["events"][1]["note"], "=1+1, zei ze");
    answer({"export", made, "--format", "vtt", "--out", path("out.vtt")});
    EXPECT_TRUE(support::read_file(path("out.vtt")).starts_with("WEBVTT"));
    expect_refused(run({"export", made, "--format", "csv", "--out", path("nowhere/out.csv")}), "out.csv");
}

TEST_F(LibraryCommands, ImportAddsNothingWhenOneFileIsRefused) {
    const std::string good = recording("good.wav", 1);
    expect_refused(run({"import", good, file("bad.mp4", "no recording")}), "bad.mp4");
    expect_refused(run({"import", good, "--transcript", file("t.vtt", "no transcript")}), "t.vtt");
    expect_refused(run({"import", good, "--professional", "Nobody"}), "Nobody");
    expect_wrong_usage(run({"import", good, "--date", "yesterday"}), "yesterday");
    expect_refused(run({"list"}), "library.terugblik");
}

TEST_F(LibraryCommands, ImportOfSeveralFilesIsOneConversation) {
    const auto json =
        answer({"import", recording("a.wav", 2), recording("b.wav", 3), "--library", path("l.terugblik")});
    ASSERT_EQ(json["recordings"].size(), 2u);
    EXPECT_EQ(json["recordings"][1]["duration_us"], 3'000'000);
    const auto rows = answer({"list", "--library", path("l.terugblik")});
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0]["duration_us"], 2'000'000) << "of the one that plays";
}

TEST_F(LibraryCommands, ImportTakesOneTranscriptAndTheChatOfAZoomFolder) {
    const std::string zoom = "2026-11-12 14.03.00 Talk with Jan";
    std::filesystem::create_directories(path(zoom + "/Audio Record"));
    recording(zoom + "/zoom_0.wav", 2);
    recording(zoom + "/Audio Record/audioJanBakker11234567.wav", 1);
    file(zoom + "/a.cc.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nJan: Captions.\n");
    file(zoom + "/b.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nJan: Transcript.\n");
    file(zoom + "/chat.txt", "14:05 Jan: see \xFFyou\n");
    file(zoom + "/letter.docx", "x");
    const auto json = answer({"import", path(zoom)});
    EXPECT_EQ(json["turns"], 1);
    EXPECT_EQ(json["recordings"][1]["label"], "JanBakker");
    EXPECT_THAT(json["remarks"].dump(), testing::AllOf(HasSubstr("a.cc.vtt"), HasSubstr("letter.docx")));
    EXPECT_THAT(support::read_file(path("data/terugblik/library.terugblik")), HasSubstr("14:05 Jan: see \uFFFDyou"));
}

TEST_F(LibraryCommands, ImportRefusesARecordingThatItHasAndANameThatCannotBeRead) {
    const std::string once = recording("once.wav", 1);
    std::filesystem::copy(once, path("copy.wav"));
    expect_refused(run({"import", once, path("copy.wav")}), "same recording");
    expect_refused(run({"list"}), "library.terugblik");
    answer({"import", once, "--title", "Once"});
    expect_refused(run({"import", path("copy.wav")}), "already in the library, as “Once”");
    EXPECT_EQ(answer({"list"}).size(), 1u);
    expect_refused(run({"import", recording("caf\xE9.wav", 3)}), "Rename");
}

TEST_F(LibraryCommands, MeasuresCountsByVolleyAndSaysWhatDidNotCountAndWhy) {
    const std::string made =
        code(conversation(), "time,code\n1,simple_reflection\n2,complex_reflection\n11,simple_reflection\n")["coding"];
    EXPECT_EQ(answer({"measures", made})["counts"]["simple_reflection"], 2);
    const auto json = answer({"measures", made, "--counting", "volleys"});
    EXPECT_EQ(json["counting"], "volleys");
    EXPECT_EQ(json["counts"]["simple_reflection"], 1);
    EXPECT_EQ(json["measures"]["pct_complex_reflections"]["denominator"], 2);
    EXPECT_EQ(json["volleys"]["professional"], 2);
    EXPECT_EQ(json["volleys"]["client"], 1);
    EXPECT_EQ(json["warnings"], support::Json::array());
    ASSERT_EQ(json["changed"].size(), 1u);
    EXPECT_EQ(json["changed"][0]["code"], "simple_reflection");
    EXPECT_EQ(json["changed"][0]["at_us"], 1'000'000);
    EXPECT_EQ(json["changed"][0]["rule"], "complex_over_simple");
    EXPECT_THAT(json["changed"][0]["reason"].get<std::string>(), HasSubstr("complex"));
    EXPECT_THAT(run({"measures", made, "--counting", "volleys"}).out, HasSubstr("simple_reflection does not count"));
}

TEST_F(LibraryCommands, MeasuresSaysWhenOnlyOneSideIsHeardSoThatAllIsOneVolley) {
    const std::string talk = answer({"import", recording("mute.wav", 60)})["conversation"];
    const std::string made = code(talk, "time,code\n1,open_question\n50,open_question\n")["coding"];
    const auto json = answer({"measures", made, "--counting", "volleys"});
    EXPECT_EQ(json["counts"]["open_question"], 1);
    EXPECT_EQ(json["warnings"].size(), 1u);
}

TEST_F(LibraryCommands, MeasuresSaysWhatWasHeardWhatWasEarlyAndHowItWent) {
    const std::string made = code(conversation(),
                                  "time,code,attributes\n5,change_desire,strength=2\n30,change_plan,strength=3\n"
                                  "50,sustain,strength=-1\n")["coding"];
    const auto json = answer({"measures", made});
    EXPECT_TRUE(json["segment"].is_null());
    ASSERT_EQ(json["hints"].size(), 1u);
    EXPECT_EQ(json["hints"][0]["at_us"], 30'000'000);
    EXPECT_EQ(json["hints"][0]["missing"], (support::Json{"change_ability", "change_reason", "change_need"}));
    const auto& heard = json["coverage"]["darn_heard"];
    EXPECT_EQ(heard[0], (support::Json{{"part", "change_desire"}, {"times", 1}, {"first_us", 5'000'000}}));
    EXPECT_TRUE(heard[1]["first_us"].is_null());
    const auto& thirds = json["thirds"]["pct_change_talk"];
    ASSERT_EQ(thirds.size(), 3u);
    EXPECT_EQ(thirds[0]["numerator"], 1);
    EXPECT_EQ(thirds[2]["value"], 0);
    EXPECT_EQ(thirds[2]["from_us"], 40'000'000);
    EXPECT_EQ(json["strength"]["strength"][2]["value"], -1);
    EXPECT_FALSE(json.contains("changed"));
}

TEST_F(LibraryCommands, MeasuresRefusesVolleysWithoutRules) {
    const std::string made = answer({"code", conversation(), "--codebook", "change-sustain-talk", "--coder", "c",
                                     "--from", file("t.csv", "time,code\n1,change\n")})["coding"];
    expect_refused(run({"measures", made, "--counting", "volleys"}), "volleys");
}

TEST_F(LibraryCommands, CheckFindsALibraryThatIsWholeAndARecordingThatIsGone) {
    coding();
    const auto json = answer({"check"});
    EXPECT_EQ(json["ok"], true);
    EXPECT_EQ(json["problems"], support::Json::array());
    std::filesystem::remove(path("talk.wav"));
    const auto gone = run({"check", "--json"});
    EXPECT_EQ(gone.exit_code, 1);
    EXPECT_EQ(gone.json()["ok"], false);
    EXPECT_THAT(gone.json()["problems"][0].get<std::string>(), HasSubstr("talk.wav"));
    EXPECT_EQ(std::count(gone.err.begin(), gone.err.end(), '\n'), 1);
    EXPECT_EQ(answer({"list", "codings"}).size(), 1u);
}

TEST_F(LibraryCommands, BackupIsALibraryOfItsOwnAndReplacesNothing) {
    coding();
    EXPECT_EQ(answer({"backup", path("b.terugblik")})["ok"], true);
    EXPECT_EQ(answer({"list", "codings", "--library", path("b.terugblik")}), answer({"list", "codings"}));
    expect_refused(run({"backup", path("b.terugblik")}), "b.terugblik");
}

TEST_F(LibraryCommands, WriteOverNeitherTheLibraryNorARecording) {
    const std::string made = coding();
    const std::string library = path("data/terugblik/library.terugblik");
    std::filesystem::create_symlink(path("talk.wav"), path("talk.pdf"));
    std::filesystem::create_symlink(library, path("library.pdf"));
    const std::string recording = support::read_file(path("talk.wav"));
    for (const char* out : {"talk.pdf", "library.pdf"})
        expect_refused(run({"report", made, "--out", path(out)}), "overwritten");
    EXPECT_EQ(answer({"list", "reports"}).size(), 0u);
    const auto backups = std::filesystem::directory_iterator(path("data/terugblik/backups"));
    for (const std::string& out : {path("talk.wav"), path("library.pdf"), library + "-wal", library + "-owner"})
        expect_refused(run({"export", made, "--format", "csv", "--out", out}), "overwritten");
    EXPECT_FALSE(std::filesystem::exists(library + "-wal"));
    for (const std::string& out : {library, backups->path().string(), path("new.terugblik")})
        expect_refused(run({"export", made, "--format", "csv", "--out", out}), "name of a library");
    for (const std::string& out : {path("talk.wav"), library, library + "-wal"})
        expect_refused(run({"backup", out}), "overwritten");
    EXPECT_EQ(support::read_file(path("talk.wav")), recording);
    EXPECT_EQ(answer({"check"})["ok"], true);
}

// These need no library, and yet may not harm it.
TEST_F(LibraryCommands, ClipAndFrameWriteOverNothingOfTheLibraryEither) {
    coding();
    const std::string other = recording("other.wav", 1);
    const std::string before = support::read_file(path("talk.wav"));
    std::filesystem::create_hard_link(path("talk.wav"), path("talk.mp4"));
    const std::string library = path("data/terugblik/library.terugblik");
    for (const std::string& out : {path("talk.mp4"), other, library + "-wal"}) {
        expect_refused(run({"clip", other, "--from", "0", "--to", "1", "--out", out}), "overwritten");
        expect_refused(run({"frame", other, "--at", "0", "--out", out}), "overwritten");
    }
    expect_refused(run({"frame", other, "--at", "0", "--out", library}), "name of a library");
    EXPECT_EQ(support::read_file(path("talk.wav")), before);
    EXPECT_FALSE(std::filesystem::exists(library + "-wal"));
    // What is there and is no recording may be replaced; not so when the library cannot be asked.
    const std::string old = file("old.m4a", "an older clip");
    answer({"clip", other, "--from", "0", "--to", "1", "--out", old});
    EXPECT_GT(support::read_file(old).size(), 100u);
    const std::string broken = file("broken.terugblik", "no library");
    const auto clip_to = [&](const std::string& out) {
        return run({"clip", other, "--from", "0", "--to", "1", "--out", out, "--library", broken});
    };
    expect_refused(clip_to(old), "broken.terugblik");
    EXPECT_EQ(clip_to(path("new.m4a")).exit_code, 0);
}

TEST_F(LibraryCommands, CheckSaysInJsonThatALibraryIsDamaged) {
    const auto damaged = run({"check", "--json", "--library", file("l.terugblik", std::string(5000, 'x'))});
    EXPECT_EQ(damaged.exit_code, 1);
    EXPECT_EQ(damaged.json()["ok"], false);
    ASSERT_EQ(damaged.json()["problems"].size(), 1u);
    EXPECT_THAT(damaged.json()["problems"][0].get<std::string>(), HasSubstr("l.terugblik"));
}

TEST_F(LibraryCommands, CheckSalvagesADamagedLibraryIntoANewOne) {
    const std::string made = coding();
    const std::string library = path("data/terugblik/library.terugblik");
    std::string bytes = support::read_file(library);
    std::fill(bytes.begin() + 100, bytes.begin() + 4096, '\x55');  // what leads to every table
    support::write_file(library, bytes);
    const auto damaged = run({"check"});
    expect_refused(damaged, "--salvage");
    expect_refused(run({"check", "--salvage", library}), "overwritten");
    const auto json = answer({"check", "--salvage", path("new.terugblik")});
    EXPECT_EQ(support::read_file(library), bytes);
    ASSERT_EQ(json["tables"].size(), library::kTableShapes.size());
    const auto events = std::find_if(json["tables"].begin(), json["tables"].end(),
                                     [](const auto& one) { return one["table"] == "event"; });
    ASSERT_NE(events, json["tables"].end());
    EXPECT_EQ((*events)["kept"], 3);
    EXPECT_EQ((*events)["lost"], 0);
    EXPECT_EQ(answer({"measures", made, "--library", path("new.terugblik")})["counts"]["yes_but"], 1);
    expect_refused(run({"check", "--salvage", path("new.terugblik")}), "not replaced");
}

TEST_F(LibraryCommands, CountOneThingInTheSingular) {
    EXPECT_THAT(run({"code", conversation(), "--codebook", "gespreksvoering-basis", "--coder", "c", "--from",
                     file("one.csv", "time,code\n1,summary\n")})
                    .out,
                testing::EndsWith(" 1 code\n"));
    EXPECT_THAT(run({"export", "Talk", "--format", "csv", "--out", path("one.out")}).out,
                testing::EndsWith(": 1 code\n"));
}

TEST_F(LibraryCommands, CodeAsksWhoCoded) {
    expect_wrong_usage(run({"code", conversation(), "--codebook", "gespreksvoering-basis", "--coder", " ", "--from",
                            file("codes.csv", "time,code\n")}),
                       "who coded");
}

TEST_F(LibraryCommands, ReportWritesAnIssuedVersionAgainWithoutIssuingAnother) {
    const std::string made = coding();
    const auto first = answer({"report", made, "--out", path("r.pdf"), "--language", "nl"});
    answer({"report", made, "--out", path("later.pdf")});
    const auto again =
        answer({"report", made, "--version", "1", "--out", path("again.pdf"), "--out", path("again.html")});
    EXPECT_EQ(again["report"], first["report"]);
    EXPECT_EQ(again["sha256"], first["sha256"]);
    EXPECT_EQ(again["pages"], first["pages"]);
    EXPECT_EQ(again["language"], "nl");
    EXPECT_EQ(support::read_file(path("again.pdf")), support::read_file(path("r.pdf")));
    EXPECT_THAT(support::read_file(path("again.html")), HasSubstr("<html"));
    EXPECT_EQ(answer({"list", "reports"}).size(), 2u);
    expect_refused(run({"report", made, "--version", "3", "--out", path("x.pdf")}), "version 3");
    expect_wrong_usage(run({"report", made, "--version", "1", "--language", "en", "--out", path("x.pdf")}),
                       "--language");
}

TEST_F(LibraryCommands, ReportThatCannotBeWrittenSaysHowToWriteItLater) {
    const std::string made = coding();
    std::filesystem::create_directory(path("r.pdf"));
    expect_refused(run({"report", made, "--out", path("r.pdf")}), "report " + made + " --version 1");
    std::filesystem::remove(path("r.pdf"));
    EXPECT_EQ(answer({"report", made, "--version", "1", "--out", path("r.pdf")})["version"], 1);
    EXPECT_TRUE(support::read_file(path("r.pdf")).starts_with("%PDF"));
    EXPECT_EQ(answer({"list", "reports"}).size(), 1u);
}

TEST_F(LibraryCommands, ReportIsNotIssuedWhenThereIsNowhereToWriteIt) {
    const std::string made = coding();
    expect_refused(run({"report", made, "--out", path("nowhere/r.pdf")}), "r.pdf");
    EXPECT_EQ(answer({"list", "reports"}).size(), 0u);
}

}  // namespace
