#include "app/trend_pictures.h"

namespace app {

bool TrendPictures::tick(SDL_Renderer* renderer, const std::vector<WantedTrend>& wanted) {
    constexpr std::size_t kKept = 200;
    if (drawn_.size() > kKept) drawn_.clear();
    bool is_new = false;
    for (const WantedTrend& one : wanted) {
        Drawn& drawn = drawn_[one.person];
        if (drawn.stamp == one.stamp && drawn.texture.width == one.width_px) continue;
        drawn.texture = make_texture(renderer, report::draw(one.chart, one.width_pt, one.width_px, one.height_px));
        drawn.stamp = one.stamp;
        is_new = true;
    }
    return is_new;
}

const PageTexture* TrendPictures::of(const std::string& person) const {
    const auto found = drawn_.find(person);
    return found == drawn_.end() || !found->second.texture.texture ? nullptr : &found->second.texture;
}

}  // namespace app
