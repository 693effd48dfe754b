// A file descriptor that closes itself.
#pragma once

#include <string>
#include <utility>

namespace base {

class OwnedFd {
public:
    OwnedFd() = default;
    explicit OwnedFd(int fd) : fd_(fd) {}
    OwnedFd(OwnedFd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    OwnedFd& operator=(OwnedFd&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~OwnedFd();

    int get() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }
    OwnedFd duplicate() const;  // throws Error

private:
    int fd_ = -1;
};

// Opens for reading, close-on-exec. Throws Error with the file's name and the reason.
OwnedFd open_for_reading(const std::string& path);

}  // namespace base
