#include "media/worker_message.h"

#include <cmath>
#include <cstdlib>

namespace media {

namespace {

using protocol::Kind;

constexpr std::int32_t kLargestSide = 16'384;
constexpr std::int64_t kLatestTime = std::int64_t{1} << 52;  // microseconds; some 140 years

std::optional<std::size_t> payload_size(Kind kind) {
    switch (kind) {
        case Kind::Ready:
            return sizeof(protocol::Ready);
        case Kind::Opened:
            return sizeof(protocol::Opened);
        case Kind::PictureReady:
            return sizeof(protocol::PictureReady);
        case Kind::PicturesEnd:
        case Kind::SoundEnd:
            return sizeof(protocol::SerialOnly);
        case Kind::StillReady:
            return sizeof(protocol::StillReady);
        case Kind::PeaksPart:
            return sizeof(protocol::PeaksPart);
        case Kind::SpeechPart:
            return sizeof(protocol::SpeechPart);
        case Kind::Progress:
            return sizeof(protocol::Progress);
        case Kind::Done:
            return sizeof(protocol::Done);
        case Kind::Failed:
        case Kind::Warning:
            return 0;
        default:
            return {};
    }
}

bool is_time(std::int64_t microseconds) {
    return microseconds > -kLatestTime && microseconds < kLatestTime;
}

bool is_side(std::int32_t pixels) {
    return pixels > 0 && pixels <= kLargestSide;
}

bool plane_fits(std::uint64_t offset, std::int32_t stride, std::int32_t width, std::int32_t height,
                std::uint64_t slot_bytes) {
    if (stride < width || stride > kLargestSide * 4) return false;
    const std::uint64_t bytes =
        static_cast<std::uint64_t>(stride) * static_cast<std::uint64_t>(height - 1) + static_cast<std::uint64_t>(width);
    return offset <= slot_bytes && bytes <= slot_bytes - offset;
}

}  // namespace

std::optional<WorkerMessage> parse_message(std::string_view datagram) {
    protocol::Header header{};
    if (datagram.size() < sizeof header || datagram.size() > protocol::kMaxMessage) return {};
    std::memcpy(&header, datagram.data(), sizeof header);
    datagram.remove_prefix(sizeof header);
    const std::optional<std::size_t> size = payload_size(header.kind);
    if (!size || datagram.size() < *size) return {};
    // Peaks are not text, so a part of them may count none.
    const bool counts_none = header.kind == Kind::PeaksPart && header.text_bytes == 0;
    if (!counts_none && datagram.size() - *size != header.text_bytes) return {};
    return WorkerMessage{header.kind, std::string(datagram.substr(0, *size)), std::string(datagram.substr(*size))};
}

std::string make_message(Kind kind, std::string_view payload) {
    const protocol::Header header{kind, 0};
    std::string datagram(sizeof header, '\0');
    std::memcpy(datagram.data(), &header, sizeof header);
    return datagram.append(payload);
}

bool is_possible(const protocol::Opened& opened) {
    return opened.slot_bytes <= protocol::kPictureBytes && opened.slots <= 4096 &&
           opened.slots * opened.slot_bytes <= protocol::kPictureBytes;
}

std::optional<Picture> checked_picture(const protocol::PictureReady& ready, const SlotLayout& layout,
                                       const std::uint8_t* pictures) {
    if (ready.slot >= layout.slots || !is_side(ready.width) || !is_side(ready.height)) return {};
    if (!is_time(ready.at_us) || !is_time(ready.until_us) || ready.until_us <= ready.at_us) return {};
    if (ready.rotation < 0 || ready.rotation > 270 || ready.rotation % 90 != 0) return {};
    if (!std::isfinite(ready.pixel_aspect) || ready.pixel_aspect < 0.01 || ready.pixel_aspect > 100) return {};
    Picture picture;
    const std::uint8_t* slot = pictures + ready.slot * layout.slot_bytes;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const std::int32_t width = plane == 0 ? ready.width : (ready.width + 1) / 2;
        const std::int32_t height = plane == 0 ? ready.height : (ready.height + 1) / 2;
        if (!plane_fits(ready.offset[plane], ready.stride[plane], width, height, layout.slot_bytes)) return {};
        picture.planes[plane] = slot + ready.offset[plane];
        picture.strides[plane] = ready.stride[plane];
    }
    picture.width = ready.width;
    picture.height = ready.height;
    picture.rotation = ready.rotation;
    picture.mirrored = ready.mirrored != 0;
    picture.pixel_aspect = ready.pixel_aspect;
    picture.matrix = ready.bt709 != 0 ? ColourMatrix::Bt709 : ColourMatrix::Bt601;
    picture.full_range = ready.full_range != 0;
    picture.at = {ready.at_us};
    picture.until = {ready.until_us};
    return picture;
}

bool is_possible(const protocol::StillReady& still) {
    if (!is_side(still.width) || !is_side(still.height)) return false;
    if (!is_time(still.at_us) || !is_time(still.until_us)) return false;
    return static_cast<std::uint64_t>(still.width) * static_cast<std::uint64_t>(still.height) * 3 <=
           protocol::kPictureBytes;
}

}  // namespace media
