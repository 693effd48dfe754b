// The Code and Report screens in the real window, with real keys and a real pointer.
#include "app/driver.h"
#include "app/golden.h"
#include "app/settings.h"
#include "codes/codebook.h"
#include "library/memory_library.h"
#include "library/sqlite_library.h"
#include "support/shared_data.h"
#include "support/test_clip.h"

#include <filesystem>
#include <gtest/gtest.h>

namespace app {
namespace {

using support::Driver;

class CodeScreen : public testing::Test {
protected:
    void SetUp() override {
        if (!Driver::has_display()) GTEST_SKIP() << "no display";
        Settings settings;
        settings.coder = "Coach";
        settings.auto_rewind = {};
        write_settings(library_, settings);
    }

    // A conversation with a coding of the basis codebook, open on the Code screen.
    void open_coding(const std::vector<codes::Event>& events = {}) {
        const support::TestClip clip{.seconds = 20, .width = 160, .height = 96, .channels = 2};
        library::Conversation conversation;
        conversation.id = base::make_id();
        conversation.title = "Practice talk";
        conversation.trainee = "Robin";
        conversation.date = "2026-11-12";
        library::Recording recording;
        recording.id = base::make_id();
        recording.path = clip.path();
        recording.duration = base::seconds(20);
        recording.role = "main";
        conversation.recordings = {recording};
        library_.add(conversation);
        const codes::Codebook codebook = codes::shipped_codebooks().front();
        library_.store_codebook(codebook);
        codes::Coding coding;
        coding.id = base::make_id();
        coding.conversation = conversation.id;
        coding.codebook_key = codebook.key;
        coding.codebook_version = codebook.version;
        coding.coder = "Coach";
        coding.events = events;
        library_.add(coding);
        driver_ = std::make_unique<Driver>(library_);
        driver_->application().controller().apply(OpenCoding{coding.id});
        ASSERT_TRUE(driver_->until([&] { return open().player && open().player->is_open(); }));
        driver_->turns(6);
    }

    static codes::Event event(double at, const std::string& code, codes::Side side) {
        codes::Event made;
        made.id = base::make_id();
        made.at = base::seconds(at);
        made.code = code;
        made.speaker = side;
        return made;
    }

    OpenConversationState& open() { return *driver_->model().open; }
    const std::vector<codes::Event>& events() { return open().coding.events; }
    bool go_to(double seconds) {
        driver_->application().controller().apply(SeekTo{base::seconds(seconds)});
        return driver_->until(
            [&] { return !open().player->is_seeking() && open().player->position() == base::seconds(seconds); });
    }
    // Where a moment lies on the timeline that shows everything, in the middle of a lane.
    ImVec2 on_lane(double seconds, codes::Side side) {
        const ImVec4 timeline = driver_->where("timeline");
        const TimelineState& state = driver_->application().ui().code.timeline;
        const float x = timeline.x + state.view.x_of(base::seconds(seconds));
        const float lane =
            timeline.y + timeline.w - driver_->where("lane client").w * (side == codes::Side::Client ? 0.5F : 1.5F);
        return {x, lane};
    }
    void expect_library_agrees() { EXPECT_EQ(library_.coding(open().coding.id)->events, events()); }

    library::MemoryLibrary library_;
    std::unique_ptr<Driver> driver_;
};

TEST_F(CodeScreen, FromImportToAnIssuedReport) {
    const support::TestClip clip{.seconds = 20, .width = 160, .height = 96, .channels = 2};
    driver_ = std::make_unique<Driver>(library_);
    Driver& d = *driver_;
    d.drop({clip.path()});
    ASSERT_TRUE(d.until([&] { return d.model().cards.size() == 1; }));
    ASSERT_TRUE(d.click(d.model().cards[0].conversation.title));
    ASSERT_TRUE(d.click("Start coding"));
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
    ASSERT_TRUE(d.click("Issue report"));
    ASSERT_TRUE(d.click("Issue version 1"));
    ASSERT_TRUE(d.until([&] { return open().reports.size() == 1; }));
    const auto report = library_.report(open().reports[0].id);
    EXPECT_NE(report->html.find("ask first"), std::string::npos);
    EXPECT_TRUE(report->pdf.starts_with("%PDF"));
}

TEST_F(CodeScreen, ThePadDropsCodesAndTakesThemBack) {
    open_coding();
    ASSERT_TRUE(go_to(4));
    ASSERT_TRUE(driver_->click("Affirmation"));
    ASSERT_EQ(events().size(), 1u);
    EXPECT_EQ(events()[0].code, "affirmation");
    EXPECT_EQ(events()[0].at, base::seconds(4));
    driver_->press("ctrl+z");
    EXPECT_TRUE(events().empty());
}

TEST_F(CodeScreen, AnEventIsDraggedToAnotherMoment) {
    open_coding({event(5, "open_question", codes::Side::Professional), event(15, "neutral", codes::Side::Client)});
    const ImVec2 from = on_lane(5, codes::Side::Professional);
    const ImVec2 to = on_lane(9, codes::Side::Professional);
    driver_->drag({from.x + 3, from.y}, {to.x + 3, to.y});
    ASSERT_EQ(events().size(), 2u);
    EXPECT_NEAR(events()[0].at.seconds(), 9, 0.1);
    driver_->press("ctrl+z");
    EXPECT_EQ(events()[0].at, base::seconds(5)) << "one drag is one step";
    expect_library_agrees();
}

TEST_F(CodeScreen, DrawingAtTheEdgeMakesASpan) {
    open_coding({event(5, "open_question", codes::Side::Professional)});
    const ImVec2 at = on_lane(5, codes::Side::Professional);
    const std::span<const Mark> marks = driver_->application().ui().code.timeline.marks.lanes[0].marks;
    ASSERT_EQ(marks.size(), 1u);
    const ImVec2 to = on_lane(11, codes::Side::Professional);
    driver_->drag({at.x + marks[0].width - 2, at.y}, {to.x, to.y});
    ASSERT_TRUE(events()[0].end);
    EXPECT_NEAR(events()[0].end->seconds(), 11, 0.1);
    EXPECT_EQ(events()[0].at, base::seconds(5));
}

TEST_F(CodeScreen, ManyAreSelectedByABandAndRecodedByAKey) {
    open_coding({event(4, "open_question", codes::Side::Professional),
                 event(8, "closed_question", codes::Side::Professional),
                 event(12, "summary", codes::Side::Professional), event(18, "summary", codes::Side::Professional)});
    const ImVec2 from = on_lane(2, codes::Side::Professional);
    const ImVec2 to = on_lane(13, codes::Side::Professional);
    driver_->drag({from.x, from.y - 12}, {to.x, to.y + 12});
    ASSERT_EQ(open().selected.size(), 3u);
    driver_->press("alt+a");
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(events()[i].code, "affirmation");
    EXPECT_EQ(events()[3].code, "summary");
    driver_->press("ctrl+z");
    EXPECT_EQ(events()[1].code, "closed_question") << "all three in one step";
    EXPECT_EQ(events()[0].code, "open_question");
    driver_->press("ctrl+a");
    EXPECT_EQ(open().selected.size(), 4u);
    driver_->press("alt+shift+Right");
    EXPECT_EQ(events()[0].at, base::seconds(4.1));
    driver_->press("Delete");
    EXPECT_TRUE(events().empty());
    expect_library_agrees();
}

TEST_F(CodeScreen, AClickOnTheTimelineGoesThere) {
    open_coding();
    const ImVec4 timeline = driver_->where("timeline");
    const float x = timeline.x + driver_->application().ui().code.timeline.view.x_of(base::seconds(10));
    driver_->move_to(x, timeline.y + 40);
    driver_->button_down();
    driver_->button_up();
    EXPECT_TRUE(driver_->until([&] { return std::abs(open().player->position().seconds() - 10) < 0.1; }))
        << open().player->position().seconds();
}

TEST_F(CodeScreen, TransportKeysMoveThePlayhead) {
    open_coding();
    ASSERT_TRUE(go_to(5));
    const auto at = [&](double seconds) {
        return driver_->until(
            [&] {
                return !open().player->is_seeking() && std::abs(open().player->position().seconds() - seconds) < 0.045;
            },
            std::chrono::seconds(5));
    };
    driver_->press("Right");
    EXPECT_TRUE(at(6)) << open().player->position().seconds();
    driver_->press("shift+Right");
    EXPECT_TRUE(at(11)) << open().player->position().seconds();
    driver_->press("ctrl+Left");
    EXPECT_TRUE(at(8)) << "the own step is 3 s; " << open().player->position().seconds();
    driver_->press("comma");
    EXPECT_TRUE(at(7.96)) << "one picture; " << open().player->position().seconds();
    driver_->press("bracketright");
    EXPECT_DOUBLE_EQ(open().player->speed(), 1.25);
    driver_->press("BackSpace");
    EXPECT_DOUBLE_EQ(open().player->speed(), 1);
}

TEST_F(CodeScreen, TheListFollowsAndGoesToAnEvent) {
    std::vector<codes::Event> many;
    for (int i = 0; i < 200; ++i) many.push_back(event(0.1 * i, "neutral", codes::Side::Client));
    open_coding(many);
    ASSERT_TRUE(driver_->click("Events 200"));
    ASSERT_TRUE(go_to(15.02));
    EXPECT_TRUE(driver_->until([&] { return driver_->sees("event 00:15.0"); })) << "the current row is in sight";
    EXPECT_FALSE(driver_->sees("event 00:02.0")) << "only rows in sight are drawn";
    ASSERT_TRUE(driver_->click("event 00:15.0"));
    ASSERT_TRUE(driver_->until([&] { return open().player->position() == base::seconds(15); }));
    EXPECT_EQ(open().selected.size(), 1u);
}

TEST_F(CodeScreen, WhileAMenuOfTheTransportIsOpenTheKeysGoOn) {
    open_coding();
    driver_->press("bracketright");
    ASSERT_DOUBLE_EQ(open().player->speed(), 1.25);
    ASSERT_TRUE(driver_->click("speed"));
    ASSERT_TRUE(driver_->click("1.25×"));
    EXPECT_DOUBLE_EQ(open().player->speed(), 1.25) << "choosing what is chosen changes nothing";
    ASSERT_TRUE(driver_->click("speed"));
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("0.5×"); }));
    driver_->press("q");
    ASSERT_EQ(events().size(), 1u);
    driver_->press("ctrl+a");
    driver_->press("Escape");
    EXPECT_TRUE(driver_->until([&] { return !driver_->sees("0.5×"); }));
    EXPECT_EQ(open().selected.size(), 1u) << "Escape closed the menu and nothing else";
}

TEST_F(CodeScreen, EscapeClosesTheMenuOfAnEvent) {
    open_coding({event(2, "open_question", codes::Side::Professional)});
    driver_->application().ui().code.menu_of = events()[0].id;
    driver_->application().draw_again();
    ASSERT_TRUE(driver_->until([&] { return driver_->application().ui().code.menu_is_open; }));
    driver_->turns(4);
    driver_->press("Escape");
    EXPECT_TRUE(driver_->until([&] { return !driver_->application().ui().code.menu_is_open; }));
}

TEST_F(CodeScreen, APadButtonThatWasHeldEndsItsSpan) {
    open_coding();
    for (codes::Code& code : open().codebook.codes)
        if (code.key == "affirmation") code.extent = codes::Extent::Span;
    ASSERT_TRUE(go_to(2));
    ASSERT_TRUE(driver_->point_at("Affirmation"));
    driver_->button_down();
    ASSERT_EQ(events().size(), 1u);
    EXPECT_FALSE(events()[0].end);
    ASSERT_TRUE(go_to(6));
    const auto held = media::Clock::now() + std::chrono::milliseconds(500);
    driver_->until([&] { return media::Clock::now() > held; });
    driver_->button_up();
    EXPECT_EQ(events()[0].end, base::seconds(6));
}

TEST_F(CodeScreen, ANoteBeingTypedIsKeptWhenAnotherIsBegun) {
    open_coding({event(2, "open_question", codes::Side::Professional), event(5, "neutral", codes::Side::Client)});
    const base::Id first = events()[0].id;
    const base::Id second = events()[1].id;
    ASSERT_TRUE(driver_->click("Events 2"));
    ASSERT_TRUE(driver_->double_click("event 00:02.0"));
    ASSERT_TRUE(driver_->until([&] { return open().note_on == first && driver_->sees("note"); }));
    driver_->turns(4);
    driver_->type("abc");
    ASSERT_TRUE(driver_->double_click("event 00:05.0"));
    ASSERT_TRUE(driver_->until([&] { return open().note_on == second; }));
    EXPECT_EQ(events()[0].note, "abc");
    driver_->turns(4);
    driver_->type("def");
    ASSERT_TRUE(driver_->click("last code"));
    driver_->turns(4);
    EXPECT_EQ(events()[1].note, "def");
    expect_library_agrees();
}

TEST_F(CodeScreen, AKeyIsChangedAndAClashIsShownFirst) {
    open_coding();
    driver_->press("ctrl+comma");
    ASSERT_TRUE(driver_->click("change key: play_pause"));
    driver_->press("q");
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("Use it here instead"); }));
    EXPECT_TRUE(driver_->model().settings.keys.empty()) << "nothing is changed before it is accepted";
    EXPECT_TRUE(events().empty()) << "the key is learnt, not obeyed";
    ASSERT_TRUE(driver_->click("Use it here instead"));
    ASSERT_TRUE(driver_->until([&] { return !driver_->model().settings.keys.empty(); }));
    driver_->press("F3");
    driver_->press("q");
    EXPECT_TRUE(open().player->is_playing());
    EXPECT_TRUE(events().empty());
    driver_->press("q");
    EXPECT_FALSE(open().player->is_playing());
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
        Driver d(library, options);
        ASSERT_TRUE(d.until([&] { return d.model().cards.size() == 1; }));
        conversation = d.model().cards[0].conversation.id;
        d.application().controller().apply(OpenConversation{conversation});
        ASSERT_TRUE(
            d.until([&] { return d.model().open && d.model().open->player && d.model().open->player->is_open(); }));
        d.press("Right");
        ASSERT_TRUE(d.until([&] { return d.model().open->player->position() == base::seconds(1); }));
        d.press("q");
        d.press("w");
        ASSERT_EQ(d.model().open->coding.events.size(), 2u);
    }
    library::SqliteLibrary library(path);
    Driver d(library);
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
    const support::Crop pad = crop("Affirmation", 240, 34);
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
