// How the library behaves at size, for docs/benchmarks.md: makes libraries of so many conversations, each with 500
// codes and a transcript, and times what a person waits for.
//   library_bench FOLDER OUT.md COUNT...
#include "analysis/trend.h"
#include "app/controller.h"
#include "app/trend_data.h"
#include "app/views/library_parts.h"
#include "library/sqlite_library.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <random>

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kEvents = 500;
constexpr int kTurns = 100;
constexpr int kPeople = 200;
constexpr int kAtOnce = 100;  // conversations a transaction

// The middle of five, in milliseconds.
double milliseconds(const std::function<void()>& work) {
    std::vector<double> times;
    for (int round = 0; round < 5; ++round) {
        const auto from = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - from).count());
    }
    std::sort(times.begin(), times.end());
    return times[2];
}

class Generator {
public:
    explicit Generator(const codes::Codebook& book) : book_(book) {}

    library::WholeConversation next() {
        library::WholeConversation whole;
        library::Conversation& talk = whole.conversation;
        talk.id = base::make_id();
        talk.trainee = fmt::format("Deelnemer {:03}", below(kPeople));
        talk.title = fmt::format("Gesprek {} over {}", ++count_, below(2) == 0 ? "roken" : "bewegen");
        talk.date = fmt::format("20{:02}-{:02}-{:02}", 20 + below(6), 1 + below(12), 1 + below(28));
        talk.language = "nl";
        talk.created.milliseconds = 1'700'000'000'000 + count_;
        for (int at = 0; at < kTurns; ++at)
            whole.turns.push_back({{base::seconds(at * 12), base::seconds(at * 12 + 9)},
                                   at % 2 == 0 ? "A" : "B",
                                   at % 2 == 0 ? talk::Role::Professional : talk::Role::Client,
                                   fmt::format("zin nummer {} van dit gesprek", below(1000))});
        whole.codings.push_back(coding(talk.id));
        return whole;
    }

private:
    codes::Coding coding(const base::Id& conversation) {
        codes::Coding made;
        made.id = base::make_id();
        made.conversation = conversation;
        made.codebook_key = book_.key;
        made.codebook_version = book_.version;
        made.coder = fmt::format("Coach {}", below(8));
        made.created.milliseconds = 1'700'000'000'000 + count_;
        for (int at = 0; at < kEvents; ++at) {
            codes::Event event;
            event.id = base::make_id();
            event.at = base::seconds(at * 2.4);
            const codes::Code& code =
                book_.codes[static_cast<std::size_t>(below(static_cast<int>(book_.codes.size())))];
            event.code = code.key;
            event.speaker = code.side;
            made.events.push_back(event);
        }
        return made;
    }
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

    const codes::Codebook& book_;
    std::mt19937 random_{20261122};
    int count_ = 0;
};

void make_library(const std::string& path, int conversations) {
    const codes::Codebook book = codes::shipped_codebooks().at(0);
    library::SqliteLibrary library(path);
    library.store_codebook(book);
    Generator generator(book);
    for (int made = 0; made < conversations;) {
        std::vector<library::WholeConversation> batch;
        for (; made < conversations && batch.size() < kAtOnce; ++made) batch.push_back(generator.next());
        library.add(batch);
    }
}

struct Figures {
    int conversations = 0;
    double size_mb = 0, open = 0, cards = 0, trend = 0, person = 0, compare = 0, filter = 0, edit = 0;
};

void time_trends(Figures& figures, library::Library& library) {
    const codes::Codebook book = library.codebooks().at(0);
    const std::string measure = "pct_change_talk";
    const auto everyone = [](const codes::CountedCoding&) { return true; };
    figures.trend = milliseconds([&] { app::trend_data(library, book).trend(measure, everyone); });
    figures.compare = milliseconds([&] {
        const app::TrendData data = app::trend_data(library, book);
        const auto people = data.trend(measure, everyone);
        const auto [before, after] = analysis::around(people, "2023-01-01");
        analysis::difference(data.counted, before, after);
    });
    const app::TrendData data = app::trend_data(library, book);
    figures.person = milliseconds([&] { data.trend(measure, everyone); });
}

void time_filter(Figures& figures, library::Library& library) {
    media::NoAudioSink sink;
    app::Model model{.library = library};
    app::Controller controller(model, {sink, [] {}, [](const app::FileRequest&) {}});
    figures.cards = milliseconds([&] {
        controller.apply(app::GoTo{app::Screen::Settings});
        controller.apply(app::GoTo{app::Screen::Library});
    });
    app::LibraryState state;
    app::update_shown(model, state);
    const std::vector<std::string> typed = {"r", "ro", "rok", "roke", "roken"};
    std::size_t letter = 0;
    figures.filter = milliseconds([&] {
        state.search = typed[letter++ % typed.size()];
        app::update_shown(model, state);
    });
}

// One code more, durable: most of it is the disk.
void time_edit(Figures& figures, library::Library& library) {
    const base::Id coding = library.all_codings().front().id;
    figures.edit = milliseconds([&] {
        codes::Event event;
        event.id = base::make_id();
        event.code = "open_question";
        library.apply(coding, codes::edits::added(event));
    });
}

Figures measured(const std::string& folder, int conversations) {
    const std::string path = fmt::format("{}/{}.terugblik", folder, conversations);
    if (!std::filesystem::exists(path)) make_library(path, conversations);
    Figures figures{.conversations = conversations};
    figures.size_mb = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
    { const library::SqliteLibrary today(path); }  // today's backup is made once, not at each opening
    figures.open = milliseconds([&] { const library::SqliteLibrary library(path); });
    library::SqliteLibrary library(path);
    time_trends(figures, library);
    time_filter(figures, library);
    time_edit(figures, library);
    return figures;
}

// A bar as long as the time, against what is allowed: "████····".
std::string bar(double time, double allowed) {
    const int full = std::clamp(static_cast<int>(10 * time / allowed + 0.5), 0, 20);
    std::string drawn;
    for (int at = 0; at < std::max(10, full); ++at) drawn += at < full ? "█" : "·";
    return drawn;
}

void write(const std::vector<Figures>& all, const std::string& path) {
    std::ofstream out(path);
    out << "| conversations × " << kEvents << " codes | file | open | trend, everyone | comparison | another measure | "
        << "cards | a letter in the search | one code more |\n|---|---|---|---|---|---|---|---|---|\n";
    for (const Figures& f : all)
        out << fmt::format(
            "| {} | {:.0f} MB | {:.0f} ms | {:.1f} ms | {:.1f} ms | {:.1f} ms | {:.0f} ms | {:.1f} ms | {:.1f} ms |\n",
            f.conversations, f.size_mb, f.open, f.trend, f.compare, f.person, f.cards, f.filter, f.edit);
    out << "\nEach bar reaches its dots' end where the time allowed is used up: 1 s to open, 50 ms for a comparison, "
           "16 ms "
           "for a letter.\n\n```\n";
    for (const Figures& f : all)
        out << fmt::format("{:>6}  open {}  comparison {}  letter {}\n", f.conversations, bar(f.open, 1000),
                           bar(f.compare, 50), bar(f.filter, 16));
    out << "```\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    try {
        std::filesystem::create_directories(argv[1]);
        std::vector<Figures> all;
        for (int at = 3; at < argc; ++at) {
            all.push_back(measured(argv[1], std::stoi(argv[at])));
            std::printf(
                "%d: open %.0f ms, trend %.1f, compare %.1f, measure %.1f, cards %.0f, filter %.1f, edit %.1f\n",
                all.back().conversations, all.back().open, all.back().trend, all.back().compare, all.back().person,
                all.back().cards, all.back().filter, all.back().edit);
        }
        write(all, argv[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "library_bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
