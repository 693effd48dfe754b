// What the library does with files around SQLite: names that appear whole or not at all, and are on the disk.
#pragma once

#include <string>

namespace library {

std::string folder_of(const std::string& path);
// Puts names that were just made, renamed or removed in the folder on the disk.
void sync_folder(const std::string& folder);
// Gives a finished file its name, unless a file has that name already: then false, and nothing has changed.
bool rename_to_new(const std::string& from, const std::string& to);  // throws base::Error
// An empty file that only its user may read; SQLite gives its journals the same rights. Throws base::Error.
void make_private_file(const std::string& path);
[[noreturn]] void refuse_existing(const std::string& path);

// A new file beside `target`, under a name of its own until it is whole. With its journals it is gone at the end,
// unless it was given its name.
class HalfFile {
public:
    HalfFile(const std::string& target, const char* purpose);
    ~HalfFile();
    HalfFile(const HalfFile&) = delete;
    HalfFile& operator=(const HalfFile&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

// Whether a file of this name is a HalfFile, or a journal of one, whose program is gone.
bool is_left_half(const std::string& name);

// Keeps two connections of one process from the same file: SQLite's locks belong to the process, and any other open and
// close of the file within it would drop them. Holds the claim until it goes out of scope; throws base::Error when
// taken.
class FileClaim {
public:
    explicit FileClaim(const std::string& path);
    ~FileClaim();
    FileClaim(const FileClaim&) = delete;
    FileClaim& operator=(const FileClaim&) = delete;

private:
    std::string identity_;
};

}  // namespace library
