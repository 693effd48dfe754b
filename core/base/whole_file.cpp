#include "base/whole_file.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/owned_fd.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* message, const std::string& path, int number) {
    throw Error(fmt::format(fmt::runtime(message), path, system_reason(number)));
}

[[noreturn]] void fail_writing(const std::string& path, int number) {
    fail(_("{}: cannot be written ({}). Choose another place, or make room there."), path, number);
}

// Removed unless it was renamed to what it is for.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& target) : pattern_(target + ".XXXXXX"), fd_(mkstemp(pattern_.data())) {
        if (!fd_) fail_writing(target, errno);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (!pattern_.empty()) unlink(pattern_.c_str());
    }

    int fd() const { return fd_.get(); }
    bool become(const std::string& target) {
        if (rename(pattern_.c_str(), target.c_str()) != 0) return false;
        pattern_.clear();
        return true;
    }

private:
    std::string pattern_;
    OwnedFd fd_;
};

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

mode_t ordinary_permissions() {
    const mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

// The rename itself must survive a power cut too.
void flush_folder_of(const std::string& path) {
    const OwnedFd folder(open(fs::path(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder) fsync(folder.get());
}

// A device or a pipe, like /dev/stdout, is written to; replacing it would take it from everyone else.
void write_to_device(const std::string& path, std::string_view bytes) {
    const OwnedFd device(open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!device || !write_all(device.get(), bytes)) fail_writing(path, errno);
}

}  // namespace

std::string read_whole_file(const std::string& path, std::size_t limit) {
    const OwnedFd file = open_for_reading(path);
    std::string bytes;
    char part[64 * 1024];
    for (;;) {
        const ssize_t count = read(file.get(), part, sizeof part);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(_("{}: cannot be read ({})."), path, errno);
        if (count == 0) return bytes;
        bytes.append(part, static_cast<std::size_t>(count));
        if (bytes.size() > limit) fail(_("{}: cannot be read ({})."), path, EFBIG);
    }
}

void write_whole_file(const std::string& path, std::string_view bytes) {
    std::error_code unknown;
    const fs::file_status status = fs::status(path, unknown);
    if (fs::is_directory(status)) fail_writing(path, EISDIR);
    if (fs::exists(status) && !fs::is_regular_file(status)) return write_to_device(path, bytes);
    // Through a symbolic link, the file it points to is replaced, not the link.
    const std::string target = (fs::exists(status) ? fs::canonical(path) : fs::absolute(path)).string();
    TemporaryFile file(target);
    if (!write_all(file.fd(), bytes) || fchmod(file.fd(), ordinary_permissions()) != 0 || fsync(file.fd()) != 0)
        fail_writing(path, errno);
    if (!file.become(target)) fail_writing(path, errno);
    flush_folder_of(target);
}

}  // namespace base
