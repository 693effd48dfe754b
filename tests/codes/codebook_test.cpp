#include "codes/codebook.h"

#include "base/error.h"
#include "codes/samples.h"
#include "support/shared_data.h"

#include <fstream>
#include <gmock/gmock.h>
#include <regex>

namespace codes {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string with(const std::string& what, const std::string& instead) {
    std::string text = samples::kCodebook;
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), instead);
}

std::string refusal(const std::string& json) {
    try {
        parse_codebook(json, "mine.json");
    } catch (const base::Error& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Codebook, IsReadInFull) {
    const Codebook codebook = parse_codebook(samples::kCodebook, "mine.json");
    EXPECT_EQ(codebook.key, "sample");
    EXPECT_EQ(codebook.version, "1.0");
    EXPECT_EQ(codebook.title.in(base::Language::Dutch), "Voorbeeld");
    ASSERT_EQ(codebook.codes.size(), 3U);
    const Code& open = codebook.codes[0];
    EXPECT_EQ(open.colour, (Colour{0x00, 0x72, 0xB2}));
    EXPECT_EQ(open.default_key, "Q");
    EXPECT_EQ(open.extent, Extent::Point);
    EXPECT_EQ(open.short_label.en, "Open");
    EXPECT_EQ(codebook.codes[1].short_label.en, "Closed question");
    EXPECT_EQ(codebook.codes[2].side, Side::Client);
    EXPECT_EQ(codebook.codes[2].extent, Extent::Span);
    EXPECT_EQ(codebook.codes[2].attributes, (std::vector<std::string>{"strength"}));
    EXPECT_EQ(codebook.attributes[0].values, (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(codebook.attributes[0].value_labels[0].nl, "zwak");
    EXPECT_EQ(codebook.attributes[0].value_labels[1].en, "2");
    EXPECT_EQ(codebook.ratings[0].standard, 3);
    EXPECT_EQ(codebook.ratings[0].anchors.at(5).en, "Shares power.");
    EXPECT_EQ(codebook.measures[0].format, MeasureFormat::Percentage);
    EXPECT_EQ(codebook.measures[0].good, 0.5);
    EXPECT_EQ(codebook.measures[1].format, MeasureFormat::Count);
    EXPECT_EQ(codebook.json, samples::kCodebook);
    EXPECT_EQ(codebook.find("closed_question"), &codebook.codes[1]);
    EXPECT_EQ(codebook.find("nowhere"), nullptr);
}

TEST(Codebook, TheExampleInTheDocumentationIsOne) {
    const std::string page = support::read_file(TERUGBLIK_SOURCE_DIR "/docs/codebook-format.md");
    const std::size_t from = page.find("```json\n") + 8;
    const Codebook codebook = parse_codebook(page.substr(from, page.find("```", from) - from), "docs");
    EXPECT_EQ(codebook.codes.size(), 3U);
}

TEST(Codebook, AMistakeIsNamedByFilePlaceAndKind) {
    EXPECT_THAT(refusal(with("#0072B2", "#0072B")),
                AllOf(HasSubstr("mine.json, /codes/0/colour"), HasSubstr("#0072B")));
    EXPECT_THAT(refusal(with("#0072B2", "#0072-2")), HasSubstr("/codes/0/colour"));
    EXPECT_THAT(refusal(with(R"("side": "client")", R"("side": "patient")")),
                AllOf(HasSubstr("/codes/2"), HasSubstr("patient"), HasSubstr("professional, client")));
    EXPECT_THAT(refusal(with(R"("key": "closed_question")", R"("key": "open_question")")),
                AllOf(HasSubstr("/codes/1/key"), HasSubstr("open_question"), HasSubstr("twice")));
    EXPECT_THAT(refusal(with(R"("key": "closed_question")", R"("key": "Closed")")), HasSubstr("/codes/1/key"));
    EXPECT_THAT(refusal(with(R"("default_key": "W")", R"("default_key": "Q")")),
                AllOf(HasSubstr("/codes/1/default_key"), HasSubstr("twice")));
    EXPECT_THAT(refusal(with(R"("default_key": "W")", R"("default_key": "F1")")), HasSubstr("/codes/1/default_key"));
    EXPECT_THAT(refusal(with(R"("groups": ["questions"])", R"("groups": ["question"])")),
                AllOf(HasSubstr("/codes/0/groups"), HasSubstr("question")));
    EXPECT_THAT(refusal(with(R"("attributes": ["strength"])", R"("attributes": ["weight"])")), HasSubstr("weight"));
    EXPECT_THAT(refusal(with(R"("standard": 3)", R"("standard": 9)")), HasSubstr("/ratings/0"));
    EXPECT_THAT(refusal(with(R"("5": )", R"("6": )")), HasSubstr("/ratings/0/anchors"));
    EXPECT_THAT(refusal(with(R"("denominator": "questions", )", "")), HasSubstr("/measures/0"));
    EXPECT_THAT(refusal(with(R"("fair": 0.4)", R"("fair": "0.4")")), HasSubstr("/measures/0/fair"));
    EXPECT_THAT(refusal(with(R"("definition")", R"("defnition")")),
                AllOf(HasSubstr("/codes/0"), HasSubstr("defnition")));
    EXPECT_THAT(refusal(with(R"("version": "1.0",)", "")), HasSubstr("version"));
    EXPECT_THAT(refusal(with(R"("version": "1.0",)", R"("version": "1.0", "key": "x",)")), HasSubstr("twice"));
    EXPECT_THAT(refusal(with("\"title\"", "title")), HasSubstr("mine.json, line 3"));
    EXPECT_THAT(refusal("{}"), HasSubstr("key"));
    EXPECT_THAT(refusal("[]"), HasSubstr("mine.json"));
    EXPECT_THAT(refusal(""), HasSubstr("mine.json, line 1"));
    EXPECT_THAT(refusal("\xff\xfe{"), HasSubstr("mine.json"));
}

TEST(Codebook, AGroupMayAskForValuesOfAttributesThatExist) {
    const std::string label = R"("label": {"en": "Questions", "nl": "Vragen"})";
    const auto asking = [&](const std::string& condition) { return with(label, label + R"(, "where": )" + condition); };
    const Codebook codebook = parse_codebook(asking(R"({"strength": ["1", "2"]})"), "mine.json");
    ASSERT_NE(codebook.find_group("questions"), nullptr);
    EXPECT_EQ(codebook.find_group("questions")->where.at("strength"), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(codebook.find_group("nowhere"), nullptr);
    EXPECT_THAT(refusal(asking(R"({"weight": ["1"]})")), AllOf(HasSubstr("/groups/0/where"), HasSubstr("weight")));
    EXPECT_THAT(refusal(asking(R"({"strength": ["7"]})")),
                AllOf(HasSubstr("/groups/0/where/strength"), HasSubstr("7")));
    EXPECT_THAT(refusal(asking(R"({"strength": []})")), HasSubstr("/groups/0/where/strength"));
    EXPECT_THAT(refusal(asking(R"({"strength": "1"})")), HasSubstr("/groups/0/where/strength"));
    EXPECT_THAT(refusal(asking(R"(["strength"])")), HasSubstr("/groups/0/where"));
}

TEST(Codebook, AMeasureMaySayThatLowerIsBetter) {
    const std::string lines = R"("fair": 0.4, "good": 0.5)";
    EXPECT_EQ(parse_codebook(samples::kCodebook, "mine.json").measures[0].better, Better::Higher);
    const std::string lower = with(lines, R"("fair": 0.5, "good": 0.4, "better": "lower")");
    EXPECT_EQ(parse_codebook(lower, "mine.json").measures[0].better, Better::Lower);
    EXPECT_THAT(refusal(with(lines, lines + R"(, "better": "lower")")),
                AllOf(HasSubstr("/measures/0"), HasSubstr("good")));
    EXPECT_THAT(refusal(with(lines, lines + R"(, "better": "more")")),
                AllOf(HasSubstr("/measures/0"), HasSubstr("more")));
}

TEST(Codebook, EveryCutOffDocumentIsRefusedAndNoneCrashes) {
    const std::string whole = samples::kCodebook;
    for (std::size_t length = 0; length < whole.rfind('}'); ++length) {
        EXPECT_NE(refusal(whole.substr(0, length)), "accepted") << length;
    }
}

TEST(Codebook, AFileThatIsNotThereIsNamed) {
    EXPECT_THAT([] { load_codebook("/nowhere/x.json"); },
                testing::ThrowsMessage<base::Error>(HasSubstr("/nowhere/x.json")));
}

TEST(Codebook, ThoseThatComeWithTheProgramAreReadable) {
    try {
        ASSERT_FALSE(shipped_codebooks().empty());
        EXPECT_EQ(shipped_codebooks().front().key, kDefaultCodebook);
    } catch (const base::Error& error) {
        FAIL() << error.what();
    }
}

}  // namespace
}  // namespace codes
