// A picture as it lies in the window: the corners that are handed to the renderer show it upright.
#include "app/platform/video_texture.h"

#include "support/test_clip.h"
#include "support/worker_driver.h"

#include <SDL.h>
#include <algorithm>
#include <gtest/gtest.h>

namespace {

using support::TestClip;
using support::WorkerDriver;
using support::protocol::Kind;

class VideoTextureTest : public testing::TestWithParam<TestClip> {
protected:
    VideoTextureTest() {
        ImGui::CreateContext();
        list_ = std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData());
        list_->_ResetForNewFrame();
    }
    ~VideoTextureTest() override {
        list_.reset();
        ImGui::DestroyContext();
        SDL_DestroyRenderer(renderer_);
        SDL_FreeSurface(surface_);
    }

    // What a person sees: for each pixel of the rectangle, that of the stored picture where its corners say.
    int number_seen(const media::Picture& picture, ImVec4 place) const {
        const ImDrawVert* corners = list_->VtxBuffer.Data;
        const auto width = static_cast<int>(place.z), height = static_cast<int>(place.w);
        std::vector<std::uint8_t> upright;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const float across = (static_cast<float>(x) + 0.5F) / place.z;
                const float down = (static_cast<float>(y) + 0.5F) / place.w;
                const auto stored = [&](float ImVec2::*axis, int size) {
                    const float at = corners[0].uv.*axis + (corners[1].uv.*axis - corners[0].uv.*axis) * across +
                                     (corners[3].uv.*axis - corners[0].uv.*axis) * down;
                    return std::clamp(static_cast<int>(at * static_cast<float>(size)), 0, size - 1);
                };
                const int row = stored(&ImVec2::y, picture.height);
                const std::uint8_t luma =
                    picture.planes[0][row * picture.strides[0] + stored(&ImVec2::x, picture.width)];
                upright.insert(upright.end(), 3, luma);
            }
        }
        return support::number_in(width, height, upright.data());
    }

    SDL_Surface* surface_ = SDL_CreateRGBSurfaceWithFormat(0, 640, 480, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_Renderer* renderer_ = SDL_CreateSoftwareRenderer(surface_);
    std::unique_ptr<ImDrawList> list_;
};

TEST_P(VideoTextureTest, ShowsTurnedAndMirroredRecordingsUpright) {
    const TestClip& clip = GetParam();
    WorkerDriver worker(clip.path());
    ASSERT_FALSE(worker.open().contains("failed"));
    worker.send(Kind::ShowPictures,
                support::protocol::ShowPictures{.serial = 1, .from_us = clip.middle_of(77).microseconds, .single = 1});
    const auto message = worker.wait_for({Kind::PictureReady});
    ASSERT_TRUE(message);
    const media::Picture picture = worker.as_picture(message->as<support::protocol::PictureReady>());

    app::VideoTexture texture(renderer_);
    texture.show(picture, 1);
    ASSERT_TRUE(texture.has_picture());
    const ImVec4 place = texture.draw(*list_, {100, 50}, {500, 450});
    ASSERT_EQ(list_->VtxBuffer.Size, 4);
    EXPECT_EQ(list_->VtxBuffer[0].pos.x, place.x);
    EXPECT_EQ(list_->VtxBuffer[2].pos.y, place.y + place.w);
    EXPECT_FLOAT_EQ(place.z, 400) << "as wide as there is room for";
    EXPECT_FLOAT_EQ(place.w, 240) << "in the shape of the upright picture";
    EXPECT_EQ(number_seen(picture, place), 77);
}

INSTANTIATE_TEST_SUITE_P(Clips, VideoTextureTest,
                         testing::Values(TestClip{}, TestClip{.rotation = 90}, TestClip{.rotation = 180},
                                         TestClip{.rotation = 270}, TestClip{.mirrored = true},
                                         TestClip{.rotation = 90, .mirrored = true},
                                         TestClip{.rotation = 180, .mirrored = true}),
                         [](const auto& clip) {
                             return "turned" + std::to_string(clip.param.rotation) +
                                    (clip.param.mirrored ? "mirrored" : "");
                         });

}  // namespace
