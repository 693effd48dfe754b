#include "codes/edits.h"

#include "base/error.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace codes {

bool operator==(const Coding& a, const Coding& b) {
    return a.events == b.events && a.ratings == b.ratings && a.feedback == b.feedback;
}

namespace {

Event event_at(double seconds, const std::string& code = "open_question") {
    Event event;
    event.id = base::make_id();
    event.at = base::seconds(seconds);
    event.code = code;
    return event;
}

TEST(Edits, AddingPutsAnEventAtItsMoment) {
    Coding coding;
    apply(coding, edits::added(event_at(20)));
    apply(coding, edits::added(event_at(10)));
    apply(coding, edits::added(event_at(0)));
    ASSERT_EQ(coding.events.size(), 3U);
    EXPECT_TRUE(std::is_sorted(coding.events.begin(), coding.events.end(), earlier));
}

TEST(Edits, TwoCodesAtOneMomentKeepTheOrderInWhichTheyWereDropped) {
    Coding coding;
    const Event first = event_at(5, "affirmation");
    const Event second = event_at(5, "affirmation");
    apply(coding, edits::added(second));
    apply(coding, edits::added(first));
    EXPECT_EQ(coding.events, (std::vector<Event>{first, second}));
}

TEST(Edits, AnEditThatDoesNotFitChangesNothing) {
    Coding coding;
    const Event event = event_at(5);
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
             edits::added(event),                                                         // is there already
             edits::deleted({event_at(7)}),                                               // is not there
             edits::changed(stale, moved),                                                // was changed meanwhile
             edits::changed(event, other_id),                                             // becomes another
             edits::changed(event, backwards),                                            // ends before it begins
             edits::changed(event, early),                                                // before the recording
             edits::deleted({event, event}),                                              // twice
             Edit{"rated", {RatingChange{"partnership", 2, 4}}},                          // was rated otherwise
             Edit{"wrote", {FeedbackChange{feedback, {}}}},                               // was written otherwise
             Edit{"changed", {EventChange{event, moved}, EventChange{event_at(1), {}}}},  // the second does not fit
         }) {
        EXPECT_THROW(apply(coding, edit), base::Error);
        EXPECT_TRUE(coding == before);
    }
}

TEST(Edits, AnEventMayLieAtZeroAndHaveNoLength) {
    Coding coding;
    Event event = event_at(0);
    event.end = event.at;
    apply(coding, edits::added(event));
    EXPECT_EQ(coding.events.front(), event);
}

// Random edits over a coding: adding, deleting, changing several at once, rating, writing.
class RandomEdits {
public:
    explicit RandomEdits(unsigned seed) : random_(seed) {}

    Edit next(const Coding& coding) {
        switch (below(coding.events.empty() ? 3 : 7)) {
            case 0:
                return edits::added(random_event());
            case 1:
                return edits::rated(coding, "rating" + std::to_string(below(3)),
                                    below(4) == 0 ? std::nullopt : std::optional(below(5)));
            case 2: {
                Feedback feedback = coding.feedback;
                feedback.next_step += "…é";
                if (below(2) == 0) feedback.strengths.push_back({base::seconds(below(60)), "“ja”", "goed", ""});
                feedback.self_view["question" + std::to_string(below(3))] = static_cast<Most>(below(3));
                return edits::wrote(coding, feedback);
            }
            case 3:
            case 4:
                return edits::deleted(some(coding));
            default: {
                std::vector<EventChange> changes;
                for (const Event& event : some(coding)) {
                    Event after = random_event();
                    after.id = event.id;
                    changes.push_back({event, below(5) == 0 ? std::nullopt : std::optional(after)});
                    if (below(5) == 0) changes.push_back({std::nullopt, random_event()});
                }
                return edits::changed(changes);
            }
        }
    }

private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
    Event random_event() {
        Event event = event_at(below(20), "code" + std::to_string(below(4)));
        if (below(3) == 0) event.end = event.at + base::seconds(below(5));
        if (below(3) == 0) event.attributes["strength"] = std::to_string(below(3));
        if (below(3) == 0) event.note = "ja, maar \"…\"\n" + std::to_string(below(1000));
        event.speaker = below(2) == 0 ? Side::Client : Side::Professional;
        return event;
    }
    std::vector<Event> some(const Coding& coding) {
        std::vector<Event> chosen;
        std::sample(coding.events.begin(), coding.events.end(), std::back_inserter(chosen), 1 + below(12), random_);
        return chosen;
    }

    std::mt19937 random_;
};

TEST(Edits, AnyEditCanBeTurnedRoundAndWrittenAsJson) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        RandomEdits random(seed);
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
    for (int at = 0; at < 10'000; ++at) additions.push_back({std::nullopt, event_at(10'000 - at)});
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

TEST(Edits, FeedbackWrittenBeforeThereWereSelfQuestionsIsRead) {
    const Feedback read = feedback_from_json(R"({"strengths":[],"focus":[],"next_step":"listen"})");
    EXPECT_EQ(read.next_step, "listen");
    EXPECT_TRUE(read.self_view.empty());
    EXPECT_THROW(feedback_from_json(R"({"strengths":[],"focus":[],"next_step":"","self_view":{"energy":"nobody"}})"),
                 base::Error);
}

TEST(Edits, BrokenJsonIsRefused) {
    const std::string whole = to_json(edits::added(event_at(1)));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_THROW(edit_from_json(whole.substr(0, length)), base::Error);
    }
    EXPECT_THROW(edit_from_json(R"({"what":"added","changes":[{"event":{"after":{"id":1}}}]})"), base::Error);
    EXPECT_THROW(edit_from_json(R"({"what":"added","changes":[{"melody":{}}]})"), base::Error);
    Event event = event_at(1);
    event.note = "\xff";
    EXPECT_THROW(to_json(edits::added(event)), base::Error);
}

}  // namespace
}  // namespace codes
