// AnnoMI's table, imported and measured, gives the figures that were worked out of it elsewhere.
#include "analysis/measures.h"
#include "exchange/annomi.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using Counted = std::map<std::string, int>;
using testing::Optional;

codes::Codebook annomi() {
    return codes::load_codebook(TERUGBLIK_SOURCE_DIR "/assets/codebooks/annomi.json");
}

bool is_of(const exchange::CodedConversation& conversation, const std::string& quality) {
    return quality == "all" || conversation.tags.at("quality") == quality;
}

// Every coding of these conversations, end to end; ten annotators are ten codings.
std::vector<codes::Event> events_of(const exchange::CodedTable& table, const std::string& quality) {
    std::vector<codes::Event> events;
    for (const auto& conversation : table.conversations)
        for (const auto& coding : conversation.codings)
            if (is_of(conversation, quality)) events.insert(events.end(), coding.events.begin(), coding.events.end());
    return events;
}

analysis::Inputs inputs_of(const std::vector<codes::Event>& events) {
    codes::Coding coding;
    coding.events = events;
    return analysis::inputs_for(annomi(), coding, {}, {});
}

class AnnomiTables : public testing::Test {
protected:
    void SetUp() override {
        const std::string oracles = support::shared("oracles/mi-oracles.json");
        if (simple_.empty() || full_.empty() || oracles.empty()) GTEST_SKIP() << "AnnoMI is not here";
        oracles_ = nlohmann::json::parse(support::read_file(oracles));
    }

    std::string simple_ = support::testdata("annomi/annomi-simple.csv");
    std::string full_ = support::testdata("annomi/annomi-full.csv");
    nlohmann::json oracles_;
};

TEST_F(AnnomiTables, GiveTheCountsAndProportionsThatWereFoundElsewhere) {
    const auto table = exchange::read_annomi(simple_, annomi());
    EXPECT_TRUE(table.skipped.empty());
    EXPECT_EQ(table.conversations.size(), 133u);
    for (const auto& [quality, expected] : oracles_.at("annomi_simple_counts").items()) {
        SCOPED_TRACE(quality);
        const auto inputs = inputs_of(events_of(table, quality));
        Counted wanted = expected.at("therapist").get<Counted>();
        int therapist = 0;
        for (const auto& [code, count] : wanted) therapist += count;
        wanted.merge(expected.at("client").get<Counted>());
        EXPECT_EQ(inputs.counts.by_code, wanted);
        EXPECT_EQ(inputs.counts.by_group.at("therapist") + inputs.counts.by_group.at("client"),
                  expected.at("utterances").get<int>());
        const auto measures = analysis::measures(annomi(), inputs);
        EXPECT_THAT(measures.at("pct_ct").value,
                    Optional(double(wanted["change"]) / (wanted["change"] + wanted["sustain"])));
        EXPECT_THAT(measures.at("pct_reflection").value, Optional(double(wanted["reflection"]) / therapist));
        EXPECT_THAT(measures.at("pct_question").value, Optional(double(wanted["question"]) / therapist));
        EXPECT_THAT(measures.at("pct_input").value, Optional(double(wanted["therapist_input"]) / therapist));
    }
}

// Times that step back or stand still leave what follows what as it was in the table.
TEST_F(AnnomiTables, KeepWhichUtteranceFollowsWhich) {
    const auto table = exchange::read_annomi(simple_, annomi());
    std::map<std::string, std::map<std::string, int>> follows;  // "high:therapist->client" to "change question"
    for (const auto& conversation : table.conversations) {
        const auto& events = conversation.codings.at(0).events;
        for (std::size_t i = 1; i < events.size(); ++i) {
            const auto side = [&](std::size_t which) {
                return events[which].speaker == codes::Side::Client ? "client" : "therapist";
            };
            const std::string kind = std::string(side(i - 1)) + "->" + side(i);
            for (const std::string& quality : {std::string("all"), conversation.tags.at("quality")})
                ++follows[quality + ":" + kind][events[i - 1].code + " " + events[i].code];
        }
    }
    for (const auto& [kind, expected] : oracles_.at("annomi_lag1").items())
        for (std::size_t row = 0; row < expected.at("rows").size(); ++row)
            for (std::size_t column = 0; column < expected.at("cols").size(); ++column) {
                const std::string pair =
                    expected["rows"][row].get<std::string>() + " " + expected["cols"][column].get<std::string>();
                EXPECT_EQ(follows[kind][pair], expected["freq"][row][column].get<int>()) << kind << " " << pair;
            }
}

TEST_F(AnnomiTables, KeepTenAnnotatorsApart) {
    const auto table = exchange::read_annomi(full_, annomi());
    EXPECT_TRUE(table.skipped.empty());
    EXPECT_EQ(table.conversations.size(), 133u);
    std::size_t with_ten = 0;
    std::size_t with_one = 0;
    std::vector<codes::Event> of_one;
    for (const auto& conversation : table.conversations) {
        if (conversation.codings.size() == 10) ++with_ten;
        if (conversation.codings.size() != 1) continue;
        ++with_one;
        const auto& events = conversation.codings[0].events;
        of_one.insert(of_one.end(), events.begin(), events.end());
    }
    EXPECT_EQ(with_ten, 7u);
    EXPECT_EQ(with_one, 126u);

    const Counted every = inputs_of(events_of(table, "all")).counts.by_group;
    EXPECT_EQ(every, (Counted{{"therapist", 6826},
                              {"client", 6725},
                              {"with_reflection", 2021},
                              {"simple_reflections", 1070},
                              {"complex_reflections", 951},
                              {"with_question", 2313},
                              {"open_questions", 1340},
                              {"closed_questions", 973},
                              {"with_input", 1216},
                              {"information", 690},
                              {"advice", 246},
                              {"negotiation", 199},
                              {"options", 81}}));
    const auto inputs = inputs_of(of_one);
    EXPECT_EQ(inputs.counts.by_code, (Counted{{"question", 1320},
                                              {"therapist_input", 570},
                                              {"reflection", 1252},
                                              {"other", 1524},
                                              {"neutral", 2963},
                                              {"change", 1134},
                                              {"sustain", 508}}));
    EXPECT_EQ(inputs.counts.by_group.at("simple_reflections"), 790);
    EXPECT_THAT(analysis::measures(annomi(), inputs).at("pct_complex").value, Optional(646.0 / (790 + 646)));
}

}  // namespace
