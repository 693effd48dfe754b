#include "library/unreliable_disk.h"

#include "support/shared_data.h"

#include <algorithm>
#include <filesystem>
#include <new>

namespace support {

namespace {
UnreliableDisk* g_disk = nullptr;
constexpr std::size_t kSector = 512;
}  // namespace

// SQLite allocates these with room for the real file behind it.
struct UnreliableFile {
    sqlite3_file base;
    std::string* path;

    static UnreliableFile& of(sqlite3_file* file) { return *reinterpret_cast<UnreliableFile*>(file); }
    static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(&of(file) + 1); }
    static const sqlite3_io_methods& to(sqlite3_file* file) { return *real(file)->pMethods; }

    static int close(sqlite3_file* file) {
        delete of(file).path;
        return to(file).xClose(real(file));
    }
    static int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
        return to(file).xRead(real(file), bytes, size, at);
    }
    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
        const std::string_view content(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
        g_disk->wrote(*of(file).path, {static_cast<std::size_t>(at), std::string(content)});
        return to(file).xWrite(real(file), bytes, size, at);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        g_disk->wrote(*of(file).path, {static_cast<std::size_t>(size), "", true});
        return to(file).xTruncate(real(file), size);
    }
    static int sync(sqlite3_file* file, int) {
        g_disk->synced(*of(file).path);
        return SQLITE_OK;  // no need to wait for the real one
    }
    static int file_size(sqlite3_file* file, sqlite3_int64* size) { return to(file).xFileSize(real(file), size); }
    static int lock(sqlite3_file* file, int level) { return to(file).xLock(real(file), level); }
    static int unlock(sqlite3_file* file, int level) { return to(file).xUnlock(real(file), level); }
    static int is_reserved(sqlite3_file* file, int* is) { return to(file).xCheckReservedLock(real(file), is); }
    static int control(sqlite3_file* file, int what, void* with) {
        return to(file).xFileControl(real(file), what, with);
    }
    static int sector_size(sqlite3_file* file) { return to(file).xSectorSize(real(file)); }
    static int characteristics(sqlite3_file* file) { return to(file).xDeviceCharacteristics(real(file)); }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
        static constexpr sqlite3_io_methods kMethods = {
            1,       close,       read,    write,       truncate,        sync,    file_size, lock,
            unlock,  is_reserved, control, sector_size, characteristics, nullptr, nullptr,   nullptr,
            nullptr, nullptr,     nullptr};
        of(file).base.pMethods = nullptr;
        const int result = g_disk->real_->xOpen(g_disk->real_, name, real(file), flags, out_flags);
        if (real(file)->pMethods == nullptr) return result;
        of(file).path = new std::string(name == nullptr ? "" : name);
        of(file).base.pMethods = &kMethods;
        if (result == SQLITE_OK) g_disk->opened(*of(file).path);
        return result;
    }
    static int remove(sqlite3_vfs*, const char* name, int sync_folder) {
        g_disk->removed(name);
        return g_disk->real_->xDelete(g_disk->real_, name, sync_folder);
    }
};

UnreliableDisk::UnreliableDisk() : real_(sqlite3_vfs_find(nullptr)), ours_(*real_) {
    g_disk = this;
    ours_.pNext = nullptr;
    ours_.zName = "unreliable";
    ours_.szOsFile = static_cast<int>(sizeof(UnreliableFile)) + real_->szOsFile;
    ours_.xOpen = &UnreliableFile::open;
    ours_.xDelete = &UnreliableFile::remove;
    sqlite3_vfs_register(&ours_, 1);
}

UnreliableDisk::~UnreliableDisk() {
    sqlite3_vfs_unregister(&ours_);
    sqlite3_vfs_register(real_, 1);
    g_disk = nullptr;
}

void UnreliableDisk::cut_after(int operations, unsigned seed) {
    operations_ = 0;
    cut_at_ = operations;
    random_.seed(seed);
    after_cut_.reset();
}

std::optional<std::string> UnreliableDisk::after_cut(const std::string& path) const {
    const auto file = after_cut_->find(path);
    return file == after_cut_->end() ? std::nullopt : std::optional(file->second);
}

void UnreliableDisk::put(std::string& content, const Write& write, std::size_t length) {
    if (write.is_end) return content.resize(write.at);
    if (content.size() < write.at + length) content.resize(write.at + length);
    content.replace(write.at, length, write.bytes, 0, length);
}

void UnreliableDisk::opened(const std::string& path) {
    if (!path.empty() && !files_.contains(path)) files_[path].durable = read_file(path);
}

void UnreliableDisk::wrote(const std::string& path, Write write) {
    count();
    files_[path].pending.push_back(std::move(write));
}

void UnreliableDisk::synced(const std::string& path) {
    count();
    Content& content = files_[path];
    for (const Write& write : content.pending) put(content.durable, write, write.bytes.size());
    content.pending.clear();
}

void UnreliableDisk::removed(const std::string& path) {
    count();
    files_.erase(path);
}

// Of what is not on the disk for good, each write may have come through, or not, or in part, in any order.
void UnreliableDisk::count() {
    if (++operations_ != cut_at_) return;
    after_cut_.emplace();
    for (const auto& [path, content] : files_) {
        std::string bytes = content.durable;
        for (const Write& write : content.pending) {
            const auto luck = random_() % 3;
            const std::size_t sectors = write.bytes.size() / kSector + 1;
            if (luck == 0) put(bytes, write, write.bytes.size());
            if (luck == 1 && !write.is_end)
                put(bytes, write, std::min(write.bytes.size(), kSector * (random_() % sectors)));
        }
        (*after_cut_)[path] = bytes;
    }
}

}  // namespace support
