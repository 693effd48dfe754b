#include "codes/codebook_changes.h"

#include "base/error.h"
#include "codes/samples.h"

#include <gtest/gtest.h>

namespace codes {
namespace {

constexpr const char* kOther = R"({
  "key": "sample", "version": "1.1", "title": "Sample",
  "attributes": [{"key": "strength", "label": "Strength", "values": ["2", "3"]}],
  "codes": [
    {"key": "open_question", "side": "professional", "label": {"en": "Wide question", "nl": "Brede vraag"},
     "colour": "#0072B2"},
    {"key": "hesitation", "side": "client", "label": "Hesitation", "colour": "#D55E00"},
    {"key": "change_desire", "side": "client", "extent": "span", "label": {"en": "Desire", "nl": "Wens"},
     "colour": "#009E73", "attributes": ["strength"]}
  ],
  "ratings": [{"key": "partnership", "label": "Partnership", "minimum": 1, "maximum": 4}]
})";

class CodebookChange : public testing::Test {
protected:
    CodebookChange() : from_(parse_codebook(samples::kCodebook, "from")), to_(parse_codebook(kOther, "to")) {
        coding_.codebook_key = from_.key;
        coding_.codebook_version = from_.version;
    }

    base::Id drop(double seconds, const std::string& code, std::map<std::string, std::string> attributes = {}) {
        Event event;
        event.id = base::make_id();
        event.at = base::seconds(seconds);
        event.code = code;
        event.speaker = from_.find(code) ? from_.find(code)->side : Side::Client;
        event.attributes = std::move(attributes);
        apply(coding_, edits::added(event));
        return event.id;
    }
    const Event& event(const base::Id& id) const { return *coding_.find(id); }
    void move(const std::map<std::string, std::string>& instead = {}) {
        edit_ = moved(coding_, from_, to_, instead);
        apply(coding_, edit_);
    }

    Codebook from_;
    Codebook to_;
    Coding coding_;
    Edit edit_;
};

TEST(NextVersion, RaisesTheLastNumberAndSkipsWhatIsTaken) {
    const auto none = [](const std::string&) { return false; };
    EXPECT_EQ(next_version("1.0", none), "1.1");
    EXPECT_EQ(next_version("1.9", none), "1.10");
    EXPECT_EQ(next_version("4.2.99", none), "4.2.100");
    EXPECT_EQ(next_version("9", none), "10");
    EXPECT_EQ(next_version("draft", none), "draft.1");
    EXPECT_EQ(next_version("2-beta", none), "3-beta");
    EXPECT_EQ(next_version("1.0", [](const std::string& version) { return version == "1.1" || version == "1.2"; }),
              "1.3");
}

TEST_F(CodebookChange, SaysWhatIsGoneNewAndRenamed) {
    drop(1, "closed_question");
    drop(2, "closed_question");
    const CodebookChanges found = changes(from_, to_, coding_);
    ASSERT_EQ(found.gone.size(), 1U);
    EXPECT_EQ(found.gone[0].key, "closed_question");
    EXPECT_EQ(found.gone[0].events, 2);
    EXPECT_TRUE(found.needs_choice());
    ASSERT_EQ(found.added.size(), 1U);
    EXPECT_EQ(found.added[0].en, "Hesitation");
    ASSERT_EQ(found.renamed.size(), 1U);
    EXPECT_EQ(found.renamed[0].after.nl, "Brede vraag");
    EXPECT_TRUE(found.values.empty());
}

TEST_F(CodebookChange, ACodeThatIsGoneButWasNeverUsedNeedsNoChoice) {
    drop(1, "open_question");
    EXPECT_FALSE(changes(from_, to_, coding_).needs_choice());
    move();
    EXPECT_EQ(coding_.codebook_version, "1.1");
}

TEST_F(CodebookChange, EventsOfAGoneCodeGetTheChosenOne) {
    const base::Id id = drop(1, "closed_question");
    EXPECT_THROW(moved(coding_, from_, to_, {}), base::Error);
    EXPECT_THROW(moved(coding_, from_, to_, {{"closed_question", "nothing"}}), base::Error);
    move({{"closed_question", "hesitation"}});
    EXPECT_EQ(event(id).code, "hesitation");
    EXPECT_EQ(event(id).speaker, Side::Client) << "its code is the client's";
}

TEST_F(CodebookChange, WhatCanNoLongerBeSaidOfAnEventIsTakenOut) {
    const base::Id weak = drop(1, "change_desire", {{"strength", "1"}});
    const base::Id strong = drop(2, "change_desire", {{"strength", "2"}});
    const CodebookChanges found = changes(from_, to_, coding_);
    ASSERT_EQ(found.values.size(), 1U);
    EXPECT_EQ(found.values[0].value.nl, "zwak");
    EXPECT_EQ(found.values[0].events, 1);
    move();
    EXPECT_TRUE(event(weak).attributes.empty());
    EXPECT_EQ(event(strong).attributes.at("strength"), "2");
}

TEST_F(CodebookChange, ARatingOutOfRangeIsTakenOut) {
    apply(coding_, edits::rated(coding_, "partnership", 5));
    const CodebookChanges found = changes(from_, to_, coding_);
    ASSERT_EQ(found.ratings.size(), 1U);
    EXPECT_EQ(found.ratings[0].value, 5);
    move();
    EXPECT_TRUE(coding_.ratings.empty());
}

TEST_F(CodebookChange, TicksPhasesAndEvidenceOfWhatIsGoneAreTakenOut) {
    from_.checklists = {{"steps", {"Steps", ""}, {}, {{"first", {"First", ""}, {}}}}};
    from_.phases = {{"evoke", {"Evoke", ""}, {}}};
    to_.ratings.clear();
    const base::Id proof = drop(1, "open_question");
    apply(coding_, edits::rated(coding_, "partnership", 4));
    apply(coding_, edits::tied(coding_, "partnership", proof));
    apply(coding_, edits::ticked(coding_, {"steps", "first", base::seconds(2)}));
    apply(coding_, edits::marked(coding_, {base::seconds(3), "evoke"}));
    apply(coding_, edits::marked(coding_, {base::seconds(4), ""}));
    const Coding before = coding_;
    EXPECT_EQ(changes(from_, to_, coding_).ticks, 1);
    EXPECT_EQ(changes(from_, to_, coding_).phases, 1);
    move();
    EXPECT_TRUE(coding_.ratings.empty());
    EXPECT_TRUE(coding_.evidence.empty());
    EXPECT_TRUE(coding_.ticks.empty());
    ASSERT_EQ(coding_.phases.size(), 1U);
    EXPECT_TRUE(coding_.phases[0].phase.empty()) << "where the last phase ends";
    apply(coding_, inverse(edit_));
    EXPECT_EQ(coding_.ticks, before.ticks);
    EXPECT_EQ(coding_.phases, before.phases);
    EXPECT_EQ(coding_.evidence, before.evidence);
}

TEST_F(CodebookChange, AMomentThatBecomesASpanHasAnEnd) {
    to_.codes[0].extent = Extent::Span;
    const base::Id id = drop(3, "open_question");
    move();
    EXPECT_EQ(event(id).end, base::seconds(3)) << "or it would go on running";
}

TEST_F(CodebookChange, ACodeThatNeitherKnowsStaysAsItIs) {
    const base::Id id = drop(1, "from_elsewhere");
    move();
    EXPECT_EQ(event(id).code, "from_elsewhere");
}

TEST_F(CodebookChange, MovingIsOneStepThatCanBeUndoneAndWritten) {
    drop(1, "closed_question");
    drop(2, "change_desire", {{"strength", "1"}});
    apply(coding_, edits::rated(coding_, "partnership", 5));
    const Coding before = coding_;
    move({{"closed_question", "open_question"}});
    EXPECT_EQ(edit_from_json(to_json(edit_)), edit_);
    EXPECT_THROW(apply(coding_, edit_), base::Error) << "it starts from the other version";
    apply(coding_, inverse(edit_));
    EXPECT_EQ(coding_.events, before.events);
    EXPECT_EQ(coding_.ratings, before.ratings);
    EXPECT_EQ(coding_.codebook_version, "1.0");
}

}  // namespace
}  // namespace codes
