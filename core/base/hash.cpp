#include "base/hash.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/owned_fd.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace base {

struct Sha256::State {
    crypto_hash_sha256_state sodium{};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    crypto_hash_sha256_init(&state_->sodium);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&& other) noexcept = default;
Sha256& Sha256::operator=(Sha256&& other) noexcept = default;

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_->sodium, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string Sha256::finish() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state_->sodium, digest.data());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text{};
    return sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
}

namespace {

// Adds up to `size` bytes from `offset`; returns how many there were: fewer only at the end of the file.
std::size_t add_stretch(Sha256& hash, const OwnedFd& file, std::size_t offset, std::size_t size,
                        const std::string& path) {
    std::vector<char> buffer(size);
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t got =
            ::pread(file.get(), buffer.data() + filled, size - filled, static_cast<off_t>(offset + filled));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Error(fmt::format(fmt::runtime(_("{}: cannot be read to its end.")), path));
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    hash.add({buffer.data(), filled});
    return filled;
}

std::size_t size_of(const OwnedFd& file) {
    struct stat status {};
    ::fstat(file.get(), &status);
    return static_cast<std::size_t>(status.st_size);
}

}  // namespace

std::string sha256(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

std::string sha256_of_file(const std::string& path, const Progress& progress) {
    constexpr std::size_t kStretch = 1 << 20;
    const OwnedFd file = open_for_reading(path);
    const std::size_t size = size_of(file);
    Sha256 hash;
    for (std::size_t offset = 0;;) {
        if (progress.is_cancelled()) return {};
        const std::size_t got = add_stretch(hash, file, offset, kStretch, path);
        if (got == 0) return hash.finish();
        offset += got;
        progress.report(static_cast<float>(offset) / static_cast<float>(std::max<std::size_t>(size, 1)));
    }
}

std::string fast_fingerprint(const std::string& path) {
    constexpr std::size_t kStretch = 1 << 16;
    const OwnedFd file = open_for_reading(path);
    const std::size_t size = size_of(file);
    Sha256 hash;
    const std::string written_size = std::to_string(size);
    hash.add({written_size.data(), written_size.size() + 1});
    add_stretch(hash, file, 0, kStretch, path);
    add_stretch(hash, file, size / 2, kStretch, path);
    add_stretch(hash, file, size > kStretch ? size - kStretch : 0, kStretch, path);
    return hash.finish();
}

}  // namespace base
