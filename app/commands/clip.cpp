// terugblik clip FILE --from T --to T --out F.mp4: a stretch of a recording, exact at both ends.
#include "app/commands/command_line.h"
#include "app/commands/no_progress.h"
#include "app/commands/out_file.h"
#include "base/i18n.h"
#include "media/clip_export.h"

#include <fmt/format.h>

namespace commands {

namespace {

struct Arguments {
    std::string file, out;
    std::optional<base::Time> from, to;
};

Answer clip(const Common& common, const Arguments& arguments) {
    const base::Span span{*arguments.from, *arguments.to};
    if (span.length().microseconds <= 0) throw UsageError(_("--to: the end must come after the beginning"));
    check_out(common, arguments.file, arguments.out);
    const auto used = use_recording(common, arguments.file);
    const NoProgress progress;
    const media::ClipResult result = media::export_clip(arguments.file, span, arguments.out, progress.get());
    note_written(common, used, arguments.out);
    return {
        .json = {{"duration_us", result.duration.microseconds}},
        .text = fmt::format(fmt::runtime(_("{}: a clip of {}")), arguments.out, base::to_text(result.duration)) + "\n",
        .failure = {}};
}

}  // namespace

void add_clip(Menu& menu) {
    const auto arguments = std::make_shared<Arguments>();
    menu.add("clip", _("A stretch of a recording as a file of its own, exact at both ends"),
             [arguments](const Common& common) { return clip(common, *arguments); })
        .argument("FILE", arguments->file, _("the recording"))
        .option("--from", arguments->from, _("where it begins"), Need::Required)
        .option("--to", arguments->to, _("where it ends"), Need::Required)
        .option("--out", arguments->out, _("the MP4 file to write"), Need::Required);
}

}  // namespace commands
