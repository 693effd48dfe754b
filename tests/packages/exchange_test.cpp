// A review there and a reply back: what arrives, what stays at home, and what is refused with which reason.
#include "codes/difference.h"
#include "library/clip_samples.h"
#include "library/import.h"
#include "packages/thing_json.h"
#include "packages/two_sides.h"

#include <filesystem>
#include <gmock/gmock.h>

namespace packages {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Exchange : public testing::Test {
protected:
    Exchange() { introduce(coach_, trainee_); }

    base::Id conversation_of(const base::Id& coding) { return coach_.library->coding(coding)->conversation; }
    void code(Side& side, const base::Id& coding, double seconds) {
        side.library->apply(coding, codes::edits::added(samples::event(seconds)));
    }

    Side coach_{"Marit"}, trainee_{"Anna"};
};

TEST_F(Exchange, AReviewArrivesWholeAndWithoutWhatIsNobodysBusiness) {
    const base::Id coding = code_conversation(coach_);
    const base::Id talk = conversation_of(coding);
    library::Conversation conversation = coach_.library->conversation(talk).value();
    conversation.remarks = "moe vandaag";
    coach_.library->update(conversation);
    talk::Turn turn;
    turn.text = "één";
    turn.span = {base::seconds(1), base::seconds(2)};
    coach_.library->set_turns(talk, {turn}, talk::TurnSource::Transcript);
    library::Report report;
    report.coding = coding;
    report.language = "nl";
    report.content = "{}";
    report.pdf = std::string("%PDF\0\xff", 6);
    const library::Report issued = coach_.library->issue(report);

    const Merged merged = receive(trainee_, send(coach_, trainee_, {talk, {}, library::PackedMedia::None, {}}));
    EXPECT_EQ(merged.conversation, talk);
    EXPECT_EQ(merged.added, 5);
    EXPECT_FALSE(merged.has_recording);
    EXPECT_EQ(content_of(*trainee_.library, talk), content_of(*coach_.library, talk));
    EXPECT_EQ(trainee_.library->report(issued.id)->pdf, report.pdf);
    EXPECT_THAT(trainee_.library->conversation(talk)->remarks, IsEmpty());
    EXPECT_THAT(trainee_.library->conversation(talk)->recordings.front().path, IsEmpty());
}

TEST_F(Exchange, ANewRevisionTakesThePlaceOfTheOldOneAndCanBeUndone) {
    const base::Id coding = code_conversation(coach_);
    const Choice choice{conversation_of(coding), {}, library::PackedMedia::None, {}};
    receive(trainee_, send(coach_, trainee_, choice));
    code(coach_, coding, 20);
    const std::string second = send(coach_, trainee_, choice);
    EXPECT_EQ(receive(trainee_, second).renewed, 1);
    EXPECT_EQ(trainee_.library->coding(coding)->events.size(), 4U);
    EXPECT_EQ(receive(trainee_, second).renewed, 0) << "a second time";
    EXPECT_TRUE(trainee_.library->step(coding, library::Direction::Undo));
    EXPECT_EQ(trainee_.library->coding(coding)->events.size(), 3U);
}

TEST_F(Exchange, ARecordingTravelsWholeAndIsFoundByFingerprintTheNextTime) {
    const std::string bytes(300'000, 'm');
    const library::Conversation conversation = with_recording(coach_, bytes);
    const Merged merged = receive(trainee_, send(coach_, trainee_, {conversation.id, {}, {}, {}}));
    EXPECT_TRUE(merged.has_recording);
    const std::string path = trainee_.library->conversation(conversation.id)->recordings.front().path;
    EXPECT_EQ(support::read_file(path), bytes);
    EXPECT_TRUE(path.starts_with(trainee_.media_folder()));
    EXPECT_THAT(library::find_again(trainee_.library->conversation(conversation.id)->recordings.front(), {}),
                testing::Eq(path));

    const std::string reply = send(trainee_, coach_, {conversation.id, {}, {}, {}});
    EXPECT_LT(reply.size(), 10'000U) << "a reply is small";
    EXPECT_TRUE(receive(coach_, reply).has_recording);

    const std::string again = send(coach_, trainee_, {conversation.id, {}, {}, {}});
    EXPECT_LT(again.size(), 10'000U) << "the trainee has the recording";
    EXPECT_TRUE(receive(trainee_, again).has_recording);
}

TEST_F(Exchange, CodesAloneFindTheRecordingThatTheOtherSideHas) {
    const library::Conversation conversation = with_recording(coach_, "the same film");
    library::Conversation other = samples::conversation("Van de telefoon");
    other.recordings.front() = conversation.recordings.front();
    other.recordings.front().id = base::make_id();
    other.recordings.front().path = trainee_.folder.file("phone.mp4");
    support::write_file(other.recordings.front().path, "the same film");
    trainee_.library->add(other);

    const auto package = send(coach_, trainee_, {conversation.id, {}, library::PackedMedia::None, {}});
    EXPECT_TRUE(receive(trainee_, package).has_recording);
    EXPECT_EQ(trainee_.library->conversation(conversation.id)->recordings.front().path, other.recordings.front().path);
}

TEST_F(Exchange, AReplyBringsTheTraineesOwnCodingAndLeavesTheCoachsAlone) {
    const base::Id coding = code_conversation(coach_);
    const base::Id talk = conversation_of(coding);
    receive(trainee_, send(coach_, trainee_, {talk, {}, library::PackedMedia::None, {}}));
    codes::Coding own = samples::coding(talk);
    own.coder = "Anna";
    own.purpose = codes::Purpose::Self;
    trainee_.library->add(own);
    code(trainee_, own.id, 5);
    code(trainee_, coding, 6);  // in a coding that is not hers

    const std::string reply = send(trainee_, coach_, {talk, {}, {}, {}});
    const Merged merged = receive(coach_, reply);
    EXPECT_EQ(merged.added, 1);
    EXPECT_EQ(merged.renewed, 0);
    EXPECT_EQ(coach_.library->coding(own.id)->events.size(), 1U);
    EXPECT_EQ(coach_.library->coding(coding)->events.size(), 3U);
    EXPECT_THAT(coach_.library->codings(talk), testing::SizeIs(2));
    receive(coach_, reply);
    EXPECT_THAT(coach_.library->codings(talk), testing::SizeIs(2)) << "no doubles";
}

TEST_F(Exchange, ClipsTheirThreadsAndGoalsComeAlongAndTheRepliesComeBack) {
    const base::Id talk = conversation_of(code_conversation(coach_));
    codes::Clip clip = samples::clip(talk);
    coach_.library->clips().put(clip);
    codes::Goal goal;
    goal.id = base::make_id();
    goal.conversation = talk;
    goal.person = "Anna";
    goal.text = "Vraag toestemming";
    goal.set_on = "2026-11-22";
    coach_.library->goals().put(goal);
    const Choice choice{talk, {}, library::PackedMedia::None, {}};
    receive(trainee_, send(coach_, trainee_, choice));
    ASSERT_THAT(trainee_.library->clips().of(talk), testing::SizeIs(1));
    EXPECT_THAT(trainee_.library->goals().all(), testing::SizeIs(1));

    codes::Comment comment;
    comment.id = base::make_id();
    comment.clip = clip.id;
    comment.author = "Anna";
    comment.at = base::now();
    comment.text = "Ja, dat merkte ik ook.";
    trainee_.library->clips().put(comment, "");
    const std::string reply = send(trainee_, coach_, choice);
    EXPECT_EQ(receive(coach_, reply).added, 1);
    EXPECT_EQ(receive(coach_, reply).added, 0);
    ASSERT_THAT(coach_.library->clips().comments(talk), testing::SizeIs(1));
    EXPECT_EQ(coach_.library->clips().comments(talk)[0].text, comment.text);
    EXPECT_EQ(content_of(*coach_.library, talk), content_of(*trainee_.library, talk));

    clip = coach_.library->clips().find(clip.id).value();
    clip.removed = true;
    coach_.library->clips().put(clip);
    receive(trainee_, send(coach_, trainee_, choice));
    EXPECT_THAT(trainee_.library->clips().of(talk), IsEmpty()) << "a removal travels too";
}

TEST_F(Exchange, NobodyCanWriteInAnothersName) {
    Side stranger{"Kees"};
    introduce(stranger, trainee_);
    const base::Id coding = code_conversation(coach_);
    const base::Id talk = conversation_of(coding);
    const std::string review = send(coach_, trainee_, {talk, {}, library::PackedMedia::None, {}});
    receive(trainee_, review);
    // A known person makes a package with a coding of that id, as their own, of a far later revision.
    introduce(coach_, stranger);
    receive(stranger, send(coach_, stranger, {talk, {}, library::PackedMedia::None, {}}));
    auto forged = std::make_unique<library::MemoryLibrary>();
    forged->store_codebook(samples::codebook());
    forged->add(stranger.library->conversation(talk).value());
    codes::Coding taken = stranger.library->coding(coding).value();
    taken.events.clear();
    forged->add(taken);
    stranger.library = std::move(forged);
    stranger.meet(trainee_);
    stranger.clock.milliseconds += 1'000'000;

    const Merged merged = receive(trainee_, send(stranger, trainee_, {talk, {}, library::PackedMedia::None, {}}));
    EXPECT_EQ(trainee_.library->coding(coding)->events.size(), 3U);
    EXPECT_THAT(merged.left_out, testing::Contains(library::ThingName{"coding", coding.text}));
    EXPECT_THAT(merged.left_out, testing::Contains(library::ThingName{"conversation", talk.text}));
}

TEST_F(Exchange, EachThingThatIsWrongHasItsOwnReason) {
    const base::Id coding = code_conversation(coach_);
    const base::Id talk = conversation_of(coding);
    const std::string first = send(coach_, trainee_, {talk, {}, library::PackedMedia::None, {}});
    code(coach_, coding, 30);
    const std::string second =
        send(coach_, trainee_, {talk, {}, library::PackedMedia::None, base::Timestamp{kNow.milliseconds + 5'000}});

    Side other{"Kees"};
    EXPECT_THAT(refusal(other, first), HasSubstr("not sealed for your key"));
    EXPECT_THAT(refusal(trainee_, first, "a passphrase"), HasSubstr("no passphrase opens it"));
    EXPECT_THAT(refusal(trainee_, first.substr(0, first.size() - 1)), HasSubstr("damaged"));
    EXPECT_THAT(refusal(trainee_, "hello"), HasSubstr("not a sealed file"));
    EXPECT_THAT(refusal(trainee_, sealed_for(trainee_.keys, "hello\n")), HasSubstr("no review of this program"));
    EXPECT_THAT(refusal(trainee_, sealed_for(trainee_.keys, "terugblik-review/2\nx\n")), HasSubstr("newer version"));

    Side passed_on{"Jan"};
    passed_on.meet(coach_);
    EXPECT_THAT(refusal(passed_on, sealed_for(passed_on.keys, inside(first, trainee_.keys))),
                HasSubstr("passed on by somebody else"));
    Side stranger{"Piet"};
    stranger.meet(trainee_);
    base::Id unknown = code_conversation(stranger);
    unknown = stranger.library->coding(unknown)->conversation;
    EXPECT_THAT(refusal(trainee_, send(stranger, trainee_, {unknown, {}, library::PackedMedia::None, {}})),
                testing::AllOf(HasSubstr("you do not know"), HasSubstr("Piet"),
                               HasSubstr(fingerprint_words(stranger.keys.card("")))));
    trainee_.library->people().add(person_of(stranger.keys.card("Piet"), "Piet"));
    EXPECT_THAT(refusal(trainee_, send(stranger, trainee_, {unknown, {}, library::PackedMedia::None, {}})),
                HasSubstr("did not compare yet"));

    trainee_.clock.milliseconds += 10'000;
    EXPECT_THAT(refusal(trainee_, second), HasSubstr("could be opened until"));
    trainee_.clock = kNow;
    EXPECT_THAT(trainee_.library->conversations(), IsEmpty());
    receive(trainee_, second);
    EXPECT_THAT(refusal(trainee_, first), HasSubstr("newer version of this review"));
    trainee_.library->remove(talk);
    EXPECT_THAT(refusal(trainee_, second), HasSubstr("removed from this library"));
}

TEST_F(Exchange, NothingIsSentToWhomNobodyTalkedTo) {
    const base::Id talk = conversation_of(code_conversation(coach_));
    Side kees{"Kees"};
    coach_.library->people().add(person_of(kees.keys.card("Kees"), "Kees"));
    EXPECT_THROW(send(coach_, kees, {talk, {}, library::PackedMedia::None, {}}), base::Error);
    EXPECT_THROW(prepare(*coach_.library, coach_.keys, "Marit", {}, {talk, {}, {}, {}}, kNow), base::Error);
    EXPECT_THROW(send(coach_, trainee_, {talk, {}, library::PackedMedia::Whole, {}}), base::Error)
        << "the recording is not there";
    EXPECT_THAT(coach_.library->package_log().packages(), IsEmpty());
}

TEST(Difference, MakesAnyStateOfACodingIntoAnyOther) {
    std::mt19937 random(5);
    samples::RandomEdits edits(random);
    codes::Coding from, to;
    from.codebook_key = to.codebook_key = "sample";
    from.codebook_version = to.codebook_version = "1.0";
    for (int round = 0; round < 150; ++round) {
        codes::apply(to, edits.next(to));
        if (round % 7 == 0) continue;
        const codes::Edit edit = codes::difference(from, to);
        codes::Coding made = from;
        codes::apply(made, edit);
        EXPECT_EQ(to_json(made), to_json(to)) << round;
        EXPECT_THAT(codes::difference(made, to).changes, IsEmpty());
        codes::apply(made, codes::inverse(edit));
        EXPECT_EQ(to_json(made), to_json(from));
        if (round % 3 == 0) from = to;
    }
}

}  // namespace
}  // namespace packages
