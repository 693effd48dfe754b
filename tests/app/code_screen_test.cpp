// The Code screen: the pad, the timeline, the list of codes, the note and the keys.
#include "app/code_screen.h"

namespace app {
namespace {

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

}  // namespace
}  // namespace app
