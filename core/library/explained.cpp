#include "base/i18n.h"
#include "library/backup.h"
#include "library/connection.h"
#include "library/messages.h"

#include <filesystem>
#include <fmt/format.h>
#include <sqlite3.h>

namespace library {

namespace {

template <class... Values>
base::Error error(const char* text, const Values&... values) {
    return base::Error(fmt::format(fmt::runtime(text), values...));
}

// Left in its place, the journal of the damaged file would be played into the good one that is put there.
std::string what_to_keep(const std::string& path) {
    const std::string journal = path + "-wal";
    std::error_code missing;
    if (const auto size = std::filesystem::file_size(journal, missing); missing || size == 0)
        return _("keep the damaged file under another name");
    return fmt::format(fmt::runtime(_("keep the damaged file and {}, which belongs to it, under other names")),
                       journal);
}

}  // namespace

base::Error damaged(const std::string& path, const std::string& how) {
    const std::string backup = newest_good_backup(path);
    const std::filesystem::path file(path);
    const std::string salvaged = (file.parent_path() / (file.stem().string() + "-salvaged.terugblik")).string();
    const std::string salvage =
        fmt::format(fmt::runtime(_("What can still be read of it comes into a new library with: terugblik check "
                                   "--library \"{}\" --salvage \"{}\"")),
                    path, salvaged);
    if (backup.empty()) {
        return error(_("{}: this library is damaged ({}). Nothing was changed. {} If you have a backup elsewhere: {}, "
                       "and put a copy of the backup in its place."),
                     path, how, salvage, what_to_keep(path));
    }
    return error(_("{}: this library is damaged ({}). Nothing was changed. The newest good backup is {}: {}, and put a "
                   "copy of the backup in its place. {}"),
                 path, how, backup, what_to_keep(path), salvage);
}

base::Error not_writable(const std::string& path) {
    return error(_("{}: this library, or the folder it lies in, cannot be written to. Give yourself the right to write "
                   "there, or copy the library to a folder of your own."),
                 path);
}

base::Error disk_full(const std::string& path) {
    return error(_("{}: the disk is full, so the last change is not saved. Make room and try again; what was saved "
                   "before is safe."),
                 path);
}

base::Error explained(const std::string& path, const SQLite::Exception& failure) {
    switch (failure.getErrorCode() & 0xFF) {  // what is behind it says more than a coach needs
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return base::Error(in_use_message(path));
        case SQLITE_FULL:
            return disk_full(path);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return damaged(path, failure.what());
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return not_writable(path);
        case SQLITE_IOERR:
            return error(
                _("{}: the disk could not be read or written ({}). The last change is not saved. Check whether "
                  "the disk is full, broken or disconnected, then try again."),
                path, failure.what());
        case SQLITE_TOOBIG:
        case SQLITE_NOMEM:
            return error(_("{}: this is too large to be saved ({})."), path, failure.what());
        default:
            return error(_("{}: the library refused this ({})."), path, failure.what());
    }
}

}  // namespace library
