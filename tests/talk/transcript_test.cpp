#include "base/error.h"
#include "talk/turn.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using base::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

talk::Transcript parse(const std::string& text) {
    return talk::read_transcript(text, "talk.vtt");
}

// One cue with this text, read.
talk::Turn only_turn(const std::string& cue) {
    const auto transcript = parse("WEBVTT\n\n00:01.000 --> 00:02.000\n" + cue + "\n");
    EXPECT_THAT(transcript.turns, SizeIs(1)) << cue;
    return transcript.turns.empty() ? talk::Turn{} : transcript.turns[0];
}

TEST(Transcript, ReadsZoomsNames) {
    const auto transcript = parse(
        "WEBVTT\r\n\r\n1\r\n00:13:55.330 --> 00:13:56.350\r\nAnna de Vries: Hello, everyone.\r\n\r\n"
        "2\r\n00:14:02.970 --> 00:14:06.790\r\nBo (gast): Twee dingen: dit en dat.\r\n\r\n");
    ASSERT_THAT(transcript.turns, SizeIs(2));
    EXPECT_EQ(transcript.turns[0].speaker, "Anna de Vries");
    EXPECT_EQ(transcript.turns[0].text, "Hello, everyone.");
    EXPECT_EQ(transcript.turns[0].span.from, milliseconds(835'330));
    EXPECT_EQ(transcript.turns[0].span.to, milliseconds(836'350));
    EXPECT_EQ(transcript.turns[1].speaker, "Bo (gast)");
    EXPECT_EQ(transcript.turns[1].text, "Twee dingen: dit en dat.");
    EXPECT_THAT(transcript.skipped, IsEmpty());
}

TEST(Transcript, ReadsTeamsVoices) {
    const auto transcript = parse(
        "WEBVTT\n\n1b9e4a3c-0f3f-4c8e-9a1e-5d1f0f0d2a11/12-0\n00:00:03.320 --> 00:00:06.870\n"
        "<v Jansen, Piet (Guest)>Dat is mooi,\nen verder?</v>\n\n"
        "1b9e4a3c-0f3f-4c8e-9a1e-5d1f0f0d2a11/13-0\n00:00:07.000 --> 00:00:08.000\n<v.loud R&amp;D team>Ja "
        "&lt;toch&gt;\n");
    ASSERT_THAT(transcript.turns, SizeIs(2));
    EXPECT_EQ(transcript.turns[0].speaker, "Jansen, Piet (Guest)");
    EXPECT_EQ(transcript.turns[0].text, "Dat is mooi, en verder?");
    EXPECT_EQ(transcript.turns[1].speaker, "R&D team");
    EXPECT_EQ(transcript.turns[1].text, "Ja <toch>");
}

TEST(Transcript, ReadsTheSloppyTimesAndOverlapsOfOlderTeams) {
    const auto transcript = parse(
        "WEBVTT\n\n0:0:0.0 --> 0:0:2.570\n<v Anna>One</v>\n\n0:0:1.5 --> 0:0:3.0\n<v Bo>Two</v>\n\n"
        "0:0:0.9 --> 0:0:1.0\n<v Anna>Earlier</v>\n");
    ASSERT_THAT(transcript.turns, SizeIs(3));
    EXPECT_EQ(transcript.turns[0].span.to, milliseconds(2'570));
    EXPECT_EQ(transcript.turns[1].text, "Earlier");
    EXPECT_EQ(transcript.turns[2].span.from, milliseconds(1'500));
}

TEST(Transcript, MakesATurnForEachVoiceInACue) {
    const auto transcript =
        parse("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>How are you?</v>\n<v Bo>Fine, thanks.</v>\n");
    EXPECT_THAT(talk::speakers(transcript.turns), ElementsAre("Anna", "Bo"));
    EXPECT_EQ(transcript.turns[0].text, "How are you?");
    EXPECT_EQ(transcript.turns[1].text, "Fine, thanks.");
}

TEST(Transcript, AcceptsAByteOrderMarkAndEveryLineEnding) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto transcript = parse("\xEF\xBB\xBFWEBVTT - made by hand" + end + end + "1" + end +
                                      "00:01,250 --> 01:02:03.5 align:start position:0%" + end + "Zoë: Hallo" + end);
        ASSERT_THAT(transcript.turns, SizeIs(1));
        EXPECT_EQ(transcript.turns[0].span.from, milliseconds(1'250));
        EXPECT_EQ(transcript.turns[0].span.to, milliseconds(3'723'500));
        EXPECT_EQ(transcript.turns[0].speaker, "Zoë");
        EXPECT_THAT(transcript.skipped, IsEmpty());
    }
}

TEST(Transcript, TakesNoTimeQuestionOrSentenceForAName) {
    for (const char* cue : {"10:30: then we begin", "12.5: a number", "Really? Yes: I mean it", "https://example.org/a",
                            "It ends with a colon:", "When all of us had talked it over for a while he said: no"}) {
        EXPECT_EQ(only_turn(cue).speaker, "") << cue;
        EXPECT_EQ(only_turn(cue).text, cue);
    }
    EXPECT_EQ(only_turn("Guest 2: yes").speaker, "Guest 2");
    EXPECT_EQ(only_turn("Dr. J. O'Neill-Öz: yes").speaker, "Dr. J. O'Neill-Öz");
}

TEST(Transcript, LeavesWordsAloneInATalkWithoutNames) {
    std::string text = "WEBVTT\n\n";
    for (int i = 10; i < 30; ++i)
        text += "00:" + std::to_string(i) + ".000 --> 00:" + std::to_string(i) + ".900\nwe go on\n\n";
    text += "00:40.000 --> 00:41.000\nThe point: we go on\n";
    const auto transcript = parse(text);
    EXPECT_THAT(talk::speakers(transcript.turns), IsEmpty());
    EXPECT_EQ(transcript.turns.back().text, "The point: we go on");
}

TEST(Transcript, TakesMarkupOutAndLeavesOtherAnglesIn) {
    EXPECT_EQ(only_turn("Like a <00:19.000>big-a <c.yellow>pizza</c> <b>pie</b>").text, "Like a big-a pizza pie");
    EXPECT_EQ(only_turn("I <3 you & 3 < 5").text, "I <3 you & 3 < 5");
    EXPECT_EQ(only_turn("caf&#233; &#x1F642; &unknown; &amp;lt;").text, "café 🙂 &unknown; &lt;");
}

TEST(Transcript, PassesOverNotesAndStylesButNotWordsThatBeginLikeThem) {
    const auto transcript = parse(
        "WEBVTT\n\nNOTE Confidence: 0.69\n\nSTYLE\n::cue {\n color: red;\n}\n\nREGION\nid:one\n\n"
        "NOTES\n00:01.000 --> 00:02.000\nAnna: one\n\n00:03.000 --> 00:04.000\nNOTE well\n");
    EXPECT_THAT(transcript.turns, SizeIs(2));
    EXPECT_THAT(transcript.skipped, IsEmpty());
}

TEST(Transcript, ListsWhatItSkippedWithTheLine) {
    const auto transcript = parse(
        "WEBVTT\n\n00:01.000 --> 00:0x.000\nlost\n\njust words\n\n00:05.000 --> 00:04.000\nbackwards\n\n"
        "00:06.000 --> 00:07.000\nkept\n");
    ASSERT_THAT(transcript.skipped, SizeIs(3));
    EXPECT_EQ(transcript.skipped[0].line, 3);
    EXPECT_EQ(transcript.skipped[1].line, 6);
    EXPECT_EQ(transcript.skipped[2].line, 8);
    ASSERT_THAT(transcript.turns, SizeIs(1));
    EXPECT_EQ(transcript.turns[0].text, "kept");
}

TEST(Transcript, FindsTheNextCueWhereTheBlankLineIsMissing) {
    const auto transcript =
        parse("WEBVTT\n1\n00:01.000 --> 00:02.000\nAnna: one\n2\n00:03.000 --> 00:04.000\nBo: two\n");
    ASSERT_THAT(transcript.turns, SizeIs(2));
    EXPECT_EQ(transcript.turns[0].text, "one");
    EXPECT_EQ(transcript.turns[1].text, "two");
}

TEST(Transcript, RefusesWhatIsNone) {
    for (const std::string& text : {std::string(), std::string("hello"), std::string("\0\0\0 ftypisom", 12),
                                    std::string("\xFF\xFEW\0E\0", 6), std::string("00:01 --> never\nwords\n")}) {
        try {
            parse(text);
            ADD_FAILURE() << "read: " << text;
        } catch (const base::Error& error) {
            EXPECT_THAT(error.what(), HasSubstr("talk.vtt"));
        }
    }
    EXPECT_THROW(talk::read_transcript("/nowhere/talk.vtt"), base::Error);
}

TEST(Transcript, ReadsAnEmptyTranscript) {
    EXPECT_THAT(parse("WEBVTT\n").turns, IsEmpty());
}

TEST(Transcript, ReadsOtherEncodingsAndSaysWhichItTookThemFor) {
    const auto transcript = parse("WEBVTT\n\n00:01.000 --> 00:02.000\nZo\xEB: caf\xE9 au lait\n");
    EXPECT_THAT(transcript.turns, SizeIs(1));
    EXPECT_EQ(transcript.turns.at(0).speaker, "Zoë");
    EXPECT_EQ(transcript.turns.at(0).text, "café au lait");
    EXPECT_THAT(transcript.notes, ElementsAre(HasSubstr("windows-1252")));
}

TEST(Transcript, ReadsFortyThousandCues) {
    std::string text = "WEBVTT\n\n";
    for (int i = 0; i < 40'000; ++i) {
        const auto from = base::to_text(milliseconds(i * 1'000));
        const auto to = base::to_text(milliseconds(i * 1'000 + 900));
        text +=
            std::to_string(i) + "\n" + from + " --> " + to + "\n" + (i % 2 ? "Anna" : "Bo") + ": words &amp; words\n\n";
    }
    const auto transcript = parse(text);
    EXPECT_THAT(transcript.turns, SizeIs(40'000));
    EXPECT_THAT(talk::speakers(transcript.turns), ElementsAre("Bo", "Anna"));
}

TEST(Transcript, SurvivesCuesMadeOfNothingButOpenTags) {
    std::string text = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
    for (int i = 0; i < 200'000; ++i) text += "<v ";
    EXPECT_THAT(parse(text).turns, SizeIs(1));
}

}  // namespace
