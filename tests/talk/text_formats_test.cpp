// SRT, lines with times, and Whisper's table: one case for each trap.
#include "base/error.h"
#include "talk/turn.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using base::milliseconds;
using base::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// Under a name that says nothing.
talk::Transcript parse(const std::string& text) {
    return talk::read_transcript(text, "talk");
}

std::vector<int> lines_skipped(const talk::Transcript& transcript) {
    std::vector<int> lines;
    for (const talk::Skipped& skipped : transcript.skipped) lines.push_back(skipped.line);
    return lines;
}

std::vector<std::string> texts(const talk::Transcript& transcript) {
    std::vector<std::string> found;
    for (const talk::Turn& turn : transcript.turns) found.push_back(turn.text);
    return found;
}

TEST(Srt, ReadsEveryLineEndingWithOrWithoutNumbersAndMark) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        for (const std::string number : {"", "7"}) {
            std::string text = "\xEF\xBB\xBF";
            for (const char* cue : {"00:00:01,250 --> 01:02:03,500", "01:02:04,000-->01:02:05,000  X1:000 Y1:050"})
                text += (number.empty() ? "" : number + end) + cue + end + "Zoë: Dag" + end + "allemaal." + end + end;
            const auto transcript = parse(text);
            ASSERT_THAT(transcript.turns, SizeIs(2));
            EXPECT_EQ(transcript.turns[0].span, (base::Span{milliseconds(1'250), milliseconds(3'723'500)}));
            EXPECT_EQ(transcript.turns[1].span.to, milliseconds(3'725'000));
            EXPECT_EQ(transcript.turns[1].speaker, "Zoë");
            EXPECT_EQ(transcript.turns[1].text, "Dag allemaal.");
            EXPECT_THAT(transcript.skipped, IsEmpty());
        }
    }
}

TEST(Srt, IsKnownByItsContentWhateverItIsCalled) {
    const std::string srt = "1\n00:00:01,000 --> 00:00:02,000\nja\n";
    EXPECT_THAT(talk::read_transcript(srt, "x.vtt").skipped, IsEmpty());
    EXPECT_THAT(talk::read_transcript(srt, "x.json").turns, SizeIs(1));
    EXPECT_THAT(talk::read_transcript("WEBVTT\n\n00:01.000 --> 00:02.000\nja\n", "x.srt").turns, SizeIs(1));
}

TEST(Srt, TakesItsCodesOutAndLeavesOtherBracesIn) {
    const auto transcript = parse(
        "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}Ja\\Nen <i>nee</i>{Y:bi}, {zei hij} &amp;\\hnog iets\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\n<b>{\\an8}</b>\n");
    EXPECT_THAT(texts(transcript), ElementsAre("Ja en nee, {zei hij} & nog iets"));
}

TEST(Srt, KeepsASpokenNumberAndFindsTheNextCueWhereTheBlankLineIsMissing) {
    const auto transcript = parse(
        "1\n00:00:01,000 --> 00:00:02,000\n12\n2\n00:00:03,000 --> 00:00:04,000\nNOTE\n\n3\n00:00:05,000 --> "
        "00:00:06,000\nNee\n00:00:07,000 --> 00:00:08,000\nJa\n");
    EXPECT_THAT(texts(transcript), ElementsAre("12", "NOTE", "Nee", "Ja"));
}

TEST(Srt, ListsWhatItCannotRead) {
    const auto transcript = parse(
        "1\n00:00:01,000 --> 00:00:02,000\nja\n\n2\nno time\n\n3\n-00:00:05,000 --> 00:00:06,000\nbefore the "
        "start\n\n4\n00:00:09,000 --> 00:00:08,000\nbackwards\n\n5\n00:99:09,000 --> 99999999:00:08,000\nabsurd\n");
    EXPECT_THAT(texts(transcript), ElementsAre("ja"));
    EXPECT_THAT(lines_skipped(transcript), ElementsAre(5, 9, 13, 17));
}

TEST(Srt, KeepsCuesThatOverlapInOrderOfTheirBeginnings) {
    const auto transcript = parse(
        "1\n00:00:05,000 --> 00:00:09,000\nB: twee\n\n2\n00:00:01,000 --> 00:00:06,000\nA: een\n\n"
        "3\n00:00:05,000 --> 00:00:05,500\nA: drie\n");
    EXPECT_THAT(texts(transcript), ElementsAre("een", "twee", "drie"));
}

TEST(Srt, TakesWhisperXsSpeakersOutOfTheirBrackets) {
    const auto transcript = parse(
        "1\n00:00:01,000 --> 00:00:02,000\n[SPEAKER_00]: Hoe gaat het?\n\n2\n00:00:03,000 --> 00:00:04,000\n"
        "[SPEAKER_01]: Goed.\n");
    EXPECT_THAT(talk::speakers(transcript.turns), ElementsAre("SPEAKER_00", "SPEAKER_01"));
}

TEST(TimedLines, GiveTurnsUntilTheNextBegins) {
    const auto transcript = parse(
        "Gesprek van maandag\n\n[00:00:05] Anna: Waar wilt u het over hebben?\n[00:00:09] Bo: Over roken.\n"
        "Ik wil stoppen.\n\n[00:01:09.5] Anna: Vertel.\n");
    EXPECT_THAT(texts(transcript),
                ElementsAre("Waar wilt u het over hebben?", "Over roken. Ik wil stoppen.", "Vertel."));
    EXPECT_THAT(talk::speakers(transcript.turns), ElementsAre("Anna", "Bo"));
    EXPECT_EQ(transcript.turns[0].span, (base::Span{seconds(5), seconds(9)}));
    EXPECT_EQ(transcript.turns[1].span, (base::Span{seconds(9), seconds(69.5)}));
    EXPECT_EQ(transcript.turns[2].span, (base::Span{seconds(69.5), seconds(69.9)}));
    EXPECT_THAT(lines_skipped(transcript), ElementsAre(1));
    EXPECT_THAT(transcript.notes, SizeIs(1));
}

TEST(TimedLines, AreReadInEveryUsualShape) {
    for (const std::string line :
         {"[00:05:32] Anna: Dag", "(05:32) Anna: Dag", "[5:32.0] - Anna: Dag", "00:05:32 Anna: Dag",
          "00:05:32\tAnna:\tDag", "[05:32.000 --> 05:33.000]  Anna: Dag", "  [00:05:32,000] <i>Anna</i>: Dag"}) {
        const auto transcript = parse(line + "\r\n");
        ASSERT_THAT(transcript.turns, SizeIs(1)) << line;
        EXPECT_EQ(transcript.turns[0].span.from, seconds(332)) << line;
        EXPECT_EQ(transcript.turns[0].speaker, "Anna") << line;
        EXPECT_EQ(transcript.turns[0].text, "Dag") << line;
    }
}

TEST(TimedLines, ReadWhispersListingWithItsEnds) {
    const auto transcript = parse("[00:00.000 --> 00:05.360]  Hello there.\n[00:05.360 --> 01:00:07.000]  Bye.\n");
    EXPECT_THAT(texts(transcript), ElementsAre("Hello there.", "Bye."));
    EXPECT_EQ(transcript.turns[1].span.to, seconds(3'607));
    EXPECT_THAT(transcript.notes, IsEmpty());
}

TEST(TimedLines, TakeASpokenTimeForSpeech) {
    const auto transcript =
        parse("[00:00:05] Anna: Hoe laat?\n10:30 is goed.\n[onverstaanbaar]\n[00:00:09] 10:45: dan kan ik ook.\n");
    EXPECT_THAT(texts(transcript), ElementsAre("Hoe laat? 10:30 is goed. [onverstaanbaar]", "10:45: dan kan ik ook."));
}

TEST(TimedLines, ListTimesThatAreNone) {
    const auto transcript =
        parse("[00:00:05] Anna: een\n[00:0x:06] Bo: twee\n[00:99:06] Bo: drie\n[00:00:08 - 00:00:07] Bo: vier\n");
    EXPECT_THAT(texts(transcript), ElementsAre("een"));
    EXPECT_THAT(lines_skipped(transcript), ElementsAre(2, 3, 4));
}

TEST(TimedLines, AreNotSoughtInALetter) {
    std::string letter = "10:30 Afspraak met Bo\n";
    for (int i = 0; i < 30; ++i) letter += "Beste collega, hierbij het verslag van ons gesprek.\n";
    EXPECT_THROW(parse(letter), base::Error);
}

TEST(Table, IsReadInMilliseconds) {
    const auto transcript = parse(
        "start\tend\ttext\r\n380\t1100\tDis-moi\r\n-1\t5\tx\r\n9\t5\tx\r\n1\tx\r\n99999999999999999999\t1\tx\r\n");
    EXPECT_THAT(texts(transcript), ElementsAre("Dis-moi"));
    EXPECT_EQ(transcript.turns[0].span, (base::Span{milliseconds(380), milliseconds(1'100)}));
    EXPECT_THAT(lines_skipped(transcript), ElementsAre(3, 4, 5, 6));
}

TEST(LongTranscripts, OfFortyThousandCuesAreReadInEveryFormat) {
    std::string srt, lines, table = "start\tend\ttext\n", json = "{\"segments\":[";
    for (int i = 0; i < 40'000; ++i) {
        const auto from = base::to_text(seconds(i)), to = base::to_text(milliseconds(i * 1'000 + 900));
        srt += std::to_string(i) + "\n" + from + " --> " + to + "\nBo: words\n\n";
        lines += "[" + from + "] Bo: words\n";
        table += std::to_string(i * 1'000) + "\t" + std::to_string(i * 1'000 + 900) + "\twords\n";
        json += std::string(i > 0 ? "," : "") + "{\"start\":" + std::to_string(i) + ",\"end\":" + std::to_string(i) +
                ".9,\"text\":\" words\",\"tokens\":[1,2,3]}";
    }
    for (const std::string& text : {srt, lines, table, json + "]}"})
        EXPECT_THAT(parse(text).turns, SizeIs(40'000)) << text.substr(0, 40);
}

TEST(LongTranscripts, MadeToTakeForeverDoNot) {
    const auto repeated = [](const std::string& part) {
        std::string text;
        while (text.size() < 2'000'000) text += part;
        return text;
    };
    const std::string cue = "1\n00:00:01,000 --> 00:00:02,000\n";
    for (const char* part : {"<", "<a", "&", "{\\", "{a:", "\\N", "[", "(0:", "<v ", "a: ", "-->", "1\n"}) {
        for (const std::string& text : {cue + repeated(part), "[00:00:01] " + repeated(part), repeated(part)}) {
            try {
                const auto transcript = parse(text);
                EXPECT_FALSE(transcript.turns.empty() && transcript.skipped.empty()) << part << ": lost in silence";
            } catch (const base::Error& error) {  // refused is as good, if it is soon
                EXPECT_THAT(error.what(), testing::HasSubstr("talk")) << part;
            }
        }
    }
}

}  // namespace
