// How the library behaves at size: makes libraries of so many conversations, each with 500 codes and a transcript,
// times what a person waits for, and writes OUT.md and a drawing beside it.
//   library_bench FOLDER OUT.md COUNT...
#include "analysis/trend.h"
#include "app/controller.h"
#include "app/trend_data.h"
#include "app/views/library_parts.h"
#include "library/sqlite_library.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <random>
#include <stdexcept>

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
    double size_mb = 0, open = 0, cards = 0, trend = 0, measure = 0, compare = 0, compare_shown = 0, filter = 0,
           edit = 0;
    double by_events = 0;  // the counts behind a trend, as SQLite's own shell has them from the events
};

void time_trends(Figures& figures, library::Library& library) {
    const codes::Codebook book = library.codebooks().at(0);
    const std::string measure = "pct_change_talk";
    const auto everyone = [](const codes::CountedCoding&) { return true; };
    const auto compare = [&](const app::TrendData& data, const std::vector<analysis::PersonTrend>& people) {
        const auto [before, after] = analysis::around(people, "2023-01-01");
        analysis::difference(data.counted, before, after);
    };
    figures.trend = milliseconds([&] { app::trend_data(library, book).trend(measure, everyone); });
    figures.compare = milliseconds([&] {
        const app::TrendData data = app::trend_data(library, book);
        compare(data, data.trend(measure, everyone));
    });
    const app::TrendData data = app::trend_data(library, book);
    figures.measure = milliseconds([&] { data.trend(measure, everyone); });
    const auto people = data.trend(measure, everyone);
    figures.compare_shown = milliseconds([&] { compare(data, people); });
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

double time_by_events(const std::string& path) {
    const std::string command =
        "sqlite3 '" + path + "' 'SELECT coding, code, COUNT(*) FROM event GROUP BY coding, code' > /dev/null";
    return milliseconds([&] {
        if (std::system(command.c_str()) != 0) throw std::runtime_error("sqlite3 is not there");
    });
}

Figures measured(const std::string& folder, int conversations) {
    const std::string path = fmt::format("{}/{}.terugblik", folder, conversations);
    if (!std::filesystem::exists(path)) make_library(path, conversations);
    Figures figures{.conversations = conversations};
    figures.size_mb = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
    { const library::SqliteLibrary today(path); }  // today's backup is made once, not at each opening
    figures.open = milliseconds([&] { const library::SqliteLibrary library(path); });
    figures.by_events = time_by_events(path);
    library::SqliteLibrary library(path);
    time_trends(figures, library);
    time_filter(figures, library);
    time_edit(figures, library);
    return figures;
}

// Both axes by powers of ten: 100 to 10 000 conversations, 0.01 ms to 1 s.
double x_of(double conversations) {
    return 70 + 240 * (std::log10(conversations) - 2);
}
double y_of(double time) {
    return 280 - 50 * (std::log10(std::max(time, 0.01)) + 2);
}

std::string line_of(const std::vector<Figures>& all, double Figures::*what, double allowed, const char* colour,
                    const char* name) {
    std::string points;
    for (const Figures& f : all) points += fmt::format("{:.0f},{:.0f} ", x_of(f.conversations), y_of(f.*what));
    return fmt::format(
        "<polyline points='{}' fill='none' stroke='{}' stroke-width='2'/>\n"
        "<line x1='70' y1='{:.0f}' x2='550' y2='{:.0f}' stroke='{}' stroke-dasharray='3 4'/>\n"
        "<text x='558' y='{:.0f}' fill='{}'>{}</text>\n",
        points, colour, y_of(allowed), y_of(allowed), colour, y_of(all.back().*what) + 4, colour, name);
}

void draw(const std::vector<Figures>& all, const std::string& path) {
    std::ofstream out(path);
    out << "<svg xmlns='http://www.w3.org/2000/svg' width='760' height='320' font-family='sans-serif' font-size='12'>\n"
           "<rect width='760' height='320' fill='white'/>\n";
    for (const double time : {0.01, 0.1, 1.0, 10.0, 100.0, 1000.0})
        out << fmt::format(
            "<line x1='70' y1='{0:.0f}' x2='550' y2='{0:.0f}' stroke='#ddd'/>"
            "<text x='62' y='{1:.0f}' text-anchor='end'>{2} ms</text>\n",
            y_of(time), y_of(time) + 4, time);
    for (const Figures& f : all)
        out << fmt::format("<text x='{:.0f}' y='300' text-anchor='middle'>{}</text>\n", x_of(f.conversations),
                           f.conversations);
    out << line_of(all, &Figures::open, 1000, "#0072b2", "open (at most 1 s)")
        << line_of(all, &Figures::compare, 50, "#d55e00", "comparison (50 ms)")
        << line_of(all, &Figures::filter, 16, "#009e73", "a letter in the search (16 ms)") << "</svg>\n";
}

void write(const std::vector<Figures>& all, const std::string& path) {
    std::ofstream out(path);
    out << "# A library at size\n\n"
           "Made by `scripts/bench size`: libraries of made-up conversations with "
        << kEvents << " codes and " << kTurns
        << " turns each; the middle of five rounds, in\nmilliseconds. *Trend* and *comparison* are of everyone, from "
           "the library; *another measure* and *comparison again* are\nwhat the Team screen does once it is open. "
           "*From events* is what SQLite's own shell needs for the counts alone.\nOpening looks through the file for "
           "half a second at most; `check` goes through all of it.\n\n"
        << "| conversations | file, MB | open | trend | comparison | another measure | comparison again | Library "
           "screen | a letter in the search | one code more | from events | trend / from events |\n"
        << "|---|---|---|---|---|---|---|---|---|---|---|---|\n";
    for (const Figures& f : all)
        out << fmt::format(
            "| {} | {:.0f} | {:.0f} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.2f} | {:.1f} | "
            "{:.0f} | {:.3f} |\n",
            f.conversations, f.size_mb, f.open, f.trend, f.compare, f.measure, f.compare_shown, f.cards, f.filter,
            f.edit, f.by_events, f.trend / f.by_events);
    const std::string drawing = std::filesystem::path(path).replace_extension("svg").string();
    draw(all, drawing);
    out << "\n![Growth; the dashed lines are what is allowed](" << std::filesystem::path(drawing).filename().string()
        << ")\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    try {
        std::filesystem::create_directories(argv[1]);
        std::vector<Figures> all;
        for (int at = 3; at < argc; ++at) {
            all.push_back(measured(argv[1], std::stoi(argv[at])));
            std::printf("%d: open %.0f ms, trend %.1f ms, comparison %.1f ms, a letter %.2f ms\n",
                        all.back().conversations, all.back().open, all.back().trend, all.back().compare,
                        all.back().filter);
        }
        write(all, argv[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "library_bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
