#include "media_worker/shape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/frame.h>
#include <libavutil/pixdesc.h>
}

namespace media_worker {

namespace {

constexpr int kHighDefinitionHeight = 720;  // below it, a silent file means BT.601

const std::int32_t* display_matrix(const AVStream& stream) {
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    const AVPacketSideData* data = av_packet_side_data_get(
        stream.codecpar->coded_side_data, stream.codecpar->nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    return data != nullptr && data->size >= 36 ? reinterpret_cast<const std::int32_t*>(data->data) : nullptr;
#else
    std::size_t size = 0;
    const std::uint8_t* data = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    return data != nullptr && size >= 36 ? reinterpret_cast<const std::int32_t*>(data) : nullptr;
#endif
}

// Quarter turns only; a damaged file can claim any angle, and is then left as it is.
void turn(Shape& shape, const std::int32_t* matrix) {
    if (matrix == nullptr) return;
    const double a = matrix[0];
    const double b = matrix[1];
    const double c = matrix[3];
    const double d = matrix[4];
    const double determinant = a * d - b * c;
    const double largest = std::max({std::abs(a), std::abs(b), std::abs(c), std::abs(d)});
    if (determinant == 0 || std::abs(determinant) < 0.5 * largest * largest) return;
    const bool mirrored = determinant < 0;
    const double angle = std::atan2(mirrored ? -b : b, mirrored ? -a : a) * 180 / std::numbers::pi;
    const double quarters = std::round(angle / 90);
    if (std::abs(angle - quarters * 90) > 5) return;
    shape.mirrored = mirrored;
    shape.rotation = (static_cast<int>(quarters) * 90 + 360) % 360;
}

double pixel_aspect(const AVFrame& frame, const AVStream& stream) {
    // The container's word wins over the codec's, as players do.
    const AVRational said = stream.sample_aspect_ratio.num > 0 ? stream.sample_aspect_ratio : frame.sample_aspect_ratio;
    const double aspect = said.num > 0 && said.den > 0 ? av_q2d(said) : 1;
    return aspect >= 0.1 && aspect <= 10 ? aspect : 1;
}

bool is_bt709(const AVFrame& frame) {
    switch (frame.colorspace) {
        case AVCOL_SPC_BT709:
        case AVCOL_SPC_BT2020_NCL:  // nearest of the two that a texture can have
        case AVCOL_SPC_BT2020_CL:
            return true;
        case AVCOL_SPC_BT470BG:
        case AVCOL_SPC_SMPTE170M:
        case AVCOL_SPC_FCC:
            return false;
        default:
            return std::min(frame.width, frame.height) >= kHighDefinitionHeight;
    }
}

bool is_full_range(const AVFrame& frame) {
    if (frame.color_range == AVCOL_RANGE_JPEG) return true;
    switch (frame.format) {
        case AV_PIX_FMT_YUVJ420P:
        case AV_PIX_FMT_YUVJ422P:
        case AV_PIX_FMT_YUVJ444P:
        case AV_PIX_FMT_YUVJ440P:
            return true;
        default:
            return false;
    }
}

int even(double length) {
    return std::max(2, static_cast<int>(std::lround(length / 2)) * 2);
}

}  // namespace

Shape shape_of(const AVFrame& frame, const AVStream& stream) {
    Shape shape{
        .pixel_aspect = pixel_aspect(frame, stream), .bt709 = is_bt709(frame), .full_range = is_full_range(frame)};
    turn(shape, display_matrix(stream));
    return shape;
}

Size upright_size(Size stored, const Shape& shape) {
    Size size = stored;
    if (shape.pixel_aspect > 1.001) size.width = even(stored.width * shape.pixel_aspect);
    if (shape.pixel_aspect < 0.999) size.height = even(stored.height / shape.pixel_aspect);
    if (shape.rotation % 180 != 0) std::swap(size.width, size.height);
    return size;
}

Size fitted(Size size, Size inside) {
    if (inside.width <= 0 || inside.height <= 0) return size;
    const double by =
        std::min(static_cast<double>(inside.width) / size.width, static_cast<double>(inside.height) / size.height);
    return {std::clamp(static_cast<int>(std::lround(size.width * by)), 1, inside.width),
            std::clamp(static_cast<int>(std::lround(size.height * by)), 1, inside.height)};
}

}  // namespace media_worker
