#include "codes/edits.h"

#include "base/error.h"
#include "codes/random_edits.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace codes {

bool operator==(const Coding& a, const Coding& b) {
    return a.events == b.events && a.ratings == b.ratings && a.feedback == b.feedback && a.utterances == b.utterances &&
           a.evidence == b.evidence && a.ticks == b.ticks && a.phases == b.phases && a.decisions == b.decisions &&
           a.purpose == b.purpose && a.segment == b.segment;
}

namespace {

TEST(Edits, AddingPutsAnEventAtItsMoment) {
    Coding coding;
    apply(coding, edits::added(samples::event(20)));
    apply(coding, edits::added(samples::event(10)));
    apply(coding, edits::added(samples::event(0)));
    ASSERT_EQ(coding.events.size(), 3U);
    EXPECT_TRUE(std::is_sorted(coding.events.begin(), coding.events.end(), earlier));
}

TEST(Edits, TwoCodesAtOneMomentKeepTheOrderInWhichTheyWereDropped) {
    Coding coding;
    const Event first = samples::event(5, "affirmation");
    const Event second = samples::event(5, "affirmation");
    apply(coding, edits::added(second));
    apply(coding, edits::added(first));
    EXPECT_EQ(coding.events, (std::vector<Event>{first, second}));
}

TEST(Edits, AnEditThatDoesNotFitChangesNothing) {
    Coding coding;
    const Event event = samples::event(5);
    apply(coding, edits::added(event));
    coding.ratings["partnership"] = 3;
    const Coding before = coding;

    Event moved = event;
    moved.at = base::seconds(6);
    Event stale = event;
    stale.note = "older";
    Event other_id = event;
    other_id.id = base::make_id();
    Event backwards = event;
    backwards.end = base::seconds(4);
    Event early = event;
    early.at = base::microseconds(-1);
    Feedback feedback;
    feedback.next_step = "listen";
    for (const Edit& edit : {
             edits::added(event),                                 // is there already
             edits::deleted(coding, {samples::event(7)}),         // is not there
             edits::changed(stale, moved),                        // was changed meanwhile
             edits::changed(event, other_id),                     // becomes another
             edits::changed(event, backwards),                    // ends before it begins
             edits::changed(event, early),                        // before the recording
             edits::deleted(coding, {event, event}),              // twice
             Edit{"rated", {RatingChange{"partnership", 2, 4}}},  // was rated otherwise
             Edit{"wrote", {FeedbackChange{feedback, {}}}},       // was written otherwise
             Edit{"changed",
                  {EventChange{event, moved}, EventChange{samples::event(1), {}}}},  // the second does not fit
         }) {
        EXPECT_THROW(apply(coding, edit), base::Error);
        EXPECT_TRUE(coding == before);
    }
}

TEST(Edits, AnEventMayLieAtZeroAndHaveNoLength) {
    Coding coding;
    Event event = samples::event(0);
    event.end = event.at;
    apply(coding, edits::added(event));
    EXPECT_EQ(coding.events.front(), event);
}

TEST(Edits, AnyEditCanBeTurnedRoundAndWrittenAsJson) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 source(seed);
        samples::RandomEdits random(source);
        Coding coding;
        std::vector<Coding> history{coding};
        std::vector<Edit> done;
        for (int step = 0; step < 200; ++step) {
            const Edit edit = random.next(coding);
            EXPECT_EQ(edit_from_json(to_json(edit)), edit);
            EXPECT_EQ(inverse(inverse(edit)), edit);
            apply(coding, edit);
            ASSERT_TRUE(std::is_sorted(coding.events.begin(), coding.events.end(), earlier));
            done.push_back(edit);
            history.push_back(coding);
        }
        for (; !done.empty(); done.pop_back()) {
            ASSERT_TRUE(coding == history.back()) << "seed " << seed;
            apply(coding, inverse(done.back()));
            history.pop_back();
        }
        EXPECT_TRUE(coding == Coding{});
    }
}

TEST(Edits, ThousandsOfEventsMoveInOneEdit) {
    Coding coding;
    std::vector<EventChange> additions;
    for (int at = 0; at < 10'000; ++at) additions.push_back({std::nullopt, samples::event(10'000 - at)});
    apply(coding, edits::changed(additions));
    std::vector<EventChange> moves;
    for (const Event& event : coding.events) {
        Event moved = event;
        moved.at += base::seconds(1);
        moves.push_back({event, moved});
    }
    apply(coding, edits::changed(moves));
    EXPECT_EQ(coding.events.front().at, base::seconds(2));
    EXPECT_EQ(coding.events.back().at, base::seconds(10'001));
}

Utterance utterance(double from, double to, Side speaker = Side::Client) {
    return {base::make_id(), {base::seconds(from), base::seconds(to)}, speaker};
}

TEST(Edits, AnUtteranceIsCodedByAnEventOfItsSpeakerThatCoversIt) {
    Coding coding;
    const Utterance first = utterance(1, 4);
    const Utterance second = utterance(4, 9);
    apply(coding, edits::added({second, first}));
    EXPECT_EQ(coding.utterances, (std::vector<Utterance>{first, second}));
    EXPECT_TRUE(coding.events_of(first).empty());

    const Event code = samples::event(77, "change_desire");
    apply(coding, edits::coded(first, code));
    ASSERT_EQ(coding.events_of(first).size(), 1U);
    EXPECT_EQ(coding.events_of(first)[0]->id, code.id);
    EXPECT_EQ(coding.events_of(first)[0]->end, base::seconds(4));
    EXPECT_EQ(coding.events_of(first)[0]->speaker, Side::Client);
    EXPECT_TRUE(coding.events_of(second).empty());
    Utterance of_the_other = first;
    of_the_other.speaker = Side::Professional;
    EXPECT_TRUE(coding.events_of(of_the_other).empty());
}

TEST(Edits, ACodeGoesAlongWithItsUtteranceAndStaysWithoutIt) {
    Coding coding;
    const Utterance before = utterance(1, 4);
    apply(coding, edits::added({before}));
    apply(coding, edits::coded(before, samples::event(0)));
    Utterance after = before;
    after.span.to = base::seconds(6);
    after.speaker = Side::Professional;
    apply(coding, edits::changed(coding, before, after));
    EXPECT_EQ(coding.events_of(after).size(), 1U);
    EXPECT_TRUE(coding.events_of(before).empty());
    apply(coding, edits::deleted({after}));
    EXPECT_TRUE(coding.utterances.empty());
    EXPECT_EQ(coding.events.size(), 1U);
}

TEST(Edits, DeletingAnEventTakesItFromTheEvidenceAndUndoBringsBothBack) {
    Coding coding;
    const Event first = samples::event(1);
    const Event second = samples::event(2);
    for (const Event& event : {first, second}) {
        apply(coding, edits::added(event));
        apply(coding, edits::tied(coding, "empathy", event.id));
    }
    apply(coding, edits::tied(coding, "partnership", first.id));
    const Coding before = coding;
    const Edit gone = edits::deleted(coding, {first});
    apply(coding, gone);
    EXPECT_EQ(coding.evidence, (std::map<std::string, std::vector<base::Id>>{{"empathy", {second.id}}}));
    apply(coding, inverse(gone));
    EXPECT_TRUE(coding == before);
    apply(coding, edits::untied(coding, "partnership", first.id));
    EXPECT_EQ(coding.evidence.size(), 1U);
}

TEST(Edits, NoRatingRestsOnAnEventThatIsNotThere) {
    Coding coding;
    const Event event = samples::event(1);
    EXPECT_THROW(apply(coding, edits::tied(coding, "empathy", event.id)), base::Error);
    EXPECT_TRUE(coding.evidence.empty());
    apply(coding, edits::added(event));
    apply(coding, edits::tied(coding, "empathy", event.id));
    EXPECT_THROW(apply(coding, Edit{"deleted", {EventChange{event, {}}}}), base::Error);
    EXPECT_EQ(coding.events.size(), 1U);
    Event moved = event;
    moved.at = base::seconds(5);
    apply(coding, edits::changed(event, moved));
    EXPECT_EQ(coding.evidence.at("empathy"), std::vector<base::Id>{event.id});
}

TEST(Edits, AnItemIsTickedOnceAndAPhaseBeginsOnceAtAMoment) {
    Coding coding;
    apply(coding, edits::ticked(coding, {"agenda", "step1", base::seconds(9)}));
    apply(coding, edits::ticked(coding, {"agenda", "step2", base::seconds(5)}));
    apply(coding, edits::ticked(coding, {"agenda", "step1", base::seconds(3)}));
    EXPECT_EQ(coding.ticks,
              (std::vector<Tick>{{"agenda", "step1", base::seconds(3)}, {"agenda", "step2", base::seconds(5)}}));
    apply(coding, edits::unticked(coding.ticks[0]));
    EXPECT_EQ(coding.ticks.size(), 1U);

    apply(coding, edits::marked(coding, {base::seconds(60), "focus"}));
    apply(coding, edits::marked(coding, {base::seconds(0), "engage"}));
    apply(coding, edits::marked(coding, {base::seconds(60), "evoke"}));
    apply(coding, edits::moved(coding, {base::seconds(60), "evoke"}, base::seconds(70)));
    EXPECT_EQ(coding.phases, (std::vector<PhaseMark>{{base::seconds(0), "engage"}, {base::seconds(70), "evoke"}}));
    apply(coding, edits::moved(coding, coding.phases[0], base::seconds(70)));
    EXPECT_EQ(coding.phases, (std::vector<PhaseMark>{{base::seconds(70), "engage"}}));
    apply(coding, edits::unmarked(coding.phases[0]));
    EXPECT_TRUE(coding.phases.empty());
}

TEST(Edits, ASegmentKeepsItsSeedToTheLastDigit) {
    Coding coding;
    const Segment drawn{{base::seconds(60), base::seconds(1260)}, 18'446'744'073'709'551'615U};
    const Edit edit = edits::limited(coding, drawn);
    apply(coding, edit_from_json(to_json(edit)));
    EXPECT_EQ(coding.segment, drawn);
    apply(coding, edits::limited(coding, {}));
    EXPECT_EQ(coding.segment, std::nullopt);
}

TEST(Edits, WhatNoCodingCanHoldIsRefused) {
    Coding coding;
    for (const Edit& edit : {
             edits::added({utterance(4, 3)}),
             edits::added({utterance(-1, 3)}),
             edits::added({Utterance{}}),
             edits::ticked(coding, {"", "item", {}}),
             edits::ticked(coding, {"list", "item", base::seconds(-1)}),
             edits::marked(coding, {base::seconds(-1), "focus"}),
             edits::limited(coding, Segment{{base::seconds(5), base::seconds(5)}, {}}),
             Edit{"ticked", {TickChange{Tick{"a", "b", {}}, Tick{"a", "c", {}}}}},
             Edit{"limited", {SegmentChange{Segment{{{}, base::seconds(5)}, {}}, {}}}},
             Edit{"tied", {EvidenceChange{"empathy", base::make_id(), true, false}}},
         }) {
        EXPECT_THROW(apply(coding, edit), base::Error) << to_json(edit);
        EXPECT_TRUE(coding == Coding{});
    }
}

TEST(Edits, AWholeCodingIsOneEditOnAnEmptyOne) {
    std::mt19937 source(3);
    samples::RandomEdits random(source);
    Coding coding;
    const auto lacks_something = [&] {
        return coding.events.empty() || coding.evidence.empty() || coding.utterances.empty() || coding.ticks.empty() ||
               coding.phases.empty() || !coding.segment || coding.ratings.empty() || coding.decisions.empty() ||
               coding.feedback == Feedback{};
    };
    for (int step = 0; step < 100 || lacks_something(); ++step) apply(coding, random.next(coding));
    Coding copy;
    copy.purpose = coding.purpose;  // given when a coding is begun
    apply(copy, edits::begun(coding));
    EXPECT_TRUE(copy == coding);
}

TEST(Edits, FeedbackWrittenBeforeThereWereSelfQuestionsIsRead) {
    const Feedback read = feedback_from_json(R"({"strengths":[],"focus":[],"next_step":"listen"})");
    EXPECT_EQ(read.next_step, "listen");
    EXPECT_TRUE(read.self_view.empty());
    EXPECT_THROW(feedback_from_json(R"({"strengths":[],"focus":[],"next_step":"","self_view":{"energy":"nobody"}})"),
                 base::Error);
}

TEST(Edits, BrokenJsonIsRefused) {
    const std::string whole = to_json(edits::added(samples::event(1)));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_THROW(edit_from_json(whole.substr(0, length)), base::Error);
    }
    EXPECT_THROW(edit_from_json(R"({"what":"added","changes":[{"event":{"after":{"id":1}}}]})"), base::Error);
    for (const char* change :
         {R"({"melody":{}})", R"({"utterance":{"after":{"id":"x","from_us":1,"to_us":2,"speaker":"dog"}}})",
          R"({"segment":{"after":{"from_us":1,"to_us":2,"seed":"12x"}}})",
          R"({"segment":{"after":{"from_us":1,"to_us":2,"seed":"99999999999999999999"}}})",
          R"({"evidence":{"rating":"a","event":"b","before":1,"after":true}})", R"({"tick":{"after":{"item":"a"}}})"})
        EXPECT_THROW(edit_from_json(std::string(R"({"what":"x","changes":[)") + change + "]}"), base::Error) << change;
    Event event = samples::event(1);
    event.note = "\xff";
    EXPECT_THROW(to_json(edits::added(event)), base::Error);
}

}  // namespace
}  // namespace codes
