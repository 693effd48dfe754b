// The one connection to a library file: checked before it is touched, locked against every other program, set up so
// that what is acknowledged is on the disk. SQLiteCpp gives it owned handles and exceptions; it is well kept and thin.
#pragma once

#include "base/error.h"
#include "library/files.h"
#include "library/owner.h"
#include "library/schema.h"
#include "library/sqlite_library.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <optional>
#include <string>

namespace library {

class Connection {
public:
    // Throws base::Error; a file that is not an intact library of this version (or an older one) is left as it is.
    Connection(const std::string& path, OpenMode mode, const Schema& schema);

    SQLite::Database& database() { return *database_; }
    const std::string& path() const { return path_; }
    bool is_new() const { return is_new_; }

private:
    void configure(int option, int value);
    void set_up();
    void lock();
    void check_content();
    void settle();
    void bring_up_to_date(const Schema& schema);

    std::string path_;
    bool is_new_ = false;
    std::optional<FileClaim> claim_;
    std::optional<SQLite::Database> database_;
    std::optional<OwnerNote> note_;  // gone before the lock is
};

// What SQLite said, as something a coach can act on.
base::Error explained(const std::string& library_path, const SQLite::Exception& error);

}  // namespace library
