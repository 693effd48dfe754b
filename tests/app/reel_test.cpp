// Which moments a reel takes, and how long it gets.
#include "app/reel.h"

#include <gtest/gtest.h>

namespace app {
namespace {

class Reel : public testing::Test {
protected:
    Reel() {
        coding_.id = base::make_id();
        coding_.codebook_key = book_.key;
    }
    // A question that was answered with what was hoped for, every so many seconds.
    void answer_every(double seconds, double until) {
        for (double at = 10; at < until; at += seconds) {
            add(at, "open_question", codes::Side::Professional);
            add(at + 2, "change_need", codes::Side::Client);
        }
    }
    void add(double at, const std::string& code, codes::Side side) {
        codes::Event event;
        event.id = base::make_id();
        event.at = base::seconds(at);
        event.code = code;
        event.speaker = side;
        coding_.events.push_back(event);
    }
    void add_clip(codes::ClipKind kind, double from, double to) {
        codes::Clip clip;
        clip.id = base::make_id();
        clip.span = {base::seconds(from), base::seconds(to)};
        clip.kind = kind;
        clip.title = "clip";
        clips_.push_back(clip);
    }
    PlayedList reel(double duration = 1800) {
        return reel_of({book_, coding_, clips_, nullptr, base::seconds(duration)});
    }
    static bool is_apart(const PlayedList& list) {
        for (std::size_t i = 1; i < list.moments.size(); ++i)
            if (list.moments[i].span.from < list.moments[i - 1].span.to) return false;
        return true;
    }

    codes::Codebook book_ = codes::shipped_codebooks().front();
    codes::Coding coding_;
    std::vector<codes::Clip> clips_;
};

TEST_F(Reel, OfALongConversationIsTwoToFourMinutesFromAllOfIt) {
    answer_every(15, 1700);
    const PlayedList list = reel();
    EXPECT_GE(length_of(list), kShortReel);
    EXPECT_LE(length_of(list), kLongestReel);
    EXPECT_TRUE(is_apart(list));
    EXPECT_TRUE(list.goes_on);
    EXPECT_LT(list.moments.front().span.from, base::seconds(200));
    EXPECT_GT(list.moments.back().span.from, base::seconds(1500));
}

TEST_F(Reel, BeginsWithWhatTheCoachCalledAStrengthAndNothingElseThatSheMarked) {
    answer_every(15, 600);
    add_clip(codes::ClipKind::Strength, 900, 930);
    add_clip(codes::ClipKind::Suggestion, 1000, 1030);
    bool has_strength = false;
    const PlayedList list = reel();
    for (const Moment& moment : list.moments) {
        has_strength = has_strength || moment.span == clips_[0].span;
        EXPECT_NE(moment.span, clips_[1].span);
    }
    EXPECT_TRUE(has_strength);
}

TEST_F(Reel, LeavesOutWhatWouldMakeItTooLong) {
    for (double from = 0; from < 1000; from += 100) add_clip(codes::ClipKind::Strength, from, from + 70);
    const PlayedList list = reel();
    EXPECT_EQ(list.moments.size(), 3U);
    EXPECT_LE(length_of(list), kLongestReel);
}

TEST_F(Reel, HasTheAnswerInItAndEndsWithTheRecording) {
    add(10, "open_question", codes::Side::Professional);
    add(12, "change_need", codes::Side::Client);
    const PlayedList list = reel(14);
    ASSERT_EQ(list.moments.size(), 1U);
    EXPECT_LE(list.moments[0].span.from, base::seconds(10));
    EXPECT_EQ(list.moments[0].span.to, base::seconds(14));
    EXPECT_EQ(list.moments[0].text, "Open question → Change talk · need");
}

TEST_F(Reel, IsEmptyWhereNothingIsCoded) {
    EXPECT_TRUE(reel().moments.empty());
}

}  // namespace
}  // namespace app
