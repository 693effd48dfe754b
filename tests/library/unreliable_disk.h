// A disk that forgets, at a power cut, what was written and not yet put on it for good: SQLite's default file system
// while it lives, passing everything on to the real one. One at a time; files opened before it are not seen.
#pragma once

#include <map>
#include <optional>
#include <random>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace support {

class UnreliableDisk {
public:
    UnreliableDisk();
    ~UnreliableDisk();
    UnreliableDisk(const UnreliableDisk&) = delete;
    UnreliableDisk& operator=(const UnreliableDisk&) = delete;

    // The power goes at the so-manyth write or sync from now on; what happens after it is not on the disk.
    void cut_after(int operations, unsigned seed);
    bool is_cut() const { return after_cut_.has_value(); }
    int operations() const { return operations_; }
    // What the disk holds of a file after the cut; nothing when it was not there.
    std::optional<std::string> after_cut(const std::string& path) const;

private:
    friend struct UnreliableFile;
    struct Write {
        std::size_t at = 0;
        std::string bytes;
        bool is_end = false;  // the file was cut off here
    };
    struct Content {
        std::string durable;
        std::vector<Write> pending;
    };

    static void put(std::string& content, const Write& write, std::size_t length);
    void opened(const std::string& path);
    void wrote(const std::string& path, Write write);
    void synced(const std::string& path);
    void removed(const std::string& path);
    void count();

    sqlite3_vfs* real_;
    sqlite3_vfs ours_;
    std::map<std::string, Content> files_;
    std::optional<std::map<std::string, std::string>> after_cut_;
    std::mt19937 random_;
    int operations_ = 0;
    int cut_at_ = 0;
};

}  // namespace support
