// terugblik clip FILE [--from T] [--to T] --out F.mp4: a stretch of a recording, exact at both ends, or all of it; with
// what must not be seen or heard masked.
#include "app/commands/command_line.h"
#include "app/commands/masks.h"
#include "app/commands/no_progress.h"
#include "app/commands/out_file.h"
#include "base/i18n.h"
#include "media/clip_export.h"

#include <fmt/format.h>

namespace commands {

namespace {

constexpr base::Time kUntilItEnds = base::seconds(1e9);

struct ClipArguments {
    std::string file, out;
    std::optional<base::Time> from, to;
    MaskArguments masks;
};

Answer clip(const Common& common, const ClipArguments& arguments) {
    const base::Time from = arguments.from.value_or(base::Time{});
    if (arguments.to && *arguments.to <= from) throw UsageError(_("--to: the end must come after the beginning"));
    const media::Masks masks = masks_of(arguments.masks);
    check_out(common, arguments.file, arguments.out);
    const auto used = use_recording(common, arguments.file);
    const base::Span span{from, arguments.to.value_or(from + kUntilItEnds)};
    const NoProgress progress;
    const media::ClipResult result = media::export_clip(arguments.file, span, arguments.out, progress.get(), masks);
    note_written(common, used, arguments.out);
    return {
        .json = {{"duration_us", result.duration.microseconds}},
        .text = fmt::format(fmt::runtime(_("{}: a clip of {}")), arguments.out, base::to_text(result.duration)) + "\n",
        .failure = {}};
}

}  // namespace

void add_clip(Menu& menu) {
    const auto arguments = std::make_shared<ClipArguments>();
    Syntax syntax = menu.add("clip", _("A stretch of a recording as a file of its own, exact at both ends"),
                             [arguments](const Common& common) { return clip(common, *arguments); });
    syntax.argument("FILE", arguments->file, _("the recording"))
        .option("--from", arguments->from, _("where it begins; without it, at the recording's beginning"))
        .option("--to", arguments->to, _("where it ends; without it, at the recording's end"))
        .option("--out", arguments->out, _("the MP4 file to write"), Need::Required);
    add_mask_options(syntax, arguments->masks);
}

}  // namespace commands
