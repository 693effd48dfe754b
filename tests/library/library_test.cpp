// What every library does, whichever keeps it: the same tests over the model in memory and the file.
#include "base/error.h"
#include "codes/edits.h"
#include "library/any_library.h"
#include "library/samples.h"

#include <gmock/gmock.h>

namespace library {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TYPED_TEST_SUITE(AnyLibrary, Adapters, AdapterNames);

std::vector<std::string> titles(Library& library) {
    std::vector<std::string> found;
    for (const Conversation& conversation : library.conversations()) found.push_back(conversation.title);
    return found;
}

TYPED_TEST(AnyLibrary, KeepsAConversationWithEverythingInIt) {
    Conversation talk = samples::conversation("“Ja, maar…” – gesprek 1");
    talk.recordings.push_back(samples::recording("/videos/sound only.m4a"));
    talk.recordings.back().offset = base::milliseconds(-250);
    talk.last_position = base::seconds(12.5);
    talk.remarks = std::string(100'000, 'x') + "\n\t'\"; DROP TABLE conversation;--";
    this->library().add(talk);
    EXPECT_EQ(this->reopened().conversation(talk.id), talk);
    EXPECT_EQ(this->library().conversations(), std::vector<Conversation>{talk});
    EXPECT_EQ(this->library().conversation(base::make_id()), std::nullopt);
}

TYPED_TEST(AnyLibrary, ListsTheNewestConversationFirst) {
    for (const int day : {2, 3, 1}) {
        Conversation talk = samples::conversation("day " + std::to_string(day));
        talk.created.milliseconds = 86'400'000LL * day;
        this->library().add(talk);
    }
    EXPECT_EQ(titles(this->reopened()), (std::vector<std::string>{"day 3", "day 2", "day 1"}));
}

TYPED_TEST(AnyLibrary, RefusesTheSameConversationTwiceAndUnknownOnes) {
    Library& library = this->library();
    const Conversation talk = samples::conversation();
    library.add(talk);
    EXPECT_THROW(library.add(talk), base::Error);
    Conversation with_its_recording = samples::conversation();
    with_its_recording.recordings = talk.recordings;
    EXPECT_THROW(library.add(with_its_recording), base::Error);
    EXPECT_THROW(library.update(samples::conversation()), base::Error);
    EXPECT_THROW(library.remove(base::make_id()), base::Error);
    EXPECT_THROW(library.remember_position(base::make_id(), {}), base::Error);
    EXPECT_THROW(library.found_recording(base::make_id(), "/x"), base::Error);
    EXPECT_THROW(library.set_turns(base::make_id(), {}, talk::TurnSource::None), base::Error);
    EXPECT_EQ(library.conversations(), std::vector<Conversation>{talk});
}

TYPED_TEST(AnyLibrary, RefusesTextThatCannotBeKept) {
    Library& library = this->library();
    for (const std::string& text : {std::string("caf\xe9"), std::string("a\0b", 3), std::string("\xed\xa0\x80")}) {
        Conversation talk = samples::conversation(text);
        EXPECT_THROW(library.add(talk), base::Error);
        EXPECT_THROW(library.set_setting("key", text), base::Error);
    }
    EXPECT_TRUE(library.conversations().empty());
}

TYPED_TEST(AnyLibrary, AddingChangingAndRemovingConversationsIsUndoneInTurn) {
    const Conversation talk = samples::conversation("before");
    this->library().add(talk);
    Conversation changed = talk;
    changed.title = "after";
    changed.recordings.push_back(samples::recording("/second.m4a"));
    this->library().update(changed);
    this->library().remove(talk.id);
    EXPECT_TRUE(titles(this->reopened()).empty());
    EXPECT_EQ(this->library().conversation(talk.id), std::nullopt);

    EXPECT_THAT(this->library().step_conversations(Direction::Undo).value(), HasSubstr("after"));
    EXPECT_EQ(this->reopened().conversation(talk.id), changed);
    this->library().step_conversations(Direction::Undo);
    EXPECT_EQ(this->reopened().conversation(talk.id), talk);
    this->library().step_conversations(Direction::Undo);
    EXPECT_TRUE(titles(this->reopened()).empty());
    EXPECT_EQ(this->library().step_conversations(Direction::Undo), std::nullopt);

    for (int step = 0; step < 2; ++step) EXPECT_TRUE(this->library().step_conversations(Direction::Redo));
    EXPECT_EQ(this->reopened().conversation(talk.id), changed);
    this->library().add(samples::conversation("another"));
    EXPECT_EQ(this->reopened().step_conversations(Direction::Redo), std::nullopt);
    EXPECT_EQ(titles(this->library()), (std::vector<std::string>{"another", "after"}));
}

TYPED_TEST(AnyLibrary, WhatHappensByItselfIsNeitherUndoneNorOverwritten) {
    Library& library = this->library();
    const Conversation talk = samples::conversation("before");
    library.add(talk);
    Conversation changed = talk;
    changed.title = "after";
    library.update(changed);
    library.remember_position(talk.id, base::seconds(77));
    library.found_recording(talk.recordings[0].id, "/moved/talk.mp4");
    library.store_sha256(talk.recordings[0].id, "abc");
    changed.title = "later still";
    library.update(changed);  // a copy from before the recording was found
    library.step_conversations(Direction::Undo);
    library.step_conversations(Direction::Undo);
    const Conversation now = this->reopened().conversation(talk.id).value();
    EXPECT_EQ(now.title, "before");
    EXPECT_EQ(now.last_position, base::seconds(77));
    EXPECT_EQ(now.recordings[0].path, "/moved/talk.mp4");
    EXPECT_EQ(now.recordings[0].sha256, "abc");
}

codes::Codebook version(const std::string& number, const std::string& title = "Sample") {
    std::string json = samples::kCodebook;
    json.replace(json.find("1.0"), 3, number);
    json.replace(json.find("Sample"), 6, title);
    return codes::parse_codebook(json, "sample");
}

TYPED_TEST(AnyLibrary, ACodebookOnceStoredNeverChanges) {
    Library& library = this->library();
    for (const char* number : {"1.9", "1.10", "1.2"}) library.store_codebook(version(number));
    library.store_codebook(version("1.9"));
    codes::Codebook spaced = version("1.9");
    spaced.json += "\n  ";
    library.store_codebook(spaced);
    EXPECT_THAT([&] { library.store_codebook(version("1.9", "Other")); }, ThrowsMessage<base::Error>(HasSubstr("1.9")));
    ASSERT_EQ(this->reopened().codebooks().size(), 1U);
    EXPECT_EQ(this->library().codebooks()[0].version, "1.10");
    EXPECT_EQ(this->library().codebook("sample", "1.9")->title.en, "Sample");
    EXPECT_FALSE(this->library().codebook("sample", "2"));
}

TYPED_TEST(AnyLibrary, ACodingNeedsItsConversationAndItsCodebook) {
    Library& library = this->library();
    const Conversation talk = samples::conversation();
    EXPECT_THROW(library.add(samples::coding(talk.id)), base::Error);
    library.add(talk);
    EXPECT_THROW(library.add(samples::coding(talk.id)), base::Error);
    library.store_codebook(samples::codebook());
    const codes::Coding coding = samples::coding(talk.id);
    library.add(coding);
    EXPECT_THROW(library.add(coding), base::Error);
    EXPECT_THROW(library.apply(base::make_id(), codes::edits::added(samples::event(1))), base::Error);
    EXPECT_THROW(library.step(base::make_id(), Direction::Undo), base::Error);
    EXPECT_FALSE(library.can_step(base::make_id(), Direction::Undo));
}

TYPED_TEST(AnyLibrary, KeepsACodingWithEverythingInIt) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    this->library().store_codebook(samples::codebook());
    codes::Coding coding = samples::coding(talk.id);
    coding.purpose = codes::Purpose::Gold;
    coding.events = {samples::event(9), samples::event(0, "change_desire")};
    coding.events[1].end = base::seconds(3);
    coding.events[1].speaker = codes::Side::Client;
    coding.events[1].attributes = {{"strength", "2"}};
    coding.events[1].note = "“maar…”";
    coding.ratings = {{"partnership", 4}};
    coding.evidence = {{"partnership", {coding.events[1].id, coding.events[0].id}}};
    coding.utterances = {{base::make_id(), {base::seconds(5), base::seconds(7)}, codes::Side::Client},
                         {base::make_id(), {base::seconds(1), base::seconds(2)}, codes::Side::Professional}};
    coding.ticks = {{"agenda", "step2", base::seconds(4)}, {"agenda", "step1", base::seconds(2)}};
    coding.phases = {{base::seconds(30), "focus"}, {base::seconds(0), "engage"}};
    coding.segment = codes::Segment{{base::seconds(0), base::seconds(1200)}, 18'446'744'073'709'551'615U};
    coding.feedback.strengths = {{base::seconds(4), "q", "c", ""}};
    coding.feedback.next_step = "doorvragen";
    this->library().add(coding);
    const codes::Coding kept = this->reopened().coding(coding.id).value();
    EXPECT_EQ(kept.events, (std::vector<codes::Event>{coding.events[1], coding.events[0]}));
    EXPECT_EQ(kept.ratings, coding.ratings);
    EXPECT_EQ(kept.evidence.at("partnership"), (std::vector<base::Id>{coding.events[0].id, coding.events[1].id}));
    EXPECT_EQ(kept.utterances, (std::vector<codes::Utterance>{coding.utterances[1], coding.utterances[0]}));
    EXPECT_EQ(kept.ticks, (std::vector<codes::Tick>{coding.ticks[1], coding.ticks[0]}));
    EXPECT_EQ(kept.phases, (std::vector<codes::PhaseMark>{coding.phases[1], coding.phases[0]}));
    EXPECT_EQ(kept.segment, coding.segment);
    EXPECT_EQ(kept.feedback, coding.feedback);
    EXPECT_EQ(kept.purpose, codes::Purpose::Gold);
    EXPECT_EQ(kept.coder, "Marit");
    EXPECT_EQ(kept.created, coding.created);
    const std::vector<CodingSummary> listed = this->library().codings(talk.id);
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].events, 2);
    EXPECT_FALSE(this->library().can_step(coding.id, Direction::Undo));
    this->library().remove(talk.id);
    EXPECT_TRUE(this->library().all_codings().empty());
}

TYPED_TEST(AnyLibrary, AConsensusIsKeptWithItsSourcesAndWhatWasDecided) {
    const base::Id first = samples::begin_coding(this->library());
    codes::Coding second = samples::coding(this->library().coding(first)->conversation);
    second.coder = "Joost";
    this->library().add(second);
    codes::Coding consensus = samples::coding(second.conversation);
    consensus.purpose = codes::Purpose::Consensus;
    consensus.sources = codes::Sources{first, second.id, base::milliseconds(2500)};
    this->library().add(consensus);
    const codes::Decision decision{base::make_id(),        {}, "open_question", "",
                                   codes::Choice::Neither, "", "“hm” telt niet"};
    codes::Decision silent = decision;
    silent.first = base::make_id();
    silent.note.clear();
    for (const codes::Decision& one : {decision, silent})
        this->library().apply(consensus.id, {"decided", {codes::DecisionChange{std::nullopt, one}}});

    const codes::Coding kept = this->reopened().coding(consensus.id).value();
    EXPECT_EQ(kept.purpose, codes::Purpose::Consensus);
    EXPECT_EQ(kept.sources, consensus.sources);
    EXPECT_EQ(kept.decisions, (std::vector<codes::Decision>{decision, silent}));
    EXPECT_EQ(this->library().decisions_about("sample"), std::vector<codes::Decision>{decision});
    EXPECT_TRUE(this->library().decisions_about("other").empty());
    this->library().step(consensus.id, Direction::Undo);
    this->library().step(consensus.id, Direction::Undo);
    EXPECT_TRUE(this->reopened().coding(consensus.id)->decisions.empty());
    EXPECT_TRUE(this->library().decisions_about("sample").empty());
}

TYPED_TEST(AnyLibrary, ADecisionThatSaysNothingIsRefused) {
    const base::Id id = samples::begin_coding(this->library());
    const auto decide = [&](const codes::Decision& decision) {
        this->library().apply(id, {"decided", {codes::DecisionChange{std::nullopt, decision}}});
    };
    const base::Id event = base::make_id();
    EXPECT_THROW(decide({{}, {}, "", "", codes::Choice::First, "", ""}), base::Error);
    EXPECT_THROW(decide({event, {}, "a", "", codes::Choice::Other, "", ""}), base::Error);
    EXPECT_THROW(decide({event, {}, "a", "", codes::Choice::First, "b", ""}), base::Error);
    EXPECT_THROW(decide({{"no id"}, {}, "a", "", codes::Choice::First, "", ""}), base::Error);
    EXPECT_TRUE(this->library().coding(id)->decisions.empty());
}

TYPED_TEST(AnyLibrary, ACodingIsMarkedGoldAndUnmarkedByUndo) {
    const base::Id id = samples::begin_coding(this->library());
    this->library().apply(id, codes::edits::meant(*this->library().coding(id), codes::Purpose::Gold));
    EXPECT_EQ(this->reopened().codings(this->library().coding(id)->conversation)[0].purpose, codes::Purpose::Gold);
    EXPECT_THROW(
        this->library().apply(id, {"meant", {codes::PurposeChange{codes::Purpose::Self, codes::Purpose::Gold}}}),
        base::Error)
        << "it is not what the edit starts from";
    this->library().step(id, Direction::Undo);
    EXPECT_EQ(this->reopened().coding(id)->purpose, codes::Purpose::Feedback);
}

TYPED_TEST(AnyLibrary, EveryEditIsKeptAndUndoneWithoutLimitAfterReopening) {
    const base::Id id = samples::begin_coding(this->library());
    std::vector<std::vector<codes::Event>> history;
    for (int at = 0; at < 40; ++at) {
        history.push_back(this->library().coding(id)->events);
        this->library().apply(id, codes::edits::added(samples::event(40 - at)));
    }
    const std::vector<codes::Event> last = this->library().coding(id)->events;
    for (int at = 39; at >= 0; --at) {
        Library& library = at % 10 == 0 ? this->reopened() : this->library();
        ASSERT_TRUE(library.step(id, Direction::Undo));
        ASSERT_EQ(library.coding(id)->events, history[static_cast<std::size_t>(at)]);
    }
    EXPECT_FALSE(this->library().can_step(id, Direction::Undo));
    EXPECT_FALSE(this->library().step(id, Direction::Undo));
    while (this->reopened().can_step(id, Direction::Redo)) this->library().step(id, Direction::Redo);
    EXPECT_EQ(this->library().coding(id)->events, last);
}

TYPED_TEST(AnyLibrary, WhatWasUndoneTellsWhoeverShowsTheCodingWhatToDo) {
    const base::Id id = samples::begin_coding(this->library());
    codes::Coding shown = this->library().coding(id).value();
    const auto edit = codes::edits::added(samples::event(1));
    codes::apply(shown, edit);
    this->library().apply(id, edit);
    codes::apply(shown, this->reopened().step(id, Direction::Undo)->edit);
    EXPECT_TRUE(shown.events.empty());
    codes::apply(shown, this->reopened().step(id, Direction::Redo)->edit);
    EXPECT_EQ(shown.events, this->library().coding(id)->events);
}

TYPED_TEST(AnyLibrary, ANewEditLeavesTheUndoneOnesBehind) {
    const base::Id id = samples::begin_coding(this->library());
    const codes::Event first = samples::event(1);
    const codes::Event second = samples::event(2);
    this->library().apply(id, codes::edits::added(first));
    this->library().step(id, Direction::Undo);
    this->library().apply(id, codes::edits::added(second));
    EXPECT_FALSE(this->reopened().can_step(id, Direction::Redo));
    EXPECT_EQ(this->library().coding(id)->events, std::vector<codes::Event>{second});
    this->library().step(id, Direction::Undo);
    EXPECT_TRUE(this->library().coding(id)->events.empty());
}

TYPED_TEST(AnyLibrary, AnEditThatDoesNotFitLeavesCodingAndLogAsTheyWere) {
    Library& library = this->library();
    const base::Id id = samples::begin_coding(library);
    const codes::Event event = samples::event(1);
    library.apply(id, codes::edits::added(event));
    codes::Event moved = event;
    moved.at = base::seconds(2);
    codes::Event backwards = event;
    backwards.end = base::seconds(0);
    for (const codes::Edit& edit : {codes::edits::added(event), codes::edits::deleted({}, {samples::event(3)}),
                                    codes::edits::changed(moved, event), codes::edits::changed(event, backwards),
                                    codes::Edit{"rated", {codes::RatingChange{"partnership", 1, 2}}},
                                    codes::edits::changed({{event, moved}, {samples::event(4), {}}})}) {
        EXPECT_THROW(library.apply(id, edit), base::Error);
    }
    EXPECT_EQ(this->reopened().coding(id)->events, std::vector<codes::Event>{event});
    this->library().step(id, Direction::Undo);
    EXPECT_FALSE(this->library().can_step(id, Direction::Undo));
}

TYPED_TEST(AnyLibrary, KeepsHowLongACoderReallyWorked) {
    const base::Id id = samples::begin_coding(this->library());
    const auto active = [&] { return this->library().all_codings().at(0).active; };
    EXPECT_EQ(active(), base::Time{});
    this->library().add_active_time(id, base::seconds(90));
    this->library().add_active_time(id, base::seconds(30));
    this->reopened();
    EXPECT_EQ(active(), base::seconds(120));
    EXPECT_FALSE(this->library().can_step(id, Direction::Undo));
    EXPECT_THROW(this->library().add_active_time(id, base::seconds(-1)), base::Error);
    EXPECT_THROW(this->library().add_active_time(base::make_id(), base::seconds(1)), base::Error);
}

TYPED_TEST(AnyLibrary, KnowsWhenWhatUndoWouldTurnWasDone) {
    const base::Id id = samples::begin_coding(this->library());
    EXPECT_EQ(this->library().step_time(id, Direction::Undo), std::nullopt);
    EXPECT_EQ(this->library().step_time(base::make_id(), Direction::Undo), std::nullopt);
    const base::Timestamp before = base::now();
    this->library().apply(id, codes::edits::added(samples::event(1)));
    const base::Timestamp done = this->reopened().step_time(id, Direction::Undo).value();
    EXPECT_GE(done, before);
    EXPECT_EQ(this->library().step_time(id, Direction::Redo), std::nullopt);
    this->library().step(id, Direction::Undo);
    EXPECT_EQ(this->library().step_time(id, Direction::Undo), std::nullopt);
    EXPECT_GE(this->reopened().step_time(id, Direction::Redo).value(), done);
}

TYPED_TEST(AnyLibrary, AnIssuedReportStaysAsItWas) {
    const base::Id id = samples::begin_coding(this->library());
    Report report;
    report.coding = id;
    report.language = "nl";
    report.content = R"({"strengths":[]})";
    report.pdf = std::string("%PDF-1.7\0\xff\xfe", 11);
    report.html = "<html>é</html>";
    const Report first = this->library().issue(report);
    EXPECT_EQ(first.version, 1);
    EXPECT_EQ(first.sha256, report_sha256(report.content, report.pdf, report.html));
    report.content = R"({"strengths":["corrected"]})";
    EXPECT_EQ(this->reopened().issue(report).version, 2);
    this->library().apply(id, codes::edits::added(samples::event(1)));

    const Report kept = this->reopened().report(first.id).value();
    EXPECT_EQ(kept.content, first.content);
    EXPECT_EQ(kept.pdf, first.pdf);
    EXPECT_EQ(kept.html, first.html);
    EXPECT_EQ(kept.sha256, first.sha256);
    EXPECT_EQ(kept.issued, first.issued);
    const std::vector<Report> listed = this->library().reports(id);
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed[0].version, 2);
    EXPECT_TRUE(listed[1].pdf.empty());
    EXPECT_EQ(listed[1].content, first.content);
    report.coding = base::make_id();
    EXPECT_THROW(this->library().issue(report), base::Error);
}

TYPED_TEST(AnyLibrary, KeepsSettings) {
    EXPECT_EQ(this->library().setting("theme"), std::nullopt);
    this->library().set_setting("theme", "dark");
    this->library().set_setting("theme", "");
    EXPECT_EQ(this->reopened().setting("theme"), "");
}

}  // namespace
}  // namespace library
