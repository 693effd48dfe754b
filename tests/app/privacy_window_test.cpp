// Consent, keeping, seeing and erasing by pointer and keyboard, in the real window.
#include "app/widgets.h"
#include "app/window_test.h"
#include "base/day.h"
#include "support/test_clip.h"

namespace {

using support::Driver;

class PrivacyWindow : public support::WindowTest {
protected:
    base::Id add(const std::string& title, library::Kind kind, base::Timestamp created = base::now()) {
        library::Conversation conversation;
        conversation.id = base::make_id();
        conversation.title = title;
        conversation.kind = kind;
        conversation.created = created;
        library_.add(conversation);
        return conversation.id;
    }
};

TEST_F(PrivacyWindow, ConsentIsWrittenDownAndUndone) {
    const base::Id talk = add("Talk", library::Kind::Real);
    Driver& driver = open_window();
    ASSERT_TRUE(driver.until([&] { return driver.sees("Talk"); }));
    driver.press("ctrl+p");
    ASSERT_TRUE(driver.until([&] { return driver.sees("Given by"); }));
    EXPECT_FALSE(driver.model().privacy.why_not.empty());
    driver.click("Given by");
    driver.type("the client");
    driver.click("Write it down");
    ASSERT_TRUE(driver.until([&] { return library_.consents().of(talk).has_value(); }));
    EXPECT_EQ(library_.consents().of(talk)->who, "the client");
    EXPECT_TRUE(driver.model().privacy.why_not.empty());
    driver.press("Escape");
    ASSERT_TRUE(driver.until([&] { return !driver.sees("Given by"); }));
    driver.click("Undo");
    EXPECT_TRUE(driver.until([&] { return !library_.consents().of(talk).has_value(); }));
}

TEST_F(PrivacyWindow, NothingIsErasedBeforeTheWordIsTyped) {
    const base::Id talk = add("Talk", library::Kind::Practice);
    add("Other", library::Kind::Practice, {base::now().milliseconds - 1000});
    Driver& driver = open_window();
    ASSERT_TRUE(driver.until([&] { return driver.sees("Talk"); }));
    driver.click("Talk");
    driver.press("ctrl+p");
    ASSERT_TRUE(driver.until([&] { return driver.sees("Erase"); }));
    driver.click("Erase");
    ASSERT_TRUE(driver.until([&] { return driver.sees("Because consent was withdrawn"); }));
    EXPECT_FALSE(driver.sees("Erase for good"));
    driver.click("Because consent was withdrawn");
    driver.click("Type “erase” to confirm");
    driver.type("erase");
    ASSERT_TRUE(driver.until([&] { return driver.sees("Erase for good"); }));
    driver.click("Erase for good");
    ASSERT_TRUE(driver.until([&] { return !library_.conversation(talk).has_value(); }));
    EXPECT_EQ(library_.conversations().size(), 1u);
    ASSERT_EQ(library_.erasures().tombstones().size(), 1u);
    EXPECT_EQ(library_.erasures().tombstones()[0].reason, library::ErasureReason::Withdrawn);
    EXPECT_TRUE(driver.until([&] { return !driver.sees("Type “erase” to confirm"); }));
}

TEST_F(PrivacyWindow, WhatIsKeptTooLongIsSaidAndShown) {
    add("New", library::Kind::Practice);
    add("Old", library::Kind::Practice, base::parse_iso8601("2025-01-01T12:00:00").value());
    Driver& driver = open_window();
    ASSERT_TRUE(driver.until([&] { return driver.sees("Show them"); }));
    driver.click("Show them");
    ASSERT_TRUE(driver.until([&] { return driver.sees("Show all"); }));
    EXPECT_TRUE(driver.until([&] { return !driver.sees("New"); }));
    driver.click("Old");
    driver.press("ctrl+p");
    ASSERT_TRUE(driver.until([&] { return driver.sees("How long"); }));
    driver.click("How long");
    ASSERT_TRUE(driver.until([&] { return driver.sees("Keep it until, that day included"); }));
    driver.click("Keep it until, that day included");
    driver.press("ctrl+a");
    driver.type(base::days_after(base::day_of(base::now()), 10));
    driver.click("Keep until then");
    EXPECT_TRUE(driver.until([&] { return !driver.model().cards.back().is_kept_too_long; }));
}

}  // namespace
