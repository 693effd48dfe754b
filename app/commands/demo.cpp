// terugblik demo: a ready-made library with one Dutch and one English conversation. What is there already is kept.
#include "app/commands/demo_film.h"
#include "app/commands/demo_library.h"
#include "app/commands/find.h"
#include "app/commands/interruption.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "base/whole_file.h"

#include <filesystem>
#include <fmt/format.h>
#include <future>

namespace commands {

namespace {

namespace fs = std::filesystem;

constexpr const char* kScripts[] = {"demo/ongeopende-post.json", "demo/a-walk-by-the-river.json"};

// Where everything of the demonstration lies.
struct Place {
    std::string folder;

    std::string library() const { return folder + "/demo.terugblik"; }
    std::string film(const demo::Script& script) const { return folder + "/" + script.key + ".mp4"; }
    std::string transcript(const demo::Script& script) const { return folder + "/" + script.key + ".vtt"; }
    std::string report(const std::string& key, const char* ending) const { return folder + "/" + key + ending; }
};

// For what lies in between; removed with everything in it.
class WorkFolder {
public:
    WorkFolder() {
        stop_if_interrupted();
        std::string pattern = (fs::temp_directory_path() / "terugblik-demo-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr)
            throw base::Error(fmt::format(fmt::runtime(_("{}: cannot make this folder.")), pattern));
        path_ = pattern;
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

std::vector<demo::Script> read_scripts() {
    std::vector<demo::Script> scripts;
    for (const char* name : kScripts) scripts.push_back(demo::read_script(base::asset(name)));
    return scripts;
}

bool is_there(const Place& place, const std::vector<demo::Script>& scripts) {
    bool there = fs::exists(place.library());
    for (const demo::Script& script : scripts) there = there && fs::exists(place.film(script));
    return there;
}

// The film and the transcript, where they will stay.
demo::Soundtrack make_recording(const Place& place, const demo::Script& script) {
    const WorkFolder work;
    demo::Soundtrack soundtrack = demo::speak(script, work.path());
    demo::write_film(script, soundtrack, work.path());
    base::write_whole_file(place.transcript(script), demo::transcript(script, soundtrack));
    const std::string unfinished = place.film(script) + ".part";
    fs::copy_file(work.path() + "/" + demo::kFilmName, unfinished, fs::copy_options::overwrite_existing);
    fs::rename(unfinished, place.film(script));
    return soundtrack;
}

std::vector<demo::Soundtrack> make_recordings(const Place& place, const std::vector<demo::Script>& scripts) {
    std::vector<std::future<demo::Soundtrack>> running;
    for (const demo::Script& script : scripts)
        running.push_back(std::async(std::launch::async, [&] { return make_recording(place, script); }));
    std::vector<demo::Soundtrack> soundtracks;
    for (auto& each : running) soundtracks.push_back(each.get());
    return soundtracks;
}

// Made elsewhere and copied whole, so that a library which is there is always a finished one.
void make_library(const Place& place, const std::vector<demo::Script>& scripts,
                  const std::vector<demo::Soundtrack>& soundtracks) {
    const WorkFolder work;
    library::SqliteLibrary library(work.path() + "/demo.terugblik");
    for (std::size_t i = 0; i < scripts.size(); ++i) {
        stop_if_interrupted();
        demo::add_conversation(library, scripts[i], soundtracks[i], place.film(scripts[i]),
                               place.transcript(scripts[i]));
    }
    library.backup(place.library());
}

void build(const Place& place, const std::vector<demo::Script>& scripts) {
    const Interruption cleans_up;
    fs::create_directories(place.folder);
    const std::vector<demo::Soundtrack> soundtracks = make_recordings(place, scripts);
    if (!fs::exists(place.library())) make_library(place, scripts, soundtracks);
}

// One conversation of the demonstration, as it now stands in the library.
Json describe(library::Library& library, const library::Conversation& conversation, const Place& place) {
    const std::string& key = conversation.tags.at(demo::kTag);
    Json json = {{"conversation", conversation.id.text},
                 {"title", conversation.title},
                 {"language", conversation.language},
                 {"recording", conversation.recordings.front().path},
                 {"transcript", place.report(key, ".vtt")}};
    const auto codings = library.codings(conversation.id);
    if (codings.empty()) return json;
    json["coding"] = codings.back().id.text;
    const auto reports = library.reports(codings.back().id);
    if (reports.empty()) return json;
    const auto report = library.report(reports.back().id);  // the first one: the one that the demonstration issued
    json["report"] = report->id.text;
    json["pdf"] = place.report(key, ".pdf");
    json["html"] = place.report(key, ".html");
    base::write_whole_file(json["pdf"], report->pdf);
    base::write_whole_file(json["html"], report->html);
    return json;
}

std::string demo_text(const Json& json) {
    std::string text;
    const auto row = [](const char* name, const std::string& value) {
        return fmt::format("  {:<14}{}\n", name, value);
    };
    for (const Json& each : json["conversations"]) {
        text += each["title"].get<std::string>() + "\n";
        text += row(_("recording"), each["recording"]);
        if (each.contains("pdf")) text += row(_("report"), each["pdf"]) + row("", each["html"]);
    }
    text += std::string(_("Library")) + "\n" + row("", json["library"]);
    return text +
           fmt::format(fmt::runtime(_("Look at it with: terugblik --library {}")), json["library"].get<std::string>()) +
           "\n";
}

Answer run_demo(const Common& common, const std::string& folder) {
    if (!common.library.empty())
        throw UsageError(_("--library: the demonstration has its own; say where with --folder"));
    const Place place{
        fs::absolute(folder.empty() ? base::data_folder() + "/demo" : folder).lexically_normal().string()};
    const std::vector<demo::Script> scripts = read_scripts();
    const bool reused = is_there(place, scripts);
    if (!reused) build(place, scripts);
    library::SqliteLibrary library(place.library(), library::OpenMode::MustExist);
    Answer answer;
    answer.json = {
        {"library", place.library()}, {"folder", place.folder}, {"reused", reused}, {"conversations", Json::array()}};
    for (const library::Conversation& conversation : library.conversations())
        if (conversation.tags.contains(demo::kTag))
            answer.json["conversations"].push_back(describe(library, conversation, place));
    answer.text = demo_text(answer.json);
    return answer;
}

}  // namespace

void add_demo(Menu& menu) {
    const auto folder = std::make_shared<std::string>();
    menu.add("demo", _("Builds the demonstration: a library with two conversations, coded, with their reports"),
             [folder](const Common& common) { return run_demo(common, *folder); })
        .option("--folder", *folder, _("where to put it; otherwise with the program's own data"));
}

}  // namespace commands
