#include "media/recording.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/whole_file.h"
#include "media/info_json.h"
#include "media/worker_call.h"
#include "media/worker_reasons.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <png.h>

namespace media {

namespace {

StillPicture still_at(WorkerCall& worker, base::Time at, Size fit_inside) {
    worker.send(protocol::Kind::Still, protocol::Still{at.microseconds, fit_inside.width, fit_inside.height});
    const std::optional<WorkerMessage> answer = worker.next();
    if (!answer || answer->kind != protocol::Kind::StillReady) worker.fail("inside");
    const auto ready = answer->as<protocol::StillReady>();
    if (!is_possible(ready)) worker.fail("inside");
    const std::size_t bytes = static_cast<std::size_t>(ready.width) * static_cast<std::size_t>(ready.height) * 3;
    StillPicture still;
    still.width = ready.width;
    still.height = ready.height;
    still.rgb.assign(worker.pictures(), worker.pictures() + bytes);
    still.at = {ready.at_us};
    still.until = {ready.until_us};
    return still;
}

// Black, white or one colour all over: says nothing about the conversation.
bool is_blank(const StillPicture& still) {
    constexpr int kSmallestRange = 24;
    const auto [darkest, lightest] = std::minmax_element(still.rgb.begin(), still.rgb.end());
    return darkest == still.rgb.end() || *lightest - *darkest < kSmallestRange;
}

}  // namespace

RecordingInfo probe(const std::string& path) {
    WorkerCall worker(path, nullptr);
    worker.send(protocol::Kind::Probe);
    const std::optional<WorkerMessage> answer = worker.next();
    if (!answer || answer->kind != protocol::Kind::Opened) worker.fail("inside");
    std::optional<RecordingInfo> info = info_from_json(answer->text);
    if (!info) worker.fail("inside");
    for (std::string& warning : info->warnings) warning = warning_sentence(warning, path);
    return *std::move(info);
}

StillPicture picture_at(const std::string& path, base::Time at, Size fit_inside) {
    WorkerCall worker(path, nullptr);
    return still_at(worker, at, fit_inside);
}

StillPicture thumbnail(const std::string& path, base::Time duration, Size fit_inside) {
    WorkerCall worker(path, nullptr);
    StillPicture best;
    for (const int percent : {10, 25, 50, 0}) {
        best = still_at(worker, {duration.microseconds / 100 * percent}, fit_inside);
        if (!is_blank(best)) break;
    }
    return best;
}

StillPicture thumbnail(const std::string& path, Size fit_inside) {
    return thumbnail(path, probe(path).duration, fit_inside);
}

void write_png(const StillPicture& picture, const std::string& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(size, '\0');
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, picture.rgb.data(), 0, nullptr) != 0) {
        bytes.resize(size);
        return base::write_whole_file(path, bytes);
    }
    throw base::Error(fmt::format(
        fmt::runtime(_("{}: the picture cannot be written ({}). Check that the folder is there and has room.")), path,
        static_cast<const char*>(image.message)));
}

}  // namespace media
