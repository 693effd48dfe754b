#include "media_worker/junk_before.h"

#include <algorithm>
#include <array>
#include <unistd.h>
#include <vector>

namespace media_worker {

namespace {

constexpr std::size_t kMostJunk = 256 * 1024;
constexpr int kFrames = 8;  // so many in a row are no accident

// The first four bytes of a frame of MPEG sound, layer III.
class FrameHeader {
public:
    explicit FrameHeader(const unsigned char* bytes)
        : word_(std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
                bytes[3]) {}

    bool is_possible() const {
        const bool is_layer_3 = (word_ >> 17 & 3) == 1;
        return word_ >> 21 == 0x7ff && version() != 1 && is_layer_3 && rate_index() != 3 && bitrate_index() != 0 &&
               bitrate_index() != 15;
    }
    // What all frames of a recording have in common: version, layer, rate.
    bool is_kin_of(const FrameHeader& other) const {
        constexpr std::uint32_t kSame = 0xfffe0c00;
        return (word_ & kSame) == (other.word_ & kSame);
    }
    std::int64_t bytes() const {
        constexpr std::array kFirst = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
        constexpr std::array kSecond = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
        constexpr std::array kRates = {44'100, 48'000, 32'000};
        const bool is_first = version() == 3;
        const int rate = kRates[rate_index()] / (is_first ? 1 : version() == 2 ? 2 : 4);
        const int kilobits = (is_first ? kFirst : kSecond)[bitrate_index()];
        return (is_first ? 144 : 72) * kilobits * 1000 / rate + static_cast<int>(word_ >> 9 & 1);
    }

private:
    std::uint32_t version() const { return word_ >> 19 & 3; }
    std::size_t bitrate_index() const { return word_ >> 12 & 15; }
    std::size_t rate_index() const { return word_ >> 10 & 3; }

    std::uint32_t word_;
};

bool begins_a_chain(int fd, std::int64_t at, const FrameHeader& first) {
    FrameHeader header = first;
    for (int i = 1; i < kFrames; ++i) {
        at += header.bytes();
        std::array<unsigned char, 4> bytes{};
        if (pread(fd, bytes.data(), bytes.size(), at) != static_cast<ssize_t>(bytes.size())) return false;
        header = FrameHeader(bytes.data());
        if (!header.is_possible() || !header.is_kin_of(first)) return false;
    }
    return true;
}

}  // namespace

std::optional<std::int64_t> mp3_behind_junk(int fd) {
    std::vector<unsigned char> beginning(kMostJunk);
    const ssize_t got = pread(fd, beginning.data(), beginning.size(), 0);
    for (std::int64_t at = 0; at + 4 <= got; ++at) {
        const FrameHeader header(beginning.data() + at);
        if (header.is_possible() && begins_a_chain(fd, at, header)) return at;
    }
    return {};
}

}  // namespace media_worker
