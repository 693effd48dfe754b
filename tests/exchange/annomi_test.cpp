#include "exchange/annomi.h"

#include "base/error.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using testing::SizeIs;
using testing::UnorderedElementsAre;

const std::string kSimple =
    "transcript_id,mi_quality,video_title,video_url,topic,utterance_id,interlocutor,timestamp,utterance_text,"
    "main_therapist_behaviour,client_talk_type\n";
const std::string kFull =
    "mi_quality,transcript_id,video_title,utterance_id,interlocutor,timestamp,utterance_text,annotator_id,"
    "therapist_input_exists,therapist_input_subtype,reflection_exists,reflection_subtype,question_exists,"
    "question_subtype,main_therapist_behaviour,client_talk_type\n";

class AnnoMI : public testing::Test {
protected:
    exchange::CodedTable read(const std::string& text) {
        support::write_file(folder_.file("annomi.csv"), text);
        return exchange::read_annomi(folder_.file("annomi.csv"), codebook_);
    }
    std::string reason(const std::string& line) {
        const auto table = read(kSimple + line + "\n");
        EXPECT_TRUE(table.conversations.empty());
        return table.skipped.size() == 1 && table.skipped[0].line == 2 ? table.skipped[0].reason : "";
    }

    support::TemporaryFolder folder_;
    codes::Codebook codebook_ = codes::load_codebook(TERUGBLIK_SOURCE_DIR "/assets/codebooks/annomi.json");
};

TEST_F(AnnoMI, GivesEachTranscriptItsTurnsItsCodesAndItsColumnsAsTags) {
    const auto table =
        read(kSimple +
             "7,low,\"Before, and after\",https://v.example/7, smoking ,0,therapist,00:00:13,"
             "\"Is it okay\nif I look?\",question,n/a\n"
             "7,low,\"Before, and after\",https://v.example/7, smoking ,1,client,00:00:24,Sure.,n/a,neutral\n"
             "3,high,Other,n/a,n/a,0,client,00:01:00,I will.,n/a,change\n");
    ASSERT_THAT(table.conversations, SizeIs(2));
    const exchange::CodedConversation& first = table.conversations[0];
    EXPECT_EQ(first.title, "Before, and after");
    EXPECT_THAT(first.tags, UnorderedElementsAre(Pair("transcript", "7"), Pair("quality", "low"),
                                                 Pair("topic", "smoking"), Pair("url", "https://v.example/7")));
    EXPECT_THAT(first.turns,
                ElementsAre(talk::Turn{{base::seconds(13), base::seconds(24)},
                                       "therapist",
                                       talk::Role::Professional,
                                       "Is it okay\nif I look?"},
                            talk::Turn{{base::seconds(24), base::seconds(24)}, "client", talk::Role::Client, "Sure."}));
    ASSERT_THAT(first.codings, SizeIs(1));
    EXPECT_EQ(first.codings[0].coder, "AnnoMI");
    ASSERT_THAT(first.codings[0].events, SizeIs(2));
    EXPECT_EQ(first.codings[0].events[0].code, "question");
    EXPECT_EQ(first.codings[0].events[0].at, base::seconds(13));
    EXPECT_EQ(first.codings[0].events[1].code, "neutral");
    EXPECT_EQ(first.codings[0].events[1].speaker, codes::Side::Client);
    EXPECT_THAT(table.conversations[1].tags, UnorderedElementsAre(Pair("transcript", "3"), Pair("quality", "high")));
    EXPECT_THAT(table.skipped, SizeIs(0));
    EXPECT_THAT(table.moved, SizeIs(0));
}

TEST_F(AnnoMI, GivesEachAnnotatorACodingOfTheSameTurns) {
    const auto table = read(kFull +
                            "high,7,T,0,therapist,00:00:13,Hm.,3,True,advice,False,n/a,True,open,question,n/a\n"
                            "high,7,T,0,therapist,00:00:13,Hm.,4,False,n/a,True,complex,False,n/a,reflection,n/a\n"
                            "high,7,T,1,client,00:00:14,Yes.,4,n/a,n/a,n/a,n/a,n/a,n/a,n/a,change\n");
    ASSERT_THAT(table.conversations, SizeIs(1));
    EXPECT_THAT(table.conversations[0].turns, SizeIs(2));
    const auto& codings = table.conversations[0].codings;
    ASSERT_THAT(codings, SizeIs(2));
    EXPECT_EQ(codings[0].coder, "AnnoMI 3");
    ASSERT_THAT(codings[0].events, SizeIs(1));
    EXPECT_THAT(codings[0].events[0].attributes,
                UnorderedElementsAre(Pair("input_exists", "true"), Pair("input_subtype", "advice"),
                                     Pair("reflection_exists", "false"), Pair("question_exists", "true"),
                                     Pair("question_subtype", "open")));
    ASSERT_THAT(codings[1].events, SizeIs(2));
    EXPECT_THAT(codings[1].events[1].attributes, SizeIs(0));
}

TEST_F(AnnoMI, KeepsTheOrderOfUtterancesWhoseTimesStepBackOrMakeNoSense) {
    const auto table = read(kSimple +
                            "7,low,T,u,t,0,therapist,00:00:20,a,question,n/a\n"
                            "7,low,T,u,t,1,client,00:00:11,b,n/a,change\n"
                            "7,low,T,u,t,3,therapist,00:00:25,d,other,n/a\n"
                            "7,low,T,u,t,2,therapist,9 o clock,c,reflection,n/a\n");
    ASSERT_THAT(table.conversations, SizeIs(1));
    const auto& events = table.conversations[0].codings.at(0).events;
    std::vector<std::pair<std::string, double>> placed;
    for (const auto& event : events) placed.emplace_back(event.code, event.at.seconds());
    EXPECT_THAT(placed,
                ElementsAre(Pair("question", 20), Pair("change", 20), Pair("reflection", 20), Pair("other", 25)));
    EXPECT_TRUE(std::is_sorted(events.begin(), events.end(), codes::earlier));
    ASSERT_THAT(table.moved, SizeIs(2));
    EXPECT_EQ(table.moved[0].line, 3);
    EXPECT_THAT(table.moved[0].reason, HasSubstr("00:00:11"));
    EXPECT_EQ(table.moved[1].line, 5);
    EXPECT_THAT(table.moved[1].reason, HasSubstr("9 o clock"));
}

TEST_F(AnnoMI, SkipsALineThatMakesNoSenseAndSaysWhy) {
    EXPECT_THAT(reason("7,low,T,u,t,0,therapist,00:00:20,a,applause,n/a"), HasSubstr("applause"));
    EXPECT_THAT(reason("7,low,T,u,t,0,dog,00:00:20,a,question,n/a"), HasSubstr("dog"));
    EXPECT_THAT(reason("7,low,T,u,t,first,therapist,00:00:20,a,question,n/a"), HasSubstr("first"));
    EXPECT_THAT(reason("7,low,T,u,t,0,client,00:00:20,a,n/a,question"), HasSubstr("client"));
    EXPECT_THAT(reason("7,low"), HasSubstr("utterance"));
    const auto twice = read(kSimple +
                            "7,low,T,u,t,0,therapist,00:00:20,a,question,n/a\n"
                            "7,low,T,u,t,0,therapist,00:00:20,a,other,n/a\n");
    EXPECT_THAT(twice.conversations.at(0).codings.at(0).events, SizeIs(1));
    ASSERT_THAT(twice.skipped, SizeIs(1));
    EXPECT_EQ(twice.skipped[0].line, 3);
}

TEST_F(AnnoMI, RefusesAnotherTableByName) {
    const auto refused = [&](const std::string& text) {
        EXPECT_THAT([&] { read(text); },
                    testing::ThrowsMessage<base::Error>(AllOf(HasSubstr("annomi.csv"), HasSubstr("transcript_id"))));
    };
    refused("time,end,speaker,code\n1,2,client,change\n");
    refused("");
}

}  // namespace
