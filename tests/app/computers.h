// People at computers of their own, each with a library and keys, in the real window; and what a test does there.
#pragma once

#include "app/arrival_desk.h"
#include "app/driver.h"
#include "app/send_desk.h"
#include "app/settings.h"
#include "library/sqlite_library.h"
#include "packages/things.h"
#include "support/shared_data.h"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <imgui.h>
#include <memory>
#include <string>

namespace support {

// Somebody's computer. Only one of them is in use at a time.
class Computer {
public:
    Computer() : library_(std::make_unique<library::SqliteLibrary>(folder_.file("library.terugblik"))) {}

    library::Library& library() { return *library_; }
    std::string file(const std::string& name) const { return folder_.file(name); }
    void be(const std::string& name) {
        app::Settings settings = app::read_settings(*library_);
        settings.coder = name;
        app::write_settings(*library_, settings);
    }
    Driver& sit_down() {
        setenv("XDG_DATA_HOME", folder_.path().c_str(), 1);
        setenv("XDG_CACHE_HOME", folder_.path().c_str(), 1);
        DriverOptions options;
        options.media_folder = packages::media_folder_of(library_->path());
        driver_ = std::make_unique<Driver>(*library_, options);
        return *driver_;
    }
    Driver& driver() { return *driver_; }
    void leave() { driver_.reset(); }

    // All that travels of a conversation, in one text.
    std::string content(const base::Id& talk) {
        std::string text;
        for (const packages::Kind& kind : packages::kinds())
            for (const packages::Thing& thing :
                 kind.of(*library_, {talk, packages::codings_to_send(*library_, talk), {}}))
                text += std::string(kind.name) + " " + thing.id + " " + thing.json + "\n";
        return text;
    }

private:
    TemporaryFolder folder_;
    std::unique_ptr<library::SqliteLibrary> library_;
    std::unique_ptr<Driver> driver_;
};

class ComputersTest : public ::testing::Test {
protected:
    void SetUp() override {
        if (!Driver::has_display()) GTEST_SKIP() << "there is no display";
    }

    static bool stands(Driver& d, app::SendStage stage) {
        if (!d.until([&] { return d.model().sending && d.model().sending->stage == stage; })) return false;
        d.turns(8);
        return true;
    }
    static bool stands(Driver& d, app::ArrivalStage stage) {
        if (!d.until([&] { return d.model().arrival && d.model().arrival->stage == stage; })) return false;
        d.turns(8);
        return true;
    }
    static void paste(Driver& d, const std::string& field, const std::string& text) {
        ImGui::SetClipboardText(text.c_str());
        ASSERT_TRUE(d.click(field));
        d.turns();
        d.press("ctrl+v");
        d.turns();
    }
    static std::string copied_card(Driver& d) {
        EXPECT_TRUE(d.click("Copy my card"));
        d.turns();
        return ImGui::GetClipboardText();
    }
    static void add_and_compare(Driver& d, const std::string& card) {
        paste(d, "Somebody else: paste their card", card);
        ASSERT_TRUE(d.click("Add"));
        ASSERT_TRUE(d.click("Compare the words"));
        ASSERT_TRUE(d.click("They are the same"));
        ASSERT_TRUE(d.until([&] { return d.model().library.people().all().front().compared.has_value(); }));
    }
    // From the choices to the file; Enter goes on.
    static void write(Driver& d, const std::string& path) {
        ASSERT_TRUE(d.click("A last look"));
        ASSERT_TRUE(stands(d, app::SendStage::LastLook));
        d.turns(6);
        d.press("Return");
        d.turns(6);
        d.press("ctrl+a");
        d.type(path);
        d.press("Return");
        ASSERT_TRUE(stands(d, app::SendStage::Written));
        ASSERT_TRUE(std::filesystem::exists(path));
        d.turns(6);
        d.press("Escape");
        ASSERT_TRUE(d.until([&] { return !d.model().sending; }));
    }
    static void open_conversation(Driver& d) {
        ASSERT_TRUE(
            d.until([&] { return d.model().open && d.model().open->player && d.model().open->player->is_open(); }));
    }
    static void go_to(Driver& d, double seconds) {
        d.application().controller().apply(app::SeekTo{base::seconds(seconds)});
        ASSERT_TRUE(d.until([&] { return !d.model().open->player->is_seeking(); }));
    }

    Computer coach_;
};

}  // namespace support
