#include "app/thumbnail_maker.h"

#include "base/error.h"
#include "base/paths.h"

#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace app {

namespace {

namespace fs = std::filesystem;
constexpr media::Size kSize{320, 180};

// Binary PPM; an empty file says that there is no picture to be had.
std::optional<media::StillPicture> read_cached(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return {};
    media::StillPicture picture;
    std::string kind;
    int most = 0;
    if (!(file >> kind >> picture.width >> picture.height >> most)) return media::StillPicture{};
    file.get();
    if (kind != "P6" || picture.width < 1 || picture.height < 1 || picture.width > kSize.width ||
        picture.height > kSize.height)
        return {};
    picture.rgb.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3);
    file.read(reinterpret_cast<char*>(picture.rgb.data()), static_cast<std::streamsize>(picture.rgb.size()));
    if (file.gcount() != static_cast<std::streamsize>(picture.rgb.size())) return {};
    return picture;
}

void write_cached(const std::string& path, const media::StillPicture& picture) {
    const std::string unfinished = path + ".part";
    {
        std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
        if (picture.width > 0) file << fmt::format("P6 {} {} 255\n", picture.width, picture.height);
        file.write(reinterpret_cast<const char*>(picture.rgb.data()), static_cast<std::streamsize>(picture.rgb.size()));
        if (!file) return;  // a full disk costs the cache, nothing else
    }
    std::error_code failed;
    fs::rename(unfinished, path, failed);
}

media::StillPicture make(const std::string& recording, base::Time duration, const std::string& cached) {
    if (auto picture = read_cached(cached)) return std::move(*picture);
    media::StillPicture picture;
    try {
        picture = media::thumbnail(recording, duration, kSize);
    } catch (const base::Error&) {
        picture = {};  // sound alone, or damaged: the card shows a sign instead
    }
    write_cached(cached, picture);
    return picture;
}

}  // namespace

ThumbnailMaker::ThumbnailMaker(SDL_Renderer* renderer, std::function<void()> wake)
    : renderer_(renderer), wake_(std::move(wake)) {}

void ThumbnailMaker::tick(const Model& model) {
    if (job_ && job_->is_done()) {
        const auto picture = job_->take();
        job_.reset();
        if (picture && picture->width > 0) ready_[in_hand_] = make_texture(renderer_, *picture);
    }
    const bool plays = model.open && model.open->player && model.open->player->is_playing();
    if (job_ || plays || model.screen != Screen::Library) return;
    for (const ConversationCard& card : model.cards) {
        if (!card.recording_is_there || card.conversation.recordings.empty()) continue;
        if (!tried_.insert(card.conversation.id).second) continue;
        begin(card);
        return;
    }
}

void ThumbnailMaker::begin(const ConversationCard& card) {
    const library::Recording& recording = card.conversation.recordings.front();
    const std::string folder = base::cache_folder() + "/thumbnails";
    std::error_code failed;
    fs::create_directories(folder, failed);
    in_hand_ = card.conversation.id;
    job_ = std::make_unique<base::Job<media::StillPicture>>(
        [path = recording.path, duration = recording.duration, cached = folder + "/" + recording.fingerprint + ".ppm"](
            const base::Progress&) { return make(path, duration, cached); },
        wake_);
}

}  // namespace app
