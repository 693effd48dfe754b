// Turns in every library: kept, corrected, undone, found by their words.
#include "base/error.h"
#include "library/any_library.h"
#include "library/samples.h"

#include <gmock/gmock.h>

namespace library {
namespace {

using testing::HasSubstr;

template <class Adapter>
class Turns : public AnyLibrary<Adapter> {};
TYPED_TEST_SUITE(Turns, Adapters, AdapterNames);

TYPED_TEST(Turns, KeepsTurns) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    std::vector<talk::Turn> turns;
    for (int at = 0; at < 300; ++at) {
        turns.push_back({{base::seconds(at), base::seconds(at + 0.5)},
                         "Anna",
                         at % 2 == 0 ? talk::Role::Client : talk::Role::Professional,
                         "zin " + std::to_string(at)});
    }
    this->library().set_turns(talk.id, turns, talk::TurnSource::Speech);
    EXPECT_EQ(this->reopened().turns(talk.id), turns);
    this->library().set_turns(talk.id, {turns[1]}, talk::TurnSource::Transcript);
    EXPECT_EQ(this->reopened().turns(talk.id), std::vector<talk::Turn>{turns[1]});
    std::swap(turns[0].span.from, turns[0].span.to);
    EXPECT_THROW(this->library().set_turns(talk.id, turns, talk::TurnSource::Speech), base::Error);
    EXPECT_TRUE(this->library().turns(base::make_id()).empty());
}

talk::Turn turn(double from, const std::string& text, const std::string& speaker = "Anna") {
    return {{base::seconds(from), base::seconds(from + 1)}, speaker, talk::Role::Client, text};
}

TYPED_TEST(Turns, SaysWhereTurnsComeFrom) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    const auto source = [&] { return this->reopened().turn_source(talk.id); };
    EXPECT_EQ(source(), talk::TurnSource::None);
    this->library().change_turns(talk.id, {{0, {}, turn(1, "")}});
    EXPECT_EQ(source(), talk::TurnSource::Marked);
    this->library().set_turns(talk.id, {turn(1, "ja")}, talk::TurnSource::Transcript);
    this->library().change_turns(talk.id, {{1, {}, turn(2, "nee")}});
    EXPECT_EQ(source(), talk::TurnSource::Transcript);
    this->library().set_turns(talk.id, {}, talk::TurnSource::Speech);
    EXPECT_EQ(source(), talk::TurnSource::None);
    EXPECT_EQ(this->library().turn_source(base::make_id()), talk::TurnSource::None);
}

TYPED_TEST(Turns, CorrectionsOfTurnsAreUndoneAndMadeAgainAfterReopening) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    const std::vector<talk::Turn> begun{turn(1, "een"), turn(1, "twee"), turn(3, "drie")};
    this->library().set_turns(talk.id, begun, talk::TurnSource::Transcript);
    EXPECT_EQ(this->library().step_turns(talk.id, Direction::Undo), std::nullopt);
    EXPECT_EQ(this->library().turns_step_time(talk.id, Direction::Undo), std::nullopt);

    // Split the second, take out the first, and correct a word: one after the other in one correction.
    const std::vector<talk::TurnChange> changes{{1, turn(1, "twee"), turn(1, "tw")},
                                                {2, {}, turn(2, "ee")},
                                                {0, turn(1, "een"), {}},
                                                {2, turn(3, "drie"), turn(3, "vier")}};
    this->library().change_turns(talk.id, changes);
    const std::vector<talk::Turn> corrected{turn(1, "tw"), turn(2, "ee"), turn(3, "vier")};
    EXPECT_EQ(this->reopened().turns(talk.id), corrected);
    EXPECT_TRUE(this->library().turns_step_time(talk.id, Direction::Undo));

    std::vector<talk::Turn> shown = corrected;
    talk::apply(shown, this->reopened().step_turns(talk.id, Direction::Undo).value());
    EXPECT_EQ(shown, begun);
    EXPECT_EQ(this->reopened().turns(talk.id), begun);
    EXPECT_TRUE(this->library().turns_step_time(talk.id, Direction::Redo));
    talk::apply(shown, this->library().step_turns(talk.id, Direction::Redo).value());
    EXPECT_EQ(shown, corrected);
    EXPECT_EQ(this->reopened().turns(talk.id), corrected);

    this->library().step_turns(talk.id, Direction::Undo);
    this->library().change_turns(talk.id, {{0, turn(1, "een"), {}}});
    EXPECT_EQ(this->library().step_turns(talk.id, Direction::Redo), std::nullopt);
    this->library().set_turns(talk.id, begun, talk::TurnSource::Transcript);
    EXPECT_EQ(this->reopened().step_turns(talk.id, Direction::Undo), std::nullopt) << "the turns it knew are gone";
}

TYPED_TEST(Turns, ACorrectionThatDoesNotFitChangesNothing) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    const std::vector<talk::Turn> turns{turn(1, "een"), turn(2, "twee")};
    this->library().set_turns(talk.id, turns, talk::TurnSource::Transcript);
    talk::Turn backwards = turn(5, "x");
    backwards.span.to = {};
    using Changes = std::vector<talk::TurnChange>;
    for (const Changes& changes : {Changes{{0, turn(1, "ander"), turn(1, "x")}}, Changes{{2, turn(2, "twee"), {}}},
                                   Changes{{3, {}, turn(3, "x")}}, Changes{{2, {}, backwards}},
                                   Changes{{0, turn(1, "een"), {}}, {0, turn(1, "een"), {}}}})
        EXPECT_THROW(this->library().change_turns(talk.id, changes), base::Error);
    EXPECT_THROW(this->library().change_turns(base::make_id(), {}), base::Error);
    EXPECT_EQ(this->reopened().turns(talk.id), turns);
    EXPECT_EQ(this->library().step_turns(talk.id, Direction::Undo), std::nullopt);
}

TYPED_TEST(Turns, ManyTurnsPutInAtOnePlaceKeepTheirOrder) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    std::vector<talk::Turn> wanted{turn(0, "eerste"), turn(9, "laatste")};
    this->library().set_turns(talk.id, wanted, talk::TurnSource::Transcript);
    for (int count = 0; count < 60; ++count) {
        const std::size_t at = count % 3 == 0 ? 0 : 1;
        const talk::TurnChange change{at, {}, turn(1, std::to_string(count))};
        talk::apply(wanted, {change});
        this->library().change_turns(talk.id, {change});
    }
    EXPECT_EQ(this->reopened().turns(talk.id), wanted);
    for (int count = 0; count < 60; ++count) this->library().step_turns(talk.id, Direction::Undo);
    EXPECT_EQ(this->reopened().turns(talk.id), (std::vector<talk::Turn>{turn(0, "eerste"), turn(9, "laatste")}));
}

std::vector<std::string> found(Library& library, const std::string& text, const base::Id& within = {}) {
    std::vector<std::string> snippets;
    for (const SearchHit& hit : library.search(text, within)) {
        std::string marked = hit.snippet;
        marked.insert(hit.match_to, "]");
        marked.insert(hit.match_from, "[");
        snippets.push_back(marked);
    }
    return snippets;
}

TYPED_TEST(Turns, FindsWordsWhateverTheirAccentsAndCapitals) {
    using Found = std::vector<std::string>;
    Conversation older = samples::conversation("older");
    older.created.milliseconds = 1;
    const Conversation newer = samples::conversation("newer");
    for (const Conversation& talk : {older, newer}) this->library().add(talk);
    this->library().set_turns(older.id, {turn(1, "Eén glas,\nméér niet."), turn(2, "Ik wil echt stoppen, hoor.")},
                              talk::TurnSource::Transcript);
    this->library().set_turns(newer.id, {turn(1, "Stoppen? Dat wil ik."), turn(2, "z’n ideeën; \"ja\" OR nee*")},
                              talk::TurnSource::Transcript);
    Library& library = this->reopened();
    EXPECT_EQ(found(library, "een"), Found{"[Eén] glas, méér niet."});
    EXPECT_EQ(found(library, "MEER"), Found{"Eén glas, [méér] niet."});
    EXPECT_EQ(found(library, "stop"), (Found{"[Stoppen]? Dat wil ik.", "Ik wil echt [stoppen], hoor."}));
    EXPECT_EQ(found(library, "stop "), Found{}) << "a whole word, since something follows it";
    EXPECT_EQ(found(library, "ik wil"), (Found{"Stoppen? Dat wil [ik].", "[Ik] wil echt stoppen, hoor."}));
    EXPECT_EQ(found(library, "\"ik wil\""), Found{"[Ik wil] echt stoppen, hoor."});
    EXPECT_EQ(found(library, "\"ik wil ech"), Found{"[Ik wil echt] stoppen, hoor."});
    EXPECT_EQ(found(library, "idee"), Found{"z’n [ideeën]; \"ja\" OR nee*"});
    EXPECT_EQ(found(library, "stoppen", older.id), Found{"Ik wil echt [stoppen], hoor."});
    for (const char* nothing : {"", " ", "\"", "\"\"", "*", "words:", "onvindbaar", "ik NEAR wil", "wil - ik x"})
        EXPECT_EQ(found(library, nothing), Found{}) << nothing;
    const std::vector<SearchHit> hits = library.search("hoor", {});
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].conversation, older.id);
    EXPECT_EQ(hits[0].turn, 1U);
    EXPECT_EQ(hits[0].when, base::seconds(2));
}

TYPED_TEST(Turns, FindsWhatTheTurnsSayNow) {
    using Found = std::vector<std::string>;
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    this->library().set_turns(talk.id, {turn(1, "appel"), turn(2, "peer")}, talk::TurnSource::Transcript);
    this->library().change_turns(talk.id, {{0, turn(1, "appel"), turn(1, "banaan")}, {2, {}, turn(3, "kers")}});
    EXPECT_EQ(found(this->reopened(), "appel"), Found{});
    EXPECT_EQ(found(this->library(), "banaan"), Found{"[banaan]"});
    EXPECT_EQ(this->library().search("kers", {}).at(0).turn, 2U);
    this->library().step_turns(talk.id, Direction::Undo);
    EXPECT_EQ(found(this->reopened(), "appel"), Found{"[appel]"});
    EXPECT_EQ(found(this->library(), "kers"), Found{});
    this->library().remove(talk.id);
    EXPECT_EQ(found(this->library(), "appel"), Found{});
    this->library().step_conversations(Direction::Undo);
    EXPECT_EQ(found(this->library(), "appel"), Found{"[appel]"});
    this->library().set_turns(talk.id, {}, talk::TurnSource::None);
    EXPECT_EQ(found(this->reopened(), "appel"), Found{});
}

TYPED_TEST(Turns, ShowsTheWordsRoundAMatchInALongTurn) {
    const Conversation talk = samples::conversation();
    this->library().add(talk);
    std::string text;
    for (int word = 0; word < 200; ++word) text += "één" + std::to_string(word) + " ";
    this->library().set_turns(talk.id, {turn(1, text)}, talk::TurnSource::Transcript);
    const std::string shown = found(this->library(), "een100").at(0);
    EXPECT_THAT(shown, HasSubstr("één99 [één100] één101"));
    EXPECT_EQ(shown.rfind("…één", 0), 0U);
    EXPECT_LT(shown.size(), 220U);
    EXPECT_EQ(found(this->library(), "een0").at(0).rfind("[één0]", 0), 0U);
    EXPECT_THAT(found(this->library(), "een199").at(0), HasSubstr("[één199] "));
}

}  // namespace
}  // namespace library
