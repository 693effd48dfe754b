// Who has a library open, in a small file beside it (library.terugblik-owner), so that a second program can say so. The
// file only informs: SQLite's lock decides, and a file left behind by a program that was killed blocks nobody.
#pragma once

#include "base/time.h"

#include <optional>
#include <string>

namespace library {

struct Owner {
    std::string user;
    std::string host;
    long process = 0;
    base::Timestamp since;
};

// Writes the note for this process; removes it when it goes out of scope. A note that cannot be written is no reason to
// refuse the library.
class OwnerNote {
public:
    explicit OwnerNote(const std::string& library_path);
    ~OwnerNote();
    OwnerNote(const OwnerNote&) = delete;
    OwnerNote& operator=(const OwnerNote&) = delete;

private:
    std::string path_;
};

std::string user_name();
// Nothing when there is no note, or when it is of a process of this machine that is gone.
std::optional<Owner> owner_of(const std::string& library_path);
// "x.terugblik: this library is open already, by anna on laptop (process 123), since ..."
std::string in_use_message(const std::string& library_path);

}  // namespace library
