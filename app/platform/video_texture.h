// The recording's present picture on the graphics card: planes go up as they are, conversion happens there. Views are
// handed it and draw it upright. Owned by Application; UI thread only.
#pragma once

#include "media/frames.h"

#include <array>
#include <cstdint>
#include <imgui.h>
#include <memory>

struct SDL_Renderer;
struct SDL_Texture;

namespace app {

struct TextureDeleter {
    void operator()(SDL_Texture* texture) const noexcept;
};
using OwnedTexture = std::unique_ptr<SDL_Texture, TextureDeleter>;

class VideoTexture {
public:
    explicit VideoTexture(SDL_Renderer* renderer) : renderer_(renderer) {}

    // Uploads when the serial differs from the last one.
    void show(const media::Picture& picture, std::uint64_t serial);
    void clear();

    bool has_picture() const { return texture_ != nullptr; }
    float aspect() const { return aspect_; }  // width / height, upright
    // Draws it upright inside the rectangle, keeping its shape; returns where it came to lie (x, y, width, height).
    ImVec4 draw(ImDrawList& list, ImVec2 from, ImVec2 to) const;

private:
    SDL_Renderer* renderer_;
    OwnedTexture texture_;
    int width_ = 0, height_ = 0;
    std::uint64_t serial_ = 0;
    media::ColourMatrix matrix_ = media::ColourMatrix::Bt709;
    bool full_range_ = false;
    float aspect_ = 1;
    std::array<ImVec2, 4> corners_{};  // texture coordinates of the upright corners, clockwise from top left
};

}  // namespace app
