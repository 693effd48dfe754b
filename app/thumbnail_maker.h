// Small pictures of the conversations, made one after another in the background and kept in the cache folder under the
// recording's fingerprint. UI thread only.
#pragma once

#include "app/model.h"
#include "app/views/views.h"
#include "base/job.h"

#include <functional>
#include <memory>
#include <set>

namespace app {

class ThumbnailMaker {
public:
    ThumbnailMaker(SDL_Renderer* renderer, std::function<void()> wake);

    // Takes a finished one and begins the next that is missing. Nothing new is begun while the coach plays.
    void tick(const Model& model);
    const Thumbnails& all() const { return ready_; }

private:
    void begin(const ConversationCard& card);

    SDL_Renderer* renderer_;
    std::function<void()> wake_;
    Thumbnails ready_;
    std::set<base::Id> tried_;
    base::Id in_hand_;
    std::unique_ptr<base::Job<media::StillPicture>> job_;
};

}  // namespace app
