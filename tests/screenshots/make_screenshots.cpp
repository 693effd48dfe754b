// Makes the pictures in docs/images: the real window on a copy of the demo library, in both languages.
//   make_screenshots DEMO_LIBRARY FOLDER          (needs a display; scripts/screenshots gives one)
#include "app/driver.h"
#include "app/settings.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "library/sqlite_library.h"
#include "support/shared_data.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>

namespace {

using base::Language;
using support::Driver;

void need(bool holds, const char* what) {
    if (!holds) throw std::runtime_error(std::string("waited in vain for ") + what);
}

const library::Conversation& conversation_in(Language language, const app::Model& model) {
    const auto in_language = [&](const app::ConversationCard& card) {
        return card.conversation.language == code(language) && !card.codings.empty();
    };
    const auto found = std::find_if(model.cards.begin(), model.cards.end(), in_language);
    need(found != model.cards.end(), "a coded conversation in this language");
    return found->conversation;
}

void open(Driver& driver, const library::Conversation& conversation) {
    driver.application().controller().apply(app::OpenConversation{conversation.id});
    const auto is_there = [&] {
        const auto& open = driver.model().open;
        return open && open->player && open->player->picture() != nullptr && open->waveform.channels() > 0;
    };
    need(driver.until(is_there), "the picture and the waveform");
}

// A moment with a note, well inside the conversation.
codes::Event event_to_show(const app::OpenConversationState& open) {
    const auto& events = open.coding.events;
    need(!events.empty(), "events");
    const auto noted = std::find_if(events.begin() + static_cast<std::ptrdiff_t>(events.size() / 3), events.end(),
                                    [](const codes::Event& event) { return !event.note.empty(); });
    return noted == events.end() ? events[events.size() / 2] : *noted;
}

// One in the same half of the conversation that has no note yet.
codes::Event event_to_write_on(const app::OpenConversationState& open) {
    const auto& events = open.coding.events;
    const auto silent = std::find_if(events.begin() + static_cast<std::ptrdiff_t>(events.size() / 2), events.end(),
                                     [](const codes::Event& event) { return event.note.empty(); });
    return silent == events.end() ? events.back() : *silent;
}

void show(Driver& driver, const codes::Event& event) {
    driver.application().controller().apply(app::SeekTo{event.at});
    driver.application().controller().apply(app::SelectEvents{{event.id}});
    need(driver.until([&] { return !driver.model().open->player->is_seeking(); }), "the picture at that moment");
}

void take_all(const std::string& library_file, const std::string& folder, Language language) {
    const support::TemporaryFolder copies;
    const std::string copy = copies.file("demo.terugblik");
    std::filesystem::copy_file(library_file, copy);
    library::SqliteLibrary library(copy);
    app::Settings settings = app::read_settings(library);
    settings.language = language;
    if (settings.coder.empty()) settings.coder = "Coach";
    app::write_settings(library, settings);
    const auto file = [&](const char* state) { return fmt::format("{}/{}-{}.png", folder, state, code(language)); };

    Driver driver(library);
    driver.until([] { return false; }, std::chrono::seconds(3));  // the thumbnails come one by one
    driver.screenshot(file("library"));

    open(driver, conversation_in(language, driver.model()));
    const codes::Event event = event_to_show(*driver.model().open);
    show(driver, event);
    driver.screenshot(file("coding"));

    show(driver, event_to_write_on(*driver.model().open));
    driver.press("Return");
    need(driver.until([&] { return bool(driver.model().open->note_on); }), "the note");
    driver.type(language == Language::Dutch ? "Hier gaat het over wat belangrijk is." : "This is about what matters.");
    driver.screenshot(file("note"));
    driver.press("Escape");

    driver.press("F4");
    need(driver.until([&] { return driver.sees("page 1"); }), "the page");
    driver.turns(10);
    driver.screenshot(file("report"));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: make_screenshots DEMO_LIBRARY FOLDER\n", stderr);
        return 2;
    }
    try {
        base::open_catalogues(base::catalogue_folder());
        for (const Language language : {Language::English, Language::Dutch}) take_all(argv[1], argv[2], language);
    } catch (const std::exception& error) {
        fmt::print(stderr, "make_screenshots: {}\n", error.what());
        return 1;
    }
    return 0;
}
