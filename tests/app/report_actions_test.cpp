// The coach's words and issued reports, without a window.
#include "app/controller_test.h"
#include "support/shared_data.h"

#include <filesystem>

namespace app {
namespace {

TEST_F(Coding, IssuedReportsStayAsTheyWere) {
    drop_at("question", 1);
    codes::Feedback words;
    words.next_step = "Ask first";
    controller_.apply(WriteFeedback{words});
    controller_.apply(IssueReport{base::Language::English});
    ASSERT_EQ(open().reports.size(), 1u) << (model_.messages.empty() ? "" : model_.messages.back().text);
    const auto first = library_.report(open().reports[0].id);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->version, 1);
    EXPECT_NE(first->html.find("Ask first"), std::string::npos);

    words.next_step = "Something else";
    controller_.apply(WriteFeedback{words});
    drop_at("change", 2);
    controller_.apply(IssueReport{base::Language::Dutch});
    ASSERT_EQ(open().reports.size(), 2u);
    EXPECT_EQ(open().reports[0].version, 2);
    const auto again = library_.report(first->id);
    EXPECT_EQ(again->pdf, first->pdf);
    EXPECT_EQ(again->content, first->content);
    EXPECT_EQ(again->sha256, first->sha256);
    controller_.apply(ShowIssuedReport{first->id});
    EXPECT_EQ(model_.preview->feedback.next_step, "Ask first");
}

TEST_F(Coding, AReportIsSavedWhereAsked) {
    drop_at("question", 1);
    controller_.apply(IssueReport{base::Language::English});
    const support::TemporaryFolder folder;
    controller_.apply(SaveReport{open().reports.at(0).id, folder.file("a.pdf")});
    controller_.apply(SaveReport{open().reports.at(0).id, folder.file("a.html")});
    const auto kept = library_.report(open().reports[0].id);
    EXPECT_EQ(support::read_file(folder.file("a.pdf")), kept->pdf);
    EXPECT_EQ(support::read_file(folder.file("a.html")), kept->html);
    controller_.apply(SaveReport{open().reports[0].id, folder.file("no/such/folder.pdf")});
    EXPECT_EQ(model_.messages.back().kind, MessageKind::Error);
}

TEST_F(Coding, AReportNeverTakesThePlaceOfARecordingOrALibrary) {
    controller_.apply(IssueReport{base::Language::English});
    const support::TemporaryFolder folder;
    const std::string link = folder.file("report.pdf");
    std::filesystem::create_symlink(open().conversation.recordings.front().path, link);
    controller_.apply(SaveReport{open().reports.at(0).id, link});
    EXPECT_EQ(model_.messages.back().kind, MessageKind::Error);
    EXPECT_TRUE(std::filesystem::is_symlink(link));
    controller_.apply(SaveReport{open().reports[0].id, folder.file("library.terugblik")});
    EXPECT_FALSE(std::filesystem::exists(folder.file("library.terugblik")));
}

TEST_F(Coding, TheCoachsWordsAreUndoneToo) {
    codes::Feedback words;
    words.strengths = {{base::seconds(2), "You want this", "A complex reflection", ""}};
    controller_.apply(WriteFeedback{words});
    controller_.apply(WriteFeedback{words});
    EXPECT_EQ(open().coding.feedback, words);
    controller_.apply(Undo{});
    EXPECT_TRUE(open().coding.feedback.strengths.empty()) << "the same words twice are one edit";
    expect_same_as_library();
}

}  // namespace
}  // namespace app
