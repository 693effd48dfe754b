// Clips and their threads, in the file and in the model alike.
#include "library/clips.h"

#include "base/error.h"
#include "library/any_library.h"
#include "library/clip_samples.h"
#include "library/samples.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <random>

namespace library {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

template <class Adapter>
class AnyClips : public AnyLibrary<Adapter> {
protected:
    AnyClips() { this->library().add(talk_); }
    Clips& clips() { return this->library().clips(); }
    const base::Id& talk() const { return talk_.id; }
    std::vector<std::string> titles() {
        std::vector<std::string> found;
        for (const codes::Clip& clip : clips().of(talk())) found.push_back(clip.title);
        return found;
    }
    codes::Clip titled(const std::string& title, double from = 10) {
        codes::Clip clip = samples::clip(talk(), from, from + 5);
        clip.title = title;
        return clip;
    }
    codes::Clip put(const std::string& title, double from = 10) {
        const codes::Clip clip = titled(title, from);
        clips().put(clip);
        return clips().find(clip.id).value();
    }

    Conversation talk_ = samples::conversation();
};
TYPED_TEST_SUITE(AnyClips, Adapters, AdapterNames);

TYPED_TEST(AnyClips, AClipIsKeptAsItWasMade) {
    codes::Clip clip = samples::clip(this->talk());
    clip.kind = codes::ClipKind::Suggestion;
    clip.coding = base::make_id();
    this->clips().put(clip);
    const codes::Clip kept = this->reopened().clips().find(clip.id).value();
    EXPECT_TRUE(codes::says_the_same(kept, clip));
    EXPECT_EQ(kept.revision, 1);
    EXPECT_GT(kept.changed.milliseconds, 0);
}

TYPED_TEST(AnyClips, StandInTheOrderOfTheConversation) {
    this->put("derde", 30);
    this->put("eerste", 5);
    this->put("tweede", 20);
    EXPECT_THAT(this->titles(), ElementsAre("eerste", "tweede", "derde"));
}

TYPED_TEST(AnyClips, EveryChangeIsALaterRevisionAlsoAnUndo) {
    codes::Clip clip = this->put("een");
    clip.title = "twee";
    this->clips().put(clip);
    EXPECT_EQ(this->clips().find(clip.id)->revision, 2);
    this->clips().put(this->clips().find(clip.id).value());
    EXPECT_EQ(this->clips().find(clip.id)->revision, 2) << "nothing changed";
    Clips& later = this->reopened().clips();
    EXPECT_TRUE(later.step(this->talk(), Direction::Undo));
    EXPECT_EQ(later.find(clip.id)->title, "een");
    EXPECT_EQ(later.find(clip.id)->revision, 3);
    EXPECT_TRUE(later.step(this->talk(), Direction::Undo));
    EXPECT_FALSE(later.find(clip.id));
    EXPECT_EQ(later.everything(this->talk()).clips.at(0).revision, 4) << "that it is gone travels too";
    EXPECT_FALSE(later.step(this->talk(), Direction::Undo));
    EXPECT_TRUE(later.step(this->talk(), Direction::Redo));
    EXPECT_TRUE(later.step(this->talk(), Direction::Redo));
    EXPECT_EQ(later.find(clip.id)->title, "twee");
    EXPECT_FALSE(later.step(this->talk(), Direction::Redo));
}

TYPED_TEST(AnyClips, SeveralAreMadeAndUndoneAsOne) {
    this->clips().put({this->titled("een"), this->titled("twee", 20)});
    EXPECT_EQ(this->titles().size(), 2U);
    this->clips().step(this->talk(), Direction::Undo);
    EXPECT_THAT(this->titles(), IsEmpty());
    this->put("ander");
    EXPECT_FALSE(this->clips().step(this->talk(), Direction::Redo)) << "what was undone is left behind";
}

TYPED_TEST(AnyClips, ARemovedClipTakesItsThreadAlongAndBringsItBack) {
    codes::Clip clip = this->put("een");
    const codes::Comment comment = samples::comment(clip.id);
    this->clips().put(comment, "");
    clip.removed = true;
    this->clips().put(clip);
    EXPECT_THAT(this->clips().comments(this->talk()), IsEmpty());
    this->clips().step(this->talk(), Direction::Undo);
    EXPECT_EQ(this->clips().comments(this->talk()).size(), 1U);
}

TYPED_TEST(AnyClips, AThreadKeepsItsRepliesAndItsSounds) {
    const codes::Clip clip = this->put("een");
    const codes::Comment first = samples::spoken(clip.id);
    codes::Comment reply = samples::comment(clip.id);
    reply.reply_to = first.id;
    reply.at.milliseconds += 1;
    const std::string sound("RIFF\0sound", 10);
    this->clips().put(first, sound);
    this->clips().put(reply, "");
    Clips& later = this->reopened().clips();
    const std::vector<codes::Comment> thread = later.comments(this->talk());
    ASSERT_EQ(thread.size(), 2U);
    EXPECT_EQ(thread[0].spoken, base::seconds(2));
    EXPECT_EQ(thread[1].reply_to, first.id);
    EXPECT_EQ(later.sound(first.id), sound);
    EXPECT_EQ(later.sound(reply.id), "");
    codes::Comment better = thread[1];
    better.text = "Ik hoor het nu.";
    later.put(better, "");
    EXPECT_EQ(later.comments(this->talk())[1].text, "Ik hoor het nu.");
    later.step(this->talk(), Direction::Undo);
    EXPECT_EQ(later.comments(this->talk())[1].text, reply.text);
}

TYPED_TEST(AnyClips, WhatWasSaidAgainKeepsItsSoundAndItsCodes) {
    const codes::Clip clip = this->put("een");
    codes::Comment again = samples::spoken(clip.id);
    again.contribution = codes::Contribution::SaidAgain;
    this->clips().put(again, "sound");
    again.codes = {"open_question", "affirmation"};
    this->clips().put(again, "");
    Clips& later = this->reopened().clips();
    const codes::Comment kept = later.comments(this->talk()).at(0);
    EXPECT_EQ(kept.contribution, codes::Contribution::SaidAgain);
    EXPECT_THAT(kept.codes, ElementsAre("open_question", "affirmation"));
    EXPECT_EQ(later.sound(again.id), "sound");
    codes::Comment remark = kept;
    remark.contribution = codes::Contribution::Remark;
    remark.codes.clear();
    EXPECT_THROW(later.put(remark, ""), base::Error) << "it does not become a remark";
    later.step(this->talk(), Direction::Undo);
    EXPECT_THAT(later.comments(this->talk()).at(0).codes, IsEmpty());
}

TYPED_TEST(AnyClips, WhatNoLibraryCanHoldIsRefusedAndNothingOfItIsKept) {
    const codes::Clip clip = this->put("een");
    Clips& clips = this->clips();
    const auto refused = [&](const codes::Clip& wrong) {
        EXPECT_THROW(clips.put({this->titled("heel"), wrong}), base::Error);
    };
    codes::Clip wrong = this->titled("x");
    wrong.span.to = wrong.span.from;
    refused(wrong);
    wrong = this->titled("x\xff");
    refused(wrong);
    wrong = this->titled("x");
    wrong.conversation = base::make_id();
    refused(wrong);
    EXPECT_THROW(clips.put(wrong), base::Error) << "a conversation that is not there";
    wrong = clip;
    wrong.author = "Iemand anders";
    refused(wrong);
    EXPECT_THROW(clips.put(samples::comment(base::make_id()), ""), base::Error);
    EXPECT_THROW(clips.put(samples::spoken(clip.id), ""), base::Error);
    EXPECT_THROW(clips.put(samples::comment(clip.id), "sound"), base::Error);
    EXPECT_THROW(clips.put(samples::spoken(clip.id), std::string(kLargestSpokenComment + 1, 'x')), base::Error);
    codes::Comment reply = samples::comment(clip.id);
    reply.reply_to = base::make_id();
    EXPECT_THROW(clips.put(reply, ""), base::Error);
    EXPECT_THAT(this->titles(), ElementsAre("een"));
    EXPECT_THAT(clips.comments(this->talk()), IsEmpty());
    this->library().remove(this->talk());
    EXPECT_THROW(clips.put(this->titled("x")), base::Error);
}

TYPED_TEST(AnyClips, TakingInKeepsTheLaterVersionWhateverCameFirst) {
    codes::Clip older = this->titled("een");
    older.revision = 1;
    codes::Clip later = older;
    later.title = "twee";
    later.revision = 2;
    codes::Comment reply = samples::comment(older.id), spoken = samples::spoken(older.id);
    spoken.revision = reply.revision = 1;
    reply.reply_to = spoken.id;
    const ClipThreads first{{older}, {reply, spoken}, {{spoken.id, "sound"}}};
    const ClipThreads second{{later}, {}, {}};
    EXPECT_EQ(this->clips().take_in(this->talk(), second), 1);
    EXPECT_EQ(this->clips().take_in(this->talk(), first), 2);
    EXPECT_EQ(this->clips().take_in(this->talk(), first), 0) << "a second time";
    Clips& clips = this->reopened().clips();
    EXPECT_THAT(this->titles(), ElementsAre("twee"));
    EXPECT_EQ(clips.comments(this->talk()).size(), 2U);
    EXPECT_EQ(clips.sound(spoken.id), "sound");
    EXPECT_FALSE(clips.step(this->talk(), Direction::Undo)) << "what came from elsewhere is not undone here";
}

TYPED_TEST(AnyClips, APackageWithoutWhatItRefersToIsRefusedWhole) {
    codes::Clip clip = this->titled("een");
    clip.revision = 1;
    codes::Comment spoken = samples::spoken(clip.id), stray = samples::comment(base::make_id());
    spoken.revision = stray.revision = 1;
    EXPECT_THROW(this->clips().take_in(this->talk(), {{clip}, {spoken}, {}}), base::Error);
    EXPECT_THROW(this->clips().take_in(this->talk(), {{clip}, {stray}, {}}), base::Error);
    EXPECT_THAT(this->titles(), IsEmpty());
    EXPECT_EQ(this->clips().take_in(this->talk(), {{clip}, {}, {}}), 1);
}

// Two copies that change different things and hear of each other in any order come to hold the same.
TYPED_TEST(AnyClips, TwoCopiesThatHearOfEachOtherConverge) {
    MemoryLibrary other;
    other.add(this->talk_);
    std::mt19937 random(5);
    std::vector<base::Id> made[2];
    Clips* const sides[] = {&this->clips(), &other.clips()};
    for (int round = 0; round < 300; ++round) {
        const std::size_t side = random() % 2;
        Clips& clips = *sides[side];
        switch (random() % 5) {
            case 0:
                clips.take_in(this->talk(), sides[1 - side]->everything(this->talk()));
                break;
            case 1:
                clips.step(this->talk(), random() % 3 == 0 ? Direction::Redo : Direction::Undo);
                break;
            case 2: {
                codes::Clip clip = this->titled("van " + std::to_string(side));
                clip.author = std::to_string(side);
                clips.put(clip);
                made[side].push_back(clip.id);
                break;
            }
            default: {
                if (made[side].empty()) break;
                auto clip = clips.find(made[side][random() % made[side].size()]);
                if (!clip) break;
                clip->text = std::to_string(random() % 9);
                clip->removed = random() % 8 == 0;
                clips.put(*clip);
            }
        }
    }
    for (int twice = 0; twice < 2; ++twice)
        for (std::size_t side : {0U, 1U}) sides[side]->take_in(this->talk(), sides[1 - side]->everything(this->talk()));
    EXPECT_EQ(sides[0]->everything(this->talk()).clips, sides[1]->everything(this->talk()).clips);
    EXPECT_GT(sides[0]->everything(this->talk()).clips.size(), 20U);
}

}  // namespace
}  // namespace library
