#include "library/page_file.h"

#include <algorithm>
#include <cstring>
#include <map>

namespace library {

namespace {

constexpr std::size_t kFileHeader = 100;
constexpr std::size_t kJournalHeader = 32, kFrameHeader = 24;
constexpr std::size_t kUsualPageSize = 4096;
enum PageType : unsigned char { IndexInside = 0x02, IndexLeaf = 0x0A, TableLeaf = 0x0D };

// Big-endian, as everything in the file.
std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::uint32_t number32(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(number_at(bytes, at, 4));
}

// Takes SQLite's number of one to nine bytes off the front; nothing when it is cut off.
std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 9); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        number = i == 8 ? number << 8 | byte : number << 7 | (byte & 0x7FU);
        if (byte >= 0x80 && i < 8) continue;
        bytes.remove_prefix(i + 1);
        return number;
    }
    return {};
}

// Where these are not, nothing else at the beginning of the file is to be believed either.
bool has_header(std::string_view file) {
    return file.substr(0, 16) == std::string_view("SQLite format 3\0", 16);
}

std::size_t page_size_in(std::uint64_t stored) {
    const std::uint64_t size = stored == 1 ? 65'536 : stored;
    const bool possible = size >= 512 && size <= 65'536 && (size & (size - 1)) == 0;
    return possible ? static_cast<std::size_t>(size) : 0;
}

// The value of this serial type at the front of `bytes`; nothing when there is not enough.
std::optional<Value> take_value(std::uint64_t type, std::string_view& bytes) {
    constexpr std::size_t kSizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type == 10 || type == 11) return {};
    const std::uint64_t size = type < 10 ? kSizes[type] : (type - 12) / 2;
    if (size > bytes.size()) return {};
    const std::string_view own = bytes.substr(0, static_cast<std::size_t>(size));
    bytes.remove_prefix(own.size());
    if (type == 0) return Value();
    if (type == 8 || type == 9) return Value(static_cast<std::int64_t>(type - 8));
    if (type == 7) {
        const std::uint64_t stored = number_at(own, 0, 8);
        double number = 0;
        std::memcpy(&number, &stored, sizeof number);
        return Value(number);
    }
    if (type < 7) {
        const unsigned spare = static_cast<unsigned>(64 - 8 * own.size());  // moved up and down to keep the sign
        return Value(static_cast<std::int64_t>(number_at(own, 0, own.size()) << spare) >> spare);
    }
    if (type % 2 == 1) return Value(std::string(own));
    return Value(Bytes{std::string(own)});
}

std::optional<std::vector<Value>> values_in(std::string_view record) {
    std::string_view rest = record;
    const auto header_size = take_varint(rest);
    const std::size_t taken = record.size() - rest.size();
    if (!header_size || *header_size < taken || *header_size > record.size()) return {};
    std::string_view types = rest.substr(0, static_cast<std::size_t>(*header_size) - taken);
    std::string_view content = record.substr(static_cast<std::size_t>(*header_size));
    std::vector<Value> values;
    while (!types.empty()) {
        const auto type = take_varint(types);
        auto value = type ? take_value(*type, content) : std::nullopt;
        if (!value) return {};
        values.push_back(std::move(*value));
    }
    if (!content.empty()) return {};
    return values;
}

class Checksum {
public:
    explicit Checksum(bool big_endian) : big_endian_(big_endian) {}

    void add(std::string_view bytes) {
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            first_ += word(bytes, at) + second_;
            second_ += word(bytes, at + 4) + first_;
        }
    }
    bool is_at(std::string_view bytes, std::size_t at) const {
        return number32(bytes, at) == first_ && number32(bytes, at + 4) == second_;
    }

private:
    std::uint32_t word(std::string_view bytes, std::size_t at) const {
        const std::uint32_t word = number32(bytes, at);
        return big_endian_ ? word : __builtin_bswap32(word);
    }

    bool big_endian_;
    std::uint32_t first_ = 0, second_ = 0;
};

}  // namespace

PageFile::PageFile(std::string file, std::string_view journal) : bytes_(std::move(file)) {
    if (has_header(bytes_)) page_size_ = page_size_in(number_at(bytes_, 16, 2));
    if (page_size_ == 0) page_size_ = page_size_in(number_at(journal, 8, 4));
    if (page_size_ == 0) page_size_ = kUsualPageSize;
    bytes_.resize((bytes_.size() + page_size_ - 1) / page_size_ * page_size_);  // the last page may be cut off
    play(journal);
    const std::size_t reserved = has_header(bytes_) ? number_at(bytes_, 20, 1) : 0;
    usable_ = page_size_ - reserved >= 480 ? page_size_ - reserved : page_size_;
    is_free_.assign(pages() + 1, false);
    if (has_header(bytes_)) leave_out_free_pages();
}

std::string_view PageFile::page(std::uint32_t number) const {
    if (number == 0 || number > pages()) return {};
    return std::string_view(bytes_).substr((number - 1) * page_size_, page_size_);
}

// Each frame carries a sum over all before it; the first that does not fit ends what counts.
void PageFile::play(std::string_view journal) {
    if (journal.size() < kJournalHeader || page_size_in(number_at(journal, 8, 4)) != page_size_) return;
    Checksum sum((number32(journal, 0) & 1U) != 0);
    sum.add(journal.substr(0, 24));
    if (!sum.is_at(journal, 24)) return;
    std::map<std::uint32_t, std::string_view> changed;  // by the transaction that is not at its end yet
    for (std::size_t at = kJournalHeader; at + kFrameHeader + page_size_ <= journal.size();
         at += kFrameHeader + page_size_) {
        const std::string_view header = journal.substr(at, kFrameHeader);
        const std::string_view content = journal.substr(at + kFrameHeader, page_size_);
        sum.add(header.substr(0, 8));
        sum.add(content);
        if (header.substr(8, 8) != journal.substr(16, 8) || !sum.is_at(header, 16)) return;
        changed[number32(header, 0)] = content;
        const std::size_t pages_after = number32(header, 4);
        if (pages_after == 0) continue;
        bytes_.resize(pages_after * page_size_);
        for (const auto& [number, bytes] : changed)
            if (number > 0 && number <= pages_after) bytes_.replace((number - 1) * page_size_, page_size_, bytes);
        changed.clear();
    }
}

// They hold what was deleted.
void PageFile::leave_out_free_pages() {
    for (std::uint32_t trunk = number32(bytes_, 32); trunk > 1 && trunk <= pages() && !is_free_[trunk];) {
        const std::string_view list = page(trunk);
        const std::uint32_t count = number32(list, 4);
        if (count > usable_ / 4 - 2) return;  // damaged: this is no list
        is_free_[trunk] = true;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t leaf = number32(list, 8 + 4 * i);
            if (leaf > 1 && leaf <= pages()) is_free_[leaf] = true;
        }
        trunk = number32(list, 0);
    }
}

void PageFile::each_row(const std::function<void(const StoredRow&)>& found) const {
    for (std::uint32_t number = 1; number <= pages(); ++number)
        if (!is_free_[number]) rows_on(number, found);
}

void PageFile::rows_on(std::uint32_t number, const std::function<void(const StoredRow&)>& found) const {
    const std::string_view all = page(number);
    const std::size_t start = number == 1 ? kFileHeader : 0;
    const auto type = static_cast<unsigned char>(all[start]);
    if (type != IndexInside && type != IndexLeaf && type != TableLeaf) return;
    const std::size_t list = start + (type == IndexInside ? 12 : 8);
    const std::size_t count = std::min<std::size_t>(number_at(all, start + 3, 2), (usable_ - list) / 2);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = number_at(all, list + 2 * i, 2) + (type == IndexInside ? 4U : 0U);  // after the child
        if (at <= list || at >= usable_) continue;
        if (const auto row = row_in(all.substr(at, usable_ - at), type == TableLeaf)) found(*row);
    }
}

std::optional<StoredRow> PageFile::row_in(std::string_view cell, bool has_rowid) const {
    StoredRow row;
    const auto size = take_varint(cell);
    if (!size || *size > bytes_.size()) return {};
    if (has_rowid) {
        const auto rowid = take_varint(cell);
        if (!rowid) return {};
        row.rowid = static_cast<std::int64_t>(*rowid);
    }
    const auto record = payload(cell, *size, has_rowid);
    auto values = record ? values_in(*record) : std::nullopt;
    if (!values) return {};
    row.values = std::move(*values);
    return row;
}

// What does not fit in the cell goes on in a chain of pages.
std::optional<std::string> PageFile::payload(std::string_view rest, std::uint64_t size, bool has_rowid) const {
    const std::uint64_t most = has_rowid ? usable_ - 35 : (usable_ - 12) * 64 / 255 - 23;
    const std::uint64_t least = (usable_ - 12) * 32 / 255 - 23;
    std::uint64_t here = size;
    if (size > most) {
        here = least + (size - least) % (usable_ - 4);
        if (here > most) here = least;
    }
    if (here + (here < size ? 4 : 0) > rest.size()) return {};
    std::string bytes(rest.substr(0, static_cast<std::size_t>(here)));
    for (std::uint32_t next = number32(rest, bytes.size()); bytes.size() < size;) {
        const std::string_view part = page(next);
        if (part.empty() || is_free_[next]) return {};
        bytes += part.substr(4, std::min<std::size_t>(usable_ - 4, static_cast<std::size_t>(size) - bytes.size()));
        next = number32(part, 0);
    }
    return bytes;
}

}  // namespace library
