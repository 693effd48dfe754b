// Drawing without a graphics card: cheaper, and the same to the eye.
#include "app/code_screen.h"
#include "app/platform/frame_changes.h"
#include "app/platform/rectangle_cut.h"

#include <array>
#include <cmath>

namespace app {
namespace {

// Frames of Dear ImGui without a window: what is drawn into them is all there is.
class SoftwareDrawing : public ::testing::Test {
protected:
    SoftwareDrawing() {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {800, 600};
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
        io.Fonts->SetTexID(&font_);
    }
    ~SoftwareDrawing() override { ImGui::DestroyContext(); }

    template <typename Draw>
    ImDrawData& frame(Draw draw) {
        ImGui::NewFrame();
        draw(*ImGui::GetBackgroundDrawList());
        ImGui::Render();
        return *ImGui::GetDrawData();
    }

    int font_ = 0;
};

struct Covered {
    double all = 0, in_rectangles = 0, fading = 0;
};

double area(const ImVec2& a, const ImVec2& b, const ImVec2& c) {
    return ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
}

// Signed, so that a triangle turned over or doubled would show in the sum.
Covered covered(const ImDrawData& frame) {
    Covered sum;
    const ImDrawList& list = *frame.CmdLists[0];
    const auto at = [&](int i) { return list.VtxBuffer[list.IdxBuffer[i]].pos; };
    for (int i = 0; i + 2 < list.IdxBuffer.Size; i += 3) {
        const double one = area(at(i), at(i + 1), at(i + 2));
        sum.all += one;
        const auto colour = [&](int corner) { return list.VtxBuffer[list.IdxBuffer[corner]].col; };
        if (colour(i) != colour(i + 1) || colour(i) != colour(i + 2)) sum.fading += one;
        const bool has_next = i + 5 < list.IdxBuffer.Size;
        if (has_next && list.IdxBuffer[i] == list.IdxBuffer[i + 3] && list.IdxBuffer[i + 2] == list.IdxBuffer[i + 4] &&
            at(i).y == at(i + 1).y && at(i + 1).x == at(i + 2).x && at(i + 2).y == at(i + 5).y &&
            at(i + 5).x == at(i).x)
            sum.in_rectangles += 2 * one;
    }
    return sum;
}

TEST_F(SoftwareDrawing, TheMiddleOfARoundedPanelIsARectangle) {
    ImDrawData& drawn = frame([](ImDrawList& list) { list.AddRectFilled({10, 20}, {410, 320}, 0xffffffff, 8); });
    const Covered before = covered(drawn);
    EXPECT_EQ(before.in_rectangles, 0);
    cut_out_rectangles(drawn);
    const Covered after = covered(drawn);
    EXPECT_NEAR(after.all, before.all, 400 + 300) << "half a pixel around";
    EXPECT_GT(after.in_rectangles, 0.93 * 400 * 300);
}

TEST_F(SoftwareDrawing, ARoundedPanelFadesOutAtItsEdgeAlone) {
    ImDrawData& drawn = frame([](ImDrawList& list) { list.AddRectFilled({10, 20}, {410, 320}, 0xff000000, 8); });
    const double before = covered(drawn).fading;
    EXPECT_NEAR(before, 400 + 300 + 400 + 300, 60);
    cut_out_rectangles(drawn);
    EXPECT_NEAR(covered(drawn).fading, before, 400 + 300) << "half a pixel around";
}

TEST_F(SoftwareDrawing, WhatIsNoRoundedRectangleStaysAsItIs) {
    ImDrawData& drawn = frame([](ImDrawList& list) {
        list.AddCircleFilled({200, 200}, 60, 0xffffffff);
        list.AddTriangleFilled({300, 10}, {400, 10}, {350, 90}, 0xffffffff);
        list.AddRectFilled({500, 100}, {508, 400}, 0xffffffff, 4);
    });
    const Covered before = covered(drawn);
    cut_out_rectangles(drawn);
    EXPECT_NEAR(covered(drawn).all, before.all, 0.5);
    EXPECT_EQ(covered(drawn).in_rectangles, 0);
}

bool inside(const std::vector<ImVec4>& areas, ImVec2 point) {
    return std::any_of(areas.begin(), areas.end(), [&](const ImVec4& area) {
        return point.x >= area.x && point.x < area.z && point.y >= area.y && point.y < area.w;
    });
}

TEST_F(SoftwareDrawing, OnlyWhatMovedIsDrawnAgain) {
    FrameChanges changes;
    const auto playhead_at = [](float x) {
        return [x](ImDrawList& list) {
            list.AddRectFilled({0, 0}, {800, 300}, 0xff808080);
            list.AddRectFilled({x, 400}, {x + 2, 500}, 0xff0000ff);
            list.AddText({20, 550}, 0xffffffff, "Terugblik");
        };
    };
    const auto first = changes.since_last(frame(playhead_at(100)));
    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(first[0].z, 800) << "of the first frame, all";
    EXPECT_TRUE(changes.since_last(frame(playhead_at(100))).empty());

    const auto moved = changes.since_last(frame(playhead_at(300)));
    EXPECT_TRUE(inside(moved, {101, 450})) << "where it was";
    EXPECT_TRUE(inside(moved, {301, 450})) << "where it is";
    EXPECT_FALSE(inside(moved, {200, 450}));
    EXPECT_FALSE(inside(moved, {400, 100}));
    EXPECT_FALSE(inside(moved, {30, 555}));

    changes.forget();
    EXPECT_EQ(changes.since_last(frame(playhead_at(300))).size(), 1u);
}

TEST_F(SoftwareDrawing, WhatComesOrGoesInTheMiddleLeavesTheRest) {
    FrameChanges changes;
    const auto rows = [](bool with_middle) {
        return [with_middle](ImDrawList& list) {
            list.AddRectFilled({10, 10}, {60, 60}, 0xff808080);
            if (with_middle) list.AddRectFilled({10, 110}, {60, 160}, 0xff0000ff);
            list.AddRectFilled({10, 210}, {60, 260}, 0xff808080);
        };
    };
    changes.since_last(frame(rows(false)));
    for (const bool with_middle : {true, false}) {
        const auto changed = changes.since_last(frame(rows(with_middle)));
        EXPECT_TRUE(inside(changed, {30, 130}));
        EXPECT_FALSE(inside(changed, {30, 30}));
        EXPECT_FALSE(inside(changed, {30, 230}));
    }
}

TEST_F(SoftwareDrawing, APictureIsDrawnAgainThoughItLiesWhereItLay) {
    FrameChanges changes;
    int picture = 0;
    const auto draw = [&](ImDrawList& list) {
        list.AddImage(&picture, {100, 100}, {200, 200});
        list.AddRectFilled({400, 100}, {500, 200}, 0xff808080);
    };
    changes.since_last(frame(draw));
    const auto changed = changes.since_last(frame(draw));
    ASSERT_EQ(changed.size(), 1u);
    const auto [left, top, right, bottom] = changed[0];
    EXPECT_EQ((std::array{left, top, right, bottom}), (std::array{100.F, 100.F, 200.F, 200.F})) << "no pixel more";
}

unsigned indices_of(const ImDrawData& frame) {
    unsigned sum = 0;
    for (const ImDrawCmd& command : frame.CmdLists[0]->CmdBuffer) sum += command.ElemCount;
    return sum;
}

bool lets_nothing_through(ImTextureID) {
    return true;
}

bool lets_all_through(ImTextureID) {
    return false;
}

TEST_F(SoftwareDrawing, OneAreaAloneHoldsWhatTouchesItAndTheFrameIsWholeAgain) {
    ImDrawData& drawn = frame([](ImDrawList& list) {
        list.AddRectFilled({0, 0}, {50, 50}, 0xffffffff);
        list.AddRectFilled({100, 0}, {150, 50}, 0xffffffff);
    });
    const unsigned whole = indices_of(drawn);
    {
        const OnlyInside only(drawn, {140, 10, 160, 20}, lets_all_through);
        EXPECT_EQ(indices_of(drawn), 6u);
        EXPECT_EQ(drawn.CmdLists[0]->CmdBuffer[0].ClipRect.x, 140);
        EXPECT_FALSE(only.is_filled());
    }
    EXPECT_EQ(indices_of(drawn), whole);
    EXPECT_NEAR(covered(drawn).all, 5000, 1);
}

TEST_F(SoftwareDrawing, WhatLiesBehindAPictureIsNotDrawn) {
    int picture = 0;
    ImDrawData& drawn = frame([&](ImDrawList& list) {
        list.AddRectFilled({0, 0}, {800, 600}, 0xffffffff);
        list.AddRectFilled({90, 90}, {210, 210}, 0xff000000, 8);
        list.AddImage(&picture, {100, 100}, {200, 200});
        list.AddRectFilled({110, 110}, {120, 120}, 0xff0000ff);
    });
    cut_out_rectangles(drawn);
    {
        const OnlyInside only(drawn, {100, 100, 200, 200}, lets_nothing_through);
        EXPECT_EQ(indices_of(drawn), 12u) << "the picture and what lies on it";
        EXPECT_TRUE(only.is_filled());
    }
    {
        const OnlyInside only(drawn, {105, 130, 195, 150}, lets_all_through);
        EXPECT_EQ(indices_of(drawn), 12u) << "the panel's middle, seen through the picture";
        EXPECT_TRUE(only.is_filled());
    }
    const OnlyInside only(drawn, {95, 100, 200, 200}, lets_nothing_through);
    EXPECT_GT(indices_of(drawn), 18u) << "beside the picture are the panel and what is behind its edge";
    EXPECT_TRUE(only.is_filled());
}

TEST_F(SoftwareDrawing, WhatShinesThroughIsDrawn) {
    ImDrawData& drawn = frame([&](ImDrawList& list) {
        list.AddRectFilled({100, 100}, {200, 200}, 0xffffffff);
        list.AddRectFilled({100, 100}, {200, 200}, 0x80000000);
        list.AddRectFilledMultiColor({100, 100}, {200, 200}, 0xffffffff, 0xffffffff, 0x00ffffff, 0x00ffffff);
        list.AddRectFilled({100.5F, 100}, {200.5F, 200}, 0xff000000);
        list.AddText({100, 100}, 0xffffffff, "T");
    });
    const OnlyInside only(drawn, {101, 101, 105, 105}, lets_nothing_through);
    EXPECT_EQ(indices_of(drawn), 4 * 6u + 6u);
}

// Frame upon frame of changes must leave the same pixels as drawing the last frame whole.
TEST_F(CodeScreen, WhatWasDrawnBitByBitLooksLikeTheWhole) {
    open_coding({});
    support::Driver& d = *driver_;
    Window& screen = d.application().window();
    screen.keep_pixels(true);
    const auto expect_same = [&](const char* when) {
        d.application().draw_again();
        d.turns(40);  // what fades in has come
        const Window::Pixels by_bits = screen.pixels();
        screen.draw_all_again();
        d.application().draw_again();
        d.turns(6);
        const Window::Pixels whole = screen.pixels();
        ASSERT_EQ(by_bits.rgb.size(), whole.rgb.size());
        std::size_t others = 0;
        for (std::size_t i = 0; i < whole.rgb.size(); i += 3)
            others += std::equal(&whole.rgb[i], &whole.rgb[i] + 3, &by_bits.rgb[i]) ? 0U : 1U;
        EXPECT_EQ(others, 0u) << when;
    };
    ImGui::GetIO().ConfigInputTextCursorBlink = false;
    expect_same("opened");
    for (const char* key : {"q", "Right", "y", "Right", "w"}) d.press(key);
    expect_same("three codes");
    d.point_at("Affirmation");
    expect_same("a button pointed at");
    d.press("Return");
    d.type("a note");
    expect_same("a note being typed");
    d.press("Return");
    d.press("Escape");
    d.press("F1");
    expect_same("the keys shown");
    d.press("Escape");
    d.press("ctrl+z");
    expect_same("undone");
}

}  // namespace
}  // namespace app
