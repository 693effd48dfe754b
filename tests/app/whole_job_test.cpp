// The whole job in the real window: from a recording to an issued report, over a restart, and how it looks.
#include "app/code_screen.h"
#include "app/golden.h"
#include "library/sqlite_library.h"
#include "support/shared_data.h"

#include <filesystem>

namespace app {
namespace {

TEST_F(CodeScreen, FromImportToAnIssuedReport) {
    const support::TestClip clip{.seconds = 20, .width = 160, .height = 96, .channels = 2};
    driver_ = std::make_unique<support::Driver>(library_);
    support::Driver& d = *driver_;
    d.drop({clip.path()});
    ASSERT_TRUE(d.until([&] { return d.model().cards.size() == 1; }));
    ASSERT_TRUE(d.click(d.model().cards[0].conversation.title));
    ASSERT_TRUE(d.click("Start coding"));
    ASSERT_TRUE(d.click("Begin"));
    ASSERT_TRUE(d.until([&] { return d.model().open && open().player && open().player->is_open(); }));

    d.press("space");
    ASSERT_TRUE(d.until([&] { return open().player->is_playing() && open().player->position() > base::seconds(1); }));
    d.press("q");
    d.press("y");
    ASSERT_EQ(events().size(), 2u);
    EXPECT_EQ(events()[0].code, "open_question");
    EXPECT_EQ(events()[1].code, "change_desire");
    EXPECT_GT(events()[0].at, base::seconds(0.9));

    d.press("ctrl+z");
    EXPECT_EQ(events().size(), 1u);
    d.press("ctrl+shift+z");
    EXPECT_EQ(events().size(), 2u);
    d.press("r");
    ASSERT_EQ(events().size(), 3u);

    d.press("Return");
    ASSERT_TRUE(d.until([&] { return static_cast<bool>(open().note_on); }));
    EXPECT_FALSE(open().player->is_playing());
    d.turns(4);
    d.type("quite near");
    d.press("shift+Return");
    d.type("indeed");
    d.press("Return");
    ASSERT_TRUE(d.until([&] { return !open().note_on; }, std::chrono::seconds(5)))
        << d.application().ui().code.note.text;
    EXPECT_EQ(events()[2].note, "quite near\nindeed");
    EXPECT_EQ(events().size(), 3u) << "letters of a note are no codes";
    EXPECT_TRUE(open().player->is_playing()) << "Enter saves and plays on";
    expect_library_agrees();

    d.press("F4");
    ASSERT_TRUE(d.until([&] { return d.sees("Issue report") && d.sees("page 1"); }));
    ASSERT_TRUE(d.click("next step"));
    d.type("ask first");
    d.turns(4);
    ASSERT_TRUE(d.click("Add a strong moment"));
    ASSERT_TRUE(d.until([&] {
        return d.sees("moment " + std::string("00:0") + std::to_string(events()[2].at.microseconds / 1'000'000));
    }));
    d.press("Escape");
    ASSERT_TRUE(d.until([&] { return open().coding.feedback.next_step == "ask first"; }));
    ASSERT_TRUE(d.click("A goal for the next conversations"));
    d.type("ask permission");
    d.turns(4);
    ASSERT_TRUE(d.click("Set this goal"));
    ASSERT_EQ(library_.goals().all().size(), 1u);
    EXPECT_EQ(library_.goals().all().front().text, "ask permission");
    EXPECT_EQ(library_.goals().all().front().conversation, open().conversation.id);
    ASSERT_TRUE(d.click("Issue report"));
    ASSERT_TRUE(d.click("Issue version 1"));
    ASSERT_TRUE(d.until([&] { return open().reports.size() == 1; }));
    const auto report = library_.report(open().reports[0].id);
    EXPECT_NE(report->html.find("ask first"), std::string::npos);
    EXPECT_NE(report->html.find("Goal: ask permission"), std::string::npos);
    EXPECT_TRUE(report->pdf.starts_with("%PDF"));
}

TEST_F(CodeScreen, ATimeOnThePagePlaysThatMoment) {
    open_coding();
    support::Driver& d = *driver_;
    codes::Feedback words;
    words.strengths = {{base::seconds(7), "\"Goed zo\"", "", ""}};
    d.application().controller().apply(WriteFeedback{words});
    d.press("F4");
    ASSERT_TRUE(d.until([&] { return d.sees("on the page 00:07"); }));
    ASSERT_TRUE(d.click("on the page 00:07"));
    EXPECT_TRUE(d.until([&] { return d.model().screen == Screen::Code && open().player->is_playing(); }));
    EXPECT_TRUE(d.until([&] { return open().player->position() >= base::seconds(7); }));
    EXPECT_LT(open().player->position(), base::seconds(15));
}

TEST_F(CodeScreen, UndoSurvivesARestart) {
    const support::TemporaryFolder folder;
    const std::string path = folder.file("library.terugblik");
    const support::TestClip clip{.seconds = 20, .width = 160, .height = 96, .channels = 2};
    base::Id conversation;
    {
        library::SqliteLibrary library(path);
        Settings settings;
        settings.coder = "Coach";
        write_settings(library, settings);
        support::DriverOptions options;
        options.files = {clip.path()};
        support::Driver d(library, options);
        ASSERT_TRUE(d.until([&] { return d.model().cards.size() == 1; }));
        conversation = d.model().cards[0].conversation.id;
        d.application().controller().apply(NewCoding{conversation, codes::kDefaultCodebook, "Coach"});
        ASSERT_TRUE(
            d.until([&] { return d.model().open && d.model().open->player && d.model().open->player->is_open(); }));
        d.press("Right");
        ASSERT_TRUE(d.until([&] { return d.model().open->player->position() == base::seconds(1); }));
        d.press("q");
        d.press("w");
        ASSERT_EQ(d.model().open->coding.events.size(), 2u);
    }
    library::SqliteLibrary library(path);
    support::Driver d(library);
    d.application().controller().apply(OpenConversation{conversation});
    ASSERT_TRUE(d.until([&] { return d.model().open && d.model().open->player && d.model().open->player->is_open(); }));
    ASSERT_EQ(d.model().open->coding.events.size(), 2u);
    EXPECT_TRUE(d.until([&] { return d.model().open->player->position() == base::seconds(1); })) << "where it was left";
    d.press("ctrl+z");
    EXPECT_EQ(d.model().open->coding.events.size(), 1u);
    d.press("ctrl+z");
    EXPECT_TRUE(d.model().open->coding.events.empty());
    d.press("ctrl+y");
    EXPECT_EQ(d.model().open->coding.events.size(), 1u);
}

// Three small pictures, each of one panel; text and marks must stay on the same pixels.
TEST_F(CodeScreen, LooksAsBefore) {
    codes::Event noted = event(9, "change_plan", codes::Side::Client);
    noted.note = "a plan";
    codes::Event span = event(5, "summary", codes::Side::Professional);
    span.end = base::seconds(7);
    open_coding({span, event(5, "affirmation", codes::Side::Professional), noted});
    ImGui::GetIO().ConfigInputTextCursorBlink = false;
    const auto crop = [&](const std::string& label, int width, int height, int from_x = 0) {
        driver_->application().window().keep_pixels(true);
        driver_->move_to(2, 2);
        driver_->turns(4);
        const ImVec4 place = driver_->where(label);
        return support::Crop{static_cast<int>(place.x) + from_x, static_cast<int>(place.y), width, height};
    };
    const auto pixels = [&] { return driver_->application().window().pixels(); };
    const support::Crop pad = crop("Affirmation", 240, 22);
    EXPECT_TRUE(support::looks_as_before("pad_row", pixels(), pad));
    const support::Crop lane = crop("lane professional", 240, 40, 280);
    EXPECT_TRUE(support::looks_as_before("timeline_lane", pixels(), lane));
    driver_->application().controller().apply(StartNote{noted.id});
    driver_->move_to(4, 4);
    const support::Crop note = crop("note", 200, 40);
    EXPECT_TRUE(support::looks_as_before("note_field", pixels(), note));
}

TEST_F(CodeScreen, TenThousandEventsStayFluent) {
    std::vector<codes::Event> many;
    for (int i = 0; i < 10'000; ++i)
        many.push_back(event(0.002 * i, i % 2 ? "neutral" : "open_question",
                             i % 2 ? codes::Side::Client : codes::Side::Professional));
    open_coding(many);
    // A frame may draw each pixel column of each row once, and no more: that is what keeps it fluent.
    driver_->turns(4);
    EXPECT_LT(ImGui::GetIO().MetricsRenderVertices, 120'000);
    driver_->press("q");
    EXPECT_EQ(events().size(), 10'001u);
}

}  // namespace
}  // namespace app
