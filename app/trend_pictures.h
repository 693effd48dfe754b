// The charts of the Team screen as pictures, drawn with the report's own drawing: those in sight, once after each
// change. UI thread only.
#pragma once

#include "app/platform/page_texture.h"
#include "app/views/team_state.h"

#include <map>
#include <string>

namespace app {

class TrendPictures {
public:
    // True when there is something new to see.
    bool tick(SDL_Renderer* renderer, const std::vector<WantedTrend>& wanted);
    const PageTexture* of(const std::string& person) const;

private:
    struct Drawn {
        std::uint64_t stamp = 0;
        PageTexture texture;
    };
    std::map<std::string, Drawn> drawn_;
};

}  // namespace app
