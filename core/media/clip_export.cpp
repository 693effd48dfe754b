#include "media/clip_export.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/id.h"
#include "media/worker_call.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace media {

namespace {

namespace fs = std::filesystem;

// Beside the clip, gone again unless it was kept.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& out) : out_(out) {
        const fs::path path(out);
        name_ = (path.parent_path() / fmt::format(".{}.{}", path.filename().string(), base::make_id().text)).string();
        fd_ = base::OwnedFd(::open(name_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        if (!fd_) cannot_write();
    }
    ~TemporaryFile() {
        if (!kept_) ::unlink(name_.c_str());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    base::OwnedFd descriptor() const { return fd_.duplicate(); }

    void keep() {
        if (::fsync(fd_.get()) != 0 || ::rename(name_.c_str(), out_.c_str()) != 0) cannot_write();
        kept_ = true;
    }

private:
    [[noreturn]] void cannot_write() const {
        throw base::Error(fmt::format(fmt::runtime(_("{}: the clip cannot be written there ({}). Choose another "
                                                     "folder, or make room on the disk.")),
                                      out_, std::strerror(errno)));
    }

    std::string out_;
    std::string name_;
    base::OwnedFd fd_;
    bool kept_ = false;
};

void refuse_impossible(const std::string& recording, base::Span span, const std::string& out) {
    if (span.from < base::Time{} || span.to <= span.from) {
        throw base::Error(fmt::format(fmt::runtime(_("{}: a clip has to end after it begins ({} to {}).")), recording,
                                      base::to_text(span.from), base::to_text(span.to)));
    }
    std::error_code ignored;
    if (fs::equivalent(recording, out, ignored)) {
        throw base::Error(fmt::format(
            fmt::runtime(_("{}: the clip would overwrite the recording itself. Choose another name.")), out));
    }
}

}  // namespace

ClipResult export_clip(const std::string& recording, base::Span span, const std::string& out,
                       const base::Progress& progress) {
    refuse_impossible(recording, span, out);
    TemporaryFile file(out);
    WorkerCall worker(recording, &progress, file.descriptor());
    worker.send(protocol::Kind::Clip, protocol::Clip{span.from.microseconds, span.to.microseconds});
    const std::optional<WorkerMessage> answer = worker.next();
    if (!answer) return {.duration = {}, .cancelled = true};
    if (answer->kind != protocol::Kind::Done) worker.fail("inside");
    file.keep();
    return {.duration = {answer->as<protocol::Done>().value}, .cancelled = false};
}

}  // namespace media
