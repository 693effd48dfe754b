// Transcripts that other people's programs wrote, whole and damaged.
#include "base/error.h"
#include "support/shared_data.h"
#include "talk/turn.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::HasSubstr;
using testing::SizeIs;

struct RealFile {
    const char* name;
    std::size_t turns;
    std::size_t speakers;
    std::vector<int> skipped;  // lines
};

// The same counts stand in docs/transcripts.md, beside what a script counts in the files.
const std::vector<RealFile> kFiles = {{"dev/transcripts/aeneas_sonnet.srt", 15, 0, {}},
                                      {"dev/transcripts/aeneas_sonnet.vtt", 15, 0, {}},
                                      {"dev/transcripts/bom_utf16le.srt", 7, 0, {}},
                                      {"dev/transcripts/capability_tester.srt", 37, 0, {}},
                                      {"dev/transcripts/cue_tags.vtt", 3, 0, {}},
                                      {"dev/transcripts/msstream_autocaption.vtt", 13, 0, {}},
                                      {"dev/transcripts/no_indexes.srt", 7, 0, {}},
                                      {"dev/transcripts/styles.vtt", 1, 0, {}},
                                      {"dev/transcripts/whisper_apollo11.json", 49, 0, {}},
                                      {"dev/transcripts/whisper_tiny_apollo11.json", 18, 0, {}},
                                      {"dev/transcripts/whisper_words.srt", 5, 0, {}},
                                      {"dev/transcripts/whisper_words.tsv", 5, 0, {}},
                                      {"dev/transcripts/zoom_call_starts_late.vtt", 164, 8, {}},
                                      {"dev/transcripts/zoom_chat.txt", 10, 5, {}},
                                      {"dev/transcripts/zoom_cloud_names.vtt", 300, 5, {}},
                                      {"bad/empty.srt", 5, 0, {}},
                                      {"bad/invalid.srt", 1, 0, {}},
                                      {"bad/invalid.vtt", 7, 0, {1}},
                                      {"bad/invalid_timeframe.vtt", 6, 0, {6}},
                                      {"bad/missing_timeframe.srt", 4, 0, {5}}};

class RealTranscript : public testing::TestWithParam<RealFile> {
protected:
    void SetUp() override {
        path_ = support::testdata(GetParam().name);
        if (path_.empty()) GTEST_SKIP() << GetParam().name << " is not here";
    }

    std::string path_;
};

TEST_P(RealTranscript, HasTheseTurnsAndSpeakers) {
    const auto transcript = talk::read_transcript(path_);
    EXPECT_THAT(transcript.turns, SizeIs(GetParam().turns));
    EXPECT_THAT(talk::speakers(transcript.turns), SizeIs(GetParam().speakers));
    std::vector<int> lines;
    std::string reasons;
    for (const talk::Skipped& skipped : transcript.skipped) {
        lines.push_back(skipped.line);
        reasons += (reasons.empty() ? "" : "; ") + std::to_string(skipped.line) + ": " + skipped.reason;
    }
    EXPECT_EQ(lines, GetParam().skipped);
    // For scripts/transcripts, which makes a table of them.
    RecordProperty("transcript", GetParam().name);
    RecordProperty("turns", std::to_string(transcript.turns.size()));
    RecordProperty("speakers", std::to_string(talk::speakers(transcript.turns).size()));
    RecordProperty("skipped", reasons);
}

// Read or refused with the file's name; whatever is read can be kept.
void expect_survives(const std::string& bytes) {
    try {
        const auto transcript = talk::read_transcript(bytes, "damaged.vtt");
        for (const talk::Turn& turn : transcript.turns) {
            ASSERT_LE(base::Time{}, turn.span.from);
            ASSERT_LE(turn.span.from, turn.span.to);
            ASSERT_FALSE(turn.text.empty());
            ASSERT_EQ(turn.text.find('\0'), std::string::npos);
        }
        for (const talk::Skipped& skipped : transcript.skipped) ASSERT_GT(skipped.line, 0);
    } catch (const base::Error& error) {
        ASSERT_THAT(error.what(), HasSubstr("damaged.vtt"));
    }
}

TEST_P(RealTranscript, IsReadOrRefusedWhereverItIsCutOff) {
    const std::string whole = support::read_file(path_);
    const std::size_t step = std::max<std::size_t>(1, whole.size() / 150);
    for (std::size_t length = 0; length < whole.size(); length += step) expect_survives(whole.substr(0, length));
}

TEST_P(RealTranscript, IsReadOrRefusedWhicheverByteIsWrong) {
    const std::string whole = support::read_file(path_);
    // One place after another, each time with another wrong byte: those that mean something to a format first.
    const std::string wrong = std::string("\0\xFF\n\r\"{}[]<>&:-,.0eE\\", 20) + "\x80";
    const std::size_t step = std::max<std::size_t>(1, whole.size() / 300);
    std::size_t turn = 0;
    for (std::size_t at = 0; at < whole.size(); at += step) {
        std::string bytes = whole;
        bytes[at] = wrong[turn++ % wrong.size()];
        expect_survives(bytes);
        bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << turn % 8));
        expect_survives(bytes);
    }
}

INSTANTIATE_TEST_SUITE_P(Files, RealTranscript, testing::ValuesIn(kFiles));

}  // namespace
