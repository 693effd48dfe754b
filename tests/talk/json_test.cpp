// JSON as Whisper's family, Azure and Amazon write it.
#include "base/error.h"
#include "talk/turn.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using base::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

talk::Transcript parse(const std::string& json) {
    return talk::read_transcript(json, "talk.json");
}

std::vector<std::string> said(const talk::Transcript& transcript) {
    std::vector<std::string> found;
    for (const talk::Turn& turn : transcript.turns)
        found.push_back(base::to_text(turn.span.from).substr(6) + "-" + base::to_text(turn.span.to).substr(6) + " " +
                        turn.speaker + ": " + turn.text);
    return found;
}

std::vector<int> items_skipped(const talk::Transcript& transcript) {
    std::vector<int> items;
    for (const talk::Skipped& skipped : transcript.skipped) items.push_back(skipped.line);
    return items;
}

std::string why_refused(const std::string& json) {
    try {
        parse(json);
    } catch (const base::Error& error) {
        return error.what();
    }
    return "read";
}

TEST(WhisperJson, OfOpenAiIsRead) {
    const auto transcript = parse(R"({"text": " Dag. Zoë?", "language": "nl", "segments": [
        {"id": 0, "seek": 0, "start": 0.0, "end": 1.28, "text": " Dag.", "tokens": [50364, 5], "temperature": 0.0,
         "avg_logprob": -0.5, "compression_ratio": 1.2, "no_speech_prob": 0.01},
        {"id": 1, "seek": 0, "start": 1.28, "end": 2, "text": " Zo\u00eb &amp; <b>?", "words": [
            {"word": " Zo\u00eb", "start": 1.28, "end": 2.0, "probability": 0.9}]}]})");
    EXPECT_THAT(said(transcript), ElementsAre("00.000-01.280 : Dag.", "01.280-02.000 : Zoë &amp; <b>?"));
    EXPECT_THAT(transcript.skipped, IsEmpty());
    EXPECT_THAT(transcript.notes, IsEmpty());
}

TEST(WhisperJson, OfWhisperCppIsRead) {
    const auto transcript = parse(R"({"systeminfo": "AVX = 1", "model": {"type": "tiny"}, "params": {"language": "nl"},
        "result": {"language": "nl"}, "transcription": [
        {"timestamps": {"from": "00:00:00,000", "to": "00:00:01,500"}, "offsets": {"from": 0, "to": 1500},
         "text": " Dag.", "speaker": "0"},
        {"timestamps": {"from": "00:00:01,500", "to": "00:00:02,000"}, "text": " Dag.", "speaker": "1",
         "tokens": [{"text": " Dag", "offsets": {"from": 1500, "to": 2000}, "id": 3, "p": 0.9, "t_dtw": -1}]},
        {"offsets": {"from": 2000, "to": 2500}, "text": " Ja?", "speaker": "?", "speaker_turn_next": true}]})");
    EXPECT_THAT(said(transcript),
                ElementsAre("00.000-01.500 speaker 0: Dag.", "01.500-02.000 speaker 1: Dag.", "02.000-02.500 : Ja?"));
}

TEST(WhisperJson, OfWhisperXMayLackTimesAndSpeakers) {
    const auto transcript = parse(R"({"segments": [
        {"start": 0.5, "end": 2.5, "text": " In 2024 was het.", "speaker": "SPEAKER_00", "avg_logprob": NaN,
         "words": [{"word": "In", "start": 0.5, "end": 0.7, "score": 0.9, "speaker": "SPEAKER_00"}, {"word": "2024"}]},
        {"text": "Ja, 20 keer.", "words": [{"word": "Ja,", "start": 3.0, "end": 3.2, "speaker": "SPEAKER_01"},
            {"word": "20"}, {"word": "keer.", "start": 3.5, "end": 3.9, "speaker": "SPEAKER_01"}]},
        {"text": "42", "words": [{"word": "42"}]}],
        "word_segments": [{"word": "In", "start": 0.5, "end": 0.7}], "language": "nl"})");
    EXPECT_THAT(said(transcript),
                ElementsAre("00.500-02.500 SPEAKER_00: In 2024 was het.", "03.000-03.900 SPEAKER_01: Ja, 20 keer."));
    EXPECT_THAT(items_skipped(transcript), ElementsAre(3));
}

TEST(WhisperJson, MayBeTheListOfSegmentsAlone) {
    const auto transcript = parse(
        "\xEF\xBB\xBF\n [ {\"speaker\": \"Anna\", \"text\": \"Dag\", \"start_time\": \"00:00:01,5\", "
        "\"end_time\": 2}]\r\n");
    EXPECT_THAT(said(transcript), ElementsAre("01.500-02.000 Anna: Dag"));
}

TEST(WhisperJson, SurvivesAbsurdNumbers) {
    const auto transcript = parse(R"({"segments": [
        {"start": NaN, "end": 1, "text": "a"}, {"start": 0, "end": Infinity, "text": "b"},
        {"start": -1.5, "end": 1, "text": "c"}, {"start": 1e999, "end": 1e999, "text": "d"},
        {"start": 0, "end": 99999999999999999999999, "text": "e"}, {"start": 3, "end": 2, "text": "f"},
        {"start": "x", "end": [], "text": "g"}, {"start": 1, "end": 2}, 7, null,
        {"start": 1, "end": 2, "text": "kept NaN, -Infinity and 1e999"}, {"start": 1, "end": 2, "text": "  "}]})");
    EXPECT_THAT(said(transcript), ElementsAre("01.000-02.000 : kept NaN, -Infinity and 1e999"));
    EXPECT_THAT(items_skipped(transcript), ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    EXPECT_THAT(transcript.skipped[5].reason, HasSubstr("item 6"));
}

TEST(WhisperJson, KeepsNoNulAndNoBrokenCharacters) {
    const auto transcript =
        parse("{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"een\\u0000twee \xC3 Zo\xC3\xAB\"}]}");
    EXPECT_THAT(said(transcript), ElementsAre("00.000-01.000 : een\xEF\xBF\xBDtwee \xEF\xBF\xBD Zo\xC3\xAB"));
}

TEST(AmazonJson, OfWordsIsReadAsTurns) {
    const auto transcript = parse(R"({"jobName": "j", "accountId": "1", "status": "COMPLETED", "results": {
        "transcripts": [{"transcript": "I've been on hold. Sorry. Right."}],
        "speaker_labels": {"speakers": 2, "segments": [
            {"start_time": "4.87", "end_time": "6.88", "speaker_label": "spk_0", "items": [
                {"start_time": "4.87", "end_time": "5.02", "speaker_label": "spk_0"},
                {"start_time": "5.02", "end_time": "6.88", "speaker_label": "spk_0"}]},
            {"start_time": "8.49", "end_time": "9.24", "speaker_label": "spk_1", "items": [
                {"start_time": "8.49", "end_time": "9.24", "speaker_label": "spk_1"}]}]},
        "items": [
            {"type": "punctuation", "alternatives": [{"content": "-"}]},
            {"start_time": "4.87", "end_time": "5.02", "alternatives": [{"confidence": "1.0", "content": "I've"}],
             "type": "pronunciation"},
            {"start_time": "5.02", "end_time": "6.88", "alternatives": [{"content": "been"}], "type": "pronunciation"},
            {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "."}]},
            {"start_time": "8.49", "end_time": "9.24", "alternatives": [{"content": "Sorry"}], "type": "pronunciation"},
            {"type": "punctuation", "alternatives": [{"content": "."}]},
            {"start_time": "12.0", "end_time": "12.5", "speaker_label": "spk_1", "alternatives": [{"content": "Right"}],
             "type": "pronunciation"},
            {"start_time": "-1", "end_time": "12.5", "alternatives": [{"content": "x"}], "type": "pronunciation"},
            {"type": "pronunciation", "alternatives": []}]}})");
    EXPECT_THAT(said(transcript), ElementsAre("04.870-06.880 spk_0: I've been.", "08.490-09.240 spk_1: Sorry.",
                                              "12.000-12.500 spk_1: Right"));
    EXPECT_THAT(items_skipped(transcript), ElementsAre(8, 9));
}

TEST(AmazonJson, OfChannelsAndOfSegmentsIsRead) {
    EXPECT_THAT(said(parse(R"({"results": {"items": [], "channel_labels": {"number_of_channels": 2, "channels": [
        {"channel_label": "ch_0", "items": [
            {"start_time": "1.0", "end_time": "1.5", "alternatives": [{"content": "Dag"}], "type": "pronunciation"},
            {"start_time": "3.0", "end_time": "3.5", "alternatives": [{"content": "Ja"}], "type": "pronunciation"}]},
        {"channel_label": "ch_1", "items": [
            {"start_time": "2.0", "end_time": "2.5", "alternatives": [{"content": "Hoi"}], "type": "pronunciation"}]}
        ]}}})")),
                ElementsAre("01.000-01.500 ch_0: Dag", "02.000-02.500 ch_1: Hoi", "03.000-03.500 ch_0: Ja"));
    EXPECT_THAT(said(parse(R"({"results": {"items": [{}], "audio_segments": [
        {"id": 0, "transcript": "Dag.", "start_time": "1.0", "end_time": "1.5", "speaker_label": "spk_0"},
        {"id": 1, "transcript": "Hoi.", "start_time": "2.0", "end_time": "2.5", "channel_label": "ch_1"}]}})")),
                ElementsAre("01.000-01.500 spk_0: Dag.", "02.000-02.500 ch_1: Hoi."));
}

TEST(AzureJson, OfBatchesIsRead) {
    const auto transcript = parse(R"({"source": "x.wav", "duration": "PT10S", "combinedRecognizedPhrases": [],
        "recognizedPhrases": [
        {"recognitionStatus": "Success", "channel": 0, "speaker": 1, "offset": "PT0.04S", "duration": "PT1M2.5S",
         "nBest": [{"confidence": 0.9, "lexical": "dag", "display": "Dag."}]},
        {"recognitionStatus": "Success", "channel": 0, "speaker": 2, "offset": "PT2S", "duration": "PT1S",
         "offsetInTicks": 20000000.0, "durationInTicks": 5000000, "nBest": [{"lexical": "hoi"}]},
        {"recognitionStatus": "Failure", "channel": 0, "offset": "PT3S", "duration": "PT1S"},
        {"recognitionStatus": "Success", "channel": 0, "offset": "PT-3S", "duration": "3 s", "nBest": []}]})");
    EXPECT_EQ(transcript.turns.at(0).span, (base::Span{milliseconds(40), milliseconds(62'540)}));
    EXPECT_THAT(said(transcript), ElementsAre("00.040-02.540 speaker 1: Dag.", "02.000-02.500 speaker 2: hoi"));
    EXPECT_THAT(items_skipped(transcript), ElementsAre(3, 4));
}

TEST(AzureJson, OfFastTranscriptionNamesChannelsWhereThereAreSeveral) {
    const std::string phrases = R"({"channel": 0, "offsetMilliseconds": 40, "durationMilliseconds": 960, "text": "A"},
        {"channel": 1, "offset": 2000, "duration": 500, "text": "B"})";
    EXPECT_THAT(said(parse(R"({"durationMilliseconds": 9, "combinedPhrases": [], "phrases": [)" + phrases + "]}")),
                ElementsAre("00.040-01.000 channel 0: A", "02.000-02.500 channel 1: B"));
    EXPECT_THAT(said(parse(R"({"phrases": [{"channel": 0, "offset": 0, "duration": 5, "text": "A"}]})")),
                ElementsAre("00.000-00.005 : A"));
}

TEST(Json, ThatIsNoTranscriptIsRefused) {
    for (const char* json : {"{}", "[]", "[[]]", R"({"segments": 7})", R"({"results": {}})", R"({"a": [1, 2]})",
                             R"([{"a": 1}])", R"({"segments": [{"start": 0, "end": 1}]})"})
        EXPECT_THAT(why_refused(json), HasSubstr("talk.json")) << json;
    EXPECT_EQ(why_refused(R"({"text": "", "segments": [], "language": "nl"})"), "read");  // nothing was said
}

TEST(Json, ThatBreaksOffIsRefusedWithTheLine) {
    EXPECT_THAT(why_refused("{\"segments\": [\n{\"start\": 0, \"end\": 1, \"text\": \"a\"},\n{\"start\": 2, \"en"),
                HasSubstr("line 3"));
    EXPECT_THAT(why_refused("{\n\"segments\": [\n{\"start\" 0}]}"), HasSubstr("line 3"));
    for (const char* json : {"{", "{\"", "{\"a\\", "[{", "[{]", "{\"a\": -}", "{\"a\": N}"})
        EXPECT_THAT(why_refused(json), HasSubstr("talk.json")) << json;
}

TEST(Json, ThatIsNestedWithoutEndIsRefused) {
    for (const std::string part : {"[", "{\"a\":", "[{\"segments\":"}) {
        std::string json = "{\"segments\":";
        while (json.size() < 3'000'000) json += part;
        EXPECT_THAT(why_refused(json), HasSubstr("nested")) << part;
    }
    std::string many = "{\"segments\":[0";
    while (many.size() < 12'000'000) many += ",0";
    EXPECT_THAT(why_refused(many + "]}"), HasSubstr("large"));
}

}  // namespace
