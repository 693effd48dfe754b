// Sending and opening in the real window: what is asked first, and what is refused.
#include "app/computers.h"

#include <gmock/gmock.h>

namespace {

using app::ArrivalStage;
using app::SendStage;
using support::Computer;
using support::Driver;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class PackageWindow : public support::ComputersTest {
protected:
    base::Id add_talk(Computer& computer, library::Kind kind) {
        library::Conversation talk;
        talk.id = base::make_id();
        talk.title = "Stop roken";
        talk.trainee = "Anna";
        talk.kind = kind;
        talk.created = base::now();
        computer.library().add(talk);
        const codes::Codebook codebook = codes::shipped_codebooks().at(0);
        computer.library().store_codebook(codebook);
        codes::Coding coding;
        coding.id = base::make_id();
        coding.conversation = talk.id;
        coding.codebook_key = codebook.key;
        coding.codebook_version = codebook.version;
        coding.coder = "Marit";
        coding.created = base::now();
        codes::Event event;
        event.id = base::make_id();
        event.at = base::seconds(3);
        event.code = "open_question";
        event.note = "Willem says it again";
        coding.events = {event};
        computer.library().add(coding);
        return talk.id;
    }
    // A person whose words were compared.
    library::Person know(const packages::OwnKeys& keys, const std::string& name) {
        library::Person person = packages::person_of(keys.card(name), name);
        person.compared = base::now();
        coach_.library().people().add(person);
        return person;
    }
    // By somebody at another computer, about a conversation that is theirs.
    std::string package_of(const packages::OwnKeys& keys, const packages::Readers& readers) {
        Computer other;
        const base::Id talk = add_talk(other, library::Kind::Practice);
        std::atomic<float> fraction{0};
        const std::string path = coach_.file("came.terugblik-review");
        packages::write_package_file(
            other.library(), keys, readers,
            packages::prepare(other.library(), keys, "Karel", readers, {talk, {}, {}, {}}, base::now()), path,
            base::Progress({}, fraction));
        return path;
    }
    // From Karel, who is known here; the passphrase is "acht gele fietsen".
    std::string package_by_passphrase() {
        const packages::OwnKeys karels = packages::new_keys();
        know(karels, "Karel");
        packages::Readers readers;
        readers.passphrase.emplace("acht gele fietsen");
        return package_of(karels, readers);
    }
};

TEST_F(PackageWindow, WithoutConsentNothingGoesAndTheWayToItIsShown) {
    const base::Id talk = add_talk(coach_, library::Kind::Real);
    know(packages::new_keys(), "Anna");
    Driver& d = coach_.sit_down();
    ASSERT_TRUE(d.until([&] { return d.sees("Stop roken"); }));
    d.press("ctrl+shift+p");
    ASSERT_TRUE(stands(d, SendStage::Choosing));
    EXPECT_THAT(d.model().sending->choice.people, SizeIs(1)) << "the trainee is the likely reader";
    EXPECT_THAT(d.model().sending->why_not, Not(IsEmpty()));
    d.click("A last look");
    d.application().controller().apply(app::LookOnceMore{});
    d.application().draw_again();
    d.turns(8);
    EXPECT_EQ(d.model().sending->stage, SendStage::Choosing);
    EXPECT_THAT(d.model().sending->problem, Not(IsEmpty()));
    ASSERT_TRUE(d.click("To the consent\xe2\x80\xa6"));
    EXPECT_TRUE(d.until([&] { return !d.model().sending && d.model().privacy.conversation == talk; }));
    EXPECT_TRUE(d.until([&] { return d.sees("Given by"); }));
}

TEST_F(PackageWindow, WhatStillNamesSomeoneIsLookedAtBeforeItIsWritten) {
    add_talk(coach_, library::Kind::Practice);
    know(packages::new_keys(), "Anna");
    Driver& d = coach_.sit_down();
    ASSERT_TRUE(d.until([&] { return d.sees("Stop roken"); }));
    d.press("ctrl+shift+p");
    ASSERT_TRUE(stands(d, SendStage::Choosing));
    ASSERT_TRUE(d.click("Hide voices, the picture or names\xe2\x80\xa6"));
    ASSERT_TRUE(d.click("Names that others take the place of, in all that was written"));
    d.type("Pieter");
    ASSERT_TRUE(d.until([&] { return d.model().sending->choice.names == "Pieter"; }));
    ASSERT_TRUE(d.click("A last look"));
    ASSERT_TRUE(stands(d, SendStage::LastLook));
    const auto& leaks = d.model().sending->parcel->leaks;
    if (leaks.empty()) return;
    d.turns(6);
    d.press("Return");
    d.turns(6);
    EXPECT_FALSE(d.sees("Save")) << "not before it was said that they may be read";
    ASSERT_TRUE(d.click("I looked at these; they may be read"));
    ASSERT_TRUE(d.click("Write the file\xe2\x80\xa6"));
    EXPECT_TRUE(d.until([&] { return d.sees("Save"); }));
}

TEST_F(PackageWindow, APassphraseIsAskedForAgainUntilItFits) {
    const std::string file = package_by_passphrase();
    Driver& d = coach_.sit_down();
    d.drop({file});
    ASSERT_TRUE(stands(d, ArrivalStage::WantsPassphrase));
    d.turns(6);
    d.type("acht");
    d.press("Return");
    ASSERT_TRUE(d.until([&] { return !d.model().arrival->problem.empty(); }));
    EXPECT_EQ(d.model().arrival->stage, ArrivalStage::WantsPassphrase);
    d.turns(6);
    d.press("ctrl+a");
    d.type("acht gele fietsen");
    d.press("Return");
    ASSERT_TRUE(stands(d, ArrivalStage::Ready));
    EXPECT_THAT(coach_.library().conversations(), IsEmpty());
    d.press("Escape");
    ASSERT_TRUE(d.until([&] { return !d.model().arrival; }));
    EXPECT_THAT(coach_.library().conversations(), IsEmpty()) << "it was left";
}

TEST_F(PackageWindow, AChangedByteIsRefusedInWords) {
    const std::string file = package_by_passphrase();
    std::string bytes = support::read_file(file);
    bytes[bytes.size() - 40] = static_cast<char>(bytes[bytes.size() - 40] ^ 1);
    support::write_file(file, bytes);
    Driver& d = coach_.sit_down();
    d.drop({file});
    ASSERT_TRUE(stands(d, ArrivalStage::WantsPassphrase));
    d.turns(6);
    d.type("acht gele fietsen");
    d.press("Return");
    ASSERT_TRUE(stands(d, ArrivalStage::Refused));
    EXPECT_THAT(d.model().arrival->problem, testing::HasSubstr("changed after it was sealed"));
    EXPECT_THAT(coach_.library().conversations(), IsEmpty());
    d.turns(6);
    d.press("Escape");
    EXPECT_TRUE(d.until([&] { return !d.model().arrival; }));
}

TEST(SendDesk, ReadsStretches) {
    const auto two = app::stretches_in("1:05-1:20, 2:10 - 2:12,");
    ASSERT_TRUE(two.has_value());
    EXPECT_THAT(*two, testing::ElementsAre(base::Span{base::seconds(65), base::seconds(80)},
                                           base::Span{base::seconds(130), base::seconds(132)}));
    EXPECT_THAT(*app::stretches_in(" "), IsEmpty());
    for (const char* wrong : {"1:05", "1:20-1:05", "one-two", "1:05-1:20;2:10"})
        EXPECT_FALSE(app::stretches_in(wrong)) << wrong;
}

}  // namespace
