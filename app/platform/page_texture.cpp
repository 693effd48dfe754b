#include "app/platform/page_texture.h"

#include <SDL.h>

namespace app {

namespace {

PageTexture upload(SDL_Renderer* renderer, Uint32 format, int width, int height, const std::uint8_t* bytes, int pitch) {
    PageTexture page;
    page.texture.reset(SDL_CreateTexture(renderer, format, SDL_TEXTUREACCESS_STATIC, width, height));
    if (!page.texture) return page;
    SDL_UpdateTexture(page.texture.get(), nullptr, bytes, pitch);
    SDL_SetTextureScaleMode(page.texture.get(), SDL_ScaleModeLinear);
    page.width = width;
    page.height = height;
    return page;
}

}  // namespace

PageTexture make_texture(SDL_Renderer* renderer, const report::PageImage& page) {
    // Memory order B, G, R, A.
    PageTexture texture =
        upload(renderer, SDL_PIXELFORMAT_BGRA32, page.width, page.height, page.bgra.data(), page.width * 4);
    texture.moments = page.moments;
    return texture;
}

PageTexture make_texture(SDL_Renderer* renderer, const media::StillPicture& picture) {
    return upload(renderer, SDL_PIXELFORMAT_RGB24, picture.width, picture.height, picture.rgb.data(),
                  picture.width * 3);
}

}  // namespace app
