// terugblik reel CODING: the best moments of a conversation with the client's answer to them, as a list, as separate
// clips, or with their subtitles.
#include "app/reel.h"

#include "app/commands/find.h"
#include "app/commands/no_progress.h"
#include "app/reel_subtitles.h"
#include "base/whole_file.h"
#include "library/overwriting.h"
#include "media/clip_export.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

struct Arguments {
    std::string coding, separate, subtitles;
};

struct Reel {
    library::Conversation conversation;
    codes::Coding coding;
    std::vector<talk::Turn> turns;
    app::PlayedList list;
};

Reel find_reel(library::Library& library, const std::string& name) {
    Reel reel;
    reel.coding = find_coding(library, name);
    reel.conversation = conversation_of(library, reel.coding);
    reel.turns = library.turns(reel.conversation.id);
    const codes::Codebook codebook = codebook_of(library, reel.coding);
    const std::vector<codes::Clip> clips = library.clips().of(reel.conversation.id);
    reel.list = app::reel_of({codebook, reel.coding, clips, &reel.turns, duration_of(reel.conversation)});
    if (reel.list.moments.empty())
        throw base::Error(fmt::format(
            fmt::runtime(_("“{}”: no best moments yet. Give codes, or make a clip of the kind strength.")), name));
    return reel;
}

const std::string& recording_of(const Reel& reel) {
    if (reel.conversation.recordings.empty())
        throw base::Error(
            fmt::format(fmt::runtime(_("“{}” has no recording to cut clips from.")), reel.conversation.title));
    return reel.conversation.recordings.front().path;
}

std::vector<std::string> write_clips(const std::vector<std::string>& guarded, const Reel& reel,
                                     const std::string& folder) {
    const std::string& recording = recording_of(reel);
    if (!fs::is_directory(folder))
        throw base::Error(fmt::format(fmt::runtime(_("{}: this folder is not there. Make it first.")), folder));
    std::vector<std::string> files;
    const NoProgress progress;
    for (std::size_t i = 0; i < reel.list.moments.size(); ++i) {
        const app::Moment& moment = reel.list.moments[i];
        const std::string stem = (fs::path(folder) / fmt::format("{:02}", i + 1)).string();
        const std::string file = stem + ".mp4";
        library::check_export(guarded, file);
        media::export_clip(recording, moment.span, file, progress.get());
        files.push_back(file);
        const std::string subtitles = app::subtitles_of({moment}, reel.turns, reel.coding);
        if (subtitles.empty()) continue;
        library::check_export(guarded, stem + ".vtt");
        base::write_whole_file(stem + ".vtt", subtitles);
        files.push_back(stem + ".vtt");
    }
    return files;
}

std::string write_subtitles(const std::vector<std::string>& guarded, const Reel& reel, const std::string& file) {
    const std::string subtitles = app::subtitles_of(reel.list.moments, reel.turns, reel.coding);
    if (subtitles.empty())
        throw base::Error(fmt::format(
            fmt::runtime(_("“{}”: these moments have neither a transcript nor notes to make subtitles of.")),
            reel.conversation.title));
    library::check_export(guarded, file);
    base::write_whole_file(file, subtitles);
    return file;
}

Answer reel(const Common& common, const Arguments& arguments) {
    library::SqliteLibrary library = existing_library(common);
    const Reel found = find_reel(library, arguments.coding);
    const std::vector<std::string> guarded = library.guarded_files();
    std::vector<std::string> files;
    if (!arguments.separate.empty()) files = write_clips(guarded, found, arguments.separate);
    if (!arguments.subtitles.empty()) files.push_back(write_subtitles(guarded, found, arguments.subtitles));
    Answer answer;
    Json moments = Json::array();
    for (const app::Moment& moment : found.list.moments) {
        moments.push_back({{"from_us", moment.span.from.microseconds},
                           {"to_us", moment.span.to.microseconds},
                           {"text", moment.text}});
        answer.text +=
            fmt::format("{} – {}  {}\n", base::to_text(moment.span.from), base::to_text(moment.span.to), moment.text);
    }
    const base::Time length = app::length_of(found.list);
    answer.json = {{"coding", found.coding.id.text},
                   {"duration_us", length.microseconds},
                   {"moments", std::move(moments)},
                   {"files", files}};
    answer.text += fmt::format(fmt::runtime(_("{} in all")), base::to_short_text(length)) + "\n";
    for (const std::string& file : files) answer.text += file + "\n";
    return answer;
}

}  // namespace

void add_reel(Menu& menu) {
    const auto arguments = std::make_shared<Arguments>();
    menu.add("reel", _("Strengths first: the best moments of a conversation and the client's answer to them"),
             [arguments](const Common& common) { return reel(common, *arguments); })
        .argument("CODING", arguments->coding, _("the coding, or its conversation"))
        .option("--separate", arguments->separate, _("a folder to write each moment to, as a clip of its own"))
        .option("--subtitles", arguments->subtitles, _("a WebVTT file to write, for the moments one after the other"));
}

}  // namespace commands
