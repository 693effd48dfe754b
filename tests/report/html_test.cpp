#include "report/html.h"

#include "report/html_text.h"
#include "report/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

namespace {

using base::Language;
using testing::HasSubstr;
using testing::Not;

std::string html_of(const report::Sources& sources, Language language = Language::English) {
    return report::to_html(report::make_report(sources, language));
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

TEST(Html, NamesItsLanguageAndTitle) {
    EXPECT_THAT(html_of(sample::conversation()), HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(html_of(sample::conversation(), Language::Dutch), HasSubstr("<html lang=\"nl\">"));
    EXPECT_THAT(html_of(sample::conversation()),
                HasSubstr("<title>Feedback on your conversation · deelnemer 7</title>"));
}

TEST(Html, HasOneTitleAndHeadingsInOrder) {
    const std::string html = html_of(sample::conversation());
    EXPECT_EQ(count(html, "<h1>"), 1u);
    EXPECT_EQ(count(html, "<h2>"), 10u);
    EXPECT_EQ(count(html, "<h3"), 0u);
    EXPECT_LT(html.find("<h1>"), html.find("<h2>"));
    EXPECT_LT(html.find("What was strong"), html.find("One point to practise"));
}

TEST(Html, TellsTheTimelineInWords) {
    const std::string html = html_of(sample::conversation());
    EXPECT_THAT(html, HasSubstr("role=\"img\" aria-labelledby=\"timeline-title timeline-text\""));
    EXPECT_THAT(html, HasSubstr("<title id=\"timeline-title\">The conversation at a glance</title>"));
    EXPECT_THAT(html, HasSubstr("Timeline of 31 min: 31 codes of the professional and 28 of the client."));
}

TEST(Html, HasTablesThatCanBeReadAloud) {
    const std::string html = html_of(sample::conversation());
    const std::size_t tables = count(html, "<table");
    EXPECT_EQ(tables, 6u);
    EXPECT_EQ(count(html, "<caption>"), tables);
    EXPECT_EQ(count(html, "<th>"), 0u) << "every head says what it is the head of";
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">Complex reflections</th><td class=\"right muted\">7 of 16</td>"));
}

TEST(Html, ClosesWhatItOpens) {
    for (const auto& sources : {sample::conversation(), sample::full_conversation(), sample::empty_conversation()}) {
        const std::string html = html_of(sources);
        const std::regex tag("<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>");
        std::vector<std::string> open;
        for (auto found = std::sregex_iterator(html.begin(), html.end(), tag); found != std::sregex_iterator();
             ++found) {
            const std::string name = (*found)[2];
            if (name == "meta" || (*found)[3].length() > 0) continue;
            if ((*found)[1].length() == 0) {
                open.push_back(name);
            } else {
                ASSERT_FALSE(open.empty()) << name;
                ASSERT_EQ(open.back(), name);
                open.pop_back();
            }
        }
        EXPECT_TRUE(open.empty());
    }
}

TEST(Html, TellsEveryCurveInWordsAndEveryRatingItsMoments) {
    const std::string html = html_of(sample::full_conversation());
    EXPECT_THAT(html, HasSubstr("<desc id=\"curve-1-text\">Ends at 0; highest +1, lowest −2.</desc>"));
    EXPECT_THAT(html, HasSubstr("<li><time class=\"pill plain\" datetime=\"PT1812S\">30:12</time> Complex reflection"));
}

TEST(Html, FetchesAndRunsNothing) {
    const std::string html = html_of(sample::conversation());
    for (const char* part :
         {"<script", "<link", "<img", "<iframe", "http://", "https://", "url(", "@import", " src=", " onload="})
        EXPECT_THAT(html, Not(HasSubstr(part)));
    EXPECT_THAT(html, HasSubstr("default-src 'none'"));
}

TEST(Html, EscapesEveryWordOfPeople) {
    const std::string attack = "<script>alert('x')</script>\"><img src=x onerror=y>&amp;";
    auto sources = sample::conversation();
    sources.trainee = sources.conversation = sources.date = sources.coding.coder = sources.recording_fingerprint =
        attack;
    sources.coding.codebook_version = attack;
    sources.coding.events[0].note = attack;
    sources.coding.feedback.strengths = {{base::seconds(1), attack, attack, attack}};
    sources.coding.feedback.focus = sources.coding.feedback.strengths;
    sources.coding.feedback.next_step = attack;
    for (auto& code : sources.codebook.codes) code.label = {attack, attack};
    for (auto& measure : sources.codebook.measures)
        measure.label = measure.caveat = measure.threshold_source = {attack, attack};
    sources.codebook.title = sources.codebook.source = sources.codebook.ratings[0].label = {attack, attack};
    const std::string html = html_of(sources);
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("<img")));
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(&#39;x&#39;)"));
    EXPECT_THAT(html, HasSubstr("&amp;amp;"));
}

TEST(Html, LeavesOutCharactersThatHtmlForbids) {
    EXPECT_EQ(report::escaped("a\x01\x1F\x7F"
                              "b\nc é 🙂"),
              "ab\nc é 🙂");
}

TEST(Html, LeavesOutWhatAnIssuedReportDoesNotSay) {
    auto sources = sample::conversation();
    sources.coding.feedback = {};
    EXPECT_THAT(html_of(sources), Not(HasSubstr("What was strong")));
    sources.version = 0;
    EXPECT_THAT(html_of(sources), AllOf(HasSubstr("What was strong"), HasSubstr("No moments yet")));
}

}  // namespace
