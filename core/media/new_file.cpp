#include "media/new_file.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/id.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace media {

NewFile::NewFile(const std::string& out) : out_(out) {
    const std::filesystem::path path(out);
    const std::string folder = path.has_parent_path() ? path.parent_path().string() : ".";
    hidden_name_ =
        (path.parent_path() / fmt::format(".{}.{}", path.filename().string(), base::make_id().text)).string();
    fd_ = base::OwnedFd(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666));
    if (fd_) return;
    fd_ = base::OwnedFd(::open(hidden_name_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!fd_) cannot_write();
    has_name_ = true;
}

NewFile::~NewFile() {
    if (has_name_) ::unlink(hidden_name_.c_str());
}

void NewFile::keep() {
    if (::fsync(fd_.get()) != 0) cannot_write();
    if (!has_name_) {
        const std::string nameless = fmt::format("/proc/self/fd/{}", fd_.get());
        if (::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, hidden_name_.c_str(), AT_SYMLINK_FOLLOW) != 0)
            cannot_write();
        has_name_ = true;
    }
    if (::rename(hidden_name_.c_str(), out_.c_str()) != 0) cannot_write();
    has_name_ = false;
}

void NewFile::cannot_write() const {
    throw base::Error(fmt::format(fmt::runtime(_("{}: the clip cannot be written there ({}). Choose another "
                                                 "folder, or make room on the disk.")),
                                  out_, std::strerror(errno)));
}

}  // namespace media
