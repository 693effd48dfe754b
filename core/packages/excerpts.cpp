#include "packages/excerpts.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "library/excerpts.h"
#include "media/clip_export.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>

namespace packages {

namespace {

namespace fs = std::filesystem;

// For its owner only, and gone at the end.
class PrivateFolder {
public:
    PrivateFolder() : path_((fs::temp_directory_path() / "terugblik-XXXXXX").string()) {
        if (mkdtemp(path_.data()) == nullptr)
            throw base::Error(
                fmt::format(fmt::runtime(_("{}: cannot be written here ({}).")), path_, base::system_reason(errno)));
    }
    ~PrivateFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    std::string file(const char* name) const { return (fs::path(path_) / name).string(); }

private:
    std::string path_;
};

}  // namespace

bool masks_anything(const Masks& masks) {
    return !masks.blurred.empty() || !masks.voices.empty() || !masks.beeps.empty();
}

CutExcerpt::CutExcerpt(const Excerpt& excerpt, const base::Progress& progress) {
    const PrivateFolder folder;
    const std::string whole = folder.file("excerpt.mp4");
    const media::ClipResult cut = media::export_clip(excerpt.recording, excerpt.span, whole, progress, excerpt.masks);
    if (cut.cancelled) throw base::Error(_("Stopped; nothing was written."));
    file_ = base::open_for_reading(whole);
    recording_.id = excerpt.id;
    recording_.size = static_cast<std::int64_t>(fs::file_size(whole));
    recording_.fingerprint = base::fast_fingerprint(whole);
    recording_.duration = cut.duration;
    recording_.offset = excerpt.span.from;
    recording_.role = library::kExcerptRole;
}

std::string CutExcerpt::path() const {
    return fmt::format("/proc/self/fd/{}", file_.get());
}

}  // namespace packages
