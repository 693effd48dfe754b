#include "library/connection.h"

#include "base/i18n.h"
#include "base/owned_fd.h"
#include "library/backup.h"
#include "library/messages.h"

#include <SQLiteCpp/Statement.h>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace library {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeaderSize = 100;
constexpr std::size_t kVersionOffset = 60;
constexpr std::size_t kApplicationOffset = 68;
constexpr auto kLongestCheck = std::chrono::milliseconds(500);

template <class... Values>
[[noreturn]] void refuse(const char* text, const Values&... values) {
    throw base::Error(fmt::format(fmt::runtime(text), values...));
}

std::string real_path(const std::string& path) {
    std::error_code failed;
    const fs::path real = fs::weakly_canonical(fs::absolute(path), failed);
    return failed ? path : real.string();
}

bool has_content(const std::string& path) {
    std::error_code missing;
    const std::uintmax_t size = fs::file_size(path, missing);
    return !missing && size > 0;
}

bool can_write_in(const std::string& folder) {
    return faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

bool can_write(const std::string& path) {
    return faccessat(AT_FDCWD, path.c_str(), R_OK | W_OK, AT_EACCESS) == 0 && can_write_in(folder_of(path));
}

// A journal belongs to the file it was made beside; beside another file it would be played into that.
void refuse_lost_journal(const std::string& path) {
    for (const char* ending : {"-wal", "-journal"}) {
        if (!has_content(path + ending)) continue;
        refuse(
            _("{}: this library is not here, but {} is, which holds its latest work. Put the library back beside it, "
              "or move that file away to begin a new library."),
            path, path + ending);
    }
}

// A new library is made under another name, so that a file with its own name is always whole.
void make_library(const std::string& path, const Schema& schema) {
    refuse_lost_journal(path);
    const std::string folder = folder_of(path);
    if (!fs::is_directory(folder)) refuse(_("{}: the folder {} does not exist. Make it first."), path, folder);
    if (!can_write_in(folder)) throw not_writable(path);
    const HalfFile half(path, "new");
    {
        SQLite::Database database(half.path(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA synchronous = FULL");
        create_tables(database, schema);
    }
    if (fs::exists(path)) {  // an empty file, e.g. from a dialog that makes the file it is asked for
        fs::rename(half.path(), path);
        sync_folder(folder);
    } else {
        rename_to_new(half.path(), path);  // false: another program was just ahead, and its library is as good
    }
}

unsigned number_at(const std::array<unsigned char, kHeaderSize>& header, std::size_t offset) {
    return static_cast<unsigned>(header[offset]) << 24 | static_cast<unsigned>(header[offset + 1]) << 16 |
           static_cast<unsigned>(header[offset + 2]) << 8 | header[offset + 3];
}

void refuse_version(const std::string& path, std::int64_t version, const Schema& schema) {
    if (version > schema.version) {
        refuse(_("{}: this library was written by a newer version of Terugblik (library version {}, this program knows "
                 "{}). Nothing was changed. Use the newer program to open it."),
               path, version, schema.version);
    }
    const std::int64_t oldest = schema.steps.empty() ? schema.version : schema.steps.front().to - 1;
    if (version < oldest) throw damaged(path, fmt::format("version {}", version));
}

// Looks at the file before SQLite does, which would already play a journal into a file that is not ours.
void check_header(const std::string& path, const Schema& schema) {
    std::array<unsigned char, kHeaderSize> header{};
    const base::OwnedFd file = base::open_for_reading(path);
    const ssize_t got = pread(file.get(), header.data(), header.size(), 0);
    constexpr char kMagic[16] = "SQLite format 3";
    if (got != static_cast<ssize_t>(kHeaderSize) || std::memcmp(header.data(), kMagic, sizeof kMagic) != 0) {
        const std::string backup = newest_good_backup(path);
        if (!backup.empty()) throw damaged(path, _("its beginning is not that of a library"));
        refuse(_("{}: this is not a Terugblik library. Nothing was changed."), path);
    }
    if (number_at(header, kApplicationOffset) != static_cast<unsigned>(kApplicationId)) {
        refuse(_("{}: this is a database of another program, not a Terugblik library. Nothing was changed."), path);
    }
    refuse_version(path, number_at(header, kVersionOffset), schema);
}

int is_late(void* deadline) {
    return std::chrono::steady_clock::now() > *static_cast<std::chrono::steady_clock::time_point*>(deadline) ? 1 : 0;
}

// Programs that open a library at the same moment could each keep the other out; so they take turns, as long as this is
// held. Where a folder cannot be locked, or for too long, one goes ahead without.
base::OwnedFd turn_in(const fs::path& folder) {
    constexpr int kTries = 300;
    base::OwnedFd held(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (int i = 0; held && i < kTries && flock(held.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return held;
}

}  // namespace

Connection::Connection(const std::string& path, OpenMode mode, const Schema& schema) : path_(real_path(path)) {
    try {
        if (!fs::exists(path_) && mode == OpenMode::MustExist) {
            refuse_lost_journal(path_);
            refuse(_("{}: there is no library here."), path_);
        }
        if (fs::exists(path_) && !fs::is_regular_file(path_)) refuse(_("{}: this is not a file."), path_);
        if (!has_content(path_) && mode == OpenMode::OpenOrCreate) {
            make_library(path_, schema);
            is_new_ = true;
        }
        claim_.emplace(path_);
        if (!can_write(path_)) throw not_writable(path_);
        check_header(path_, schema);
        lock();
        note_.emplace(path_);
        check_content();
        settle();
        bring_up_to_date(schema);
    } catch (const SQLite::Exception& error) {
        throw explained(path_, error);
    } catch (const fs::filesystem_error& error) {
        refuse(_("{}: cannot be opened ({})."), path_, base::system_reason(error.code().value()));
    }
}

void Connection::configure(int option, int value) {
    sqlite3* handle = database_->getHandle();
    if (sqlite3_db_config(handle, option, value, nullptr) != SQLITE_OK) throw SQLite::Exception(handle);
}

void Connection::set_up() {
    sqlite3_extended_result_codes(database_->getHandle(), 1);
    configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);  // a file that turns out to be damaged is left as it is
    for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_DQS_DDL, 0},
                                        {SQLITE_DBCONFIG_DQS_DML, 0},
                                        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                        {SQLITE_DBCONFIG_ENABLE_FKEY, 1}}) {
        configure(option, value);
    }
    for (const char* setting : {"locking_mode = EXCLUSIVE", "synchronous = FULL", "temp_store = MEMORY",
                                "cell_size_check = ON", "mmap_size = 0", "cache_size = -32768"}) {
        database_->exec(std::string("PRAGMA ") + setting);
    }
}

void Connection::lock() {
    const base::OwnedFd turn = turn_in(fs::path(path_).parent_path());
    database_.emplace(path_, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);  // one thread only
    set_up();
    database_->exec("BEGIN EXCLUSIVE; COMMIT;");
}

void Connection::settle() {
    configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0);
    database_->exec("PRAGMA journal_mode = WAL");
    const auto says = [&](const char* setting, const std::string& wanted) {
        const std::string is = database_->execAndGet(std::string("PRAGMA ") + setting).getString();
        if (is != wanted) refuse(_("{}: SQLite does not keep {} = {} here (it says {})."), path_, setting, wanted, is);
    };
    says("locking_mode", "exclusive");
    says("journal_mode", "wal");
    says("synchronous", "2");
    says("foreign_keys", "1");
}

void Connection::check_content() {
    if (database_->execAndGet("PRAGMA application_id").getInt() != kApplicationId) {
        throw damaged(path_, _("its journal belongs to another file"));
    }
    // A library of ten thousand conversations must open within a second; `check` goes through all of it.
    auto deadline = std::chrono::steady_clock::now() + kLongestCheck;
    sqlite3_progress_handler(database_->getHandle(), 10'000, is_late, &deadline);
    std::string found = "ok";
    try {
        found = database_->execAndGet("PRAGMA quick_check(1)").getString();
    } catch (const SQLite::Exception& error) {
        if ((error.getErrorCode() & 0xFF) != SQLITE_INTERRUPT) found = error.what();
    }
    sqlite3_progress_handler(database_->getHandle(), 0, nullptr, nullptr);
    if (found != "ok") throw damaged(path_, found);
}

void Connection::bring_up_to_date(const Schema& schema) {
    const int version = version_of(*database_);
    refuse_version(path_, version, schema);
    if (version == schema.version) return;
    backup_before_migration(*database_, path_, version);
    migrate(*database_, schema);
}

}  // namespace library
