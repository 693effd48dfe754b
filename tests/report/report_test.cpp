#include "report/report.h"

#include "base/error.h"
#include "report/page.h"
#include "report/rows.h"
#include "report/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using base::Language;
using testing::EndsWith;
using testing::HasSubstr;
using testing::SizeIs;

report::Report english() {
    return report::make_report(sample::conversation(), Language::English);
}

const report::MeasureRow& measure(const report::Report& report, const std::string& label) {
    for (const auto& row : report.measures)
        if (row.label == label) return row;
    throw std::out_of_range(label);
}

std::string all_method(const report::Report& report) {
    std::string text;
    for (const auto& line : report.method) text += line + "\n";
    return text;
}

TEST(Report, SaysWhoWhenAndWhat) {
    const auto report = english();
    EXPECT_EQ(report.title, "Feedback on your conversation");
    EXPECT_EQ(report.subtitle, "deelnemer 7 · praktijkgesprek 3 · 12 November 2026 · 31 min");
    EXPECT_EQ(report.coded_by, "Coded by coach 2 · Conversation basics 1.2 · segment 00:00–31:07");
}

TEST(Report, ShowsEveryNumberWithItsCounts) {
    const auto report = english();
    EXPECT_EQ(measure(report, "Reflections : questions").counted, "16 : 11");
    EXPECT_EQ(measure(report, "Reflections : questions").value, "1.5");
    EXPECT_EQ(measure(report, "Reflections : questions").remark, "basic 1.0 · good 2.0\nlikely between 0.7 and 3.1");
    EXPECT_EQ(measure(report, "Complex reflections").counted, "7 of 16");
    EXPECT_EQ(measure(report, "Complex reflections").value, "44 %");
    EXPECT_EQ(measure(report, "Complex reflections").remark, "basic 40 % · good 50 %\nlikely between 23 % and 67 %");
    EXPECT_EQ(measure(report, "Change talk of CT+ST").counted, "11 of 22");
    EXPECT_EQ(measure(report, "Change talk of CT+ST").remark, "likely between 31 % and 69 %");
    EXPECT_EQ(measure(report, "Talk time of the professional").counted, "16:40 of 29:12");
    EXPECT_EQ(measure(report, "Talk time of the professional").value, "57 %");
    EXPECT_EQ(measure(report, "Talk time of the professional").remark, "");
    EXPECT_EQ(measure(report, "Permission before advice").counted, "1 of 4");
    EXPECT_EQ(measure(report, "Permission before advice").value, "too few to say");
}

TEST(Report, WritesNumbersAsTheDutchDo) {
    const auto report = report::make_report(sample::conversation(), Language::Dutch);
    EXPECT_EQ(measure(report, "Reflecties : vragen").value, "1,5");
    EXPECT_EQ(report.counts[0].rate, "11,6");
    EXPECT_EQ(report.counts[0].label, "Open vraag");
}

TEST(Report, DoesNotDependOnTheScreensLanguage) {
    const auto before = report::to_json(english());
    base::set_language(Language::Dutch);
    const auto after = report::to_json(english());
    base::set_language(Language::English);
    EXPECT_EQ(before, after);
}

TEST(Report, ReadsNotAvailableWhereNothingCanBeDivided) {
    const auto report = report::make_report(sample::empty_conversation(), Language::English);
    for (const auto& row : report.measures) EXPECT_EQ(row.value, "n/a") << row.label;
    EXPECT_EQ(measure(report, "Complex reflections").counted, "0 of 0");
    EXPECT_EQ(measure(report, "Talk time of the professional").remark, "who speaks when is not known");
    EXPECT_EQ(report.counts[0].rate, "n/a");
}

TEST(Report, CountsBothSidesWithTheirRates) {
    const auto report = english();
    ASSERT_THAT(report.counts, SizeIs(10));
    EXPECT_EQ(report.counts[0].count, 6);
    EXPECT_NEAR(report.counts[0].per_hour, 6 * 3600.0 / 1867, 1e-9);
    EXPECT_EQ(report.counts[0].rate, "11.6");
    ASSERT_THAT(report.totals, SizeIs(2));
    EXPECT_EQ(report.totals[0].count, 31);
    EXPECT_EQ(report.totals[1].count, 28);
    EXPECT_THAT(report.marks, SizeIs(59));
}

TEST(Report, ListsTheMomentsThatHaveANote) {
    auto sources = sample::conversation();
    sources.coding.events[0].note = "  \n ";
    const auto report = report::make_report(sources, Language::English);
    ASSERT_THAT(report.moments, SizeIs(2));
    EXPECT_EQ(report.moments[0].code, "Open question");
    EXPECT_EQ(report.moments[0].at, base::seconds(456));
    EXPECT_EQ(report.moments[1].note, "Hij noemt daarna zelf wat hij al kan.");
}

TEST(Report, TellsHowItWasMade) {
    const auto report = english();
    const std::string method = all_method(report);
    EXPECT_THAT(method, HasSubstr("59 events were counted, from 00:00–31:07"));
    EXPECT_THAT(method, HasSubstr("MITI 4.2.1, expert opinion, not a norm"));
    EXPECT_THAT(method, HasSubstr("Talk time of the professional: silence is left out."));
    EXPECT_THAT(method, HasSubstr("Conversation basics 1.2"));
    EXPECT_THAT(method, HasSubstr("7f3a90bb4d1e65c2007f3a90bb4d1e65c2007f3a90bb4d1e65c2007f3a90bbc2"));
    EXPECT_THAT(method, HasSubstr(TERUGBLIK_VERSION));
    EXPECT_THAT(method, HasSubstr("version 1, issued on 14 November 2026"));
    EXPECT_THAT(report.footer[0], AllOf(HasSubstr("recording 7f3a…c2"), EndsWith("report v1, 14 Nov 2026")));
    EXPECT_EQ(report.footer[1], "Thresholds after MITI 4.2.1, expert opinion, not a norm. Intervals: Wilson, 95 %.");
}

TEST(Report, OwnsUpToEventsItDidNotCount) {
    auto sources = sample::conversation();
    codes::Event stranger;
    stranger.code = "from_another_codebook";
    sources.coding.events.push_back(stranger);
    EXPECT_THAT(all_method(report::make_report(sources, Language::English)),
                HasSubstr("59 events were counted, from 00:00–31:07, each once. 1 event has a code"));
}

TEST(Report, IsADraftUntilItHasAVersion) {
    auto sources = sample::conversation();
    sources.version = 0;
    const auto report = report::make_report(sources, Language::English);
    EXPECT_THAT(report.footer[0], EndsWith("draft"));
    EXPECT_EQ(report.issued, base::Timestamp{});
}

TEST(Report, LeavesOutMomentsWithoutAWord) {
    auto sources = sample::conversation();
    sources.coding.feedback.strengths.push_back({base::seconds(9), " ", "\n", ""});
    EXPECT_THAT(report::make_report(sources, Language::English).feedback.strengths, SizeIs(2));
}

TEST(Report, MakesAnyTextReadable) {
    auto sources = sample::conversation();
    sources.trainee = "caf\xE9";
    sources.coding.events[0].note = std::string("a\0b", 3);
    const auto report = report::make_report(sources, Language::English);
    EXPECT_EQ(report.trainee, "caf\xEF\xBF\xBD");
    EXPECT_EQ(report.moments[0].note,
              "a\xEF\xBF\xBD"
              "b");
}

TEST(ReportJson, ComesBackTheSame) {
    for (const auto& sources : {sample::conversation(), sample::full_conversation(), sample::empty_conversation()}) {
        const std::string json = report::to_json(report::make_report(sources, Language::Dutch));
        EXPECT_EQ(report::to_json(report::report_from_json(json)), json);
    }
}

TEST(ReportJson, KeepsWhatAPageIsDrawnFrom) {
    auto sources = sample::conversation();
    sources.coding.events[0].end = sources.coding.events[0].at + base::seconds(20);
    const auto made = report::make_report(sources, Language::English);
    const auto read = report::report_from_json(report::to_json(made));
    EXPECT_EQ(read.feedback, made.feedback);
    EXPECT_EQ(read.wording, made.wording);
    EXPECT_EQ(read.method, made.method);
    EXPECT_EQ(read.marks[0].end, made.marks[0].end);
    EXPECT_EQ(read.marks[1].end, std::nullopt);
    EXPECT_EQ(read.issued, made.issued);
}

TEST(ReportJson, OpensAReportFromBeforeThereWereQuotesAndEvidence) {
    auto json = nlohmann::ordered_json::parse(report::to_json(english()));
    json["format"] = 1;
    for (const char* later : {"coverages", "curves", "thirds", "talk", "self_view", "quotes"}) json.erase(later);
    for (const char* later : {"talk", "thirds", "self_view", "quotes", "first_third", "middle_third", "last_third"})
        json["wording"].erase(later);
    for (auto& rating : json["ratings"])
        for (const char* later : {"anchor", "remark", "evidence"}) rating.erase(later);
    const auto read = report::report_from_json(json.dump());
    EXPECT_EQ(read.ratings.at(0).value, 4);
    EXPECT_EQ(read.moments.size(), english().moments.size());
    EXPECT_FALSE(report::to_pdf(read).empty());
}

TEST(Report, ShowsWhatARatingRestsOn) {
    const auto report = report::make_report(sample::full_conversation(), Language::English);
    ASSERT_THAT(report.ratings, SizeIs(2));
    EXPECT_EQ(report.ratings[0].anchor, "Often sees it as the client does.");
    EXPECT_EQ(report.ratings[0].remark, "");
    ASSERT_THAT(report.ratings[0].evidence, SizeIs(1));
    EXPECT_EQ(report.ratings[0].evidence[0].code, "Complex reflection");
    EXPECT_EQ(report.ratings[0].evidence[0].note, "“Dat klinkt vastbesloten.”");
    EXPECT_THAT(report.ratings[1].evidence, SizeIs(0));
    EXPECT_EQ(report.ratings[1].remark, "No moment is tied to this rating.");
}

TEST(Report, QuotesTheStrongestWordsInTheirOrder) {
    const auto report = report::make_report(sample::full_conversation(), Language::English);
    std::vector<std::string> quotes;
    for (const auto& row : report.quotes) quotes.push_back(row.note);
    EXPECT_THAT(quotes, testing::ElementsAre("“Ik zou wel willen.”", "“Het moet nu gebeuren, voor mijn kinderen.”",
                                             "“Morgen bel ik.”"));
    EXPECT_THAT(english().quotes, SizeIs(0)) << "nothing to quote without a transcript";
}

TEST(Report, DrawsChangeAgainstSustainTalk) {
    const auto report = report::make_report(sample::full_conversation(), Language::English);
    ASSERT_THAT(report.curves, SizeIs(1));
    EXPECT_THAT(report.curves[0].points, SizeIs(22));
    EXPECT_EQ(report.curves[0].points[0].level, 1);
    EXPECT_EQ(report.curves[0].text, "Ends at 0; highest +1, lowest −2.");
}

TEST(Report, TellsWhoSpokeWhereThatIsKnown) {
    const auto report = report::make_report(sample::full_conversation(), Language::Dutch);
    ASSERT_FALSE(report.talk.empty());
    EXPECT_EQ(report.talk[0].professional, "18:35");
    EXPECT_EQ(report.talk[0].client, "12:32");
    EXPECT_EQ(report.talk[1].professional, "2");
    EXPECT_EQ(report.talk[1].client, "1") << "stretches of one speaker, one after the other, are one turn";
    EXPECT_THAT(report::make_report(sample::empty_conversation(), Language::English).talk, SizeIs(0));
}

TEST(Report, SetsTheTraineesViewBesideWhatWasMeasured) {
    auto sources = sample::full_conversation();
    const auto report = report::make_report(sources, Language::English);
    ASSERT_THAT(report.self_view, SizeIs(2));
    EXPECT_EQ(report.self_view[0].answer, "the same");
    EXPECT_EQ(report.self_view[0].measured, "measured: you, 60 %");
    EXPECT_EQ(report.self_view[1].answer, "–");
    EXPECT_EQ(report.self_view[1].measured, "");
    sources.turns.clear();
    EXPECT_EQ(report::make_report(sources, Language::English).self_view[0].measured, "not measured");
    sources.coding.feedback.self_view.clear();
    EXPECT_THAT(report::make_report(sources, Language::English).self_view, SizeIs(0));
}

TEST(ReportJson, RefusesWhatIsNoReport) {
    for (const char* json : {"", "{", "[]", "{}", "null", R"({"format":1})", R"({"format":"x"})"})
        EXPECT_THROW(report::report_from_json(json), base::Error) << json;
}

TEST(ReportJson, RefusesAReportOfANewerProgram) {
    std::string json = report::to_json(english());
    json.replace(json.find("\"format\": 2"), 11, "\"format\": 9");
    try {
        report::report_from_json(json);
        ADD_FAILURE();
    } catch (const base::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("newer"));
    }
}

TEST(MeasureRow, DoesNotRoundAValueAcrossAThreshold) {
    codes::Measure measure;
    measure.numerator = "change_talk";
    measure.format = codes::MeasureFormat::Percentage;
    measure.fair = 0.4;
    analysis::MeasureValue value;
    const auto shown = [&](double number) {
        value.value = number;
        return report::measure_row(measure, value, base::Language::English).value;
    };
    EXPECT_EQ(shown(0.396), "39.6 %");
    EXPECT_EQ(shown(0.3996), "39.96 %");
    EXPECT_EQ(shown(0.4), "40 %");
    EXPECT_EQ(shown(0.384), "38 %");
    measure.format = codes::MeasureFormat::Ratio;
    measure.fair = 1;
    EXPECT_EQ(shown(0.96), "0.96");
    EXPECT_EQ(shown(1.04), "1.0");
}

}  // namespace
