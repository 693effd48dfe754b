#include "talk/names.h"

#include "support/shared_data.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace {

using talk::NameFound;
using talk::NameLeft;
using talk::NameReplacement;
using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

std::string replaced(const std::string& text, const std::vector<NameReplacement>& names) {
    return talk::with_names_replaced(text, names);
}

TEST(Names, AreReplacedAsWholeWordsOnly) {
    EXPECT_EQ(replaced("Jan zag in januari Janneke, en Jan-Willem.", {{"Jan", "Piet"}}),
              "Piet zag in januari Janneke, en Piet-Willem.");
    EXPECT_EQ(replaced("André, andre en ANDRÉ", {{"Andre", "Kees"}}), "Kees, kees en KEES");
    EXPECT_EQ(replaced("", {{"Jan", "Piet"}}), "");
    EXPECT_EQ(replaced("Jan", {{"", "Piet"}, {"-", "x"}}), "Jan");
}

TEST(Names, KeepTheirCapitals) {
    EXPECT_EQ(replaced("Jan JAN jan", {{"jan", "Élise"}}), "Élise ÉLISE élise");
    EXPECT_EQ(replaced("JANS BOEK", {{"Jan", "Piet"}}), "PIETS BOEK");
}

TEST(Names, KeepTheirGenitiveAsDutchSpellsIt) {
    const std::vector<NameReplacement> names{{"Jan", "Piet"}, {"Anna", "Eva"}, {"Hans", "Kees"}};
    EXPECT_EQ(replaced("Jans boek, Anna's fiets, Hans' jas", names), "Piets boek, Eva's fiets, Kees' jas");
    const std::vector<NameReplacement> across{{"Jan", "Eva"}, {"Anna", "Kees"}, {"Hans", "Piet"}};
    EXPECT_EQ(replaced("Jans boek, Hans' jas", across), "Eva's boek, Piets jas");
    EXPECT_EQ(replaced("Jan’s car", {{"Jan", "Piet"}}), "Piet's car");
    EXPECT_EQ(replaced("zij zei 'Hans' en ging", names), "zij zei 'Kees' en ging") << "quoted, not owned";
    EXPECT_EQ(replaced("Jan's", names), "Piet's");
    EXPECT_EQ(replaced("Hans'", names), "Kees'");
}

TEST(Names, OfSeveralWordsGoBeforeTheirParts) {
    const std::vector<NameReplacement> names{{"Jan", "Piet"}, {"Jan de Vries", "Kees Smit"}, {"De Vries", "Smit"}};
    EXPECT_EQ(replaced("Jan de Vries, dhr. de Vries en Jan. JAN\nDE VRIES' huis", names),
              "Kees Smit, dhr. smit en Piet. KEES SMITS huis");
    EXPECT_EQ(replaced("Jan, de Vries niet", {{"Jan de Vries", "x"}}), "Jan, de Vries niet");
}

TEST(Names, AreReplacedInSpeakersToo) {
    const std::vector<talk::Turn> turns{{.span = {}, .speaker = "Jan de Vries", .text = "ik ben Jan"}};
    const std::vector<talk::Turn> other = talk::with_names_replaced(turns, {{"Jan", "Piet"}, {"de Vries", "Smit"}});
    EXPECT_EQ(other[0].speaker, "Piet smit");
    EXPECT_EQ(other[0].text, "ik ben Piet");
}

TEST(Names, ThatAreLeftAreCountedByPlace) {
    const std::vector<talk::Passage> passages{{"title", "Gesprek met Jan"},
                                              {"file", "/opnamen/JanDeVries-2.mp4"},
                                              {"transcript", "Hallo. Jan komt morgen, zei Mohammed."},
                                              {"transcript", "En jan's moeder ook, zei Mohammed, in mei."}};
    const std::vector<NameLeft> left = talk::names_left(passages, {"Jan", "de Vries"}, {});
    EXPECT_EQ(left, (std::vector<NameLeft>{{NameFound::Listed, "Jan", "title", 1},
                                           {NameFound::Listed, "Jan", "transcript", 2},
                                           {NameFound::InsideAWord, "de Vries", "file", 1},
                                           {NameFound::LooksLikeAName, "Mohammed", "transcript", 2},
                                           {NameFound::LooksLikeAName, "JanDeVries", "file", 1}}));
}

TEST(Names, AreNotSeenInEveryCapital) {
    const std::vector<talk::Passage> passages{
        {"transcript", "Goedemiddag. Ik zag de GGD op Monday.\nMorgen weer: Tot dan! \"Ja,\" zei ze. – Prima."}};
    EXPECT_THAT(talk::names_left(passages, {}, {}), IsEmpty());
    EXPECT_THAT(talk::names_left({{"note", "toen kwam Piet"}}, {}, {"Piet"}), IsEmpty()) << "put there by us";
    EXPECT_THAT(talk::names_left({{"note", "toen kwam Özil en één Łukasz"}}, {}, {}), testing::SizeIs(2));
}

TEST(Names, OfARealMeetingAreGoneAfterwards) {
    const std::string path = support::testdata("dev/transcripts/zoom_cloud_names.vtt");
    if (path.empty()) GTEST_SKIP() << "the transcript is not here";
    const std::vector<talk::Turn> turns = talk::read_transcript(path).turns;
    const std::vector<std::string> names{"Andrew Knight", "Paul McCartney", "George Harrison",
                                         "Andrew",        "Paul",           "Mary Kate"};
    std::vector<NameReplacement> replacements;
    for (const std::string& name : names) replacements.push_back({name, "[naam]"});
    const auto passages_of = [](const std::vector<talk::Turn>& said) {
        std::vector<talk::Passage> all;
        for (const talk::Turn& turn : said) {
            all.push_back({"transcript", turn.text});
            all.push_back({"speakers", turn.speaker});
        }
        return all;
    };
    const auto named = [](const std::string& name) { return Contains(Field(&NameLeft::name, name)); };
    EXPECT_THAT(talk::names_left(passages_of(turns), names, {}), AllOf(named("Andrew Knight"), named("Mary Kate")));
    const std::vector<talk::Turn> after = talk::with_names_replaced(turns, replacements);
    ASSERT_EQ(after.size(), turns.size());
    for (std::size_t i = 0; i < turns.size(); ++i) EXPECT_EQ(after[i].span, turns[i].span);
    const std::vector<NameLeft> left = talk::names_left(passages_of(after), names, {"naam"});
    EXPECT_THAT(left, Not(Contains(Field(&NameLeft::found, testing::Ne(NameFound::LooksLikeAName)))));
    EXPECT_THAT(left, Not(IsEmpty())) << "who else was spoken of is suggested";
}

}  // namespace
