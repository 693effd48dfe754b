#include "packages/stretches.h"

#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace packages {

namespace {

constexpr std::size_t kStretch = 1 << 20;

}  // namespace

void read_stretches(const std::string& path, const std::function<void(std::string_view)>& take,
                    const base::Progress& progress) {
    const base::OwnedFd file = base::open_for_reading(path);
    struct stat status {};
    fstat(file.get(), &status);
    std::vector<char> buffer(kStretch);
    for (std::int64_t done = 0;;) {
        if (progress.is_cancelled()) throw base::Error(_("Stopped; nothing was written."));
        const ssize_t got = read(file.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            throw base::Error(
                fmt::format(fmt::runtime(_("{}: cannot be read ({}).")), path, base::system_reason(errno)));
        if (got == 0) return;
        take({buffer.data(), static_cast<std::size_t>(got)});
        done += got;
        progress.report(static_cast<float>(done) / static_cast<float>(std::max<std::int64_t>(status.st_size, 1)));
    }
}

FileSink::FileSink(const std::string& path, std::string name)
    : name_(std::move(name)), file_(open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW)) {
    if (!file_) fail();
}

void FileSink::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail();
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void FileSink::finish() {
    if (fsync(file_.get()) != 0) fail();
}

void FileSink::fail() const {
    throw base::Error(
        fmt::format(fmt::runtime(_("{}: cannot be written ({}). Choose another place, or make room there.")), name_,
                    base::system_reason(errno)));
}

}  // namespace packages
