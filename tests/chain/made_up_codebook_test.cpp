// No code, formula or threshold is compiled in: a codebook of made-up codes goes the whole way, from its file through a
// table of codes, counts and measures to the report and the exports.
#include "analysis/hints.h"
#include "analysis/measures.h"
#include "analysis/permission.h"
#include "analysis/volleys.h"
#include "codes/phases.h"
#include "exchange/csv.h"
#include "exchange/export.h"
#include "report/report.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using testing::HasSubstr;
using testing::Optional;

const char* const kBirds = R"({
  "key": "birds", "version": "7",
  "title": {"en": "Birdsong", "nl": "Vogelzang"},
  "attributes": [{"key": "pitch", "label": {"en": "Pitch", "nl": "Toon"}, "values": ["low", "high"]}],
  "groups": [
    {"key": "song", "label": {"en": "Song", "nl": "Zang"}},
    {"key": "high_song", "label": {"en": "High song", "nl": "Hoge zang"}, "where": {"pitch": ["high"]}}
  ],
  "codes": [
    {"key": "trill", "side": "professional", "label": {"en": "Trill", "nl": "Triller"}, "colour": "#0072B2",
     "groups": ["song", "high_song"], "attributes": ["pitch"]},
    {"key": "croak", "side": "professional", "label": {"en": "Croak", "nl": "Kras"}, "colour": "#D55E00",
     "groups": ["song", "high_song"], "attributes": ["pitch"]},
    {"key": "wingbeat", "side": "client", "extent": "span", "label": {"en": "Wingbeat", "nl": "Vleugelslag"},
     "colour": "#009E73"}
  ],
  "ratings": [{"key": "plumage", "label": {"en": "Plumage", "nl": "Verenkleed"}, "minimum": 0, "maximum": 10}],
  "measures": [
    {"key": "croaking", "label": {"en": "Croaking", "nl": "Gekras"}, "format": "percentage", "numerator": "croak",
     "denominator": "song", "fair": 0.5, "good": 0.25, "better": "lower"},
    {"key": "height", "label": {"en": "Height", "nl": "Hoogte"}, "format": "ratio", "numerator": "high_song",
     "denominator": "wingbeat", "fair": 1.5, "good": 3},
    {"key": "beauty", "label": {"en": "Beauty", "nl": "Schoonheid"}, "format": "mean",
     "numerator": "plumage + 2 * trill", "denominator": "3"},
    {"key": "silence", "label": {"en": "Silence", "nl": "Stilte"}, "format": "ratio", "numerator": "trill",
     "denominator": "croak - croak"}
  ],
  "rules": [
    {"key": "loudest", "kind": "pyramid", "codes": ["croak", "trill"], "reason": {"en": "Louder.", "nl": "Harder."}},
    {"key": "one_croak", "kind": "once", "codes": ["croak"], "reason": "One will do."}
  ],
  "checklists": [{"key": "nest", "label": "Nest", "items": [{"key": "twig", "label": "Twig"}]}],
  "phases": [{"key": "dawn", "label": "Dawn", "colour": "#E69F00"}],
  "permission": {"opened_by": ["wingbeat"], "closed_by": ["croak"], "at_most_s": 30},
  "hints": [
    {"key": "croaks_first", "kind": "early", "codes": ["croak"], "needs": ["wingbeat"], "text": "Too soon."},
    {"key": "builds", "kind": "occurs", "codes": ["nest"], "text": "It builds."}
  ],
  "coverages": [{"key": "dawn_chorus", "label": "Dawn chorus", "parts": ["high_song", "wingbeat"]}]
})";

const char* const kTable =
    "time,end,speaker,code,attributes,note\n"
    "00:00:01,,professional,trill,pitch=high,so high\n"
    "00:00:02,,professional,trill,pitch=low,\n"
    "00:00:03,,professional,trill,,\n"
    "00:00:04,,professional,croak,pitch=high,\n"
    "00:00:05,00:00:07,client,wingbeat,,\n"
    "00:00:08,,professional,open_question,,\n";

class MadeUpCodebook : public testing::Test {
protected:
    void SetUp() override {
        support::write_file(folder_.file("birds.json"), kBirds);
        support::write_file(folder_.file("birds.csv"), kTable);
        codebook_ = codes::load_codebook(folder_.file("birds.json"));
        const auto read = exchange::read_events_csv(folder_.file("birds.csv"), codebook_, base::seconds(60));
        ASSERT_EQ(read.skipped.size(), 1u);
        EXPECT_THAT(read.skipped[0].reason, HasSubstr("open_question"));
        coding_.codebook_key = codebook_.key;
        coding_.codebook_version = codebook_.version;
        coding_.coder = "Wren";
        coding_.events = read.events;
        coding_.ratings = {{"plumage", 9}};
    }

    std::map<std::string, analysis::MeasureValue> measures() const {
        return analysis::measures(codebook_, analysis::inputs_for(codebook_, coding_, {}, base::seconds(60)));
    }

    support::TemporaryFolder folder_;
    codes::Codebook codebook_;
    codes::Coding coding_;
};

TEST_F(MadeUpCodebook, IsCountedAndMeasured) {
    const auto values = measures();
    EXPECT_THAT(values.at("croaking").value, Optional(0.25));
    EXPECT_EQ(values.at("croaking").band, analysis::Band::Good) << "lower is better, and the line counts as reached";
    EXPECT_THAT(values.at("height").value, Optional(2.0)) << "only what was coded as high";
    EXPECT_EQ(values.at("height").band, analysis::Band::Fair);
    EXPECT_THAT(values.at("beauty").value, Optional(5.0));
    EXPECT_EQ(values.at("silence").value, std::nullopt);
    EXPECT_FALSE(values.at("height").low.has_value());
    EXPECT_TRUE(values.at("croaking").low.has_value());
}

TEST_F(MadeUpCodebook, IsCountedByItsOwnRules) {
    codes::Event late = coding_.events[3];
    for (const int second : {8, 9}) {
        late.id = base::make_id();
        late.at = base::seconds(second);
        coding_.events.push_back(late);
    }
    const auto count = analysis::count_by_volley(codebook_, coding_, {});
    EXPECT_EQ(count.professional, 2);
    EXPECT_EQ(count.client, 1);
    const auto counts = analysis::tally(codebook_, count.counted);
    EXPECT_EQ(counts.by_code.at("trill"), 0);
    EXPECT_EQ(counts.by_code.at("croak"), 2);
    std::vector<std::string> rules;
    for (const auto& change : count.changed) rules.push_back(change.rule);
    EXPECT_THAT(rules, testing::ElementsAre("loudest", "loudest", "loudest", "one_croak"));
}

TEST_F(MadeUpCodebook, RaisesItsOwnHintsAndSaysWhatWasHeard) {
    coding_.ticks = {{"nest", "twig", base::seconds(2)}};
    const auto hints = analysis::raised_hints(codebook_, coding_);
    ASSERT_EQ(hints.size(), 2u);
    EXPECT_EQ(hints[0].hint, "builds");
    EXPECT_EQ(hints[1].hint, "croaks_first");
    EXPECT_EQ(hints[1].at, base::seconds(4));
    EXPECT_THAT(hints[1].missing, testing::ElementsAre("wingbeat"));
    const auto heard = analysis::coverages(codebook_, coding_).at("dawn_chorus");
    EXPECT_EQ(heard[0].times, 2);
    EXPECT_EQ(heard[1].first, base::seconds(5));
    EXPECT_TRUE(codes::say_the_same(codes::parse_codebook(codes::to_json(codebook_), "written"), codebook_));
}

TEST_F(MadeUpCodebook, HasItsOwnPermissionAndPhases) {
    codes::Event croak = coding_.events[3];
    croak.id = base::make_id();
    croak.at = base::seconds(20);
    coding_.events.push_back(croak);
    const auto stretches = analysis::permission_stretches(codebook_, coding_.events);
    ASSERT_EQ(stretches.size(), 1u);
    EXPECT_EQ(stretches[0].from, base::seconds(5)) << "the wingbeat asks";
    EXPECT_EQ(stretches[0].to, base::seconds(20)) << "and the croak ends it";
    const auto doubts = analysis::permission_doubts(codebook_, coding_.events);
    ASSERT_EQ(doubts.size(), 1u);
    EXPECT_EQ(doubts[0].event, croak.id) << "not the croak before the wingbeat";

    codes::apply(coding_, codes::phasing::set(coding_, base::seconds(10), "dawn"));
    EXPECT_EQ(codes::phase_at(coding_, base::seconds(9)), "");
    EXPECT_EQ(codes::phase_at(coding_, base::seconds(30)), "dawn");
    const auto times = codes::time_per_phase(coding_, {base::seconds(0), base::seconds(60)});
    EXPECT_EQ(times.at("dawn"), base::seconds(50));
}

TEST_F(MadeUpCodebook, ReachesTheReport) {
    report::Sources sources;
    sources.coding = coding_;
    sources.codebook = codebook_;
    sources.duration = base::seconds(60);
    const auto made = report::make_report(sources, base::Language::Dutch);
    ASSERT_EQ(made.counts.size(), 3u);
    EXPECT_EQ(made.counts[0].label, "Triller");
    EXPECT_EQ(made.counts[0].count, 3);
    ASSERT_EQ(made.measures.size(), 4u);
    EXPECT_EQ(made.measures[0].label, "Gekras");
    EXPECT_EQ(made.measures[0].value, "25 %");
    EXPECT_THAT(made.measures[0].remark, HasSubstr("50 %"));
    EXPECT_EQ(made.measures[1].counted, "2 : 1");
    ASSERT_EQ(made.ratings.size(), 1u);
    EXPECT_EQ(made.ratings[0].label, "Verenkleed");
    EXPECT_EQ(made.ratings[0].value, 9);
    ASSERT_EQ(made.moments.size(), 1u);
    EXPECT_EQ(made.moments[0].code, "Triller");
    EXPECT_THAT(made.codebook, HasSubstr("Vogelzang"));
}

TEST_F(MadeUpCodebook, ReachesTheExports) {
    const auto document = nlohmann::json::parse(exchange::coding_to_json({}, coding_, codebook_));
    EXPECT_EQ(document["codebook"]["key"], "birds");
    EXPECT_EQ(document["events"][0]["code"], "trill");
    EXPECT_EQ(document["events"][0]["attributes"]["pitch"], "high");
    EXPECT_THAT(exchange::coding_to_vtt(coding_, codebook_, base::Language::Dutch), HasSubstr(">Vleugelslag"));
    support::write_file(folder_.file("back.csv"), exchange::events_to_csv(coding_));
    EXPECT_EQ(exchange::read_events_csv(folder_.file("back.csv"), codebook_).events.size(), coding_.events.size());
}

}  // namespace
