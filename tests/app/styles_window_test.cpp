// The coding styles in the real window, by keyboard only: a conversation of ten minutes from start to end in each of
// them; ratings with what they rest on, a checklist, phases, a drawn segment.
#include "app/code_screen.h"
#include "app/styles_codebook.h"
#include "codes/evidence.h"
#include "codes/phases.h"
#include "codes/segment.h"
#include "codes/utterances.h"

namespace app {
namespace {

constexpr int kTurns = 30;  // of 20 seconds each
constexpr double kTurn = 20;

class Styles : public CodeScreen {
protected:
    void open_ten_minutes() {
        Settings settings = read_settings(library_);
        settings.own_step = base::seconds(kTurn);
        write_settings(library_, settings);
        const support::TestClip clip{
            .seconds = kTurns * kTurn, .pictures_per_second = 2, .width = 64, .height = 48, .channels = 1};
        const base::Id coding =
            samples::add_coding(library_, styles_codebook(), clip.path(), base::seconds(kTurns * kTurn));
        driver_ = std::make_unique<support::Driver>(library_);
        driver_->application().controller().apply(OpenCoding{coding});
        ASSERT_TRUE(driver_->until([&] { return open().player && open().player->is_open(); }));
        driver_->turns(6);
    }
    bool is_at(double seconds) {
        return driver_->until([&] {
            return !open().player->is_seeking() && std::abs(open().player->position().seconds() - seconds) < 0.3;
        });
    }
    const codes::Coding& coding() { return open().coding; }
    void press(const std::string& key) { driver_->press(key); }
    // One key for each person, where their turn begins; the last one ends with the recording.
    void parse_ten_minutes() {
        press("F6");
        ASSERT_EQ(open().style.style, CodingStyle::Parse);
        for (int turn = 0; turn < kTurns; ++turn) {
            ASSERT_TRUE(is_at(turn * kTurn)) << turn;
            press(turn % 2 == 0 ? "semicolon" : "apostrophe");
            press("ctrl+Right");
        }
        ASSERT_TRUE(is_at(kTurns * kTurn));
        press("slash");
    }
    void expect_kept() {
        const auto kept = library_.coding(coding().id);
        EXPECT_EQ(kept->events, coding().events);
        EXPECT_EQ(kept->utterances, coding().utterances);
        EXPECT_EQ(kept->ratings, coding().ratings);
        EXPECT_EQ(kept->evidence, coding().evidence);
        EXPECT_EQ(kept->ticks, coding().ticks);
        EXPECT_EQ(kept->phases, coding().phases);
        EXPECT_EQ(kept->segment, coding().segment);
    }
};

TEST_F(Styles, TenMinutesInOnePass) {
    open_ten_minutes();
    for (int i = 0; i < 4; ++i) press("bracketright");
    EXPECT_DOUBLE_EQ(open().player->speed(), 2);
    press("space");
    ASSERT_TRUE(driver_->until([&] { return open().player->position() > base::seconds(1.5); }));
    press("q");
    ASSERT_EQ(events().size(), 1u) << "while it plays";
    press("space");
    press("Home");
    for (int turn = 0; turn < kTurns; ++turn) {
        ASSERT_TRUE(is_at(turn * kTurn)) << turn;
        press(turn % 2 == 0 ? "r" : "c");
        press("ctrl+Right");
    }
    EXPECT_EQ(events().size(), kTurns + 1u);
    EXPECT_EQ(events().back().at, base::seconds((kTurns - 1) * kTurn));
    expect_kept();
}

TEST_F(Styles, TenMinutesParsedThenCoded) {
    open_ten_minutes();
    parse_ten_minutes();
    ASSERT_EQ(coding().utterances.size(), static_cast<std::size_t>(kTurns));
    EXPECT_EQ(coding().utterances[1].speaker, codes::Side::Client);
    EXPECT_EQ(coding().utterances[1].span.length(), base::seconds(kTurn));

    press("F6");
    ASSERT_EQ(open().style.style, CodingStyle::CodeUtterances);
    press("Home");
    press("Tab");
    ASSERT_EQ(open().style.utterance, coding().utterances[0].id);
    EXPECT_TRUE(open().player->is_playing());
    for (int turn = 0; turn < kTurns; ++turn) {
        ASSERT_EQ(open().style.utterance, coding().utterances[static_cast<std::size_t>(turn)].id);
        press(turn % 2 == 0 ? "q" : "c");
    }
    EXPECT_EQ(codes::count_coded(coding()).coded, kTurns);
    EXPECT_TRUE(driver_->sees("30 of 30 coded"));
    expect_kept();

    press("shift+minus");
    EXPECT_EQ(codes::count_coded(coding()).coded, kTurns - 1) << "taken off and heard again";
    EXPECT_TRUE(open().player->is_playing());
    press("c");
    press("Up");
    EXPECT_EQ(open().style.utterance, coding().utterances[kTurns - 2].id);
    press("minus");
    press("Home");
    press("shift+Down");
    EXPECT_EQ(open().style.utterance, coding().utterances[kTurns - 2].id) << "the one without a code is found";
    press("q");
    for (int i = 0; i < kTurns; ++i) press("ctrl+z");
    EXPECT_LT(codes::count_coded(coding()).coded, kTurns);
    expect_kept();
}

TEST_F(Styles, UtterancesAreMendedByKeys) {
    open_ten_minutes();
    parse_ten_minutes();
    press("Home");
    press("Down");
    press("alt+shift+Down");
    EXPECT_EQ(coding().utterances[0].span.to, base::seconds(kTurn + 0.1));
    EXPECT_EQ(coding().utterances[1].span.from, base::seconds(kTurn + 0.1)) << "the neighbour goes along";
    press("ctrl+z");
    press("ctrl+shift+j");
    EXPECT_EQ(coding().utterances[0].span.to, base::seconds(2 * kTurn));
    press("ctrl+apostrophe");
    EXPECT_EQ(coding().utterances[0].speaker, codes::Side::Client);
    press("Delete");
    EXPECT_EQ(coding().utterances.size(), kTurns - 2u);
    for (int i = 0; i < 3; ++i) press("ctrl+z");
    EXPECT_EQ(coding().utterances.size(), static_cast<std::size_t>(kTurns));
    expect_kept();
}

TEST_F(Styles, RatingsWithWhatTheyRestOn) {
    open_ten_minutes();
    press("r");
    press("ctrl+r");
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("Empathy 5"); }));
    press("5");
    EXPECT_EQ(coding().ratings.at("empathy"), 5);
    driver_->turns(4);
    EXPECT_TRUE(driver_->sees("which moments?")) << "far from where raters start";
    press("ctrl+b");
    EXPECT_EQ(codes::evidence_of(coding(), "empathy").size(), 1u);
    driver_->turns(4);
    EXPECT_FALSE(driver_->sees("which moments?"));
    press("Down");
    press("Down");
    press("6");
    EXPECT_EQ(coding().ratings.at("summary_well"), 6);
    press("6");
    EXPECT_FALSE(coding().ratings.contains("summary_well")) << "the same key takes it back";
    press("Up");
    press("Up");
    press("ctrl+shift+b");
    EXPECT_TRUE(open().player->is_playing()) << "its moments are heard";
    press("q");
    EXPECT_EQ(events().size(), 2u) << "codes go on meanwhile";
    expect_kept();
    press("ctrl+z");
    press("ctrl+z");
    press("ctrl+z");
    press("ctrl+z");
    EXPECT_TRUE(coding().evidence.empty());
    expect_kept();
}

TEST_F(Styles, AChecklistIsTickedAtItsMoment) {
    open_ten_minutes();
    press("ctrl+Right");
    ASSERT_TRUE(is_at(kTurn));
    press("ctrl+h");
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("tick Topics named"); }));
    press("2");
    ASSERT_EQ(coding().ticks.size(), 1u);
    EXPECT_EQ(coding().ticks[0].item, "choice");
    EXPECT_NEAR(coding().ticks[0].at.seconds(), kTurn, 0.3);
    press("Up");
    press("Return");
    EXPECT_EQ(coding().ticks.size(), 2u);
    press("Home");
    ASSERT_TRUE(is_at(0));
    ASSERT_TRUE(driver_->click("00:20.0"));
    EXPECT_TRUE(is_at(kTurn)) << "its time goes there";
    expect_kept();
    press("2");
    press("ctrl+z");
    EXPECT_EQ(coding().ticks.size(), 2u);
}

TEST_F(Styles, PhasesAreSetFromHereAndTheirBoundaryIsDragged) {
    open_ten_minutes();
    press("F12");
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("Evoke"); }));
    press("1");
    ASSERT_TRUE(driver_->until([&] { return coding().phases.size() == 1; }));
    for (int i = 0; i < 15; ++i) press("ctrl+Right");
    ASSERT_TRUE(is_at(15 * kTurn));
    press("F12");
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("Evoke"); }));
    press("2");
    ASSERT_TRUE(driver_->until([&] { return coding().phases.size() == 2; }));
    EXPECT_EQ(codes::time_per_phase(coding(), {{}, base::seconds(600)})["engage"], coding().phases[1].at);

    press("ctrl+0");
    driver_->turns(6);
    const ImVec4 row = driver_->where("phases");
    const TimelineView& view = driver_->application().ui().code.timeline.view;
    const float y = row.y + row.w / 2;
    driver_->drag({row.x + view.x_of(coding().phases[1].at), y}, {row.x + view.x_of(base::seconds(400)), y});
    EXPECT_NEAR(coding().phases[1].at.seconds(), 400, 3);
    press("ctrl+z");
    EXPECT_NEAR(coding().phases[1].at.seconds(), 300, 1);
    expect_kept();
}

TEST_F(Styles, APartIsDrawnByChanceAndKept) {
    open_ten_minutes();
    press("shift+F12");
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("seed"); }));
    for (int i = 0; i < 15; ++i) press("Left");
    press("2");
    ASSERT_TRUE(driver_->until([&] { return coding().segment.has_value(); }));
    EXPECT_EQ(coding().segment->span.length(), base::seconds(300));
    ASSERT_TRUE(coding().segment->seed);
    EXPECT_EQ(*coding().segment,
              codes::drawn_segment(duration_of(open()), base::seconds(300), *coding().segment->seed));
    EXPECT_TRUE(is_at(coding().segment->span.from.seconds()) ||
                coding().segment->span.contains(open().player->position()));
    press("Escape");
    driver_->turns(4);
    expect_kept();
    press("ctrl+z");
    EXPECT_FALSE(coding().segment);
    press("shift+F12");
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("seed"); }));
    for (int i = 0; i < 30; ++i) press("Right");
    press("2");
    ASSERT_TRUE(driver_->until([&] { return coding().segment.has_value(); }));
    EXPECT_EQ(coding().segment->span, (base::Span{{}, duration_of(open())})) << "no longer than the conversation";
    press("shift+F12");
    ASSERT_TRUE(driver_->until([&] { return driver_->sees("seed"); }));
    press("1");
    EXPECT_TRUE(driver_->until([&] { return !coding().segment; }));
}

}  // namespace
}  // namespace app
