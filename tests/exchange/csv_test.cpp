#include "exchange/csv.h"

#include "base/error.h"
#include "base/i18n.h"
#include "codes/codebook.h"
#include "exchange/table.h"
#include "support/shared_data.h"

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

using exchange::read_events_csv;
using testing::HasSubstr;

namespace {

codes::Event event(base::Time at, const std::string& code, const std::string& note = "") {
    codes::Event made;
    made.at = at;
    made.code = code;
    made.note = note;
    return made;
}

class CodingsAsCsv : public testing::Test {
protected:
    exchange::ReadEvents read(const std::string& text, std::optional<base::Time> duration = {}) {
        const std::string path = folder_.file("codes.csv");
        support::write_file(path, text);
        return read_events_csv(path, codebook_, duration);
    }
    std::string reason(const std::string& line) {
        const auto read_back = read("time,end,speaker,code,attributes,note\n" + line + "\n", base::seconds(60));
        EXPECT_EQ(read_back.events.size(), 0u);
        return read_back.skipped.size() == 1 ? read_back.skipped[0].reason : "";
    }
    codes::Coding coding_with(std::vector<codes::Event> events) {
        codes::Coding coding;
        for (codes::Event& event : events) event.id = base::make_id();
        coding.events = std::move(events);
        return coding;
    }
    void expect_same_after_a_round_trip(const codes::Coding& coding) {
        const auto back = read(exchange::events_to_csv(coding));
        EXPECT_TRUE(back.skipped.empty());
        ASSERT_EQ(back.events.size(), coding.events.size());
        for (std::size_t i = 0; i < back.events.size(); ++i) {
            codes::Event event = back.events[i];
            event.id = coding.events[i].id;
            EXPECT_EQ(event, coding.events[i]) << "event " << i;
        }
    }

    support::TemporaryFolder folder_;
    codes::Codebook codebook_ =
        codes::load_codebook(TERUGBLIK_SOURCE_DIR "/assets/codebooks/gespreksvoering-basis.json");
};

TEST_F(CodingsAsCsv, ReadsATableWithAllColumns) {
    const auto read_back = read(
        "time,end,speaker,code,attributes,note\r\n"
        "00:00:02.500,,professional,open_question,,\r\n"
        "00:01:00.000,00:01:04.000,client,change_desire,strength=2,\"zegt \"\"graag\"\", twee keer\"\r\n");
    EXPECT_TRUE(read_back.skipped.empty());
    ASSERT_EQ(read_back.events.size(), 2u);
    EXPECT_EQ(read_back.events[0].at, base::milliseconds(2'500));
    EXPECT_EQ(read_back.events[0].speaker, codes::Side::Professional);
    EXPECT_FALSE(read_back.events[0].end);
    EXPECT_EQ(read_back.events[1].end, base::seconds(64));
    EXPECT_EQ(read_back.events[1].attributes.at("strength"), "2");
    EXPECT_EQ(read_back.events[1].note, "zegt \"graag\", twee keer");
}

TEST_F(CodingsAsCsv, ReadsWhatADutchSpreadsheetWrites) {
    const auto read_back = read(
        "\xEF\xBB\xBF"
        "Tijd;Code;Notitie\r\n0:01:02,5;yes_but;ja, maar\r\n\r\n12;confront;\r\n");
    EXPECT_TRUE(read_back.skipped.empty());
    ASSERT_EQ(read_back.events.size(), 2u);
    EXPECT_EQ(read_back.events[0].at, base::seconds(12));
    EXPECT_EQ(read_back.events[1].at, base::milliseconds(62'500));
    EXPECT_EQ(read_back.events[1].speaker, codes::Side::Client);
    EXPECT_EQ(read_back.events[1].note, "ja, maar");
}

TEST_F(CodingsAsCsv, ReadsTabsExcelsSeparatorLineAndWindowsLetters) {
    EXPECT_EQ(read("time\tcode\n5\tsummary\n").events.size(), 1u);
    EXPECT_EQ(read("sep=;\ntime;code\n5;summary\n").events.size(), 1u);
    EXPECT_EQ(read("time,code,note\n5,summary,\xE9\xE9n \x96 \x80\n").events.at(0).note, "één – €");
    EXPECT_EQ(read("time,code\r5,summary\r6,neutral\r").events.size(), 2u);
}

TEST_F(CodingsAsCsv, SkipsAndListsWhatMakesNoSense) {
    EXPECT_THAT(reason("5,,,opn_question,,"), HasSubstr("opn_question"));
    EXPECT_THAT(reason("soon,,,open_question,,"), HasSubstr("soon"));
    EXPECT_THAT(reason(",,,open_question,,"), HasSubstr("not a time"));
    EXPECT_THAT(reason("-1,,,open_question,,"), HasSubstr("before the beginning"));
    EXPECT_THAT(reason("60.001,,,open_question,,"), HasSubstr("after the end"));
    EXPECT_THAT(reason("5,61,,open_question,,"), HasSubstr("after the end"));
    EXPECT_THAT(reason("5,4,,open_question,,"), HasSubstr("before it begins"));
    EXPECT_THAT(reason("5,,client,open_question,,"), HasSubstr("does not belong"));
    EXPECT_THAT(reason("5,,somebody,open_question,,"), HasSubstr("somebody"));
    EXPECT_THAT(reason("5,,,open_question,strength=2,"), HasSubstr("no attribute"));
    EXPECT_THAT(reason("5,,,sustain,strength=9,"), HasSubstr("9"));
    EXPECT_THAT(reason("5,,,sustain,strong,"), HasSubstr("strong"));
}

TEST_F(CodingsAsCsv, NamesTheLineOfEachSkippedRowAlsoAfterNotesOfSeveralLines) {
    const auto read_back =
        read("time,code,note\n\n1,summary,\"two\nlines\"\n2,nothing,\n3,neutral,\n4,also nothing,\n");
    EXPECT_EQ(read_back.events.size(), 2u);
    ASSERT_EQ(read_back.skipped.size(), 2u);
    EXPECT_EQ(read_back.skipped[0].line, 5);
    EXPECT_EQ(read_back.skipped[1].line, 7);
}

TEST_F(CodingsAsCsv, LosesOnlyTheLineWhereAQuotationMarkStaysOpen) {
    const auto read_back = read("time,code,note\n1,summary,\n2,neutral,\"oops\n3,sustain,\n4,confront,\n");
    EXPECT_EQ(read_back.events.size(), 3u);
    ASSERT_EQ(read_back.skipped.size(), 1u);
    EXPECT_EQ(read_back.skipped[0].line, 3);
}

TEST_F(CodingsAsCsv, AcceptsTheVeryBeginningAndTheVeryEnd) {
    EXPECT_EQ(read("time,code\n0,summary\n60,summary\n", base::seconds(60)).events.size(), 2u);
}

TEST_F(CodingsAsCsv, KeepsTheOrderOfCodesAtTheSameMoment) {
    const auto events = read("time,code\n5,summary\n5,affirmation\n5,summary\n4,neutral\n").events;
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(events[1].code, "summary");
    EXPECT_EQ(events[2].code, "affirmation");
    EXPECT_EQ(events[3].code, "summary");
}

TEST_F(CodingsAsCsv, RefusesWhatIsNoTable) {
    EXPECT_THROW(read(""), base::Error);
    EXPECT_THROW(read("1,2,3\n4,5,6\n"), base::Error);
    EXPECT_THROW(read("time,note\n1,hello\n"), base::Error);
    EXPECT_THROW(read(std::string("t\0i\0m\0e\0", 8)), base::Error);
    EXPECT_THROW(read_events_csv(folder_.file("nowhere.csv"), codebook_), base::Error);
    try {
        read("a,b\n");
    } catch (const base::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("codes.csv"));
    }
}

TEST_F(CodingsAsCsv, GiveTheSameEventsBack) {
    codes::Event span = event(base::microseconds(1'000'001), "sustain", " ruimte aan beide kanten ");
    span.end = base::seconds(3'600);
    span.speaker = codes::Side::Client;
    span.attributes = {{"strength", "-3"}};
    codes::Event late = event(base::seconds(7'200), "neutral", "één 😀 „nou…”");
    late.speaker = codes::Side::Client;
    expect_same_after_a_round_trip(
        coding_with({event(base::seconds(0), "open_question"),
                     event(base::microseconds(1), "summary", "a, b; \"c\"\r\n\td\n\n e "), span, late}));
}

TEST_F(CodingsAsCsv, NeverHandASpreadsheetAFormula) {
    const std::vector<std::string> notes = {"=1+1",
                                            "+31 6 1234",
                                            "-2 is sterk",
                                            "@SUM(A1)",
                                            "\tx",
                                            "\r=x",
                                            "'=x",
                                            "''=cmd|x",
                                            "＝1",
                                            "'",
                                            "''",
                                            "'n avond",
                                            "=HYPERLINK(\"http://example.org\")"};
    std::vector<codes::Event> events;
    for (const std::string& note : notes)
        events.push_back(event(base::seconds(static_cast<double>(events.size())), "summary", note));
    const codes::Coding coding = coding_with(events);

    const exchange::Table table = exchange::read_table(exchange::events_to_csv(coding), "codes.csv");
    for (const exchange::Row& row : table.rows)
        for (const std::string& field : row.fields)
            EXPECT_TRUE(field.empty() || std::string("=+-@\t\r").find(field[0]) == std::string::npos) << field;
    expect_same_after_a_round_trip(coding);
}

// A table with good lines, each with its number as note, among lines of other bytes.
class Rubbish {
public:
    static constexpr int kGoodLines = 200;

    std::string table_with(std::string_view letters) {
        std::string text = "time,code,note\n";
        for (int good = 0; good < kGoodLines; ++good) {
            for (int i = 0; i < 100; ++i) text += letters[next() % letters.size()];
            text += fmt::format("\n00:00:{:02}.{:03},summary,{}\n", good / 1'000, good % 1'000, good);
        }
        return text;
    }

private:
    unsigned next() { return (state_ = state_ * 1'664'525u + 1'013'904'223u) >> 24; }

    unsigned state_ = 7;
};

std::vector<int> notes(const exchange::ReadEvents& read) {
    std::vector<int> numbers;
    for (const codes::Event& event : read.events) numbers.push_back(std::stoi(event.note));
    return numbers;
}

TEST_F(CodingsAsCsv, BytesThatAreNoTableCostOnlyTheirOwnLines) {
    const std::string bytes = Rubbish().table_with("0123456789,;\n\r'=:.-ab\xC3\xA9\x80 ");
    const auto read_back = read(bytes);
    std::vector<int> all(Rubbish::kGoodLines);
    std::iota(all.begin(), all.end(), 0);
    EXPECT_EQ(notes(read_back), all);
    const auto lines = std::count(bytes.begin(), bytes.end(), '\n');
    EXPECT_GT(read_back.skipped.size(), 200u);
    for (const exchange::SkippedLine& skipped : read_back.skipped) {
        EXPECT_GT(skipped.line, 1);
        EXPECT_LE(skipped.line, lines);
        EXPECT_FALSE(skipped.reason.empty());
    }
}

// A quotation mark that is never closed may take lines along, but nothing may come back that was not there.
TEST_F(CodingsAsCsv, QuotationMarksAmongThemMakeNothingUp) {
    Rubbish rubbish;
    int tables = 0, refused = 0;
    for (const std::string_view letters : {"0123456789,;\"\n\r'=:.-ab\xC3\xA9\x80 ", "ab,\n\n\n\n\n\n\"", "\"\n,"}) {
        for (int again = 0; again < 5; ++again) {
            try {
                const std::vector<int> found = notes(read(rubbish.table_with(letters)));
                EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
                EXPECT_EQ(std::adjacent_find(found.begin(), found.end()), found.end()) << "twice";
                EXPECT_TRUE(found.empty() || (found.front() >= 0 && found.back() < Rubbish::kGoodLines));
                ++tables;
            } catch (const base::Error& error) {
                EXPECT_THAT(error.what(), testing::AllOf(HasSubstr("codes.csv"), HasSubstr("quotation marks")));
                ++refused;
            }
        }
    }
    EXPECT_EQ(tables + refused, 15);
    EXPECT_GT(tables, 0);
}

}  // namespace
