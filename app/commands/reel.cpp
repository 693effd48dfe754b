// terugblik reel CODING: the best moments of a conversation with the client's answer to them, as a list, as
// one file with titles and subtitles, or as separate clips.
#include "app/reel.h"

#include "app/commands/find.h"
#include "app/commands/masks.h"
#include "app/commands/no_progress.h"
#include "app/commands/out_file.h"
#include "app/reel_writing.h"
#include "base/whole_file.h"
#include "library/overwriting.h"
#include "library/sharing.h"
#include "media/recording.h"

#include <filesystem>
#include <fmt/format.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

struct ReelArguments {
    std::string coding, out, separate, subtitles;
    MaskArguments masks;

    bool writes() const { return !out.empty() || !separate.empty(); }
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

void write_text(const std::string& file, const std::vector<media::Cue>& cues) {
    base::write_whole_file(file, file.ends_with(".srt") ? media::to_srt(cues) : media::to_webvtt(cues));
}

media::ReelPlan plan_for(const Reel& reel, const std::string& recording, const ReelArguments& arguments) {
    media::ReelPlan plan =
        app::plan_of(reel.list, media::title_size(media::probe(recording)), app::cues_of(reel.turns, reel.coding));
    plan.masks = masks_of(arguments.masks);
    return plan;
}

std::vector<std::string> write_one(const Reel& reel, const ReelArguments& arguments) {
    const std::string& recording = recording_of(reel);
    const NoProgress progress;
    const media::ReelResult written =
        media::write_reel(recording, plan_for(reel, recording, arguments), arguments.out, progress.get());
    if (arguments.subtitles.empty()) return {arguments.out};
    write_text(arguments.subtitles, written.subtitles);
    return {arguments.out, arguments.subtitles};
}

std::vector<std::string> write_separately(library::Library& library, const Reel& reel, const ReelArguments& arguments) {
    const std::string& folder = arguments.separate;
    const std::string& recording = recording_of(reel);
    if (!fs::is_directory(folder))
        throw base::Error(fmt::format(fmt::runtime(_("{}: this folder is not there. Make it first.")), folder));
    std::vector<std::string> files;
    for (std::size_t i = 0; i < reel.list.moments.size(); ++i) {
        files.push_back((fs::path(folder) / fmt::format("{:02}.mp4", i + 1)).string());
        library::check_export(library, files.back());
    }
    media::ReelPlan plan = plan_for(reel, recording, arguments);
    for (media::Stretch& stretch : plan.stretches) stretch.title.reset();
    const NoProgress progress;
    media::write_separately(recording, plan, files, progress.get());
    return files;
}

Answer reel(const Common& common, const ReelArguments& arguments) {
    if (!arguments.subtitles.empty() && arguments.out.empty())
        throw UsageError(_("--subtitles belongs to --out: it has the words of that file, in its time"));
    library::SqliteLibrary library = existing_library(common);
    for (const std::string& file : {arguments.out, arguments.subtitles})
        if (!file.empty()) library::check_export(library, file);
    const Reel found = find_reel(library, arguments.coding);
    if (arguments.writes()) library::require_may_share(library, found.conversation.id);
    std::vector<std::string> files;
    if (!arguments.out.empty()) files = write_one(found, arguments);
    if (!arguments.separate.empty())
        for (const std::string& file : write_separately(library, found, arguments)) files.push_back(file);
    for (const std::string& file : files) note_written(library, found.conversation.id, file);
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
    const auto arguments = std::make_shared<ReelArguments>();
    Syntax syntax =
        menu.add("reel", _("Strengths first: the best moments of a conversation and the client's answer to them"),
                 [arguments](const Common& common) { return reel(common, *arguments); })
            .argument("CODING", arguments->coding, _("the coding, or its conversation"))
            .option("--out", arguments->out,
                    _("the MP4 file to write: the moments one after the other, each with its title"))
            .option("--subtitles", arguments->subtitles, _("with --out: a WebVTT or SRT file beside it"))
            .option("--separate", arguments->separate, _("a folder to write each moment to, as a clip of its own"));
    add_mask_options(syntax, arguments->masks);
}

}  // namespace commands
