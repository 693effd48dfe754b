#include "media/worker_reasons.h"

#include "base/i18n.h"
#include "base/text.h"

#include <filesystem>
#include <fmt/format.h>

namespace media {

namespace {

struct Reason {
    std::string_view key;
    const char* sentence;  // {} is the file's name
};

constexpr Reason kFailures[] = {
    {"not_media", N_("{}: this is not a recording, or of a kind that Terugblik does not know. Choose a video or sound "
                     "file.")},
    {"empty", N_("{}: this file is empty. Copy it again from the phone or computer that made it.")},
    {"unreadable", N_("{}: this file cannot be read. Check that the disk or drive is still connected.")},
    {"truncated", N_("{}: the end of this file is missing, and with it the index that is needed to play it. Copy it "
                     "again from where it was made.")},
    {"no_streams", N_("{}: there is neither picture nor sound in this file.")},
    {"too_large", N_("{}: the picture or sound in this file claims to be impossibly large, so it is not played. The "
                     "file is probably damaged.")},
    {"codec_missing", N_("{}: this recording is in a format that cannot be decoded here. Convert it to MP4 and open "
                         "that.")},
    {"points_elsewhere", N_("{}: this file only points to other files or to the internet, and is not opened for that "
                            "reason. Open the recording itself.")},
    {"damaged", N_("{}: this recording is damaged and cannot be played. Copy it again from where it was made, or "
                   "convert it to MP4.")},
    {"no_sound", N_("{}: there is no sound in this recording.")},
    {"no_picture", N_("{}: there is no picture in this recording.")},
    {"no_track", N_("{}: this recording has no such sound track. Choose another one.")},
    {"no_channel",
     N_("{}: this recording has no such sound channel, so nothing was written: what had to be masked might "
        "have been left in. Choose another channel.")},
    {"beyond_end", N_("{}: the recording ends before this. Choose an earlier time.")},
    {"too_long", N_("{}: this recording claims to be longer than can be true. The file is probably damaged.")},
    {"out_of_memory", N_("{}: this recording needs more memory than it is given. The file is probably damaged.")},
    {"cannot_write", N_("{}: the clip cannot be written. Check that there is room on the disk.")},
};

constexpr Reason kWarnings[] = {
    {"truncated", N_("{}: the end of this recording is missing; what is there is played.")},
    {"codec_missing",
     N_("{}: a part of this recording is in a format that cannot be decoded here; the rest is played.")},
    {"damaged", N_("{}: parts of this recording are damaged and are skipped.")},
    {"no_sound", N_("{}: there is no sound that can be played.")},
    {"no_picture", N_("{}: there is no picture that can be shown.")},
    {"too_long", N_("{}: this recording claims to be longer than it is; its real length is used.")},
    {"too_large", N_("{}: a part of this recording is too large to be played and is left out.")},
    {"unreadable", N_("{}: a part of this file cannot be read and is skipped. Check the disk.")},
    {"points_elsewhere", N_("{}: this file also points to other files; those are not opened.")},
};

template <std::size_t N>
const char* find(const Reason (&reasons)[N], std::string_view key) {
    for (const Reason& reason : reasons) {
        if (reason.key == key) return reason.sentence;
    }
    return nullptr;
}

std::string about(const char* sentence, const std::string& path) {
    const std::string name = base::to_valid_utf8(std::filesystem::path(path).filename().string());
    return fmt::format(fmt::runtime(_(sentence)), name);
}

}  // namespace

std::string_view reason_key(std::string_view reason) {
    return base::trimmed(reason.substr(0, reason.find(':')));
}

std::string failure_sentence(std::string_view reason, const std::string& path) {
    const char* known = find(kFailures, reason_key(reason));
    if (known == nullptr) {
        known = N_("{}: something went wrong inside Terugblik while reading this recording. Please report it.");
    }
    return about(known, path);
}

std::string warning_sentence(std::string_view reason, const std::string& path) {
    const char* known = find(kWarnings, reason_key(reason));
    if (known == nullptr) known = N_("{}: something in this recording could not be read and is skipped.");
    return about(known, path);
}

}  // namespace media
