// Clips in the real window: by key, by pointer on the timeline, with words and comments.
#include "app/code_screen.h"

namespace app {
namespace {

class Clips : public CodeScreen {
protected:
    const ClipDesk& desk() { return open().clips; }
    // Of what was heard at that moment.
    void make_clip(double at) {
        ASSERT_TRUE(go_to(at));
        driver_->press("ctrl+d");
        ASSERT_TRUE(driver_->until([&] { return desk().held() != nullptr; }));
        driver_->turns(6);
    }
    bool until(const std::function<bool()>& holds) { return driver_->until(holds, std::chrono::seconds(5)); }
};

TEST_F(Clips, AreMadeNamedAndJudgedByKeys) {
    open_coding();
    make_clip(12);
    EXPECT_EQ(driver_->application().ui().code.tab, LowerTab::Clips);
    driver_->press("ctrl+w");
    driver_->turns(6);
    driver_->press("ctrl+a");
    driver_->type("Well heard");
    driver_->press("Return");
    ASSERT_TRUE(until([&] { return desk().held()->title == "Well heard"; }));
    driver_->turns(6);
    driver_->press("2");
    ASSERT_TRUE(until([&] { return desk().held()->kind == codes::ClipKind::Question; }));
    ASSERT_TRUE(go_to(6));
    driver_->press("ctrl+shift+bracketleft");
    ASSERT_TRUE(until([&] { return desk().held()->span.from == base::seconds(6); }));
    driver_->press("Return");
    ASSERT_TRUE(until([&] { return open().player->is_playing(); }));
    driver_->press("space");
    driver_->press("ctrl+z");
    ASSERT_TRUE(until([&] { return desk().held()->span.from != base::seconds(6); }));
    driver_->press("Delete");
    ASSERT_TRUE(until([&] { return desk().clips.empty(); }));
    driver_->press("ctrl+z");
    ASSERT_TRUE(until([&] { return desk().clips.size() == 1; }));
    EXPECT_EQ(library_.clips().of(open().conversation.id), desk().clips);
}

TEST_F(Clips, ACommentIsTypedAndAnsweredByKeys) {
    open_coding();
    make_clip(12);
    driver_->press("ctrl+s");
    ASSERT_TRUE(until([&] { return bool(desk().comment_on); }));
    driver_->type("Did you hear that?");
    driver_->press("Return");
    ASSERT_TRUE(until([&] { return desk().comments.size() == 1; }));
    EXPECT_EQ(desk().comments[0].text, "Did you hear that?");
    ASSERT_TRUE(driver_->click("Reply"));
    driver_->turns(6);
    driver_->type("Yes");
    driver_->press("Return");
    ASSERT_TRUE(until([&] { return desk().comments.size() == 2; }));
    EXPECT_EQ(desk().comments[1].reply_to, desk().comments[0].id);
    driver_->press("ctrl+s");
    driver_->turns(6);
    driver_->type("no");
    driver_->press("Escape");
    driver_->turns(6);
    EXPECT_EQ(desk().comments.size(), 2U);
    EXPECT_FALSE(desk().comment_on);
    EXPECT_TRUE(events().empty()) << "no letter became a code";
}

TEST_F(Clips, AreDraggedOnTheTimeline) {
    open_coding();
    make_clip(14);
    const base::Span before = desk().held()->span;
    driver_->application().ui().code.tab = LowerTab::Timeline;
    driver_->application().draw_again();
    ASSERT_TRUE(until([&] { return driver_->sees("clips"); }));
    const ImVec4 row = driver_->where("clips");
    const TimelineView& view = driver_->application().ui().code.timeline.view;
    const auto at = [&](base::Time time) { return ImVec2{row.x + view.x_of(time), row.y + row.w / 2}; };
    driver_->drag(at(base::seconds(10)), at(base::seconds(12)));
    ASSERT_TRUE(until([&] { return desk().held()->span.from > before.from + base::seconds(1.5); }));
    EXPECT_EQ(desk().held()->span.length(), before.length()) << "moved as a whole";
    const base::Span moved = desk().held()->span;
    driver_->drag(at(moved.to), at(moved.to + base::seconds(2)));
    ASSERT_TRUE(until([&] { return desk().held()->span.to > moved.to + base::seconds(1.5); }));
    EXPECT_EQ(desk().held()->span.from, moved.from);
}

TEST_F(Clips, AreMadeOfEachMomentThatARuleFinds) {
    using enum codes::Side;
    open_coding({event(1, "advice_without_permission", Professional), event(3, "yes_but", Client),
                 event(6, "advice_without_permission", Professional), event(8, "sustain", Client)});
    driver_->press("ctrl+n");
    driver_->turns(6);
    driver_->press("ctrl+d");
    ASSERT_TRUE(until([&] { return desk().clips.size() == 2; }));
    EXPECT_EQ(desk().clips[0].kind, codes::ClipKind::Note);
    driver_->press("ctrl+z");
    ASSERT_TRUE(until([&] { return desk().clips.empty(); }));
}

TEST_F(Clips, TheReelIsHeardByOneKey) {
    using enum codes::Side;
    open_coding({event(4, "open_question", Professional), event(6, "change_need", Client)});
    driver_->press("ctrl+p");
    ASSERT_TRUE(until([&] { return driver_->model().played.has_value(); }));
    EXPECT_TRUE(driver_->until([&] { return driver_->sees("moment 1 of 1"); }));
    EXPECT_TRUE(open().player->is_playing());
}

}  // namespace
}  // namespace app
