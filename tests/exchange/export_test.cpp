#include "exchange/export.h"

#include "codes/codebook.h"
#include "support/shared_data.h"
#include "talk/turn.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using testing::HasSubstr;
using testing::Not;

namespace {

class CodingForOthers : public testing::Test {
protected:
    CodingForOthers() {
        conversation_.id = base::make_id();
        conversation_.title = "Practice 3";
        conversation_.recordings.resize(1);
        conversation_.recordings[0].path = "/home/coach/secret place/talk.mp4";
        conversation_.recordings[0].duration = base::seconds(90);
        coding_.id = base::make_id();
        coding_.conversation = conversation_.id;
        coding_.coder = "coach 2";
        add(base::milliseconds(500), "open_question");
        add(base::seconds(1), "affirmation").note = "a < b & c\n\n\n--> d";
        codes::Event& span = add(base::seconds(10), "sustain");
        span.end = base::seconds(14);
        span.speaker = codes::Side::Client;
        coding_.ratings = {{"empathy", 4}};
        coding_.feedback.strengths = {{base::seconds(1), "You kept going", "named an effort", ""}};
        coding_.feedback.next_step = "Ask first";
    }
    codes::Event& add(base::Time at, const std::string& code) {
        codes::Event& event = coding_.events.emplace_back();
        event.id = base::make_id();
        event.at = at;
        event.code = code;
        return event;
    }

    codes::Codebook codebook_ =
        codes::load_codebook(TERUGBLIK_SOURCE_DIR "/assets/codebooks/gespreksvoering-basis.json");
    library::Conversation conversation_;
    codes::Coding coding_;
};

TEST_F(CodingForOthers, JsonHoldsEverythingWithTimesInMicroseconds) {
    const auto json = nlohmann::json::parse(exchange::coding_to_json(conversation_, coding_, codebook_));
    EXPECT_EQ(json["format"], "terugblik-coding");
    EXPECT_EQ(json["codebook"]["key"], "gespreksvoering-basis");
    EXPECT_EQ(json["conversation"]["recordings"][0]["duration_us"], 90'000'000);
    ASSERT_EQ(json["events"].size(), 3u);
    EXPECT_EQ(json["events"][0]["at_us"], 500'000);
    EXPECT_TRUE(json["events"][0]["end_us"].is_null());
    EXPECT_EQ(json["events"][2]["end_us"], 14'000'000);
    EXPECT_EQ(json["events"][2]["speaker"], "client");
    EXPECT_EQ(json["ratings"]["empathy"], 4);
    EXPECT_EQ(json["feedback"]["strengths"][0]["at_us"], 1'000'000);
}

TEST_F(CodingForOthers, JsonHoldsWhatACodingHasBesidesEventsAndRatings) {
    const base::Id event = coding_.events[0].id;
    coding_.evidence = {{"empathy", {event}}};
    coding_.utterances = {{base::make_id(), {base::seconds(10), base::seconds(14)}, codes::Side::Client}};
    coding_.ticks = {{"agenda", "step1", base::seconds(3)}};
    coding_.phases = {{base::seconds(0), "engage"}};
    coding_.sources = codes::Sources{base::make_id(), base::make_id(), base::seconds(2)};
    coding_.decisions = {{event, {}, "open_question", "", codes::Choice::Neither, "", "geen vraag"}};
    coding_.segment = codes::Segment{{base::seconds(0), base::seconds(60)}, 18'446'744'073'709'551'615U};
    const auto json = nlohmann::json::parse(exchange::coding_to_json(conversation_, coding_, codebook_));
    using Json = nlohmann::json;
    EXPECT_EQ(json["evidence"], (Json{{"empathy", Json::array({event.text})}}));
    EXPECT_EQ(json["utterances"], Json::array({{{"id", coding_.utterances[0].id.text},
                                                {"from_us", 10'000'000},
                                                {"to_us", 14'000'000},
                                                {"speaker", "client"}}}));
    EXPECT_EQ(json["ticks"], Json::array({{{"checklist", "agenda"}, {"item", "step1"}, {"at_us", 3'000'000}}}));
    EXPECT_EQ(json["phases"], Json::array({{{"at_us", 0}, {"phase", "engage"}}}));
    EXPECT_EQ(json["sources"], (Json{{"first", coding_.sources->first.text},
                                     {"second", coding_.sources->second.text},
                                     {"tolerance_us", 2'000'000}}));
    EXPECT_EQ(json["decisions"][0]["choice"], "neither");
    EXPECT_EQ(json["decisions"][0]["first"], event.text);
    EXPECT_EQ(json["decisions"][0]["note"], "geen vraag");
    EXPECT_EQ(json["coding"]["segment"],
              (Json{{"from_us", 0}, {"to_us", 60'000'000}, {"seed", "18446744073709551615"}}));
}

TEST_F(CodingForOthers, JsonDoesNotTellWhereTheRecordingLies) {
    EXPECT_THAT(exchange::coding_to_json(conversation_, coding_, codebook_), Not(HasSubstr("secret place")));
}

TEST_F(CodingForOthers, JsonSurvivesWordsThatAreNotUtf8) {
    coding_.events[0].note = "caf\xE9";
    EXPECT_TRUE(nlohmann::json::accept(exchange::coding_to_json(conversation_, coding_, codebook_)));
}

TEST_F(CodingForOthers, VttShowsEachCodeForTwoSecondsOrUntilTheNextOfItsSide) {
    const std::string vtt = exchange::coding_to_vtt(coding_, codebook_, base::Language::English);
    EXPECT_TRUE(vtt.starts_with("WEBVTT\n"));
    EXPECT_THAT(vtt, HasSubstr("00:00:00.500 --> 00:00:01.000\n<v Professional>Open question\n"));
    EXPECT_THAT(vtt,
                HasSubstr("00:00:01.000 --> 00:00:03.000\n<v Professional>Affirmation\na &lt; b &amp; c\n--&gt; d\n"));
    EXPECT_THAT(vtt, HasSubstr("00:00:10.000 --> 00:00:14.000\n"));
}

TEST_F(CodingForOthers, VttSpeaksTheLanguageAskedFor) {
    EXPECT_THAT(exchange::coding_to_vtt(coding_, codebook_, base::Language::Dutch), HasSubstr("Bevestiging"));
}

TEST_F(CodingForOthers, VttIsReadBackAsManyCues) {
    add(base::microseconds(20'000'000), "summary");
    add(base::microseconds(20'000'001), "confront");
    const auto transcript =
        talk::read_transcript(exchange::coding_to_vtt(coding_, codebook_, base::Language::English), "codes.vtt");
    EXPECT_TRUE(transcript.skipped.empty());
    EXPECT_EQ(transcript.turns.size(), 5u);
}

}  // namespace
