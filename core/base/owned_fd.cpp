#include "base/owned_fd.h"

#include "base/error.h"
#include "base/i18n.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

OwnedFd::~OwnedFd() {
    if (fd_ >= 0) ::close(fd_);
}

OwnedFd OwnedFd::duplicate() const {
    const int copy = ::fcntl(fd_, F_DUPFD_CLOEXEC, 0);
    if (copy < 0)
        throw Error(fmt::format(fmt::runtime(_("An open file cannot be passed on ({}).")), system_reason(errno)));
    return OwnedFd(copy);
}

OwnedFd open_for_reading(const std::string& path) {
    // Not blocking, so that a pipe under the name of a recording cannot hang the window.
    OwnedFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) {
        if (errno == ENOENT) throw Error(fmt::format(fmt::runtime(_("{}: there is no such file.")), path));
        if (errno == EACCES) {
            throw Error(fmt::format(fmt::runtime(_("{}: you are not allowed to read this file.")), path));
        }
        throw Error(fmt::format(fmt::runtime(_("{}: cannot be opened ({}).")), path, system_reason(errno)));
    }
    struct stat status {};
    if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        throw Error(fmt::format(fmt::runtime(_("{}: is not a file.")), path));
    }
    return file;
}

}  // namespace base
