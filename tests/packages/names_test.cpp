// Names that must not be read: gone from every byte of the package, and what is left of them is told before.
#include "codes/edits.h"
#include "library/clip_samples.h"
#include "library/review_samples.h"
#include "packages/thing_json.h"
#include "packages/two_sides.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace packages {
namespace {

using library::PackedMedia;
using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kName = "Zwartkoppie";

class Names : public testing::Test {
protected:
    Names() {
        introduce(coach_, lead_);
        coding_ = code_conversation(coach_);
        talk_ = coach_.library->coding(coding_)->conversation;
    }

    // In everything that people write.
    void write_name_everywhere() {
        library::Library& library = *coach_.library;
        library::Conversation conversation = library.conversation(talk_).value();
        conversation.title = "Gesprek met Zwartkoppie";
        conversation.trainee = kName;
        conversation.change_goal = "Zwartkoppies rookgedrag";
        conversation.tags = {{"client", "ZWARTKOPPIE"}};
        conversation.recordings.front().label = kName;
        library.update(conversation);
        talk::Turn turn;
        turn.speaker = kName;
        turn.text = "Ik heet Zwartkoppie.";
        turn.span.to = base::seconds(2);
        library.set_turns(talk_, {turn}, talk::TurnSource::Transcript);
        codes::Event event = samples::event(9);
        event.note = "zwartkoppie lacht";
        library.apply(coding_, codes::edits::added(event));
        codes::Feedback words;
        words.next_step = "Vraag Zwartkoppie om toestemming";
        words.strengths = {{base::seconds(1), "Zwartkoppie zei", "mooi, Zwartkoppie", "Zwartkoppie!"}};
        library.apply(coding_, codes::edits::wrote(library.coding(coding_).value(), words));
        codes::Clip clip = samples::clip(talk_);
        clip.title = clip.text = clip.author = kName;
        library.clips().put(clip);
        codes::Comment comment = samples::comment(clip.id, "Ja, Zwartkoppie");
        comment.author = kName;
        library.clips().put(comment, {});
        codes::Goal goal = samples::goal(talk_, "Luister naar Zwartkoppie");
        goal.person = goal.author = kName;
        library.goals().put(goal);
        codes::Review review = samples::review(talk_, "Zwartkoppie laten praten");
        review.trainee = kName;
        review.agenda = {"Zwartkoppie"};
        review.is_shared = true;
        library.reviews().put(review);
        library::Report report;
        report.coding = coding_;
        report.language = "nl";
        report.content = R"({"trainee": "Zwartkoppie"})";
        library.issue(report);
    }
    Choice choice(std::vector<std::string> names) {
        Choice chosen{talk_, {}, PackedMedia::None, {}};
        chosen.names = std::move(names);
        return chosen;
    }
    Parcel prepared(const Choice& choice) {
        return prepare(*coach_.library, coach_.keys, "Marit", coach_.readers(lead_), choice, kNow);
    }
    std::string letters_of(const std::string& package) {
        std::string plain = inside(package, lead_.keys);
        std::transform(plain.begin(), plain.end(), plain.begin(), [](unsigned char c) { return std::tolower(c); });
        return plain;
    }

    Side coach_{"Marit"}, lead_{"Kees"};
    base::Id coding_, talk_;
};

TEST_F(Names, ThatAreReplacedAreInNoByteOfThePackage) {
    write_name_everywhere();
    EXPECT_THAT(letters_of(send(coach_, lead_, choice({}))), HasSubstr("zwartkoppie")) << "the search finds them";
    const std::string package = send(coach_, lead_, choice({kName}));
    EXPECT_THAT(letters_of(package), Not(HasSubstr("zwartkoppie")));
    receive(lead_, package);
    const library::Conversation arrived = lead_.library->conversation(talk_).value();
    EXPECT_EQ(arrived.title, "Gesprek met Person A");
    EXPECT_EQ(lead_.library->turns(talk_).front().text, "Ik heet Person A.");
    EXPECT_EQ(lead_.library->coding(coding_)->feedback.next_step, "Vraag Person A om toestemming");
    EXPECT_EQ(lead_.library->coding(coding_)->events.size(), coach_.library->coding(coding_)->events.size());
    EXPECT_EQ(lead_.library->clips().of(talk_).front().title, "Person A");
    EXPECT_EQ(lead_.library->clips().comments(talk_).front().text, "Ja, Person A");
    EXPECT_EQ(lead_.library->goals().all().front().text, "Luister naar Person A");
    EXPECT_EQ(lead_.library->reviews().of(talk_)->focus, "Person A laten praten");
    EXPECT_THAT(lead_.library->reports(coding_), IsEmpty()) << "a report is frozen, so it stays at home";
    EXPECT_EQ(coach_.library->conversation(talk_)->title, "Gesprek met Zwartkoppie") << "nothing changes here";
}

TEST_F(Names, ThatAreLeftAreListedWithThePlace) {
    write_name_everywhere();
    library::Conversation conversation = coach_.library->conversation(talk_).value();
    conversation.title = "zwartkoppie2026";
    coach_.library->update(conversation);
    talk::Turn turn;
    turn.text = "En toen zei Bartholomeus dat weer.";
    turn.span.to = base::seconds(2);
    coach_.library->set_turns(talk_, {turn}, talk::TurnSource::Transcript);
    const std::vector<Leak> leaks = prepared(choice({kName})).leaks;
    EXPECT_THAT(leaks, Contains(Leak{"conversation", kName, 1})) << "inside a word";
    EXPECT_THAT(leaks, Contains(Leak{"turns", "Bartholomeus", 1}));
    EXPECT_THAT(leaks, Not(Contains(Field(&Leak::text, HasSubstr("Person"))))) << "pseudonyms name nobody";
    EXPECT_THAT(leaks, Not(Contains(Field(&Leak::text, "Marit")))) << "who sends it signs it";
}

TEST_F(Names, OfPeopleInFieldsForThemAreListedWhateverTheyAre) {
    const std::vector<Leak> leaks = prepared(choice({kName})).leaks;
    EXPECT_THAT(leaks, Contains(Leak{"conversation", "Anna", 2})) << "the trainee, and in the title";
}

TEST_F(Names, ThatAreHeardAreListed) {
    const library::Conversation film = with_film(coach_);
    const codes::Clip clip = samples::clip(film.id, 1, 2);
    coach_.library->clips().put(clip);
    coach_.library->clips().put(samples::spoken(clip.id), "RIFF");
    Choice heard{film.id, {}, PackedMedia::Clips, {}};
    heard.names = {kName};
    EXPECT_THAT(prepared(heard).leaks, AllOf(Contains(Leak{"comment", "", 1}), Contains(Leak{"recording", "", 1})));
    heard.masks.voices = {{.way = media::VoiceMask::Way::Mute, .channel = {}, .when = {}}};
    EXPECT_THAT(prepared(heard).leaks, Not(Contains(Leak{"recording", "", 1})));
}

TEST_F(Names, AreNotLookedForWhereNothingIsToBeHidden) {
    write_name_everywhere();
    EXPECT_THAT(prepared(choice({})).leaks, IsEmpty());
    EXPECT_THROW(prepared(choice({" "})), base::Error);
}

TEST_F(Names, DoNotTouchCodesIdsAndSounds) {
    const codes::Clip clip = samples::clip(talk_);
    coach_.library->clips().put(clip);
    const std::string sound("\x24\x35\xda\x7f", 4);
    coach_.library->clips().put(samples::spoken(clip.id), sound);
    const std::string code = coach_.library->coding(coding_)->events.front().code;
    receive(lead_, send(coach_, lead_, choice({code, "JDXafw", "professional", "Cliënt", "sample"})));
    EXPECT_EQ(lead_.library->coding(coding_)->events, coach_.library->coding(coding_)->events);
    EXPECT_EQ(lead_.library->clips().sound(lead_.library->clips().comments(talk_).front().id), sound);
}

}  // namespace
}  // namespace packages
