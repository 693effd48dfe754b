// A database file read page by page, without SQLite: what a damaged file still holds, also on pages that no intact tree
// leads to. The format is SQLite's (sqlite.org/fileformat2.html).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace library {

// Nothing, a whole number, a number, a text, or bytes.
struct Bytes {
    std::string bytes;
};
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

struct StoredRow {
    std::optional<std::int64_t> rowid;  // none in a table without rowid, nor in an index
    std::vector<Value> values;
};

class PageFile {
public:
    // `journal` is its write-ahead log, or empty; the transactions that it holds whole count.
    PageFile(std::string file, std::string_view journal);

    // Each row on a page in use, as far as it can be read. What is no row at all may look like one.
    void each_row(const std::function<void(const StoredRow&)>& found) const;

private:
    std::uint32_t pages() const { return static_cast<std::uint32_t>(bytes_.size() / page_size_); }
    std::string_view page(std::uint32_t number) const;
    void play(std::string_view journal);
    void leave_out_free_pages();
    void rows_on(std::uint32_t number, const std::function<void(const StoredRow&)>& found) const;
    std::optional<StoredRow> row_in(std::string_view cell, bool has_rowid) const;
    std::optional<std::string> payload(std::string_view rest, std::uint64_t size, bool has_rowid) const;

    std::string bytes_;
    std::size_t page_size_ = 0;
    std::size_t usable_ = 0;
    std::vector<bool> is_free_;
};

}  // namespace library
