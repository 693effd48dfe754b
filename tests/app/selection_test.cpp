// Which codes are selected after a click with Shift or Ctrl, as in any list.
#include "app/views/code_panels.h"

#include <gtest/gtest.h>
#include <imgui.h>

namespace app {
namespace {

class Selection : public testing::Test {
protected:
    Selection() : context_(ImGui::CreateContext()) {
        for (int i = 0; i < 5; ++i) {
            codes::Event event;
            event.id = base::make_id();
            event.at = base::seconds(i);
            open_.coding.events.push_back(event);
        }
    }
    ~Selection() override { ImGui::DestroyContext(context_); }

    base::Id id(std::size_t place) const { return open_.coding.events[place].id; }
    std::vector<base::Id> ids(std::size_t from, std::size_t to) const {
        std::vector<base::Id> all;
        for (std::size_t i = from; i <= to; ++i) all.push_back(id(i));
        return all;
    }

    ImGuiContext* context_;
    OpenConversationState open_;
};

TEST_F(Selection, ShiftTakesAllBetweenWhicheverCameFirst) {
    ImGui::GetIO().KeyShift = true;
    EXPECT_EQ(clicked_selection(open_, id(3), id(1)), ids(1, 3));
    EXPECT_EQ(clicked_selection(open_, id(0), id(2)), ids(0, 2));
    EXPECT_EQ(clicked_selection(open_, id(4), base::Id{}), ids(4, 4)) << "nothing was clicked before";
    EXPECT_EQ(clicked_selection(open_, id(4), base::make_id()), ids(4, 4)) << "that code is gone";
}

TEST_F(Selection, CtrlAddsAndTakesAway) {
    ImGui::GetIO().KeyCtrl = true;
    open_.selected = ids(1, 2);
    EXPECT_EQ(clicked_selection(open_, id(3), id(2)), ids(1, 3));
    EXPECT_EQ(clicked_selection(open_, id(2), id(2)), ids(1, 1));
}

}  // namespace
}  // namespace app
