#include "app/platform/video_texture.h"

#include <SDL.h>
#include <algorithm>
#include <cmath>
#include <vector>

namespace app {

void TextureDeleter::operator()(SDL_Texture* texture) const noexcept {
    SDL_DestroyTexture(texture);
}

namespace {

SDL_YUV_CONVERSION_MODE conversion(media::ColourMatrix matrix, bool full_range) {
    if (matrix == media::ColourMatrix::Bt709) return SDL_YUV_CONVERSION_BT709;
    return full_range ? SDL_YUV_CONVERSION_JPEG : SDL_YUV_CONVERSION_BT601;
}

using Table = std::array<std::uint8_t, 256>;

Table narrowed(double range, double around) {
    Table table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double value = around + (static_cast<double>(i) - around) * range / 255;
        table[i] = static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
    }
    return table;
}

std::vector<std::uint8_t> through(const Table& table, const std::uint8_t* plane, int stride, int width, int height) {
    std::vector<std::uint8_t> out(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int row = 0; row < height; ++row) {
        const std::uint8_t* from = plane + static_cast<std::ptrdiff_t>(row) * stride;
        std::transform(from, from + width, out.begin() + static_cast<std::ptrdiff_t>(row) * width,
                       [&table](std::uint8_t value) { return table[value]; });
    }
    return out;
}

// SDL knows no full-range BT.709, so such pictures (some phones) are brought to the usual range first.
void upload_narrowed(SDL_Texture* texture, const media::Picture& picture) {
    Table luma = narrowed(219, 0);
    for (std::uint8_t& value : luma) value = static_cast<std::uint8_t>(value + 16);
    const Table chroma = narrowed(224, 128);
    const int half_width = (picture.width + 1) / 2, half_height = (picture.height + 1) / 2;
    const auto y = through(luma, picture.planes[0], picture.strides[0], picture.width, picture.height);
    const auto u = through(chroma, picture.planes[1], picture.strides[1], half_width, half_height);
    const auto v = through(chroma, picture.planes[2], picture.strides[2], half_width, half_height);
    SDL_UpdateYUVTexture(texture, nullptr, y.data(), picture.width, u.data(), half_width, v.data(), half_width);
}

// Where each corner of the upright picture, clockwise from top left, lies in the stored one.
std::array<ImVec2, 4> upright_corners(int rotation, bool mirrored) {
    const std::array<ImVec2, 4> stored = {ImVec2{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    const int quarters = ((rotation / 90) % 4 + 4) % 4;
    std::array<ImVec2, 4> corners;
    for (int i = 0; i < 4; ++i) {
        ImVec2 corner = stored[static_cast<std::size_t>((i + 4 - quarters) % 4)];
        if (mirrored) corner.x = 1 - corner.x;
        corners[static_cast<std::size_t>(i)] = corner;
    }
    return corners;
}

}  // namespace

void VideoTexture::show(const media::Picture& picture, std::uint64_t serial) {
    if (texture_ && serial == serial_) return;
    const bool same_kind = texture_ && picture.width == width_ && picture.height == height_ &&
                           picture.matrix == matrix_ && picture.full_range == full_range_;
    SDL_SetYUVConversionMode(conversion(picture.matrix, picture.full_range));
    if (!same_kind) {
        texture_.reset(SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_IYUV, SDL_TEXTUREACCESS_STREAMING, picture.width,
                                         picture.height));
        if (!texture_) return;
        SDL_SetTextureScaleMode(texture_.get(), SDL_ScaleModeLinear);
        width_ = picture.width;
        height_ = picture.height;
        matrix_ = picture.matrix;
        full_range_ = picture.full_range;
    }
    if (picture.full_range && picture.matrix == media::ColourMatrix::Bt709)
        upload_narrowed(texture_.get(), picture);
    else
        SDL_UpdateYUVTexture(texture_.get(), nullptr, picture.planes[0], picture.strides[0], picture.planes[1],
                             picture.strides[1], picture.planes[2], picture.strides[2]);
    const double wide = picture.width * (picture.pixel_aspect > 0 ? picture.pixel_aspect : 1);
    const bool lies_on_its_side = picture.rotation % 180 != 0;
    aspect_ = static_cast<float>(lies_on_its_side ? picture.height / wide : wide / picture.height);
    corners_ = upright_corners(picture.rotation, picture.mirrored);
    serial_ = serial;
}

void VideoTexture::clear() {
    texture_.reset();
}

ImVec4 VideoTexture::draw(ImDrawList& list, ImVec2 from, ImVec2 to) const {
    const float room_w = to.x - from.x, room_h = to.y - from.y;
    if (!texture_ || room_w < 1 || room_h < 1) return {from.x, from.y, 0, 0};
    const float width = std::floor(std::min(room_w, room_h * aspect_));
    const float height = std::floor(std::min(room_h, room_w / aspect_));
    const float x = std::floor(from.x + (room_w - width) / 2), y = std::floor(from.y + (room_h - height) / 2);
    list.AddImageQuad(texture_.get(), {x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, corners_[0],
                      corners_[1], corners_[2], corners_[3]);
    return {x, y, width, height};
}

}  // namespace app
