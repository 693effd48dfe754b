#include "report/page.h"

#include "base/error.h"
#include "report/html.h"
#include "report/pdf_tools.h"
#include "report/sample.h"

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace {

using base::Language;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

report::Report english() {
    return report::make_report(sample::conversation(), Language::English);
}

report::Report with_moments(int count, const std::string& note) {
    auto report = english();
    report.moments.clear();
    for (int i = 0; i < count; ++i)
        report.moments.push_back(
            {base::seconds(i * 4), "Complex reflection", {0, 0x72, 0xB2}, note + " " + std::to_string(i)});
    return report;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

std::string without_blanks(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

// Text as one line: pdftotext breaks where the page does.
std::string unbroken(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

TEST(Pdf, HasSelectableTextInReadingOrder) {
    const std::string text = pdf::text(report::to_pdf(english()));
    std::size_t last = 0;
    for (const char* part : {"Feedback on your conversation", "12 November 2026", "What was strong", "18:22",
                             "Je wilt het graag zelf regelen", "One point to practise", "Try:", "Next step",
                             "The conversation at a glance", "Numbers, with their counts", "7 of 16", "44 %",
                             "What was heard, by side", "Noted moments", "How this was made", "7f3a90bb"}) {
        const std::size_t at = text.find(part, last);
        ASSERT_NE(at, std::string::npos) << part << " is missing or too early in:\n" << text;
        last = at;
    }
}

TEST(Pdf, SaysItsTitleLanguageAndDay) {
    const std::string bytes = report::to_pdf(english());
    const std::string info = pdf::ask("pdfinfo", bytes);
    EXPECT_THAT(info, HasSubstr("Feedback on your conversation · deelnemer 7"));
    EXPECT_THAT(info, HasSubstr("A4"));
    EXPECT_THAT(info, testing::ContainsRegex("Tagged: +yes"));
    EXPECT_THAT(bytes, HasSubstr("CreationDate (20261114120000Z)"));
    EXPECT_THAT(bytes, HasSubstr("/Lang (en)"));
    const std::string dutch = report::to_pdf(report::make_report(sample::conversation(), Language::Dutch));
    EXPECT_THAT(dutch, HasSubstr("/Lang (nl)"));
    EXPECT_THAT(pdf::ask("pdfinfo", dutch), Not(HasSubstr("Error")));
}

TEST(Pdf, MarksHeadingsForScreenReaders) {
    const std::string structure = pdf::ask("pdfinfo -struct-text", report::to_pdf(english()));
    EXPECT_THAT(structure, StartsWith("Document\n"));
    EXPECT_THAT(structure, testing::ContainsRegex("H1[^H]*\"Feedback on your conversation\""));
    EXPECT_THAT(structure, testing::ContainsRegex("H2[^H]*\"What was strong\""));
}

TEST(Pdf, ReadsEachMomentAsAnItemAndEachNumberAsARowOfATable) {
    const std::string structure = without_blanks(pdf::ask("pdfinfo -struct-text", report::to_pdf(english())));
    EXPECT_THAT(structure, HasSubstr("LI(block)Lbl(block)\"18:22\"LBody(block)\"“Jewilthetgraagzelf"));
    EXPECT_THAT(structure, HasSubstr("TRTH:/Scope/Row\"Complexreflections\"TD\"7of16\"TD\"44%\"TD"));
    EXPECT_THAT(structure, HasSubstr("TRTH:/Scope/Row\"07:36\"TD\"Openquestion\"TD\"Mooiestilteerna"));
}

// Both sides share their lines on paper.
TEST(Pdf, ReadsOneSideOfTheCountsBeforeTheOther) {
    const std::string structure = without_blanks(pdf::ask("pdfinfo -struct-text", report::to_pdf(english())));
    EXPECT_THAT(structure, HasSubstr("Table(block)THeadTRTH:/Scope/Column\"count\"TH:/Scope/Column\"perhour\"TBodyTR"
                                     "TH:/Scope/Row\"Professional\""));
    const std::size_t last_of_professional = structure.find("\"Advicewithoutpermission\"");
    const std::size_t client = structure.rfind("TH:/Scope/Row\"Client\"");
    ASSERT_NE(client, std::string::npos);
    EXPECT_LT(last_of_professional, client);
    EXPECT_LT(client, structure.find("\"Changetalk\""));
}

TEST(Pdf, TellsTheTimelineInWords) {
    const auto report = english();
    const std::string bytes = report::to_pdf(report);
    std::string hex = "/Alt <FEFF";
    for (const char c : report.wording.timeline_text.substr(0, 12)) hex += fmt::format("{:04X}", static_cast<int>(c));
    EXPECT_THAT(bytes, HasSubstr(hex));
    EXPECT_THAT(pdf::ask("pdfinfo -struct", bytes), HasSubstr("Figure"));
}

TEST(Pdf, GivesEachPictureItsOwnWords) {
    const auto report = report::make_report(sample::full_conversation(), Language::English);
    const std::string bytes = report::to_pdf(report);
    std::string hex = "/Alt <FEFF";
    for (const char c : report.curves.at(0).text.substr(0, 12)) hex += fmt::format("{:04X}", static_cast<int>(c));
    EXPECT_THAT(bytes, HasSubstr(hex));
    EXPECT_EQ(count_of(bytes, "/Alt <FEFF"), 2u);
}

// poppler tells of a broken table of objects or structure; nothing of it is said of any kind of report.
TEST(Pdf, LeavesNothingForAReaderToMend) {
    auto draft = sample::empty_conversation();
    draft.version = 0;
    for (const auto& report : {english(), with_moments(200, "een moment"), report::make_report(draft, Language::Dutch),
                               report::make_report(sample::full_conversation(), Language::Dutch)}) {
        const std::string bytes = report::to_pdf(report);
        for (const char* program : {"pdfinfo -struct-text", "pdftotext", "pdffonts"}) {
            const std::string answer = pdf::ask(program, bytes);
            for (const char* complaint : {"Syntax", "Error", "Warning", "StructTreeRoot"})
                EXPECT_THAT(answer, Not(HasSubstr(complaint))) << program;
        }
        EXPECT_EQ(count_of(bytes, "/MarkInfo"), 2u) << "once as Cairo wrote it, once in its amended copy";
    }
}

TEST(Pdf, EmbedsEveryFont) {
    const std::string fonts = pdf::ask("pdffonts", report::to_pdf(english()));
    EXPECT_THAT(fonts, HasSubstr("Inter"));
    std::istringstream lines(fonts);
    std::string line;
    std::getline(lines, line);
    const std::size_t embedded = line.find("emb");
    std::getline(lines, line);
    while (std::getline(lines, line)) EXPECT_EQ(line.substr(embedded, 3), "yes") << line;
}

TEST(Pdf, IsTheSameEveryTimeAndFromItsJson) {
    for (const Language language : {Language::English, Language::Dutch}) {
        const auto report = report::make_report(sample::conversation(), language);
        const auto reopened = report::report_from_json(report::to_json(report));
        EXPECT_EQ(report::to_pdf(report), report::to_pdf(report));
        EXPECT_EQ(report::to_pdf(report), report::to_pdf(reopened));
        EXPECT_EQ(report::to_html(report), report::to_html(reopened));
    }
}

TEST(Pdf, ShowsHintsInADraftAndNoneInAnIssuedReport) {
    auto sources = sample::conversation();
    sources.coding.feedback = {};
    EXPECT_THAT(pdf::text(report::to_pdf(report::make_report(sources, Language::English))),
                Not(HasSubstr("What was strong")));
    sources.version = 0;
    const std::string draft = pdf::text(report::to_pdf(report::make_report(sources, Language::English)));
    EXPECT_THAT(draft, HasSubstr("What was strong"));
    EXPECT_THAT(draft, HasSubstr("No moments yet"));
    EXPECT_THAT(draft, HasSubstr("Draft"));
}

TEST(Pages, NumberThemselves) {
    const auto report = with_moments(400, "een moment");
    const int pages = report::page_count(report);
    EXPECT_GT(pages, 8);
    const std::string bytes = report::to_pdf(report);
    for (const int page : {1, pages / 2, pages})
        EXPECT_THAT(pdf::text_of_page(bytes, page), HasSubstr(std::to_string(page) + " / " + std::to_string(pages)));
    const std::string text = unbroken(pdf::text(bytes));
    for (int i = 0; i < 400; ++i) EXPECT_THAT(text, HasSubstr("een moment " + std::to_string(i))) << i;
}

TEST(Pages, NeverEndWithAHeading) {
    const std::vector<std::string> headings = {"What was strong",
                                               "One point to practise",
                                               "Next step",
                                               "The conversation at a glance",
                                               "Numbers, with their counts",
                                               "Ratings",
                                               "What was heard, by side",
                                               "Noted moments",
                                               "How this was made"};
    auto report = english();
    for (int lines = 0; lines < 60; ++lines) {
        report.feedback.next_step += "een regel\n";
        const std::string bytes = report::to_pdf(report);
        for (int page = 1; page <= report::page_count(report); ++page) {
            std::string text = pdf::text_of_page(bytes, page);
            text.erase(std::min(text.size(), text.find("Made with Terugblik 0.1.0 ·")));
            while (!text.empty() && (text.back() == '\n' || text.back() == '\f')) text.pop_back();
            for (const std::string& heading : headings)
                ASSERT_FALSE(text.ends_with(heading)) << lines << " lines, page " << page;
        }
    }
}

TEST(Pages, KeepARowOfATableWhole) {
    std::string note = "begin ";
    for (int i = 0; i < 60; ++i) note += "woord ";
    auto report = with_moments(1, note + "einde");
    report.moments.assign(12, report.moments.front());
    for (int lines = 0; lines < 24; ++lines) {
        report.feedback.next_step += "een regel\n";
        const std::string bytes = report::to_pdf(report);
        for (int page = 1; page <= report::page_count(report); ++page) {
            const std::string text = pdf::text_of_page(bytes, page);
            ASSERT_EQ(count_of(text, "begin"), count_of(text, "einde")) << lines << " lines, page " << page;
        }
    }
}

TEST(Pages, AreNotOneMoreForAFewLines) {
    auto report = english();
    const int pages = report::page_count(report);
    // The text grows line by line; the page that comes of it is never one of a few lines at its top.
    for (int lines = 0; lines < 60; ++lines) {
        report.feedback.next_step += "een regel\n";
        const std::string last = pdf::text_of_page(report::to_pdf(report), report::page_count(report));
        ASSERT_GE(count_of(last, "\n"), 8u) << lines << " lines more:\n" << last;
    }
    EXPECT_LE(report::page_count(report), pages + 2);
}

TEST(Pages, BreakTheFooterBetweenItsParts) {
    for (int length = 0; length < 40; ++length) {
        auto sources = sample::conversation();
        sources.coding.coder = std::string(static_cast<std::size_t>(length), 'n');
        const std::string text = pdf::text_of_page(report::to_pdf(report::make_report(sources, Language::English)), 1);
        ASSERT_THAT(text, HasSubstr("report v1, 14 Nov 2026")) << length;
        ASSERT_THAT(text, HasSubstr("segment 00:00–31:07")) << length;
    }
}

TEST(Pages, AreLaidOutOnceAndDrawnAlike) {
    const auto report = with_moments(120, "een moment");
    const report::Pages pages(report);
    ASSERT_EQ(pages.count(), report::page_count(report));
    for (const int page : {0, pages.count() - 1})
        EXPECT_EQ(pages.draw(page, 300).bgra, report::draw_page(report, page, 300).bgra) << page;
}

TEST(Pages, CarryALongNoteOverTheEndWithoutLosingAWord) {
    std::string note;
    for (int i = 0; note.size() < 30'000; ++i) note += "word" + std::to_string(i) + " ";
    const auto report = with_moments(1, note);
    EXPECT_GT(report::page_count(report), 4);
    const std::string text = unbroken(pdf::text(report::to_pdf(report)));
    for (int i = 0; i < 3'000; i += 7) ASSERT_THAT(text, HasSubstr("word" + std::to_string(i) + " ")) << i;
}

TEST(Pages, WrapAWordWithoutBlanks) {
    auto report = english();
    report.trainee = std::string(3'000, 'x');
    report.subtitle = report.trainee;
    report.feedback.strengths[0].quote = std::string(3'000, 'y');
    const std::string text = pdf::text(report::to_pdf(report));
    EXPECT_EQ(std::count(text.begin(), text.end(), 'x') / 100, 30);
    EXPECT_GE(std::count(text.begin(), text.end(), 'y'), 3'000);
}

TEST(Pages, BearStrangeCharactersAndEmptiness) {
    auto sources = sample::empty_conversation();
    for (const int version : {0, 1}) {
        sources.version = version;
        EXPECT_GE(report::page_count(report::make_report(sources, Language::Dutch)), 1);
    }
    sources = sample::conversation();
    sources.trainee =
        "<script>alert(1)</script> & \"me\" 👩‍👩‍👧 مرحبا שלום \xF0\x9F\x99\x82 "
        "a\u0301\u200B\u202E(end";
    sources.coding.events[3].note = "مرحبا بالعالم\n\n\t• één\r\ntwee";
    const auto report = report::make_report(sources, Language::English);
    EXPECT_THAT(pdf::ask("pdfinfo", report::to_pdf(report)), HasSubstr("<script>"));
    EXPECT_EQ(report::report_from_json(report::to_json(report)).trainee, report.trainee);
}

TEST(Pages, HoldTenThousandEvents) {
    auto sources = sample::conversation();
    sources.coding.events.clear();
    for (int i = 0; i < 10'000; ++i) {
        codes::Event event;
        event.at = base::milliseconds(i * 186);
        event.code = i % 2 == 0 ? "open_question" : "change";
        if (i % 10 == 0) event.end = event.at + base::seconds(5);
        sources.coding.events.push_back(event);
    }
    const auto report = report::make_report(sources, Language::English);
    EXPECT_EQ(report.totals[0].count, 5'000);
    EXPECT_LT(report::to_pdf(report).size(), 2'000'000u);
    EXPECT_LT(report::to_html(report).size(), 2'000'000u);
}

TEST(PageImage, IsA4OnWhiteAndShowsInk) {
    const auto image = report::draw_page(english(), 0, 420);
    EXPECT_EQ(image.width, 420);
    EXPECT_EQ(image.height, 594);
    ASSERT_EQ(image.bgra.size(), 420u * 594u * 4u);
    EXPECT_EQ(image.bgra[0], 0xFF);
    int teal = 0;
    for (std::size_t at = 0; at < image.bgra.size(); at += 4) {
        ASSERT_EQ(image.bgra[at + 3], 0xFF);
        if (image.bgra[at + 2] < 0x60 && image.bgra[at + 1] > 0x60) ++teal;
    }
    EXPECT_GT(teal, 100);
}

TEST(PageImage, RefusesAPageThatIsNotThere) {
    EXPECT_THROW(report::draw_page(english(), -1, 400), base::Error);
    EXPECT_THROW(report::draw_page(english(), 99, 400), base::Error);
    EXPECT_THROW(report::draw_page(english(), 0, 0), base::Error);
}

}  // namespace
