// Still pictures on the graphics card: pages of the report, thumbnails.
#pragma once

#include "app/platform/video_texture.h"
#include "media/recording.h"
#include "report/page.h"

#include <imgui.h>
#include <vector>

namespace app {

struct PageTexture {
    OwnedTexture texture;
    int width = 0;  // pixels
    int height = 0;
    std::vector<report::PageMoment> moments;  // of a page of the report

    ImTextureID id() const { return texture.get(); }
};

PageTexture make_texture(SDL_Renderer* renderer, const report::PageImage& page);
PageTexture make_texture(SDL_Renderer* renderer, const media::StillPicture& picture);

}  // namespace app
