#include "media_worker/data_references.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unistd.h>

namespace media_worker {

namespace {

constexpr int kMostBoxes = 10'000;  // in all; a file that has more says nothing we need
constexpr std::array<std::string_view, 5> kPath = {"moov", "trak", "mdia", "minf", "dinf"};

class Boxes {
public:
    explicit Boxes(int fd) : fd_(fd) {}

    // Looks through the boxes in [at, end), going down along kPath.
    bool any_points_elsewhere(std::int64_t at, std::int64_t end, std::size_t depth) {
        while (at + 8 <= end && ++seen_ < kMostBoxes) {
            std::array<unsigned char, 16> header{};
            if (pread(fd_, header.data(), header.size(), at) < 8) return false;
            const std::string_view kind(reinterpret_cast<const char*>(header.data()) + 4, 4);
            std::int64_t inside = 8;
            std::int64_t size = number(header.data(), 4);
            if (size == 1) {
                size = number(header.data() + 8, 8);
                inside = 16;
            }
            if (size == 0) size = end - at;
            if (size < inside) return false;
            const std::int64_t box_end = std::min(size, end - at) + at;
            if (depth < kPath.size() && kind == kPath[depth] && any_points_elsewhere(at + inside, box_end, depth + 1))
                return true;
            if (depth == kPath.size() && kind == "dref" && has_reference(at + inside + 8, box_end)) return true;
            at = box_end;
        }
        return false;
    }

private:
    static std::int64_t number(const unsigned char* bytes, int count) {
        std::uint64_t value = 0;
        for (int i = 0; i < count; ++i) value = value << 8 | bytes[i];
        return static_cast<std::int64_t>(value & INT64_MAX);
    }

    // An entry is this very file when its last flag is set; one without a name is taken for that too.
    bool has_reference(std::int64_t at, std::int64_t end) {
        while (at + 12 <= end && ++seen_ < kMostBoxes) {
            std::array<unsigned char, 12> entry{};
            if (pread(fd_, entry.data(), entry.size(), at) < 12) return false;
            const std::int64_t size = number(entry.data(), 4);
            if ((entry[11] & 1) == 0 && size > 13) return true;
            if (size < 12) return false;
            at += size;
        }
        return false;
    }

    int fd_;
    int seen_ = 0;
};

}  // namespace

bool points_to_another_file(int fd, std::int64_t file_bytes) {
    return Boxes(fd).any_points_elsewhere(0, file_bytes, 0);
}

}  // namespace media_worker
