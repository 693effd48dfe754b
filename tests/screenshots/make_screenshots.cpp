// Makes the pictures in docs/images: the real window on a copy of the demo library, in both languages.
//   make_screenshots DEMO_LIBRARY FOLDER [WIDTH HEIGHT]      (needs a display; scripts/screenshots gives one)
#include "app/arrival_desk.h"
#include "app/driver.h"
#include "app/send_desk.h"
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

struct Pictures {
    std::string folder;
    int width = 1440;
    int height = 900;
};

// As a colleague might have coded it: a little later, some codes not at all, and one behaviour heard as another.
codes::Coding second_coder(codes::Coding coding) {
    constexpr std::size_t kLeftOut = 7;
    coding.id = base::make_id();
    coding.coder = "Marit";
    coding.created = base::now();
    coding.feedback = {};
    std::vector<codes::Event> events;
    for (std::size_t i = 0; i < coding.events.size(); ++i) {
        if (i % kLeftOut == kLeftOut - 1) continue;
        codes::Event event = coding.events[i];
        event.id = base::make_id();
        event.at = event.at + base::milliseconds(i % 3 == 0 ? 1'500 : 300);
        if (event.end) event.end = std::max(*event.end, event.at);
        if (i % 4 == 1 && event.code == "simple_reflection") event.code = "complex_reflection";
        if (i % 5 == 2 && event.code == "open_question") event.code = "closed_question";
        events.push_back(event);
    }
    std::stable_sort(events.begin(), events.end(), codes::earlier);
    coding.events = events;
    return coding;
}

class Camera {
public:
    Camera(library::Library& library, const Pictures& pictures, Language language)
        : driver_(library, {.width = pictures.width, .height = pictures.height, .files = {}}),
          folder_(pictures.folder),
          language_(language) {}

    void take_all() {
        driver_.until([] { return false; }, std::chrono::seconds(3));  // the thumbnails come one by one
        take("library");
        open(driver_, conversation_in(language_, driver_.model()));
        take_one_pass();
        take_utterances();
        take_tab(_("Transcript"), "transcript");
        take_tab(_("What came next"), "next");
        take_report();
        take_packages();
        take_team();
        take_agreement();
        take_gold_and_drift();
        take_ratings();
        take_editor();
    }

private:
    const app::OpenConversationState& opened() { return *driver_.model().open; }
    void apply(const app::Action& action) { driver_.application().controller().apply(action); }
    void take(const char* state) { driver_.screenshot(fmt::format("{}/{}-{}.png", folder_, state, code(language_))); }
    void take_tab(const char* tab, const char* state) {
        need(driver_.click(tab), tab);
        driver_.turns(10);
        take(state);
    }

    void take_one_pass() {
        show(driver_, event_to_show(opened()));
        take("coding");
        show(driver_, event_to_write_on(opened()));
        driver_.press("Return");
        need(driver_.until([&] { return bool(opened().note_on); }), "the note");
        driver_.type(language_ == Language::Dutch ? "Hier gaat het over wat belangrijk is."
                                                  : "This is about what matters.");
        take("note");
        driver_.press("Escape");
    }

    void take_utterances() {
        apply(app::ChooseStyle{app::CodingStyle::Parse});
        apply(app::TakeOverTurns{});
        need(!opened().coding.utterances.empty(), "utterances");
        apply(app::DismissMessage{});
        driver_.turns(10);
        take("parse");
        apply(app::ChooseStyle{app::CodingStyle::OnePass});
    }

    void take_report() {
        driver_.press("F4");
        need(driver_.until([&] { return driver_.sees("page 1"); }), "the page");
        driver_.turns(10);
        take("report");
        driver_.press("F3");
    }

    // Sent to the trainee, as far as the last look; then what somebody sent from elsewhere is opened.
    void take_packages() {
        library::Library& library = driver_.model().library;
        const std::string trainee = opened().conversation.trainee;
        const packages::OwnKeys theirs = packages::new_keys();
        library::Person known = packages::person_of(theirs.card(trainee), trainee);
        known.compared = base::now();
        library.people().add(known);
        library.people().add(packages::person_of(packages::new_keys().card("Marit"), {}));
        apply(app::ShowSending{opened().conversation.id});
        need(driver_.until([&] { return driver_.sees(trainee); }), "the trainee");
        driver_.turns(10);
        take("send");
        app::SendChoice choice = driver_.model().sending->choice;
        choice.names = opened().conversation.title;
        apply(app::ChangeSending{choice});
        apply(app::LookOnceMore{});
        driver_.turns(10);
        take("last-look");
        apply(app::ShowSending{});
        take_arrival(theirs);
    }

    void take_arrival(const packages::OwnKeys& theirs) {
        library::Library& library = driver_.model().library;
        const packages::OwnKeys own = packages::own_keys(base::data_folder());
        library::Person self = packages::person_of(own.card("Coach"), {});
        self.compared = base::now();
        const packages::Readers readers{{self}, {}};
        packages::Choice choice;
        choice.conversation = opened().conversation.id;
        choice.media = library::PackedMedia::None;
        const support::TemporaryFolder folder;
        const std::string path = folder.file("review-2026-11-22.terugblik-review");
        std::atomic<float> fraction{0};
        packages::seal(theirs, readers,
                       packages::prepare(library, theirs, opened().conversation.trainee, readers, choice, base::now()),
                       path, base::Progress({}, fraction));
        apply(app::OpenPackage{path});
        const auto is_ready = [&] { return driver_.model().arrival->stage == app::ArrivalStage::Ready; };
        need(driver_.until(is_ready), "the package");
        driver_.turns(10);
        take("arrival");
        apply(app::LeavePackage{});
    }

    void reopen(const base::Id& coding) {
        apply(app::OpenCoding{coding});
        need(driver_.until([&] { return opened().player && opened().player->picture() != nullptr; }), "the picture");
    }

    void take_agreement() {
        driver_.model().library.add(second_coder(opened().coding));
        reopen(opened().coding.id);
        apply(app::GoTo{app::Screen::Agreement});
        need(driver_.until([&] { return driver_.sees("curve of kappa"); }), "the curve");
        driver_.turns(10);
        take("agreement");
        driver_.press("ctrl+Tab");
        need(driver_.until([&] { return driver_.sees("difference 1"); }), "the differences");
        driver_.press("ctrl+Return");
        driver_.press("1");
        driver_.until([] { return false; }, std::chrono::seconds(2));
        take("differences");
        apply(app::CloseMoments{});
    }

    // The first coding becomes gold; then the same conversation is coded again, as it was coded the first time.
    void take_gold_and_drift() {
        const base::Id first = driver_.model().agreement->first.id, second = driver_.model().agreement->second.id;
        reopen(first);
        apply(app::MarkPurpose{codes::Purpose::Gold});
        apply(app::GoTo{app::Screen::Agreement});
        apply(app::CompareCodings{first, second, base::seconds(2)});
        driver_.application().ui().agreement.tab = app::AgreementTab::Gold;
        need(driver_.until([&] { return driver_.sees("certificate page 1"); }), "the page");
        driver_.turns(10);
        take("gold");
        apply(app::BeginRecoding{first});
        need(driver_.until([&] { return opened().player && opened().player->picture() != nullptr; }), "the picture");
        apply(app::DismissMessage{});
        for (codes::Event event : second_coder(*driver_.model().library.coding(first)).events)
            apply(app::Edit{codes::edits::added(event)});
        driver_.application().ui().agreement.tab = app::AgreementTab::Numbers;
        apply(app::GoTo{app::Screen::Agreement});
        driver_.turns(10);
        take("silent");
        apply(app::EndRecoding{library::RecodingState::Done});
        apply(app::GoTo{app::Screen::Agreement});
        driver_.application().ui().agreement.tab = app::AgreementTab::Drift;
        driver_.application().draw_again();
        need(driver_.until([&] { return driver_.sees("chart by quarter"); }), "the quarters");
        driver_.turns(10);
        take("drift");
        reopen(first);
    }

    void take_team() {
        apply(app::GoTo{app::Screen::Team});
        driver_.turns(20);
        take("team");
    }

    // The coding by MITI that the codes of the first one make, as far as they are the same behaviour.
    void code_by_miti() {
        const std::map<std::string, std::string> same = {{"open_question", "q"},
                                                         {"closed_question", "q"},
                                                         {"simple_reflection", "sr"},
                                                         {"complex_reflection", "cr"},
                                                         {"affirmation", "af"},
                                                         {"asking_permission", "seek"},
                                                         {"giving_information", "gi"},
                                                         {"emphasizing_autonomy", "emphasize"},
                                                         {"advice_without_permission", "persuade"},
                                                         {"advice_with_permission", "persuade_with"}};
        const std::vector<codes::Event> events = opened().coding.events;
        apply(app::NewCoding{opened().conversation.id, "miti-4.2.1", opened().coding.coder});
        need(driver_.until([&] { return opened().player && opened().player->is_open(); }), "the coding by MITI");
        for (const codes::Event& event : events) {
            const auto found = same.find(event.code);
            if (found == same.end()) continue;
            apply(app::SeekTo{event.at});
            apply(app::DropCode{found->second, media::Clock::now()});
        }
    }

    void take_ratings() {
        code_by_miti();
        const auto tie = [&](const char* rating, int value, const char* code_of_evidence) {
            apply(app::Rate{rating, value});
            std::vector<base::Id> evidence;
            for (const codes::Event& event : opened().coding.events)
                if (event.code == code_of_evidence && evidence.size() < 3) evidence.push_back(event.id);
            apply(app::SelectEvents{evidence});
            apply(app::TieEvidence{rating});
        };
        tie("empathy", 4, "cr");
        tie("partnership", 2, "persuade");
        apply(app::SelectEvents{});
        take_tab(_("Ratings"), "ratings");
    }

    void take_editor() {
        apply(app::GoTo{app::Screen::Codebooks});
        apply(app::BeginDraft{"miti-4.2.1", app::DraftKind::Copy});
        take_tab(_("Measures"), "codebook");
    }

    support::Driver driver_;
    std::string folder_;
    Language language_;
};

void take_all(const std::string& library_file, const Pictures& pictures, Language language) {
    const support::TemporaryFolder copies;
    const std::string copy = copies.file("demo.terugblik");
    std::filesystem::copy_file(library_file, copy);
    library::SqliteLibrary library(copy);
    app::Settings settings = app::read_settings(library);
    settings.language = language;
    if (settings.coder.empty()) settings.coder = "Coach";
    app::write_settings(library, settings);
    Camera(library, pictures, language).take_all();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3 && argc != 5) {
        std::fputs("usage: make_screenshots DEMO_LIBRARY FOLDER [WIDTH HEIGHT]\n", stderr);
        return 2;
    }
    try {
        Pictures pictures{.folder = argv[2]};
        if (argc == 5) {
            pictures.width = std::stoi(argv[3]);
            pictures.height = std::stoi(argv[4]);
        }
        base::open_catalogues(base::catalogue_folder());
        for (const Language language : {Language::English, Language::Dutch}) take_all(argv[1], pictures, language);
    } catch (const std::exception& error) {
        fmt::print(stderr, "make_screenshots: {}\n", error.what());
        return 1;
    }
    return 0;
}
