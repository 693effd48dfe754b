// terugblik frame FILE --at T --out X.png: the exact picture that is on screen at T.
#include "app/commands/command_line.h"
#include "app/commands/out_file.h"
#include "base/i18n.h"
#include "media/recording.h"

#include <charconv>
#include <fmt/format.h>

namespace commands {

namespace {

struct FrameArguments {
    std::string file, out, size;
    std::optional<base::Time> at;
};

media::Size read_size(const std::string& text) {
    media::Size size;
    if (text.empty()) return size;
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    const bool separated = width.ec == std::errc{} && width.ptr != end && *width.ptr == 'x';
    if (!separated || std::from_chars(width.ptr + 1, end, size.height).ptr != end || size.width < 1 ||
        size.height < 1 || size.width > 16'384 || size.height > 16'384)
        throw UsageError(fmt::format(fmt::runtime(_("--size: “{}” is not a size like 640x360")), text));
    return size;
}

// The last picture stays until the end, and at the end itself it is still the one to see.
void refuse_beyond_the_end(const FrameArguments& arguments, const media::StillPicture& picture) {
    if (*arguments.at <= picture.until) return;
    const base::Time end = media::probe(arguments.file).duration;
    if (*arguments.at > end)
        throw base::Error(fmt::format(fmt::runtime(_("{}: there is no picture at {}; the recording ends at {}.")),
                                      arguments.file, base::to_text(*arguments.at), base::to_text(end)));
}

Answer frame(const Common& common, const FrameArguments& arguments) {
    check_out(common, arguments.file, arguments.out);
    const media::StillPicture picture = media::picture_at(arguments.file, *arguments.at, read_size(arguments.size));
    refuse_beyond_the_end(arguments, picture);
    media::write_png(picture, arguments.out);
    return {
        .json = {{"picture_us", picture.at.microseconds},
                 {"next_picture_us", picture.until.microseconds},
                 {"width", picture.width},
                 {"height", picture.height}},
        .text = fmt::format(fmt::runtime(_("{}: the picture from {} to {}, {} × {}")), arguments.out,
                            base::to_text(picture.at), base::to_text(picture.until), picture.width, picture.height) +
                "\n",
        .failure = {}};
}

}  // namespace

void add_frame(Menu& menu) {
    const auto arguments = std::make_shared<FrameArguments>();
    menu.add("frame", _("The exact picture that is on screen at a time, upright, as PNG"),
             [arguments](const Common& common) { return frame(common, *arguments); })
        .argument("FILE", arguments->file, _("the recording"))
        .option("--at", arguments->at, _("the time"), Need::Required)
        .option("--out", arguments->out, _("the PNG file to write"), Need::Required)
        .option("--size", arguments->size, _("WIDTHxHEIGHT to fit the picture in; it keeps its shape"));
}

}  // namespace commands
